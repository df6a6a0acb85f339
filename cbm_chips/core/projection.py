"""Coordinates between EPSG:4326 and the CRSs of tiles; x, y (lon, lat) order always."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WGS84 = 4326


@lru_cache(maxsize=256)
def transformer(from_epsg: int, to_epsg: int) -> Any:  # noqa: ANN401 - pyproj is imported late
    """pyproj's transformer, made once for each pair."""
    from pyproj import Transformer

    return Transformer.from_crs(from_epsg, to_epsg, always_xy=True)


def to_grid_crs(geometry: BaseGeometry, epsg: int) -> BaseGeometry:
    """`geometry` from EPSG:4326 in the CRS `epsg`, metres."""
    from shapely.ops import transform

    return transform(transformer(WGS84, epsg).transform, geometry)


def to_wgs84(geometry: BaseGeometry, epsg: int) -> BaseGeometry:
    """`geometry` from the CRS `epsg` in EPSG:4326."""
    from shapely.ops import transform

    return transform(transformer(epsg, WGS84).transform, geometry)
