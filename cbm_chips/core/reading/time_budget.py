"""How long one file may keep us, all tries together."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_Result = TypeVar("_Result")

SLOWEST_BYTES_S = 1000
"""While a file comes faster than this it is not late: a slow line is no fault of it."""
MOST_CREDIT = 4
"""Times the budget: so much later it is late, however it comes."""


class Clock:
    """Runs while somebody waits for the file, not while the file waits for its turn.

    For all threads; an event loop may wait `within` it.
    """

    def __init__(
        self,
        budget_s: float,
        now: Callable[[], float] = time.monotonic,
        *,
        left_s: float | None = None,
    ) -> None:
        """`budget_s` seconds from the first `running`, of which `left_s` are left, else all."""
        self.budget_s = budget_s
        self._now = now
        self._lock = threading.Lock()
        self._waiting = 0
        self._since = 0.0
        self._spent_s = 0.0 if left_s is None else budget_s - left_s
        self._credit_s = 0.0
        self._mark = 0.0
        """When the last bytes came, or were asked for."""

    @property
    def left_s(self) -> float:
        """Never below 0."""
        with self._lock:
            spent_s = self._spent_s + (self._now() - self._since if self._waiting else 0.0)
        return max(self.budget_s + self._credit_s - spent_s, 0.0)

    def earn(self, count: int) -> None:
        """So many bytes have come since the last ones: that time is given back, or a part of it."""
        now = self._now()
        given_s = min(count / SLOWEST_BYTES_S, now - self._mark)
        self._credit_s = min(self._credit_s + given_s, MOST_CREDIT * self.budget_s)
        self._mark = now

    @contextmanager
    def running(self) -> Iterator[None]:
        """Somebody waits; several at once count once."""
        self._begin()
        try:
            yield
        finally:
            self._end()

    def _begin(self) -> None:
        with self._lock:
            self._mark = self._now()
            if not self._waiting:
                self._since = self._mark
            self._waiting += 1

    def _end(self) -> None:
        with self._lock:
            self._waiting -= 1
            if not self._waiting:
                self._spent_s += self._now() - self._since

    async def within(self, work: Awaitable[_Result]) -> _Result:
        """The work's result, which is cancelled when time is over.

        Raises:
            TimeoutError: when it is.
        """
        alarm = _Alarm(self)
        self._begin()
        alarm.set()
        try:
            return await work
        except asyncio.CancelledError:
            if alarm.has_rung:
                raise TimeoutError("timed out") from None
            raise
        finally:
            alarm.clear()
            self._end()


class _Alarm:
    """Cancels the task that set it; no task of its own, as that would cost every read."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.has_rung = False

    def set(self) -> None:
        """For the task that runs now."""
        self._task = asyncio.current_task()
        self._loop = asyncio.get_running_loop()
        self._handle = self._loop.call_later(self._clock.left_s, self._ring)

    def clear(self) -> None:
        """It does not ring any more."""
        self._handle.cancel()

    def _ring(self) -> None:
        left_s = self._clock.left_s
        if left_s > 0:
            self._handle = self._loop.call_later(left_s, self._ring)
        elif self._task is not None:
            self.has_rung = True
            self._task.cancel()
