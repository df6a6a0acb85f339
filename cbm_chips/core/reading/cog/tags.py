"""The first directory of a TIFF, in bytes fetched step by step (TIFF 6.0, section 2; BigTIFF)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from ..contract import NotWindowed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from numpy.typing import NDArray

ByteOrder = Literal["<", ">"]

MAX_VALUE_BYTES = 16 << 20
"""The longest value of a header: two million blocks."""
READ_AHEAD_BYTES = 4096
"""Fetched beyond every missing range: the next value most often lies there."""
MAX_TAGS = 256
MAX_DIRECTORIES = 64
MAX_TEXT_BYTES = 1 << 16
"""Also for GeoKeys, whose number of values is not known before."""
ASCII, SHORT, LONG, DOUBLE, LONG8 = 2, 3, 4, 12, 16
_CODES = {ASCII: "S1", SHORT: "u2", LONG: "u4", DOUBLE: "f8", LONG8: "u8"}
_BYTES = {kind: np.dtype(code).itemsize for kind, code in _CODES.items()}
_NUMBERS = {SHORT: "H", LONG: "I", LONG8: "Q"}
WHOLE_NUMBERS = (SHORT, LONG, LONG8)


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


@dataclass(frozen=True)
class _Shape:
    """How classic and Big TIFF differ: where things stand and how wide they are."""

    head_bytes: int
    offset_at: int
    offset: str
    tag_count: str
    value_count: str

    @property
    def value_bytes(self) -> int:
        return struct.calcsize(self.offset)

    def tag(self, order: ByteOrder) -> struct.Struct:
        """Number, type and count of a tag, and its value or where that is."""
        return struct.Struct(f"{order}HH{self.value_count}{self.value_bytes}s")


_SHAPES = {42: _Shape(8, 4, "I", "H", "I"), 43: _Shape(16, 8, "Q", "Q", "Q")}
_BYTE_ORDERS: Mapping[bytes, ByteOrder] = {b"II": "<", b"MM": ">"}


class _Tag(NamedTuple):
    """`length` in bytes, 0 for a type that we don't read."""

    kind: int
    values: int
    at: int
    length: int


NEW_SUBFILE_TYPE = 254


class NextDirectory(NamedTuple):
    """A further directory: what its image is to the first (TIFF 6.0, `NewSubfileType`)."""

    at: int
    kind: int


