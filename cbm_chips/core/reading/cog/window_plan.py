"""Plan of the bytes a window takes: its blocks, prefixes of them, neighbours in one range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..pixel_set import BlockPixels, BlockRaster, PixelSet

if TYPE_CHECKING:
    from ..placement import Window
    from .layout import Block, Layout

MERGE_GAP_BYTES = 32 << 10
"""A smaller gap is fetched as well, as another request would cost more."""
LONGEST_RANGE_BYTES = 4 << 20
WHOLE_BELOW_BYTES = 64 << 10
"""Smaller blocks are fetched whole: that costs less than a second request."""
MARGIN_SHARE = 0.015
"""Of the whole block: rows differ in how well they compress. In Sentinel-2's bands the first half
of the rows takes half the bytes within a hundredth of them all, and so does the first tenth."""
MARGIN_BYTES = 8 << 10
"""libdeflate needs some 16 kB of inflated bytes beyond; else zlib is used, which costs little."""


@dataclass(frozen=True)
class BlockPart:
    """The part of a window that lies in one block.

    Attributes:
        block: where it lies in the file.
        rows, cols: of the block.
        to_rows, to_cols: of the window.
        prefix_bytes: bytes of the block estimated to be enough.
    """

    block: Block
    rows: slice
    cols: slice
    to_rows: slice
    to_cols: slice
    prefix_bytes: int


@dataclass(frozen=True)
class PixelPart(BlockPart):
    """The wanted pixels that lie in one block; they have no rows and columns of a window."""

    pixels: BlockPixels


@dataclass(frozen=True)
class ByteRange:
    """Parts near each other in the file, fetched in one request."""

    parts: tuple[BlockPart, ...]

    @property
    def start(self) -> int:
        """Offset of the first byte."""
        return self.parts[0].block.offset

    @property
    def stop(self) -> int:
        """Offset behind the last byte."""
        return max(part.block.offset + part.prefix_bytes for part in self.parts)


def block_parts(layout: Layout, window: Window) -> Iterator[BlockPart]:
    """The parts of a window, by blocks; sparse blocks hold no data and are left out."""
    spans_across = _spans(window.file_col, window.width, layout.block_width_px)
    for row, rows, to_rows in _spans(window.file_row, window.height, layout.block_height_px):
        for col, cols, to_cols in spans_across:
            block = layout.block(col, row)
            if block.byte_count:
                prefix = prefix_estimate(block.byte_count, rows.stop, layout.block_height_px)
                yield BlockPart(block, rows, cols, to_rows, to_cols, prefix)


def pixel_parts(layout: Layout, window: Window, wanted: PixelSet) -> Iterator[PixelPart]:
    """As `block_parts`, of wanted pixels alone, each block down to its last row with any."""
    raster = BlockRaster(
        window.file_col - window.grid_col,
        window.file_row - window.grid_row,
        layout.width_px,
        layout.height_px,
        layout.block_width_px,
        layout.block_height_px,
    )
    nowhere = slice(0, 0)
    for (col, row), pixels in wanted.by_block(raster).items():
        block = layout.block(col, row)
        if block.byte_count:
            rows, cols = slice(0, pixels.last_row), slice(0, layout.block_width_px)
            prefix = prefix_estimate(block.byte_count, rows.stop, layout.block_height_px)
            yield PixelPart(block, rows, cols, nowhere, nowhere, prefix, pixels)


def byte_ranges(parts: Iterable[BlockPart]) -> list[ByteRange]:
    """The parts grouped into ranges, neighbours together where the gap is small."""
    found: list[ByteRange] = []
    for part in sorted(parts, key=lambda part: part.block.offset):
        longer = ByteRange((*found[-1].parts, part)) if found else None
        if (
            longer
            and part.block.offset - found[-1].stop <= MERGE_GAP_BYTES
            and longer.stop - longer.start <= LONGEST_RANGE_BYTES
        ):
            found[-1] = longer
        else:
            found.append(ByteRange((part,)))
    return found


def prefix_estimate(byte_count: int, rows_needed: int, block_height_px: int) -> int:
    """Bytes of a block to fetch for its first `rows_needed` rows."""
    if byte_count <= WHOLE_BELOW_BYTES:
        return byte_count
    share = rows_needed / block_height_px + MARGIN_SHARE
    return min(int(byte_count * share) + MARGIN_BYTES, byte_count)


def _spans(first: int, count: int, block_px: int) -> list[tuple[int, slice, slice]]:
    """Along one side: number of the block, its pixels, and their place in the window."""
    spans = []
    for number in range(first // block_px, (first + count - 1) // block_px + 1):
        start = max(first, number * block_px)
        stop = min(first + count, (number + 1) * block_px)
        inside = slice(start - number * block_px, stop - number * block_px)
        spans.append((number, inside, slice(start - first, stop - first)))
    return spans
