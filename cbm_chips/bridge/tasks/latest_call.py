"""Of several calls in the background only the latest is heard."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..qt_alive import disconnect, end_task
from .background_call import BackgroundCall, CallResult


class LatestCall(QObject):
    """At most one call is under way: a newer one takes its place, and it is ended."""

    done = pyqtSignal(object)
    """The `CallResult` of the call under way, once; never of one that was stopped.

    One that the user cancels in QGIS's list of tasks has a problem, which says so.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._call: BackgroundCall | None = None

    @property
    def is_running(self) -> bool:
        """A call is under way."""
        return self._call is not None

    def start(self, call: BackgroundCall) -> None:
        """Hand it to QGIS's task manager, in place of the one before."""
        self.stop()
        self._call = call
        call.done.connect(self._hear)
        call.cancelled.connect(self._hear_cancelled)
        call.start()

    def stop(self) -> bool:
        """End the call and hear no more of it; False if none was under way."""
        call = self._forget()
        if call is None:
            return False
        end_task(call)
        return True

    def _hear(self, result: CallResult) -> None:
        self._forget()
        self.done.emit(result)

    def _hear_cancelled(self) -> None:
        self._hear(CallResult.cancelled())

    def _forget(self) -> BackgroundCall | None:
        """QGIS deletes a task that has ended."""
        call, self._call = self._call, None
        if call is not None:
            disconnect(call, "done", self._hear)
            disconnect(call, "cancelled", self._hear_cancelled)
        return call
