"""Parcels out of GeoParquet, such as the field boundaries of fiboa (`id` and `geometry`).

The format is GeoParquet 1.1, of which only WKB is read: https://geoparquet.org/releases/v1.1.0
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union

from ...errors import RequestError
from ...projection import definition_of
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

    path = Path(path)
    with _in_words(path), pq.ParquetFile(path) as file:
        column, crs = _geometry_of(file, path)
        names = file.schema_arrow.names
        if id_column not in names:
            raise RequestError("id_column", id_column, ", ".join(names))
        return Parcels.of(_rows(file, id_column, column), crs)


@dataclass(frozen=True)
class GeoParquetTable:
    """A file with all its plain columns; nothing of its rows is read before they are asked for.

    Attributes:
        columns: name -> `float`, or `str` for all else, so that ids stay as they are.
        crs: as PROJ reads it.
        count: rows.
    """

    path: Path
    columns: Mapping[str, type]
    crs: str
    count: int
    geometry: str

    @classmethod
    def of(cls, path: Union[str, Path]) -> GeoParquetTable:
        """Look at a file.

        Raises:
            MissingPackage: without pyarrow.
            RequestError: field `parcels`, for what is no GeoParquet.
        """
        require_pyarrow()
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = Path(path)
        with _in_words(path), pq.ParquetFile(path) as file:
            column, crs = _geometry_of(file, path)
            schema = file.schema_arrow
            columns = {
                one.name: float if pa.types.is_floating(one.type) else str
                for one in schema
                if one.name != column and not pa.types.is_nested(one.type)
            }
            return cls(path, columns, definition_of(crs), file.metadata.num_rows, column)

    def rows(self) -> Iterator[tuple[list[Any], bytes | None]]:
        """The plain columns of each row, None for no value, and its outline as WKB.

        Raises:
            RequestError: field `parcels`, when the file can't be read.
        """
        import pyarrow.parquet as pq

        names = [*self.columns]
        with _in_words(self.path), pq.ParquetFile(self.path) as file:
            for batch in file.iter_batches(ROWS_AT_ONCE, columns=[*names, self.geometry]):
                plain = (batch.column(name).to_pylist() for name in names)
                outlines = batch.column(self.geometry).to_pylist()
                for *values, outline in zip(*plain, outlines):
                    kinds = self.columns.values()
                    yield [_as(kind, value) for kind, value in zip(kinds, values)], outline


def _as(kind: type, value: object) -> object:
    return None if value is None else kind(value)


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    from pyarrow.lib import ArrowException

    try:
        yield
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
