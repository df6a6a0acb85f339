"""The bytes of a TIFF file: fields in a directory, and one strip of pixels behind it."""

from __future__ import annotations

from collections.abc import Mapping
from struct import Struct, pack

Field = tuple[int, bytes]
"""A type, and the values as they stand in the file."""

_ASCII, _SHORT, _LONG, _DOUBLE = 2, 3, 4, 12
_SIZES = {_ASCII: 1, _SHORT: 2, _LONG: 4, _DOUBLE: 8}
_STRIP_OFFSETS, _STRIP_BYTES = 273, 279
_HEAD_BYTES, _COUNT_BYTES, _ENTRY_BYTES, _NEXT_BYTES = 8, 2, 12, 4
_ENTRY, _NUMBER_ENTRY, _PLACE = Struct("<HHI4s"), Struct("<HHII"), Struct("<I")
_FITS_BYTES = 4
"""So much stands in the directory itself; longer values stand behind it."""


def shorts(*values: int) -> Field:
    """Numbers of 16 bits without sign."""
    return _SHORT, pack(f"<{len(values)}H", *values)


def doubles(*values: float) -> Field:
    """Numbers of 64 bits."""
    return _DOUBLE, pack(f"<{len(values)}d", *values)


def text(value: str) -> Field:
    """Text; what is not ASCII goes as UTF-8, as GDAL does it."""
    return _ASCII, value.encode() + b"\0"


def tiff(fields: Mapping[int, Field], strip: bytes) -> bytes:
    """A whole file, little-endian; the tags that tell of the strip are added here."""
    count = len(fields) + 2
    at = _HEAD_BYTES + _COUNT_BYTES + count * _ENTRY_BYTES + _NEXT_BYTES
    entries, values = {}, []
    for tag, (kind, data) in fields.items():
        room, length = data, len(data)
        if length > _FITS_BYTES:
            room = _PLACE.pack(at)
            values += [data, bytes(length % 2)]  # the next begins at an even place
            at += length + length % 2
        entries[tag] = _ENTRY.pack(tag, kind, length // _SIZES[kind], room)
    for tag, number in ((_STRIP_OFFSETS, at), (_STRIP_BYTES, len(strip))):
        entries[tag] = _NUMBER_ENTRY.pack(tag, _LONG, 1, number)
    head = b"II*\0" + pack("<IH", _HEAD_BYTES, count)
    directory = (entries[tag] for tag in sorted(entries))
    return b"".join((head, *directory, bytes(_NEXT_BYTES), *values, strip))
