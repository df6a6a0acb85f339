"""The place on a chip's picture as lines: the parcel's outline, or a cross at a point.

Coordinates are pixels of the chip, x to the right, y down, (0, 0) the outer corner of the first
one. Nothing is rounded to the pixels: the outline lies where the parcel is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..projection import WGS84, to_grid_crs, transformer

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..model import Grid, Place

    Points = NDArray[np.float64]
    """[n, 2] of x, y."""


def lines_on_chip(place: Place, grid: Grid) -> list[Points]:
    """The rings of the outline, or the four arms of a cross at a point."""
    if place.outline is None:
        point = transformer(WGS84, grid.epsg).transform(place.lon, place.lat)
        return _cross(_on_chip(np.array([point]), grid)[0], grid.width_px / 16)
    outline = to_grid_crs(place.outline, grid.epsg)
    lines = [
        _on_chip(np.asarray(ring.coords, dtype=np.float64)[:, :2], grid)
        for polygon in getattr(outline, "geoms", [outline])
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return [line for line in lines if np.isfinite(line).all()]


def _on_chip(points: Points, grid: Grid) -> Points:
    steps = (grid.resolution_m, -grid.resolution_m)
    on_chip: Points = np.divide(points - (grid.left, grid.top), steps)
    return on_chip


def _cross(centre: Points, arm_px: float) -> list[Points]:
    directions = np.array([(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)])
    return [centre + np.stack([step * arm_px / 3, step * arm_px]) for step in directions]
