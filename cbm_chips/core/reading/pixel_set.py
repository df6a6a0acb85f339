"""Single pixels of a grid, wanted in place of all of them; by blocks, as files store them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Indices = NDArray[np.int32]

SPARSE_ROWS = 0.7
"""Where less of a block's rows hold a pixel that is wanted, only those rows are looked at."""


@dataclass(frozen=True)
class BlockPixels:
    """The wanted pixels in one block.

    Attributes:
        places: int[n], which of the set's pixels they are.
        rows: of the block, those that hold any: from, to and each, or all between as a slice.
        last_row, last_col: of the block, one behind the last wanted.
        flat: int[n], where they stand in the rows that are looked at, `last_col` wide.
    """

    places: NDArray[np.intp]
    rows: slice | NDArray[np.intp]
    last_row: int
    last_col: int
    flat: NDArray[np.intp]


@dataclass(frozen=True)
class BlockRaster:
    """How a file is cut into blocks, and where the grid lies in it: all in pixels.

    Attributes:
        col, row: of the file, where the grid begins.
        width_px, height_px: of the file.
        block_width_px, block_height_px: of a block.
    """

    col: int
    row: int
    width_px: int
    height_px: int
    block_width_px: int
    block_height_px: int


@dataclass(frozen=True, eq=False)
class PixelSet:
    """Pixels of a grid by row and column, in an order of their own; the same may come twice.

    Attributes:
        rows, cols: int32[n], within the grid.
    """

    rows: Indices
    cols: Indices

    def __getstate__(self) -> dict[str, Any]:
        """What is worked out is not sent along."""
        return {"rows": self.rows, "cols": self.cols}

    @cached_property
    def digest(self) -> str:
        """The same for equal sets only, in all processes."""
        words = hashlib.sha256(np.ascontiguousarray(self.rows).data)
        words.update(np.ascontiguousarray(self.cols).data)
        return words.hexdigest()

    def of(self, values: NDArray[np.generic]) -> NDArray[np.generic]:
        """The pixels out of a whole grid's [h, w], as [1, n]."""
        return values[self.rows, self.cols][np.newaxis]

    def by_block(self, raster: BlockRaster) -> Mapping[tuple[int, int], BlockPixels]:
        """Column and row of a block -> what is wanted of it; pixels beyond the file are left out.

        Remembered, as all files of a tile are cut alike.
        """
        known: dict[BlockRaster, Mapping[tuple[int, int], BlockPixels]] = self._by_raster
        if raster not in known:
            known[raster] = _by_block(self, raster)
        return known[raster]

    @cached_property
    def _by_raster(self) -> dict[BlockRaster, Mapping[tuple[int, int], BlockPixels]]:
        return {}


def _by_block(pixels: PixelSet, raster: BlockRaster) -> dict[tuple[int, int], BlockPixels]:
    rows, cols = pixels.rows + np.int32(raster.row), pixels.cols + np.int32(raster.col)
    inside = (rows >= 0) & (rows < raster.height_px) & (cols >= 0) & (cols < raster.width_px)
    across = -(-raster.width_px // raster.block_width_px)
    numbers = (rows // raster.block_height_px) * across + cols // raster.block_width_px
    places = np.flatnonzero(inside)
    places = places[np.argsort(numbers[places], kind="stable")]
    ordered = numbers[places]
    firsts = np.flatnonzero(np.diff(ordered, prepend=-1))
    found = {}
    for first, part in zip(firsts, np.split(places, firsts[1:])):
        down, right = divmod(int(ordered[first]), across)
        in_rows = rows[part] - down * raster.block_height_px
        in_cols = cols[part] - right * raster.block_width_px
        found[right, down] = _in_block(part, in_rows, in_cols)
    return found


def _in_block(places: NDArray[np.intp], rows: Indices, cols: Indices) -> BlockPixels:
    first_row, last_row = int(rows.min()), int(rows.max()) + 1
    last_col = int(cols.max()) + 1
    used = np.zeros(last_row, bool)
    used[rows] = True
    each = np.flatnonzero(used)
    if len(each) >= SPARSE_ROWS * (last_row - first_row):
        flat = (rows.astype(np.intp) - first_row) * last_col + cols
        return BlockPixels(places, slice(first_row, last_row), last_row, last_col, flat)
    number = np.cumsum(used) - 1
    flat = number[rows] * last_col + cols
    return BlockPixels(places, each, last_row, last_col, flat)
