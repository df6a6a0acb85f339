"""How the means of the neighbours spread on each date, and where a parcel stands among them.

The band is p25 to p75 of the neighbours' means, of dates on which at least three of them are
clear: with at most ten neighbours a single one that was ploughed or declared wrongly would draw
the smallest or largest value far away. How far a parcel lies outside all of them, its rank tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from ..array_lists import as_list
from ..sentinel2.scl import CloudFlag

if TYPE_CHECKING:
    from ..parcels.numbers.table import ParcelTable

LEAST_CLEAR = 3
"""Neighbours that are clear: of fewer there is no band."""
OWN = 0
"""Number of the parcel itself in the tables; the neighbours follow."""


@dataclass(frozen=True)
class NeighbourDay:
    """A date.

    Attributes:
        day: UTC.
        own: the parcel's mean; None where it is not clear.
        means: those of the neighbours that are clear, rising.
    """

    day: date
    own: float | None
    means: tuple[float, ...]

    @property
    def quartiles(self) -> tuple[float, float, float] | None:
        """p25, p50 and p75 of the neighbours; None where too few are clear."""
        if len(self.means) < LEAST_CLEAR:
            return None
        low, middle, high = as_list(np.percentile(self.means, (25, 50, 75)))
        return low, middle, high

    @property
    def rank(self) -> int | None:
        """Of the parcel among itself and the neighbours, 1 is the highest value."""
        if self.own is None or not self.means:
            return None
        return 1 + sum(value > self.own for value in self.means)

    @property
    def ranked(self) -> int:
        """How many there are to rank."""
        return len(self.means) + (self.own is not None)


@dataclass(frozen=True)
class NeighbourBand:
    """All dates.

    Attributes:
        name: of the index or band.
        days: by date.
        neighbours: how many parcels were read.
    """

    name: str
    days: tuple[NeighbourDay, ...] = ()
    neighbours: int = 0

    def on(self, day: date) -> NeighbourDay | None:
        """That of a date; None where nothing was read."""
        return next((one for one in self.days if one.day == day), None)


def band_of(tables: Iterable[ParcelTable], name: str, neighbours: int) -> NeighbourBand:
    """The band of tables of `run_plan`, in which the parcel itself is `OWN`.

    Only dates on which a parcel is wholly clear count for it; of two pictures of one day the
    first does.

    Args:
        tables: with the column `<name>_mean`.
        name: of the index or band.
        neighbours: how many were read.
    """
    means: dict[date, dict[int, float]] = {}
    for table in tables:
        for number, day, value in _clear_means(table, name):
            means.setdefault(day, {}).setdefault(number, value)
    days = (_day(day, means[day]) for day in sorted(means))
    return NeighbourBand(name, tuple(days), neighbours)


def _clear_means(table: ParcelTable, name: str) -> Iterable[tuple[int, date, float]]:
    columns = table.columns
    order = np.argsort(columns["acquired"].astype(str), kind="stable")
    values = columns[f"{name}_mean"]
    for row in as_list(order):
        is_clear = columns["flag"][row] == CloudFlag.CLEAR.value
        day = columns["date"][row]
        if is_clear and day is not None and not np.isnan(values[row]):
            yield int(table.numbers[row]), date.fromisoformat(str(day)), float(values[row])


def _day(day: date, means: Mapping[int, float]) -> NeighbourDay:
    others = sorted(value for number, value in means.items() if number != OWN)
    return NeighbourDay(day, means.get(OWN), tuple(others))
