"""Several calls in the background, such as files that are written: each is heard."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..qt_alive import end_task, is_alive
from .background_call import BackgroundCall, CallResult


class AllCalls(QObject):
    """Any number of calls may be under way; see `LatestCall` for where only one makes sense."""

    done = pyqtSignal(object)
    """The `CallResult` of each call, once; never of one that was stopped.

    One that the user cancels in QGIS's list of tasks has a problem, which says so.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._calls: set[BackgroundCall] = set()

    @property
    def is_running(self) -> bool:
        """Some call is under way."""
        return bool(self._calls)

    def start(self, call: BackgroundCall) -> None:
        """Hand it to QGIS's task manager; those before go on."""
        self._calls.add(call)
        call.done.connect(partial(self._hear, call))
        call.cancelled.connect(partial(self._hear, call, None))
        call.start()

    def stop(self) -> None:
        """End all calls and hear no more of them."""
        calls, self._calls = self._calls, set()
        for call in calls:
            end_task(call)

    def _hear(self, call: BackgroundCall, result: CallResult | None) -> None:
        """Qt does not cut these connections, which name more than a method of ours."""
        if is_alive(self) and call in self._calls:
            self._calls.remove(call)
            self.done.emit(result or CallResult.cancelled())
