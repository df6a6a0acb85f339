"""Which square to request, so that the service's chip covers a grid of ours.

The service draws its square around the point it is given and does not snap it. Around the centre
of our grid its edges fall on ours within the 1 m of five decimals: its chip then holds all our
pixels, and the line of zeros it adds lies outside.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from ....model import LARGEST_SIZE_M, SNAP_M
from ....projection import WGS84, transformer
from ..wire.parameters import RequestSquare

if TYPE_CHECKING:
    from ....model import Grid

_STEPS = 8
_FAR_M = 100 * LARGEST_SIZE_M
_MARGIN_M = 2 * SNAP_M
"""One pixel on each side, for the nearest neighbour of what lies at the very edge."""


def square_around_grid(grid: Grid, epsg: int) -> RequestSquare:
    """The square for files in the CRS `epsg`; larger than the grid where that is another zone."""
    wanted = needed_m(grid, epsg)
    lon, lat = _centre(grid)
    return RequestSquare(lon, lat, min(wanted, LARGEST_SIZE_M))


def is_covered(grid: Grid, epsg: int) -> bool:
    """False where the square would have to be larger than the service's largest."""
    return needed_m(grid, epsg) <= LARGEST_SIZE_M


def needed_m(grid: Grid, epsg: int) -> int:
    """Edge of the square that covers the grid, metres."""
    left, bottom, right, top = grid.bounds
    if epsg == grid.epsg:
        return math.ceil(max(right - left, top - bottom) / SNAP_M) * SNAP_M
    xs, ys = _edge(grid)
    xs, ys = transformer(grid.epsg, epsg).transform(xs, ys)
    x, y = transformer(WGS84, epsg).transform(*_centre(grid))
    reach_m = float(max(*(abs(value - x) for value in xs), *(abs(value - y) for value in ys)))
    if not reach_m <= _FAR_M:  # infinite, or no number, where the zone is on the globe's other side
        return _FAR_M
    return math.ceil((2 * reach_m + _MARGIN_M) / SNAP_M) * SNAP_M


def _centre(grid: Grid) -> tuple[float, float]:
    left, bottom, right, top = grid.bounds
    lon, lat = transformer(grid.epsg, WGS84).transform((left + right) / 2, (bottom + top) / 2)
    return float(lon), float(lat)


def _edge(grid: Grid) -> tuple[list[float], list[float]]:
    """Points along the grid's outer edge."""
    left, bottom, right, top = grid.bounds
    shares = [step / _STEPS for step in range(_STEPS + 1)]
    across = [left + (right - left) * share for share in shares]
    down = [top + (bottom - top) * share for share in shares]
    xs = [*across, *across, *([left] * len(down)), *([right] * len(down))]
    ys = [*([top] * len(across)), *([bottom] * len(across)), *down, *down]
    return xs, ys
