"""The scenes that may show something of a strip, out of all that were found around its tile."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ...projection import WGS84, to_wgs84, transformer

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    from ...model import Grid, Scene

    Bounds = tuple[float, float, float, float]

EVERYWHERE = (-np.inf, -np.inf, np.inf, np.inf)
HALF_TURN = 180.0
MARGIN_DEGREES = 0.1
"""Outlines are rough."""


class SceneFinder:
    """Scenes by their boxes; only those are left out that surely lie elsewhere.

    By outline and tile bounds: one of them may be wrong. `acquisitions` looks closer.
    """

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self._scenes = list(scenes)
        outlines = [_outline_box(scene) for scene in self._scenes]
        self._outlines = np.array(outlines, float).reshape(-1, 4)
        tiles = [scene.tile_bounds or EVERYWHERE for scene in self._scenes]
        self._tiles = np.array(tiles, float).reshape(-1, 4)
        self._epsgs = np.array([scene.epsg for scene in self._scenes])

    def around(self, grid: Grid, tile: str = "") -> list[Scene]:
        """Those that may show something there, in the order given.

        Where a scene of `tile` shows all of the grid, other tiles of its datatake are left out:
        they would show the same.
        """
        meets_outline = _meet(self._outlines, _degrees(grid))
        meets_tile = (self._epsgs == grid.epsg) & _meet(self._tiles, grid.bounds)
        near = [self._scenes[number] for number in np.flatnonzero(meets_outline | meets_tile)]
        square = _square(grid)
        whole = {
            scene.datatake for scene in near if scene.tile == tile and _shows(scene, grid, square)
        } - {""}
        return [scene for scene in near if scene.tile == tile or scene.datatake not in whole]


def _square(grid: Grid) -> BaseGeometry:
    from shapely.geometry import box

    return to_wgs84(box(*grid.bounds), grid.epsg)


def _shows(scene: Scene, grid: Grid, square: BaseGeometry) -> bool:
    """All of the grid, by the tile's bounds and by the outline; False where one is not known."""
    if scene.epsg != grid.epsg or scene.tile_bounds is None or scene.footprint is None:
        return False
    left, bottom, right, top = grid.bounds
    west, south, east, north = scene.tile_bounds
    is_in_tile = west <= left and south <= bottom and right <= east and top <= north
    return is_in_tile and bool(scene.footprint.contains(square))


def _outline_box(scene: Scene) -> Bounds:
    if scene.footprint is None or scene.footprint.is_empty:
        return EVERYWHERE
    return _in_one_piece(*scene.footprint.bounds)


def _degrees(grid: Grid) -> Bounds:
    left, bottom, right, top = grid.bounds
    corners = ([left, right, right, left], [bottom, bottom, top, top])
    lons, lats = transformer(grid.epsg, WGS84).transform(*corners)
    margin = MARGIN_DEGREES
    west, south, east, north = _in_one_piece(min(lons), min(lats), max(lons), max(lats))
    return (west - margin, south - margin, east + margin, north + margin)


def _in_one_piece(west: float, south: float, east: float, north: float) -> Bounds:
    """A box of degrees; all around the earth where it crosses the antimeridian, or is none."""
    is_sane = bool(np.isfinite((west, south, east, north)).all()) and east - west <= HALF_TURN
    return (west, south, east, north) if is_sane else EVERYWHERE


def _meet(boxes: NDArray[np.float64], other: Bounds) -> NDArray[np.bool_]:
    west, south, east, north = other
    across = (boxes[:, 0] <= east) & (boxes[:, 2] >= west)
    meets: NDArray[np.bool_] = across & (boxes[:, 1] <= north) & (boxes[:, 3] >= south)
    return meets
