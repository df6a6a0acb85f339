"""How far machine and person agree: a table, what does not join, and both as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...bridge.qt_alive import end_task
from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core.markers.agreement import (
    ALL_KINDS,
    AgreementRow,
    MarkerAnswer,
    agreement_csv,
    agreement_of,
    answers_csv,
)
from ...core.markers.join import JoinedMarkers
from ...core.markers.marker import LostRow, MachineMarker
from ...core.outputs.atomic_write import replacing
from ..widgets.message_line import BAD, GOOD, MessageLine
from .words import kind_words

MOST_LOST = 1000
"""So many rows that do not join are shown; all are in the CSV file."""


@dataclass(frozen=True)
class AgreementOrder:
    """What a dialog is about, as it was when it was opened."""

    joined: JoinedMarkers
    answers: dict[str, MarkerAnswer]

    def markers(self) -> list[MachineMarker]:
        """Of all parcels."""
        return [marker for own in self.joined.of_parcel.values() for marker in own]

    def rows(self) -> tuple[AgreementRow, ...]:
        """The table; grows with the file, so not for the main thread."""
        return agreement_of(self.markers(), self.answers)

    def answers_table(self) -> str:
        """Every marker with its answer, likewise."""
        return answers_csv(self.markers(), self.answers)


class AgreementDialog(QDialog):
    """Counts in a worker thread."""

    def __init__(self, order: AgreementOrder, parent: QWidget | None = None) -> None:
        """Begins to count."""
        super().__init__(parent)
        self.setObjectName("CbmChipsAgreement")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Agreement of machine and person"))
        self._order = order
        self._rows: tuple[AgreementRow, ...] = ()
        self.table, self.lost = _table(_columns()), _table(_columns_of_lost())
        self.message = MessageLine()
        self._lay_out()
        self.resize(self.fontMetrics().averageCharWidth() * 92, self.sizeHint().height())
        self._call = BackgroundCall(tr("CbM Chips: agreement"), order.rows)
        self._call.done.connect(self._show)
        self._call.start()

    def done(self, result: int) -> None:
        """Hear no more of what is under way."""
        end_task(self._call)
        super().done(result)

    def save(self, path: Path, table: Callable[[], str]) -> None:
        """Make a table and write it, in a worker thread."""

        def write() -> str:
            with replacing(path) as beside:
                beside.write_bytes(table().encode("utf-8"))
            return str(path)

        self._call = BackgroundCall(tr("CbM Chips: agreement"), write)
        self._call.done.connect(self._tell)
        self._call.start()

    def _show(self, result: CallResult) -> None:
        if result.problem:
            self.message.say(result.problem, BAD)
            return
        self._rows = result.value
        _fill(self.table, map(_cells, self._rows))

    def _tell(self, result: CallResult) -> None:
        saved = tr("Saved: {path}").format(path=result.value)
        self.message.say(result.problem or saved, BAD if result.problem else GOOD)

    def _ask(self, name: str, table: Callable[[], str]) -> None:
        dialog = QFileDialog(self, tr("Save as CSV"), name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Tables ({0})").format("*.csv"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(lambda path: self.save(Path(path), table))
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def _ask_for_answers(self) -> None:
        self._ask("answers.csv", self._order.answers_table)

    def _ask_for_table(self) -> None:
        self._ask("agreement.csv", lambda: agreement_csv(self._rows))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(agreement_csv(self._rows))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(worded(self._order.joined.kind)))
        layout.addWidget(self.table, 2)
        rows = self._order.joined.lost
        if rows:
            layout.addWidget(QLabel(_lost_title(rows)))
            _fill(self.lost, map(_lost_cells, rows[:MOST_LOST]))
            layout.addWidget(self.lost, 1)
        layout.addWidget(self.message)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for text, do in (
            (tr("Copy"), self._copy),
            (tr("Save the table …"), self._ask_for_table),
            (tr("Save all answers …"), self._ask_for_answers),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda checked=False, do=do: do())
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)


def _columns() -> list[str]:
    counts = [tr("Confirmed"), tr("Refuted"), tr("Not looked at"), tr("All")]
    return [tr("Type"), *counts, tr("Agreement"), tr("Looked at"), tr("Blind")]


def _columns_of_lost() -> list[str]:
    return [tr("Row"), tr("Parcel id"), tr("Why")]


def _lost_title(rows: Sequence[LostRow]) -> str:
    return tr_count("{count} rows do not join:", len(rows))


def _cells(row: AgreementRow) -> list[str]:
    kind = tr("All") if row.kind == ALL_KINDS else kind_words(row.kind)
    counts = map(str, (row.confirmed, row.refuted, row.unseen, row.total))
    return [kind, *counts, _share(row.agreement), _share(row.looked_at), str(row.blind)]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{round(100 * value)} %"


def _lost_cells(row: LostRow) -> list[str]:
    return [str(row.row) if row.row else "", row.parcel, worded(row.reason)]


def _table(columns: list[str]) -> QTableWidget:
    table = QTableWidget(0, len(columns))
    table.setHorizontalHeaderLabels(columns)
    table.verticalHeader().hide()
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _fill(table: QTableWidget, rows: Iterable[list[str]]) -> None:
    for row, cells in enumerate(rows):
        table.insertRow(row)
        for column, text in enumerate(cells):
            table.setItem(row, column, QTableWidgetItem(text))
