"""Parcels of a CbM server: at a point, by id, in a polygon; and the statistics kept of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

from .errors import ChipsError, RequestError, SourceError
from .model import Place
from .projection import WGS84, epsg_of_definition, to_wgs84
from .sources.cbm_rest.answers import NotOffered, ServerFailed, Table
from .sources.cbm_rest.parameters import checked_kind, checked_text, degrees

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from .sources.cbm_rest import Service

MOST_PARCELS = 100
"""The server gives no more of a polygon, and does not say whether there are more."""

_MOST_CORNERS = 200
_WITH_OUTLINE = {"withGeometry": "True", "wgs84": "True"}  # only this spelling counts as true
_TIMES = ("date_part", "extract")  # PostgreSQL 14 renamed the function after which it is called
_IDS = ("pid", "ogc_fid", "parcelid")
_COUNTS = "scl"
"""The server gives counts by its own number of the observation, without its time; those that come
with the bands' statistics are dated."""


@dataclass(frozen=True)
class Dataset:
    """Which parcels of a server: area, year and, where there are several tables, their type."""

    aoi: str
    year: str
    ptype: str = ""

    def __post_init__(self) -> None:
        """Refuse what can't be sent; the server checks nothing."""
        for name in ("aoi", "year", "ptype"):
            object.__setattr__(self, name, checked_text(name, getattr(self, name)))

    @property
    def words(self) -> dict[str, str]:
        """As query parameters."""
        words = {"aoi": self.aoi, "year": self.year}
        return {**words, "ptype": self.ptype} if self.ptype else words

    def __str__(self) -> str:
        return " ".join(word for word in (self.aoi, self.year, self.ptype) if word)


@dataclass(frozen=True)
class Area:
    """An area a login may ask about.

    Attributes:
        aoi: its code.
        years: those with parcels.
        ptypes: types of parcels, empty where there is one table a year.
        time_series: kinds of series kept.
        id_examples: a few ids to try.
    """

    aoi: str
    years: tuple[str, ...]
    ptypes: tuple[str, ...]
    time_series: tuple[str, ...]
    id_examples: tuple[str, ...]


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


@dataclass(frozen=True)
class TimeSeries:
    """Statistics the server keeps of a parcel.

    Attributes:
        kind: `s2`, `bs`, `c6` or `scl`.
        columns: names; the first is `acquired` (aware UTC datetime).
        rows: one for each observation and band, of `scl` one for each observation. `hist` holds
            SCL class -> pixels.
    """

    kind: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def offered_areas(service: Service) -> tuple[Area, ...]:
    """What the login may ask about, as the server tells it; areas it can't read are left out."""
    areas = service.info().get("aois")
    if not isinstance(areas, Mapping):
        raise SourceError(f"{service.identity} does not tell its areas: type area and year")
    return tuple(_area(str(aoi), what) for aoi, what in areas.items() if isinstance(what, Mapping))


def parcels_at(service: Service, dataset: Dataset, *, lon: float, lat: float) -> tuple[Parcel, ...]:
    """All parcels at a point; empty where there is none."""
    place = Place(lon=lon, lat=lat)
    where = {"lon": degrees(place.lon), "lat": degrees(place.lat)}
    asked = {**dataset.words, **where, **_WITH_OUTLINE}
    return _parcels(service, dataset, _ask(service, dataset, "parcelByLocation", asked))


def parcel_by_id(service: Service, dataset: Dataset, pid: str) -> Parcel | None:
    """The parcel with this id, None if there is none."""
    pid = checked_text("pid", pid)
    asked = {**dataset.words, "pid": pid, **_WITH_OUTLINE}
    try:
        table = _ask(service, dataset, "parcelByID", asked)
    except NotOffered:  # earlier servers spelt it so, and called the id otherwise
        table = _ask(service, dataset, "parcelById", {**asked, "parcelid": pid})
    found = _parcels(service, dataset, table)
    return found[0] if found else None


def parcels_in(
    service: Service, dataset: Dataset, ring: Sequence[tuple[float, float]]
) -> tuple[Parcel, ...]:
    """Parcels that touch a polygon, at most `MOST_PARCELS`.

    Args:
        service: the server.
        dataset: which parcels.
        ring: lon, lat of the corners; closed here if it is not.

    Raises:
        RequestError: also for coordinates below zero, which the server would misread: it takes
            the minus sign for the comma between two corners.
    """
    asked = {"polygon": _ring_words(ring), "only_ids": "False", **_WITH_OUTLINE}
    table = _ask(service, dataset, "parcelsByPolygon", {**dataset.words, **asked})
    return _parcels(service, dataset, table)


def time_series(service: Service, dataset: Dataset, pid: str, *, kind: str = "s2") -> TimeSeries:
    """The statistics of a parcel, oldest first; no rows where the server has none."""
    pid = checked_text("pid", pid)
    if checked_kind(kind) == _COUNTS:
        counts = _counts(_series(service, dataset, pid, kind="s2"))
        if counts.rows:
            return counts
    return _series(service, dataset, pid, kind=kind)


def _counts(bands: TimeSeries) -> TimeSeries:
    """One row for each acquisition out of a series that has one for each of its bands."""
    columns = ("acquired", "hist")
    places = [bands.columns.index(name) for name in columns if name in bands.columns]
    if len(places) < len(columns):
        return TimeSeries(_COUNTS, columns, ())
    rows = {row[places[0]]: tuple(row[place] for place in places) for row in bands.rows}
    return TimeSeries(_COUNTS, columns, tuple(rows.values()))


