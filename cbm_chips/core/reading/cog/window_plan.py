"""Which bytes of a file a window takes: its blocks, their first rows, neighbours in one range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .predictor import prefix_estimate

if TYPE_CHECKING:
    from ..placement import Window
    from .layout import Block, Layout

MERGE_GAP_BYTES = 32 << 10
"""Fetched along and thrown away, as another request would cost more."""
LONGEST_RANGE_BYTES = 4 << 20


@dataclass(frozen=True)
class Part:
    """What one block gives to a window.

    Attributes:
        block: where it lies in the file.
        rows, cols: its pixels that are wanted.
        to_rows, to_cols: where they belong, in an array of the window's size.
        prefix_bytes: so many of its bytes should do.
    """

    block: Block
    rows: slice
    cols: slice
    to_rows: slice
    to_cols: slice
    prefix_bytes: int


@dataclass(frozen=True)
class Stretch:
    """Parts near each other in the file: fetched as one range, from `start` to `stop`."""

    parts: tuple[Part, ...]

    @property
    def start(self) -> int:
        """Offset of the first byte."""
        return self.parts[0].block.offset

    @property
    def stop(self) -> int:
        """Offset behind the last byte."""
        return max(part.block.offset + part.prefix_bytes for part in self.parts)


def parts_of(layout: Layout, window: Window) -> Iterator[Part]:
    """The blocks under a window; sparse ones hold nothing and are left out."""
    spans_across = _spans(window.file_col, window.width, layout.block_width_px)
    for row, rows, to_rows in _spans(window.file_row, window.height, layout.block_height_px):
        for col, cols, to_cols in spans_across:
            block = layout.block(col, row)
            if block.byte_count:
                prefix = prefix_estimate(block.byte_count, rows.stop, layout.block_height_px)
                yield Part(block, rows, cols, to_rows, to_cols, prefix)


def stretches(parts: Iterator[Part]) -> list[Stretch]:
    """The parts in ranges, neighbours together where the gap is small."""
    found: list[Stretch] = []
    for part in sorted(parts, key=lambda part: part.block.offset):
        longer = Stretch((*found[-1].parts, part)) if found else None
        if (
            longer
            and part.block.offset - found[-1].stop <= MERGE_GAP_BYTES
            and longer.stop - longer.start <= LONGEST_RANGE_BYTES
        ):
            found[-1] = longer
        else:
            found.append(Stretch((part,)))
    return found


def _spans(first: int, count: int, block_px: int) -> list[tuple[int, slice, slice]]:
    """Along one side: number of the block, its pixels wanted, and where they belong."""
    spans = []
    for number in range(first // block_px, (first + count - 1) // block_px + 1):
        start = max(first, number * block_px)
        stop = min(first + count, (number + 1) * block_px)
        inside = slice(start - number * block_px, stop - number * block_px)
        spans.append((number, inside, slice(start - first, stop - first)))
    return spans
