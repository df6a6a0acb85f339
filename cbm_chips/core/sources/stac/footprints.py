"""Outlines on the globe: GeoJSON as shapely, squares around a place, the antimeridian."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from ...projection import WGS84, transformer
from .foreign import items, mapping, number, numbers

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...model import Place

Ring = list[tuple[float, float]]

_MARGIN = 1.1
_MARGIN_M = 100.0
_POINTS_PER_EDGE = 4


def footprint_of(geometry: object, bbox: object) -> BaseGeometry | None:
    """A GeoJSON polygon or multipolygon, else the box; cut at the antimeridian if it crosses it.

    None if neither makes sense.
    """
    parts = [part for rings in _polygons(geometry) if (part := _polygon(rings)) is not None]
    if not parts:
        part = _polygon([_box_ring(bbox)])
        parts = [part] if part is not None else []
    parts = [part for part in parts if not part.is_empty]
    return _united(parts) if parts else None


def square_around(place: Place, size_m: float) -> BaseGeometry:
    """A little more than the chip's square, in EPSG:4326, cut at the antimeridian.

    The chip may lie in a neighbouring zone's grid, which is turned by a few degrees.
    """
    from shapely.geometry import Polygon

    zone = min(int((place.lon + 180) // 6) + 1, 60)
    epsg = (32600 if place.lat >= 0 else 32700) + zone
    x, y = transformer(WGS84, epsg).transform(place.lon, place.lat)
    half = size_m / 2 * _MARGIN + _MARGIN_M
    steps = [half * (2 * step / _POINTS_PER_EDGE - 1) for step in range(_POINTS_PER_EDGE)]
    edge = [(x + step, y - half) for step in steps] + [(x + half, y + step) for step in steps]
    edge += [(x - step, y + half) for step in steps] + [(x - half, y - step) for step in steps]
    lons, lats = transformer(epsg, WGS84).transform(*zip(*edge))
    unwound = [place.lon + (lon - place.lon + 180) % 360 - 180 for lon in lons]
    square: BaseGeometry = _cut(Polygon(list(zip(unwound, lats))))
    return square


def _united(parts: list[Any]) -> Any:  # noqa: ANN401
    if len(parts) == 1:
        return parts[0]
    from shapely.ops import unary_union

    return unary_union(parts)


def _polygons(geometry: object) -> list[list[Ring]]:
    shape = mapping(geometry)
    coordinates = items(shape.get("coordinates"))
    listed = {"Polygon": [coordinates], "MultiPolygon": coordinates}
    polygons = listed.get(shape["type"], []) if isinstance(shape.get("type"), str) else []
    return [[_ring(ring) for ring in items(rings)] for rings in polygons]


def _ring(points: object) -> Ring:
    read = [_point(point) for point in items(points)]
    kept = [point for point in read if point is not None]
    return kept if len(kept) == len(read) else []


def _point(value: object) -> tuple[float, float] | None:
    lon, lat = ([number(part) for part in items(value)[:2]] + [None, None])[:2]
    if lon is None or lat is None or abs(lon) > 540 or abs(lat) > 90:
        return None
    return lon, lat


def _box_ring(bbox: object) -> Ring:
    box = numbers(bbox)
    if len(box) not in (4, 6):
        return []
    west, south, east, north = box[0], box[1], box[len(box) // 2], box[len(box) // 2 + 1]
    east += 360 if east < west else 0
    return _ring([[west, south], [east, south], [east, north], [west, north]])


def _polygon(rings: Sequence[Ring]) -> Any:  # noqa: ANN401
    from shapely.geometry import Polygon

    if not rings or any(len(set(ring)) < 3 for ring in rings):
        return None
    outer = _unwind(rings[0], around=rings[0][0][0])
    holes = [_unwind(ring, around=outer[0][0]) for ring in rings[1:]]
    polygon = Polygon(outer, holes)
    return _cut(polygon if polygon.is_valid else polygon.buffer(0))


def _unwind(ring: Ring, *, around: float) -> Ring:
    """The ring without jumps from +180 to -180, if it has any: no footprint is 180 degrees wide."""
    lons = [lon for lon, _ in ring]
    if max(lons) - min(lons) <= 180 and abs(lons[0] - around) <= 180:
        return ring
    return [(around + (lon - around + 180) % 360 - 180, lat) for lon, lat in ring]


def _cut(polygon: Any) -> Any:  # noqa: ANN401
    """The polygon folded into -180 ... 180 degrees."""
    if polygon.is_empty:
        return polygon
    west, _, east, _ = polygon.bounds
    if west >= -180 and east <= 180:
        return polygon
    return _folded(polygon, west, east)


def _folded(polygon: Any, west: float, east: float) -> Any:  # noqa: ANN401
    from shapely.affinity import translate
    from shapely.geometry import box
    from shapely.ops import unary_union

    turns = range(math.floor((west + 180) / 360), math.ceil((east + 180) / 360))
    parts = []
    for turn in turns:
        world = box(360 * turn - 180, -90, 360 * turn + 180, 90)
        parts.append(translate(polygon.intersection(world), xoff=-360.0 * turn))
    return unary_union([part for part in parts if part.area > 0])
