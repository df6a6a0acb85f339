"""The SQLite connections of a store: one a thread, none that outlives its thread or the store."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from weakref import WeakSet


class ThreadConnection(sqlite3.Connection):
    """One that any thread may use and close, closed at the latest when nobody knows it any more.

    Python would leave it open until the collector comes, and warn of it from 3.13 on.
    """

    is_closed = False
    process = 0

    def close(self) -> None:
        """Close it, by whichever thread."""
        self.is_closed = True
        super().close()

    def __del__(self) -> None:
        """Close it; it may never have been opened."""
        with suppress(sqlite3.Error):
            self.close()


def connect(path: str, **options: Any) -> ThreadConnection:  # noqa: ANN401
    """As `sqlite3.connect`."""
    made: ThreadConnection = sqlite3.connect(
        path, factory=ThreadConnection, check_same_thread=False, **options
    )
    made.process = os.getpid()
    return made


class Connections:
    """One connection for each thread that asks, made when it asks first; thread-safe."""

    def __init__(self, connect: Callable[[], ThreadConnection]) -> None:
        self._connect = connect
        self._of_thread = threading.local()
        self._all: WeakSet[ThreadConnection] = WeakSet()
        self._lock = threading.Lock()

    def of_this_thread(
        self, prepare: Callable[[ThreadConnection], None] | None = None
    ) -> ThreadConnection:
        """The thread's own; a new one goes through `prepare`, which may ask for it again."""
        mine: ThreadConnection | None = getattr(self._of_thread, "connection", None)
        if mine is None or mine.is_closed or mine.process != os.getpid():
            mine = self._of_thread.connection = self._connect()
            with self._lock:
                self._all.add(mine)
            if prepare is not None:
                prepare(mine)
        return mine

    def close_all(self) -> None:
        """Close every thread's; nobody may be using one."""
        with self._lock:
            connections = list(self._all)
            self._all.clear()
        for connection in connections:
            with suppress(sqlite3.Error):
                connection.close()


class Visitors:
    """Who is in a store: it is closed when nobody is, at once or by the last who leaves.

    A connection that is closed under a running statement may crash the process.
    """

    def __init__(self, close: Callable[[], None]) -> None:
        self._close = close
        self._number, self._is_to_close = 0, False
        self._lock = threading.Lock()

    def __enter__(self) -> None:
        """One more."""
        with self._lock:
            self._number += 1

    def __exit__(self, *_: object) -> None:
        """One less."""
        with self._lock:
            self._number -= 1
            if self._is_to_close and not self._number:
                self._close()

    def close(self) -> None:
        """Close what they use as soon as that can be; whoever comes later opens it anew."""
        with self._lock:
            self._is_to_close = True
            if not self._number:
                self._close()
