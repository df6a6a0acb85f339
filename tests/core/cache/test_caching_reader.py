"""The reader behind the cache: what was read once is not asked for again, by whomever."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from cbm_chips.core.cache import (
    CACHED,
    CachedReader,
    ChipCache,
)
from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import Access, Read
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.builders import LEFT, TOP, write_tile
from tests.core.cache.windows import (
    HURRIED,
    a_reader,
    forgetfully,
    in_another_process,
    job,
    jobs_for,
    key_of,
    outcomes,
    some_pixels,
    values_of,
)
from tests.servers.process import ServerProcess


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    rng = np.random.default_rng(7)
    for name in ("B04", "B08", "B03", "other/B04", "other/B08"):
        path = root / f"{name}.tif"
        path.parent.mkdir(exist_ok=True)
        write_tile(path, rng.integers(1, 20_000, (256, 256)).astype("uint16"))
    return root


@pytest.fixture(scope="module")
def started(folder):
    with ServerProcess("range_files", folder, "--latency-ms", 20) as server:
        yield server


def paths_asked(server) -> dict[str, int]:
    return {path: found["requests"] for path, found in server.stats()["by_path"].items()}


def test_the_second_time_nothing_is_asked_of_the_server(server, cache):
    jobs = jobs_for(server, "B04", "B08")
    first = values_of(a_reader(cache), jobs)
    server.reset()
    assert values_of(a_reader(cache), jobs) == first
    assert server.stats()["requests"] == 0


def test_a_longer_list_reads_only_what_is_new(server, cache):
    values_of(a_reader(cache), jobs_for(server, "B04", "B08"))
    server.reset()
    values_of(a_reader(cache), jobs_for(server, "B04", "B08", "other/B04", "other/B08"))
    assert set(paths_asked(server)) == {"/other/B04.tif", "/other/B08.tif"}


def test_another_composite_reads_only_the_missing_band(server, cache):
    values_of(a_reader(cache), jobs_for(server, "B04", "B08"))
    server.reset()
    values_of(a_reader(cache), jobs_for(server, "B08", "B04", "B03"))
    assert set(paths_asked(server)) == {"/B03.tif"}


def test_another_window_of_the_same_file_is_another_chip(server, cache, folder):
    here = jobs_for(server, "B04")
    there = jobs_for(server, "B04", grid=Grid(32631, LEFT + 900, TOP - 900, 10.0, 64, 64))
    assert values_of(a_reader(cache), here) != values_of(a_reader(cache), there)


def test_a_new_signature_finds_what_the_old_one_read(server, cache):
    def signed(asset: Asset, *, renew: bool = False) -> Access:
        return Access(f"{asset.href}?sig=now", forgetfully(asset).options)

    jobs = jobs_for(server, "B04")
    first = values_of(a_reader(cache), jobs, signed)
    server.reset()
    later = [job(f"{jobs[0].asset.href}?sv=2020-08-04&se=2030-01-01&sig={'a' * 43}=")]
    assert list(values_of(a_reader(cache), later).values()) == list(first.values())
    assert server.stats()["requests"] == 0


def test_the_same_window_twice_in_one_list_is_read_once_and_comes_twice(server, cache):
    jobs = jobs_for(server, "B04", "B04", "B08", "B04")
    alone = requests_of_one_run(server, ("B04",))
    values_of(a_reader(cache), jobs)
    assert paths_asked(server)["/B04.tif"] == alone


def test_local_files_are_read_and_not_kept(cache, folder):
    names = ("B04", "B08", "B04")
    values_of(a_reader(cache), [job(str(folder / f"{name}.tif"), name) for name in names])
    assert cache.use().entries == 0


def test_a_failure_is_not_kept(server, cache):
    server.set_faults([{"match": "B04", "kind": "404"}])
    jobs = jobs_for(server, "B04", "B08")
    reads = {
        read.job.asset.band: read
        for read in filter(None, a_reader(cache).read_all(jobs, forgetfully))
    }
    assert reads["B04"].error.http_status == 404
    assert reads["B08"].pixels is not None
    server.set_faults([])
    values_of(a_reader(cache), jobs)


def test_two_threads_that_want_the_same_at_once_read_it_once(server, cache):
    names = ("B04", "B08", "B03")
    alone = requests_of_one_run(server, names)
    barrier = threading.Barrier(4)

    def run(_: int):
        barrier.wait(timeout=60)
        return values_of(a_reader(cache), jobs_for(server, *names))

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(run, range(4)))
    assert all(values == found[0] for values in found)
    assert server.stats()["requests"] == alone


def requests_of_one_run(server, names) -> int:
    """What one run without a cache asks; the counters are at zero afterwards."""
    values_of(RasterReader(HURRIED), jobs_for(server, *names))
    requests = server.stats()["requests"]
    server.reset()
    assert requests >= len(names)
    return requests


READER = """
import sys, types
from pathlib import Path
from cbm_chips.core.cache import ChipCache
from tests.core.cache.windows import a_reader, jobs_for, values_of
server = types.SimpleNamespace(url=sys.argv[2])
jobs = jobs_for(server, "B04", "B08", "B03")
values = values_of(a_reader(ChipCache(Path(sys.argv[1]))), jobs)
print(sorted((href[-7:], rows[0][:3]) for href, rows in values.items()))
"""


def test_two_processes_that_want_the_same_at_once_read_it_once(server, tmp_path):
    alone = requests_of_one_run(server, ("B04", "B08", "B03"))
    children = [in_another_process(READER, tmp_path, server.url) for _ in range(2)]
    one, other = outcomes(children)
    assert one == other != ""
    assert server.stats()["requests"] == alone


def test_a_run_that_is_closed_halfway_gives_its_leases_back(server, cache):
    jobs = jobs_for(server, "B04", "B08", "B03", "other/B04")
    reads = a_reader(cache).read_all(jobs, forgetfully)
    next(reads)
    reads.close()
    assert not [j for j in jobs if key_of("test", j) in cache.leases.held()]
    values_of(a_reader(cache), jobs)


@pytest.mark.parametrize("ends_by", ["closing", "failing"])
def test_what_had_come_when_a_run_ended_early_is_not_asked_for_again(server, cache, ends_by):
    jobs = jobs_for(server, "B04", "B08", "B03", "other/B04")
    reader = CachedReader(EndsAfter(2), cache, source="test")
    reads = reader.read_all(jobs, forgetfully)
    came = [next(filter(None, reads)).job for _ in range(2)]
    if ends_by == "closing":
        reads.close()
    else:
        with pytest.raises(EOFError):
            next(filter(None, reads))
    server.reset()
    values_of(a_reader(cache), came)
    assert server.stats()["requests"] == 0


class EndsAfter:
    """A reader that breaks after some windows."""

    def __init__(self, number: int) -> None:
        self._number = number

    def read_all(self, jobs, access):
        reads = filter(None, RasterReader(HURRIED).read_all(jobs, access))
        for number, one in enumerate(reads):
            if number == self._number:
                raise EOFError
            yield one


class CountingCache(ChipCache):
    """Knows how many windows were written at once."""

    def put_all_pixels(self, windows, **released):
        self.written = [*getattr(self, "written", ()), len(windows)]
        super().put_all_pixels(windows, **released)


class Made:
    """A reader of made windows; some fail, and it pauses once."""

    def read_all(self, jobs, access):
        for number, one in enumerate(jobs):
            if number == 40:
                yield None
            if number % 10:
                yield Read(one, pixels=some_pixels(number))
            else:
                yield Read(one, error=ReadError("made to fail"))


def test_windows_are_written_a_few_dozens_at_once_or_when_nothing_comes(tmp_path):
    cache = CountingCache(tmp_path)
    jobs = [job(f"https://host/{number}.tif") for number in range(100)]
    reads = list(CachedReader(Made(), cache, source="test").read_all(jobs, forgetfully))
    assert len(reads) == 101
    assert len([size for size in cache.written if size]) <= 5
    assert sum(cache.written) == 90
    assert not cache.leases.held()
    again = list(CachedReader(Made(), cache, source="test").read_all(jobs, forgetfully))
    assert sum(one.pixels is not None and one.pixels.reader == CACHED for one in again if one) == 90


def test_who_waits_for_a_run_that_gives_up_reads_itself(server, cache):
    jobs = jobs_for(server, "B04", "B08")
    first = a_reader(cache).read_all(jobs, forgetfully)
    next(first)
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(values_of, a_reader(cache), jobs)
        first.close()
        assert len(waiting.result(timeout=60)) == 2


def test_one_thread_that_runs_two_requests_in_turns_does_not_wait_for_itself(server, cache):
    jobs = jobs_for(server, "B04", "B08", "B03")
    runs = (a_reader(cache).read_all(jobs, forgetfully) for _ in range(2))
    turns = zip(*(filter(None, reads) for reads in runs))
    assert len(list(turns)) == 3


DYING_OWNER = """
import sys
from pathlib import Path
from cbm_chips.core.cache import ChipCache, shared_leases
shared_leases.LEASE_S = 0.5
assert ChipCache(Path(sys.argv[1])).leases.take([sys.argv[2]])
"""


def test_a_lease_left_behind_by_a_process_that_died_runs_out(server, cache, tmp_path):
    jobs = jobs_for(server, "B04")
    outcomes([in_another_process(DYING_OWNER, tmp_path / "cache", key_of("test", jobs[0]))])
    assert len(values_of(a_reader(cache), jobs)) == 1
