"""The list below the buttons: the person's events, then what the machine says of the parcel."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from ...bridge.texts.translation import tr

MOST_LINES = 5
_ROLE = int(Qt.ItemDataRole.UserRole)


class AnswerList(QListWidget):
    """As high as its rows, up to a few; each has a key of whoever fills it."""

    removed = pyqtSignal(str)
    """The user wants the row of this key to go."""
    opened = pyqtSignal(str)
    """The user wants to see the date of the row of this key."""

    def __init__(self) -> None:
        """Empty and hidden."""
        super().__init__()
        self.setAccessibleName(tr("Events and markers of this parcel"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_ROLE)))
        self.hide()

    def show_rows(self, rows: Iterable[tuple[str, str]]) -> None:
        """Keys and texts; the row that was chosen stays chosen while it is there."""
        chosen = self.chosen
        self.blockSignals(True)
        self.clear()
        for key, text in rows:
            item = QListWidgetItem(text)
            item.setData(_ROLE, key)
            item.setToolTip(text)
            self.addItem(item)
            if key == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)
        self.setVisible(self.count() > 0)
        self.updateGeometry()

    @property
    def chosen(self) -> str:
        """Key of the row that is chosen; empty for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(_ROLE))

    @property
    def texts(self) -> list[str]:
        """All rows as they are seen."""
        return [str(self.item(row).text()) for row in range(self.count())]

    def choose(self, key: str) -> None:
        """Make the row of this key the chosen one."""
        for row in range(self.count()):
            if self.item(row).data(_ROLE) == key:
                self.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(
            super().sizeHint().width(), min(rows, MOST_LINES * line) + 2 * self.frameWidth() + 2
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.chosen:
            self.removed.emit(self.chosen)
        else:
            super().keyPressEvent(event)
