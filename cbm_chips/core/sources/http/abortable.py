"""Connections that another thread can close: after a time limit, or on cancellation.

A time-out of the socket counts from the last byte, so that a server which sends one byte a second
would be waited for without end; and nothing else wakes a thread that waits for a response.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import Any

from ...cancellation import Cancellation

_OF_THREAD = threading.local()


class AbortableExchange:
    """One exchange with a server, whichever connection carries it."""

    def __init__(self) -> None:
        """No connection yet."""
        self._lock = threading.Lock()
        self._connection: Any = None
        self._line: Any = None
        self._timer: threading.Timer | None = None
        self.is_aborted = False

    def use_connection(self, connection: Any, line: socket.socket | None = None) -> None:  # noqa: ANN401
        """This connection is used from now on, through `line` while it has no socket of its own."""
        with self._lock:
            self._connection = connection
            # A connection that ends with its response drops its socket before the body is read.
            self._line = getattr(connection, "sock", None) or line
            if self.is_aborted:
                self._shut()

    def extend(self, until: float) -> None:
        """It ends at this time, on the clock of `time.monotonic`."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = threading.Timer(max(until - time.monotonic(), 0.0), self.abort)
            self._timer.name, self._timer.daemon = "cbm-chips-patience", True
            self._timer.start()

    def end(self) -> None:
        """The exchange is over; its connection may be used for others."""
        with self._lock:
            self._connection = self._line = None
            if self._timer is not None:
                self._timer.cancel()

    def abort(self) -> None:
        """Close the socket: a thread that reads from it returns."""
        with self._lock:
            self.is_aborted = True
            self._shut()

    def _shut(self) -> None:
        for line in (getattr(self._connection, "sock", None), self._line):
            if isinstance(line, socket.socket):
                with suppress(OSError):
                    # Past the methods of TLS, which belong to the thread that reads.
                    socket.socket.shutdown(line, socket.SHUT_RDWR)


@contextmanager
def abort_at(until: float, stop: Cancellation) -> Iterator[AbortableExchange]:
    """Requests of this thread meanwhile are aborted at `until`, or on cancellation.

    `until` is on the clock of `time.monotonic`.
    """
    call = AbortableExchange()
    before = getattr(_OF_THREAD, "call", None)
    _OF_THREAD.call = call
    call.extend(until)
    try:
        with stop.on_cancel(call.abort):
            yield call
    finally:
        _OF_THREAD.call = before
        call.end()


def make_abortable(session: Any) -> Any:  # noqa: ANN401
    """`session`, of requests, with connections that `abort_at` can close; not by SOCKS proxies."""
    for adapter in session.adapters.values():
        adapter.poolmanager.pool_classes_by_scheme = _pools()
        adapter.proxy_manager_for = _abortable_proxies(adapter.proxy_manager_for)
    return session


def _abortable_proxies(make: Any) -> Any:  # noqa: ANN401
    def proxy_manager_for(proxy: str, **how: Any) -> Any:  # noqa: ANN401
        manager = make(proxy, **how)
        if not proxy.lower().startswith("socks"):
            manager.pool_classes_by_scheme = _pools()
        return manager

    return proxy_manager_for


def _pools() -> dict[str, Any]:
    from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

    kinds = {"http": HTTPConnectionPool, "https": HTTPSConnectionPool}
    return {scheme: _pool_of(kind) for scheme, kind in kinds.items()}


@lru_cache(maxsize=4)
def _pool_of(kind: Any) -> Any:  # noqa: ANN401
    class Connection(kind.ConnectionCls):  # type: ignore[misc]
        _early: socket.socket | None = None

        def _new_conn(self) -> Any:  # noqa: ANN401
            line = super()._new_conn()
            # TLS detaches the socket during its handshake; the duplicate stays usable.
            self._early = line.dup()
            _use(self, self._early)
            return line

        def connect(self) -> Any:  # noqa: ANN401
            try:
                connected = super().connect()
            finally:
                if self._early is not None:
                    self._early.close()
            _use(self)
            return connected

        def putrequest(self, *request: Any, **how: Any) -> Any:  # noqa: ANN401
            _use(self)
            return super().putrequest(*request, **how)

    return type(f"Watched{kind.__name__}", (kind,), {"ConnectionCls": Connection})


def _use(connection: Any, line: socket.socket | None = None) -> None:  # noqa: ANN401
    call = getattr(_OF_THREAD, "call", None)
    if call is not None:
        call.use_connection(connection, line)
