"""Pixel lattices of bands, and which of their pixels a square touches."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

TEN_METRES = ("B02", "B03", "B04", "B08")
TWENTY_METRES = ("B05", "B06", "B07", "B8A", "B11", "B12", "SCL")
_NOISE_M = 1e-6
"""What floating point adds to projected coordinates."""


@dataclass(frozen=True)
class Tile:
    """The pixel lattice of a band; `width` and `height` in pixels, None where it has no end."""

    left: float
    top: float
    resolution_m: int
    width: Optional[int] = None
    height: Optional[int] = None


@dataclass(frozen=True)
class Crop:
    """Columns and rows of a lattice, ends excluded."""

    first_col: int
    last_col: int
    first_row: int
    last_row: int

    @property
    def is_empty(self) -> bool:
        """Nothing of the square lies on the tile."""
        return self.last_col <= self.first_col or self.last_row <= self.first_row


def resolution_of(band: str) -> Optional[int]:
    """Metres of a band's pixels; None: the service has no such band."""
    return 10 if band in TEN_METRES else 20 if band in TWENTY_METRES else None


def crop_of(centre: tuple[float, float], size_m: float, tile: Tile) -> Crop:
    """The outermost pixels that the square touches, as far as the tile goes."""
    x, y, half, res = *centre, size_m / 2, tile.resolution_m
    cols = _span(x - half - tile.left, x + half - tile.left, res)
    rows = _span(tile.top - y - half, tile.top - y + half, res)
    return Crop(*_limited(cols, tile.width), *_limited(rows, tile.height))


def _span(low: float, high: float, res: int) -> tuple[int, int]:
    return math.floor((low + _NOISE_M) / res), math.ceil((high - _NOISE_M) / res)


def _limited(span: tuple[int, int], size: Optional[int]) -> tuple[int, int]:
    return span if size is None else (max(0, span[0]), min(size, span[1]))
