"""Match-up: for each parcel a date of its own, and the nearest clear acquisitions around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from ...array_lists import as_list
from ...reasons import Reason, joined
from ...sentinel2.scl import CloudFlag
from ..outlines.oddities import WITHOUT_NUMBERS
from .table import NULL, ParcelTable, columns_of, empty_columns

if TYPE_CHECKING:
    from ..planning.parcel_request import ParcelRequest
    from ..planning.plan import ParcelPlan, PlanPiece

BEFORE, AFTER = "before", "after"
"""The same day counts as before."""
NO_DATE = Reason("the feature has no date that can be read")


def match_columns(request: ParcelRequest) -> dict[str, type]:
    """Those of the long table, behind which date is meant, on which side, and days apart."""
    parcel, *rest = columns_of(request).items()
    added: dict[str, type] = {"wanted_date": str, "side": str, "days_apart": int}
    return {parcel[0]: parcel[1], **added, **dict(rest)}


def narrowed(plan: ParcelPlan, wanted: Mapping[int, date], most_days: int) -> ParcelPlan:
    """The plan without acquisitions that are too far from all dates of a piece's parcels.

    Args:
        plan: from the first date, less `most_days`, to the last one, and `most_days` more.
        wanted: parcel, by its number -> its date.
        most_days: on either side.
    """
    pieces = (_narrowed(piece, wanted, most_days) for piece in plan.pieces)
    return replace(plan, pieces=tuple(piece for piece in pieces if piece.scenes))


def _narrowed(piece: PlanPiece, wanted: Mapping[int, date], most_days: int) -> PlanPiece:
    days = {wanted[number].toordinal() for number in as_list(piece.numbers) if number in wanted}
    near = {day + off for day in days for off in range(-most_days, most_days + 1)}
    return piece.of_scenes(s for s in piece.scenes if s.acquired.toordinal() in near)


def matched(
    table: ParcelTable, request: ParcelRequest, wanted: Mapping[int, date], most_days: int
) -> ParcelTable:
    """Two rows for each parcel of a piece: the nearest clear date before, and the one after.

    Where there is none, the row says so in `reason`.
    """
    picks = list(_picks(table, wanted, most_days))
    types = match_columns(request)
    columns = empty_columns(types, len(picks))
    for place, (number, side, row) in enumerate(picks):
        columns["wanted_date"][place] = wanted[number].isoformat()
        columns["side"][place] = side
        if row == NULL:
            first = int(np.flatnonzero(table.numbers == number)[0])
            columns["parcel"][place] = table.columns["parcel"][first]
            columns["reason"][place] = Reason("no clear date within {days} days", days=most_days)
            continue
        found = date.fromisoformat(table.columns["date"][row])
        columns["days_apart"][place] = abs((found - wanted[number]).days)
        for name in table.types:
            columns[name][place] = table.columns[name][row]
    numbers = np.array([number for number, _, _ in picks], np.int64)
    return ParcelTable(types, columns, numbers, table.piece, table.bytes_read, table.dates)


def matched_days(
    table: ParcelTable, wanted: Mapping[int, date], most_days: int
) -> Iterator[tuple[int, date]]:
    """Parcel, by its number, and the day of each clear date that `matched` has found."""
    for number, _, row in _picks(table, wanted, most_days):
        if row != NULL:
            yield number, date.fromisoformat(table.columns["date"][row])


def unmatched(
    plan: ParcelPlan, wanted: Mapping[int, date], most_days: int, seen: Iterable[int]
) -> ParcelTable:
    """A row for each parcel that is in no table of a piece, with the reason.

    Args:
        plan: before it was narrowed.
        wanted: parcel, by its number -> its date.
        most_days: on either side.
        seen: parcels, by their numbers, that have their rows.
    """
    why = {one.parcel: one.words for one in plan.remarks if one.oddity in WITHOUT_NUMBERS}
    numbers = np.array(sorted(set(range(len(plan.parcels))) - set(seen)), np.int64)
    types = match_columns(plan.request)
    columns = empty_columns(types, len(numbers))
    far = Reason("no clear date within {days} days", days=most_days)
    for place, number in enumerate(as_list(numbers)):
        columns["parcel"][place] = plan.parcels.ids[number]
        if number in wanted:
            columns["wanted_date"][place] = wanted[number].isoformat()
        reasons = (why.get(number), None if number in wanted else NO_DATE)
        columns["reason"][place] = joined(filter(None, reasons), "; ") or far
    return ParcelTable(types, columns, numbers)


def _picks(
    table: ParcelTable, wanted: Mapping[int, date], most_days: int
) -> Iterator[tuple[int, str, int]]:
    """Parcel, side, and the row of the table, `NULL` for none."""
    flags, days = table.columns["flag"], table.columns["date"]
    clear: dict[int, list[tuple[int, int]]] = {}
    for row in np.flatnonzero((flags == CloudFlag.CLEAR.value) & (days != None)):  # noqa: E711
        day = date.fromisoformat(days[row]).toordinal()
        clear.setdefault(int(table.numbers[row]), []).append((day, int(row)))
    for number in dict.fromkeys(as_list(table.numbers)):
        if number in wanted:
            day = wanted[number].toordinal()
            near = [(at - day, row) for at, row in clear.get(number, ())]
            before = [(-off, row) for off, row in near if -most_days <= off <= 0]
            after = [(off, row) for off, row in near if 0 < off <= most_days]
            yield number, BEFORE, min(before, default=(0, NULL))[1]
            yield number, AFTER, min(after, default=(0, NULL))[1]
