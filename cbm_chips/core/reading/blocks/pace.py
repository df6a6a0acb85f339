"""How many requests a host gets at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from .gate import Gate, Rank

FEWEST = 1.0
GROWTH = 0.2
"""Per answer: after a host was busy, five good answers allow one more at once."""


class Pace:
    """Halves when the host asks for patience and grows back with good answers."""

    def __init__(self, most: int) -> None:
        """Begin with `most` at once, and never allow more."""
        self._most = float(most)
        self._rounds = 0
        self._gate = Gate(self._most)

    @property
    def allowed(self) -> int:
        """How many may run at once now."""
        return int(self._gate.room)

    @asynccontextmanager
    async def slot(self, rank: Rank) -> AsyncIterator[int]:
        """One request's turn; gives what `slower` wants to be told."""
        async with self._gate.inside(rank):
            yield self._rounds

    def faster(self) -> None:
        """The host answered."""
        if self._gate.room < self._most:
            self._gate.room = min(self._gate.room + GROWTH, self._most)
            self._gate.admit()

    def slower(self, turn: int) -> None:
        """The host asked for patience; refusals of one and the same round count once."""
        if turn == self._rounds:
            self._rounds += 1
            self._gate.room = max(self._gate.room / 2, FEWEST)
