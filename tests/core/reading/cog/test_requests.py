"""The fast reader asks for few bytes, once, the urgent ones first."""

from __future__ import annotations

import os
import threading
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.reading.cog import reader as reading
from cbm_chips.core.reading.cog.header_store import FileStores, SqliteHeaderStore
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from tests.builders import LEFT, TOP
from tests.core.reading.cog.windows import (
    HURRIED,
    INSIDE,
    Noting,
    assert_same,
    direct,
    general_name,
    pixels_of,
    read_one,
)


def test_a_file_costs_two_requests_then_one_then_none(server, tmp_path):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif", version="1"), INSIDE) for n in range(6)]

    def requests_of(reader):
        server.reset()
        assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
        return server.stats()["requests"]

    def new_reader():
        return WindowReader(
            HURRIED,
            general=Noting(),
            stores=FileStores(SqliteHeaderStore(tmp_path / "tables.sqlite")),
        )

    with closing(new_reader()) as first:
        assert requests_of(first) == 2 * len(jobs)
        assert requests_of(first) == 0
    assert requests_of(new_reader()) == len(jobs)


def test_the_last_pixels_do_not_wait_for_the_store_of_tables(server):
    class Slow:
        def __init__(self):
            self.may_end, self.kept = threading.Event(), {}

        def get(self, files):
            return {}

        def put(self, headers):
            assert self.may_end.wait(60)
            self.kept.update(headers)

    tables = Slow()
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif", version="1"), INSIDE) for n in range(3)]
    reader = WindowReader(HURRIED, general=Noting(), stores=FileStores(tables))

    assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
    assert not tables.kept
    tables.may_end.set()
    reader.close()

    assert tables.kept.keys() == {job.asset.content for job in jobs}


def test_another_chip_in_the_same_block_asks_for_nothing_but_further_rows(reader, server, folder):
    url = f"{server.url}/0.tif"
    read_one(reader, url, replace(INSIDE, top=TOP - 2000))
    server.reset()
    east = replace(INSIDE, left=LEFT + 3000, top=TOP - 1000)
    assert_same(pixels_of(read_one(reader, url, east)), direct(folder / "0.tif", east))
    assert server.stats()["requests"] == 0
    south = replace(INSIDE, top=TOP - 3500)
    assert_same(pixels_of(read_one(reader, url, south)), direct(folder / "0.tif", south))
    assert server.stats()["requests"] == 1
    assert server.stats()["bytes"] < 200_000


def test_jobs_for_one_file_share_its_table_and_blocks(reader, server):
    jobs = [ReadJob(Asset("B04", f"{server.url}/0.tif"), INSIDE) for _ in range(12)]
    reads = [read for read in reader.read_all(jobs, open_plainly) if read]
    assert {id(read.job) for read in reads} == {id(job) for job in jobs}
    assert server.stats()["requests"] == 2


def test_two_runs_at_once_share_what_they_fetch(reader, server, folder):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    results = [[], []]

    def run(into):
        into += filter(None, reader.read_all(jobs, open_plainly))

    threads = [threading.Thread(target=run, args=(into,)) for into in results]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.stats()["requests"] == 2 * len(jobs)
    for read in results[0] + results[1]:
        assert_same(pixels_of(read), direct(folder / Path(read.job.asset.href).name))


def test_a_greeting_opens_connections_and_asks_nothing(server):
    reader = WindowReader(HURRIED, general=Noting(), connections=4)
    for _ in range(3):
        reader.preconnect([server.url])
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    preconnected = next(seen for seen in iter(server.stats, None) if seen["opened"] >= 4)
    assert (preconnected["opened"], preconnected["requests"]) == (4, 0)
    assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
    assert (server.stats()["opened"], server.stats()["requests"]) == (4, 12)


def jobs_after_an_urgent_one(server, urgent):
    hrefs = [f"{server.url}/{name}" for name in (urgent, "1.tif", "2.tif")]
    return [ReadJob(Asset("B04", href), INSIDE, is_urgent=href is hrefs[0]) for href in hrefs]


def test_until_the_header_of_an_urgent_file_is_there_no_other_is_asked_for(server, monkeypatch):
    monkeypatch.setattr(reading, "HEAD_START_S", 600)
    server.set_faults([{"match": "0.tif", "kind": "stall", "seconds": 600}])
    reader = WindowReader(replace(HURRIED, read_timeout_s=600), general=Noting())
    reads = reader.read_all(jobs_after_an_urgent_one(server, "0.tif"), open_plainly)
    with closing(reads):
        while not server.stats()["requests"]:
            assert next(reads) is None
        assert next(reads) is None
        assert list(server.stats()["by_path"]) == ["/0.tif"]


@pytest.mark.parametrize(
    ("urgent", "limit_s", "seconds"),
    [("0.tif", 600, 0), ("none.tif", 600, 0), ("other.jp2", 600, 0), ("0.tif", 0.01, 600)],
    ids=["there", "missing", "for the general reader", "late"],
)
def test_others_wait_for_an_urgent_file_no_longer_than_need_be(
    server, monkeypatch, urgent, limit_s, seconds
):
    monkeypatch.setattr(reading, "HEAD_START_S", limit_s)
    if seconds:
        server.set_faults([{"match": urgent, "kind": "stall", "seconds": seconds}])
    reader = WindowReader(replace(HURRIED, read_timeout_s=600), general=Noting())
    jobs = jobs_after_an_urgent_one(server, urgent)
    with closing(reader.read_all(jobs, open_plainly)) as reads:
        missing = set(map(id, jobs[1:]))
        while missing:
            missing.discard(id(read.job) if (read := next(reads)) else None)


def test_who_needs_a_connection_before_it_is_open_waits_for_it(server):
    reader = WindowReader(HURRIED, general=Noting(), connections=4)
    reader.preconnect([server.url])
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    assert all(read.pixels for read in filter(None, reader.read_all(jobs, open_plainly)))
    assert server.stats()["opened"] == 4


def test_a_kept_table_that_is_broken_is_read_anew(server, tmp_path, folder):
    path = tmp_path / "tables.sqlite"
    path.write_bytes(b"not a data base" * 1000)
    reader = WindowReader(HURRIED, general=Noting(), stores=FileStores(SqliteHeaderStore(path)))
    assert_same(pixels_of(read_one(reader, f"{server.url}/0.tif")), direct(folder / "0.tif"))


def test_a_file_that_changed_since_its_table_was_kept_is_read_as_it_is_now(
    server, folder, fresh_url, general, tmp_path
):
    tables = SqliteHeaderStore(tmp_path / "tables.sqlite")
    with closing(WindowReader(HURRIED, general=Noting(), stores=FileStores(tables))) as reader:
        read_one(reader, fresh_url)
    path = folder / fresh_url.rpartition("/")[2]
    path.write_bytes((folder / "1.tif").read_bytes())
    os.utime(path, ns=(1, 1))
    again = read_one(WindowReader(HURRIED, general=general, stores=FileStores(tables)), fresh_url)
    assert_same(pixels_of(again), direct(folder / "1.tif"), general_name())
    third = read_one(WindowReader(HURRIED, general=general, stores=FileStores(tables)), fresh_url)
    assert_same(pixels_of(third), direct(folder / "1.tif"))
