"""How many requests a host gets at once."""

from __future__ import annotations

from .priority_semaphore import Gate, Rank, Visit

FEWEST = 1.0
GROWTH = 0.2
"""Per answer: after a host was busy, five good answers allow one more at once."""


class Pace:
    """Halves when the host asks for patience and grows back with good answers."""

    def __init__(self, most: int) -> None:
        """Begin with `most` at once, and never allow more."""
        self._most = float(most)
        self._gate = Gate(self._most)
        self.round = 0
        """What `slower` wants to be told: the round in which a request was sent."""

    @property
    def allowed(self) -> int:
        """How many may run at once now."""
        return int(self._gate.room)

    def slot(self, rank: Rank) -> Visit:
        """One request's turn, to be entered with `async with`."""
        return self._gate.inside(rank)

    def faster(self) -> None:
        """The host answered."""
        if self._gate.room < self._most:
            self._gate.room = min(self._gate.room + GROWTH, self._most)
            self._gate.admit()

    def slower(self, sent_in: int) -> None:
        """The host asked for patience; refusals of one and the same round count once."""
        if sent_in == self.round:
            self.round += 1
            self._gate.room = max(self._gate.room / 2, FEWEST)
