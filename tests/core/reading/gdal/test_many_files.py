"""Many files at once: each its own pixels, no more threads than agreed, none left behind."""

from __future__ import annotations

import threading
from contextlib import closing
from dataclasses import replace

import pytest

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import THREADS, Access, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import THREAD_NAME
from tests.builders import LEFT, TOP
from tests.core.reading.gdal.windows import INSIDE, direct, pixels_of


def test_a_failed_job_never_spoils_the_others(reader, server, folder, fresh_url):
    (folder / "broken.tif").write_bytes(b"II*\0" + bytes(300))
    hrefs = [fresh_url, f"{server.url}/none.tif", folder / "broken.tif", folder / "B08.tif"]
    jobs = [ReadJob(Asset("B04", str(href)), INSIDE) for href in hrefs]
    found = filter(None, reader.read_all(jobs, open_plainly))
    reads = {read.job.asset.href: read for read in found}
    assert len(reads) == len(jobs)
    assert [reads[str(href)].error is None for href in hrefs] == [True, False, False, True]
    assert (reads[fresh_url].pixels.values == direct(folder / "B04.tif", INSIDE)).all()


def test_many_windows_at_once_are_each_the_right_one(reader, server, folder):
    grids = [
        Grid(32631, LEFT + 1280 * col, TOP - 1280 * row, 10.0, 128, 128)
        for row in range(2)
        for col in range(4)
    ]
    jobs = [ReadJob(Asset("B08", f"{server.url}/B08.tif"), grid) for grid in grids]
    reads = list(filter(None, reader.read_all(jobs, open_plainly)))
    assert {id(read.job) for read in reads} == {id(job) for job in jobs}
    for read in reads:
        assert (pixels_of(read).values == direct(folder / "B08.tif", read.job.grid)).all()


def test_nothing_asked_is_nothing_done(reader):
    assert list(reader.read_all([], open_plainly)) == []


def test_closing_the_run_ends_its_threads_and_starts_nothing_new(
    backend, server, folder, new_threads
):
    network = Network(retries=9, retry_delay_s=1000, file_budget_s=1e6)
    patient = RasterReader(network, threads=4, backend=backend)
    server.set_faults([{"match": "never", "kind": "503"}])
    good = ReadJob(Asset("B08", str(folder / "B08.tif")), INSIDE)
    never = [ReadJob(Asset("B04", f"{server.url}/never/{n}.tif"), INSIDE) for n in range(40)]
    reads = patient.read_all([good, *never], open_plainly)
    assert next(filter(None, reads)).job is good
    assert 1 <= len(new_threads.alive(THREAD_NAME)) <= 4
    reads.close()
    new_threads.join(THREAD_NAME)
    asked = {path for path in server.stats()["by_path"] if "never" in path}
    assert len(asked) <= 8


@pytest.mark.parametrize(("threads", "cores"), [(3, 16), (16, 2)], ids=["agreed", "cores"])
def test_no_more_files_are_read_at_once_than_agreed_and_than_there_are_cores(
    backend, folder, monkeypatch, threads, cores
):
    monkeypatch.setattr("os.cpu_count", lambda: cores)
    busiest, lock, now = 0, threading.Lock(), set()

    class Counting:
        """The real backend, with a count of who is inside."""

        name, lent = backend.name, backend.lent

        def read(self, path, grid, options, asset):
            nonlocal busiest
            with lock:
                now.add(threading.get_ident())
                busiest = max(busiest, len(now))
            try:
                return backend.read(path, grid, options, asset)
            finally:
                with lock:
                    now.discard(threading.get_ident())

    jobs = [ReadJob(Asset("B08", str(folder / "B08.tif")), INSIDE) for _ in range(12)]
    reads = RasterReader(threads=threads, backend=Counting()).read_all(jobs, open_plainly)
    assert len(list(filter(None, reads))) == 12
    assert busiest <= min(threads, cores) < THREADS


def test_files_on_disk_have_no_thread_that_only_waits_for_a_core(backend, folder, monkeypatch):
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    seen = set()

    def access(asset: Asset, *, renew: bool = False) -> Access:
        seen.add(threading.current_thread())
        return Access(asset.href)

    jobs = [ReadJob(Asset("B08", str(folder / "B08.tif")), INSIDE) for _ in range(12)]
    reads = RasterReader(backend=backend).read_all(jobs, access)
    assert all(pixels_of(read).values.any() for read in filter(None, reads))
    assert 1 <= len(seen) <= 2


def test_files_whose_bytes_do_not_come_keep_no_other_waiting(
    backend, server, folder, monkeypatch, new_threads
):
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    server.set_faults([{"match": "never", "kind": "stall", "seconds": 600}])
    hrefs = [f"{server.url}/never/{number}.tif" for number in range(4)]
    jobs = [ReadJob(Asset("B08", str(href)), INSIDE) for href in (*hrefs, folder / "B08.tif")]
    reader = RasterReader(replace(Network(), read_timeout_s=600), threads=5, backend=backend)
    with closing(reader.read_all(jobs, open_plainly)) as reads:
        assert next(filter(None, reads)).job is jobs[-1]
    new_threads.join(THREAD_NAME)
