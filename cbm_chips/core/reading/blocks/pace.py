"""How many requests a host gets at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

FEWEST = 1.0
GROWTH = 0.2
"""Per answer: after a host was busy, five good answers allow one more at once."""
LOOK_S = 0.1


class Stopped(Exception):
    """The run was given up while this waited."""


class Pace:
    """Halves when the host asks for patience and grows back with good answers; thread-safe."""

    def __init__(self, most: int) -> None:
        """Begin with `most` at once, and never allow more."""
        self._most, self._allowed = float(most), float(most)
        self._running = self._rounds = 0
        self._changed = threading.Condition()

    @property
    def allowed(self) -> int:
        """How many may run at once now."""
        return int(self._allowed)

    @contextmanager
    def slot(self, stop: threading.Event) -> Iterator[int]:
        """One request's turn; gives what `slower` wants to be told.

        Raises:
            Stopped: when `stop` is set before the turn comes.
        """
        with self._changed:
            while self._running >= self.allowed:
                if stop.is_set():
                    raise Stopped
                self._changed.wait(LOOK_S)
            self._running += 1
            turn = self._rounds
        try:
            yield turn
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify()

    def faster(self) -> None:
        """The host answered."""
        if self._allowed < self._most:
            with self._changed:
                self._allowed = min(self._allowed + GROWTH, self._most)
                self._changed.notify()

    def slower(self, turn: int) -> None:
        """The host asked for patience; refusals of one and the same round count once."""
        with self._changed:
            if turn == self._rounds:
                self._rounds += 1
                self._allowed = max(self._allowed / 2, FEWEST)
