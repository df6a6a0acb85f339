"""The contract of inflating: the first bytes of a zlib stream (RFC 1950), or an error."""

from __future__ import annotations

from typing import Protocol

from ..contract import Buffer


class ShortData(Exception):
    """The part of the stream is too short: fetch more."""


class CorruptData(Exception):
    """No zlib stream, or one that ends before its time."""


class DamagedBlock(CorruptData):
    """A whole stream that is not as it was written: no reader can decode it."""


class Inflate(Protocol):
    """Inflates; thread-safe, and lets other threads run meanwhile."""

    @property
    def name(self) -> str:
        """The library."""

    def __call__(
        self, data: Buffer, wanted_bytes: int, *, is_whole: bool, is_all: bool = False
    ) -> bytes | memoryview:
        """Exactly the first `wanted_bytes` of the inflated stream, good until the next call.

        A stream that was cut is always noticed. With `is_all` its checksum (Adler-32) is verified,
        by every library; bits that flipped inside a prefix which still inflates can't be noticed.

        Args:
            data: the compressed stream from its beginning.
            wanted_bytes: at most what the whole stream holds.
            is_whole: `data` is the whole stream: more can't be had.
            is_all: `wanted_bytes` is all that the whole stream should hold, so it has to end there.

        Raises:
            ShortData: `data` ends too early, and is not the whole stream; isal says so a few bytes
                before it has to.
            CorruptData: `data` is broken, whatever may follow.
        """
