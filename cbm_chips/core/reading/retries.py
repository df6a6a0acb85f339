"""Retries of a read, and the time that all tries of one file may take together."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from ..errors import ReadError
from ..reasons import Reason
from .failures import (
    REFUSED_STATUSES,
    HostBusy,
    HostUnreachable,
    PermanentFailure,
    UnexpectedContent,
)
from .network import RETRIED_STATUSES, Network, in_words

if TYPE_CHECKING:
    from ..cancellation import Cancellation
    from ..model import Asset
    from .contract import Access, AccessTo

_Result = TypeVar("_Result")

FURTHER_TRIES: Mapping[type, int] = {HostUnreachable: 2, UnexpectedContent: 1}
"""Fewer than `Network.retries` for failures that seldom pass: two seconds with the waits."""
SLOWEST_BYTES_S = 1000
"""A file that arrives faster than this is not late: the connection is slow."""
MAX_CREDIT = 4
"""Times the budget: the most that arriving bytes can add to it."""


class TimeBudget:
    """The time left for one file; it runs while the file is waited for, not while it is queued.

    Thread-safe; `within` is for event loops.
    """

    def __init__(
        self,
        budget_s: float,
        now: Callable[[], float] = time.monotonic,
        *,
        left_s: float | None = None,
    ) -> None:
        """`budget_s` seconds, of which `left_s` are left, else all."""
        self.budget_s = budget_s
        self._now = now
        self._lock = threading.Lock()
        self._waiting = 0
        self._since = 0.0
        self._spent_s = 0.0 if left_s is None else budget_s - left_s
        self._credit_s = 0.0
        self._last_bytes_at = 0.0
        """When the last bytes arrived or were requested."""

    @property
    def left_s(self) -> float:
        """Seconds left, never below 0."""
        with self._lock:
            spent_s = self._spent_s + (self._now() - self._since if self._waiting else 0.0)
        return max(self.budget_s + self._credit_s - spent_s, 0.0)

    def credit(self, count: int) -> None:
        """`count` bytes arrived since the last call: give their time back, or a part of it."""
        now = self._now()
        given_s = min(count / SLOWEST_BYTES_S, now - self._last_bytes_at)
        self._credit_s = min(self._credit_s + given_s, MAX_CREDIT * self.budget_s)
        self._last_bytes_at = now

    @contextmanager
    def running(self) -> Iterator[None]:
        """For `with`: the time runs; of several at once it runs once."""
        self._begin()
        try:
            yield
        finally:
            self._end()

    def _begin(self) -> None:
        with self._lock:
            self._last_bytes_at = self._now()
            if not self._waiting:
                self._since = self._last_bytes_at
            self._waiting += 1

    def _end(self) -> None:
        with self._lock:
            self._waiting -= 1
            if not self._waiting:
                self._spent_s += self._now() - self._since

    async def within(self, work: Awaitable[_Result]) -> _Result:
        """The result of `work`, which is cancelled when no time is left.

        Raises:
            TimeoutError: when no time is left.
        """
        timer = _DeadlineTimer(self)
        self._begin()
        timer.set()
        try:
            return await work
        except asyncio.CancelledError:
            if timer.has_fired:
                raise TimeoutError(Reason("timed out")) from None
            raise
        finally:
            timer.clear()
            self._end()


class _DeadlineTimer:
    """Cancels the task that set it. A timer, as a task of its own would slow every read."""

    def __init__(self, budget: TimeBudget) -> None:
        self._clock = budget
        self.has_fired = False

    def set(self) -> None:
        """Start, for the present task."""
        self._task = asyncio.current_task()
        self._loop = asyncio.get_running_loop()
        self._handle = self._loop.call_later(self._clock.left_s, self._fire)

    def clear(self) -> None:
        """Stop."""
        self._handle.cancel()

    def _fire(self) -> None:
        left_s = self._clock.left_s
        if left_s > 0:
            self._handle = self._loop.call_later(left_s, self._fire)
        elif self._task is not None:
            self.has_fired = True
            self._task.cancel()


class RetryPolicy:
    """Whether a failed read is tried again, and when; for one read.

    After 401 or 403 it is tried with a fresh signature, once. Other failures that may pass are
    tried again after a delay that doubles, or after the server's Retry-After, within the budget.
    """

    def __init__(self, network: Network, budget: TimeBudget) -> None:
        """`budget`: of the file."""
        self.budget = budget
        self._delay_s = network.retry_delay_s
        self._further_tries = network.retries
        self._seen: Counter[type] = Counter()
        self._has_renewed = False
        self.renew = False
        """The next try needs a fresh signature."""

    def limit_to(self, access: Access) -> None:
        """Heed `Access.is_single_try`, before each try."""
        if access.is_single_try:
            self._further_tries = 0

    def wait_s(self, failure: ReadError) -> float:
        """Seconds to wait before the next try.

        Raises:
            ReadError: `failure`, where a retry is useless or there is no time for it.
        """
        self.renew = failure.http_status in REFUSED_STATUSES
        if not self._further_tries or not _worth_retrying(failure, self._has_renewed):
            raise failure
        kind = type(failure)
        self._seen[kind] += 1
        if self._seen[kind] > FURTHER_TRIES.get(kind, self._seen[kind]):
            raise failure
        self._has_renewed = self._has_renewed or self.renew
        self._further_tries -= 1
        return 0.0 if self.renew else self._pause_s(failure)

    def _pause_s(self, failure: ReadError) -> float:
        asked_s = (failure.wait_s if isinstance(failure, HostBusy) else None) or 0.0
        pause_s = max(asked_s, self._delay_s)
        self._delay_s *= 2
        if pause_s < self.budget.left_s:
            return pause_s
        if asked_s <= self.budget.budget_s:
            raise failure
        raise PermanentFailure(
            Reason("{failure}, and to wait {time}", failure=failure, time=in_words(asked_s)),
            http_status=failure.http_status,
        ) from None


def with_retries(
    try_once: Callable[[Access], _Result],
    asset: Asset,
    access: AccessTo,
    *,
    policy: RetryPolicy,
    stop: Cancellation,
) -> _Result:
    """The result of `try_once`, which raises `ReadError` with the HTTP status when it fails.

    Raises:
        ReadError: of the last try.
        SourceError: when the source gives no access.
    """
    while True:
        opened_by = access(asset, renew=policy.renew)
        policy.limit_to(opened_by)
        try:
            return try_once(opened_by)
        except ReadError as error:
            failure = error
        wait_s = policy.wait_s(failure)
        with policy.budget.running():
            if stop.wait(wait_s):
                raise failure


def _worth_retrying(failure: ReadError, renewed: bool) -> bool:
    if isinstance(failure, PermanentFailure):
        return False
    status = failure.http_status
    if status in REFUSED_STATUSES:
        return not renewed
    # A file that a plain GET gets (status 2xx) but GDAL can't open was truncated in transfer.
    return status is None or status in RETRIED_STATUSES or status < 400
