"""Rings of polygons out of whatever geometry comes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Floats = NDArray[np.float64]


def shape_of(geometry: object) -> BaseGeometry | None:
    """A geometry of shapely, from one, WKB or GeoJSON; raises whatever shapely raises."""
    if geometry is None or hasattr(geometry, "geom_type"):
        return geometry
    if isinstance(geometry, (bytes, bytearray, memoryview)):
        from shapely import wkb

        return wkb.loads(bytes(geometry))
    from shapely.geometry import shape

    known: BaseGeometry = shape(geometry)
    return known


def rings_of(shape: BaseGeometry) -> Iterator[tuple[Floats, bool]]:
    """Points of each ring of the polygons within, and whether it is a hole."""
    parts: Any = getattr(shape, "geoms", None)
    if parts is not None:
        for part in parts:
            yield from rings_of(part)
    elif shape.geom_type == "Polygon" and not shape.is_empty:
        yield _xy(shape.exterior), False
        for hole in shape.interiors:
            yield _xy(hole), True


def has_area(points: Floats) -> bool:
    """A closed ring is not flat."""
    xs, ys = (points - points[0]).T
    return bool(np.dot(xs[:-1], ys[1:]) != np.dot(xs[1:], ys[:-1]))


def _xy(ring: Any) -> Floats:  # noqa: ANN401 - a ring of shapely
    points: Floats = np.array(ring.coords, np.float64)[:, :2]
    return points
