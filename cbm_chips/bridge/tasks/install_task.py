"""Installs or removes the packages of the plugin's own, in the background."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import pyqtSignal

from ...core.cancellation import current_cancellation
from ..log import LOG_TAG
from ..packages.installing import InstallOrder, InstallResult, carry_out
from ..texts.plain_text import plain_log
from ..texts.translation import tr
from .background_call import BackgroundCall, CallResult

if TYPE_CHECKING:
    from ..packages.wheels import Wheel


class InstallTask(BackgroundCall):
    """One installation; `done` brings an `InstallResult`, never after `cancel`."""

    step = pyqtSignal(str)
    """What it does now, for people."""

    def __init__(self, order: InstallOrder) -> None:
        """In QGIS's task panel it has a progress bar and can be cancelled."""
        name = tr("Removing Python packages") if order.removes else tr("Installing Python packages")
        super().__init__(name, self._carry_out)
        self._order = order

    def _carry_out(self) -> InstallResult:
        return carry_out(self._order, current_cancellation(), self._tell)

    def _tell(self, done: int, count: int, wheel: Wheel) -> None:
        self.setProgress(100 * done / count)
        if done < count:
            words = tr("Getting {name} {version} ({number} of {count}) …")
            text = words.format(
                name=wheel.project, version=wheel.version, number=done + 1, count=count
            )
            self.step.emit(text)

    def finished(self, result: bool) -> None:
        """In the main thread; the log tells it as well."""
        text = result_words(self._result)
        level = Qgis.MessageLevel.Warning if self._result.problem else Qgis.MessageLevel.Info
        QgsMessageLog.logMessage(plain_log(text), LOG_TAG, level, False)
        super().finished(result)


def result_words(result: CallResult) -> str:
    """How an installation ended, in sentences."""
    value: InstallResult | None = result.value
    if value is None:
        return tr("Nothing was changed: {reason}").format(reason=result.problem or tr("cancelled"))
    return done_words(value)


def done_words(result: InstallResult) -> str:
    """What was done."""
    if not result.done:
        return tr("There was nothing to do.")
    template = tr("Installed from {origin}: {names}.") if result.origin else tr("Removed: {names}.")
    words = template.format(origin=result.origin, names=result.names)
    if result.needs_restart:
        words += " " + tr("QGIS uses what it has loaded until it is started anew.")
    return words
