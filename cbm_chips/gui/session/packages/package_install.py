"""One installation of packages at a time, for whoever has a button for it."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.packages.installing import InstallOrder
from ....bridge.tasks.background_call import CallResult
from ....bridge.tasks.install_task import InstallTask


class PackageInstall(QObject):
    """For the main thread; the work is a task of QGIS's, and goes on without whoever began it."""

    step = pyqtSignal(str)
    """What it does now, for people."""
    ended = pyqtSignal(object)
    """A `CallResult`, once; without value and problem where it was cancelled."""

    def __init__(self, parent: QObject) -> None:
        """Nothing runs."""
        super().__init__(parent)
        self._task: InstallTask | None = None

    @property
    def is_running(self) -> bool:
        """It has not ended."""
        return self._task is not None

    def start(self, order: InstallOrder) -> None:
        """Begin, unless one runs."""
        if self._task is not None:
            return
        self._task = task = InstallTask(order)
        task.step.connect(self.step)
        task.done.connect(self._end)
        task.cancelled.connect(self._end_cancelled)
        task.start()

    def cancel(self) -> None:
        """Stop at once; nothing is changed then."""
        if self._task is not None:
            self._task.cancel()

    def _end(self, result: CallResult) -> None:
        self._task = None
        self.ended.emit(result)

    def _end_cancelled(self) -> None:
        self._end(CallResult())
