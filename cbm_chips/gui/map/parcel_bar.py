"""Which of several parcels is shown, how many are read, and the stretch they share.

The arrows are the dock's.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QStyle, QVBoxLayout, QWidget

from ...bridge.texts.translation import tr
from ..widgets.icon_button import icon_button

_CLOSE = QStyle.StandardPixmap.SP_DockWidgetCloseButton


class ParcelBar(QWidget):
    """Hidden unless there are several parcels."""

    closed = pyqtSignal()
    stretch_switched = pyqtSignal(bool)
    """One stretch for all of them is wanted, or not any more."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._stretch_words = _label(), _label()
        self._words.setAccessibleName(tr("Selected parcels"))
        name = tr("One stretch for all these parcels, so that they compare")
        self._stretch = icon_button("mActionFullCumulativeCutStretch", name)
        self._stretch.setCheckable(True)
        self._stretch.clicked.connect(self.stretch_switched)
        close = icon_button("", tr("Forget the selected parcels; this one stays"))
        close.setIcon(self.style().standardIcon(_CLOSE))
        close.clicked.connect(self.closed)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(self._words, 1)
        line.addWidget(self._stretch)
        line.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 0, 6, 0)
        rows.setSpacing(0)
        rows.addLayout(line)
        rows.addWidget(self._stretch_words)
        self._stretch_words.hide()
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

    @property
    def stretch_text(self) -> str:
        """What is said of the stretch; empty while there is none for all."""
        return str(self._stretch_words.text())

    def show_stretch(self, *, is_on: bool, giver: str) -> None:
        """`giver` is the name of the parcel it was taken from; empty while it is still to come."""
        taken = tr("Stretch of {place} for all").format(place=giver)
        waiting = tr("One stretch for all: that of the first parcel with clear dates")
        self._stretch_words.setText((taken if giver else waiting) if is_on else "")
        self._stretch_words.setVisible(is_on)
        self._stretch.setChecked(is_on)


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
