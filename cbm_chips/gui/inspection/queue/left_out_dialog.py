"""What is not in the queue, or is with a doubt: a list to be copied and saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....bridge.tasks.background_call import BackgroundCall, CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import worded
from ....core.inspection.queue.sample import LeftOut
from ....core.outputs.atomic_write import replacing
from ....core.spreadsheet_texts import csv_text
from ...widgets.message_line import BAD, GOOD, MessageLine
from ...widgets.wrapped_label import wrapped_label

MOST_SHOWN = 1000
"""So many rows are shown; all are copied and saved."""


class LeftOutDialog(QDialog):
    """Stays open while work goes on."""

    def __init__(self, rows: Sequence[LeftOut], parent: QWidget | None = None) -> None:
        """Shows `rows`."""
        super().__init__(parent)
        self.setObjectName("CbmChipsLeftOut")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What does not join"))
        self._rows = rows
        self.table = QTableWidget(0, 4)
        self.table.setAccessibleName(tr("What does not join"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.message = MessageLine()
        self._call = LatestCall(self)
        self._call.done.connect(self._tell)
        self._fill()
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.sizeHint().height())

    def text(self) -> str:
        """All rows, as CSV."""
        return csv_text(_columns(), map(_cells, self._rows))

    def save(self, path: Path) -> None:
        """In a worker thread."""

        def write() -> str:
            with replacing(path) as beside:
                beside.write_bytes(self.text().encode("utf-8-sig"))
            return str(path)

        self._call.start(BackgroundCall(tr("CbM Chips: queue"), write))

    def done(self, result: int) -> None:
        """Hear no more of what is under way."""
        self._call.stop()
        super().done(result)

    def _tell(self, result: CallResult) -> None:
        saved = tr("Saved: {path}").format(path=result.value)
        self.message.say(result.problem or saved, BAD if result.problem else GOOD)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Save as CSV"), "not_joined.csv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tables ({0})").format("*.csv"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def _fill(self) -> None:
        self.table.setHorizontalHeaderLabels(_columns())
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        shown = self._rows[:MOST_SHOWN]
        self.table.setRowCount(len(shown))
        for at, row in enumerate(shown):
            for column, text in enumerate(_cells(row)):
                self.table.setItem(at, column, QTableWidgetItem(text))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(wrapped_label(left_out_words(self._rows)))
        layout.addWidget(self.table)
        layout.addWidget(self.message)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for text, do in ((tr("Copy"), self._copy), (tr("Save as CSV …"), self._ask)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, do=do: do())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def left_out_words(rows: Sequence[LeftOut]) -> str:
    """How many are not in the queue, and how many are with a doubt."""
    doubtful = sum(row.is_kept for row in rows)
    parts = []
    if len(rows) - doubtful or not rows:
        parts.append(tr_count("{count} rows are not in the queue.", len(rows) - doubtful))
    if doubtful:
        parts.append(tr_count("{count} rows are in it with a note.", doubtful))
    return " ".join(parts)


def _columns() -> list[str]:
    return [tr("Row"), tr("Parcel id"), tr("Bucket"), tr("Why")]


def _cells(row: LeftOut) -> list[str]:
    return [str(row.row) if row.row else "", row.parcel, row.question, worded(row.reason)]
