"""Threads of one run, for whatever takes the processor, the disk, or somebody else's patience."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ...cancellation import Stop
from ..retries import THREAD_NAME

_Result = TypeVar("_Result")


class Workers:
    """They begin when there is something to do."""

    def __init__(self, most: int) -> None:
        """At most so many at once."""
        self._stop = Stop()
        self._pool = ThreadPoolExecutor(
            most, thread_name_prefix=THREAD_NAME, initializer=self._stop.own_this_thread
        )

    async def do(self, call: Callable[[], _Result]) -> _Result:
        """The call's result; the event loop goes on meanwhile."""
        try:
            done = asyncio.get_running_loop().run_in_executor(self._pool, _safely, call)
        except RuntimeError:
            raise asyncio.CancelledError from None  # they have ended
        return await done

    def end(self) -> None:
        """They end when they have done what they are at; nothing new begins.

        What they ask a source meanwhile is given up.
        """
        self._stop.set()
        self._pool.shutdown(wait=False, cancel_futures=True)


def _safely(call: Callable[[], _Result]) -> _Result:
    """The call's result. `StopIteration` ends coroutines: as an error it would never arrive."""
    try:
        return call()
    except StopIteration as error:
        raise RuntimeError("an iterator has ended where nobody looked") from error
