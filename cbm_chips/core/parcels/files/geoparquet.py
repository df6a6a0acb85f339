"""Parcels out of GeoParquet, such as the field boundaries of fiboa (`id` and `geometry`).

The format is GeoParquet 1.1, of which only WKB is read: https://geoparquet.org/releases/v1.1.0
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from ...errors import RequestError
from ...reasons import Reason
from ..outlines.layer import WGS84_NAME, Parcels
from .table_files import require_pyarrow

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

ID_COLUMN = "id"
GEO = b"geo"
ROWS_AT_ONCE = 50_000


def read_geoparquet(path: Union[str, Path], *, id_column: str = ID_COLUMN) -> Parcels:
    """All parcels of a file, in its own CRS.

    Args:
        path: a GeoParquet file of this computer.
        id_column: names the parcels; fiboa's is `id`.

    Raises:
        MissingPackage: without pyarrow.
        RequestError: field `parcels`, for what is no GeoParquet; field `id_column`, where the
            file has no such column.
    """
    require_pyarrow()
    import pyarrow.parquet as pq
    from pyarrow.lib import ArrowException

    path = Path(path)
    try:
        with pq.ParquetFile(path) as file:
            column, crs = _geometry_of(file, path)
            names = file.schema_arrow.names
            if id_column not in names:
                raise RequestError("id_column", id_column, ", ".join(names))
            return Parcels.of(_rows(file, id_column, column), crs)
    except (ArrowException, OSError) as error:
        raise RequestError(
            "parcels", path.name, Reason("a GeoParquet file that can be read: {why}", why=error)
        ) from error


def _geometry_of(file: ParquetFile, path: Path) -> tuple[str, str]:
    """Name of the column of outlines, and their CRS as PROJ reads it."""
    try:
        told: Mapping[str, Any] = json.loads((file.metadata.metadata or {})[GEO])
        column = str(told["primary_column"])
        about = told["columns"][column]
        encoding, crs = about["encoding"], about.get("crs", WGS84_NAME)
    except (KeyError, TypeError, ValueError, AttributeError):
        allowed = Reason("a GeoParquet file: Parquet whose metadata name a column of geometries")
        raise RequestError("parcels", path.name, allowed) from None
    if encoding != "WKB" or column not in file.schema_arrow.names:
        raise RequestError("parcels", path.name, Reason("GeoParquet with geometries as WKB"))
    if not crs:
        raise RequestError("parcels", path.name, Reason("GeoParquet with a known CRS"))
    return column, crs if isinstance(crs, str) else json.dumps(crs)


def _rows(file: ParquetFile, names: str, outlines: str) -> Iterator[tuple[object, object]]:
    for batch in file.iter_batches(ROWS_AT_ONCE, columns=[names, outlines]):
        yield from zip(batch.column(names).to_pylist(), batch.column(outlines).to_pylist())
