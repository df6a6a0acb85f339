"""What is not in the queue, or is with a doubt: a list to be copied and saved."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QWidget

from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import worded
from ....core.inspection.queue.sample import LeftOut
from ....core.tables.spreadsheet_texts import csv_text
from ...widgets.table_dialog import TableDialog, read_only_table
from ...widgets.wrapped_label import wrapped_label

MOST_SHOWN = 1000
"""So many rows are shown; all are copied and saved."""


class LeftOutDialog(TableDialog):
    """Shows the first rows."""

    def __init__(self, rows: Sequence[LeftOut], parent: QWidget | None = None) -> None:
        """Shows `rows`."""
        title = tr("What does not join")
        super().__init__("CbmChipsLeftOut", title, tr("CbM Chips: queue"), parent)
        self._rows = rows
        shown = [_cells(row) for row in rows[:MOST_SHOWN]]
        self.table = read_only_table(_columns(), shown, name=title)
        self.lay_out(
            [(wrapped_label(left_out_words(rows)), 0), (self.table, 1)],
            [
                (tr("Copy"), lambda: self.copy(self.text)),
                (tr("Save as CSV …"), lambda: self.ask("not_joined.csv", self.text)),
            ],
        )

    def text(self) -> str:
        """All rows, as CSV."""
        return csv_text(_columns(), map(_cells, self._rows))


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
