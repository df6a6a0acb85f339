"""A service's time series as cells of a table: text and numbers only."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Union

from ...core.errors import ChipsError
from ...core.outputs.atomic_write import WriteError
from ...core.outputs.run_folder.table import as_cell
from ...core.outputs.stand_ins import placing
from ...core.reasons import Reason

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import TimeSeries

Cell = Union[str, int, float, None]


class TableNotWritten(ChipsError):
    """The file could not be made."""


def cell(value: object) -> Cell:
    """Times as ISO 8601 in UTC, a histogram as `4:187 5:1`, anything unknown as its text."""
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%dT%H:%M:%SZ}"
    if isinstance(value, Mapping):
        return " ".join(f"{key}:{count}" for key, count in value.items())
    return str(value)


def cells(series: TimeSeries) -> list[tuple[Cell, ...]]:
    """Row by row, in the order of the service."""
    return [tuple(map(cell, row)) for row in series.rows]


def column_types(columns: Iterable[str], rows: list[tuple[Cell, ...]]) -> dict[str, type]:
    """The narrowest of int, float and str that holds all of a column."""
    names = list(columns)
    return {name: _type_of(row[place] for row in rows) for place, name in enumerate(names)}


def as_text(series: TimeSeries, *, separator: str = "\t") -> str:
    """A line of names, then the rows, for the clipboard."""
    lines = [series.columns, *cells(series)]
    return "\n".join(separator.join(map(_shown, line)) for line in lines)


def write_csv(series: TimeSeries, path: Path) -> Path:
    """Write CSV with a line of names, UTF-8; no text of the server can act as a formula.

    Returns:
        Where it is: see `placing`.

    Raises:
        TableNotWritten: when the file can't be written.
    """
    try:
        with (
            placing(path) as placed,
            placed.beside.open("w", encoding="utf-8", newline="") as file,
        ):
            writer = csv.writer(file)
            writer.writerow(map(as_cell, series.columns))
            writer.writerows(map(as_cell, row) for row in cells(series))
        return placed.path
    except WriteError as error:
        raise TableNotWritten(
            Reason(
                "The table could not be written to {path}: {reason}",
                path=path,
                reason=error.__cause__ if isinstance(error.__cause__, OSError) else error,
            )
        ) from error


def _type_of(values: Iterable[Cell]) -> type:
    kinds = {type(value) for value in values if value is not None}
    if kinds and kinds <= {int}:
        return int
    return float if kinds and kinds <= {int, float} else str


def _shown(value: Cell) -> str:
    return "" if value is None else str(as_cell(value))
