"""One call in a worker thread; its result comes back by one signal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal

from ...core.cancellation import Cancellation
from .call_outcome import CallResult, log_details, log_problem, result_of
from .quiet_task import QuietTask

__all__ = ["BackgroundCall", "CallResult"]


_UNDER_WAY: set[BackgroundCall] = set()
"""QGIS keeps none of Python's objects: a task that nobody has any more would not run."""


class BackgroundCall(QuietTask):
    """One call in QGIS's task manager. It is done even if whoever started it is gone."""

    done = pyqtSignal(object)
    """A `CallResult`, once, from the main thread; never after `cancel`."""
    cancelled = pyqtSignal()
    """In place of `done`, after `cancel`, which QGIS's own list of tasks calls, too."""

    def __init__(self, name: str, work: Callable[[], Any]) -> None:
        """`name` is for QGIS's task panel."""
        super().__init__(name)
        self._work = work
        self._stop = Cancellation()
        self._result = CallResult()

    def start(self) -> None:
        """Hand it to QGIS's task manager."""
        _UNDER_WAY.add(self)
        QgsApplication.taskManager().addTask(self)

    def cancel(self) -> None:
        """Stop what the work waits for at once; QGIS's own list of tasks calls this, too."""
        super().cancel()
        self._stop.cancel()

    def run(self) -> bool:
        """In a worker thread."""
        with self._stop.for_this_thread():
            self._result = result_of(self._work)
        return not self._result.problem

    def finished(self, result: bool) -> None:
        """In the main thread. A problem that nobody hears of stands in QGIS's log."""
        _UNDER_WAY.discard(self)
        log_details(self._result)
        if self.isCanceled():
            self.cancelled.emit()
            return
        if self._result.problem and not self.receivers(self.done):
            log_problem(self.description(), self._result)
        self.done.emit(self._result)
