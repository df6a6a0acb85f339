"""From a block's inflated bytes to pixels, and how many compressed bytes that takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .layout import Layout

WHOLE_BELOW_BYTES = 64 << 10
"""Such a block costs less than a second request; and small ones are not evenly filled."""
MARGIN_SHARE = 0.015
"""Of the whole block: rows differ in how well they compress. In Sentinel-2's bands the first half
of the rows takes half the bytes within a hundredth of them all, and so does the first tenth."""
MARGIN_BYTES = 8 << 10
"""libdeflate wants to see some 16 kB inflated beyond.

Where it doesn't, zlib decides in its place; that only happens high up in a block, and costs little.
"""


def rows_of(
    raw: bytes | memoryview, layout: Layout, *, rows: slice, cols: slice
) -> NDArray[np.generic]:
    """The pixels of rows and columns of a block, array[h, w] in this machine's byte order.

    Args:
        raw: the block's inflated bytes, at least down to the last row wanted.
        layout: of the file.
        rows: from start to stop, within the block.
        cols: likewise.

    Raises:
        ValueError: when `raw` is too short.
    """
    width = layout.block_width_px
    start, count = rows.start * layout.row_bytes, (rows.stop - rows.start) * width
    stored = np.frombuffer(raw, layout.dtype, count, start).reshape(-1, width)
    native = layout.dtype.newbyteorder("=")
    pixels = stored[:, cols].astype(native, order="C")
    if layout.predictor == 1 or not pixels.size:
        return pixels
    # Differences to the left neighbour (TIFF 6.0, section 14), which wrap around. What lies left
    # of the window only counts by its sum, and that takes a tenth of the time of running sums.
    if cols.start:
        pixels[:, 0] += np.add.reduce(stored[:, : cols.start], axis=1, dtype=native)
    # Into a new array: in place numpy would copy first, and take three times as long.
    return np.cumsum(pixels, axis=1, dtype=native)


def prefix_estimate(byte_count: int, rows_needed: int, block_height_px: int) -> int:
    """How many bytes of a block to ask for if its first `rows_needed` rows are wanted."""
    if byte_count <= WHOLE_BELOW_BYTES:
        return byte_count
    share = rows_needed / block_height_px + MARGIN_SHARE
    return min(int(byte_count * share) + MARGIN_BYTES, byte_count)
