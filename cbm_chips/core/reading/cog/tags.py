"""The first directory of a TIFF, in bytes fetched step by step (TIFF 6.0, section 2; BigTIFF)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from ..contract import NotWindowed
from .tag_table import CODES, SHAPES, TagValues, tags_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from .tag_table import ByteOrder, DirectoryShape, TagTable

MAX_VALUE_BYTES = 16 << 20
"""The longest value of a header: two million blocks."""
READ_AHEAD_BYTES = 4096
"""Fetched beyond every missing range: the next value most often lies there."""
MAX_TAGS = 256
MAX_DIRECTORIES = 64
_BYTE_ORDERS: Mapping[bytes, ByteOrder] = {b"II": "<", b"MM": ">"}


class NeedBytes(Exception):
    """The bytes from `start` up to `stop` of the file are needed as well.

    Give them as a further piece keyed by `start`, or a part of them; nothing if the file has ended.
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
            NotWindowed: when there can't be so many.
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


NEW_SUBFILE_TYPE = 254


class NextDirectory(NamedTuple):
    """A further directory: what its image is to the first (TIFF 6.0, `NewSubfileType`)."""

    at: int
    kind: int


class Directory:
    """The first directory; values of its tags are read when asked for.

    Attributes:
        tags: what stands in the directory itself.
    """

    def __init__(self, file: FileBytes) -> None:
        """Read the tags.

        Raises:
            NeedBytes, NotWindowed: as `FileBytes.part`.
        """
        self._file = file
        head = file.part(0, 16)
        order = _BYTE_ORDERS.get(head[:2])
        if order is None:
            raise NotWindowed("not a TIFF")
        self.byte_order: ByteOrder = order
        version = self._number("H", head, 2)
        if version not in SHAPES:
            raise NotWindowed("not a TIFF")
        self._shape = shape = SHAPES[version]
        if shape.head_bytes == 16 and head[4:8] != struct.pack(order + "HH", 8, 0):
            raise NotWindowed("BigTIFF with offsets of unknown width")
        self._tag = shape.tag(order)
        self._count_bytes = struct.calcsize("<" + shape.tag_count)
        at = self._number(shape.offset, head, shape.offset_at)
        self.tags = self._read_tags(shape, at)
        self._next_at = self._end_of(at, len(self.tags))

    def require(self, tags: Collection[int]) -> None:
        """Ask for the missing values of `tags` together.

        Raises:
            NeedBytes, NotWindowed: as `FileBytes.part`.
        """
        there = filter(None, map(self.tags.get, tags))
        self._file.require((tag.at, tag.length) for tag in there if tag.kind in CODES)

    def numbers(
        self, tag: int, kinds: Collection[int], *, count: int | None = None
    ) -> NDArray[np.generic]:
        """The numbers of a tag, in the file's byte order.

        Raises:
            NeedBytes: when they are not there yet.
            NotWindowed: as `TagTable.checked`.
        """
        found = self.tags.checked(tag, kinds, count=count)
        data = self._file.part(found.at, found.length)
        return np.frombuffer(data, self.byte_order + CODES[found.kind])

    def values_of(self, tags: Collection[int]) -> TagValues:
        """The values of those of `tags` that are there, of types that we read.

        Raises:
            NeedBytes, NotWindowed: as `FileBytes.part`.
        """
        there = ((tag, self.tags.get(tag)) for tag in tags)
        read = ((tag, self._file.part(one.at, one.length)) for tag, one in there if one)
        return TagValues(self.tags, tuple(read))

    def following(self) -> Iterator[NextDirectory]:
        """The other directories, one after another; of each only its first tag is read.

        Raises:
            NeedBytes: when it is not there yet.
            NotWindowed: when they have no end.
        """
        shape, link_at = self._shape, self._next_at
        for _ in range(MAX_DIRECTORIES):
            at = self._number(shape.offset, self._file.part(link_at, shape.value_bytes), 0)
            if not at:
                return
            head = self._file.part(at, self._count_bytes + self._tag.size)
            number, _kind, _values, inside = self._tag.unpack_from(head, self._count_bytes)
            has_kind = number == NEW_SUBFILE_TYPE
            yield NextDirectory(at, self._number("I", inside, 0) if has_kind else 0)
            link_at = self._end_of(at, self._number(shape.tag_count, head, 0))
        raise NotWindowed("directories without end")

    def _end_of(self, at: int, tags: int) -> int:
        """Where the directory at `at` says where the next one is."""
        return at + self._count_bytes + tags * self._tag.size

    def _read_tags(self, shape: DirectoryShape, at: int) -> TagTable:
        if not at:
            raise NotWindowed("a TIFF without a directory")
        count = self._number(shape.tag_count, self._file.part(at, self._count_bytes), 0)
        if count > MAX_TAGS:
            raise NotWindowed(f"a directory of {count} tags")
        at += self._count_bytes
        data = self._file.part(at, count * self._tag.size)
        return tags_in(data, at, shape, self.byte_order)

    def _number(self, code: str, data: bytes, at: int) -> int:
        return int(struct.unpack_from(self.byte_order + code, data, at)[0])
