"""One sentence with a symbol in front: why a field is refused, or how something ended."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from .contrast import readable, surface_of

REFUSED, BUSY, GOOD, DOUBTFUL, BAD = "refused", "busy", "good", "doubtful", "bad"

SIGN = "\N{WARNING SIGN}"
DARK_ORANGE, LIGHT_ORANGE = QColor("#a8420c"), QColor("#ffa866")
_MIDDLE = 128

_ICONS = {
    GOOD: "/mIconSuccess.svg",
    DOUBTFUL: "/mIconInfo.svg",
    BAD: "/mIconWarning.svg",
}


class MessageLine(QWidget):
    """Hidden while there is nothing to say; the text wraps and can be selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Says nothing yet."""
        super().__init__(parent)
        self._kind = REFUSED
        self._symbol, self._words = QLabel(), QLabel()
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self._words.setTextFormat(Qt.TextFormat.PlainText)  # it may quote a server
        self._words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        self.hide()

    def say(self, text: str, kind: str = REFUSED) -> None:
        """Show `text` with the symbol of `kind`; an empty text hides the line."""
        self._kind = kind
        if text:  # most say nothing most of the time, and a style sheet costs much
            self._show_symbol()
            self._paint()
        self._words.setText(text)
        self._words.setAccessibleName(text)
        self.setVisible(bool(text))

    @property
    def text(self) -> str:
        """What is said."""
        return str(self._words.text())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.StyleChange):
            self._paint()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._paint()  # what is behind it is known now

    def _show_symbol(self) -> None:
        edge = self.fontMetrics().height()
        self._symbol.setVisible(self._kind != BUSY)
        if self._kind == REFUSED:
            self._symbol.setText(SIGN)
        elif self._kind in _ICONS:
            icon = QgsApplication.getThemeIcon(_ICONS[self._kind])
            self._symbol.setPixmap(icon.pixmap(edge, edge))

    def _paint(self) -> None:
        """A refusal is orange, light or dark; a style sheet, as a theme's wins over palettes."""
        sheet = ""
        if self._kind == REFUSED:
            surface = surface_of(self)
            orange = LIGHT_ORANGE if surface.lightness() < _MIDDLE else DARK_ORANGE
            sheet = f"color: {readable(orange, surface).name()}"
        for label in (self._symbol, self._words):
            if label.styleSheet() != sheet:
                label.setStyleSheet(sheet)


class FieldWithMessage(QWidget):
    """A field of a form and, below it, why what it holds is refused."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.message = MessageLine(self)
        # The message wants the form's whole width, however narrow the field is.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(field)
        rows.addWidget(self.message)
