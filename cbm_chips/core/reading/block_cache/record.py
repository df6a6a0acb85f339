"""A prefix on disk: a head of fixed length with a checksum for each piece, then the bytes.

Pieces are verified one by one, so that no more is read than a window takes.
"""

from __future__ import annotations

import hashlib
import struct
from typing import NamedTuple

from ...checksum import checksum
from ..contract import Buffer

PIECE_BYTES = 256 << 10
_START = struct.Struct("<4s32sQ")
_SUM = struct.Struct("<I")
_MAGIC = b"CBMQ"
MAX_PIECES = 240
HEAD_BYTES = _START.size + _SUM.size * (MAX_PIECES + 1)
"""The last checksum is the head's own."""
MAX_BYTES = MAX_PIECES * PIECE_BYTES


class BlockKey(NamedTuple):
    """Which block of which file.

    Attributes:
        file: the asset's identity.
        offset: where in the file the block begins.
        version: see `FileHeader.content`; if empty the block is not kept on disk.
    """

    file: str
    offset: int
    version: str = ""

    @property
    def digest(self) -> bytes:
        """A hash of all attributes."""
        return hashlib.sha256(repr(tuple(self)).encode()).digest()


def head_of(key: BlockKey, data: Buffer) -> bytes:
    """The head for `data`, which has at most `MAX_BYTES`."""
    view = memoryview(data)
    starts = range(0, len(data), PIECE_BYTES)
    sums = b"".join(_SUM.pack(checksum(view[start : start + PIECE_BYTES])) for start in starts)
    head = _START.pack(_MAGIC, key.digest, len(data)) + sums.ljust(MAX_PIECES * _SUM.size, b"\0")
    return head + _SUM.pack(checksum(head))


def record_bytes(wanted_bytes: int, *, length: int) -> int:
    """Bytes of a record to read for `wanted_bytes` of its prefix of `length` bytes."""
    pieces = -(-min(wanted_bytes, length) // PIECE_BYTES)
    return HEAD_BYTES + min(pieces * PIECE_BYTES, length)


def prefix_in(record: bytes, key: BlockKey, *, length: int) -> memoryview:
    """The part of a prefix of `length` bytes in the first bytes of its record; not copied.

    Raises:
        ValueError: when it is not what `head_of` and that prefix made.
    """
    head, data = record[:HEAD_BYTES], memoryview(record)[HEAD_BYTES:]
    if len(head) < HEAD_BYTES or _SUM.unpack_from(head, HEAD_BYTES - 4)[0] != checksum(head[:-4]):
        raise ValueError("a broken head")
    if _START.unpack_from(head) != (_MAGIC, key.digest, length):
        raise ValueError("another one")
    for number, start in enumerate(range(0, len(data), PIECE_BYTES)):
        piece = data[start : start + PIECE_BYTES]
        if _SUM.unpack_from(head, _START.size + number * _SUM.size)[0] != checksum(piece):
            raise ValueError("a broken piece")
    return data
