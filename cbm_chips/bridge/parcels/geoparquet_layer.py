"""GeoParquet as a layer where QGIS's GDAL does not read it: by pyarrow, where that is installed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray

from ...core.errors import MissingPackage, RequestError
from ...core.parcels.files.geoparquet import GeoParquetTable
from ...core.parcels.outlines.layer import WGS84_NAME
from ..tables.table_fields import fields
from ..texts.translation import tr

FIELD = "PARCELS"


def layer_of_geoparquet(path: Path, *, with_rows: bool) -> QgsVectorLayer:
    """A layer in memory; without rows it has its fields and its CRS, which costs nothing.

    Raises:
        RequestError: field `PARCELS`, when the file can't be read, saying what to do.
    """
    try:
        table = GeoParquetTable.of(path)
    except MissingPackage:
        allowed = tr(
            "a file that this QGIS can open: its GDAL does not read Parquet. Install the Python "
            "package pyarrow for QGIS's Python, or save the file as GeoPackage elsewhere"
        )
        raise RequestError(FIELD, path.name, allowed) from None
    except RequestError as error:
        raise RequestError(FIELD, path.name, error.allowed) from error
    layer = _empty_layer(table)
    if with_rows:
        for values, outline in table.rows():
            layer.dataProvider().addFeature(
                _feature(layer, values, outline), QgsFeatureSink.Flag.FastInsert
            )
    return layer


def _empty_layer(table: GeoParquetTable) -> QgsVectorLayer:
    layer = QgsVectorLayer("MultiPolygon", table.path.stem, "memory")
    crs = QgsCoordinateReferenceSystem()
    crs.createFromUserInput(table.crs or WGS84_NAME)
    layer.setCrs(crs)
    layer.dataProvider().addAttributes(list(fields(table.columns)))
    layer.updateFields()
    return layer


def _feature(layer: QgsVectorLayer, values: list[Any], outline: bytes | None) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    feature.setAttributes(values)
    if outline is not None:
        shape = QgsGeometry()
        shape.fromWkb(QByteArray(outline))
        shape.convertToMultiType()
        feature.setGeometry(shape)
    return feature
