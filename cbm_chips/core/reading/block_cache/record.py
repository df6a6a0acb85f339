"""A prefix on disk: a head of fixed length with a checksum for each piece, then the bytes.

Pieces are verified one by one, so that no more is read than a window takes. The checksum, which
records of windows have as well, is as fast as memory: it takes a tenth of CRC-32's time.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from typing import NamedTuple

import numpy as np

from ..contract import Buffer

PIECE_BYTES = 256 << 10
_START = struct.Struct("<4s32sQ")
_SUM = struct.Struct("<I")
_MAGIC = b"CBMQ"
MAX_PIECES = 240
HEAD_BYTES = _START.size + _SUM.size * (MAX_PIECES + 1)
"""The last checksum is the head's own."""
MAX_BYTES = MAX_PIECES * PIECE_BYTES
SUMMED_WORDS = 1024
"""Of 4 bytes: a page."""


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


def checksum(data: Buffer) -> int:
    """32 bits over all of `data`: CRC-32 of the sum of its 4 kB pages, and of what lies behind.

    Any change within one page is noticed as CRC-32 would, and so are lost pages and cut ends;
    pages that changed places are not, which disks don't do.
    """
    whole = len(data) // (4 * SUMMED_WORDS) * SUMMED_WORDS
    words = np.frombuffer(data, "<u4", whole).reshape(-1, SUMMED_WORDS)
    total = np.add.reduce(words, axis=0, dtype="<u4")
    return zlib.crc32(memoryview(data)[4 * whole :], zlib.crc32(total.data))
