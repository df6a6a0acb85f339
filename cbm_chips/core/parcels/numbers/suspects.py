"""Single dips of an index: marked, never dropped, as a mown meadow looks like a missed cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .table import SUSPECT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from .table import ParcelTable

DIP = 0.2
USUAL = "NDVI"


def dips(values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of a parcel's values lie more than 0.2 below both neighbours in time.

    Args:
        values: [n] of the dates with a clear pixel, in order.
    """
    found = np.zeros(len(values), bool)
    below_last = values[:-2] - values[1:-1] > DIP
    found[1:-1] = below_last & (values[2:] - values[1:-1] > DIP)
    return found


def mark_suspects(table: ParcelTable, indices: Sequence[str], *, missing: int) -> None:
    """Fill the column `suspect`: 1 for a dip, 0 for none, `missing` where it can't be known.

    By NDVI, else the first index. The first and the last date with a value can't be known, and in
    a table without an index none.
    """
    suspect = table.columns[SUSPECT]
    suspect[:] = missing
    if not indices:
        return
    means = table.columns[f"{USUAL if USUAL in indices else indices[0]}_mean"]
    known = np.flatnonzero(~np.isnan(means))
    for rows in np.split(known, np.flatnonzero(np.diff(table.numbers[known])) + 1):
        if len(rows) > 2:
            suspect[rows[1:-1]] = dips(means[rows])[1:-1]
