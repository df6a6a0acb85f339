"""Tables of parcels and the three queries for them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Optional

from .chips import Call
from .replies import CrashError, Reply, SqlError, empty_object, flask_json

_MOST_ROWS = 100
_EQUAL_AREA = 3035
_WGS84 = 4326


@dataclass(frozen=True)
class Area:
    """What the configuration says of an area code.

    Attributes:
        years, ptypes: the datasets; the empty variant is always there.
        time_series: kinds of extracted series.
        srid: of the stored geometries.
    """

    years: tuple[str, ...]
    ptypes: tuple[str, ...]
    time_series: tuple[str, ...]
    srid: int


AREAS = {
    "ms": Area(("2020", "2022"), ("b",), ("s2", "bs", "c6"), 28992),
    "nl": Area(("2021",), (), ("s2",), 32631),
    "be": Area(("2021",), (), (), 31370),
}
WITHOUT_TABLE = {"be"}
"""Configured, but nobody loaded the parcels."""


@dataclass(frozen=True)
class Row:
    """A parcel of a table; `ring` in EPSG:4326."""

    pid: str
    crop_name: str
    crop_code: str
    ring: tuple[tuple[float, float], ...]

    @cached_property
    def outline(self) -> Any:
        """Polygon in EPSG:4326."""
        from shapely.geometry import Polygon

        return Polygon(self.ring)

    def area_m2(self) -> int:
        """Measured in the equal-area projection of Europe."""
        return int(_projected(self.outline, _WGS84, _EQUAL_AREA).area)

    def centre(self, srid: int) -> tuple[float, float]:
        """Centroid of the stored geometry, as lon and lat."""
        stored = _projected(self.outline, _WGS84, srid)
        point = _projected(stored.centroid, srid, _WGS84)
        return point.x, point.y

    def geojson(self, srid: int) -> str:
        """A MultiPolygon as text; 9 decimals, as PostGIS writes them."""
        outline = self.outline if srid == _WGS84 else _projected(self.outline, _WGS84, srid)
        ring = [[round(x, 9), round(y, 9)] for x, y in outline.exterior.coords]
        return json.dumps({"type": "MultiPolygon", "coordinates": [[ring]]}, separators=(",", ":"))


@dataclass(frozen=True)
class Table:
    """The parcels of one dataset.

    Attributes:
        codes_are_numbers: the column of crop codes is of a numeric type.
    """

    rows: tuple[Row, ...]
    srid: int
    codes_are_numbers: bool = False

    def code(self, row: Row) -> Any:
        """The crop code in the column's own type."""
        return int(row.crop_code) if self.codes_are_numbers else row.crop_code


class Database:
    """The tables of all areas, filled from the parcels beside an archive."""

    def __init__(self, archive: Path) -> None:
        document = json.loads((archive / "parcels.geojson").read_text(encoding="utf-8"))
        self._fields = tuple(_row(feature) for feature in document["features"])

    @property
    def fields(self) -> tuple[Row, ...]:
        """The parcels of the archive, the centre's own first."""
        return self._fields

    def table(self, asked: Mapping[str, str]) -> Table:
        """The table a query means.

        Raises:
            CrashError: the dataset is not configured.
            SqlError: it is, but there is no such table.
        """
        aoi = asked.get("aoi", "").lower()
        if aoi not in AREAS or asked.get("year") not in AREAS[aoi].years:
            raise CrashError("dataset not configured")
        ptype = asked.get("ptype", "")
        if aoi in WITHOUT_TABLE or ptype not in ("", *AREAS[aoi].ptypes):
            raise SqlError("relation does not exist")
        rows = _blocks(self._fields) if ptype else self._fields
        return Table(rows, AREAS[aoi].srid, codes_are_numbers=bool(ptype))


def _row(feature: Mapping[str, Any]) -> Row:
    facts = feature["properties"]
    ring = tuple((x, y) for x, y in feature["geometry"]["coordinates"][0])
    return Row(facts["id"], facts["crop_name"], facts["crop_code"], ring)


