"""Limits on concurrent requests: a semaphore with priorities, an adaptive limit, single flight.

For one event loop.
"""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator, Hashable, Iterable
from contextlib import asynccontextmanager
from itertools import count

Rank = tuple[int, ...]
"""Smaller is more urgent."""
MIN_REQUESTS = 1.0
GROWTH = 0.2
"""Per response: after a host was busy, five good responses allow one more request at once."""


class PrioritySemaphore:
    """Admits costs up to a limit, the most urgent first; one above the limit is admitted alone."""

    def __init__(self, limit: float) -> None:
        """`limit` of the costs admitted at once."""
        self.limit = limit
        self._admitted = 0
        self._waiting: list[tuple[Rank, int, int, asyncio.Future[None]]] = []
        self._numbers = count()

    def slot(self, rank: Rank, cost: int = 1) -> Slot:
        """For `async with`: waits until admitted, releases `cost` at the end."""
        return Slot(self, rank, cost)

    async def acquire(self, rank: Rank, cost: int) -> None:
        """Wait until admitted; `release` has to follow."""
        if not self._waiting and self._has_capacity(cost):
            self._admitted += cost
            return
        turn = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (rank, next(self._numbers), cost, turn))
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # admitted, and cancelled before it could run
                self.release(cost)
            raise

    def release(self, cost: int) -> None:
        """Give capacity back."""
        self._admitted -= cost
        self.wake()

    def wake(self) -> None:
        """Admit the waiting ones that fit by now."""
        while self._waiting:
            _, _, cost, turn = self._waiting[0]
            if not turn.done() and not self._has_capacity(cost):
                return
            heapq.heappop(self._waiting)
            if not turn.done():
                self._admitted += cost
                turn.set_result(None)

    def _has_capacity(self, cost: int) -> bool:
        return self._admitted + cost <= self.limit or not self._admitted


class Slot:
    """One acquisition, for `async with`. A class: a generator would take three times as long."""

    __slots__ = ("_cost", "_rank", "_semaphore")

    def __init__(self, semaphore: PrioritySemaphore, rank: Rank, cost: int) -> None:
        self._semaphore, self._rank, self._cost = semaphore, rank, cost

    async def __aenter__(self) -> None:
        await self._semaphore.acquire(self._rank, self._cost)

    async def __aexit__(self, *raised: object) -> None:
        self._semaphore.release(self._cost)


class AdaptiveLimit:
    """Requests at once to one host: halved when it is busy, growing again with good responses."""

    def __init__(self, most: int) -> None:
        """Begin with `most` at once, and never allow more."""
        self._most = float(most)
        self._semaphore = PrioritySemaphore(self._most)
        self.round = 0
        """Counts the decreases; see `decrease`."""

    @property
    def allowed(self) -> int:
        """Requests allowed at once now."""
        return int(self._semaphore.limit)

    def slot(self, rank: Rank) -> Slot:
        """For `async with`: one request."""
        return self._semaphore.slot(rank)

    def increase(self) -> None:
        """After a good response."""
        if self._semaphore.limit < self._most:
            self._semaphore.limit = min(self._semaphore.limit + GROWTH, self._most)
            self._semaphore.wake()

    def decrease(self, sent_in: int) -> None:
        """After a busy response; those to requests sent in the same `round` count once."""
        if sent_in == self.round:
            self.round += 1
            self._semaphore.limit = max(self._semaphore.limit / 2, MIN_REQUESTS)


class HeadStart:
    """Some of those who are numbered go first; the others wait until all of these have passed.

    To be made in the event loop.
    """

    def __init__(self, first: Iterable[int], *, most_s: float) -> None:
        """The others wait `most_s` at most."""
        self._left = set(first)
        self._is_over = asyncio.Event()
        self._timer = asyncio.get_running_loop().call_later(most_s, self._is_over.set)
        self._end_if_all_passed()

    def note_passed(self, number: int) -> None:
        """It has had what the others wait for, or never will."""
        self._left.discard(number)
        self._end_if_all_passed()

    def _end_if_all_passed(self) -> None:
        if not self._left:
            self._timer.cancel()
            self._is_over.set()

    async def turn_of(self, number: int) -> None:
        """Wait for the turn of `number`."""
        if number not in self._left:
            await self._is_over.wait()


class SingleFlight:
    """One fetch of the same thing at a time, in all runs of a reader."""

    def __init__(self) -> None:
        self._ended: dict[Hashable, asyncio.Event] = {}

    @asynccontextmanager
    async def exclusive(self, key: Hashable) -> AsyncIterator[None]:
        """Wait for the fetch of `key` under way; within, check first whether it is there now."""
        while key in self._ended:
            await self._ended[key].wait()
        ended = self._ended[key] = asyncio.Event()
        try:
            yield
        finally:
            del self._ended[key]
            ended.set()
