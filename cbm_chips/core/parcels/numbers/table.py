"""The long table: one row per parcel and date. Its columns are a promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Union

import numpy as np

from ...array_lists import as_list
from ...sentinel2.flag_columns import FLAG_COLUMNS, OPINION_COLUMNS
from .statistics import STATISTICS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..planning.parcel_request import ParcelRequest

TableCell = Union[str, int, float, None]
NULL = -1
"""Stands for no value in columns of whole numbers, none of which is negative."""
_FIRST: Mapping[str, type] = {
    **FLAG_COLUMNS,
    "tile": str,
    "relative_orbit": int,
    "baseline": str,
    "offset": float,
    "source": str,
    "cloud_rule": str,
    "pixels": str,
}
SUSPECT = "suspect"
LIKELY, DOUBTFUL = OPINION_COLUMNS


def columns_of(request: ParcelRequest) -> dict[str, type]:
    """Name -> `str`, `int` or `float`, in order.

    A count is of whole pixels; where pixels count by the share that the parcel covers, it is the
    sum of these shares.
    """
    columns = dict(_FIRST)
    counted = float if request.counts_shares else int
    for name in (*request.bands, *request.indices):
        for statistic in STATISTICS:
            columns[f"{name}_{statistic}"] = counted if statistic == "count" else float
    columns[SUSPECT] = int
    if request.has_second_opinion:
        columns.update({LIKELY: float, DOUBTFUL: int})
    return columns


@dataclass(frozen=True)
class ReadDate:
    """An acquisition of a piece, once it is read.

    Attributes:
        planned: id of the scene that was to be read.
        scene_id: as it stands in the rows; another one where files were missing.
        has_failed: some file could not be read: trying again may help.
    """

    planned: str
    scene_id: str
    has_failed: bool


@dataclass(frozen=True, eq=False)
class ParcelTable:
    """Rows of the long table, by parcel and date.

    Attributes:
        types: see `columns_of`.
        columns: name -> [rows]; text as object, whole numbers as int64 with `NULL`, all others as
            float64 with nan.
        numbers: int64[rows], the parcel of each row in the layer.
        piece: key of the piece they are of; empty for rows of several.
        bytes_read: over the network, as far as readers count them.
        dates: the acquisitions that it is of; none for a table that is of no piece.
    """

    types: Mapping[str, type]
    columns: Mapping[str, NDArray[Any]]
    numbers: NDArray[np.int64]
    piece: str = ""
    bytes_read: int = 0
    dates: tuple[ReadDate, ...] = ()

    @property
    def failed_dates(self) -> int:
        """Acquisitions of which a file could not be read."""
        return sum(date.has_failed for date in self.dates)

    def __len__(self) -> int:
        return len(self.numbers)

    def rows(self) -> Iterator[tuple[TableCell, ...]]:
        """Cells by row, in the order of the columns; None where there is no value."""
        return zip(*(_cells(self.columns[name], kind) for name, kind in self.types.items()))

    def records(self) -> Iterator[dict[str, TableCell]]:
        """The same by name."""
        return (dict(zip(self.types, row)) for row in self.rows())


def empty_columns(types: Mapping[str, type], rows: int) -> dict[str, NDArray[Any]]:
    """Columns without a value in them."""
    blank: dict[type, Any] = {str: None, int: NULL, float: np.nan}
    dtype: dict[type, Any] = {str: object, int: np.int64, float: np.float64}
    return {name: np.full(rows, blank[kind], dtype[kind]) for name, kind in types.items()}


def joined(tables: Iterable[ParcelTable]) -> ParcelTable:
    """One table of several with the same columns; of one at least."""
    some = list(tables)
    first = some[0]
    columns = {name: np.concatenate([one.columns[name] for one in some]) for name in first.types}
    return ParcelTable(
        first.types,
        columns,
        np.concatenate([one.numbers for one in some]),
        bytes_read=sum(one.bytes_read for one in some),
        dates=tuple(date for one in some for date in one.dates),
    )


def some_rows(table: ParcelTable, rows: NDArray[np.generic]) -> ParcelTable:
    """Some rows of a table, in the order given."""
    columns = {name: values[rows] for name, values in table.columns.items()}
    return replace(table, columns=columns, numbers=table.numbers[rows])


def by_parcel_and_date(table: ParcelTable) -> ParcelTable:
    """Sorted by parcel, as in the layer, and each parcel's rows by date."""
    when, scenes = (table.columns[name].astype(str) for name in ("acquired", "scene_id"))
    return some_rows(table, np.lexsort((scenes, when, table.numbers)))


def _cells(values: NDArray[Any], kind: type) -> list[TableCell]:
    cells: list[TableCell] = as_list(values)
    if kind is int:
        return [None if cell == NULL else cell for cell in cells]
    if kind is float:
        return [None if cell != cell else cell for cell in cells]  # noqa: PLR0124 - nan
    return cells
