"""The fast reader's way to the server, and how a run that is given up ends."""

from __future__ import annotations

from contextlib import ExitStack, closing
from dataclasses import replace

import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.shutdown import THREAD_NAME
from tests.core.reading.cog.windows import (
    HURRIED,
    INSIDE,
    Noting,
    assert_same,
    direct,
    pixels_of,
    read_one,
    with_login,
)
from tests.servers.process import ServerProcess

ROOM_S = 60.0
"""For a machine under load; less than what is not to be waited for."""


def test_a_login_goes_along_and_stays_on_the_fast_path(reader, server, folder, fresh_url, general):
    access = with_login("Basic bWU6c2VjcmV0")
    assert_same(pixels_of(read_one(reader, fresh_url, access=access)), direct(folder / "0.tif"))
    assert server.stats()["with_login"] == 2


def test_what_is_signed_with_keys_is_for_the_general_reader(general):
    reader = WindowReader(HURRIED, general=general)
    read_one(reader, "s3://no-bucket/")
    assert general.asked == ["s3://no-bucket/"]


@pytest.mark.parametrize("is_same_host", [True, False])
def test_a_redirect_is_followed_and_the_login_stays_at_home(
    reader, server, folder, fresh_url, is_same_host
):
    name = fresh_url.rpartition("/")[2]
    with ExitStack() as more:
        other = server if is_same_host else more.enter_context(ServerProcess("range_files", folder))
        location = f"{other.url}/." if is_same_host else other.url
        server.set_faults(
            [{"match": f"^/{name}", "kind": "redirect", "location": location, "times": 2}]
        )
        access = with_login("Bearer secret")
        pixels = pixels_of(read_one(reader, fresh_url, access=access))
        assert_same(pixels, direct(folder / "0.tif"))
        expected = 4 if is_same_host else 2
        assert server.stats()["with_login"] == expected
        if not is_same_host:
            assert (other.stats()["requests"], other.stats()["with_login"]) == (2, 0)


def test_the_proxy_is_asked_for_hosts_it_is_meant_for(server, folder, fresh_url, general):
    name = fresh_url.rpartition("/")[2]
    by_proxy = replace(HURRIED, proxy_url=server.url, no_proxy="127.0.0.1")
    reader = WindowReader(by_proxy, general=general)
    # No such host: only the proxy, which takes whole URLs, can have answered.
    pixels = pixels_of(read_one(reader, f"http://tiles.invalid/{name}"))
    assert_same(pixels, direct(folder / "0.tif"))
    nobody = replace(by_proxy, proxy_url="http://127.0.0.1:9")
    direct_way = read_one(WindowReader(nobody, general=general), fresh_url)
    assert_same(pixels_of(direct_way), direct(folder / "0.tif"))
    assert general.asked == []


def test_searches_heed_the_exceptions_from_the_proxy_as_well(server, fresh_url):
    nobody = replace(HURRIED, proxy_url="http://127.0.0.1:9", no_proxy="127.0.0.1")
    with nobody.session() as session:
        assert session.get(fresh_url, headers={"Range": "bytes=0-9"}).status_code == 206


@pytest.mark.parametrize(
    "fault",
    [{"kind": "stall", "seconds": 600}, {"kind": "slow", "chunk": 10, "seconds": 9}],
    ids=["silent", "slow"],
)
def test_closing_the_run_ends_every_wait_at_once(server, folder, fault, new_threads):
    server.set_faults([{"match": "[1-5].tif", **fault}])
    reader = WindowReader(replace(HURRIED, read_timeout_s=600), general=Noting())
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(6)]
    reads = reader.read_all(jobs, open_plainly)
    assert next(filter(None, reads)).job is jobs[0]
    assert new_threads.alive(THREAD_NAME)
    reads.close()
    new_threads.join(THREAD_NAME)
    server.set_faults([])
    assert_same(pixels_of(read_one(reader, f"{server.url}/1.tif")), direct(folder / "1.tif"))


def test_a_wait_between_two_tries_ends_too(server, new_threads):
    server.set_faults([{"match": "tif", "kind": "503", "retry_after": 25}])
    reader = WindowReader(replace(HURRIED, retry_delay_s=30), general=Noting())
    reads = reader.read_all([ReadJob(Asset("B04", f"{server.url}/0.tif"), INSIDE)], open_plainly)
    assert next(reads) is None
    reads.close()
    new_threads.join(THREAD_NAME)


def test_a_host_that_asks_for_a_rest_is_not_asked_for_other_files_meanwhile(server):
    server.reset()
    server.set_faults([{"match": "0.tif", "kind": "503", "times": 1, "retry_after": 25}])
    patient = replace(HURRIED, file_budget_s=60)
    reader = WindowReader(patient, general=Noting(), connections=1)
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(2)]
    with closing(reader.read_all(jobs, open_plainly)) as reads:
        while not server.stats()["requests"]:
            assert next(reads) is None
        assert [next(reads) for _ in range(4)] == [None] * 4
        assert server.stats()["requests"] == 1


def test_a_rest_that_no_file_can_wait_for_stops_nobody_else(server):
    server.set_faults([{"match": "0.tif", "kind": "503", "retry_after": 86400}])
    reader = WindowReader(HURRIED, general=Noting(), connections=1)
    jobs = [ReadJob(Asset("B04", f"{server.url}/{n}.tif"), INSIDE) for n in range(2)]
    found = {read.job.asset.href: read for read in reader.read_all(jobs, open_plainly) if read}
    assert found[jobs[0].asset.href].error
    assert found[jobs[1].asset.href].pixels


def test_nothing_asked_is_nothing_done(reader):
    assert list(reader.read_all([], open_plainly)) == []
