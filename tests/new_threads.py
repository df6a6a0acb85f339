"""Threads that begin from some moment of a test on: those of other tests never count."""

from __future__ import annotations

import threading
import time

ROOM_S = 60.0
"""For a machine under load."""
OF_THE_PROCESS = "cbm-chips-proj"
"""PROJ's one thread, which begins when somebody needs it and ends with the process."""


class NewThreads:
    """The threads that begin after this object is made, by identity."""

    def __init__(self) -> None:
        """None has begun yet."""
        self._others = set(threading.enumerate())

    def alive(self, prefix: str = "") -> list[threading.Thread]:
        """Those that have not ended, whose names begin with `prefix`."""
        new = set(threading.enumerate()) - self._others
        named = [thread for thread in new if thread.name.startswith(prefix)]
        return [thread for thread in named if not thread.name.startswith(OF_THE_PROCESS)]

    def join(self, prefix: str = "") -> None:
        """Wait until all have ended, also those that begin meanwhile; else the test fails."""
        until = time.monotonic() + ROOM_S
        while left := self.alive(prefix):
            left[0].join(max(until - time.monotonic(), 0.0))
            assert time.monotonic() < until, f"still there: {sorted(one.name for one in left)}"
