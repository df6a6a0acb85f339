"""Which of several parcels is shown, how many are read, and buttons for the next and the last."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QWidget

from ...bridge.translation import tr
from ..widgets.icon_button import icon_button

_CLOSE = QStyle.StandardPixmap.SP_DockWidgetCloseButton


class ParcelBar(QWidget):
    """Hidden unless there are several parcels."""

    stepped = pyqtSignal(int)
    """1 to the next, -1 to the former."""
    closed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setAccessibleName(tr("Selected parcels"))
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._former = icon_button("mActionArrowLeft", tr("Former of the selected parcels"))
        self._next = icon_button("mActionArrowRight", tr("Next of the selected parcels"))
        close = icon_button("", tr("Forget the selected parcels; this one stays"))
        close.setIcon(self.style().standardIcon(_CLOSE))
        self._former.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.closed)
        line = QHBoxLayout(self)
        line.setContentsMargins(6, 0, 6, 0)
        line.setSpacing(2)
        line.addWidget(self._words, 1)
        for button in (self._former, self._next, close):
            line.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """The text shown."""
        return str(self._words.text())

    def show_row(self, row: int, count: int, *, done: int) -> None:
        """Rows from 0; nothing is shown for a count of 0."""
        words = tr("Parcel {number} of {count}, {done} read")
        self._words.setText(words.format(number=row + 1, count=count, done=done))
        self._former.setEnabled(row > 0)
        self._next.setEnabled(row + 1 < count)
        self.setVisible(count > 0)
