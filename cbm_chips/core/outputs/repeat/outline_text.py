"""An outline as text to the last digit, so that the same pixels lie in it, and from a text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from ...errors import RequestError
from ...reasons import Reason

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def wkt_of(outline: BaseGeometry) -> str:
    """`POLYGON ((5.66 52.69, ...))`, or MULTIPOLYGON; shapely's own rounds to 16 digits."""
    polygons = [_rings(one) for one in getattr(outline, "geoms", [outline])]
    if outline.geom_type == "Polygon":
        return f"POLYGON {polygons[0]}"
    return f"MULTIPOLYGON {_listed(polygons)}"


def outline_of(text: str) -> BaseGeometry:
    """The polygon of a WKT, or of a geometry or feature of GeoJSON.

    Raises:
        RequestError: field `outline`, for any other text.
    """
    try:
        return _of_geojson(json.loads(text)) if text.lstrip()[:1] == "{" else _of_wkt(text)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        allowed = Reason("a polygon or multipolygon as WKT or GeoJSON ({error})", error=error)
        raise RequestError("outline", text[:80], allowed) from None


def _of_wkt(text: str) -> BaseGeometry:
    from shapely.errors import ShapelyError
    from shapely.wkt import loads

    try:
        return loads(text)
    except ShapelyError as error:
        raise ValueError(str(error)) from None


def _of_geojson(content: Any) -> BaseGeometry:  # noqa: ANN401
    from shapely.geometry import shape

    return shape(content["geometry"] if content["type"] == "Feature" else content)


def _rings(polygon: BaseGeometry) -> str:
    return _listed(_ring(ring.coords) for ring in (polygon.exterior, *polygon.interiors))


def _ring(points: Iterable[tuple[float, ...]]) -> str:
    return _listed(f"{float(point[0])!r} {float(point[1])!r}" for point in points)


def _listed(texts: Iterable[str]) -> str:
    return f"({', '.join(texts)})"
