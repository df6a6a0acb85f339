"""Whether a parcel can be judged at all: its full pixels, and its clear dates in the period.

The rule for small parcels is that of Vajsova et al. 2020 (Remote Sensing 12(14), 2195): at least
8 pixels that lie in the parcel as a whole, of which less than 60 % are lost where the outline is
shrunk by 5 m.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from ...array_lists import as_list
from ...reasons import joined as in_a_row
from ...sentinel2.scl import CloudFlag
from ..outlines.oddities import WITHOUT_NUMBERS, Oddity
from ..outlines.shrinking import shrunk
from .pixels import pixels_of
from .table import ParcelTable, empty_columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...model import Grid
    from ..outlines.layer import Parcels
    from ..planning.plan import ParcelPlan, PlanPiece

BUFFERS_M = (0, 5, 10)
LEAST_FULL_PX, MOST_LOST = 8, 0.6
RULE_BUFFER_M = 5
NEVER_SEEN = WITHOUT_NUMBERS - {Oddity.NO_SCENES}
"""Nothing can be said of the dates of parcels that are nowhere."""
TYPES: Mapping[str, type] = {
    "parcel": str,
    "tile": str,
    **{f"full_px_{buffer}m": int for buffer in BUFFERS_M},
    **{f"lost_{buffer}m": float for buffer in BUFFERS_M if buffer},
    "usable": int,
    "dates": int,
    "clear_dates": int,
    "longest_gap_days": int,
    "first_clear": str,
    "last_clear": str,
    "start": str,
    "end": str,
    "cloud_rule": str,
    "pixels": str,
    "shared_px": int,
    "remark": str,
}
"""Columns of the table of observability.

`full_px_..`: pixels of 10 m that lie wholly in the parcel, shrunk by so many metres; `lost_..`: the
share of them lost by that. `longest_gap_days`: between clear dates, of which the first and the
last day of the period count as such. `shared_px`: pixels of 10 m whose centre lies in another
parcel as well. Of a parcel that is nowhere all numbers are empty, and `remark` says why.
"""


class Observability:
    """The table, one row a parcel, from the plan and the tables of its run."""

    def __init__(self, plan: ParcelPlan) -> None:
        """`plan`: all of it, also where only a part is run."""
        self._plan = plan
        self._dates: defaultdict[int, set[str]] = defaultdict(set)
        self._clear: defaultdict[int, set[str]] = defaultdict(set)
        self._words: dict[int, tuple[str, str]] = {}

    def take(self, table: ParcelTable) -> None:
        """Count a piece's dates."""
        flags, dates = table.columns["flag"], table.columns["date"]
        rules, pixels = table.columns["cloud_rule"], table.columns["pixels"]
        seen = (table.columns["valid_px"] > 0) & np.array([day is not None for day in dates], bool)
        for row in as_list(np.flatnonzero(seen)):
            number = int(table.numbers[row])
            self._dates[number].add(dates[row])
            if flags[row] == CloudFlag.CLEAR.value:
                self._clear[number].add(dates[row])
            self._words[number] = (rules[row], pixels[row])

    @property
    def clear_dates(self) -> dict[int, int]:
        """Parcel, by its number -> how many days it was seen clear."""
        return {number: len(days) for number, days in self._clear.items()}

    @property
    def clear_parcels(self) -> tuple[str, ...]:
        """Ids of those that were seen clear, in the order of the layer."""
        return tuple(self._plan.parcels.ids[number] for number in sorted(self._clear))

    def table(self) -> ParcelTable:
        """A row for each parcel of the layer, those without a number in them too."""
        plan = self._plan
        columns = empty_columns(TYPES, len(plan.parcels))
        columns["parcel"][:] = np.array([*plan.parcels.ids, ""], object)[:-1]
        columns["start"][:] = str(plan.request.start)
        columns["end"][:] = str(plan.request.end)
        for piece in plan.pieces:
            _set_pixels(columns, piece)
        unknown = {one.parcel for one in plan.remarks if one.oddity in NEVER_SEEN}
        for number in range(len(plan.parcels)):
            if number not in unknown:
                self._set_dates(columns, number)
        for number, words in self._remarks():
            columns["remark"][number] = words
        return ParcelTable(TYPES, columns, np.arange(len(plan.parcels)))

    def _set_dates(self, columns: dict[str, NDArray[Any]], number: int) -> None:
        clear = sorted(self._clear.get(number, ()))
        columns["dates"][number] = len(self._dates.get(number, ()))
        columns["clear_dates"][number] = len(clear)
        columns["longest_gap_days"][number] = self._longest_gap(clear)
        if clear:
            columns["first_clear"][number], columns["last_clear"][number] = clear[0], clear[-1]
        rule, pixels = self._words.get(number, (None, None))
        columns["cloud_rule"][number], columns["pixels"][number] = rule, pixels

    def _longest_gap(self, clear: list[str]) -> int:
        start, end, *days = map(
            date.fromisoformat, (str(self._plan.request.start), str(self._plan.request.end), *clear)
        )
        return longest_gap_days((start, end), days)

    def _remarks(self) -> Iterator[tuple[int, str]]:
        by_parcel: defaultdict[int, list[str]] = defaultdict(list)
        for remark in self._plan.remarks:
            by_parcel[remark.parcel].append(remark.words)
        return ((number, in_a_row(words, "; ")) for number, words in by_parcel.items())


