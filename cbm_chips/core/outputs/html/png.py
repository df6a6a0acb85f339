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


def encode_png(picture: NDArray[np.uint8]) -> bytes:
    """A PNG of uint8 [h, w, 4]: red, green, blue, alpha; alpha is left out where all is opaque."""
    if (picture[..., 3] == _OPAQUE).all():
        picture = picture[..., :3]
    height, width, channels = picture.shape
    header = struct.pack(">IIBBBBB", width, height, 8, _COLOR_TYPES[channels], 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"IDAT", _compressed(_filtered(picture).tobytes())),
            _chunk(b"IEND", b""),
        )
    )


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


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
