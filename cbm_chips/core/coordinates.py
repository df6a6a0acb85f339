"""A geometry with other coordinates: one way for shapely 1.8 to 2.2."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from shapely.geometry.base import BaseGeometry

    Change = Callable[[NDArray[np.float64], NDArray[np.float64]], Any]


def with_coordinates(geometry: BaseGeometry, change: Change) -> BaseGeometry:
    """`geometry` with x and y as `change` gives them for float64 arrays [n] of both; heights go."""
    import numpy as np
    import shapely

    if not hasattr(shapely, "transform"):
        return _of_shapely_1(geometry, change)
    return shapely.transform(
        geometry, lambda points: np.column_stack(change(points[:, 0], points[:, 1]))
    )


def _of_shapely_1(geometry: BaseGeometry, change: Change) -> BaseGeometry:
    import numpy as np
    from shapely.ops import transform

    return transform(
        lambda xs, ys, *_: change(np.asarray(xs, float), np.asarray(ys, float)), geometry
    )


def in_one_piece(geometry: BaseGeometry) -> BaseGeometry:
    """In degrees; what is wider than half the earth crosses the antimeridian: in 0..360 instead."""
    import numpy as np

    west, _, east, _ = geometry.bounds
    if east - west <= 180.0:
        return geometry
    return with_coordinates(
        geometry, lambda lons, lats: (np.where(lons < 0.0, lons + 360.0, lons), lats)
    )
