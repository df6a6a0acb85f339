"""Threads that read are lent from run to run: PROJ's beginning in each is paid once."""

from __future__ import annotations

import threading
from contextlib import closing, contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import Access, ReadJob, open_plainly
from cbm_chips.core.reading.gdal import thread_endings
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.gdal.thread_endings import wait_until_over
from cbm_chips.core.reading.network import Network
from cbm_chips.core.reading.shutdown import wait_for_reads
from cbm_chips.core.reading.warm_threads import IDLE_NAME, WarmThreads, _WarmThread
from tests.builders import LEFT, TOP, write_tile
from tests.servers.scripted import trickling

NAME = "cbm-chips-test"
RUN = _WarmThread.run
GRID = Grid(32631, LEFT, TOP, 10.0, 8, 8)
LONG_S = 60.0


@pytest.fixture
def threads():
    lent = WarmThreads(NAME)
    yield lent
    for thread in lent.end_idle():
        thread.join(LONG_S)


def thread_of_a_call(threads):
    """It has come back when this returns."""
    seen = []
    threads.start(lambda: seen.append(threading.current_thread()))
    wait_until(lambda: seen and seen[0].name == IDLE_NAME)
    return seen[0]


def wait_until(is_so):
    until = threading.Event()
    for _ in range(int(LONG_S * 1000)):
        if is_so():
            return
        until.wait(0.001)
    raise AssertionError("it never came to that")


@contextmanager
def hanging(threads):
    begun, go_on = threading.Event(), threading.Event()
    threads.start(lambda: (begun.set(), go_on.wait(LONG_S)))
    assert begun.wait(LONG_S)
    try:
        yield
    finally:
        go_on.set()


def test_a_thread_is_lent_again_and_again(threads):
    first = thread_of_a_call(threads)
    assert thread_of_a_call(threads) is first


def test_one_that_hangs_keeps_no_other_waiting(threads):
    with hanging(threads):
        assert thread_of_a_call(threads).is_alive()


def test_its_name_tells_whether_it_is_at_work(threads):
    names = []
    thread = thread_of_a_call(threads)
    threads.start(lambda: names.append(thread.name))
    wait_until(lambda: names and thread.name == IDLE_NAME)
    assert names == [f"{NAME}_1"]


def test_a_call_that_fails_ends_its_thread_alone(threads, monkeypatch):
    told = []
    monkeypatch.setattr("threading.excepthook", told.append)
    threads.start(lambda: 1 / 0)
    wait_until(lambda: told)
    assert thread_of_a_call(threads).is_alive()


def test_one_that_nobody_needs_ends_after_a_while(new_threads):
    WarmThreads(NAME, idle_s=0.01).start(lambda: None)
    wait_until(lambda: not new_threads.all_of((NAME, IDLE_NAME)))


def test_what_comes_back_later_ends_too_once_all_shall_end(threads, new_threads):
    with hanging(threads):
        threads.end_idle()
        assert new_threads.alive(NAME)
    wait_until(lambda: not new_threads.all_of((NAME, IDLE_NAME)))


def test_the_end_waits_for_a_call_whose_thread_has_just_begun(threads):
    done = []
    go_on = threading.Event()
    with patch.object(_WarmThread, "run", lambda self: (go_on.wait(LONG_S), RUN(self))):
        threads.start(lambda: done.append(1))
        ending = threading.Thread(target=threads.end)
        ending.start()
        ending.join(0.05)  # it would be over at once
        go_on.set()
        ending.join(LONG_S)
    assert done == [1]


def test_a_thread_that_can_not_start_is_not_waited_for(threads):
    refused = patch.object(threading.Thread, "start", side_effect=RuntimeError("no more"))
    with refused, pytest.raises(RuntimeError):
        threads.start(lambda: None)
    threads.end()
    assert thread_of_a_call(threads).is_alive()


# In the general reader


def readers_thread(reader, href):
    seen = []

    def access(asset: Asset, *, renew: bool = False) -> Access:
        seen.append(threading.current_thread())
        return Access(asset.href)

    (read,) = filter(None, reader.read_all([ReadJob(Asset("B04", str(href)), GRID)], access))
    assert read.pixels is not None
    wait_until(lambda: seen[0].name == IDLE_NAME)
    return seen[0]


@pytest.fixture
def tile(tmp_path):
    write_tile(tmp_path / "B04.tif", np.ones((16, 16), "uint16"))
    return tmp_path / "B04.tif"


def test_the_next_reader_reads_in_the_thread_of_one_that_is_closed(tile):
    with closing(RasterReader()) as reader:
        first = readers_thread(reader, tile)
    with closing(RasterReader()) as reader:
        assert readers_thread(reader, tile) is first


def test_a_run_that_was_given_up_cancels_nothing_in_the_next_one(tile):
    patient = Network(read_timeout_s=500, file_budget_s=500)
    with trickling(b"HTTP/1.1 206 Partial\r\nContent-Length: 5000\r\n\r\n", b"x") as slow:
        reader = RasterReader(patient)
        reads = reader.read_all([ReadJob(Asset("B04", f"{slow}/a.tif"), GRID)], open_plainly)
        assert next(reads) is None
        reads.close()
    assert readers_thread(reader, tile)


def shut_down():
    wait_for_reads(timeout_s=LONG_S)


def fork_on_a_mac():
    """No list of the system's threads."""
    with patch.object(thread_endings, "_TASKS", Path("nowhere")):
        wait_until_over()


@pytest.mark.parametrize("end", [wait_until_over, fork_on_a_mac, shut_down])
def test_before_a_fork_and_when_all_ends_none_is_left(tile, end):
    thread = readers_thread(RasterReader(), tile)
    end()
    assert not thread.is_alive()
