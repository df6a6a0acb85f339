"""Layout of a tiled GeoTIFF from its header; anything unusual is refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ..contract import NotWindowed
from .georeference import READ as GEO_READ
from .georeference import TAGS as GEO_TAGS
from .georeference import epsg_of, keys_of, nodata_of, scale_of, transform_of
from .layout import DTYPES, MAX_BLOCK_BYTES, Layout, check_sizes
from .tags import WHOLE_NUMBERS, Directory, FileBytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

WIDTH, HEIGHT, BITS, COMPRESSION, PHOTOMETRIC = 256, 257, 258, 259, 262
SAMPLES, PLANES, PREDICTOR, TILE_WIDTH, TILE_HEIGHT = 277, 284, 317, 322, 323
OFFSETS, BYTE_COUNTS, SAMPLE_FORMAT = 324, 325, 339
_SETTLED: Mapping[int, tuple[int, tuple[int, ...], str]] = {
    254: (0, (0,), "the first directory is an overview or a mask"),
    COMPRESSION: (1, (8, 32946), "compression {}"),
    PHOTOMETRIC: (-1, (1, 3), "photometric interpretation {}"),
    266: (1, (1,), "fill order {}"),
    274: (1, (1,), "orientation {}"),
    SAMPLES: (1, (1,), "{} samples per pixel"),
    PLANES: (1, (1, 2), "planar configuration {}"),
    PREDICTOR: (1, (1, 2), "predictor {}"),
    SAMPLE_FORMAT: (1, (1, 2), "sample format {}"),
}
"""Tag: the value where it is missing, the values we read, words for others."""
_SIZES = (WIDTH, HEIGHT, BITS, TILE_WIDTH, TILE_HEIGHT, OFFSETS, BYTE_COUNTS)
_WITHOUT_EFFECT = (
    *(269, 270, 271, 272, 280, 281, 282, 283, 285, 296, 297, 305, 306, 315, 316, 320, 330),
    *(700, 33432),
)
"""Descriptions, resolution in print, colours, other directories."""
_KNOWN = {*_SETTLED, *_SIZES, *_WITHOUT_EFFECT, *GEO_TAGS}
_KINDS = {1: "u", 2: "i"}
REDUCED, MASK = 1, 4
"""Bits of `NewSubfileType`."""


def parse_layout(pieces: Mapping[int, bytes], *, size_bytes: int | None) -> Layout:
    """The layout of a file of which some pieces (offset in the file -> bytes) are known.

    Call it again with more whenever it asks; every round asks for a byte not seen before, for
    16 MiB at most, and never behind the end of a file whose size is known.

    Raises:
        NeedBytes: when a piece is missing.
        NotWindowed: when the block reader can't read the file.
    """
    directory = Directory(FileBytes(pieces, size_bytes))
    _check_tags(directory)
    width, height, across, down = _sizes(directory)
    dtype = _dtype(directory)
    if across * down * dtype.itemsize > MAX_BLOCK_BYTES:
        raise NotWindowed(f"blocks of {across} x {down} pixels")
    count = -(-width // across) * -(-height // down)
    for table in (OFFSETS, BYTE_COUNTS):
        directory.check(table, WHOLE_NUMBERS, count=count)
    directory.require((OFFSETS, BYTE_COUNTS, *GEO_READ))
    offsets, byte_counts = _tables(directory, count, size_bytes, across * down * dtype.itemsize)
    _refuse_masks(directory, offsets[byte_counts > 0])
    keys = keys_of(directory)
    return Layout(
        width_px=width,
        height_px=height,
        block_width_px=across,
        block_height_px=down,
        dtype=dtype,
        predictor=directory.number(PREDICTOR, 1),
        epsg=epsg_of(keys),
        transform=transform_of(directory, keys),
        nodata=nodata_of(directory, dtype),
        scale=scale_of(directory),
        offsets=offsets,
        byte_counts=byte_counts,
    )


def _sizes(directory: Directory) -> tuple[int, int, int, int]:
    """Width and height of the image, then of a block."""
    width, height = directory.number(WIDTH), directory.number(HEIGHT)
    across, down = directory.number(TILE_WIDTH), directory.number(TILE_HEIGHT)
    try:
        check_sizes(width, height, across, down)
    except ValueError as error:
        raise NotWindowed(str(error)) from error
    return width, height, across, down


def _check_tags(directory: Directory) -> None:
    if TILE_WIDTH not in directory:
        raise NotWindowed("not tiled")
    for tag, (default, settled, words) in _SETTLED.items():
        value = directory.number(tag, default)
        if value not in settled:
            raise NotWindowed(words.format(value))
    for tag in directory:
        if tag not in _KNOWN:
            raise NotWindowed(f"tag {tag}")


def _refuse_masks(directory: Directory, offsets: NDArray[np.uint64]) -> None:
    """Refuse a file with a mask, which is a directory of its own.

    Where directories lie before the pixels it comes before the overviews, so that most often
    nothing more has to be fetched to know.
    """
    first_pixels = int(offsets.min()) if offsets.size else 0
    for following in directory.following():
        if following.kind & MASK:
            raise NotWindowed("a mask of its own")
        if following.kind & REDUCED and following.at < first_pixels:
            return


def _dtype(directory: Directory) -> np.dtype[np.integer[Any]]:
    bits = directory.number(BITS)
    kind = _KINDS[directory.number(SAMPLE_FORMAT, 1)]
    if f"{kind}{bits // 8}" not in DTYPES or bits % 8:
        raise NotWindowed(f"{bits} bits per sample")
    return np.dtype(f"{directory.byte_order}{kind}{bits // 8}")


def _tables(
    directory: Directory, count: int, size_bytes: int | None, block_bytes: int
) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    offsets = directory.values(OFFSETS, WHOLE_NUMBERS, count=count).astype(np.uint64)
    counts = directory.values(BYTE_COUNTS, WHOLE_NUMBERS, count=count).astype(np.uint64)
    # DEFLATE stores what it can't compress with 5 bytes for each 16 kB or more.
    if int(counts.max()) > block_bytes + block_bytes // 512 + 1024:
        raise NotWindowed("a block that is longer than its pixels")
    limit = (1 << 62) if size_bytes is None else size_bytes
    there = counts > 0
    ends = np.where(there, offsets + counts, 0)
    if int(offsets.max()) > limit or int(ends.max()) > limit:
        raise NotWindowed("a block behind the end of the file")
    if (offsets[there] < 8).any():
        raise NotWindowed("a block without a place")
    return offsets, counts.astype(np.uint32)
