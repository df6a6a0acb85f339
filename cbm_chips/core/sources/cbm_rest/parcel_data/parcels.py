"""Parcels of a CbM server: at a point or by id; and the statistics kept of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ....errors import ChipsError, RequestError, SourceError
from ....model import Place
from ....model.area import rounded_hectares
from ....reasons import Reason, joined
from ..wire.cells import number_in, outline_in, text_in
from ..wire.parameters import checked_text, degrees
from ..wire.responses import ColumnTable, NotOffered
from .datasets import Dataset, ask_about
from .offers import Area, offered_areas
from .records import TimeSeries, time_series

if TYPE_CHECKING:
    from ..service import Service

__all__ = [
    "Area",
    "Dataset",
    "Parcel",
    "ParcelList",
    "TimeSeries",
    "offered_areas",
    "parcel_by_id",
    "parcel_of_row",
    "parcels_at",
    "time_series",
]

_MOST_ROWS = 1000
_WITH_OUTLINE = {"withGeometry": "True", "wgs84": "True"}  # only this spelling counts as true
_IDS = ("pid", "ogc_fid", "parcelid")


@dataclass(frozen=True)
class Parcel:
    """A parcel as the server knows it.

    Attributes:
        pid: its id.
        crop_name, crop_code: the crop declared, empty if unknown.
        area_m2: measured by the server in an equal-area CRS; None if unknown.
        place: outline in EPSG:4326, label = pid, details = `Grassland, 7.48 ha`. A parcel whose
            outline makes no sense has none, and its details say why.
    """

    pid: str
    crop_name: str
    crop_code: str
    area_m2: float | None
    place: Place


class ParcelList(tuple[Parcel, ...]):
    """Parcels, and in `notes` what was left out of the response, and why."""

    notes: tuple[str, ...]

    def __new__(cls, parcels: Iterable[Parcel] = (), notes: Iterable[str] = ()) -> ParcelList:
        """Frozen, as all values between modules."""
        made = super().__new__(cls, parcels)
        made.notes = tuple(notes)
        return made


def parcels_at(service: Service, dataset: Dataset, *, lon: float, lat: float) -> ParcelList:
    """All parcels at a point; empty where there is none."""
    place = Place(lon=lon, lat=lat)
    where = {"lon": degrees(place.lon), "lat": degrees(place.lat)}
    asked = {**dataset.query, **where, **_WITH_OUTLINE}
    return _parcels(service, dataset, ask_about(service, dataset, "parcelByLocation", asked))


def parcel_by_id(service: Service, dataset: Dataset, pid: str) -> Parcel | None:
    """The parcel with this id, None if there is none."""
    pid = checked_text("pid", pid)
    asked = {**dataset.query, "pid": pid, **_WITH_OUTLINE}
    try:
        table = ask_about(service, dataset, "parcelByID", asked)
    except NotOffered:  # earlier servers spelt it so, and called the id otherwise
        table = ask_about(service, dataset, "parcelById", {**asked, "parcelid": pid})
    found = _parcels(service, dataset, table)
    return found[0] if found else None


def _parcels(service: Service, dataset: Dataset, table: ColumnTable) -> ParcelList:
    found, odd = [], []
    for row in table.rows[:_MOST_ROWS]:
        try:
            found.append(parcel_of_row(row))
        except (ChipsError, ValueError) as error:
            odd.append(str(error))
    if odd and not found:
        raise SourceError(
            Reason(
                "{server} answered with odd parcels of {dataset}: {why}",
                server=service.identity,
                dataset=dataset,
                why=odd[0],
            )
        )
    notes = []
    if odd:
        why = joined(dict.fromkeys(odd))
        notes.append(Reason("{count} parcels left out: {why}", count=len(odd), why=why))
    if len(table.rows) > _MOST_ROWS:
        notes.append(
            Reason(
                "of {count} parcels only the first {most} are looked at",
                count=len(table.rows),
                most=_MOST_ROWS,
            )
        )
    return ParcelList(found, notes)


def parcel_of_row(row: Mapping[str, Any]) -> Parcel:
    """What a row of the service says.

    Raises:
        ValueError: for one without an id or without any place, which makes no sense.
    """
    pid = text_in(next((row[name] for name in _IDS if name in row), None))
    if not pid:
        raise ValueError(Reason("a parcel without an id"))
    crop_name, area_m2 = text_in(row.get("cropname")), number_in(row.get("area"))
    details = [crop_name] if crop_name else []
    if area_m2 is not None:
        hectares, decimals = rounded_hectares(area_m2)
        details.append(Reason("{hectares} ha", hectares=Decimal(f"{hectares:.{decimals}f}")))
    try:
        place = Place.of_parcel(outline_in(row.get("geom"), row.get("srid")), pid)
    except (ChipsError, ValueError) as error:
        why = error.value if isinstance(error, RequestError) else error
        details.append(Reason("outline not usable: {why}", why=why))
        place = _point_of(row, pid)
    place = replace(place, details=joined(details))
    return Parcel(pid, crop_name, text_in(row.get("cropcode")), area_m2, place)


def _point_of(row: Mapping[str, Any], pid: str) -> Place:
    lon, lat = number_in(row.get("clon")), number_in(row.get("clat"))
    if lon is None or lat is None or abs(lon) > 180 or abs(lat) > 90:
        raise ValueError(
            Reason("parcel {pid} is nowhere: neither outline nor centre make sense", pid=pid)
        )
    return Place(lon=lon, lat=lat, label=pid)
