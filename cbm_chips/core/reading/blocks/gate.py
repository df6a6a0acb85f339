"""So much at once and no more; who waits is let in by rank. For one event loop."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
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

    @asynccontextmanager
    async def inside(self, rank: Rank, cost: int = 1) -> AsyncIterator[None]:
        """Wait for the turn, and take up `cost` of the room within."""
        if self._waiting or not self._has_room(cost):
            await self._turn(rank, cost)
        else:
            self._inside += cost
        try:
            yield
        finally:
            self._leave(cost)

    async def _turn(self, rank: Rank, cost: int) -> None:
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._numbers), cost, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # let in, and cancelled before it could know
                self._leave(cost)
            raise

    def _leave(self, cost: int) -> None:
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
