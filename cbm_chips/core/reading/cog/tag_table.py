"""The tags of a TIFF's directory, without the bytes of the file (TIFF 6.0, section 2; BigTIFF)."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np

from ..contract import NotWindowed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

ByteOrder = Literal["<", ">"]

MAX_TEXT_BYTES = 1 << 16
"""Also for GeoKeys, whose number of values is not known before."""
ASCII, SHORT, LONG, DOUBLE, LONG8 = 2, 3, 4, 12, 16
CODES = {ASCII: "S1", SHORT: "u2", LONG: "u4", DOUBLE: "f8", LONG8: "u8"}
_BYTES = {kind: np.dtype(code).itemsize for kind, code in CODES.items()}
_NUMBERS = {SHORT: "H", LONG: "I", LONG8: "Q"}
WHOLE_NUMBERS = (SHORT, LONG, LONG8)


@dataclass(frozen=True)
class DirectoryShape:
    """How classic and Big TIFF differ: where things stand and how wide they are."""

    head_bytes: int
    offset_at: int
    offset: str
    tag_count: str
    value_count: str
    value_bytes: int

    def tag(self, order: ByteOrder) -> struct.Struct:
        """Number, type and count of a tag, and its value or where that is."""
        return struct.Struct(f"{order}HH{self.value_count}{self.value_bytes}s")


SHAPES = {
    42: DirectoryShape(8, 4, "I", "H", "I", 4),
    43: DirectoryShape(16, 8, "Q", "Q", "Q", 8),
}


class Tag(NamedTuple):
    """One tag.

    Attributes:
        length: in bytes, 0 for a type that we don't read.
        at: where in the file its values stand.
        number: its value, if it is one whole number that stands in the directory itself.
    """

    kind: int
    values: int
    at: int
    length: int
    number: int | None


class TagTable:
    """The tags of a directory, by their numbers. Equal only to itself."""

    def __init__(self, byte_order: ByteOrder, tags: Mapping[int, Tag]) -> None:
        self.byte_order, self._tags = byte_order, tags

    def __contains__(self, tag: int) -> bool:
        return tag in self._tags

    def __iter__(self) -> Iterator[int]:
        return iter(self._tags)

    def __len__(self) -> int:
        return len(self._tags)

    def get(self, tag: int) -> Tag | None:
        """A tag, None if it is missing."""
        return self._tags.get(tag)

    def checked(self, tag: int, kinds: Collection[int], *, count: int | None = None) -> Tag:
        """A tag of which the type and the number of values are right.

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
        return found

    def number(self, tag: int, default: int | None = None) -> int:
        """The one whole number of a tag.

        Raises:
            NotWindowed: as `checked`, and when it stands elsewhere: no writer puts it there.
        """
        if default is not None and tag not in self._tags:
            return default
        number = self.checked(tag, WHOLE_NUMBERS, count=1).number
        if number is None:
            raise NotWindowed(f"tag {tag} outside its directory")
        return number


@lru_cache(maxsize=64)
def tags_in(data: bytes, at: int, shape: DirectoryShape, order: ByteOrder) -> TagTable:
    """The tags of a directory whose first one stands at `at`.

    Remembered, as those of a band are alike: what is found out of a table holds for all of them.

    Raises:
        NotWindowed: when they are not in order.
    """
    tag = shape.tag(order)
    tags: dict[int, Tag] = {}
    last = -1
    for index, (name, kind, values, inside) in enumerate(tag.iter_unpack(data)):
        if name <= last:
            raise NotWindowed("tags repeated or out of order")
        last = name
        length = values * _BYTES.get(kind, 0)
        number = None
        if length > shape.value_bytes:
            value_at = struct.unpack_from(order + shape.offset, inside)[0]
        else:
            value_at = at + (index + 1) * tag.size - shape.value_bytes
            if values == 1 and kind in _NUMBERS:
                number = int(struct.unpack_from(order + _NUMBERS[kind], inside)[0])
        tags[name] = Tag(kind, values, value_at, length, number)
    return TagTable(order, tags)


@dataclass(frozen=True)
class TagValues:
    """Values of some tags of a table, as they stand in the file."""

    tags: TagTable
    stored: tuple[tuple[int, bytes], ...]

    def __contains__(self, tag: int) -> bool:
        return tag in self.tags

    def data(self, tag: int, kinds: Collection[int], *, count: int | None = None) -> bytes:
        """The values of a tag.

        Raises:
            NotWindowed: as `TagTable.checked`.
        """
        self.tags.checked(tag, kinds, count=count)
        return dict(self.stored)[tag]

    def doubles(self, tag: int, count: int) -> tuple[float, ...]:
        """The numbers of a tag."""
        data = self.data(tag, (DOUBLE,), count=count)
        return struct.unpack(f"{self.tags.byte_order}{count}d", data)

    def text(self, tag: int) -> str:
        """The characters of a tag, which end with their only NUL."""
        found = self.data(tag, (ASCII,))
        if found.find(b"\0") != len(found) - 1:
            raise NotWindowed(f"tag {tag} is no text")
        return found[:-1].decode("latin-1")
