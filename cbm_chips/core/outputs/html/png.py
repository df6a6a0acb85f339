"""PNG files from pixels, without an imaging package."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOR_TYPES = {3: 2, 4: 6}
_SUB_FILTER = 1
_OPAQUE = 255
_ZLIB_HEADER = b"\x78\x01"
_LARGEST_BLOCK = 0xFFFF


def encode_png(picture: NDArray[np.uint8]) -> bytes:
    """A PNG of uint8 [h, w, 4]: red, green, blue, alpha; alpha is left out where all is opaque."""
    picture = _needed(picture)
    return _file(picture, _compressed(_filtered(picture).tobytes()))


def encode_stored_png(picture: NDArray[np.uint8]) -> bytes:
    """The same, with the same bytes on every machine, today and later: for hashes.

    Compressors are not: zlib and zlib-ng pack the same pixels into different bytes. So nothing is
    compressed; a chip of 128 x 128 pixels is 49 kB.
    """
    picture = _needed(picture)
    height, width, channels = picture.shape
    rows = np.zeros((height, 1 + width * channels), dtype=np.uint8)
    rows[:, 1:] = picture.reshape(height, -1)
    return _file(picture, _stored(rows.tobytes()))


def _needed(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return picture[..., :3] if (picture[..., 3] == _OPAQUE).all() else picture


def _file(picture: NDArray[np.uint8], content: bytes) -> bytes:
    height, width, channels = picture.shape
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOR_TYPES[channels], 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", content), _chunk(b"IEND", b""))
    return b"".join((_SIGNATURE, *chunks))


def _filtered(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Rows as differences to the pixel on the left, each with the filter's number before it."""
    height, width, channels = picture.shape
    differences = picture.copy()
    differences[:, 1:] -= picture[:, :-1]
    rows = np.full((height, 1 + width * channels), _SUB_FILTER, dtype=np.uint8)
    rows[:, 1:] = differences.reshape(height, -1)
    return rows


def _compressed(rows: bytes) -> bytes:
    deflate = zlib.compressobj(6, zlib.DEFLATED, zlib.MAX_WBITS, 9, zlib.Z_FILTERED)
    return deflate.compress(rows) + deflate.flush()


def _stored(rows: bytes) -> bytes:
    """A zlib stream (RFC 1950) of blocks that are stored as they are (RFC 1951, 3.2.4)."""
    parts = [_ZLIB_HEADER]
    for start in range(0, len(rows), _LARGEST_BLOCK):
        block = rows[start : start + _LARGEST_BLOCK]
        is_last = start + _LARGEST_BLOCK >= len(rows)
        parts += (struct.pack("<BHH", is_last, len(block), len(block) ^ 0xFFFF), block)
    return b"".join((*parts, struct.pack(">I", zlib.adler32(rows))))


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
