"""A small job in a worker thread; its answer comes back by one signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsApplication, QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.cancellation import Stop
from ..core.errors import ChipsError
from .log import LOG_TAG
from .plain_text import plain_log
from .translation import tr

LOGIN_REFUSED = 401


@dataclass(frozen=True)
class Answer:
    """How an errand ended.

    Attributes:
        value: what the work returned; None if it could not be done.
        problem: why not, in words; empty if all went well.
        is_login_refused: the problem is that a login is wanted, or another one.
    """

    value: Any = None
    problem: str = ""
    is_login_refused: bool = False


class Errand(QgsTask):
    """One call, away from the main thread. Keep a reference until `done` has come."""

    done = pyqtSignal(object)
    """An `Answer`, once, from the main thread; never after `cancel`."""

    def __init__(self, name: str, work: Callable[[], Any]) -> None:
        """`name` is for QGIS's task panel."""
        super().__init__(name, QgsTask.Flag.CanCancel)
        self._work = work
        self._stop = Stop()
        self._answer = Answer()
        self._details = ""

    def start(self) -> None:
        """Hand it to QGIS's task manager."""
        QgsApplication.taskManager().addTask(self)

    def cancel(self) -> None:
        """Also what QGIS's own list of tasks does: what the work waits for is given up at once."""
        super().cancel()
        self._stop.set()

    def run(self) -> bool:
        """In a worker thread; nothing may escape, else QGIS dies."""
        try:
            with self._stop.in_this_thread():
                self._answer = Answer(self._work())
        except ChipsError as error:
            is_refused = getattr(error, "status", None) == LOGIN_REFUSED
            self._answer = Answer(problem=str(error), is_login_refused=is_refused)
        except Exception as error:  # noqa: BLE001 - the outermost border of the task
            import traceback

            self._details = traceback.format_exc()
            text = tr("A fault of the plugin ({kind}); the log has the details.")
            self._answer = Answer(problem=text.format(kind=type(error).__name__))
        return not self._answer.problem

    def finished(self, result: bool) -> None:
        """In the main thread."""
        if self._details:
            QgsMessageLog.logMessage(plain_log(self._details), LOG_TAG)
        if not self.isCanceled():
            self.done.emit(self._answer)
