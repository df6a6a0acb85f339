"""Chips of a parcel in one question, where a server can; else the parcel first, then its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...errors import RequestError, SourceError
from .cells import number_in
from .parameters import Period, Spot
from .responses import ChipList, NotOffered

if TYPE_CHECKING:
    from .service import Service


def raw_chips_of_parcel(
    service: Service,
    parcel: Mapping[str, str],
    period: Period,
    *,
    level: str,
    band: str,
    size_m: int,
) -> ChipList:
    """rawChipByParcelID where the server answers it, else parcelByID and rawChipByLocation.

    Both centre the chip on the parcel's centroid, unsnapped; runs of ours ask by place instead,
    around the centre of a grid. `parcel` holds aoi, year, pid and perhaps ptype, checked.

    Raises:
        RequestError: when there is no such parcel.
    """
    try:
        return service.raw_chips_by_parcel(parcel, period, level=level, band=band, size_m=size_m)
    except NotOffered:
        rows = service.table("parcelByID", parcel).rows
    if not rows:
        raise RequestError("pid", parcel.get("pid"), "the id of a parcel of this area and year")
    lon, lat = number_in(rows[0].get("clon")), number_in(rows[0].get("clat"))
    if lon is None or lat is None or abs(lon) > 180 or abs(lat) > 90:
        raise SourceError(f"{service.identity} does not say where the parcel is")
    spot = Spot(lon, lat, size_m)
    return service.raw_chips(spot, period, level=level, band=band)
