"""Polygons of one ring, the most there are in any layer, out of WKB: all at once."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ...array_lists import as_list

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Counts = NDArray[np.int64]
    Mask = NDArray[np.bool_]

_POLYGON = struct.pack("<BII", 1, 3, 1)
_FORMS = (_POLYGON, struct.pack("<BII", 1, 6, 1) + _POLYGON)
"""What stands before the count of points (OGC 06-103r4, 8.2): a polygon of one ring, and a
multipolygon of one such; both little-endian and flat."""
_COUNT_BYTES, _POINT_BYTES = 4, 16
_LONGEST_HEAD = max(map(len, _FORMS)) + _COUNT_BYTES
_AT_ONCE = 256
"""Polygons whose validity is asked together."""


@dataclass(frozen=True, eq=False)
class PlainPolygons:
    """Of some geometries those that are valid polygons of one ring.

    Attributes:
        is_plain: bool[geometries], which of them.
        points: float64[n, 2], of those, one after the other.
        lengths: int64[plain ones], points of each.
    """

    is_plain: Mask
    points: NDArray[np.float64]
    lengths: Counts


def plain_polygons(blobs: Sequence[bytes]) -> PlainPolygons:
    """Out of WKB; empty bytes for a geometry that is in another form."""
    sizes = np.array([len(blob) for blob in blobs], np.int64)
    ends = np.cumsum(sizes)
    raw = np.frombuffer(b"".join((*blobs, bytes(_LONGEST_HEAD))), np.uint8)
    heads = raw[(ends - sizes)[:, np.newaxis] + np.arange(_LONGEST_HEAD)]
    points = np.zeros(len(blobs), np.int64)
    for form in _FORMS:
        is_of_form = (heads[:, : len(form)] == np.frombuffer(form, np.uint8)).all(axis=1)
        counts = heads[:, len(form) : len(form) + _COUNT_BYTES].copy().view("<u4")[:, 0]
        is_of_form &= sizes == len(form) + _COUNT_BYTES + counts.astype(np.int64) * _POINT_BYTES
        points[is_of_form] = counts[is_of_form]
    firsts, lasts = (
        raw[at[:, np.newaxis] + np.arange(_POINT_BYTES)]
        for at in (ends - points * _POINT_BYTES, ends - _POINT_BYTES)
    )
    is_plain = (points > 0) & (firsts == lasts).all(axis=1)
    in_form = np.flatnonzero(is_plain)
    is_plain[in_form] = _valid([blobs[number] for number in as_list(in_form)])
    lengths = points[is_plain]
    inside = _between((ends - points * _POINT_BYTES)[is_plain], ends[is_plain], len(raw))
    return PlainPolygons(is_plain, raw[inside].view("<f8").reshape(-1, 2), lengths)


def _between(starts: Counts, stops: Counts, size: int) -> Mask:
    """True from each start to before its stop."""
    steps = np.zeros(size + 1, np.int8)
    steps[starts] += 1
    steps[stops] -= 1
    inside: Mask = np.cumsum(steps[:-1], dtype=np.int8).astype(bool)
    return inside


def _valid(blobs: Sequence[bytes]) -> list[bool]:
    """Which polygons are valid; most are, so that they are asked together, and halved if not."""
    if len(blobs) > _AT_ONCE:
        parts = (blobs[start : start + _AT_ONCE] for start in range(0, len(blobs), _AT_ONCE))
        return [known for part in parts for known in _valid(part)]
    if not blobs or _all_valid(blobs):
        return [True] * len(blobs)
    if len(blobs) == 1:
        return [False]
    middle = len(blobs) // 2
    return _valid(blobs[:middle]) + _valid(blobs[middle:])


def _all_valid(blobs: Sequence[bytes]) -> bool:
    """Parts of a collection may overlap: it is valid when each of them is."""
    from shapely import wkb
    from shapely.errors import ShapelyError

    try:
        whole = wkb.loads(struct.pack("<BII", 1, 7, len(blobs)) + b"".join(blobs))
    except ShapelyError:
        return False
    return bool(whole.is_valid)
