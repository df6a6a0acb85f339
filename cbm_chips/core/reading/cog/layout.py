"""Layout of a tiled GeoTIFF: where its blocks lie and what they hold; packed for a cache."""

from __future__ import annotations

import math
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..placement import FileGrid

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .georeference import Transform

DTYPES = ("u1", "i1", "u2", "i2", "u4", "i4")
MAX_SIDE_PX = 1_000_000
MAX_BLOCKS = 1 << 20
MAX_BLOCK_BYTES = 64 << 20
"""A block inflated."""


@dataclass(frozen=True)
class Block:
    """A block's zlib stream in the file; one of 0 bytes is sparse: all of it is no data."""

    offset: int
    byte_count: int


@dataclass(frozen=True, eq=False)
class TiledImage:
    """How an image of one band is cut into blocks and stored.

    Attributes:
        dtype: of the pixels, in the file's byte order.
        predictor: 1 (none) or 2 (each pixel is stored as difference to its left neighbour).
    """

    width_px: int
    height_px: int
    block_width_px: int
    block_height_px: int
    dtype: np.dtype[np.integer[Any]]
    predictor: int

    @property
    def blocks_across(self) -> int:
        """Columns of blocks; the last may reach beyond the image."""
        return -(-self.width_px // self.block_width_px)

    @property
    def blocks_down(self) -> int:
        """Rows of blocks; the last may reach beyond the image."""
        return -(-self.height_px // self.block_height_px)

    @property
    def block_count(self) -> int:
        """All blocks."""
        return self.blocks_across * self.blocks_down

    @property
    def row_bytes(self) -> int:
        """One row of a block, inflated."""
        return self.block_width_px * self.dtype.itemsize

    @property
    def block_bytes(self) -> int:
        """A block, inflated."""
        return self.block_height_px * self.row_bytes


@dataclass(frozen=True, eq=False)
class Layout(TiledImage):
    """A tiled GeoTIFF of one band, compressed with DEFLATE.

    Attributes:
        epsg: None for a file without a CRS.
        transform: a, b, c, d, e, f as in `Grid.transform`; north up.
        nodata: as the file says, None if it doesn't.
        scale: (scale, offset) in the file's metadata, None if it doesn't.
        offsets: array[rows * columns of blocks] of uint64.
        byte_counts: array[rows * columns of blocks] of uint32.
    """

    epsg: int | None
    transform: Transform
    nodata: float | None
    offsets: NDArray[np.uint64]
    byte_counts: NDArray[np.uint32]
    scale: tuple[float, float] | None = None

    @property
    def file_grid(self) -> FileGrid:
        """What `placement.window_of` needs to know."""
        return FileGrid(self.epsg, self.transform, self.width_px, self.height_px)

    def block(self, col: int, row: int) -> Block:
        """The block in column `col` and row `row` of blocks, from the top left.

        Raises:
            IndexError: outside the image.
        """
        if not (0 <= col < self.blocks_across and 0 <= row < self.blocks_down):
            raise IndexError(f"no block {col}, {row}")
        index = row * self.blocks_across + col
        return Block(int(self.offsets[index]), int(self.byte_counts[index]))

    def pack(self) -> bytes:
        """As bytes for a cache, with a checksum; `unpack` reverses it."""
        head = _HEAD.pack(
            self.width_px,
            self.height_px,
            self.block_width_px,
            self.block_height_px,
            self.dtype.str.replace("|", "<").encode(),
            self.predictor,
            -1 if self.epsg is None else self.epsg,
            math.nan if self.nodata is None else self.nodata,
            *self.transform,
            *(self.scale or (math.nan, math.nan)),
        )
        # Blocks most often follow one another: the gaps between them pack to almost nothing.
        counts, gaps = self.byte_counts.astype("<u4"), self.offsets.astype("<u8")
        gaps[1:] -= self.offsets[:-1] + self.byte_counts[:-1]
        body = head + zlib.compress(counts.tobytes() + gaps.tobytes(), 1)
        return _MARK + struct.pack("<I", zlib.crc32(body)) + body

    @staticmethod
    def unpack(packed: bytes) -> Layout:
        """What `pack` has packed.

        Raises:
            ValueError: when it is anything else.
        """
        body = packed[len(_MARK) + 4 :]
        sealed = _MARK + struct.pack("<I", zlib.crc32(body))
        if len(body) < _HEAD.size or not packed.startswith(sealed):
            raise ValueError("not a packed layout, or a broken one")
        return _unpacked(body)


_MARK = b"blocks 2"
_HEAD = struct.Struct("<4I3sBi9d")


def _unpacked(body: bytes) -> Layout:
    width, height, across, down, dtype, predictor, epsg, nodata, *transform = _HEAD.unpack_from(
        body
    )
    a, b, left, d, e, top, scale, offset = transform
    check_sizes(width, height, across, down)
    try:
        image = TiledImage(width, height, across, down, np.dtype(dtype.decode()), predictor)
        count, kind = image.block_count, image.dtype
        tables = zlib.decompressobj().decompress(body[_HEAD.size :], 12 * count + 1)
    except (zlib.error, TypeError, UnicodeDecodeError) as error:
        raise ValueError("a broken packed layout") from error
    if len(tables) != 12 * count or kind.str[1:] not in DTYPES or predictor not in (1, 2):
        raise ValueError("a broken packed layout")
    counts = np.frombuffer(tables, "<u4", count).astype(np.uint32)
    gaps = np.frombuffer(tables, "<u8", count, 4 * count)
    # offset = gap + end of the one before = sum of all gaps so far + sum of all counts before
    before = np.cumsum(counts, dtype=np.uint64) - counts
    return Layout(
        **vars(image),
        epsg=None if epsg < 0 else epsg,
        transform=(a, b, left, d, e, top),
        nodata=None if math.isnan(nodata) else nodata,
        offsets=np.cumsum(gaps, dtype=np.uint64) + before,
        byte_counts=counts,
        scale=None if math.isnan(scale) else (scale, offset),
    )


def check_sizes(width: int, height: int, across: int, down: int) -> None:
    """Make sure that an image of blocks is one, and none too large.

    Raises:
        ValueError: in plain words.
    """
    if not (0 < width <= MAX_SIDE_PX and 0 < height <= MAX_SIDE_PX):
        raise ValueError(f"an image of {width} x {height} pixels")
    if not (0 < across <= MAX_SIDE_PX and 0 < down <= MAX_SIDE_PX) or across % 16 or down % 16:
        raise ValueError(f"blocks of {across} x {down} pixels")
    if -(-width // across) * -(-height // down) > MAX_BLOCKS:
        raise ValueError("too many blocks")
