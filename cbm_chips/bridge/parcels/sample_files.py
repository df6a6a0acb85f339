"""A sample's table out of any file that QGIS's GDAL reads; every cell is a text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...core.inspection.queue.sample_columns import columns_of
from ...core.inspection.queue.table import (
    TEXT_FILES,
    SampleFileError,
    SampleTable,
    read_table,
    table_of,
)
from ...core.reading.gdal.osgeo_calls import thread_options
from ...core.reasons import Reason

_AS_TEXTS = {
    f"OGR_{kind}_{name}": value
    for kind in ("XLSX", "ODS")
    for name, value in (("HEADERS", "FORCE"), ("FIELD_TYPES", "STRING"))
}
"""A sheet whose cells are all texts would else have no header, and ids that are digits no zeros."""


def table_of_file(path: Path) -> SampleTable:
    """A file of texts, else what GDAL reads: XLSX, ODS, DBF, GeoPackage.

    Of several sheets the one that is a known sample, else the first with rows.

    Raises:
        SampleFileError: when it can't be read.
    """
    if path.suffix.lower() in TEXT_FILES:
        return read_table(path)
    with thread_options(_AS_TEXTS):
        tables = _tables(path)
    if not tables:
        raise SampleFileError(Reason("{path}: it has no columns", path=path.name))
    return max(tables, key=lambda one: (bool(columns_of(one.columns).title), bool(one.rows)))


def _tables(path: Path) -> list[SampleTable]:
    from osgeo import gdal

    try:
        found = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    except RuntimeError:  # where somebody has switched GDAL's exceptions on
        found = None
    if found is None:
        raise SampleFileError(Reason("{path}: no table that QGIS can read", path=path.name))
    layers = (found.GetLayer(number) for number in range(found.GetLayerCount()))
    tables = []
    for layer in layers:
        columns = [layer.GetLayerDefn().GetFieldDefn(at).GetName() for at in _places(layer)]
        if columns:
            tables.append(table_of(path.name, columns, _rows(layer)))
    return tables


def _rows(layer: Any) -> Iterator[tuple[int, list[str]]]:
    """From 2 on, as the header is the first."""
    places = _places(layer)
    for number, feature in enumerate(layer, 2):
        yield number, [feature.GetFieldAsString(at) for at in places]


def _places(layer: Any) -> range:
    return range(layer.GetLayerDefn().GetFieldCount())
