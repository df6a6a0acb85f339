"""Waiting ends: slow files, odd rests, runs that are given up, readers that are closed."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest

from cbm_chips.core.model import Asset
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Access, ReadJob, open_plainly
from cbm_chips.core.reading.failures import (
    HostBusy,
    HostUnreachable,
    PermanentFailure,
    TimeBudgetExceeded,
    UnexpectedContent,
)
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.retries import ReadError, RetryPolicy, TimeBudget
from cbm_chips.core.reading.shutdown import THREAD_NAME
from cbm_chips.core.sources.http.json_client import JsonClient
from tests.core.reading.faults.reads import (
    GRID,
    HURRIED,
    INSIDE,
    by_rasterio,
    error_of,
    outcomes,
    share_of,
)
from tests.servers.scripted import scripted, trickling

ROOM_S = 150.0
"""For a machine under load."""
NONSENSE = (
    "soon",
    "-5",
    "1e400",
    "1e9",
    "",
    "\t",
    "0x10",
    "NaN",
    "9" * 400 + "x",
    "5 6",
    "Mon, 01 Jan 2024 00:00:00 +99999999999999999999",
    "Mon, 99 Foo 99999 99:99:99 GMT",
    "Mon, 01 Jan 0000 00:00:00 GMT",
    "Mon, 01 Jan 2024 00:00:00 -2359",
    "Mon, 01 Jan 1900",
)


@pytest.mark.parametrize("status", [429, 503])
def test_a_retry_after_that_makes_no_sense_is_as_good_as_none(make, folder, status):
    good, headers = (200, {}, (folder / "deflate.tif").read_bytes()), share_of(NONSENSE, make)
    script = {
        f"/{number}.tif": [(status, {"Retry-After": header}, ""), good]
        for number, header in enumerate(headers)
    }
    with scripted(script) as server:
        reads = outcomes(make(HURRIED), [f"{server.url}{path}" for path in script])
    failed = [header for header, read in zip(headers, reads) if read.error]
    assert failed == []
    assert all((read.pixels.values == INSIDE).all() for read in reads)


@pytest.mark.parametrize("header", ["86400", "9" * 30, "Mon, 01 Jan 2190 00:00:00 GMT"])
def test_a_server_that_asks_to_wait_for_a_day_is_told_at_once(make, header):
    with scripted({"/a.tif": (429, {"Retry-After": header}, "")}) as server:
        error = error_of(make(HURRIED), f"{server.url}/a.tif")
        assert len(server.asked) == 1
    assert str(error).startswith("429, the server asks for fewer requests, and to wait ")
    assert error.http_status == 429


TRICKLES = {
    "silent": (b"", b""),
    "a head without end": (b"HTTP/1.1 206 Partial\r\n", b"X: y\r\n"),
    "a body without end": (b"HTTP/1.1 206 Partial\r\nContent-Length: 5000\r\n\r\n", b"x"),
    "chunks without end": (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "words ahead without end": (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),
    "no length and no end": (b"HTTP/1.1 200 OK\r\n\r\nII", b"x"),
    "a head that comes fast": (b"HTTP/1.1 206 Partial\r\n", b"X: y\r\n" * 3),
}


@pytest.mark.parametrize("kind", TRICKLES)
def test_a_file_that_comes_too_slowly_ends_with_its_time(make, kind):
    quick = replace(HURRIED, file_budget_s=0.3, retries=9)
    with trickling(*TRICKLES[kind]) as slow:
        error = error_of(make(quick), f"{slow}/a.tif")
    assert isinstance(error, TimeBudgetExceeded)
    assert "took longer than 0.3 s" in str(error)


@pytest.mark.parametrize("kind", TRICKLES)
def test_other_files_come_while_one_trickles(make, folder, kind):
    patient = replace(HURRIED, read_timeout_s=500, file_budget_s=500)
    body = (folder / "deflate.tif").read_bytes()
    with trickling(*TRICKLES[kind]) as slow, scripted({"/a.tif": (200, {}, body)}) as server:
        hrefs = [f"{slow}/a.tif", f"{server.url}/a.tif"]
        jobs = [ReadJob(Asset("B04", href), GRID) for href in hrefs]
        reads = make(patient).read_all(jobs, open_plainly)
        good = next(filter(None, reads))
        reads.close()
    assert good.job is jobs[1]
    assert (good.pixels.values == INSIDE).all()


def test_time_runs_on_over_all_tries_and_from_one_reader_to_the_next(folder):
    """What the block reader has used up is not there for the general reader."""
    given = []

    class Noting:
        def read_all(self, jobs, access):
            given.extend(job.left_s for job in jobs)
            yield from by_rasterio(HURRIED).read_all(jobs, access)

    body = (folder / "lzw.tif").read_bytes()
    script = {"/a.tif": [(503, {"Retry-After": "1"}, ""), (200, {}, body)]}
    with scripted(script) as server:
        (read,) = outcomes(WindowReader(HURRIED, general=Noting()), [f"{server.url}/a.tif"])
    assert (read.pixels.values == INSIDE).all()
    assert given
    assert all(left_s <= HURRIED.file_budget_s - 1 for left_s in given)


@pytest.mark.parametrize("left_s", [0.0, 0.2, 7.4, None])
def test_a_file_that_gdal_fetches_itself_ends_as_well(left_s):
    """GDAL takes whole seconds, and 0 for ever."""
    given = []

    class Backend:
        def read(self, path, grid, options, asset):
            given.append(options["GDAL_HTTP_TIMEOUT"])
            raise ReadError("HTTP response code: 404")

    job = ReadJob(Asset("B04", "s3://bucket/a.tif"), GRID, left_s=left_s)
    reader = RasterReader(replace(HURRIED, file_budget_s=9), backend=Backend())
    (read,) = filter(None, reader.read_all([job], open_plainly))
    if left_s == 0:
        assert str(read.error) == "bucket took longer than 9 s for one file"
    assert given == {0.0: [], 0.2: ["1"], 7.4: ["8"], None: ["9"]}[left_s]


def test_a_file_that_is_late_is_late_for_all_of_its_time_whoever_read_last(folder):
    body = (folder / "lzw.tif").read_bytes()
    hurried = replace(HURRIED, file_budget_s=2)
    script = {"/a.tif": [(200, {}, body), (503, {"Retry-After": "1"}, ""), (503, {}, "")]}
    job = ReadJob(Asset("B04", "/a.tif"), GRID, left_s=0.0)
    with scripted(script) as server:
        job = replace(job, asset=Asset("B04", f"{server.url}/a.tif"))
        (read,) = filter(None, by_rasterio(hurried).read_all([job], open_plainly))
    assert str(read.error).endswith("took longer than 2 s for one file")


def test_a_run_that_is_given_up_ends_while_a_file_trickles(make, new_threads):
    patient = replace(HURRIED, read_timeout_s=500, file_budget_s=500)
    with trickling(b"HTTP/1.1 206 Partial\r\nContent-Length: 5000\r\n\r\n", b"x") as slow:
        reads = make(patient).read_all([ReadJob(Asset("B04", f"{slow}/a.tif"), GRID)], open_plainly)
        assert next(reads) is None
        reads.close()
        new_threads.join(THREAD_NAME)


def test_a_run_that_is_given_up_ends_while_a_source_is_asked_for_a_signature(make, new_threads):
    patient = JsonClient(replace(HURRIED, read_timeout_s=500, question_timeout_s=500))
    words = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n"
    with closing(patient), trickling(words, b" ") as slow:

        def access(asset: Asset, *, renew: bool = False) -> Access:
            return Access(patient.json(f"{slow}/token"))

        jobs = [ReadJob(Asset("B04", f"{slow}/{name}.tif"), GRID) for name in "ab"]
        reads = make(HURRIED).read_all(jobs, access)
        assert next(reads) is None
        reads.close()
        new_threads.join(THREAD_NAME)


def test_a_reader_that_is_closed_ends_its_runs_and_reads_no_more(make, new_threads):
    patient = replace(HURRIED, read_timeout_s=500, file_budget_s=500)
    with trickling(b"HTTP/1.1 206 Partial\r\nContent-Length: 5000\r\n\r\n", b"x") as slow:
        jobs = [ReadJob(Asset("B04", f"{slow}/a.tif"), GRID)]
        reader = make(patient)
        reads = reader.read_all(jobs, open_plainly)
        assert next(reads) is None
        reader.close()
        for left in (reads, reader.read_all(jobs, open_plainly)):
            with closing(left), pytest.raises(ReadError, match=r"closed|given up"):
                raise next(filter(None, left)).error
    new_threads.join("cbm-chips-")


A_SILENT_NAME_SERVICE = """
import socket, threading
socket.getaddrinfo = lambda *question, **how: threading.Event().wait()
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import open_plainly
from cbm_chips.core.reading.contract import ReadJob
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.default_reader import default_reader
job = ReadJob(Asset("B04", "https://host.example/a.tif"), Grid(32631, 0.0, 0.0, 10.0, 8, 8))
reads = default_reader(Network()).read_all([job], open_plainly)
print(next(reads))
reads.close()
"""


def test_a_process_ends_while_the_name_service_is_silent():
    words = [sys.executable, "-c", A_SILENT_NAME_SERVICE]
    done = subprocess.run(words, capture_output=True, text=True, timeout=ROOM_S, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "None\n", "")


def tries_of(failure):
    network = Network(retries=9, retry_delay_s=0.5)
    patience, waits = RetryPolicy(network, TimeBudget(network.file_budget_s)), []
    try:
        while True:
            waits.append(patience.wait_s(failure))
    except ReadError:
        return waits


def test_where_nobody_is_there_it_is_tried_again_for_less_than_three_seconds():
    assert sum(tries_of(HostUnreachable("nobody"))) < 3
    assert len(tries_of(HostUnreachable("nobody"))) == 2
    assert len(tries_of(UnexpectedContent("a web page"))) == 1
    assert tries_of(PermanentFailure("never")) == []
    assert len(tries_of(ReadError("reset"))) > 4
    assert tries_of(HostBusy("429", http_status=429, wait_s=40.0))[0] == 40.0


def test_time_runs_while_somebody_waits_and_a_file_that_comes_is_not_late():
    now = [0.0]
    budget = TimeBudget(60, lambda: now[0])
    now[0] = 1000.0
    assert budget.left_s == 60
    with budget.running():
        now[0] += 10
        with budget.running():
            now[0] += 10
        assert budget.left_s == 40
    now[0] += 1000
    assert budget.left_s == 40
    with budget.running():
        now[0] += 30
        budget.credit(20_000)
        assert budget.left_s == 30
        now[0] += 500
        assert budget.left_s == 0
        budget.credit(10**9)
        now[0] += 5 * 60
        assert budget.left_s == 0
