"""Single dips of an index: marked, never dropped, as a mown meadow looks like a missed cloud.

One rule for tables and plots: a date dips where its value lies more than 0.2 below those of the
clear dates before and after it, in the whole season. Which dates count is the cloud rule's word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...rendering.indices import USUAL
from ...sentinel2.scl import CloudFlag
from .table import SUSPECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from .table import ParcelTable

DIP = 0.2
COUNTED = frozenset({CloudFlag.CLEAR, CloudFlag.PARTLY, CloudFlag.NO_SCL})
"""Flags of dates that dip, or show that others do. What a cloudy date shows between its clouds
says nothing; without a scene classification every date has to do."""


def are_counted(flags: Iterable[object]) -> NDArray[np.bool_]:
    """Which dates count, by their flags (`CloudFlag` or its value)."""
    values = {flag.value for flag in COUNTED}
    return np.array([getattr(flag, "value", flag) in values for flag in flags], bool)


def dips(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of a parcel's values lie more than 0.2 below both neighbours in time.

    Args:
        values: [n] of the dates that count, in order.
    """
    found = np.zeros(len(values), bool)
    below_last = values[:-2] - values[1:-1] > DIP
    found[1:-1] = below_last & (values[2:] - values[1:-1] > DIP)
    return found


def mark_suspects(table: ParcelTable, indices: Sequence[str], *, missing: int) -> None:
    """Fill the column `suspect`: 1 for a dip, 0 for none, `missing` where it can't be known.

    By NDVI, else the first index. The first and the last date that counts can't be known, nor a
    cloudy one, and in a table without an index none.
    """
    suspect = table.columns[SUSPECT]
    suspect[:] = missing
    if not indices:
        return
    means = table.columns[f"{USUAL if USUAL in indices else indices[0]}_mean"]
    known = np.flatnonzero(~np.isnan(means) & are_counted(table.columns["flag"]))
    for rows in np.split(known, np.flatnonzero(np.diff(table.numbers[known])) + 1):
        if len(rows) > 2:
            suspect[rows[1:-1]] = dips(means[rows])[1:-1]