@lru_cache(maxsize=4)
def _blocks(fields: tuple[Row, ...]) -> tuple[Row, ...]:
    """The fields again, and a block over the nearest ones: two parcels at most places."""
    from shapely.ops import unary_union

    hull = unary_union([field.outline for field in fields[:9]]).convex_hull
    block = Row("B0001", "Field block", "9999", tuple(hull.exterior.coords))
    return (*(Row("b" + row.pid, *_rest(row)) for row in fields), block)


def _rest(row: Row) -> tuple[str, str, tuple[tuple[float, float], ...]]:
    return row.crop_name, row.crop_code, row.ring


def parcel_by_location(call: Call, database: Database) -> Reply:
    """All parcels at a point."""
    return _answer(call, lambda: _at(call, database.table(call.asked)))


def parcel_by_id(call: Call, database: Database) -> Reply:
    """One parcel; its crop code is always text here."""
    return _answer(call, lambda: _with_id(call, database.table(call.asked)))


def parcels_by_polygon(call: Call, database: Database) -> Reply:
    """At most 100 parcels that touch a polygon, without a hint that there are more."""
    call.text("polygon")
    return _answer(call, lambda: _within(call, database.table(call.asked)))


def _answer(call: Call, query: Any) -> Reply:
    try:
        return flask_json(query())
    except SqlError:
        return empty_object(call.switches.generation)


def _at(call: Call, table: Table) -> dict[str, list[Any]]:
    from shapely.geometry import Point

    point = Point(_number(call, "lon"), _number(call, "lat"))
    rows = [row for row in table.rows if row.outline.intersects(point)]
    return _columns(call, table, rows, [table.code(row) for row in rows])


def _with_id(call: Call, table: Table) -> dict[str, list[Any]]:
    pid = call.asked.get("pid", "None")
    rows = [row for row in table.rows if row.pid == pid]
    return _columns(call, table, rows, [row.crop_code for row in rows])


def _within(call: Call, table: Table) -> dict[str, list[Any]]:
    area = _polygon(call.text("polygon"))
    rows = [row for row in table.rows if row.outline.intersects(area)][:_MOST_ROWS]
    if call.says_true("only_ids", "True"):
        return {"pid": [row.pid for row in rows]}
    return _columns(call, table, rows, [table.code(row) for row in rows])


def _polygon(text: str) -> Any:
    """`lon_lat-lon_lat-...` closed; a minus sign is taken for a comma and spoils it."""
    from shapely.geometry import Polygon

    words = text.replace("_", " ").replace("-", ",").split(",")
    try:
        ring = [tuple(map(float, word.split())) for word in words]
    except ValueError as error:
        raise SqlError("parse error") from error
    if len(ring) < 4 or ring[0] != ring[-1] or {len(point) for point in ring} != {2}:
        raise SqlError("not a ring")
    return Polygon(ring)


def _number(call: Call, name: str) -> float:
    try:
        return float(call.asked.get(name, "None"))
    except ValueError as error:
        raise SqlError(f"not a number: {name}") from error


def _columns(
    call: Call, table: Table, rows: Iterable[Row], codes: list[Any]
) -> dict[str, list[Any]]:
    found = list(rows)
    centres = [row.centre(table.srid) for row in found]
    columns: dict[str, list[Any]] = {
        "pid": [row.pid for row in found],
        "cropname": [row.crop_name for row in found],
        "cropcode": codes,
        "srid": [table.srid for _ in found],
        "area": [row.area_m2() for row in found],
        "clon": [lon for lon, _ in centres],
        "clat": [lat for _, lat in centres],
    }
    if call.says_true("withGeometry"):
        srid = _WGS84 if call.says_true("wgs84") else table.srid
        columns["geom"] = [row.geojson(srid) for row in found]
    return columns


def row_of(call: Call, database: Database) -> Optional[tuple[Row, Table]]:
    """The parcel a query names by its id, and its table."""
    table = database.table(call.asked)
    pid = call.asked.get("pid", "None")
    return next(((row, table) for row in table.rows if row.pid == pid), None)


def _projected(geometry: Any, from_epsg: int, to_epsg: int) -> Any:
    from shapely.ops import transform

    return transform(_transformer(from_epsg, to_epsg).transform, geometry)


@lru_cache(maxsize=32)
def _transformer(from_epsg: int, to_epsg: int) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(from_epsg, to_epsg, always_xy=True)
