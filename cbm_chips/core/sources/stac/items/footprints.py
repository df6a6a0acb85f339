"""Outlines on the globe: GeoJSON as shapely, squares around a place, the antimeridian."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ....coordinates import with_coordinates
from ....projection import WGS84, transformer
from ....reasons import Reason
from ....scenes.chip_center import centre_of
from ..json_fields import items, mapping, number, numbers, text

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ....model import Place

Point = tuple[float, float]
Ring = list[Point]

_PLAIN_POINT = [float, float]
MOST_POINTS = 5_000
MOST_RINGS = 200
"""Beyond these an outline is no rough one any more, and its box has to do."""
MOST_TANGLED_POINTS = 30
"""Of a ring that crosses itself more points may cross one another in too many places."""
MOST_PIECES = 1_000
_MARGIN = 1.1
_MARGIN_M = 100.0
_POINTS_PER_EDGE = 4


@dataclass(frozen=True)
class Footprint:
    """An outline as far as it is valid.

    Attributes:
        shape: valid, in EPSG:4326, cut at the antimeridian if it crosses it; None if nothing stated
            makes sense.
        note: what was done with it, for people.
    """

    shape: BaseGeometry | None = None
    note: str = ""


class Footprints:
    """The footprints of several items. Of those that say the same it is computed once."""

    def __init__(self) -> None:
        """Start with none."""
        self._known: dict[str, Footprint] = {}

    def of(self, geometry: object, bbox: object) -> Footprint:
        """See `footprint_of`."""
        try:
            words = repr((geometry, bbox))
        except RecursionError:
            return footprint_of(geometry, bbox)
        if words not in self._known:
            self._known[words] = footprint_of(geometry, bbox)
        return self._known[words]


def footprint_of(geometry: object, bbox: object) -> Footprint:
    """GeoJSON's polygons, in whatever they are nested; else the box.

    In doubt it is too large: an entry is not lost on its outline. Rings that cross themselves
    keep all their lobes, what can't be read is made up for by the box, and a box that lies
    elsewhere than the polygons counts as well, as nobody knows which of them is right.
    """
    parsed = _polygons_in(geometry)
    if parsed is None:
        shape = _box(bbox) or _hull_of_many(geometry)
        return Footprint(shape, Reason("its outline has too many points, its box stands in"))
    parts = [part for rings in parsed.polygons if (part := _polygon(rings)) is not None]
    is_enough = parsed.is_whole and bool(parts) and _meets(bbox, parsed.polygons)
    if not is_enough:
        box = _box(bbox)
        parts += [] if box is None else [box]
    return Footprint(_united(parts) if parts else None)


def _meets(bbox: object, polygons: list[list[Ring]]) -> bool:
    """The box of an item touches that of one of its polygons; as nearly all do, quick to see."""
    box = numbers(bbox)
    if len(box) not in (4, 6):
        return True
    west, south, east, north = _sides(box)
    width = east - west if east >= west else east - west + 360  # across the antimeridian
    outer = [rings[0] for rings in polygons if rings and rings[0]]
    corners = (corner for ring in outer for corner in ring)
    if any((lon - west) % 360 <= width and south <= lat <= north for lon, lat in corners):
        return True
    for ring in outer:
        lons, lats = zip(*_unwind(ring, around=ring[0][0]))
        left, across = min(lons), max(lons) - min(lons)
        is_beside = (left - west) % 360 <= width or (west - left) % 360 <= across
        if is_beside and min(lats) <= north and south <= max(lats):
            return True
    return False


def _sides(box: Sequence[float]) -> tuple[float, float, float, float]:
    """West, south, east, north of a bbox of four numbers, or of six with heights."""
    return box[0], box[1], box[len(box) // 2], box[len(box) // 2 + 1]


def turned_round(shape: BaseGeometry) -> BaseGeometry | None:
    """The shape with latitude and longitude exchanged; None where that makes no sense."""
    west, _, east, _ = shape.bounds
    if west < -90 or east > 90:
        return None
    return with_coordinates(shape, lambda lons, lats: (lats, lons))


def square_around(place: Place, size_m: float) -> BaseGeometry:
    """A little more than the chip's square, in EPSG:4326, cut at the antimeridian.

    The chip may lie in a neighbouring zone's grid, which is turned by a few degrees.
    """
    from shapely.geometry import Polygon

    centre_lon, centre_lat = centre_of(place, size_m)
    zone = min(int((centre_lon + 180) // 6) + 1, 60)
    epsg = (32600 if centre_lat >= 0 else 32700) + zone
    x, y = transformer(WGS84, epsg).transform(centre_lon, centre_lat)
    half = size_m / 2 * _MARGIN + _MARGIN_M
    steps = [half * (2 * step / _POINTS_PER_EDGE - 1) for step in range(_POINTS_PER_EDGE)]
    edge = [(x + step, y - half) for step in steps] + [(x + half, y + step) for step in steps]
    edge += [(x - step, y + half) for step in steps] + [(x - half, y - step) for step in steps]
    lons, lats = transformer(epsg, WGS84).transform(*zip(*edge))
    unwound = [centre_lon + (lon - centre_lon + 180) % 360 - 180 for lon in lons]
    square: BaseGeometry = _cut(Polygon(list(zip(unwound, lats))))
    return square


@dataclass(frozen=True)
class _ParsedPolygons:
    """Rings of polygons, the outer one first; not whole where some of it can't be read."""

    polygons: list[list[Ring]]
    is_whole: bool


