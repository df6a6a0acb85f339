"""An outline's pixels as GDAL burns it: what the tests count by."""

from __future__ import annotations

from typing import Any

import numpy as np


def pixels_within(shape: Any, values: Any, affine: Any) -> Any:
    """Those whose centre lies in the shape, which has the CRS of the pixels.

    Args:
        shape: of shapely, or GeoJSON.
        values: [h, w].
        affine: from pixels to coordinates.

    Returns:
        [n], row by row.
    """
    return values[is_within(shape, values.shape, affine)]


def is_within(shape: Any, size_px: tuple[int, int], affine: Any) -> Any:
    """Which of h x w pixels have their centre in the shape: [h, w]."""
    from rasterio.features import geometry_mask

    return geometry_mask([shape], size_px, affine, invert=True)


def class_counts(shape: Any, values: Any, affine: Any, *, nodata: int) -> dict[int, int]:
    """Class code -> how many of the shape's pixels have it."""
    codes, counts = np.unique(pixels_within(shape, values, affine), return_counts=True)
    return {code: count for code, count in zip(codes.tolist(), counts.tolist()) if code != nodata}
