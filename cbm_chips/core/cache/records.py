"""Keys and record formats of the cache."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from ..reading.block_cache.record import checksum
from ..reading.contract import Buffer, Pixels
from ..reasons import packed, unpacked

if TYPE_CHECKING:
    from ..model import Asset, Grid
    from ..reading.pixel_set import PixelSet

FORMAT = "cbm-chips-cache-5"
CACHED = "cache"
"""Name of the cache where provenance asks for a reader."""

_MAGIC = b"CBMC"
_HEAD = struct.Struct("<4sII")
_ANSWER_HEAD = struct.Struct("<4sdI")
BROKEN = (ValueError, KeyError, TypeError, struct.error)
"""What `unpack` may raise on a record that was cut or tampered with."""


def pixel_key(source: str, asset: Asset, grid: Grid, wanted: PixelSet | None = None) -> str:
    """Source + file (unsigned address, version and all else that the item states) + grid.

    Whatever the item states may change the pixels: an offset is never applied to pixels it was
    not stated for. `wanted`: see `ReadJob`.
    """
    parts = [source, asset.statement, *vars(grid).values()]
    return _digest("pixels", parts if wanted is None else [*parts, wanted.digest])


def answer_key(source: str, question: Iterable[object]) -> str:
    """Source + parameters of the search."""
    return _digest("answer", [source, *map(str, question)])


def _digest(kind: str, parts: Sequence[object]) -> str:
    words = repr((FORMAT, kind, *parts))  # whatever differs shows in it
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def pack(key: str, pixels: Pixels) -> bytes:
    """A window as bytes: magic, header length, checksum, JSON header, values.

    The checksum is of the key, too: a store that lost power may give one record for another.

    Values stay as they are: deflating them saves a quarter of the room and takes five times as
    long to read.
    """
    values = np.ascontiguousarray(pixels.values)
    written = {"dtype": values.dtype.str, "shape": values.shape, "method": pixels.method}
    notes = [packed(note) for note in pixels.notes]
    head = json.dumps({**written, "scale": pixels.scale, "notes": notes}).encode()
    content = b"".join((head, values.data))
    return _HEAD.pack(_MAGIC, len(head), _checksum(key, content)) + content


def unpack(key: str, record: bytes) -> Pixels:
    """The window in a record of `pack`; raises one of `BROKEN` otherwise."""
    magic, length, total = _HEAD.unpack_from(record)
    content = memoryview(record)[_HEAD.size :]
    if magic != _MAGIC or _checksum(key, content) != total:
        raise ValueError("broken record")
    dtype, shape, empty = _read_head(bytes(content[:length]))
    values = np.frombuffer(content, dtype=dtype, offset=length).reshape(shape)
    return replace(empty, values=values)


@lru_cache(maxsize=64)
def _read_head(head: bytes) -> tuple[np.dtype[Any], tuple[int, ...], Pixels]:
    """Type, shape, and all but the values.

    Remembered, as the windows of a request have few heads between them.
    """
    written = json.loads(head)
    dtype = np.dtype(written["dtype"])
    if dtype.kind not in "uif":
        raise ValueError("not a number type")
    scale = written["scale"]
    pair = None if scale is None else (float(scale[0]), float(scale[1]))
    notes = tuple(map(unpacked, written["notes"]))
    nothing = np.zeros(0, dtype)
    empty = Pixels(nothing, str(written["method"]), CACHED, bytes_read=0, scale=pair, notes=notes)
    return dtype, tuple(written["shape"]), empty


def pack_answer(key: str, content: bytes, *, written: float) -> bytes:
    """An answer as bytes: magic, time (seconds since the epoch), checksum as of `pack`, content."""
    return _ANSWER_HEAD.pack(_MAGIC, written, _checksum(key, content)) + content


def unpack_answer(key: str, record: bytes) -> tuple[bytes, float]:
    """Content and time of a record of `pack_answer`; raises one of `BROKEN` otherwise."""
    magic, written, total = _ANSWER_HEAD.unpack_from(record)
    content = record[_ANSWER_HEAD.size :]
    if magic != _MAGIC or _checksum(key, content) != total:
        raise ValueError("broken record")
    return content, written


def _checksum(key: str, content: Buffer) -> int:
    return zlib.crc32(key.encode(), checksum(content))
