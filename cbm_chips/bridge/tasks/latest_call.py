"""Of several calls in the background only the latest is heard."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..qt_alive import disconnect, end_task
from .background_call import BackgroundCall, CallResult


class LatestCall(QObject):
    """At most one call is under way: a newer one takes its place, and it is ended."""

    done = pyqtSignal(object)
    """The `CallResult` of the call under way; never of one that was stopped."""

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
        call.taskTerminated.connect(self._forget)
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

    def _forget(self) -> BackgroundCall | None:
        """QGIS deletes a task that has ended."""
        call, self._call = self._call, None
        if call is not None:
            disconnect(call, "done", self._hear)
            disconnect(call, "taskTerminated", self._forget)
        return call
