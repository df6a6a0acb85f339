"""What is left to do in a run, the most urgent first."""

from __future__ import annotations

import heapq
import threading
from collections.abc import Callable
from itertools import count

Rank = tuple[int, int]
"""Smaller is more urgent."""


class Agenda:
    """Tasks that several threads do; a task may add further ones."""

    def __init__(self) -> None:
        self._tasks: list[tuple[Rank, int, Callable[[], None]]] = []
        self._numbers = count()
        self._unfinished = 0
        self._changed = threading.Condition()
        self._stopped = False

    def add(self, rank: Rank, task: Callable[[], None]) -> None:
        """One more thing to do."""
        with self._changed:
            self._unfinished += 1
            heapq.heappush(self._tasks, (rank, next(self._numbers), task))
            self._changed.notify()

    def work(self) -> None:
        """Do what there is, in the calling thread, until all is done or `stop` was called."""
        while True:
            with self._changed:
                while not self._tasks and self._unfinished and not self._stopped:
                    self._changed.wait()
                if self._stopped or not self._tasks:
                    return
                _, _, task = heapq.heappop(self._tasks)
            try:
                task()
            finally:
                self._finish_one()

    def stop(self) -> None:
        """Begin nothing new."""
        with self._changed:
            self._stopped = True
            self._tasks.clear()
            self._changed.notify_all()

    def _finish_one(self) -> None:
        with self._changed:
            self._unfinished -= 1
            if not self._unfinished:
                self._changed.notify_all()
