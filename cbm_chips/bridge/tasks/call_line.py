"""Calls one after another in a thread of their own, which no other work can keep waiting.

QGIS's tasks share as many threads as the computer has cores: where each of them reads, the next
task waits for the end of a read. What takes a moment and must not wait goes here.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .call_outcome import CallResult, log_details, result_of

Work = Callable[[], Any]
Then = Callable[[CallResult], object]
_Jobs = SimpleQueue[Optional[tuple[Work, Then]]]
"""Of one thread, until None."""


class CallLine(QObject):
    """Belongs to the main thread; `end` before it goes."""

    _ran = pyqtSignal()

    def __init__(self, name: str, parent: QObject) -> None:
        """`name` is the thread's, which begins with the first call."""
        super().__init__(parent)
        self._name = name
        self._jobs: _Jobs = SimpleQueue()
        self._results: deque[tuple[Then, CallResult]] = deque()
        self._thread: Thread | None = None
        self._ran.connect(self._tell)

    def ask(self, work: Work, then: Then) -> None:
        """Call `work` in the thread, after all that was asked since the last `end`.

        Args:
            work: may raise `ChipsError`.
            then: is called in the main thread with what came of it.
        """
        if self._thread is None:
            # One that still hangs since the last end keeps its own, and ends by itself.
            self._jobs = SimpleQueue()
            # A daemon: a disk that never answers must not keep the process alive.
            self._thread = Thread(
                target=self._run, args=(self._jobs,), name=self._name, daemon=True
            )
            self._thread.start()
        self._jobs.put((work, then))

    def end(self, timeout_s: float) -> bool:
        """Wait for what was asked, and tell of it; False if it is not done by then."""
        thread, self._thread = self._thread, None
        if thread is None:
            return True
        self._jobs.put(None)
        thread.join(timeout_s)
        self._tell()
        return not thread.is_alive()

    def _run(self, jobs: _Jobs) -> None:
        """In the thread."""
        while (job := jobs.get()) is not None:
            work, then = job
            self._results.append((then, result_of(work)))
            self._wake()

    def _wake(self) -> None:
        try:
            self._ran.emit()
        except RuntimeError:  # the dock is gone, and with it whoever would hear
            return

    def _tell(self) -> None:
        """In the main thread."""
        while self._results:
            then, result = self._results.popleft()
            log_details(result)
            then(result)
