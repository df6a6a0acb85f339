"""Who wants what another is fetching waits for it."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from .pace import LOOK_S, Stopped


class Flights:
    """One fetch at a time of each thing, in all runs of a reader."""

    def __init__(self) -> None:
        self._taken: dict[Hashable, int] = {}
        self._changed = threading.Condition()

    @contextmanager
    def alone(self, thing: Hashable, stop: threading.Event) -> Iterator[None]:
        """Nobody else is fetching `thing` within; look first whether it has come meanwhile.

        Raises:
            Stopped: when `stop` is set while another one is at it.
        """
        with self._changed:
            while thing in self._taken:
                if stop.is_set():
                    raise Stopped
                self._taken[thing] += 1
                self._changed.wait(LOOK_S)
                if thing in self._taken:
                    self._taken[thing] -= 1
            self._taken[thing] = 0
        try:
            yield
        finally:
            with self._changed:
                if self._taken.pop(thing):
                    self._changed.notify_all()