def _series(service: Service, dataset: Dataset, pid: str, *, kind: str) -> TimeSeries:
    asked = {**dataset.words, "pid": pid, "tstype": kind}
    table = _ask(service, dataset, "parcelTimeSeries", asked)
    time = next((name for name in _TIMES if name in table.columns), "")
    others = tuple(name for name in table.columns if name != time)
    try:
        cells = [tuple(_cell(name, row[name]) for name in others) for row in table.rows]
        moments = [_moment(row[time]) for row in table.rows] if time else []
    except (TypeError, ValueError, OverflowError, AttributeError) as error:
        raise SourceError(f"{service.identity} answered with an odd series: {error}") from None
    if not time:
        return TimeSeries(kind, others, tuple(cells))
    dated = sorted(zip(moments, cells), key=lambda row: row[0])
    return TimeSeries(kind, ("acquired", *others), tuple((when, *row) for when, row in dated))


def _ask(service: Service, dataset: Dataset, name: str, asked: Mapping[str, str]) -> Table:
    try:
        return service.table(name, asked)
    except ServerFailed as error:
        raise SourceError(
            f"{error}: it may have no parcels of {dataset}, or know the user name "
            "in other capital and small letters"
        ) from error


def _area(aoi: str, what: Mapping[str, Any]) -> Area:
    examples = [
        str(example)
        for name, some in what.items()
        if name.startswith("id_examples")  # the rest of the name changes with every call
        for example in _list(some)
    ]
    return Area(
        aoi,
        years=_texts(what.get("years")),
        ptypes=_texts(what.get("datasets")),
        time_series=_texts(what.get("time_series")),
        id_examples=tuple(examples),
    )


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in _list(value) if item not in (None, ""))


def _parcels(service: Service, dataset: Dataset, table: Table) -> tuple[Parcel, ...]:
    try:
        return tuple(_parcel(row) for row in table.rows)
    except (KeyError, TypeError, ValueError) as error:
        raise SourceError(
            f"{service.identity} answered with odd parcels of {dataset} "
            f"({type(error).__name__}: {error})"
        ) from None


def _parcel(row: Mapping[str, Any]) -> Parcel:
    pid = str(row[next((name for name in _IDS if name in row), _IDS[0])])
    crop_name, area = _text(row.get("cropname")), _text(row.get("area"))
    area_m2 = float(area) if area else None
    details = [crop_name] if crop_name else []
    details += [f"{area_m2 / 1e4:.2f} ha"] if area_m2 is not None else []
    try:
        place = Place.of_parcel(_outline(row.get("geom"), row.get("srid")), pid)
    except (ChipsError, ValueError) as error:
        why = error.value if isinstance(error, RequestError) else error
        details.append(f"outline not usable: {why}")
        place = Place(lon=float(row["clon"]), lat=float(row["clat"]), label=pid)
    place = replace(place, details=", ".join(details))
    return Parcel(pid, crop_name, _text(row.get("cropcode")), area_m2, place)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _outline(geom: object, srid: object) -> BaseGeometry:
    """The outline in EPSG:4326; some servers ignore the wish for degrees.

    Raises:
        ValueError: when there is none, or it makes no sense.
    """
    from shapely.errors import ShapelyError
    from shapely.geometry import shape

    if not geom:
        raise ValueError("the server gave none")
    try:
        outline = shape(json.loads(geom) if isinstance(geom, str) else geom)
    except (ShapelyError, TypeError, KeyError, AttributeError, IndexError, ValueError) as error:
        raise ValueError(f"it is no GeoJSON ({type(error).__name__})") from None
    if outline.is_empty:
        raise ValueError("it is empty")
    west, south, east, north = outline.bounds
    if west >= -180 and east <= 180 and south >= -90 and north <= 90:
        return outline
    epsg = epsg_of_definition(f"EPSG:{srid}")
    if epsg in (0, WGS84):
        raise ValueError("its coordinates are no degrees, and their CRS is unknown")
    return to_wgs84(outline, epsg)


def _ring_words(ring: Iterable[tuple[float, float]]) -> str:
    corners = [Place(lon=lon, lat=lat) for lon, lat in ring]
    texts = [f"{degrees(corner.lon)}_{degrees(corner.lat)}" for corner in corners]
    if texts and texts[0] != texts[-1]:
        texts.append(texts[0])
    if not 4 <= len(texts) <= _MOST_CORNERS:
        raise RequestError("ring", f"{len(texts)} corners", f"from 3 to {_MOST_CORNERS - 1}")
    if any("-" in text for text in texts):
        allowed = "east of Greenwich and north of the equator, as the service reads no minus sign"
        raise RequestError("ring", "coordinates below zero", allowed)
    return "-".join(texts)


def _moment(seconds: object) -> datetime:
    return datetime.fromtimestamp(float(str(seconds)), tz=timezone.utc)


def _cell(name: str, value: object) -> object:
    """`hist` as SCL class -> pixels, whose keys JSON made texts; all else as it is."""
    if name != "hist" or value is None:
        return value
    counts: Any = json.loads(value) if isinstance(value, str) else value
    return {int(key): int(count) for key, count in counts.items()}
