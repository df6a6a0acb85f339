"""Which tile each parcel is read from, and which parcels are read together.

A parcel is read from the tile that holds it whole, of its own UTM zone if there is one, and the
farther from the edge the better; where none does, from the tile that comes nearest to it. What lies
beyond is filled from other tiles of the same acquisition, as in a chip.

Parcels of a tile whose tops lie in the same row of large blocks are a strip. All blocks of a strip
are read once for all its parcels; what reaches into the row below takes its first lines only.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...model import SNAP_M, Grid
from ...projection import WGS84, definition_of, to_other_crs, utm_zone

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...model import Scene
    from ..outlines.layer import Parcels

    Bounds = tuple[float, float, float, float]
    Boxes = NDArray[np.float64]
    """[n, 4]: left, bottom, right, top."""

STRIP_M = 20_480
"""1024 pixels of 20 m, two rows of blocks of 10 m, or four."""
MOST_PIXELS = 4_000_000
"""Of 10 m in the outlines of a strip's parcels: with more it is read in several pieces."""
TILE_M = 109_800
"""The side of a tile. Larger parcels are refused."""
LEAST_M = 3 * SNAP_M
"""A strip's grid is no narrower."""


@dataclass(frozen=True)
class Tile:
    """One MGRS tile, as its scenes state it.

    Attributes:
        bounds: in metres of the CRS; None if no scene states them.
    """

    name: str
    epsg: int
    bounds: Bounds | None


@dataclass(frozen=True, eq=False)
class Strip:
    """Parcels that are read together.

    Attributes:
        name: `31UFU-2`, the tile and the number of the strip from its top.
        tile: where most of their pixels come from.
        grid: holds all of them, in 10 m pixels on the lattice of the tile.
        numbers: int64[n], of the parcels among those of the tile.
    """

    name: str
    tile: Tile
    grid: Grid
    numbers: NDArray[np.int64]


def tiles_of(scenes: Iterable[Scene]) -> list[Tile]:
    """The tiles that scenes are of, by name."""
    found = {
        Tile(scene.tile, scene.epsg, scene.tile_bounds) for scene in scenes if utm_zone(scene.epsg)
    }
    return sorted(found, key=lambda tile: (tile.name, tile.epsg, tile.bounds or ()))


def boxes_of(parcels: Parcels) -> Boxes:
    """[n, 4] in the parcels' CRS; nan for parcels without an outline."""
    boxes = np.full((len(parcels), 4), np.nan)
    has_outline = np.diff(parcels.parcel_starts) > 0
    if has_outline.any():
        first_points = parcels.ring_starts[parcels.parcel_starts[:-1][has_outline]]
        lows = np.minimum.reduceat(parcels.points, first_points)
        highs = np.maximum.reduceat(parcels.points, first_points)
        boxes[has_outline] = np.hstack([lows, highs])
    return boxes


def in_crs(parcels: Parcels, crs: str) -> Parcels:
    """The same parcels in another CRS."""
    if definition_of(crs) == parcels.crs:
        return parcels
    xs, ys = to_other_crs(parcels.crs, crs, parcels.points[:, 0], parcels.points[:, 1])
    moved = vars(parcels) | {"points": np.column_stack([xs, ys]), "crs": crs}
    return type(parcels)(**moved)


def tile_of_each(parcels: Parcels, tiles: list[Tile]) -> NDArray[np.intp]:
    """The number of the tile that each parcel is read from.

    Args:
        parcels: which have outlines.
        tiles: of the scenes found where they are, one at least.
    """
    boxes = {zone: boxes_of(in_crs(parcels, f"EPSG:{zone}")) for zone in _zones(tiles)}
    return _tile_of_each(parcels, boxes, tiles)


def strips_of(tile: Tile, parcels: Parcels) -> Iterator[Strip]:
    """A tile's parcels by strips, from its top; numbers are those in `parcels`.

    Args:
        tile: whose strips.
        parcels: in its CRS.
    """
    boxes = boxes_of(parcels)
    top = tile.bounds[3] if tile.bounds else 0.0
    rows = np.floor((top - boxes[:, 3]) / STRIP_M).astype(np.int64)
    for row in np.unique(rows):
        of_row = np.flatnonzero(rows == row)
        parts = _in_parts(boxes[of_row])
        for count, part in enumerate(parts):
            which = of_row[part]
            name = f"{tile.name or tile.epsg}-{row}" + (f"-{count}" if len(parts) > 1 else "")
            yield Strip(name, tile, _grid_around(boxes[which], tile.epsg), which)


def _zones(tiles: Iterable[Tile]) -> list[int]:
    return sorted({tile.epsg for tile in tiles})


def _tile_of_each(parcels: Parcels, boxes: dict[int, Boxes], tiles: list[Tile]) -> NDArray[np.intp]:
    """Number of the tile, by parcel."""
    margins = np.array([_margins(boxes[tile.epsg], tile) for tile in tiles])
    own = own_zones(parcels)
    is_own = np.array([own == tile.epsg for tile in tiles])
    is_near = margins > -TILE_M
    # A tile that holds it whole, its own zone's, the one with the largest margin; the first listed.
    rank = np.where(margins >= 0, 4.0, 0.0) + np.where(is_own & is_near, 2.0, 0.0)
    rank += 1.0 / (1.0 + np.exp(-np.clip(margins, -6e5, 6e5) / 1e5))
    best: NDArray[np.intp] = np.argmax(rank, axis=0)
    return best


def _margins(boxes: Boxes, tile: Tile) -> NDArray[np.float64]:
    """Metres from each box to the tile's nearest edge, negative where it sticks out."""
    if tile.bounds is None:
        return np.zeros(len(boxes))
    west, south, east, north = tile.bounds
    sides = (boxes[:, 0] - west, boxes[:, 1] - south, east - boxes[:, 2], north - boxes[:, 3])
    margins: NDArray[np.float64] = np.min(sides, axis=0)
    return np.where(np.isfinite(margins), margins, -np.inf)


def own_zones(parcels: Parcels) -> NDArray[np.int64]:
    """The UTM zone that the middle of each lies in."""
    boxes = boxes_of(parcels)
    middle_x, middle_y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    lons, lats = to_other_crs(parcels.crs, f"EPSG:{WGS84}", middle_x, middle_y)
    numbers = np.clip((np.asarray(lons) + 180) // 6 + 1, 1, 60).astype(np.int64)
    zones: NDArray[np.int64] = np.where(np.asarray(lats) >= 0, 32600, 32700) + numbers
    return zones


def _in_parts(boxes: Boxes) -> list[NDArray[np.intp]]:
    """From west to east, in parts of some `MOST_PIXELS`; each part in the order given."""
    sizes = np.ceil((boxes[:, 2] - boxes[:, 0]) / 10) * np.ceil((boxes[:, 3] - boxes[:, 1]) / 10)
    order = np.argsort(boxes[:, 0], kind="stable")
    number = (np.cumsum(sizes[order]) - sizes[order]) // MOST_PIXELS
    return [np.sort(part) for part in np.split(order, np.flatnonzero(np.diff(number)) + 1)]


def _grid_around(boxes: Boxes, epsg: int) -> Grid:
    left, bottom = (math.floor(low / SNAP_M) * SNAP_M for low in boxes[:, :2].min(axis=0))
    right, top = (math.ceil(high / SNAP_M) * SNAP_M for high in boxes[:, 2:].max(axis=0))
    width, height = max(right - left, LEAST_M), max(top - bottom, LEAST_M)
    return Grid(epsg, float(left), float(top), 10.0, width // 10, height // 10)
