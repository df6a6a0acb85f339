"""Tables as files: CSV, and Parquet where pyarrow is installed. Each reads what it wrote."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from ...array_lists import as_list
from ...errors import MissingPackage, RequestError
from ...outputs.atomic_write import replacing
from ...outputs.run_folder.table import as_cell, as_text
from ...reasons import Reason
from ..numbers.table import NULL, ParcelTable, empty_columns

if TYPE_CHECKING:
    from numpy.typing import NDArray

CSV, PARQUET = ".csv", ".parquet"
PARCEL_NUMBER = "parcel_number"
"""In files of single pieces: the parcel of a row, by its number in the layer."""


class TableFormat(Protocol):
    """One kind of file. Files of single pieces have the column `PARCEL_NUMBER`, too."""

    @property
    def suffix(self) -> str:
        """The ending of its files."""

    def write(self, table: ParcelTable, path: Path) -> None:
        """Write one piece, whole or not at all.

        Raises:
            WriteError: when it can't be written.
        """

    def read(self, path: Path, types: Mapping[str, type]) -> ParcelTable:
        """What `write` has written.

        Raises:
            ValueError: when it is anything else.
        """

    def read_all(self, path: Path, types: Mapping[str, type]) -> ParcelTable:
        """What `write_all` has written, as one table; its parcels have no numbers.

        Raises:
            ValueError: when it is anything else.
        """

    def write_all(
        self, tables: Iterable[ParcelTable], types: Mapping[str, type], path: Path
    ) -> None:
        """One file of many tables in their order, whole or not at all.

        Raises:
            WriteError: when it can't be written.
        """


def format_of(path: Path) -> TableFormat:
    """The format that a file's ending asks for.

    Raises:
        RequestError: for any other ending.
        MissingPackage: when it takes a package that is not installed.
    """
    suffix = path.suffix.lower()
    if suffix == CSV:
        return CsvFormat()
    if suffix != PARQUET:
        raise RequestError("output", path.name, f"{CSV} / {PARQUET}")
    require_pyarrow()
    return ParquetFormat()


def require_pyarrow() -> None:
    """Raises `MissingPackage` where Parquet can't be read or written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError:
        raise MissingPackage(
            Reason("Parquet files take the Python package pyarrow, which is not installed")
        ) from None


class _ReadByColumns:
    """The half of a `TableFormat` that reads: columns by their names."""

    def read(self, path: Path, types: Mapping[str, type]) -> ParcelTable:
        """See `TableFormat`."""
        columns = self._columns(path, {PARCEL_NUMBER: int, **types})
        numbers = columns.pop(PARCEL_NUMBER)
        return ParcelTable(types, columns, numbers)

    def read_all(self, path: Path, types: Mapping[str, type]) -> ParcelTable:
        """See `TableFormat`."""
        columns = self._columns(path, types)
        return ParcelTable(types, columns, np.full(len(columns["parcel"]), NULL))

    def _columns(self, path: Path, types: Mapping[str, type]) -> dict[str, NDArray[Any]]:
        """Those of `types`, and the file has no others.

        Raises:
            ValueError: when it has, or is broken.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class CsvFormat(_ReadByColumns):
    """Comma-separated text, UTF-8; no value is an empty cell."""

    suffix: str = CSV

    def write(self, table: ParcelTable, path: Path) -> None:
        """See `TableFormat`."""
        with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([PARCEL_NUMBER, *table.types])
            for number, row in zip(as_list(table.numbers), table.rows()):
                writer.writerow([number, *map(as_cell, row)])

    def write_all(
        self, tables: Iterable[ParcelTable], types: Mapping[str, type], path: Path
    ) -> None:
        """See `TableFormat`."""
        with replacing(path) as beside, beside.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(types)
            for table in tables:
                writer.writerows([as_cell(cell) for cell in row] for row in table.rows())

    def _columns(self, path: Path, types: Mapping[str, type]) -> dict[str, NDArray[Any]]:
        with path.open(encoding="utf-8", newline="") as file:
            lines = csv.reader(file)
            try:
                names, rows = next(lines, None), list(lines)
            except csv.Error as error:
                raise ValueError(f"{path.name} is broken: {error}") from error
        if names != [*types]:
            raise ValueError(f"{path.name} has other columns")
        if any(len(row) != len(types) for row in rows):
            raise ValueError(f"{path.name} is broken")
        columns = empty_columns(types, len(rows))
        for place, (name, kind) in enumerate(types.items()):
            columns[name][:] = [_parsed(row[place], kind) for row in rows]
        return columns


def _parsed(cell: str, kind: type) -> Any:  # noqa: ANN401 - by kind
    if kind is str:
        return as_text(cell) if cell else None
    if kind is int:
        return int(cell) if cell else NULL
    return float(cell) if cell else np.nan


@dataclass(frozen=True)
class ParquetFormat(_ReadByColumns):
    """Parquet, with a row group for each piece, so for each strip of a tile."""

    suffix: str = PARQUET

    def write(self, table: ParcelTable, path: Path) -> None:
        """See `TableFormat`."""
        import pyarrow.parquet as pq

        with replacing(path) as beside:
            arrow = _as_arrow(table).append_column(PARCEL_NUMBER, [table.numbers])
            pq.write_table(arrow, beside)

    def write_all(
        self, tables: Iterable[ParcelTable], types: Mapping[str, type], path: Path
    ) -> None:
        """See `TableFormat`."""
        import pyarrow.parquet as pq

        with replacing(path) as beside, pq.ParquetWriter(beside, _schema(types)) as writer:
            for table in tables:
                writer.write_table(_as_arrow(table), row_group_size=max(len(table), 1))

    def _columns(self, path: Path, types: Mapping[str, type]) -> dict[str, NDArray[Any]]:
        import pyarrow.parquet as pq
        from pyarrow.lib import ArrowException

        try:
            arrow = pq.read_table(path)
        except ArrowException as error:
            raise ValueError(f"{path.name} can't be read: {error}") from error
        if sorted(arrow.column_names) != sorted(types):
            raise ValueError(f"{path.name} has other columns")
        return {name: _values(arrow.column(name), kind) for name, kind in types.items()}


def _schema(types: Mapping[str, type]) -> Any:  # noqa: ANN401 - of pyarrow
    import pyarrow as pa

    kinds = {str: pa.string(), int: pa.int64(), float: pa.float64()}
    return pa.schema([(name, kinds[kind]) for name, kind in types.items()])


def _as_arrow(table: ParcelTable) -> Any:  # noqa: ANN401 - a table of pyarrow
    import pyarrow as pa

    schema = _schema(table.types)
    arrays = []
    for name, kind in table.types.items():
        values = table.columns[name]
        missing = None if kind is str else (values == NULL if kind is int else np.isnan(values))
        arrays.append(pa.array(values, type=schema.field(name).type, mask=missing))
    return pa.Table.from_arrays(arrays, schema=schema)


def _values(column: Any, kind: type) -> NDArray[Any]:  # noqa: ANN401 - of pyarrow
    if kind is str:
        return np.array([*column.to_pylist(), None], object)[:-1]
    filled: NDArray[Any] = column.fill_null(NULL if kind is int else np.nan).to_numpy()
    return np.array(filled)
