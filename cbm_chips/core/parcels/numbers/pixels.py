"""The pixels of many parcels on one grid, all at once; the rules are those of `scenes.grids`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...model import Grid
from ...scenes.grids import pixels_touched

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..outlines.layer import Parcels

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]


DIGITS = 6
"""Of a pixel: what is farther off a line between pixels is not due to projecting it."""


@dataclass(frozen=True, eq=False)
class ParcelPixels:
    """Pixels by parcel: those of the first, row by row, then those of the second, and so on.

    A pixel that lies in two parcels is there twice.

    Attributes:
        starts: int64[parcels + 1], where the pixels of each parcel begin.
        rows, cols: int32[n], within the grid.
        is_touched: bool[parcels], True for parcels that hold no pixel by the rule, and are judged
            by the pixels that they touch.
        weights: float64[n], the share of each pixel that the parcel covers; None where pixels
            count as a whole.
    """

    starts: Counts
    rows: NDArray[np.int32]
    cols: NDArray[np.int32]
    is_touched: NDArray[np.bool_]
    weights: Floats | None = None

    @property
    def counts(self) -> Counts:
        """int64[parcels]."""
        counts: Counts = np.diff(self.starts)
        return counts


@dataclass(frozen=True, eq=False)
class _Edges:
    """Edges of all rings in pixels, y downwards: from (x1, y1) to (x2, y2)."""

    parcel: Counts
    x1: Floats
    y1: Floats
    x2: Floats
    y2: Floats

    def upwards(self) -> _Edges:
        """Each from its smaller y to its larger one, so that edges that are shared round alike."""
        swap = self.y1 > self.y2
        return _Edges(
            self.parcel,
            np.where(swap, self.x2, self.x1),
            np.where(swap, self.y2, self.y1),
            np.where(swap, self.x1, self.x2),
            np.where(swap, self.y1, self.y2),
        )

    def rounded(self) -> _Edges:
        """To `DIGITS` of a pixel, so that what was drawn along pixels lies along them."""
        ends = (np.round(values, DIGITS) for values in (self.x1, self.y1, self.x2, self.y2))
        return _Edges(self.parcel, *ends)

    def some(self, which: NDArray[np.generic]) -> _Edges:
        """Only these."""
        return _Edges(*(values[which] for values in vars(self).values()))


def pixels_of(parcels: Parcels, grid: Grid, *, whole: bool = False) -> ParcelPixels:
    """The pixels of `grid` that stand for each parcel.

    Args:
        parcels: in the grid's CRS.
        grid: holds them all.
        whole: only pixels that lie in the parcel as a whole, instead of those whose centre does.
    """
    edges = _edges_of(parcels, grid)
    keys = _centre_keys(edges, grid)
    if whole:
        keys = np.setdiff1d(keys, _crossed_keys(edges, grid), assume_unique=False)
    size = grid.height_px * grid.width_px
    counts = np.bincount(keys // size, minlength=len(parcels))
    empty = np.flatnonzero((counts == 0) & (np.diff(parcels.parcel_starts) > 0))
    is_touched = np.zeros(len(parcels), bool)
    if not whole and len(empty):
        touched = [_touched_keys(parcels, int(parcel), grid) for parcel in empty]
        is_touched[empty] = [len(one) > 0 for one in touched]
        keys = np.sort(np.concatenate([keys, *touched]))
        counts = np.bincount(keys // size, minlength=len(parcels))
    flat = keys % size
    return ParcelPixels(
        np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
        (flat // grid.width_px).astype(np.int32),
        (flat % grid.width_px).astype(np.int32),
        is_touched,
    )


def _edges_of(parcels: Parcels, grid: Grid) -> _Edges:
    xs = (parcels.points[:, 0] - grid.left) / grid.resolution_m
    ys = (grid.top - parcels.points[:, 1]) / grid.resolution_m
    first = np.ones(len(xs), bool)
    first[parcels.ring_starts[1:] - 1] = False  # the last point of a ring begins no edge
    begin = np.flatnonzero(first)
    ring = np.repeat(np.arange(len(parcels.ring_is_hole)), np.diff(parcels.ring_starts) - 1)
    x1, y1, x2, y2 = xs[begin], ys[begin], xs[begin + 1], ys[begin + 1]
    # GDAL goes clockwise round every ring; y points down here, so that is the sign of the area.
    doubled = np.bincount(ring, x1 * y2 - x2 * y1, minlength=len(parcels.ring_is_hole))
    turn = doubled[ring] < 0
    return _Edges(
        parcels.ring_parcels()[ring],
        np.where(turn, x2, x1),
        np.where(turn, y2, y1),
        np.where(turn, x1, x2),
        np.where(turn, y1, y2),
    )


def _centre_keys(edges: _Edges, grid: Grid) -> Counts:
    """Sorted numbers of parcel and pixel: (parcel * h + row) * w + column."""
    height, width = grid.height_px, grid.width_px
    up = edges.upwards()
    first = np.clip(np.ceil(up.y1 - 0.5), 0, height).astype(np.int64)
    stop = np.clip(np.ceil(up.y2 - 0.5), 0, height).astype(np.int64)
    each, rows = _expanded(first, stop)
    at = up.some(each)
    crossing = (rows + 0.5 - at.y1) * (at.x2 - at.x1) / (at.y2 - at.y1) + at.x1
    ends = np.clip(np.floor(crossing + 0.5), 0, width).astype(np.int64)
    ends += (at.parcel * height + rows) * (width + 1)
    ends.sort()
    line, start = np.divmod(ends[0::2], width + 1)
    begin = line * width + start
    _, keys = _expanded(begin, begin + ends[1::2] - ends[0::2])
    level = _level_keys(edges, grid)
    return np.union1d(keys, level) if len(level) else keys


def _level_keys(edges: _Edges, grid: Grid) -> Counts:
    """GDAL fills a level edge that runs exactly through the centres from right to left."""
    row = np.floor(edges.y1)
    is_level = (edges.y1 == edges.y2) & (edges.y1 - row == 0.5) & (edges.x1 > edges.x2)
    is_level &= (row >= 0) & (row < grid.height_px)
    level = edges.some(is_level)
    line = (level.parcel * grid.height_px + row[is_level].astype(np.int64)) * grid.width_px
    start, stop = (
        np.clip(np.floor(x + 0.5), 0, grid.width_px).astype(np.int64) for x in (level.x2, level.x1)
    )
    return _expanded(line + start, line + stop)[1]


def _crossed_keys(edges: _Edges, grid: Grid) -> Counts:
    """Of the pixels through whose inside an edge runs."""
    height, width = grid.height_px, grid.width_px
    up = edges.rounded().upwards()
    first = np.clip(np.floor(up.y1), 0, height).astype(np.int64)
    stop = np.clip(np.ceil(up.y2), 0, height).astype(np.int64)
    is_level = up.y1 == up.y2
    inside = is_level & (up.y1 != np.floor(up.y1))
    stop = np.where(inside, np.minimum(first + 1, height), stop)
    each, rows = _expanded(first, stop)
    at = up.some(each)
    rise = np.where(at.y2 > at.y1, at.y2 - at.y1, 1.0)
    slope = (at.x2 - at.x1) / rise
    upper = np.where(rows <= at.y1, at.x1, at.x1 + (rows - at.y1) * slope)
    lower = np.where(rows + 1 >= at.y2, at.x2, at.x1 + (rows + 1 - at.y1) * slope)
    west, east = np.minimum(upper, lower), np.maximum(upper, lower)
    start = np.clip(np.floor(west), 0, width).astype(np.int64)
    end = np.clip(np.ceil(east), 0, width).astype(np.int64)
    on_a_line = (west == east) & (west == np.floor(west))
    end = np.where(on_a_line, start, np.maximum(end, start + (west == east)))
    line = (at.parcel * height + rows) * width
    return np.unique(_expanded(line + start, line + np.minimum(end, width))[1])


def _touched_keys(parcels: Parcels, parcel: int, grid: Grid) -> Counts:
    outline = parcels.outline(parcel)
    part = _part_around(outline.bounds, grid)
    rows, cols = np.nonzero(pixels_touched(outline, part))
    rows = rows + round((grid.top - part.top) / grid.resolution_m)
    cols = cols + round((part.left - grid.left) / grid.resolution_m)
    return (parcel * grid.height_px + rows) * np.int64(grid.width_px) + cols


def _part_around(bounds: tuple[float, float, float, float], grid: Grid) -> Grid:
    """The part of the grid around some bounds: thin parcels are many in some layers."""
    step = grid.resolution_m
    west, south, east, north = bounds
    col = min(max(int((west - grid.left) // step) - 1, 0), grid.width_px - 1)
    row = min(max(int((grid.top - north) // step) - 1, 0), grid.height_px - 1)
    width = min(int((east - grid.left) // step) + 2, grid.width_px) - col
    height = min(int((grid.top - south) // step) + 2, grid.height_px) - row
    left, top = grid.left + col * step, grid.top - row * step
    return Grid(grid.epsg, left, top, step, max(width, 1), max(height, 1))


def _expanded(starts: Counts, stops: Counts) -> tuple[NDArray[np.intp], Counts]:
    """All whole numbers from each start to before its stop, and which of the ranges each is of."""
    lengths = np.maximum(stops - starts, 0)
    which = np.repeat(np.arange(len(starts)), lengths)
    before = np.cumsum(lengths) - lengths
    return which, np.arange(len(which)) - np.repeat(before - starts, lengths)
