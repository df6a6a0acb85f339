"""A table whose cells are fields, to which rows are added and taken from."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QWidget,
)

MOST_ROWS_SHOWN = 9
_LEAST_LETTERS = 8


class RowTable(QTableWidget):
    """Every cell has a widget of its own; whoever fills it knows which."""

    edited = pyqtSignal()

    def __init__(self, titles: Sequence[str], name: str, *, wide: int) -> None:
        """`name` is for screen readers; the column `wide` takes what room is left."""
        super().__init__(0, len(titles))
        self.setHorizontalHeaderLabels(list(titles))
        self.setAccessibleName(name)
        self._titles = tuple(titles)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        self._fit()

    def add_fields(self, fields: Sequence[QWidget]) -> None:
        """One more row, which becomes the current one."""
        row = self.rowCount()
        self.insertRow(row)
        for column, field in enumerate(fields):
            field.setAccessibleName(self._titles[column])
            self.setCellWidget(row, column, field)
        self.setRowHeight(row, max(field.sizeHint().height() for field in fields) + 2)
        self.setCurrentCell(row, 0)
        self._fit()

    def fields(self) -> list[list[QWidget]]:
        """Of all rows."""
        columns = range(self.columnCount())
        return [[self.cellWidget(row, one) for one in columns] for row in range(self.rowCount())]

    def remove_current(self) -> None:
        """Without the current row."""
        self.removeRow(self.currentRow())
        self._fit()
        self.edited.emit()

    def clear_rows(self) -> None:
        """Without any."""
        self.setRowCount(0)
        self._fit()

    def text_field(self, text: str) -> QLineEdit:
        """For any words."""
        field = QLineEdit(text)
        field.setFrame(False)
        field.setCursorPosition(0)
        field.setMinimumWidth(field.fontMetrics().averageCharWidth() * _LEAST_LETTERS)
        field.textEdited.connect(lambda text: self.edited.emit())
        return field

    def choice_field(self, choices: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
        """Titles with what they stand for; a value that is not among them is added."""
        field = QComboBox()
        for title, value in choices:
            field.addItem(title, value)
        if field.findData(chosen) < 0:
            field.addItem(str(chosen), chosen)
        field.setCurrentIndex(field.findData(chosen))
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel scrolls the page
        field.activated.connect(lambda row: self.edited.emit())
        return field

    def _fit(self) -> None:
        """As high as its rows, up to some."""
        rows = min(self.rowCount(), MOST_ROWS_SHOWN)
        heights = sum(self.rowHeight(row) for row in range(rows)) or self.fontMetrics().height()
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(heights + head + bar + 2 * self.frameWidth())
