"""The three queries for parcels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Callable, Optional

from .chips import Call
from .replies import Reply, SqlError, empty_object, flask_json
from .tables import WGS84, Database, Row, Table

_MOST_ROWS = 100
_Columns = dict[str, list[Any]]


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


def _answer(call: Call, query: Callable[[], _Columns]) -> Reply:
    try:
        return flask_json(query())
    except SqlError:
        return empty_object(call.switches.generation)


def _at(call: Call, table: Table) -> _Columns:
    from shapely.geometry import Point

    point = Point(_number(call, "lon"), _number(call, "lat"))
    rows = [row for row in table.rows if row.outline.intersects(point)]
    return _columns(call, table, rows, [table.code(row) for row in rows])


def _with_id(call: Call, table: Table) -> _Columns:
    pid = call.asked.get("pid", "None")
    rows = [row for row in table.rows if row.pid == pid]
    return _columns(call, table, rows, [row.crop_code for row in rows])


def _within(call: Call, table: Table) -> _Columns:
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


def _columns(call: Call, table: Table, rows: Iterable[Row], codes: list[Any]) -> _Columns:
    found = list(rows)
    centres = [row.centre(table.srid) for row in found]
    columns: _Columns = {
        "pid": [row.pid for row in found],
        "cropname": [row.crop_name for row in found],
        "cropcode": codes,
        "srid": [table.srid for _ in found],
        "area": [row.area_m2() for row in found],
        "clon": [lon for lon, _ in centres],
        "clat": [lat for _, lat in centres],
    }
    if call.says_true("withGeometry"):
        srid = WGS84 if call.says_true("wgs84") else table.srid
        columns["geom"] = [row.geojson(srid) for row in found]
    return columns


def row_of(call: Call, database: Database) -> Optional[tuple[Row, Table]]:
    """The parcel a query names by its id, and its table."""
    table = database.table(call.asked)
    pid = call.asked.get("pid", "None")
    return next(((row, table) for row in table.rows if row.pid == pid), None)
