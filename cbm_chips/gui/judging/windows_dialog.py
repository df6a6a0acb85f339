"""The legal windows, a row each: question, first day, last day."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.events.legal_window import NamedWindow
from ...core.reasons import Reason
from ..widgets.dialog_buttons import dialog_buttons
from ..widgets.message_line import BAD, MessageLine
from ..widgets.wrapped_label import wrapped_label


class WindowsDialog(QDialog):
    """`kept` brings the windows when they are right."""

    kept = pyqtSignal(object)
    """tuple[NamedWindow, ...]"""

    def __init__(self, windows: tuple[NamedWindow, ...], parent: QWidget | None = None) -> None:
        """Shows `windows`, and a row for one more."""
        super().__init__(parent)
        self.setObjectName("CbmChipsWindows")
        self.setWindowTitle(tr("Legal windows"))
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("Legal windows"))
        self.table.setHorizontalHeaderLabels([tr("Question"), tr("First day"), tr("Last day")])
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().hide()
        for window in windows:
            self.add((window.name, window.start, window.end))
        self.problem = MessageLine()
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 64, self.sizeHint().height())

    def add(self, texts: tuple[str, str, str] = ("", "", "")) -> None:
        """One more row."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.setCurrentCell(row, 0)

    def windows(self) -> tuple[NamedWindow, ...]:
        """As they are typed; empty rows are none.

        Raises:
            RequestError: for a row that is no window, or a name that is there twice.
        """
        rows = ([self._text(row, column) for column in range(3)] for row in self._rows())
        found = [NamedWindow(*texts) for texts in rows if any(texts)]
        names = [window.name for window in found]
        twice = next((name for name in names if names.count(name) > 1), "")
        if twice:
            raise RequestError("window_name", twice, Reason("every name once"))
        return tuple(found)

    def accept(self) -> None:
        """Close, unless a row is wrong: then say why."""
        try:
            windows = self.windows()
        except RequestError as error:
            self.problem.say(f"{error.value}: {worded(error.allowed)}", BAD)
            return
        self.kept.emit(windows)
        super().accept()

    def _rows(self) -> range:
        return range(self.table.rowCount())

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return "" if item is None else str(item.text()).strip()

    def _remove(self) -> None:
        self.table.removeRow(self.table.currentRow())

    def _lay_out(self) -> None:
        buttons = dialog_buttons(self, "Ok", "Cancel")
        for text, do in ((tr("Add"), self.add), (tr("Remove"), self._remove)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, do=do: do())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapped_label(
                tr(
                    "A day is written 2022-03-15, or 03-15 for every year. Both days belong to "
                    "the window; one that ends earlier in the year than it begins ends in the next."
                )
            )
        )
        layout.addWidget(self.table)
        layout.addWidget(self.problem)
        layout.addWidget(buttons)
