"""A parcel's `info.json`, in the form in which the CbM service answers `parcelByID`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ...projection import WGS84, to_grid_crs

if TYPE_CHECKING:
    from ...model import Place

EQUAL_AREA = 3035
"""The service measures areas in it."""


def info_of(place: Place, pid: str) -> dict[str, list[Any]]:
    """Columns of one row. The crop is not known; older clients call the id `ogc_fid`."""
    info: dict[str, list[Any]] = {
        "pid": [pid],
        "ogc_fid": [pid],
        "cropname": [""],
        "cropcode": [""],
        "srid": [WGS84],
        "area": [0],
        "clon": [place.lon],
        "clat": [place.lat],
    }
    if place.outline is None:
        return info
    from shapely.geometry import mapping

    centre = place.outline.centroid
    info["area"] = [round(to_grid_crs(place.outline, EQUAL_AREA).area)]
    info["clon"], info["clat"] = [centre.x], [centre.y]
    info["geom"] = [json.dumps(mapping(place.outline))]
    return info
