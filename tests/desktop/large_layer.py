"""A layer of 12,000 parcels, and what is read of it: far more than anybody may read at once."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

import pytest

COLUMNS, ROWS = 600, 20
COUNT = COLUMNS * ROWS
LEFT, BOTTOM, STEP, SIDE = 5.58, 52.62, 0.0003, 0.0002
GAP = range(8_000, 8_100)
"""Ids (they begin with 1) of parcels that are not there, so that their neighbours are far."""

_HEADER = b"GP\x00\x01" + struct.pack("<i", 4326)
_POLYGON = struct.pack("<BIII", 1, 3, 1, 5)


def large_geopackage(folder: Path) -> Path:
    """Squares in rows, from west to east and south to north; no spatial index, which takes long."""
    from osgeo import ogr, osr

    path = folder / "many.gpkg"
    degrees = osr.SpatialReference()
    degrees.ImportFromEPSG(4326)
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = made.CreateLayer("many", degrees, ogr.wkbPolygon, ["SPATIAL_INDEX=NO", "FID=fid"])
    for name in ("id", "crop_name"):
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    del layer, made
    with closing(sqlite3.connect(path)) as base, base:
        base.execute("drop trigger if exists trigger_insert_feature_count_many")
        base.executemany("insert into many values (?, ?, ?, 'maize')", _rows())
        base.execute("update gpkg_ogr_contents set feature_count = null")
    return path


def centre_of(feature_id: int) -> tuple[float, float]:
    """In degrees."""
    row, column = divmod(feature_id - 1, COLUMNS)
    return LEFT + STEP * column + SIDE / 2, BOTTOM + STEP * row + SIDE / 2


def large_layer(path: Path) -> Any:
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{path}|layername=many", "many", "ogr")
    assert layer.featureCount() == COUNT - len(GAP)
    return layer


def text_file(folder: Path, count: int = 3000) -> Path:
    """The first of these parcels as text, which is read from its begin for whatever is wanted."""
    path, half = folder / "many.csv", SIDE / 2
    with path.open("w", encoding="utf-8") as file:
        file.write("id;shape\n")
        for feature_id in range(1, count + 1):
            x, y = centre_of(feature_id)
            west, east, south, north = x - half, x + half, y - half, y + half
            ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
            corners = ", ".join(f"{lon:.7f} {lat:.7f}" for lon, lat in ring)
            file.write(f"P{feature_id};POLYGON(({corners}))\n")
    return path


def text_layer(path: Path) -> Any:
    """As QGIS's dialog for delimited text adds it, without an index."""
    from qgis.core import QgsVectorLayer

    how = "delimiter=;&wktField=shape&geomType=polygon&crs=EPSG:4326&spatialIndex=no"
    layer = QgsVectorLayer(f"file://{path}?type=csv&{how}", "text", "delimitedtext")
    assert layer.isValid()
    return layer


def features_read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Ids of the features that the main thread reads from now on, of any layer.

    QGIS's own calls count, too, where it asks a virtual method: select before.
    """
    from qgis.core import QgsVectorLayer, QgsVectorLayerFeatureSource

    read: list[int] = []
    for kind in (QgsVectorLayer, QgsVectorLayerFeatureSource):
        monkeypatch.setattr(kind, "getFeatures", _counting(kind.getFeatures, read))
    real_list = QgsVectorLayer.allFeatureIds

    def listed(layer: Any) -> list[int]:
        read.extend(real_list(layer))
        return real_list(layer)

    monkeypatch.setattr(QgsVectorLayer, "allFeatureIds", listed)
    return read


def _counting(real: Any, read: list[int]) -> Any:
    def counted(features: Any, *request: Any) -> Iterator[Any]:
        is_main = current_thread() is main_thread()
        for feature in real(features, *request):
            if is_main:
                read.append(feature.id())
            yield feature

    return counted


def _rows() -> Iterator[tuple[int, bytes, str]]:
    for feature_id in range(1, COUNT + 1):
        if feature_id not in GAP:
            yield feature_id, _square(*centre_of(feature_id)), f"P{feature_id}"


def _square(x: float, y: float) -> bytes:
    half = SIDE / 2
    left, right, low, high = x - half, x + half, y - half, y + half
    corners = struct.pack("<10d", left, low, right, low, right, high, left, high, left, low)
    return _HEADER + _POLYGON + corners
