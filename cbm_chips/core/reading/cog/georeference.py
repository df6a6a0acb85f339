"""Georeference of a GeoTIFF (OGC 19-008, GeoTIFF 1.1), read as GDAL reads it."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..contract import NotWindowed
from ..no_data import own_scale
from .tag_table import SHORT

if TYPE_CHECKING:
    import numpy as np

    from .tag_table import ByteOrder, TagValues

PIXEL_SCALE, TIEPOINT, TRANSFORMATION = 33550, 33922, 34264
GEO_KEYS, GEO_DOUBLES, GEO_ASCII = 34735, 34736, 34737
METADATA, NODATA = 42112, 42113
READ = (PIXEL_SCALE, TIEPOINT, TRANSFORMATION, GEO_KEYS, GEO_ASCII, METADATA, NODATA)
TAGS = (*READ, GEO_DOUBLES)

MODEL, RASTER_TYPE, PROJECTED_CRS, LINEAR_UNIT, ANGULAR_UNIT = 1024, 1025, 3072, 3076, 2054
PIXEL_IS_POINT = 2
_SETTLED = {MODEL: (1,), RASTER_TYPE: (1, 2), LINEAR_UNIT: (9001,), ANGULAR_UNIT: (9102,)}
"""The only values that say nothing against the EPSG code: projected, metre, degree."""
_WORDS_ONLY = (1026, 2049, 3073)
"""Citations. Keys of the geographic CRS may contradict the code, and GDAL then follows neither."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d*)?([eE][+-]?\d{1,3})?")
_ROLE = re.compile(r'<Item\b[^>]*\brole="(scale|offset)"[^>]*>([^<]*)</Item>')
"""Scale and offset of a band in GDAL's XML."""

Transform = tuple[float, float, float, float, float, float]
GeoKeys = Mapping[int, int]


def transform_of(values: TagValues, keys: GeoKeys) -> Transform:
    """a, b, c, d, e, f of the file: north up, with its corner and not a pixel's centre.

    Raises:
        NotWindowed: when it is turned, or placed in another way.
    """
    if TRANSFORMATION in values:
        if PIXEL_SCALE in values or TIEPOINT in values:
            raise NotWindowed("placed in two ways")
        m = values.doubles(TRANSFORMATION, 16)
        a, b, left, d, e, top = m[0], m[1], m[3], m[4], m[5], m[7]
    else:
        scale_x, scale_y, _ = values.doubles(PIXEL_SCALE, 3)
        col, row, _, x, y, _ = values.doubles(TIEPOINT, 6)
        a, b, d, e = scale_x, 0.0, 0.0, -scale_y
        left, top = x - col * a, y - row * e
    if b or d or a <= 0 or e >= 0:
        raise NotWindowed("not north up")
    if keys.get(RASTER_TYPE) == PIXEL_IS_POINT:
        left, top = left - a * 0.5, top - e * 0.5
    transform = (a, 0.0, left, 0.0, e, top)
    if not all(map(math.isfinite, transform)):
        raise NotWindowed("placed at no finite coordinate")
    return transform


def epsg_of(keys: GeoKeys) -> int | None:
    """The code of the projected CRS; None for a file without any.

    Raises:
        NotWindowed: when the CRS is not given by its code alone.
    """
    if not set(keys) - {RASTER_TYPE}:
        return None
    if MODEL not in keys or set(keys) - {PROJECTED_CRS, *_SETTLED, *_WORDS_ONLY}:
        raise NotWindowed("a CRS described by its parameters")
    for key, settled in _SETTLED.items():
        if keys.get(key, settled[0]) not in settled:
            raise NotWindowed(f"a CRS with GeoKey {key} = {keys[key]}")
    code = keys.get(PROJECTED_CRS, 0)
    if not 1024 <= code < 32767:
        raise NotWindowed("a CRS without an EPSG code")
    return code


def nodata_of(values: TagValues, dtype: np.dtype[np.integer[Any]]) -> float | None:
    """The value of the GDAL_NODATA tag; None where there is none.

    Raises:
        NotWindowed: when no pixel could hold it.
    """
    import numpy as np

    if NODATA not in values:
        return None
    words = values.text(NODATA).strip()
    value = float(words) if _NUMBER.fullmatch(words) else math.nan
    limits = np.iinfo(dtype)
    if not (limits.min <= value <= limits.max and value == int(value)):
        raise NotWindowed(f"a nodata value that no pixel holds: {words[:40]!r}")
    return value


def scale_of(values: TagValues) -> tuple[float, float] | None:
    """Scale and offset that GDAL's metadata tell; None for 1 and 0, or for nothing.

    Raises:
        NotWindowed: when they are no numbers.
    """
    if METADATA not in values:
        return None
    roles = dict(_ROLE.findall(values.text(METADATA)))
    found = {role: words.strip() for role, words in roles.items()}
    if not all(map(_NUMBER.fullmatch, found.values())):
        raise NotWindowed("a scale that is no number")
    return own_scale(float(found.get("scale", 1)), float(found.get("offset", 0)))


def keys_of(values: TagValues) -> GeoKeys:
    """GeoKeys with their numbers; those of citations say nothing.

    Raises:
        NotWindowed: when GDAL might see them in another way.
    """
    if GEO_KEYS not in values:
        return {}
    words = values.text(GEO_ASCII) if GEO_ASCII in values else ""
    return _keys_in(values.data(GEO_KEYS, (SHORT,)), values.tags.byte_order, words)


@lru_cache(maxsize=64)
def _keys_in(data: bytes, order: ByteOrder, words: str) -> GeoKeys:
    """See `keys_of`; remembered, as those of a tile's files are alike."""
    shorts = struct.unpack(f"{order}{len(data) // 2}H", data)
    if len(shorts) < 4 or shorts[:2] != (1, 1) or len(shorts) != 4 + 4 * shorts[3]:
        raise NotWindowed("GeoKeys of an unknown form")
    # Some writers put units and projections into citations, as "name = value".
    if "=" in words or not (words.isascii() and words.isprintable()):
        raise NotWindowed("a CRS described by words")
    keys: dict[int, int] = {}
    for at in range(4, len(shorts), 4):
        key, stored_in, count, value = shorts[at : at + 4]
        plain = (stored_in, count) == (0, 1) and key not in _WORDS_ONLY
        cited = stored_in == GEO_ASCII and key in _WORDS_ONLY and value + count <= len(words)
        if key <= max(keys, default=0) or not (plain or cited):
            raise NotWindowed("GeoKeys of an unknown form")
        keys[key] = value
    return keys
