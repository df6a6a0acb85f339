"""Which of several parcels is shown, and how many are read; the arrows are the dock's."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from ...bridge.translation import tr
from ..widgets.icon_button import icon_button

_CLOSE = QStyle.StandardPixmap.SP_DockWidgetCloseButton


class ParcelBar(QWidget):
    """Hidden unless there are several parcels."""

    closed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAccessibleName(tr("Selected parcels"))
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        close = icon_button("", tr("Forget the selected parcels; this one stays"))
        close.setIcon(self.style().standardIcon(_CLOSE))
        close.clicked.connect(self.closed)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 0, 6, 0)
        line.setSpacing(2)
        line.addWidget(self._words, 1)
        line.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The text shown."""
        return str(self._words.text())

    def show_row(self, row: int, count: int, *, done: int) -> None:
        """Rows from 0; nothing is shown for a count of 0."""
        words = tr("Parcel {number} of {count}, {done} read")
        texts = map(QLocale().toString, (row + 1, count, done))
        self._words.setText(words.format(**dict(zip(("number", "count", "done"), texts))))
        self.setVisible(count > 0)
