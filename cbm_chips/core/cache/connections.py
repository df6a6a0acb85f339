"""The SQLite connections of a store: one a thread, none that outlives its thread or the store."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from weakref import WeakSet


class _Held:
    """A connection that is closed with the last who knows it: its thread, or the store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection, self.process, self.is_closed = connection, os.getpid(), False

    def close(self) -> None:
        """Close it, by whichever thread."""
        self.is_closed = True
        with suppress(sqlite3.Error):
            self.connection.close()

    def __del__(self) -> None:
        """Python would leave it open until the collector comes, and warn of it from 3.13 on."""
        self.close()


class Connections:
    """One connection for each thread that asks, made when it asks first; thread-safe.

    They must be made with ``check_same_thread=False``, so that another thread can close them.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._of_thread = threading.local()
        self._all: WeakSet[_Held] = WeakSet()
        self._lock = threading.Lock()

    def of_this_thread(
        self, prepare: Callable[[sqlite3.Connection], None] | None = None
    ) -> sqlite3.Connection:
        """The thread's own; a new one goes through `prepare`, which may ask for it again."""
        held: _Held | None = getattr(self._of_thread, "held", None)
        if held is None or held.is_closed or held.process != os.getpid():
            held = self._of_thread.held = _Held(self._connect())
            with self._lock:
                self._all.add(held)
            if prepare is not None:
                prepare(held.connection)
        return held.connection

    def close_all(self) -> None:
        """Close every thread's; nobody may be using one."""
        with self._lock:
            held_by_all = list(self._all)
            self._all.clear()
        for held in held_by_all:
            held.close()


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
