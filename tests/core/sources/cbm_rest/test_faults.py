"""A CbM server that fails: every fault has its words, nothing hangs, nothing is left behind."""

from __future__ import annotations

import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar

import pytest

from cbm_chips.core import Chip, FailedChip, SourceError, extract_chips
from cbm_chips.core.errors import SourceUnreachable
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.origins import MOST_REDIRECTS
from cbm_chips.core.sources.cbm_rest.wire.responses import AreaRefused, LoginRefused, ServerFailed
from cbm_chips.core.sources.cbm_rest.wire.single_flight import SharedCalls
from tests.cbm import (
    HURRIED,
    LOGIN,
    SEED,
    a_source,
    asked,
    made_up,
    seed_request,
    serving,
    start_over,
)
from tests.servers.cbm.switches import EVIL_PATHS
from tests.servers.process import ServerProcess
from tests.servers.range_files import LocalServer

HARMLESS = ("absolute",)
PROMPTLY_S = 30.0
"""Far below the server's latency in the tests that cancel, far above a busy machine's hiccups."""
SLOW_S = 600.0
READING = "cbm-chips-cbm-files"


@pytest.fixture(scope="module")
def cbm(sample_archive) -> Iterator[ServerProcess]:
    with serving(sample_archive) as server:
        yield server


@pytest.fixture
def server(cbm) -> ServerProcess:
    return start_over(cbm, products=made_up(*SEED[:4]))


@pytest.fixture
def slow_server(sample_archive) -> Iterator[ServerProcess]:
    """One of its own: what it is still busy with at the end ends with it."""
    with serving(sample_archive, "--latency", SLOW_S) as server:
        yield server


@pytest.fixture
def slow_files(sample_archive) -> Iterator[ServerProcess]:
    """The same with its files."""
    with serving(sample_archive, "--file-latency", SLOW_S) as server:
        yield start_over(server, products=made_up(*SEED[:4]), file_latency=SLOW_S)


