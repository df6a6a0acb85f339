"""One call in a worker thread; its result comes back by one signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsMessageLog
from qgis.PyQt.QtCore import pyqtSignal

from ...core.cancellation import Cancellation
from ...core.errors import ChipsError
from ..log import LOG_TAG
from ..network import is_login_refused
from ..sources.dependencies import package_missing
from ..texts.plain_text import plain_log
from ..texts.translation import tr
from ..texts.words import worded
from .quiet_task import QuietTask


@dataclass(frozen=True)
class CallResult:
    """How a call ended.

    Attributes:
        value: what the function returned; None if it failed.
        problem: why it failed, for people; empty if it did not.
        is_login_refused: it failed because a login, or another one, is needed.
    """

    value: Any = None
    problem: str = ""
    is_login_refused: bool = False


class BackgroundCall(QuietTask):
    """One call in QGIS's task manager. Keep a reference until `done` was emitted."""

    done = pyqtSignal(object)
    """An `CallResult`, once, from the main thread; never after `cancel`."""

    def __init__(self, name: str, work: Callable[[], Any]) -> None:
        """`name` is for QGIS's task panel."""
        super().__init__(name)
        self._work = work
        self._stop = Cancellation()
        self._result = CallResult()
        self._details = ""

    def start(self) -> None:
        """Hand it to QGIS's task manager."""
        QgsApplication.taskManager().addTask(self)

    def cancel(self) -> None:
        """Stop what the work waits for at once; QGIS's own list of tasks calls this, too."""
        super().cancel()
        self._stop.cancel()

    def run(self) -> bool:
        """In a worker thread; an exception that escaped would end QGIS."""
        try:
            with self._stop.for_this_thread():
                self._result = CallResult(self._work())
        except ChipsError as error:
            self._result = CallResult(
                problem=worded(error), is_login_refused=is_login_refused(error)
            )
        except Exception as error:  # noqa: BLE001 - the outermost border of the task
            import traceback

            lacking = package_missing(error)
            self._details = "" if lacking else traceback.format_exc()
            text = tr("A fault of the plugin ({kind}); the log has the details.")
            self._result = CallResult(problem=lacking or text.format(kind=type(error).__name__))
        return not self._result.problem

    def finished(self, result: bool) -> None:
        """In the main thread."""
        if self._details:
            QgsMessageLog.logMessage(plain_log(self._details), LOG_TAG)
        if not self.isCanceled():
            self.done.emit(self._result)
