"""How far machine and person agree: a table, what does not join, and both as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtWidgets import QLabel, QWidget

from ...bridge.tasks.background_call import BackgroundCall, CallResult
from ...bridge.tasks.latest_call import LatestCall
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
from ..widgets.message_line import BAD
from ..widgets.table_dialog import TableDialog, fill, read_only_table
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


class AgreementDialog(TableDialog):
    """Counts in a worker thread."""

    def __init__(self, order: AgreementOrder, parent: QWidget | None = None) -> None:
        """Begins to count."""
        title = tr("Agreement of machine and person")
        super().__init__("CbmChipsAgreement", title, tr("CbM Chips: agreement"), parent)
        self._order = order
        self._rows: tuple[AgreementRow, ...] = ()
        self.table, self.lost = read_only_table(_columns()), read_only_table(_columns_of_lost())
        self._lay_out()
        self._count = LatestCall(self)
        self._count.done.connect(self._show)
        self._count.start(BackgroundCall(tr("CbM Chips: agreement"), order.rows))

    def done(self, result: int) -> None:
        """Hear no more of what is under way."""
        self._count.stop()
        super().done(result)

    def _show(self, result: CallResult) -> None:
        if result.problem:
            self.message.say(result.problem, BAD)
            return
        self._rows = result.value
        fill(self.table, [_cells(row) for row in self._rows])

    def _table_text(self) -> str:
        return agreement_csv(self._rows)

    def _lay_out(self) -> None:
        shown: list[tuple[QWidget, int]] = [(QLabel(worded(self._order.joined.kind)), 0)]
        shown.append((self.table, 2))
        rows = self._order.joined.lost
        if rows:
            fill(self.lost, [_lost_cells(row) for row in rows[:MOST_LOST]])
            shown += [(QLabel(_lost_title(rows)), 0), (self.lost, 1)]
        answers = self._order.answers_table
        self.lay_out(
            shown,
            [
                (tr("Copy"), lambda: self.copy(self._table_text)),
                (tr("Save the table …"), lambda: self.ask("agreement.csv", self._table_text)),
                (tr("Save all answers …"), lambda: self.ask("answers.csv", answers)),
            ],
        )


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
