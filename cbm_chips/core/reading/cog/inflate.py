"""The inflate libraries of this machine: libdeflate, isal, zlib."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..contract import Buffer
from . import libdeflate
from .inflate_protocol import CorruptData, DamagedBlock, Inflate, ShortData

__all__ = ["CorruptData", "DamagedBlock", "Inflate", "ShortData", "inflaters", "is_damaged"]

HEAD_BYTES, DEFLATE, HAS_DICTIONARY, CHECKSUM_BYTES = 2, 8, 0x20, 4
CHUNK_BYTES = 1 << 20


@dataclass(frozen=True)
class StreamInflate:
    """Python's `zlib`, or a library with the same face."""

    name: str
    library: Any

    def __call__(
        self, data: Buffer, wanted_bytes: int, *, is_whole: bool, is_all: bool = False
    ) -> bytes:
        """See `Inflate`."""
        try:
            if is_whole or is_all:
                return self._to_the_end(data, wanted_bytes, is_whole=is_whole, is_all=is_all)
            # Raw DEFLATE: without the checksum, which lies at the end, it takes a tenth less.
            stream = self.library.decompressobj(wbits=-15)
            found: bytes = stream.decompress(_behind_head(data), wanted_bytes)
            return _enough(found, wanted_bytes, has_ended=stream.eof)
        except self.library.error as error:
            raise CorruptData(str(error)) from error

    def _to_the_end(
        self, data: Buffer, wanted_bytes: int, *, is_whole: bool, is_all: bool
    ) -> bytes:
        stream = self.library.decompressobj()
        found: bytes = stream.decompress(data, wanted_bytes)
        if len(found) == wanted_bytes and not stream.eof:
            # One byte more: either there is one, or the checksum was reached and holds.
            goes_on = bool(stream.decompress(stream.unconsumed_tail, 1))
            if (goes_on and is_all) or (is_whole and not goes_on and not stream.eof):
                raise CorruptData("the stream doesn't end with its block")
        if is_whole and len(found) < wanted_bytes:
            raise CorruptData(f"{len(found)} bytes instead of {wanted_bytes}")
        return _enough(found, wanted_bytes, has_ended=stream.eof)


def _enough(found: bytes, wanted_bytes: int, *, has_ended: bool) -> bytes:
    if len(found) == wanted_bytes:
        return found
    if has_ended:
        raise CorruptData(f"{len(found)} bytes instead of {wanted_bytes}")
    raise ShortData(f"{len(found)} bytes of {wanted_bytes}")


def _behind_head(data: Buffer) -> memoryview:
    """The DEFLATE stream in a zlib stream (RFC 1950, section 2.2)."""
    if len(data) < HEAD_BYTES:
        raise ShortData("not even a head")
    method, flags = data[0], data[1]
    if method & 0x0F != DEFLATE or flags & HAS_DICTIONARY or (method << 8 | flags) % 31:
        raise CorruptData("no zlib stream")
    return memoryview(data)[HEAD_BYTES:]


def is_damaged(data: Buffer) -> bool:
    """True if a whole zlib stream is surely not as it was written; for streams that failed.

    Not where it is sound and only longer or shorter than its block, has no checksum at its end, or
    is of another kind.
    """
    try:
        rest = bytes(_behind_head(data))
    except (ShortData, CorruptData):
        return False
    stream, total = zlib.decompressobj(wbits=-15), 1
    try:
        while rest and not stream.eof:
            total = zlib.adler32(stream.decompress(rest, CHUNK_BYTES), total)
            rest = stream.unconsumed_tail
    except zlib.error:
        return True
    seen = stream.unused_data[:CHECKSUM_BYTES]
    return not stream.eof or (bool(seen) and seen != total.to_bytes(CHECKSUM_BYTES, "big"))


ZLIB = StreamInflate("zlib", zlib)


@lru_cache(maxsize=1)
def inflaters() -> tuple[Inflate, ...]:
    """What this machine has, the fastest first; `zlib` is always the last."""
    found = (libdeflate.load(second=ZLIB), _isal(), ZLIB)
    return tuple(inflate for inflate in found if inflate is not None)


def _isal() -> StreamInflate | None:
    """Intel's library, if the package `isal` is there."""
    try:
        from isal import isal_zlib
    except ImportError:
        return None
    return StreamInflate("isal", isal_zlib)