@pytest.fixture
def scratch(tmp_path, monkeypatch) -> Path:
    """Where temporary files go, to see what is left of them."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def results(server, **others) -> list:
    with a_source(server) as source:
        return list(extract_chips(seed_request(**others), source, cache=None))


def reasons(server) -> list[str]:
    made = results(server)
    assert len(made) == 4
    assert all(isinstance(one, FailedChip) for one in made)
    return [one.reason for one in made]


def fetch(server, **others) -> bytes:
    with a_source(server, **others) as source:
        return source.fetch(seed_request())


# refusals


def test_c01_a_login_refused_is_told_and_not_tried_again(server):
    wrong = {"Authorization": "Basic dGVzdGVyOndyb25n"}

    with pytest.raises(LoginRefused, match="user name or password"):
        fetch(server, credentials=wrong)

    assert len(asked(server, "rawChip")) == 1


def test_a_netrc_does_not_replace_the_login(server, tmp_path, monkeypatch):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n")
    monkeypatch.setenv("NETRC", str(netrc))

    assert all(isinstance(one, Chip) for one in results(server))
    assert server.stats()["files_with_login"] == 0


def test_c02_an_area_not_granted_is_no_wrong_login(server):
    with a_source(server) as source, pytest.raises(AreaRefused, match="no right"):
        source.service.table("parcelByID", {"aoi": "zz", "year": "2020", "pid": "1"})


def test_a_login_refused_half_way_ends_the_run_with_words(server):
    with a_source(server) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        server.switch(fail_first_n=-1, fail_status=401)
        rest = [event for event in events if isinstance(event, FailedChip)]

    assert len(rest) == 4
    assert len(asked(server, "rawChip")) == 2


def test_a_proxys_page_is_told_as_such(server):
    server.switch(login_page=True)

    with pytest.raises(SourceError, match="proxy or login page"):
        fetch(server)


def test_half_an_answer_is_told_as_such(server):
    server.switch(garbage_json=True)

    with pytest.raises(SourceError, match="no JSON"):
        fetch(server)


def test_c22_a_single_500_is_forgiven(server):
    server.switch(fail_first_n=1)

    assert fetch(server)
    assert len(asked(server, "rawChip")) == 2


def test_c22_a_server_that_fails_is_not_asked_a_third_time(server):
    server.switch(fail_first_n=-1)

    with pytest.raises(ServerFailed, match="500"):
        fetch(server)

    assert len(asked(server, "rawChip")) == 2


def test_a_wrong_address_is_told(server):
    with a_source(server, "/elsewhere") as source, pytest.raises(SourceError, match="404"):
        source.fetch(seed_request())


def test_nobody_there():
    class Gone:
        url = "http://127.0.0.1:9"

    with pytest.raises(SourceUnreachable, match=r"127\.0\.0\.1:9"):
        fetch(Gone)


def test_no_network(tmp_path):
    class Unknown:
        url = "http://no-such-host.invalid"

    with pytest.raises(SourceUnreachable, match=r"no-such-host\.invalid can't be reached"):
        fetch(Unknown)


# redirects


class Redirecting(BaseHTTPRequestHandler):
    """Sends `/query/info` elsewhere, and keeps what it was sent."""

    target = ""
    seen: ClassVar[list] = []

    def do_GET(self):
        self.seen.append((self.path, self.headers.get("Authorization")))
        if self.path.startswith("/moved/"):
            body = b'{"aois": {}}'
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            return
        self.send_response(308)
        self.send_header("Location", self.target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *words):
        pass


@contextmanager
def redirecting(target) -> Iterator[LocalServer]:
    handler = type("Handler", (Redirecting,), {"target": target, "seen": []})
    with LocalServer(handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever, args=(0.002,), daemon=True)
        thread.start()
        try:
            yield httpd
        finally:
            httpd.shutdown()
            thread.join()


def test_c33_a_redirection_within_the_host_is_followed_with_the_login():
    with redirecting("/moved/info") as server, a_source(server) as source:
        assert source.service.info() == {"aois": {}}

    assert server.RequestHandlerClass.seen[-1] == ("/moved/info", LOGIN["Authorization"])


@pytest.mark.parametrize(
    "target",
    ["http://other.invalid/info", "https://127.0.0.1/info", "//other.invalid/info", "http://["],
)
def test_a_redirection_to_another_host_is_refused(target):
    with redirecting(target) as server, a_source(server) as source:
        with pytest.raises(SourceError, match=r"no login is sent|can't be asked"):
            source.service.info()
        assert len(server.RequestHandlerClass.seen) == 1


def test_a_redirection_without_end_is_given_up():
    with redirecting("/query/info") as server, a_source(server) as source:
        with pytest.raises(SourceError, match="from one address to the next"):
            source.service.info()
        assert len(server.RequestHandlerClass.seen) == MOST_REDIRECTS + 1


# files


def test_a_file_that_does_not_come_in_time_is_told(server, scratch):
    server.switch(products=made_up(*SEED[:2]), file_latency=1.0)
    hasty = replace(HURRIED, read_timeout_s=0.2)

    with a_source(server, network=hasty) as source:
        made = list(extract_chips(seed_request(), source, cache=None))

    assert ["did not answer in time" in one.reason for one in made] == [True, True]
    assert not any(scratch.iterdir())


@pytest.mark.parametrize("kind", sorted(set(EVIL_PATHS) - set(HARMLESS)))
def test_paths_that_lead_astray_are_not_followed(server, scratch, kind):
    server.switch(evil_paths=kind)

    made = results(server)

    assert len(made) == 4
    stats = server.stats()
    assert not any("etc" in path or ".." in path for path in stats["by_path"])
    assert stats["files"] == 0 or kind == "scheme_relative"
    assert not any(scratch.iterdir())
    if kind != "scheme_relative":  # its slashes collapse, and the file is looked for at home
        assert all(isinstance(one, FailedChip) for one in made)


def test_an_absolute_path_on_the_same_host_is_followed(server):
    server.switch(evil_paths="absolute")

    assert all(isinstance(one, Chip) for one in results(server))


def test_a_page_in_place_of_a_chip_is_told(server, scratch):
    server.switch(files_as_html=True)

    assert all("a web page in place of the chip" in reason for reason in reasons(server))
    assert not any(scratch.iterdir())


def test_a_download_cut_short_is_fetched_once_more(server, scratch):
    server.switch(cut_after=100, cut_times=1)

    assert all(isinstance(one, Chip) for one in results(server))
    assert not any(scratch.iterdir())


def test_downloads_always_cut_short_fail_and_leave_nothing(server, scratch):
    server.switch(cut_after=100)

    assert all(reason for reason in reasons(server))
    assert server.stats()["files"] == 8
    assert not any(scratch.iterdir())


def test_a_server_killed_in_the_middle_of_downloads(sample_archive, scratch):
    with serving(sample_archive, "--file-latency", SLOW_S) as server:
        server.switch(products=made_up(*SEED))
        with a_source(server) as source:
            events = run(seed_request(bands=("B08",)), source, Tools(RasterReader(HURRIED)))
            _until(lambda: next(events) and server.stats()["files"])
            server.end(by=signal.SIGKILL)
            made = [event for event in events if isinstance(event, (Chip, FailedChip))]

    assert len(made) == len(SEED)
    assert all(isinstance(one, FailedChip) and one.reason for one in made)
    assert not any(scratch.iterdir())


# patience


def test_a_slow_server_is_left_at_once_while_it_searches(slow_server):
    with a_source(slow_server) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        next(events)
        started = time.monotonic()
        events.close()
    assert time.monotonic() - started < PROMPTLY_S


def test_a_closed_source_waits_for_nobody(slow_server):
    source, outcome = a_source(slow_server), []

    def search():
        try:
            source.fetch(seed_request())
        except SourceError as error:
            outcome.append(error)

    thread = threading.Thread(target=search)
    thread.start()
    _until(lambda: asked(slow_server, "rawChip"))
    source.close()
    thread.join(PROMPTLY_S)

    assert not thread.is_alive()
    assert outcome


def test_a_file_that_stalls_holds_nobody_up(slow_files, scratch, new_threads):
    """Not even the end of the program, which waits for every thread that is no daemon."""
    with a_source(slow_files) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        _until(lambda: next(events) and slow_files.stats()["files"])
        started = time.monotonic()
        events.close()
    new_threads.join(READING)

    assert time.monotonic() - started < PROMPTLY_S
    assert not any(scratch.iterdir())


def test_a_slow_server_is_left_at_once_while_it_cuts_and_joined_again(server):
    """A second click while the first request runs attaches to it: the server is asked once."""
    with a_source(server) as source:
        events = run(seed_request(), source, Tools(RasterReader(HURRIED)))
        next(event for event in events if isinstance(event, Found))
        server.switch(latency=SLOW_S)
        _until(lambda: next(events) and asked(server, "rawChipsBatch"))
        started = time.monotonic()
        events.close()
    assert time.monotonic() - started < PROMPTLY_S

    with a_source(server) as source:
        scenes = source.parse(_kept_answer(), seed_request())
        assert len(scenes.scenes) == 4
        reads = source.reader(RasterReader(HURRIED)).read_all(_jobs(scenes.scenes), source.access)
        with noted_calls() as calls:
            _until(lambda: next(reads) is None and calls)
        server.switch(latency=0)
        made = [read for read in reads if read]

    assert len(made) == 4
    assert all(read.pixels is not None for read in made)
    assert len(asked(server, "rawChipsBatch")) == 1
    assert server.stats()["most_at_once"] == 1


def test_two_runs_at_once_ask_once(server):
    server.switch(latency=SLOW_S)
    made: list = []

    def read():
        with a_source(server) as source:
            scenes = source.parse(_kept_answer(), seed_request()).scenes
            reads = source.reader(RasterReader(HURRIED)).read_all(_jobs(scenes), source.access)
            made.extend(filter(None, reads))

    runs = [threading.Thread(target=read) for _ in range(2)]
    with noted_calls() as calls:
        for one in runs:
            one.start()
        _until(lambda: len(calls) == len(runs))
        server.switch(latency=0)
        for one in runs:
            one.join()

    assert [read.error for read in made] == [None] * 8
    stats = server.stats()
    assert stats["most_at_once"] == 1
    assert stats["extracted"] == 4


@contextmanager
def noted_calls() -> Iterator[list]:
    """What is asked meanwhile, or joined, of any server."""
    noted: list = []
    start_or_join = SharedCalls._start_or_join

    def noting(shared, *arguments):
        noted.append(start_or_join(shared, *arguments))
        return noted[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SharedCalls, "_start_or_join", noting)
        yield noted


def _kept_answer() -> bytes:
    names = ", ".join(f'"{name}"' for name in SEED[:4])
    return f'{{"format": "cbm-rest-1", "products": [{names}], "notes": []}}'.encode()


def _jobs(scenes):
    from cbm_chips.core.reading.contract import ReadJob
    from cbm_chips.core.scenes.grids import grid_of
    from tests.cbm import SAMPLE_PLACE

    grid = grid_of(SAMPLE_PLACE, 1280).at(20.0)
    return [ReadJob(scene.assets["SCL"], grid) for scene in scenes]


def _until(holds) -> None:
    limit = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < limit, "it never came to that"
        threading.Event().wait(0.01)
