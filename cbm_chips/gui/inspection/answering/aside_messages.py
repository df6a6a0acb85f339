"""What became of answers that a record did not take stands in QGIS's message bar and its log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QObject

from ....bridge.log import LOG_TAG
from ....bridge.qt_alive import is_alive
from ....bridge.texts.plain_text import plain_log, plain_message
from ....bridge.texts.translation import tr

if TYPE_CHECKING:
    from ...session.inspection.answer_book import AnswerBook

_WARNING = Qgis.MessageLevel.Warning


class AsideMessages(QObject):
    """Belongs to one dock, whose own lines may be gone when there is something to say."""

    def __init__(self, answers: AnswerBook, iface: Any, parent: QObject) -> None:
        """`iface` has the message bar."""
        super().__init__(parent)
        self._answers, self._iface = answers, iface
        self._has_looked = False
        answers.kept.aside.connect(self._tell)

    def look(self, is_seen: bool) -> None:
        """Once, when somebody sees the dock: are there answers of an earlier day?"""
        if is_seen and not self._has_looked:
            self._has_looked = True
            self._answers.kept.look_aside()

    def _tell(self, words: str) -> None:
        QgsMessageLog.logMessage(plain_log(words), LOG_TAG, _WARNING)
        bar = self._iface.messageBar()
        if is_alive(bar):
            bar.pushMessage(tr("CbM Chips"), plain_message(words), _WARNING, 0)
