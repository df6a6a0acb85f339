"""So much at once and no more; who waits is let in by rank. For one event loop."""

from __future__ import annotations

import asyncio
import heapq
from itertools import count

Rank = tuple[int, ...]
"""Smaller is more urgent."""


class Gate:
    """Lets in what has room; what is larger than all the room is let in alone."""

    def __init__(self, room: float) -> None:
        """At most `room` is inside at once."""
        self.room = room
        self._inside = 0
        self._waiting: list[tuple[Rank, int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def inside(self, rank: Rank, cost: int = 1) -> Visit:
        """To be entered with `async with`: waits for the turn, and takes up `cost` of the room."""
        return Visit(self, rank, cost)

    async def enter(self, rank: Rank, cost: int) -> None:
        """Wait for the turn; `leave` has to follow."""
        if not self._waiting and self._has_room(cost):
            self._inside += cost
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._numbers), cost, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # let in, and cancelled before it could know
                self.leave(cost)
            raise

    def leave(self, cost: int) -> None:
        """Make room for others."""
        self._inside -= cost
        self.admit()

    def admit(self) -> None:
        """Let in who has room by now."""
        while self._waiting:
            _, _, cost, turn = self._waiting[0]
            if not turn.done() and not self._has_room(cost):
                return
            heapq.heappop(self._waiting)
            if not turn.done():
                self._inside += cost
                turn.set_result(None)

    def _has_room(self, cost: int) -> bool:
        return self._inside + cost <= self.room or not self._inside


class Visit:
    """From the turn on until the end of a `with`. A class, as a generator takes thrice the time."""

    __slots__ = ("_cost", "_gate", "_rank")

    def __init__(self, gate: Gate, rank: Rank, cost: int) -> None:
        self._gate, self._rank, self._cost = gate, rank, cost

    async def __aenter__(self) -> None:
        await self._gate.enter(self._rank, self._cost)

    async def __aexit__(self, *raised: object) -> None:
        self._gate.leave(self._cost)
