"""The queries for parcels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Callable, Optional

from .chips import Call
from .replies import CrashError, Reply, SqlError, empty_object, query_json
from .tables import EQUAL_AREA, WGS84, Database, Row, Table, projected

_MOST_ROWS = 100
_SMALLEST_PEER_M2 = 3000
_PEERS, _MOST_PEERS, _PEERS_WITHIN_M = 10, 10_000, 2000
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
        return query_json(query(), is_old=call.switches.is_old)
    except SqlError:
        return empty_object(call.switches.generation)


def _at(call: Call, table: Table) -> _Columns:
    from shapely.geometry import Point

    lon, lat = _number(call, "lon"), _number(call, "lat")
    if abs(lon) > 360 or abs(lat) > 90:  # PROJ: invalid coordinate
        raise SqlError("transform")
    point = Point(lon, lat)
    rows = [row for row in table.rows if row.outline.intersects(point)]
    return _columns(call, table, rows, [table.code(row) for row in rows])


def _with_id(call: Call, table: Table) -> _Columns:
    rows = [row for row in table.rows if row.pid == _pid(call)]
    return _columns(call, table, rows, [row.crop_code for row in rows])


def _within(call: Call, table: Table) -> _Columns:
    area = _polygon(call.text("polygon"))
    rows = [row for row in table.rows if row.outline.intersects(area)][:_MOST_ROWS]
    if call.says_true("only_ids", "True"):
        return {"pid": [row.pid for row in rows], **_geometry(call, table, rows)}
    return _columns(call, table, rows, [table.code(row) for row in rows])


def _pid(call: Call) -> str:
    """The id as it gets into the SQL: a quote ends the text there."""
    pid = call.asked.get("pid", "None")
    if "'" in pid:
        raise SqlError("unterminated quoted string")
    return pid


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
    return {
        "pid": [row.pid for row in found],
        "cropname": [row.crop_name for row in found],
        "cropcode": codes,
        "srid": [table.srid for _ in found],
        **_geometry(call, table, found),
        "area": [row.area_m2() for row in found],
        "clon": [lon for lon, _ in centres],
        "clat": [lat for _, lat in centres],
    }


def _geometry(call: Call, table: Table, rows: Iterable[Row]) -> _Columns:
    if not call.says_true("withGeometry"):
        return {}
    srid = WGS84 if call.says_true("wgs84") else table.srid
    return {"geom": [row.geojson(table.srid, srid) for row in rows]}


def parcel_peers(call: Call, database: Database) -> Reply:
    """Parcels of the same crop nearby, the nearest first."""
    return _answer(call, lambda: _peers(call, database))


def _peers(call: Call, database: Database) -> _Columns:
    try:
        within = float(call.asked.get("distance", _PEERS_WITHIN_M))
        most = min(int(call.asked.get("max", _PEERS)), _MOST_PEERS)
    except ValueError as error:
        raise CrashError(str(error)) from error
    found = row_of(call, database)
    if found is None:
        return {"pids": [], "distance": []}
    own, table = found
    here = projected(own.outline, WGS84, EQUAL_AREA)
    rows = [
        (projected(row.outline, WGS84, EQUAL_AREA).distance(here), row.pid)
        for row in table.rows
        if row.crop_name == own.crop_name and row.pid != own.pid
        if row.area_m2() > _SMALLEST_PEER_M2
    ]
    near = sorted((far, pid) for far, pid in rows if far < within)[:most]
    return {"pids": [pid for _, pid in near], "distance": [far for far, _ in near]}


def row_of(call: Call, database: Database) -> Optional[tuple[Row, Table]]:
    """The parcel a query names by its id, and its table."""
    table, pid = database.table(call.asked), _pid(call)
    return next(((row, table) for row in table.rows if row.pid == pid), None)
