"""A slow CbM server is left at once, and what it works on is joined again."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cbm_chips.core import SourceError
from cbm_chips.core.pipeline.events import Found
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sources.cbm_rest.wire.single_flight import SharedCalls
from tests.cbm import HURRIED, SEED, a_source, asked, made_up, seed_request, serving, start_over
from tests.servers.process import ServerProcess

PROMPTLY_S = 30.0
"""Far below the server's latency in the tests that cancel, far above a busy machine's hiccups."""
SLOW_S = 600.0
READING = "cbm-chips-cbm-files"


@pytest.fixture
def server(server) -> ServerProcess:
    return start_over(server, products=made_up(*SEED[:4]))


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
