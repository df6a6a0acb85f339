"""What a dialog shows is written into a file, also when the dialog is closed meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, pyqtSlot

from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.texts.translation import tr
from .message_line import BAD, BUSY, GOOD, MessageLine


def saved_words(result: CallResult) -> str:
    """Where a file is now, or why there is none."""
    saved = tr("Saved: {path}").format(path=result.value)
    return result.problem or result.with_remarks(saved)


class FileSaving(QObject):
    """Says in a line how it goes; where the line is gone, a problem stands in QGIS's log."""

    def __init__(self, message: MessageLine) -> None:
        super().__init__(message)
        self._message = message
        self._under_way = 0

    @property
    def is_running(self) -> bool:
        """A file is being written."""
        return self._under_way > 0

    def save(self, name: str, write: Callable[[], str]) -> None:
        """`write`, in a worker thread, returns where; `name` is for QGIS's task panel."""
        call = BackgroundCall(name, write)
        call.done.connect(self._tell)
        call.cancelled.connect(self._tell_cancelled)
        self._under_way += 1
        self._message.say(tr("Saving …"), BUSY)
        call.start()

    @pyqtSlot(object)  # so Qt itself knows when nobody hears it any more
    def _tell(self, result: CallResult) -> None:
        self._under_way -= 1
        self._message.say(saved_words(result), BAD if result.problem else GOOD)

    @pyqtSlot()
    def _tell_cancelled(self) -> None:
        """By the user, in QGIS's list of tasks."""
        self._tell(CallResult.cancelled())
