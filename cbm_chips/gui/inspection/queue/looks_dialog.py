"""How far two looks agree: a table with Cohen's kappa, and the questions that they differ on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale, Qt
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
from ....core.inspection.agreement import (
    Disagreement,
    LooksAgreement,
    disagreements,
    looks_agreement,
)
from ....core.inspection.values import InspectionEntry, Outcome
from ....core.outputs.atomic_write import replacing
from ....core.spreadsheet_texts import csv_text
from ...widgets.message_line import BAD, GOOD, MessageLine
from ...widgets.wrapped_label import wrapped_label

if TYPE_CHECKING:
    from ....core.inspection.queue.reserve import Key


class LooksDialog(QDialog):
    """Of the answers as they are when it is opened."""

    def __init__(
        self,
        first: Mapping[Key, InspectionEntry],
        second: Mapping[Key, InspectionEntry],
        parent: QWidget | None = None,
    ) -> None:
        """`first` and `second` are the answers that stand."""
        super().__init__(parent)
        self.setObjectName("CbmChipsLooks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Agreement of both looks"))
        again = {key: first[key] for key in second if key in first}
        self.rows = looks_agreement(again, second)
        self.differ = disagreements(again, second)
        self.table = _table(_columns(), [_cells(one) for one in self.rows])
        self.list = _table(_columns_of_list(), [_list_cells(one) for one in self.differ])
        self.table.setAccessibleName(tr("Agreement of both looks"))
        self.list.setAccessibleName(tr("Questions with different answers"))
        self.message = MessageLine()
        self._call = LatestCall(self)
        self._call.done.connect(self._tell)
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.sizeHint().height())

    def text(self) -> str:
        """Both tables as CSV, an empty line between them."""
        table = csv_text(_columns(), map(_cells, self.rows))
        return f"{table}\n{csv_text(_columns_of_list(), map(_list_cells, self.differ))}"

    def save(self, path: Path) -> None:
        """In a worker thread."""

        def write() -> str:
            with replacing(path) as beside:
                beside.write_bytes(self.text().encode("utf-8-sig"))
            return str(path)

        self._call.start(BackgroundCall(tr("CbM Chips: agreement"), write))

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
        dialog = QFileDialog(self, tr("Save as CSV"), "agreement.csv")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tables ({0})").format("*.csv"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        none = tr("No question has two answers yet.")
        layout.addWidget(wrapped_label(_whole_words(self.rows) or none))
        layout.addWidget(self.table, 1)
        layout.addWidget(
            wrapped_label(tr_count("{count} questions with different answers:", len(self.differ)))
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(self.message)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for text, do in ((tr("Copy"), self._copy), (tr("Save as CSV …"), self._ask)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, do=do: do())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _whole_words(rows: Sequence[LooksAgreement]) -> str:
    whole = next((row for row in rows if row.is_total), None)
    if whole is None or not whole.both:
        return ""
    words = tr("{agreed} of {both} questions have the same answer twice; Cohen's kappa: {kappa}.")
    return words.format(agreed=whole.agreed, both=whole.both, kappa=_kappa(whole))


def _kappa(row: LooksAgreement) -> str:
    if row.kappa is None:
        return tr("not defined")
    return str(QLocale().toString(row.kappa, "f", 2))


def _columns() -> list[str]:
    return [tr("Bucket"), tr("Twice answered"), tr("The same"), tr("Agreement"), tr("Kappa")]


def _cells(row: LooksAgreement) -> list[str]:
    share = "–" if row.agreement is None else f"{round(100 * row.agreement)} %"
    name = tr("All") if row.is_total else row.question
    return [name, str(row.both), str(row.agreed), share, _kappa(row)]


def _columns_of_list() -> list[str]:
    first, second = tr("First look"), tr("Second look")
    return [tr("Parcel id"), tr("Bucket"), first, tr("By"), second, tr("By")]


def _list_cells(one: Disagreement) -> list[str]:
    said = (_outcome(one.first), one.first.inspector, _outcome(one.second), one.second.inspector)
    return [one.first.item.parcel, one.first.item.question, *said]


def _outcome(entry: InspectionEntry) -> str:
    """With its reason."""
    outcome = entry.answer.outcome
    words = "" if outcome is None else _WORDS[outcome]()
    return f"{words} ({entry.answer.reason})" if entry.answer.reason else words


_WORDS = {
    Outcome.CONFIRMED: lambda: tr("confirmed"),
    Outcome.NOT_CONFIRMED: lambda: tr("not confirmed"),
    Outcome.INCONCLUSIVE: lambda: tr("inconclusive"),
    Outcome.CANNOT_BE_INSPECTED: lambda: tr("cannot be inspected"),
}


def _table(columns: list[str], rows: Iterable[list[str]]) -> QTableWidget:
    table = QTableWidget(0, len(columns))
    table.setHorizontalHeaderLabels(columns)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    for row, cells in enumerate(rows):
        table.insertRow(row)
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
    return table
