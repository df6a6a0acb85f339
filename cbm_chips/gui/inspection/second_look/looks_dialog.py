"""How far two looks agree: a table with Cohen's kappa, and the questions that they differ on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.texts.inspection_words import reason_words
from ....bridge.texts.translation import tr, tr_count
from ....core.inspection.agreement import (
    Disagreement,
    LooksAgreement,
    disagreements,
    looks_agreement,
)
from ....core.inspection.values import InspectionEntry, Outcome
from ....core.tables.spreadsheet_texts import csv_text
from ...widgets.table_dialog import TableDialog, read_only_table
from ...widgets.wrapped_label import wrapped_label

if TYPE_CHECKING:
    from ....core.inspection.queue.reserve import Key


class LooksDialog(TableDialog):
    """Of the answers as they are when it is opened."""

    def __init__(
        self,
        first: Mapping[Key, InspectionEntry],
        second: Mapping[Key, InspectionEntry],
        parent: QWidget | None = None,
    ) -> None:
        """`first` and `second` are the answers that stand."""
        title = tr("Agreement of both looks")
        super().__init__("CbmChipsLooks", title, tr("CbM Chips: agreement"), parent)
        again = {key: first[key] for key in second if key in first}
        self.rows = looks_agreement(again, second)
        self.differ = disagreements(again, second)
        self.table = read_only_table(_columns(), [_cells(one) for one in self.rows], name=title)
        self.list = read_only_table(
            _columns_of_list(),
            [_list_cells(one) for one in self.differ],
            name=tr("Questions with different answers"),
        )
        none = tr("No question has two answers yet.")
        of_list = tr_count("{count} questions with different answers:", len(self.differ))
        self.lay_out(
            [
                (wrapped_label(_whole_words(self.rows) or none), 0),
                (self.table, 1),
                (wrapped_label(of_list), 0),
                (self.list, 1),
            ],
            [
                (tr("Copy"), lambda: self.copy(self.text)),
                (tr("Save as CSV …"), lambda: self.ask("agreement.csv", self.text)),
            ],
        )

    def text(self) -> str:
        """Both tables as CSV, an empty line between them."""
        table = csv_text(_columns(), map(_cells, self.rows))
        return f"{table}\n{csv_text(_columns_of_list(), map(_list_cells, self.differ))}"


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
    reason = reason_words(entry.answer.reason)
    return f"{words} ({reason})" if reason else words


_WORDS = {
    Outcome.CONFIRMED: lambda: tr("confirmed"),
    Outcome.NOT_CONFIRMED: lambda: tr("not confirmed"),
    Outcome.INCONCLUSIVE: lambda: tr("inconclusive"),
    Outcome.CANNOT_BE_INSPECTED: lambda: tr("cannot be inspected"),
}
