"""What a piece takes, before anything is read: bytes, requests, seconds.

Blocks are taken to be those of the large catalogues, 1024 pixels wide; their size is an average
over Sentinel-2's bands compressed with DEFLATE.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...sentinel2.bands import BANDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Grid, Scene
    from .parcel_request import ParcelRequest
    from .tiling import Boxes, Tile

BLOCK_PX = 1024
BYTES_PER_PX = {True: 1.43, False: 0.48}
"""Of reflective bands, and of SCL, compressed; measured."""
BYTES_PER_S = 5e6
"""Of a line of 40 Mbit/s; most lines are the limit long before the processor is."""

LARGE_BYTES = 5e8
"""About two minutes: more is worth a question."""


@dataclass(frozen=True)
class PlanEstimate:
    """What it takes, roughly.

    Attributes:
        bytes_read: encoded bytes of blocks.
        blocks: so many of them, each with a request unless neighbours are merged.
        parcel_dates: rows.
    """

    bytes_read: float = 0.0
    blocks: int = 0
    parcel_dates: int = 0

    @property
    def seconds(self) -> float:
        """On a line of `BYTES_PER_S`."""
        return self.bytes_read / BYTES_PER_S

    @property
    def is_large(self) -> bool:
        """Worth a question before it is read over a network."""
        return self.bytes_read > LARGE_BYTES

    def __add__(self, other: PlanEstimate) -> PlanEstimate:
        return PlanEstimate(
            self.bytes_read + other.bytes_read,
            self.blocks + other.blocks,
            self.parcel_dates + other.parcel_dates,
        )

    def __str__(self) -> str:
        """`1.2 GB, about 4 minutes`."""
        return f"{_bytes(self.bytes_read)}, about {_time(self.seconds)}"


def estimate_of(
    boxes: Boxes, grid: Grid, tile: Tile, request: ParcelRequest, scenes: Sequence[Scene]
) -> PlanEstimate:
    """The blocks under some boxes, each down to its last needed row, in all bands and dates.

    Args:
        boxes: of the parcels, in the CRS of the tile.
        grid: holds them, for tiles that don't state where they lie.
        tile: where its blocks begin.
        request: which bands.
        scenes: the dates.
    """
    left, top = (tile.bounds[0], tile.bounds[3]) if tile.bounds else (grid.left, grid.top)
    total, blocks = 0.0, 0
    for band in request.files:
        resolution_m = BANDS[band].resolution_m
        count, px = _needed(boxes, left, top, BLOCK_PX * resolution_m)
        total += px * BYTES_PER_PX[BANDS[band].reflective]
        blocks += count
    dates = len(scenes)
    return PlanEstimate(total * dates, blocks * dates, len(boxes) * dates)


def _needed(boxes: Boxes, left: float, top: float, side_m: float) -> tuple[int, float]:
    """How many blocks there are below the boxes, and their pixels down to the last needed row."""
    cols = np.floor((boxes[:, [0, 2]] - left) / side_m).astype(np.int64)
    rows = np.floor((top - boxes[:, [3, 1]]) / side_m).astype(np.int64)
    bottoms = (top - boxes[:, 1]) / side_m
    first_col, first_row = cols.min(), rows.min()
    shares = np.zeros((rows.max() - first_row + 1, cols.max() - first_col + 1))
    for down in range(int(np.ptp(rows, axis=1).max()) + 1):
        for right in range(int(np.ptp(cols, axis=1).max()) + 1):
            row, col = rows[:, 0] + down, cols[:, 0] + right
            is_there = (row <= rows[:, 1]) & (col <= cols[:, 1])
            share = np.minimum(bottoms - row, 1.0)[is_there]
            np.maximum.at(shares, (row[is_there] - first_row, col[is_there] - first_col), share)
    return int(np.count_nonzero(shares)), float(shares.sum()) * BLOCK_PX**2


def _bytes(count: float) -> str:
    for unit, size in (("GB", 1e9), ("MB", 1e6)):
        if count >= size:
            return f"{count / size:.{1 if count < 10 * size else 0}f} {unit}"
    return f"{count / 1e3:.0f} kB"


def _time(seconds: float) -> str:
    for unit, size in (("hours", 3600.0), ("minutes", 60.0)):
        if seconds >= 2 * size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(seconds, 1):.0f} seconds"
