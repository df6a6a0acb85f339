"""How much of a parcel a chip shows, and how large a chip shows all of it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..model import LARGEST_SIZE_M, SEEN_WHOLE_PCT, SNAP_M, Grid, Place
from ..projection import to_grid_crs
from .grids import grid_of, share_inside_pct

_GROWTH = 1.03
"""From one size that is tried to the next."""


@dataclass(frozen=True)
class ParcelCover:
    """Of a chip over a parcel.

    Attributes:
        inside_pct: share of the parcel's area within the chip, 0..100.
        needed_m: edge of a chip that shows all of it, which may be more than can be read; that of
            the chip where it shows all already; 0 where that is unknown.
    """

    inside_pct: float
    needed_m: int

    @property
    def is_whole(self) -> bool:
        """Nothing worth a word is missing."""
        return self.inside_pct >= SEEN_WHOLE_PCT


def parcel_cover(place: Place, grid: Grid) -> ParcelCover | None:
    """None for a place without outline. Not for the main thread: outlines may be large."""
    if place.outline is None:
        return None
    outline = to_grid_crs(place.outline, grid.epsg)
    west, south, east, north = outline.bounds
    if not math.isfinite(west + south + east + north):
        return ParcelCover(0.0, 0)  # too far away for this zone's projection
    cover = ParcelCover(share_inside_pct(outline, grid), round(grid.right - grid.left))
    if cover.is_whole:
        return cover
    bounds = (west, south, east, north)
    return ParcelCover(cover.inside_pct, _needed_m(place, bounds, grid.epsg))


def _needed_m(place: Place, bounds: tuple[float, float, float, float], epsg: int) -> int:
    """The first of growing sizes whose chip holds the bounds; the least thinkable one if none."""
    west, south, east, north = bounds
    least = _allowed(max(east - west, north - south))
    size_m = least
    while size_m <= LARGEST_SIZE_M:
        if _holds(grid_of(place, size_m, (epsg,)), bounds):
            return size_m
        larger = _allowed(size_m * _GROWTH)
        size_m = min(larger, LARGEST_SIZE_M) if size_m < LARGEST_SIZE_M else larger
    return max(least, LARGEST_SIZE_M + SNAP_M)


def _allowed(size_m: float) -> int:
    return math.ceil(size_m / SNAP_M) * SNAP_M


def _holds(grid: Grid, bounds: tuple[float, float, float, float]) -> bool:
    west, south, east, north = bounds
    is_across = grid.left <= west and east <= grid.right
    return is_across and grid.bottom <= south and north <= grid.top
