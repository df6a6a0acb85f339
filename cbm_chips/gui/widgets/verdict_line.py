"""One sentence with a mark in front: how something ended."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

BUSY, GOOD, DOUBTFUL, BAD = "busy", "good", "doubtful", "bad"

_ICONS = {
    GOOD: "/mIconSuccess.svg",
    DOUBTFUL: "/mIconInfo.svg",
    BAD: "/mIconWarning.svg",
}


class VerdictLine(QWidget):
    """Hidden until there is something to say; the text can be selected and wraps."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Says nothing yet."""
        super().__init__(parent)
        self._mark, self._words = QLabel(), QLabel()
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # it may quote a server
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.hide()

    def say(self, kind: str, text: str) -> None:
        """Show `text` with the mark of `kind`; an empty text hides the line."""
        edge = self.fontMetrics().height()
        icon = QgsApplication.getThemeIcon(_ICONS[kind]) if kind != BUSY else None
        self._mark.setVisible(icon is not None)
        if icon is not None:
            self._mark.setPixmap(icon.pixmap(edge, edge))
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What is said."""
        return str(self._words.text())
