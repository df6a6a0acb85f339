"""SQLite connections of a store: every thread's is closed, and none under somebody's hands."""

from __future__ import annotations

import gc
import sqlite3
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from cbm_chips.core.cache import ChipCache
from cbm_chips.core.cache.bytes_disk import open_store
from cbm_chips.core.cache.connections import Connections, ThreadConnection, Visitors, connect
from cbm_chips.core.cache.disk_errors import GuardedStore
from cbm_chips.core.cache.read_only import ReadOnlyStore
from cbm_chips.core.reading.contract import WINDOW, Pixels

THREADS = 4
PIXELS = Pixels(np.arange(12, dtype="uint16").reshape(3, 4), WINDOW, "made", bytes_read=1)


class Opened:
    """Connections in memory, and those of them that are open."""

    def __init__(self) -> None:
        self.all: list[ThreadConnection] = []

    def __call__(self) -> sqlite3.Connection:
        self.all.append(connect(":memory:"))
        return self.all[-1]

    def open_ones(self) -> list[ThreadConnection]:
        return [connection for connection in self.all if is_open(connection)]


def is_open(connection: ThreadConnection) -> bool:
    try:
        connection.execute("select 1")
    except sqlite3.ProgrammingError:
        return False
    return True


def in_each_of_some_threads(call: Callable[[], object]) -> ThreadPoolExecutor:
    """It has run once in each; the threads live on."""
    together = threading.Barrier(THREADS)
    pool = ThreadPoolExecutor(THREADS)

    def one(_: int) -> None:
        together.wait()
        call()

    list(pool.map(one, range(THREADS)))
    return pool


@pytest.fixture
def opened() -> Opened:
    return Opened()


def test_a_thread_gets_the_same_one_until_it_is_closed(opened: Opened) -> None:
    connections = Connections(opened)

    first = connections.of_this_thread()
    assert connections.of_this_thread() is first
    connections.close_all()

    assert connections.of_this_thread() is not first
    connections.close_all()


def test_those_of_all_living_threads_are_closed(opened: Opened) -> None:
    connections = Connections(opened)
    with in_each_of_some_threads(connections.of_this_thread):
        assert len(opened.open_ones()) == THREADS

        connections.close_all()

        assert opened.open_ones() == []


def test_that_of_a_thread_that_ended_goes_with_it() -> None:
    connections = Connections(lambda: connect(":memory:"))

    with in_each_of_some_threads(connections.of_this_thread):
        assert len(connections._all) == THREADS
    gc.collect()

    assert len(connections._all) == 0


def test_a_forgotten_store_leaves_python_nothing_to_warn_of() -> None:
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        connections = Connections(lambda: connect(":memory:"))
        mine = connections.of_this_thread()
        mine.itself = mine  # a circle: only the collector finds it
        del connections, mine
        gc.collect()

    assert told == []


def test_one_in_use_is_closed_when_its_user_leaves(opened: Opened) -> None:
    connections = Connections(opened)
    visitors = Visitors(connections.close_all)

    with visitors:
        mine = connections.of_this_thread()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(visitors.close).result()
        assert is_open(mine)

    assert not is_open(mine)


def test_who_comes_after_the_end_leaves_none_open(opened: Opened) -> None:
    connections = Connections(opened)
    visitors = Visitors(connections.close_all)
    visitors.close()

    with visitors:
        late = connections.of_this_thread()

    assert not is_open(late)


@pytest.mark.parametrize("kind", ["kept", "only read"])
def test_a_store_that_is_closed_holds_no_file_of_any_thread(kind: str, tmp_path: Path) -> None:
    kept = open_store(tmp_path, 10_000_000)
    kept.set("key", b"value")
    if kind == "only read":
        kept.close()
    store = GuardedStore(kept if kind == "kept" else ReadOnlyStore(tmp_path))

    with in_each_of_some_threads(lambda: store.get("key")):
        held = list(store._store._connections._all)
        store.close()

    assert len(held) >= THREADS
    assert not any(is_open(one) for one in held)


def test_a_cache_closed_while_threads_use_it_does_them_no_harm(tmp_path: Path) -> None:
    cache = ChipCache(tmp_path)
    cache.put_all_pixels({"key": PIXELS})

    def use() -> None:
        for _ in range(20):
            found = cache.get_pixels("key")
            assert found is not None
            assert (found.values == PIXELS.values).all()

    with ThreadPoolExecutor(THREADS) as pool:
        users = [pool.submit(use) for _ in range(THREADS)]
        for _ in range(10):
            cache.close()
        for user in users:
            user.result()
    cache.close()

    assert cache.notes == ()
