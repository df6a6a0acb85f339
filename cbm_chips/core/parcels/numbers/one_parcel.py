"""Whether one parcel can be judged, as the table of observability says it of many."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ...model import Grid
from ...projection import to_grid_crs
from ..outlines.layer import Parcels
from .observability import RULE_BUFFER_M, are_usable, full_pixels, longest_gap_days, lost_share

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class OneObservability:
    """Of a parcel and a period.

    Attributes:
        full_px: pixels of 10 m that lie wholly in the parcel.
        lost: share of them lost where the outline is shrunk by 5 m, 0..1.
        is_usable: by the rule for small parcels, see `observability`.
        clear_days: days on which it was seen clear.
        longest_gap_days: between these; the period's first and last day count as such.
    """

    full_px: int
    lost: float
    is_usable: bool
    clear_days: int
    longest_gap_days: int


def observability_of_parcel(
    outline: BaseGeometry, grid: Grid, *, period: tuple[date, date], clear: Iterable[date]
) -> OneObservability:
    """Work it out; as the table does.

    Args:
        outline: in EPSG:4326.
        grid: any of the same tile, in pixels of 10 m; the parcel may lie beyond it.
        period: first and last day.
        clear: days on which it was seen clear, in any order.
    """
    own = to_grid_crs(outline, grid.epsg)
    parcels = Parcels.of([("parcel", own)], grid.epsg)
    full = full_pixels(parcels, _around(own.bounds, grid))
    lost = lost_share(full[0], full[RULE_BUFFER_M])
    days = sorted(set(clear))
    return OneObservability(
        int(full[0][0]),
        float(lost[0]),
        bool(are_usable(full)[0]),
        len(days),
        longest_gap_days(period, days),
    )


def _around(bounds: tuple[float, float, float, float], grid: Grid) -> Grid:
    """The grid's pixels over these bounds and one more on each side."""
    size_m = grid.resolution_m
    first_col = math.floor((bounds[0] - grid.left) / size_m) - 1
    first_row = math.floor((grid.top - bounds[3]) / size_m) - 1
    width = math.ceil((bounds[2] - grid.left) / size_m) + 1 - first_col
    height = math.ceil((grid.top - bounds[1]) / size_m) + 1 - first_row
    left, top = grid.left + first_col * size_m, grid.top - first_row * size_m
    return Grid(grid.epsg, left, top, size_m, width, height)
