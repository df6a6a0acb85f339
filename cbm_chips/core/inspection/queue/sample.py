"""A table becomes questions of parcels in the sample's order; what becomes none is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import inf, isfinite

from ...errors import RequestError
from ...reasons import Reason
from ...tables.spreadsheet_texts import undefused
from ..values import QueueItem
from .sample_columns import SampleColumns
from .table import SampleTable

_IN_BRACKETS = re.compile(r"\[([^\]]*)\]")
_AS_FORMULA = re.compile(r'^="(.*)"$')
"""How a file for Excel keeps leading zeros."""


@dataclass(frozen=True)
class LeftOut:
    """A row, or a question of a parcel, that is not in the queue, or is with a doubt.

    Attributes:
        row: number of the line; 0 where it is not about a single one.
        parcel, question: as they stand there.
        reason: why, for people.
        is_kept: it is in the queue nevertheless.
    """

    row: int
    parcel: str
    question: str
    reason: str
    is_kept: bool = False


@dataclass(frozen=True)
class ParcelSample:
    """The questions of a table.

    Attributes:
        name: of the file or layer.
        title: of the kind of file; empty for any table.
        items: in the order in which they are to be inspected.
        rows: the line of each item.
        left_out: rows that became no question.
    """

    name: str
    title: str
    items: tuple[QueueItem, ...]
    rows: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()

    @property
    def buckets(self) -> dict[str, int]:
        """Code of each group -> its questions, in the order in which they come first."""
        found: dict[str, int] = {}
        for item in self.items:
            found[item.question] = found.get(item.question, 0) + 1
        return found

    @property
    def parcels(self) -> int:
        """How many there are; one with two questions counts once."""
        return len({item.parcel for item in self.items})


def sample_of(table: SampleTable, columns: SampleColumns) -> ParcelSample:
    """The questions of a table, by `order_added`, then ranking, then as the file has them.

    Raises:
        RequestError: field `id_column`, where the table has no column of this name.
    """
    if columns.parcel not in table.columns:
        raise RequestError("id_column", columns.parcel, ", ".join(table.columns))
    kept: dict[tuple[str, str], tuple[int, QueueItem]] = {}
    lost: list[LeftOut] = []
    for row, item in _items(table, columns):
        if not item.parcel:
            lost.append(LeftOut(row, "", item.question, Reason("it has no id of a parcel")))
        elif item.key in kept:
            why = Reason("the same as in row {row}", row=kept[item.key][0])
            lost.append(LeftOut(row, *item.key, why))
        else:
            kept[item.key] = row, item
    in_order = sorted(kept.values(), key=_place_of)
    items = tuple(item for _, item in in_order)
    return ParcelSample(
        table.name, columns.title, items, tuple(row for row, _ in in_order), tuple(lost)
    )


def plain_id(text: str) -> str:
    """An id without what a file puts around it: blanks, `="00123"`, `'-7a`; its zeros stay."""
    text = undefused(text.strip())
    as_formula = _AS_FORMULA.match(text)
    return as_formula.group(1).strip() if as_formula else text


def _items(table: SampleTable, columns: SampleColumns) -> Iterator[tuple[int, QueueItem]]:
    for row, texts in table.rows:
        cells = dict(zip(table.columns, texts))
        parcel = plain_id(cells[columns.parcel])
        ranking, covered, order = (
            cells.get(name, "").strip()
            for name in (columns.ranking, columns.covered, columns.order)
        )
        item = QueueItem(
            parcel,
            "",
            plain_id(cells.get(columns.holding, "")),
            ranking,
            covered,
            order,
            tuple(cells.items()),
        )
        for bucket in _buckets(cells.get(columns.question, ""), is_list=columns.is_list):
            yield row, replace(item, question=bucket)


def _buckets(text: str, *, is_list: bool) -> list[str]:
    """One at least, be it without a name."""
    if not is_list:
        return [text.strip()]
    named = [name.strip() for name in _IN_BRACKETS.findall(text)]
    return list(dict.fromkeys(named)) or [text.strip()]


def _place_of(row_and_item: tuple[int, QueueItem]) -> tuple[float, float, int]:
    row, item = row_and_item
    return _number(item.order), _number(item.ranking), row


def _number(text: str) -> float:
    """Behind all others where it is none."""
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return inf
    return number if isfinite(number) else inf
