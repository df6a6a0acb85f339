"""The fast reader gets over faults that pass; those that stay have the general reader's words."""

from __future__ import annotations

import os
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Asset
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Access, ReadJob, open_plainly
from tests.core.reading.cog.test_ways import ROOM_S
from tests.core.reading.cog.windows import (
    ACROSS,
    HURRIED,
    INSIDE,
    Noting,
    assert_same,
    direct,
    general_name,
    pixels_of,
    read_one,
)
from tests.signer import Signer

PASSING = [
    {"kind": "503"},
    {"kind": "503", "after": 1},
    {"kind": "429", "times": 2},
    {"kind": "502", "times": 3},
    {"kind": "cut", "after": 1},
    {"kind": "cut"},
    {"kind": "reset"},
    {"kind": "reset", "after": 1},
    {"kind": "stall", "seconds": 0.05},
    {"kind": "html"},
    {"kind": "html", "after": 1},
    {"kind": "ignore_range"},
    {"kind": "ignore_range", "after": 1},
]


def test_passing_faults_are_got_over_by_ourselves(reader, server, folder, general):
    names = [f"passing-{number}.tif" for number in range(len(PASSING))]
    for name in names:
        os.link(folder / "0.tif", folder / name)
    server.set_faults([{"match": name, "times": 1, **fault} for name, fault in zip(names, PASSING)])
    jobs = [ReadJob(Asset("B04", f"{server.url}/{name}"), INSIDE) for name in names]
    reads = {id(read.job): read for read in reader.read_all(jobs, open_plainly) if read}
    found = [reads[id(job)] for job in jobs]
    assert [(fault, read.error) for fault, read in zip(PASSING, found) if read.error] == []
    for read in found:
        assert_same(read.pixels, direct(folder / "0.tif"))
    assert general.asked == []


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "garbage", "times": 1},
        {"kind": "garbage", "times": 1, "head": True},
    ],
    ids=lambda fault: "-".join(str(value) for value in fault.values()),
)
def test_a_surprise_is_left_to_the_general_reader(
    reader, server, folder, fresh_url, general, fault
):
    server.set_faults([{"match": "tif", **fault}])
    assert_same(pixels_of(read_one(reader, fresh_url)), direct(folder / "0.tif"), general_name())
    assert general.asked == [fresh_url]


def test_the_files_of_a_server_without_ranges_are_fetched_whole_and_once(
    reader, server, folder, fresh_url, general
):
    server.set_faults([{"match": "tif", "kind": "ignore_range"}])
    for grid in (INSIDE, ACROSS):
        assert_same(pixels_of(read_one(reader, fresh_url, grid)), direct(folder / "0.tif", grid))
    assert general.asked == []
    assert server.stats()["requests"] == 2


def test_a_broken_block_is_forgotten(reader, server, folder, fresh_url):
    server.set_faults([{"match": "tif", "kind": "garbage", "times": 1}])
    read_one(reader, fresh_url)
    assert_same(pixels_of(read_one(reader, fresh_url)), direct(folder / "0.tif"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("404", "404, file missing"),
        ("410", "410, file gone"),
        ("401", "401, a login is needed"),
        ("403", "403, access refused"),
        ("407", "407, the proxy needs a login (see QGIS's network options)"),
        ("429", "429, the server asks for fewer requests"),
        ("503", "503, the server failed"),
    ],
)
def test_a_refusal_has_the_words_of_the_general_reader(server, fresh_url, general, kind, words):
    server.set_faults([{"match": "tif", "kind": kind}])
    reader = WindowReader(replace(HURRIED, retries=1), general=general)
    ours, theirs = (read_one(one, fresh_url).error for one in (reader, general))
    assert (str(ours), ours.http_status) == (words, int(kind))
    assert (str(theirs), theirs.http_status) == (words, int(kind))


def test_a_missing_file_is_asked_for_once(reader, server):
    assert read_one(reader, f"{server.url}/none.tif?sig=secret").error.http_status == 404
    assert server.stats()["requests"] == 1


def test_a_missing_local_file_counts_as_missing_too(reader, tmp_path):
    assert read_one(reader, tmp_path / "no.tif").error.http_status == 404


def test_nobody_answering_is_told_without_the_signature(general):
    reader = WindowReader(replace(HURRIED, retries=0), general=general)
    error = read_one(reader, "http://127.0.0.1:9/B04.tif?sig=top-secret").error
    assert "127.0.0.1:9" in str(error)
    words = []
    while error is not None:
        words.append(repr(error))
        error = error.__cause__ or error.__context__
    assert "secret" not in " ".join(words)
    assert general.asked == []


@pytest.mark.parametrize("after", [0, 1], ids=["at once", "halfway"])
def test_an_expired_signature_is_renewed_once(reader, server, folder, fresh_url, general, after):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "fresh", "after": after}])
    signer = Signer(["expired", "fresh"])
    pixels = pixels_of(read_one(reader, fresh_url, access=signer))
    assert_same(pixels, direct(folder / "0.tif"))
    assert (signer.renewals, general.asked) == (1, [])


def test_no_file_waits_for_the_signature_of_another(reader, server, folder):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    signed = threading.Event()

    def access(asset: Asset, *, renew: bool = False) -> Access:
        assert asset is not jobs[0].asset or signed.wait(ROOM_S)
        return Access(asset.href)

    reads = filter(None, reader.read_all(jobs, access))
    others = [next(reads) for _ in jobs[1:]]
    assert {id(read.job) for read in others} == {id(job) for job in jobs[1:]}
    signed.set()
    assert_same(pixels_of(next(reads)), direct(folder / "0.tif"))


def test_a_file_that_cannot_be_signed_spoils_no_other(reader, server):
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]

    def access(asset: Asset, *, renew: bool = False) -> Access:
        if asset is jobs[2].asset:
            raise SourceError("no signature for this one")
        return Access(asset.href)

    reads = {id(read.job): read for read in reader.read_all(jobs, access) if read}
    assert str(reads.pop(id(jobs[2])).error) == "no signature for this one"
    assert all(read.pixels for read in reads.values())
    assert len(reads) == 5


def test_a_refusal_that_stays_is_403_after_one_renewal(reader, server, fresh_url):
    server.set_faults([{"match": "tif", "kind": "require_query", "token": "unknown"}])
    signer = Signer(["old", "new"])
    assert read_one(reader, fresh_url, access=signer).error.http_status == 403
    assert signer.renewals == 1


def test_a_host_that_asks_for_patience_gets_fewer_requests_at_once_and_all_is_read(server, folder):
    server.set_faults([{"match": "tif", "kind": "429", "times": 10, "retry_after": 0}])
    reader = WindowReader(replace(HURRIED, retries=12), general=Noting())
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n % 6}.tif?{n}"), INSIDE) for n in range(14)]
    reads = list(filter(None, reader.read_all(jobs, open_plainly)))
    assert len(reads) == len(jobs)
    for read in reads:
        name = Path(read.job.asset.href.partition("?")[0]).name
        assert_same(pixels_of(read), direct(folder / name))


def test_a_failed_job_never_spoils_the_others(reader, server, folder, tmp_path):
    (tmp_path / "broken.tif").write_bytes(b"II*\0" + bytes(300))
    hrefs = [f"{server.url}/0.tif", f"{server.url}/none.tif", tmp_path / "broken.tif"]
    jobs = [ReadJob(Asset("B04", str(href)), INSIDE) for href in (*hrefs, folder / "1.tif")]
    reads = {read.job.asset.href: read for read in reader.read_all(jobs, open_plainly) if read}
    assert [reads[job.asset.href].error is None for job in jobs] == [True, False, False, True]
