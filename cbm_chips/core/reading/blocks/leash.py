"""A run's hold on its threads: given up, what they wait for ends at once."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Leash:
    """The sockets that a run's threads wait for; `given_up` is set when it is cut."""

    def __init__(self) -> None:
        self.given_up = threading.Event()
        self._lines: dict[int, socket.socket] = {}
        self._lock = threading.Lock()

    @contextmanager
    def worn(self) -> Iterator[None]:
        """What the calling thread waits for within can be cut."""
        _worn.leash = self
        try:
            yield
        finally:
            _worn.leash = None

    def hold(self, line: socket.socket) -> None:
        """The calling thread is going to wait for `line`."""
        with self._lock:
            self._lines[threading.get_ident()] = line
            if self.given_up.is_set():
                _shut(line)

    def let_go(self) -> None:
        """The calling thread waits no longer."""
        with self._lock:
            self._lines.pop(threading.get_ident(), None)

    def cut(self) -> None:
        """Give up: nothing is waited for any more."""
        with self._lock:
            self.given_up.set()
            for line in self._lines.values():
                _shut(line)


def current() -> Leash | None:
    """The leash that the calling thread wears."""
    leash: Leash | None = getattr(_worn, "leash", None)
    return leash


_worn = threading.local()


def _shut(line: socket.socket) -> None:
    # Not the method of an SSLSocket: it would forget its state under the thread that reads.
    with suppress(OSError):
        socket.socket.shutdown(line, socket.SHUT_RDWR)
