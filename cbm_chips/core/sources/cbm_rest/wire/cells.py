"""What a single value in a server's table means; one that makes no sense is a `ValueError`."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from ....projection import WGS84, epsg_of_definition, to_wgs84
from ....reasons import Reason
from ...http.response_body import parse_json

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

MOST_CORNERS = 50_000
"""Of one outline; a parcel has tens of them."""
MOST_CLASSES = 256

_LONGEST_TEXT = 200
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
"""What no table can hold, or what turns the writing round."""
_FARTHEST_M = 1e8
"""Beyond any CRS's coordinates, where PROJ may still give degrees."""
_EPSG = re.compile(r"\d{4,6}", re.ASCII)
_Ring = list[tuple[float, float]]


def text_in(value: object) -> str:
    """A text, a number as one; columns of fixed width come padded. Empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    text = " ".join(_UNSEEN.sub(" ", str(value)).split())
    return text if len(text) <= _LONGEST_TEXT else text[: _LONGEST_TEXT - 3] + "..."


def number_in(value: object) -> float | None:
    """A number, or a text that is one (as decimals are sent); None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    if isinstance(value, str) and "_" in value:  # Python's own way of writing numbers
        return None
    return number if math.isfinite(number) else None


def moment_in(value: object) -> datetime:
    """Seconds since 1970 as an aware UTC datetime."""
    seconds = number_in(value)
    if seconds is None:
        raise ValueError(Reason("a time that is none"))
    try:
        return datetime.fromtimestamp(seconds, tz=timezone.utc)
    except (ValueError, OverflowError, OSError):
        raise ValueError(Reason("a time that is none")) from None


def counts_in(value: object) -> dict[int, int] | None:
    """SCL class -> pixels, whose keys JSON made texts; None where the server has none."""
    if value is None:
        return None
    counts = _object_in(value, Reason("class counts that are none"))
    if not isinstance(counts, Mapping) or len(counts) > MOST_CLASSES:
        raise ValueError(Reason("class counts that are none"))
    return dict(_count(key, count) for key, count in counts.items())


def _count(key: object, count: object) -> tuple[int, int]:
    code, pixels = number_in(key), number_in(count)
    is_whole = code is not None and pixels is not None and code == int(code) >= 0
    if code is None or pixels is None or not is_whole or pixels != int(pixels) or pixels < 0:
        raise ValueError(Reason("class counts that are none"))
    return int(code), int(pixels)


def outline_in(geom: object, srid: object) -> BaseGeometry:
    """The outline in EPSG:4326; some servers ignore `wgs84`.

    Heights and whatever else follows x and y in a position are left out (RFC 7946, 3.1.1).

    Raises:
        ValueError: when there is none, or it makes no sense.
    """
    from shapely.geometry import MultiPolygon, Polygon

    if not geom:
        raise ValueError(Reason("the server gave none"))
    shape = _object_in(geom, Reason("it is no GeoJSON"))
    polygons = [rings for rings in _polygons(shape) if rings and rings[0]]
    parts = [Polygon(rings[0], [hole for hole in rings[1:] if hole]) for rings in polygons]
    if not parts:
        raise ValueError(Reason("it is empty"))
    is_one = isinstance(shape, Mapping) and shape.get("type") == "Polygon"
    return _in_degrees(parts[0] if is_one else MultiPolygon(parts), srid)


def _in_degrees(outline: BaseGeometry, srid: object) -> BaseGeometry:
    if _is_on_the_globe(outline):
        return outline
    code = text_in(srid)
    epsg = epsg_of_definition(f"EPSG:{code}") if _EPSG.fullmatch(code) else 0
    if epsg in (0, WGS84):
        raise ValueError(Reason("its coordinates are no degrees, and their CRS is unknown"))
    is_metres = max(map(abs, outline.bounds)) < _FARTHEST_M
    turned = to_wgs84(outline, epsg) if is_metres else outline
    if not _is_on_the_globe(turned):
        raise ValueError(Reason("its coordinates are nowhere on the globe"))
    return turned


def _is_on_the_globe(outline: BaseGeometry) -> bool:
    west, south, east, north = outline.bounds
    return bool(-180 <= west <= east <= 180 and -90 <= south <= north <= 90)


def _object_in(value: object, complaint: str) -> object:
    """What came as JSON in a text, as most servers send it, or as it is."""
    try:
        return parse_json(value) if isinstance(value, str) else value
    except ValueError:
        raise ValueError(complaint) from None


def _polygons(shape: object) -> list[list[_Ring]]:
    """Polygons -> rings -> x, y."""
    kind = shape.get("type") if isinstance(shape, Mapping) else None
    if kind == "Feature" and isinstance(shape, Mapping):
        return _polygons(shape.get("geometry"))
    if kind not in ("Polygon", "MultiPolygon") or not isinstance(shape, Mapping):
        known = isinstance(kind, str) and kind.isalpha() and len(kind) <= 20
        raise ValueError(
            Reason("it is a {kind}", kind=kind) if known else Reason("it is no GeoJSON")
        )
    written = shape.get("coordinates")
    corners = iter(range(MOST_CORNERS))
    polygons = [written] if kind == "Polygon" else _items(written)
    return [[_ring(ring, corners) for ring in _items(polygon)] for polygon in polygons]


def _ring(written: object, corners: Iterator[int]) -> _Ring:
    ring = [_position(position, corners) for position in _items(written)]
    if ring and len(set(ring)) < 3:
        raise ValueError(Reason("it has a ring of less than three corners"))
    return ring


def _position(written: object, corners: Iterator[int]) -> tuple[float, float]:
    if next(corners, None) is None:
        raise ValueError(Reason("it has more than {most} corners", most=MOST_CORNERS))
    numbers = [number_in(one) for one in _items(written)[:2]]
    x, y = numbers if len(numbers) == 2 else (None, None)
    if x is None or y is None:
        raise ValueError(Reason("it is no GeoJSON"))
    return x, y


def _items(value: Any) -> list[Any]:  # noqa: ANN401
    if not isinstance(value, list):
        raise ValueError(Reason("it is no GeoJSON"))
    return value