class Directory:
    """The tags of the first directory; their values are read when asked for."""

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
        if version not in _SHAPES:
            raise NotWindowed("not a TIFF")
        self._shape = shape = _SHAPES[version]
        if shape.head_bytes == 16 and head[4:8] != struct.pack(order + "HH", 8, 0):
            raise NotWindowed("BigTIFF with offsets of unknown width")
        at = self._number(shape.offset, head, shape.offset_at)
        self._tags = self._read_tags(shape, at)
        self._next_at = self._end_of(at, len(self._tags))

    def __contains__(self, tag: int) -> bool:
        return tag in self._tags

    def __iter__(self) -> Iterator[int]:
        return iter(self._tags)

    def require(self, tags: Collection[int]) -> None:
        """Ask for the missing values of `tags` together.

        Raises:
            NeedBytes, NotWindowed: as `FileBytes.part`.
        """
        there = [self._tags[tag] for tag in tags if tag in self._tags]
        self._file.require((tag.at, tag.length) for tag in there if tag.kind in _CODES)

    def check(self, tag: int, kinds: Collection[int], *, count: int | None = None) -> None:
        """Make sure of a tag's type and number of values, before any is asked for.

        Raises:
            NotWindowed: when it is missing, of another type, or has another number of values.
        """
        found = self._tags.get(tag)
        if found is None:
            raise NotWindowed(f"no tag {tag}")
        if found.kind not in kinds:
            raise NotWindowed(f"tag {tag} of type {found.kind}")
        if count is None and not 0 < found.length <= MAX_TEXT_BYTES:
            raise NotWindowed(f"tag {tag} with {found.values} values")
        if count is not None and found.values != count:
            raise NotWindowed(f"tag {tag} with {found.values} values instead of {count}")

    def data(self, tag: int, kinds: Collection[int], *, count: int | None = None) -> bytes:
        """The values of a tag as they stand in the file.

        Raises:
            NeedBytes: when they are not there yet.
            NotWindowed: as `check`.
        """
        self.check(tag, kinds, count=count)
        found = self._tags[tag]
        return self._file.part(found.at, found.length)

    def values(
        self, tag: int, kinds: Collection[int], *, count: int | None = None
    ) -> NDArray[np.generic]:
        """The same as numbers, in the file's byte order."""
        data = self.data(tag, kinds, count=count)
        return np.frombuffer(data, self.byte_order + _CODES[self._tags[tag].kind])

    def number(self, tag: int, default: int | None = None) -> int:
        """The one whole number of a tag."""
        if default is not None and tag not in self._tags:
            return default
        data = self.data(tag, WHOLE_NUMBERS, count=1)
        return self._number(_NUMBERS[self._tags[tag].kind], data, 0)

    def text(self, tag: int) -> str:
        """The characters of a tag, which end with their only NUL."""
        found = self.data(tag, (ASCII,))
        if found.find(b"\0") != len(found) - 1:
            raise NotWindowed(f"tag {tag} is no text")
        return found[:-1].decode("latin-1")

    def following(self) -> Iterator[NextDirectory]:
        """The other directories, one after another; of each only its first tag is read.

        Raises:
            NeedBytes: when it is not there yet.
            NotWindowed: when they have no end.
        """
        shape = self._shape
        link_bytes, count_bytes = shape.value_bytes, struct.calcsize("<" + shape.tag_count)
        tag, link_at = shape.tag(self.byte_order), self._next_at
        for _ in range(MAX_DIRECTORIES):
            at = self._number(shape.offset, self._file.part(link_at, link_bytes), 0)
            if not at:
                return
            head = self._file.part(at, count_bytes + tag.size)
            number, _kind, _values, inside = tag.unpack_from(head, count_bytes)
            has_kind = number == NEW_SUBFILE_TYPE
            yield NextDirectory(at, self._number("I", inside, 0) if has_kind else 0)
            link_at = self._end_of(at, self._number(shape.tag_count, head, 0))
        raise NotWindowed("directories without end")

    def _end_of(self, at: int, tags: int) -> int:
        """Where the directory at `at` says where the next one is."""
        shape = self._shape
        return at + struct.calcsize("<" + shape.tag_count) + tags * shape.tag(self.byte_order).size

    def _read_tags(self, shape: _Shape, at: int) -> Mapping[int, _Tag]:
        if not at:
            raise NotWindowed("a TIFF without a directory")
        count_bytes = struct.calcsize("<" + shape.tag_count)
        count = self._number(shape.tag_count, self._file.part(at, count_bytes), 0)
        if count > MAX_TAGS:
            raise NotWindowed(f"a directory of {count} tags")
        at += count_bytes
        data = self._file.part(at, count * shape.tag(self.byte_order).size)
        return _tags_in(data, at, shape, self.byte_order)

    def _number(self, code: str, data: bytes, at: int) -> int:
        return int(struct.unpack_from(self.byte_order + code, data, at)[0])


@lru_cache(maxsize=64)
def _tags_in(data: bytes, at: int, shape: _Shape, order: ByteOrder) -> Mapping[int, _Tag]:
    """The tags of a directory that begins at `at`; remembered, as those of a band are alike.

    Raises:
        NotWindowed: when they are not in order.
    """
    tag = shape.tag(order)
    tags: dict[int, _Tag] = {}
    last = -1
    for index, (number, kind, values, inside) in enumerate(tag.iter_unpack(data)):
        if number <= last:
            raise NotWindowed("tags repeated or out of order")
        last = number
        length = values * _BYTES.get(kind, 0)
        if length > shape.value_bytes:
            value_at = struct.unpack_from(order + shape.offset, inside)[0]
        else:
            value_at = at + (index + 1) * tag.size - shape.value_bytes
        tags[number] = _Tag(kind, values, value_at, length)
    return tags
