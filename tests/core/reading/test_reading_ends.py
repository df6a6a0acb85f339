"""One address, header or file never costs another, everything ends, and says why."""

from __future__ import annotations

import gzip
import logging
import socket
import struct
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from rasterio.shutil import copy

from cbm_chips.core.errors import SourceError
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Access, ReadJob, open_plainly
from cbm_chips.core.reading.failures import (
    HostBusy,
    HostUnreachable,
    PermanentFailure,
    TimeBudgetExceeded,
    UnexpectedContent,
)
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.http.connection import HttpResponse
from cbm_chips.core.reading.http.content_range import file_range_of
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.origins import host_of
from cbm_chips.core.reading.retries import ReadError, RetryPolicy, TimeBudget
from cbm_chips.core.reading.shutdown import THREAD_NAME
from cbm_chips.core.sources.http.json_client import JsonClient
from tests.builders import LEFT, TOP, write_tile
from tests.effort import in_turns
from tests.servers.scripted import scripted, trickling

HURRIED = Network(retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
GRID = Grid(32631, LEFT + 100, TOP - 200, 10.0, 64, 64)
VALUES = np.random.default_rng(8).integers(1, 9000, (128, 128)).astype("uint16")
INSIDE = VALUES[20:84, 10:74]
ROOM_S = 30.0
"""For a machine under load."""


class Never:
    """A general reader that must not be asked."""

    def read_all(self, jobs, access):
        raise AssertionError("handed over")
        yield

    def close(self):
        """Nothing is open."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    write_tile(root / "deflate.tif", VALUES, predictor=2)
    write_tile(root / "lzw.tif", VALUES, compress="lzw")
    lossless = {"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES"}
    copy(root / "lzw.tif", root / "jpeg.jp2", **lossless)
    return root


def windows(network: Network):
    return WindowReader(network, general=Never())


def by_rasterio(network: Network):
    return RasterReader(network, backend=RasterioBackend())


def by_osgeo(network: Network):
    pytest.importorskip("osgeo")
    return RasterReader(network, backend=OsgeoBackend())


def name_or_text(value):
    return getattr(value, "__name__", None) or ascii(value)


READERS = (windows, by_rasterio, by_osgeo)


@pytest.fixture(params=READERS, ids=lambda make: make.__name__)
def make(request):
    return request.param


def complete(make):
    """With somebody to hand over to."""
    return make(HURRIED) if make is not windows else both(HURRIED)


def both(network: Network):
    return WindowReader(network, general=by_osgeo(network))


def outcomes(reader, hrefs, access=open_plainly):
    jobs = [ReadJob(Asset("B04", str(href)), GRID) for href in hrefs]
    found = {id(read.job): read for read in reader.read_all(jobs, access) if read}
    assert len(found) == len(jobs)
    return [found[id(job)] for job in jobs]


def error_of(reader, href):
    (read,) = outcomes(reader, [href])
    assert read.pixels is None
    return read.error


# The border around a job

ANYTHING = (
    UnicodeEncodeError("idna", "x", 0, 1, "label too long"),
    ValueError("Invalid IPv6 URL"),
    OverflowError("date value out of range"),
    MemoryError(),
    RecursionError(),
    AssertionError(),
    struct.error("unpack"),
    KeyError("x"),
    IndexError(),
    TypeError(),
    ZeroDivisionError(),
    StopIteration(),
    EOFError(),
    OSError(5, "Input/output error"),
    SourceError("no key for this bucket"),
    ReadError("404, file missing", http_status=404),
)


def kind_of(error):
    return type(error).__name__


@pytest.mark.parametrize("error", ANYTHING, ids=kind_of)
def test_whatever_a_source_raises_fails_its_own_file_alone(make, folder, error):
    bad = str(folder / "bad.tif")

    def access(asset: Asset, *, renew: bool = False) -> Access:
        if asset.href == bad:
            raise error
        return Access(asset.href)

    with scripted({"/deflate.tif": (200, {}, (folder / "deflate.tif").read_bytes())}) as server:
        bad = f"{server.url}/bad.tif?sig=secret"
        good = f"{server.url}/deflate.tif"
        first, second, third = outcomes(make(HURRIED), [good, bad, good], access)
    assert (first.pixels.values == INSIDE).all()
    assert (third.pixels.values == INSIDE).all()
    assert isinstance(second.error, ReadError)


@pytest.mark.parametrize("error", ANYTHING, ids=kind_of)
def test_whatever_goes_wrong_in_a_reader_fails_its_own_file_alone(folder, error, caplog):
    class Broken(RasterioBackend):
        def read(self, path, grid, options, asset=None):
            if path.endswith("bad.tif"):
                raise error
            return super().read(path, grid, options, asset)

    (folder / "bad.tif").write_bytes((folder / "lzw.tif").read_bytes())
    general = RasterReader(HURRIED, backend=Broken())
    for reader in (general, WindowReader(HURRIED, general=general)):
        bad, good = outcomes(reader, [folder / "bad.tif", folder / "lzw.tif"])
        assert isinstance(bad.error, ReadError)
        assert (good.pixels.values == INSIDE).all()
    ours = isinstance(error, (ReadError, SourceError))
    assert any("Traceback" in record.getMessage() for record in caplog.records) != ours


def test_a_general_reader_that_fails_as_a_whole_costs_the_files_it_was_asked_for(folder, caplog):
    caplog.set_level(logging.CRITICAL)
    reader = WindowReader(HURRIED, general=Never())
    bad, good = outcomes(reader, [folder / "lzw.tif", folder / "deflate.tif"])
    assert "AssertionError" in str(bad.error)
    assert (good.pixels.values == INSIDE).all()


def test_the_log_tells_the_mistake_and_no_signature(make, caplog):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        raise KeyError(f"{asset.href}")

    (read,) = outcomes(make(HURRIED), ["http://127.0.0.1:9/a.tif?sig=secret"], access)
    assert "KeyError" in str(read.error)
    assert "Traceback" in caplog.text
    assert "secret" not in caplog.text + str(read.error)


def test_the_log_tells_the_mistake_and_no_login(make, caplog):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        raise KeyError("https://user:secret@host.example/a.tif, http://secret@host.example")

    outcomes(make(HURRIED), ["http://127.0.0.1:9/a.tif"], access)
    assert "https://host.example/a.tif" in caplog.text
    assert "secret" not in caplog.text


# Addresses

MALFORMED = (
    f"https://{'a' * 64}.example/x.tif",
    "https://a..b/x.tif",
    "https://.example/x.tif",
    "https://[bad/x.tif",
    "http://[::zz]/x.tif",
    "https://ex\u2100mple.com/x.tif",
    "https://\ud800.example/x.tif",
    "https://host.example:99999/x.tif",
    "https://host.example:x/x.tif",
    "https:///x.tif",
    "http://",
    "https://host .example/x.tif",
    "https://%zz/x.tif",
    "https://@/x.tif",
    "ftp://127.0.0.1/x.tif",
    "gs://bucket/x.tif",
    "s3://",
    "s3://bucket",
    "s3:///x.tif",
)


@pytest.mark.parametrize(
    ("href", "make"), in_turns(MALFORMED, READERS), ids=name_or_text, indirect=["make"]
)
def test_a_malformed_address_fails_its_own_file_at_once_and_in_words(make, folder, href, caplog):
    # Whoever hands over an address of another kind gets the general reader's words.
    reader = complete(make)
    good = folder / "deflate.tif"
    first, bad, last = outcomes(reader, [good, href, good])
    assert (first.pixels.values == INSIDE).all()
    assert (last.pixels.values == INSIDE).all()
    assert isinstance(bad.error, PermanentFailure)
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize(
    "href", ["\ud800.tif", "{url}/\ud800.tif", "{url}/a\0b.tif", "a\0b.tif"], ids=ascii
)
def test_half_a_character_in_an_address_fails_its_own_file_alone(make, folder, href):
    reader = complete(make)
    with scripted({}) as server:
        bad, good = outcomes(reader, [href.format(url=server.url), folder / "deflate.tif"])
    assert isinstance(bad.error, ReadError)
    assert (good.pixels.values == INSIDE).all()


@pytest.mark.parametrize(
    "path",
    [
        "/a b.tif",
        "/a%20b.tif",
        "/a%25b.tif",
        "/100%.tif",
        "/ä.tif",
        "/a+b.tif",
        "/a.tif?x=1 2&y=%C3%A4",
    ],
)
def test_every_reader_writes_an_address_in_the_same_way(folder, path):
    body = (folder / "deflate.tif").read_bytes()
    asked = []
    for make in (windows, by_rasterio, by_osgeo):
        with scripted(_Any(200, {}, body)) as server:
            (read,) = outcomes(make(HURRIED), [f"{server.url}{path}"])
            assert (read.pixels.values == INSIDE).all()
            asked.append({path for path, _ in server.asked})
    assert asked[0] == asked[1] == asked[2]
    assert all(" " not in path and path.isascii() for path in asked[0])


class _Any(dict):
    """The same answer to every path."""

    def __init__(self, *answer):
        super().__init__()
        self._answer = answer

    def get(self, key, default=None):
        return self._answer


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://me:word@host.example:8443/a", "host.example:8443"),
        ("https://host.example/a", "host.example"),
        ("https://[::1]/a", "[::1]"),
        ("https://[::1]:8443/a", "[::1]:8443"),
        ("https://me:word/@host.example/a", ""),
        ("https://[bad/a", ""),
        ("/a/b.tif", ""),
    ],
)
def test_a_message_names_the_host_and_no_login(url, host):
    assert host_of(url) == host


# Redirects


@pytest.mark.parametrize(
    "location",
    [
        "",
        "ftp://127.0.0.1/x",
        "file:///etc/passwd",
        "//",
        "http://[bad/x",
        f"http://{'a' * 64}.example/",
        "http://a..b/",
        "http://127.0.0.1:99999/",
        "javascript:x",
        "/loop.tif",
    ],
)
def test_a_redirect_that_leads_nowhere_is_final(make, location):
    """The block reader hands it to nobody, and nobody tries again."""
    with scripted({"/loop.tif": (302, {"Location": location}, "")}) as server:
        error = error_of(make(HURRIED), f"{server.url}/loop.tif?sig=secret")
        assert isinstance(error, PermanentFailure)
        assert "secret" not in str(error)
        assert len(server.asked) == (6 if location in ("/loop.tif", "//") else 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_login_stays_at_home_whoever_reads(make, folder, status):
    body = (folder / "deflate.tif").read_bytes()

    def access(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, headers={"Authorization": "Bearer t0ken"})

    with scripted({"/a.tif": (200, {}, body)}) as there:
        script = {"/a.tif": (status, {"Location": f"{there.url}/a.tif"}, "")}
        with scripted(script) as home:
            (read,) = outcomes(make(HURRIED), [f"{home.url}/a.tif"], access)
            assert (read.pixels.values == INSIDE).all()
            assert all("Authorization" in headers for _, headers in home.asked)
            assert not any("Authorization" in headers for _, headers in there.asked)
            assert home.asked
            assert there.asked


@pytest.mark.parametrize("login", ["a\r\nX-Evil: 1", "ä\u2100", "\0"])
def test_a_login_that_would_be_more_than_one_header_is_not_sent(make, login):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, headers={"Authorization": login})

    with scripted({}) as server:
        (read,) = outcomes(make(HURRIED), [f"{server.url}/a.tif"], access)
        assert isinstance(read.error, PermanentFailure)
        assert server.asked == []


# Waiting

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


@pytest.mark.parametrize(
    ("header", "status", "make"), in_turns(NONSENSE, [429, 503], READERS), indirect=["make"]
)
def test_a_retry_after_that_makes_no_sense_is_as_good_as_none(make, folder, status, header):
    good = (200, {}, (folder / "deflate.tif").read_bytes())
    script = {"/a.tif": [(status, {"Retry-After": header}, ""), good]}
    with scripted(script) as server:
        (read,) = outcomes(make(HURRIED), [f"{server.url}/a.tif"])
    assert (read.pixels.values == INSIDE).all()


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
    done = subprocess.run(words, capture_output=True, text=True, timeout=2 * ROOM_S, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "None\n", "")


@pytest.mark.parametrize("content", [None, "nonsense"])
def test_certificates_that_can_not_be_read_are_told_as_such(make, tmp_path, content):
    file = tmp_path / "trusted.pem"
    if content:
        file.write_text(content)
    error = error_of(make(replace(HURRIED, ca_file=str(file))), "https://127.0.0.1:9/a.tif")
    assert str(error).startswith(f"the certificates to be trusted can't be read from {file}")


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


# Words

PAGE = "<!DOCTYPE html><html><body>sign in</body></html>"
ANSWERS = {
    "a page": ((200, {"Content-Type": "text/html"}, PAGE), "gives a web page in place of the file"),
    "a page that calls itself a file": (
        (200, {"Content-Type": "image/tiff"}, PAGE),
        "gives a web page in place of the file",
    ),
    "a part that is a page": (
        (206, {"Content-Range": f"bytes 0-{len(PAGE) - 1}/{len(PAGE)}"}, PAGE),
        "gives a web page in place of the file",
    ),
    "nothing": ((200, {}, ""), "the file is empty"),
    "no such part": ((416, {"Content-Range": "bytes */0"}, ""), "the file is empty"),
    "400": ((400, {}, "no"), "400, the request is refused"),
    "404": ((404, {}, "no"), "404, file missing"),
    "418": ((418, {}, "no"), "418, the request is refused"),
    "500": ((500, {}, "no"), "500, the server failed"),
    "407": ((407, {}, "no"), "407, the proxy needs a login (see QGIS's network options)"),
    "another part": (
        (206, {"Content-Range": "bytes 7-16/5000"}, "0123456789"),
        "gives another part of the file than asked for",
    ),
    "an unnamed part": ((206, {}, "0123456789"), "does not say which part of the file it gives"),
    "a shorter part": (
        (206, {"Content-Range": "bytes 0-9/10"}, "0123"),
        "gives another part of the file than asked for",
    ),
    "broken packing": (
        (200, {"Content-Encoding": "gzip"}, "0123"),
        "can't be used: it is packed, and broken",
    ),
    "unknown packing": (
        (200, {"Content-Encoding": "br"}, "0123"),
        "can't be used: it is packed in a way that nobody asked for",
    ),
}


@pytest.mark.parametrize(("answer", "words"), ANSWERS.values(), ids=ANSWERS)
def test_every_reader_says_in_the_same_words_what_is_wrong_with_an_answer(make, answer, words):
    with scripted({"/a.tif": answer}) as server:
        error = error_of(make(HURRIED), f"{server.url}/a.tif")
        assert str(error).endswith(words)
        assert len(server.asked) <= 1 + HURRIED.retries


@pytest.mark.parametrize(
    "content", [b"II*\0 nothing more", b"{}", b"\x89PNG", b"II*\0" + bytes(300)]
)
def test_what_is_no_raster_is_told_so_and_is_not_asked_for_again_and_again(make, content):
    reader = complete(make)
    with scripted({"/a.tif": (200, {}, content)}) as server:
        error = error_of(reader, f"{server.url}/a.tif?sig=secret")
        assert "neither a GeoTIFF nor JPEG 2000" in str(error) or "a.tif" in str(error)
        assert "vsi" not in str(error) + repr(error)
        assert len(server.asked) <= 6


@pytest.mark.parametrize("name", ["lzw.tif", "jpeg.jp2"])
@pytest.mark.parametrize("grid", [GRID, replace(GRID, left=GRID.left + 4)], ids=["window", "warp"])
@pytest.mark.parametrize("is_remote", [False, True], ids=["local", "remote"])
def test_a_file_that_was_cut_short_is_told_so_and_no_path(
    make, folder, tmp_path, name, grid, is_remote
):
    if make is windows:
        make = both
    data = (folder / name).read_bytes()
    cut = tmp_path / name
    cut.write_bytes(data[: len(data) // 2])
    with scripted({f"/{name}": (200, {}, cut.read_bytes())}) as server:
        job = ReadJob(Asset("B04", f"{server.url}/{name}" if is_remote else str(cut)), grid)
        (read,) = filter(None, make(HURRIED).read_all([job], open_plainly))
    assert str(read.error).startswith("the file is damaged or cut short")
    assert str(tmp_path) not in str(read.error)


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "GZip", " identity , gzip"])
def test_an_answer_that_is_packed_is_unpacked(make, folder, packing):
    body = gzip.compress((folder / "deflate.tif").read_bytes())
    with scripted({"/a.tif": (200, {"Content-Encoding": packing}, body)}) as server:
        (read,) = outcomes(make(HURRIED), [f"{server.url}/a.tif"])
    assert (read.pixels.values == INSIDE).all()


def test_the_unit_of_a_part_has_no_case():
    answer = HttpResponse(
        206, {"content-range": "Bytes  0-9 / 5000"}, memoryview(b"0123456789"), True
    )
    piece = file_range_of(answer, (0, 10), "https://host/a.tif")
    assert (bytes(piece.data), piece.size_bytes) == (b"0123456789", 5000)


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def test_a_proxy_that_is_down_is_told_as_the_proxy(make):
    proxy = f"http://127.0.0.1:{free_port()}"
    for scheme in ("http", "https"):
        error = error_of(make(replace(HURRIED, proxy_url=proxy)), f"{scheme}://host.invalid/a.tif")
        assert f"the proxy {proxy[7:]} did not answer" in str(error)


def test_what_the_process_tells_gdal_of_the_network_is_not_meant_for_us(
    folder, monkeypatch, request
):
    """Its proxy would be asked for this machine, its time-outs are not ours."""
    gdal = pytest.importorskip("osgeo.gdal")
    nobody = f"http://127.0.0.1:{free_port()}"
    monkeypatch.setenv("http_proxy", nobody)
    for name, value in {
        "GDAL_HTTP_PROXY": nobody[7:],
        "GDAL_HTTP_HEADERS": "X: y",
        "CPL_VSIL_CURL_USE_HEAD": "NO",
        "GDAL_HTTP_LOW_SPEED_TIME": "1",
        "GDAL_HTTP_LOW_SPEED_LIMIT": "1000000000",
        "GDAL_HTTP_VERSION": "2PRIOR_KNOWLEDGE",
    }.items():
        gdal.SetConfigOption(name, value)
        request.addfinalizer(lambda name=name: gdal.SetConfigOption(name, None))
    body = (folder / "lzw.tif").read_bytes()
    network = replace(HURRIED, proxy_url=nobody, no_proxy="127.0.0.1")
    with scripted({"/a.tif": (200, {}, body)}) as server:
        for make in (by_osgeo, by_rasterio):
            (read,) = outcomes(make(network), [f"{server.url}/a.tif"])
            assert (read.pixels.values == INSIDE).all()
        assert not any("X" in headers for _, headers in server.asked)


def test_nobody_listening_is_told_as_such(make):
    error = error_of(make(HURRIED), f"http://127.0.0.1:{free_port()}/a.tif")
    assert isinstance(error, HostUnreachable)
    assert str(error).endswith("did not answer: Connection refused")