def _polygons_in(geometry: object) -> _ParsedPolygons | None:
    """The polygons of a geometry, or of what is collected in it; None for too many points."""
    polygons: list[list[object]] = []
    left, pieces = [geometry], 0
    while left and pieces <= MOST_PIECES:
        shape, pieces = mapping(left.pop()), pieces + 1
        listed = items(shape.get("coordinates"))
        kind = text(shape.get("type"))
        polygons += {"Polygon": [listed], "MultiPolygon": [*map(items, listed)]}.get(kind, [])
        left += items(shape.get("geometries"))[: MOST_PIECES + 1]
    rings = [ring for polygon in polygons for ring in polygon]
    points = sum(len(items(ring)) for ring in rings)
    if left or len(rings) > MOST_RINGS or points > MOST_POINTS:
        return None
    read = [[_ring(ring) for ring in polygon] for polygon in polygons]
    is_whole = points == sum(len(ring) for polygon in read for ring in polygon)
    return _ParsedPolygons(read, is_whole)


def _ring(points: object) -> Ring:
    read = [_point(point) for point in items(points)]
    return [point for point in read if point is not None]


def _point(value: object) -> Point | None:
    if isinstance(value, list) and [*map(type, value[:2])] == _PLAIN_POINT:
        lon, lat = value[:2]
        return (lon, lat) if abs(lon) <= 540 and abs(lat) <= 90 else None
    lon, lat = ([number(part) for part in items(value)[:2]] + [None, None])[:2]
    if lon is None or lat is None or abs(lon) > 540 or abs(lat) > 90:
        return None
    return lon, lat


def _box(bbox: object) -> BaseGeometry | None:
    box = numbers(bbox)
    if len(box) not in (4, 6):
        return None
    west, south, east, north = _sides(box)
    east += 360 if east < west else 0
    corners = _ring([[west, south], [east, south], [east, north], [west, north]])
    return _polygon([corners]) if len(corners) == len("wsen") else None


def _hull_of_many(geometry: object) -> BaseGeometry | None:
    """Around some of the points of whatever it is: as many as may be looked at in no time."""
    found: Ring = []
    left = deque([geometry])
    for _ in range(20 * MOST_POINTS):
        if not left or len(found) >= MOST_POINTS:
            break
        piece = left.popleft()
        point = _point(piece)
        if point is not None:
            found.append(point)
            continue
        listed = items(piece) or items(mapping(piece).get("coordinates"))
        listed = listed or items(mapping(piece).get("geometries"))
        left += listed[:: max(1, len(listed) // MOST_POINTS + 1)]
    return _hull(found) if len(set(found)) > 2 else None


def _hull(ring: Ring) -> BaseGeometry | None:
    from shapely.geometry import MultiPoint

    return _with_area(_cut(MultiPoint(_unwind(ring, around=ring[0][0])).convex_hull))


def _polygon(rings: Sequence[Ring]) -> BaseGeometry | None:
    from shapely.geometry import Polygon

    kept = [ring for ring in rings if len(set(ring)) > 2]
    if not kept or kept[0] is not rings[0]:
        return None
    outer = _unwind(kept[0], around=kept[0][0][0])
    polygon = Polygon(outer, [_unwind(ring, around=outer[0][0]) for ring in kept[1:]])
    return _with_area(_cut(polygon if polygon.is_valid else _enclosed(outer)))


def _enclosed(ring: Ring) -> BaseGeometry:
    """All that a ring goes around, however it crosses itself: each lobe counts."""
    from shapely.geometry import LineString, Polygon
    from shapely.ops import polygonize, unary_union

    if len(ring) > MOST_TANGLED_POINTS:
        return Polygon(ring).convex_hull
    return unary_union(list(polygonize(unary_union(LineString([*ring, ring[0]])))))


def _with_area(shape: BaseGeometry) -> BaseGeometry | None:
    """The shape; None for one that says nothing."""
    return shape if shape.area > 0.0 else None


def _united(parts: list[BaseGeometry]) -> BaseGeometry:
    if len(parts) == 1:
        return parts[0]
    from shapely.ops import unary_union

    return unary_union(parts)


def _unwind(ring: Ring, *, around: float) -> Ring:
    """The ring without jumps from +180 to -180, if it has any: no footprint is 180 degrees wide."""
    lons = [lon for lon, _ in ring]
    if max(lons) - min(lons) <= 180 and abs(lons[0] - around) <= 180:
        return ring
    return [(around + (lon - around + 180) % 360 - 180, lat) for lon, lat in ring]


def _cut(polygon: Any) -> Any:  # noqa: ANN401
    """The polygon folded into -180 ... 180 degrees."""
    if polygon.is_empty or not polygon.area:
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
