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


@dataclass(frozen=True)
class BlockPixels:
    """The wanted pixels in one block, of which the rows from `first_row` to `last_row` are taken.

    Where each pixel is stored as the difference to its left neighbour, a pixel is the sum of its
    row up to it. Few of a block's pixels are wanted as a rule, so that whole stretches between
    them can be summed up at once, which takes a fifth of the time of all running sums.

    Attributes:
        places: int32[n], which of the set's pixels they are.
        first_row, last_row: of the block; the last one is behind the last wanted.
        flat: int32[n], where they stand in those rows.
        bounds: int32[m], where stretches begin: at each row with a wanted pixel, and behind each.
        first, stop: int32[n], the stretches that sum up to each pixel: its row's first, and one
            behind its own.
    """

    places: Indices
    first_row: int
    last_row: int
    flat: Indices
    bounds: Indices
    first: Indices
    stop: Indices

    def of(self, rows: NDArray[np.generic], *, differences: bool) -> NDArray[np.generic]:
        """The pixels out of the stored rows, [k] in one line, in this machine's byte order."""
        if not differences:
            found: NDArray[np.generic] = rows.take(self.flat)
            return found
        sums: NDArray[Any] = np.zeros(len(self.bounds) + 1, rows.dtype)
        np.cumsum(np.add.reduceat(rows, self.bounds, dtype=rows.dtype), out=sums[1:])
        wrapped: NDArray[np.generic] = sums.take(self.stop) - sums.take(self.first)
        return wrapped


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
        found[right, down] = _in_block(part, in_rows, in_cols, raster.block_width_px)
    return found


def _in_block(places: NDArray[np.intp], rows: Indices, cols: Indices, width: int) -> BlockPixels:
    first_row = int(rows.min())
    begins = (rows - first_row) * np.int32(width)
    flat = begins + cols
    size = (int(rows.max()) + 1 - first_row) * width
    bounds = np.unique(np.concatenate([begins, flat + 1]))
    bounds = bounds[bounds < size]
    return BlockPixels(
        places.astype(np.int32),
        first_row,
        first_row + size // width,
        flat,
        bounds,
        np.searchsorted(bounds, begins).astype(np.int32),
        np.searchsorted(bounds, flat + 1).astype(np.int32),
    )
