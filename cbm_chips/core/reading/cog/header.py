"""Layout of a tiled GeoTIFF from its header; anything unusual is refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from ..contract import NotWindowed
from .georeference import READ as GEO_READ
from .georeference import TAGS as GEO_TAGS
from .georeference import epsg_of, keys_of, nodata_of, scale_of, transform_of
from .layout import DTYPES, MAX_BLOCK_BYTES, Layout, TiledImage, check_sizes
from .tag_table import WHOLE_NUMBERS
from .tags import Directory, FileBytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from .georeference import Transform
    from .tag_table import TagTable, TagValues

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
    image = _image_of(directory.tags)
    directory.require((OFFSETS, BYTE_COUNTS, *GEO_READ))
    offsets, byte_counts = _tables(directory, image, size_bytes)
    _refuse_masks(directory, offsets[byte_counts > 0])
    reference = _reference_of(directory.values_of(GEO_READ), image.dtype)
    return Layout(**vars(image), **reference._asdict(), offsets=offsets, byte_counts=byte_counts)


class _Reference(NamedTuple):
    """Where an image lies, and what its numbers mean."""

    epsg: int | None
    transform: Transform
    nodata: float | None
    scale: tuple[float, float] | None


@lru_cache(maxsize=64)
def _image_of(tags: TagTable) -> TiledImage:
    """Remembered, as many files have the same table.

    Raises:
        NotWindowed: when the block reader can't read such files.
    """
    _check_tags(tags)
    width, height, across, down = _sizes(tags)
    image = TiledImage(width, height, across, down, _dtype(tags), tags.number(PREDICTOR, 1))
    if image.block_bytes > MAX_BLOCK_BYTES:
        raise NotWindowed(f"blocks of {across} x {down} pixels")
    for table in (OFFSETS, BYTE_COUNTS):
        tags.checked(table, WHOLE_NUMBERS, count=image.block_count)
    return image


@lru_cache(maxsize=64)
def _reference_of(values: TagValues, dtype: np.dtype[np.integer[Any]]) -> _Reference:
    """Remembered, as the files of a tile lie at the same place.

    Raises:
        NotWindowed: as the functions of `georeference`.
    """
    keys = keys_of(values)
    return _Reference(
        epsg_of(keys), transform_of(values, keys), nodata_of(values, dtype), scale_of(values)
    )


def _sizes(tags: TagTable) -> tuple[int, int, int, int]:
    """Width and height of the image, then of a block."""
    width, height = tags.number(WIDTH), tags.number(HEIGHT)
    across, down = tags.number(TILE_WIDTH), tags.number(TILE_HEIGHT)
    try:
        check_sizes(width, height, across, down)
    except ValueError as error:
        raise NotWindowed(str(error)) from error
    return width, height, across, down


def _check_tags(tags: TagTable) -> None:
    if TILE_WIDTH not in tags:
        raise NotWindowed("not tiled")
    for tag, (default, settled, words) in _SETTLED.items():
        value = tags.number(tag, default)
        if value not in settled:
            raise NotWindowed(words.format(value))
    for tag in tags:
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


def _dtype(tags: TagTable) -> np.dtype[np.integer[Any]]:
    bits = tags.number(BITS)
    kind = _KINDS[tags.number(SAMPLE_FORMAT, 1)]
    if f"{kind}{bits // 8}" not in DTYPES or bits % 8:
        raise NotWindowed(f"{bits} bits per sample")
    return np.dtype(f"{tags.byte_order}{kind}{bits // 8}")


def _tables(
    directory: Directory, image: TiledImage, size_bytes: int | None
) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    offsets = directory.numbers(OFFSETS, WHOLE_NUMBERS, count=image.block_count).astype(np.uint64)
    counts = directory.numbers(BYTE_COUNTS, WHOLE_NUMBERS, count=image.block_count).astype(
        np.uint64
    )
    # DEFLATE stores what it can't compress with 5 bytes for each 16 kB or more.
    if int(counts.max()) > image.block_bytes + image.block_bytes // 512 + 1024:
        raise NotWindowed("a block that is longer than its pixels")
    limit = (1 << 62) if size_bytes is None else size_bytes
    there = counts > 0
    ends = np.where(there, offsets + counts, 0)
    if int(offsets.max()) > limit or int(ends.max()) > limit:
        raise NotWindowed("a block behind the end of the file")
    if (offsets[there] < 8).any():
        raise NotWindowed("a block without a place")
    return offsets, counts.astype(np.uint32)
