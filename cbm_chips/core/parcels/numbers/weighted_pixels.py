"""All pixels that parcels cover something of, with the share they cover, by exactextract.

https://isciences.github.io/exactextract, an optional package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ...array_lists import as_list
from ...errors import MissingPackage
from ...reasons import Reason
from .pixels import ParcelPixels

if TYPE_CHECKING:
    from ...model import Grid
    from ..outlines.layer import Parcels

AT_ONCE = 1000
"""Parcels."""


def require_exactextract() -> None:
    """Raises `MissingPackage` where shares of pixels can't be computed."""
    try:
        import exactextract  # noqa: F401
    except ImportError:
        raise MissingPackage(
            Reason(
                "area-weighted pixels take the Python package exactextract, which is not "
                "installed; without it pixels count by their centre, or if they lie inside"
            )
        ) from None


def weighted_pixels_of(parcels: Parcels, grid: Grid) -> ParcelPixels:
    """The pixels of `grid` that each parcel covers, and which share of each.

    Args:
        parcels: in the grid's CRS.
        grid: holds them all.

    Raises:
        MissingPackage: without exactextract.
    """
    require_exactextract()
    cells = [np.zeros(0, np.int64)] * len(parcels)
    shares = [np.zeros(0)] * len(parcels)
    there = as_list(np.flatnonzero(np.diff(parcels.parcel_starts) > 0))
    for start in range(0, len(there), AT_ONCE):
        some = there[start : start + AT_ONCE]
        for number, found in zip(some, _covered(parcels, some, grid)):
            cell, share = np.asarray(found["cell_id"], np.int64), np.asarray(found["coverage"])
            kept = share > 0
            cells[number], shares[number] = cell[kept], share[kept].astype(np.float64)
    flat = np.concatenate([np.zeros(0, np.int64), *cells])
    counts = np.array([len(one) for one in cells], np.int64)
    return ParcelPixels(
        np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
        (flat // grid.width_px).astype(np.int32),
        (flat % grid.width_px).astype(np.int32),
        np.zeros(len(parcels), bool),
        np.concatenate([np.zeros(0), *shares]),
    )


def _covered(parcels: Parcels, some: list[int], grid: Grid) -> list[dict[str, Any]]:
    from exactextract import exact_extract
    from exactextract.raster import NumPyRasterSource

    nothing = np.broadcast_to(np.uint8(0), (grid.height_px, grid.width_px))
    left, bottom, right, top = grid.bounds
    features = [
        {
            "type": "Feature",
            "properties": {},
            "geometry": parcels.outline(number).__geo_interface__,
        }
        for number in some
    ]
    source = NumPyRasterSource(nothing, left, bottom, right, top)
    found = exact_extract(source, features, ["cell_id", "coverage"])
    return [one["properties"] for one in found]
