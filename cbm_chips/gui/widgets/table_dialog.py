"""A dialog of tables that are read, copied and saved; it stays open while work goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
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
from ...core.outputs.stand_ins import placing
from .dialog_buttons import dialog_buttons
from .file_question import ask_where_to_save
from .file_saving import FileSaving
from .message_line import MessageLine

WIDTH_CHARACTERS = 92


class TableDialog(QDialog):
    """What is put into `lay_out` stands above its line of messages and its buttons."""

    def __init__(self, name: str, title: str, task: str, parent: QWidget | None = None) -> None:
        """`name` is the object's; `task` is how QGIS's list of tasks calls what is saved."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._task = task
        self.message = MessageLine()
        self._saving = FileSaving(self.message)

    def save(self, path: Path, text: Callable[[], str]) -> None:
        """Make a text and write it, in a worker thread."""

        def write() -> str:
            with placing(path) as placed:
                placed.beside.write_bytes(text().encode("utf-8"))
            return str(placed.path)

        self._saving.save(self._task, write)

    def ask(self, file_name: str, text: Callable[[], str]) -> None:
        """Save a text where the user says."""
        ask_where_to_save(
            self,
            tr("Save as CSV"),
            file_name,
            filters=[tr("Tables ({0})").format("*.csv")],
            then=partial(self.save, text=text),
        )

    def copy(self, text: Callable[[], str]) -> None:
        """Into the clipboard."""
        QGuiApplication.clipboard().setText(text())

    def lay_out(
        self,
        shown: Iterable[tuple[QWidget, int]],
        buttons: Iterable[tuple[str, Callable[[], object]]],
    ) -> None:
        """Widgets with their stretch, and what the buttons say and do."""
        layout = QVBoxLayout(self)
        for widget, stretch in shown:
            layout.addWidget(widget, stretch)
        layout.addWidget(self.message)
        box = dialog_buttons(self, "Close")
        for text, do in buttons:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, do=do: do())
            box.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        layout.addWidget(box)
        least = self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS
        widest = max(map(_whole_width, self.findChildren(QTableWidget)), default=0)
        most = self.screen().availableGeometry().width() * 4 // 5
        self.resize(max(least, min(widest, most)), self.sizeHint().height())


def _whole_width(table: QTableWidget) -> int:
    """With no column cut off, in a dialog."""
    header, margins = table.horizontalHeader(), 2 * table.fontMetrics().height()
    columns = range(table.columnCount())
    asked = (max(table.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in columns)
    return sum(asked) + table.verticalScrollBar().sizeHint().width() + 2 * margins


def read_only_table(
    columns: Sequence[str], rows: Sequence[Sequence[str]] = (), *, name: str = ""
) -> QTableWidget:
    """A table of texts; `name` is what screen readers say."""
    table = QTableWidget(0, len(columns))
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(columns)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    fill(table, rows)
    return table


def fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    """Show these rows in place of those before."""
    table.setRowCount(len(rows))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
