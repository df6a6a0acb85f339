"""Where a chip's centre lies: where the place is, or where the chip then shows the parcel.

A parcel's centroid need not lie in it: at that of a C, of a ring or of parts far apart a chip may
show nothing of it. All is reckoned in degrees, on a sphere, which is right within half a per cent.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ..coordinates import in_one_piece
from ..model import SNAP_M, Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

M_PER_DEGREE = 111_195.0
"""Of a great circle on the mean sphere."""
SURE = 0.9
"""This much of a chip is in it however the grid is turned against the meridians: by 6 degrees at
most, at the edge of Svalbard's zones."""
LARGEST_PARTS = 32
MOST_POINTS = 2_000
STEPS = 12
"""Along each side of a parcel's box, places are tried out."""

_Point = tuple[float, float]


def centre_of(place: Place, size_m: float) -> _Point:
    """Longitude and latitude of the chip's centre, before it is snapped to pixels.

    The place's own point where the chip there holds the parcel; else the centre of the parcel's
    box where the chip then holds it; else the place's own point where that lies in the parcel; else
    where the chip holds most of it, by a few hundred trial places. There is always some of the
    parcel in it.
    """
    if place.outline is None:
        return place.lon, place.lat
    outline = in_one_piece(place.outline)
    own = _beside(outline, place)
    if _ChipSquare(outline, size_m).shows_all(own):
        return place.lon, place.lat
    lon, lat = _elsewhere(place, size_m)
    if (lon, lat) == own:
        return place.lon, place.lat
    return (lon - 360.0 if lon > 180.0 else lon), lat


def _beside(outline: BaseGeometry, place: Place) -> _Point:
    """The place's own point, on the outline's side of the antimeridian."""
    west, _, east, _ = outline.bounds
    lon = place.lon + 360.0 if east > 180.0 and place.lon < west else place.lon
    return lon, place.lat


@lru_cache(maxsize=32)
def _elsewhere(place: Place, size_m: float) -> _Point:
    """Cached, as a request needs it several times."""
    outline = in_one_piece(place.outline)
    return _ChipSquare(outline, size_m).best(_beside(outline, place))


class _ChipSquare:
    """A square of some size that is moved over an outline."""

    def __init__(self, outline: BaseGeometry, size_m: float) -> None:
        self._outline = outline
        self._half = size_m / 2
        # What is left of it when it is snapped, and when it is turned as well.
        self._snapped = self._half - SNAP_M / 2
        self._sure = self._snapped * SURE

    def shows_all(self, point: _Point) -> bool:
        """True if the chip there holds the parcel, as far as is known without its grid."""
        return self._holds_all(point, self._sure) or self._holds(point, self._snapped)

    def best(self, own: _Point) -> _Point:
        """Where the chip shows all of the parcel, or most of it; `own` where that is as good."""
        west, south, east, north = self._outline.bounds
        middle = ((west + east) / 2, (south + north) / 2)
        if self.shows_all(middle):
            return middle
        for point in (own, middle):
            if self._holds(point, self._half):
                return point
        return own if self._is_on(own) else self._fullest(middle)

    def _fullest(self, middle: _Point) -> _Point:
        rough = _ChipSquare(self._rough(), 2 * self._half)
        best = max(dict.fromkeys(self._places(middle)), key=rough._area_within)
        if self._area_within(best):
            return best
        return _inner_point(self._largest_parts()[0])

    def _rough(self) -> BaseGeometry:
        """The outline, of not too many points, good enough to compare places."""
        rings = sum(len(part.exterior.coords) for part in self._parts)
        if rings <= MOST_POINTS:
            return self._outline
        return self._outline.simplify(self._half / 10 / M_PER_DEGREE)

    def _holds(self, point: _Point, half_m: float) -> bool:
        """It holds all if it is not turned, and some of it however it is turned."""
        is_held = self._holds_all(point, half_m)
        return is_held and (self._is_on(point) or self._area_within(point) > 0.0)

    def _is_on(self, point: _Point) -> bool:
        from shapely.geometry import Point

        return bool(self._outline.covers(Point(point)))

    def _holds_all(self, point: _Point, half_m: float) -> bool:
        west, south, east, north = (float(side) for side in self._outline.bounds)
        left, bottom, right, top = _square(point, half_m)
        return left <= west and bottom <= south and east <= right and north <= top

    def _area_within(self, point: _Point) -> float:
        """Of the parcel, on the ground but for a factor, in what is surely in the chip."""
        from shapely.geometry import box

        if self._sure <= 0.0:
            return 0.0
        square = box(*_square(point, self._sure))
        return float(self._outline.intersection(square).area * math.cos(math.radians(point[1])))

    @property
    def _parts(self) -> list[BaseGeometry]:
        return list(getattr(self._outline, "geoms", [self._outline]))

    def _largest_parts(self) -> list[BaseGeometry]:
        return sorted(self._parts, key=lambda part: -part.area)[:LARGEST_PARTS]

    def _places(self, middle: _Point) -> Iterator[_Point]:
        """Places where the chip may hold much: at equal worth the first is taken."""
        yield middle
        for part in self._largest_parts():
            west, south, east, north = part.bounds
            yield (west + east) / 2, (south + north) / 2
            yield _inner_point(part)
        west, south, east, north = self._outline.bounds
        lons, lats = _steps(west, east), _steps(south, north)
        yield from ((lon, lat) for lat in lats for lon in lons)


def _steps(low: float, high: float) -> list[float]:
    return [low + (high - low) * (step + 0.5) / STEPS for step in range(STEPS)]


def _inner_point(part: BaseGeometry) -> _Point:
    point = part.representative_point()
    return float(point.x), float(point.y)


def _square(point: _Point, half_m: float) -> tuple[float, float, float, float]:
    lon, lat = point
    up = half_m / M_PER_DEGREE
    across = up / max(math.cos(math.radians(lat)), 1e-6)
    return lon - across, lat - up, lon + across, lat + up
