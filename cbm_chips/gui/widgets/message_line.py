"""A refusal, said beside the field it is about."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

SIGN = "\N{WARNING SIGN}"
DARK_ORANGE, LIGHT_ORANGE = QColor("#a8420c"), QColor("#ffa866")
_MIDDLE = 128


class Mark(QLabel):
    """Words below a field; not there while all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._paint()
        self.hide()

    def say(self, words: str) -> None:
        """Show them; nothing hides the mark."""
        self.setText(f"{SIGN} {words}" if words else "")
        self.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._paint()

    def _paint(self) -> None:
        palette = QPalette()
        is_dark = palette.color(QPalette.ColorRole.Window).lightness() < _MIDDLE
        palette.setColor(QPalette.ColorRole.WindowText, LIGHT_ORANGE if is_dark else DARK_ORANGE)
        self.setPalette(palette)


class Marked(QWidget):
    """A field with its mark below."""

    def __init__(self, field: QWidget) -> None:
        super().__init__()
        self.mark = Mark(self)
        # Whatever the field needs, the words below it want the form's whole width.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        rows.addWidget(field)
        rows.addWidget(self.mark)
