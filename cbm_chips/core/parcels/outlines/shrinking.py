"""Parcels without a strip along their edge, where pixels show the neighbours as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .layer import Parcels

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


def shrunk(parcels: Parcels, buffer_m: float) -> Parcels:
    """The parcels without what lies within `buffer_m` of their edges; in metres.

    Of some nothing may be left: those have no outline then.
    """
    if not buffer_m:
        return parcels
    has_outline = np.diff(parcels.parcel_starts) > 0
    shapes: list[BaseGeometry | None] = [
        parcels.outline(number).buffer(-buffer_m) if has_outline[number] else None
        for number in range(len(parcels))
    ]
    return Parcels.of(zip(parcels.ids, shapes), parcels.crs)
