"""Threads that begin to work from some moment of a test on: those of other tests never count."""

from __future__ import annotations

import threading
import time

from cbm_chips.core.reading.warm_threads import IDLE_NAME

ROOM_S = 60.0
"""For a machine under load."""
STEP_S = 0.01
OF_THE_PROCESS = ("cbm-chips-proj", IDLE_NAME)
"""PROJ's one thread, which begins when somebody needs it and ends with the process; and threads
that wait for the next run to be lent to."""


class NewThreads:
    """The threads that begin after this object is made, or are lent: by identity and name."""

    def __init__(self) -> None:
        """None has begun yet."""
        self._others = {(one, one.name) for one in threading.enumerate()}

    def alive(self, prefix: str = "") -> list[threading.Thread]:
        """Those at work, whose names begin with `prefix`."""
        named = self.all_of(prefix)
        return [thread for thread in named if not thread.name.startswith(OF_THE_PROCESS)]

    def all_of(self, prefix: str | tuple[str, ...]) -> list[threading.Thread]:
        """Those at work and those that wait for work."""
        new = {(one, one.name) for one in threading.enumerate()} - self._others
        return [thread for thread, name in new if name.startswith(prefix)]

    def join(self, prefix: str = "") -> None:
        """Wait until none is at work, also those that begin meanwhile; else the test fails."""
        until = time.monotonic() + ROOM_S
        while left := self.alive(prefix):
            left[0].join(STEP_S)  # it may be kept, so its end is not to be waited for
            assert time.monotonic() < until, f"still there: {sorted(one.name for one in left)}"
