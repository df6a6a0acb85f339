"""The ways to inflate that this machine has."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from . import libdeflate
from .inflating import Buffer, CorruptData, Inflate, ShortData

__all__ = ["CorruptData", "Inflate", "ShortData", "inflaters"]


@dataclass(frozen=True)
class Streaming:
    """Python's `zlib`, or a library with the same face."""

    name: str
    library: Any

    def __call__(
        self, data: Buffer, wanted_bytes: int, *, is_whole: bool, is_all: bool = False
    ) -> bytes:
        """See `Inflate`."""
        stream = self.library.decompressobj()
        try:
            found: bytes = stream.decompress(data, wanted_bytes)
            if len(found) == wanted_bytes and (is_whole or is_all) and not stream.eof:
                # One byte more: either there is one, or the checksum was reached and holds.
                goes_on = bool(stream.decompress(stream.unconsumed_tail, 1))
                if (goes_on and is_all) or (is_whole and not goes_on and not stream.eof):
                    raise CorruptData("the stream doesn't end with its block")
        except self.library.error as error:
            raise CorruptData(str(error)) from error
        if len(found) == wanted_bytes:
            return found
        if is_whole or stream.eof:
            raise CorruptData(f"{len(found)} bytes instead of {wanted_bytes}")
        raise ShortData(f"{len(found)} bytes of {wanted_bytes}")


ZLIB = Streaming("zlib", zlib)


@lru_cache(maxsize=1)
def inflaters() -> tuple[Inflate, ...]:
    """What this machine has, the fastest first; `zlib` is always the last."""
    found = (libdeflate.load(second=ZLIB), _isal(), ZLIB)
    return tuple(inflate for inflate in found if inflate is not None)


def _isal() -> Streaming | None:
    """Intel's library, if the package `isal` is there."""
    try:
        from isal import isal_zlib
    except ImportError:
        return None
    return Streaming("isal", isal_zlib)
