"""The parts of a file fetched so far, seen as the file; says what is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..contract import NotWindowed

MAX_VALUE_BYTES = 16 << 20
"""No single value of a header is longer: two million blocks."""
READ_AHEAD_BYTES = 4096
"""Fetched with every missing range: the next value most often lies behind it."""


class NeedBytes(Exception):
    """The bytes from `start` up to `stop` of the file are needed as well.

    Give them as a further piece keyed by `start`. Shorter pieces are fine: what is still missing
    is asked for next. An empty one says that the file has ended.
    """

    def __init__(self, start: int, stop: int) -> None:
        super().__init__(f"bytes {start} to {stop}")
        self.start = start
        self.stop = stop


class FileBytes:
    """A file of which pieces are known."""

    def __init__(self, pieces: Mapping[int, bytes], size_bytes: int | None) -> None:
        """`pieces`: offset in the file -> bytes; they may touch, overlap and leave gaps."""
        self._pieces = sorted(pieces.items())
        self._ended = {at for at, piece in self._pieces if not piece}
        self.size_bytes = size_bytes

    def part(self, start: int, length: int) -> bytes:
        """The `length` bytes from `start`.

        Raises:
            NeedBytes: when they are not all there.
            NotWindowed: when the file can't have them, or they are too many.
        """
        stop = start + length
        for at, piece in self._pieces:
            if at <= start and stop <= at + len(piece) and length <= MAX_VALUE_BYTES:
                return piece[start - at : stop - at]
        self.require([(start, length)])
        end, parts = start, []
        for at, piece in self._pieces:
            if at <= end < at + len(piece) and end < start + length:
                parts.append(piece[end - at : start + length - at])
                end += len(parts[-1])
        return b"".join(parts)

    def require(self, ranges: Iterable[tuple[int, int]]) -> None:
        """Ask for what is missing of several (start, length): for all at once if they are near.

        Raises:
            NeedBytes, NotWindowed: as `part`.
        """
        missing = [gap for start, length in ranges for gap in self._gaps(start, length)]
        if not missing:
            return
        missing.sort()
        start, stop = missing[0]
        for next_start, next_stop in missing[1:]:
            if next_start > stop + READ_AHEAD_BYTES or next_stop - start > MAX_VALUE_BYTES:
                break
            stop = max(stop, next_stop)
        if start in self._ended:
            raise NotWindowed("the file ends inside its header")
        stop = max(stop, start + READ_AHEAD_BYTES)
        raise NeedBytes(start, stop if self.size_bytes is None else min(stop, self.size_bytes))

    def _gaps(self, start: int, length: int) -> list[tuple[int, int]]:
        """What is missing of a range: nothing, or from the first unknown byte to its end."""
        stop = start + length
        if length > MAX_VALUE_BYTES:
            raise NotWindowed(f"a header value of {length} bytes")
        if self.size_bytes is not None and stop > self.size_bytes:
            raise NotWindowed("the header points behind the end of the file")
        for at, piece in self._pieces:
            if at <= start < at + len(piece):
                start = at + len(piece)
        return [(start, stop)] if start < stop else []
