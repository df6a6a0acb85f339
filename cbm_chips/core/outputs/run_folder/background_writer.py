"""Work done one after another in a thread of its own, while more is added."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

THREAD_NAME = "cbm-chips-writing"


class BackgroundWriter:
    """One thread that does what it is given, in that order, until something fails.

    After a failure nothing more is done, and every later call raises it again. One thread and no
    more: the order is the same in every run, and what is done needs no locks.
    """

    def __init__(self, *, most_waiting: int) -> None:
        """No thread runs until there is work; no more than `most_waiting` pieces wait for it."""
        self._most = most_waiting
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=THREAD_NAME)
        self._waiting: deque[Future[None]] = deque()
        self._is_whole = True

    def do(self, work: Callable[[], None]) -> None:
        """Have it done after all that came before; waits only where too much is waiting already.

        Raises:
            Exception: what earlier work raised; then this is not done.
        """
        self._collect(leave=self._most - 1)
        self._waiting.append(self._thread.submit(self._one, work))

    def wait(self) -> None:
        """Until all is done.

        Raises:
            Exception: what the work raised.
        """
        self._collect(leave=0)

    def close(self) -> None:
        """Do what is waiting, unless something has failed, and end the thread. Raises nothing."""
        self._thread.shutdown(wait=True)

    def _collect(self, *, leave: int) -> None:
        """Look at what is done, and wait until no more than `leave` pieces are not."""
        while self._waiting and (len(self._waiting) > leave or self._waiting[0].done()):
            self._waiting[0].result()
            self._waiting.popleft()

    def _one(self, work: Callable[[], None]) -> None:
        if self._is_whole:
            self._is_whole = False
            work()
            self._is_whole = True
