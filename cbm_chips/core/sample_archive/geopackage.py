"""A GeoPackage of polygons with nothing but SQLite, the same bytes every time."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

from ..tables.geopackage_tables import APPLICATION_ID, REFERENCE_SYSTEMS, STANDARD_TABLES

Ring = Sequence[tuple[float, float]]
"""A closed ring in EPSG:4326, x = lon."""
Row = tuple[Ring, Mapping[str, object]]

_VERSION = 10300
_LAST_CHANGE = "2022-11-01T00:00:00.000Z"
_EPSG, _WKB_POLYGON = 4326, 3


def write_polygons(path: Path, layer: str, columns: Mapping[str, str], rows: Sequence[Row]) -> None:
    """Write one layer.

    Args:
        path: the file; must not exist yet.
        layer: plain word, the table's name.
        columns: name -> SQLite type.
        rows: outer ring and attributes by column name.
    """
    boxes = list(zip(*(_box(ring) for ring, _ in rows)))
    extent = (min(boxes[0]), min(boxes[2]), max(boxes[1]), max(boxes[3]))
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        database.execute(f"PRAGMA user_version = {_VERSION}")
        database.executescript(STANDARD_TABLES + _layer_table(layer, columns))
        with database:
            database.executemany(_insert("gpkg_spatial_ref_sys", 6), REFERENCE_SYSTEMS)
            contents = (layer, "features", layer, "", _LAST_CHANGE, *extent, _EPSG)
            database.execute(_insert("gpkg_contents", 10), contents)
            geometry = (layer, "geom", "POLYGON", _EPSG, 0, 0)
            database.execute(_insert("gpkg_geometry_columns", 6), geometry)
            database.executemany(
                _insert(layer, 2 + len(columns)),
                [
                    (number, _blob(ring), *(values[name] for name in columns))
                    for number, (ring, values) in enumerate(rows, start=1)
                ],
            )


def _layer_table(layer: str, columns: Mapping[str, str]) -> str:
    own = "".join(f', "{name}" {kind}' for name, kind in columns.items())
    key = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
    return f'CREATE TABLE "{layer}" ({key}, geom POLYGON{own});'


def _insert(table: str, count: int) -> str:
    marks = ", ".join("?" * count)
    return " ".join(("INSERT INTO", f'"{table}"', "VALUES (", marks, ")"))


def _box(ring: Ring) -> tuple[float, float, float, float]:
    """West, east, south, north: the order of a GeoPackage envelope."""
    xs, ys = zip(*ring)
    return min(xs), max(xs), min(ys), max(ys)


def _blob(ring: Ring) -> bytes:
    """GeoPackage header (little-endian, with envelope) and WKB of a polygon without holes."""
    header = struct.pack("<2sBBi4d", b"GP", 0, 0b11, _EPSG, *_box(ring))
    points = b"".join(struct.pack("<2d", *point) for point in ring)
    return header + struct.pack("<BIII", 1, _WKB_POLYGON, 1, len(ring)) + points