def _set_pixels(columns: dict[str, NDArray[Any]], piece: PlanPiece) -> None:
    numbers = piece.numbers
    full = full_pixels(piece.parcels, piece.grid)
    columns["tile"][numbers] = piece.tile.name
    for buffer, counts in full.items():
        columns[f"full_px_{buffer}m"][numbers] = counts
        if buffer:
            columns[f"lost_{buffer}m"][numbers] = lost_share(full[0], counts)
    columns["usable"][numbers] = are_usable(full)
    columns["shared_px"][numbers] = _shared(piece)


def longest_gap_days(period: tuple[date, date], clear: Sequence[date]) -> int:
    """Between clear days, in order; the period's first and last day count as such."""
    days = (period[0], *clear, period[1])
    return max((later - earlier).days for earlier, later in zip(days, days[1:]))


def full_pixels(parcels: Parcels, grid: Grid) -> dict[int, NDArray[np.int64]]:
    """Of each parcel, shrunk by each of `BUFFERS_M`: its pixels that lie wholly in it, [parcels].

    Args:
        parcels: in the CRS of the grid.
        grid: holds all of them.
    """
    return {
        buffer: pixels_of(shrunk(parcels, buffer), grid, whole=True).counts for buffer in BUFFERS_M
    }


def are_usable(full: Mapping[int, NDArray[np.int64]]) -> NDArray[np.bool_]:
    """By the rule for small parcels; see `full_pixels`."""
    lost = lost_share(full[0], full[RULE_BUFFER_M])
    usable: NDArray[np.bool_] = (full[0] >= LEAST_FULL_PX) & (lost < MOST_LOST)
    return usable


def lost_share(before: NDArray[np.int64], after: NDArray[np.int64]) -> NDArray[np.float64]:
    """Share lost; all of it where nothing was there."""
    return np.where(before > 0, 1.0 - after / np.maximum(before, 1), 1.0)


def _shared(piece: PlanPiece) -> NDArray[np.int64]:
    own = pixels_of(piece.parcels, piece.grid)
    flat = own.rows.astype(np.int64) * piece.grid.width_px + own.cols
    _, of, times = np.unique(flat, return_inverse=True, return_counts=True)
    parcel = np.repeat(np.arange(len(piece.numbers)), own.counts)
    is_shared = times[of] > 1
    shared: NDArray[np.int64] = np.bincount(parcel[is_shared], minlength=len(piece.numbers))
    return shared
