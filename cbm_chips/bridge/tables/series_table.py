"""A service's time series as a person reads it: a row for each date, a column for each band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from .time_series import Cell, cell, cells

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import TimeSeries

ACQUIRED, BAND, CLASSES, PRODUCT = "acquired", "band", "hist", "reference"
OF_A_DATE = (ACQUIRED, CLASSES, PRODUCT)
"""Columns that are the same for all bands of one observation."""
MEAN = "mean"


@dataclass(frozen=True)
class SeriesTable:
    """Cells as text and numbers; times as `2022-06-14 10:40` (UTC).

    Attributes:
        columns: bands, classes by their code, or the server's own names.
        rows: as many cells each as there are columns.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def within(series: TimeSeries, first: date, last: date) -> TimeSeries:
    """The rows of some days, both inclusive; those without a time stay."""

    def is_in(row: tuple[object, ...]) -> bool:
        moment = row[0]
        return not isinstance(moment, datetime) or first <= moment.date() <= last

    return replace(series, rows=tuple(filter(is_in, series.rows)))


def dates_in(series: TimeSeries) -> int:
    """How many observations there are."""
    return len(by_date(series, "").rows)


def statistics_in(series: TimeSeries) -> tuple[str, ...]:
    """What the server has of each band, the mean first; empty where there are no bands."""
    if BAND not in series.columns:
        return ()
    found = [name for name in series.columns if name not in (*OF_A_DATE, BAND)]
    return tuple(sorted(found, key=lambda name: name != MEAN))


def as_it_is(series: TimeSeries) -> SeriesTable:
    """All columns and rows of the server."""
    return SeriesTable(series.columns, tuple(cells(series)))


def by_date(series: TimeSeries, statistic: str) -> SeriesTable:
    """One statistic of every band side by side, or the pixels of every class."""
    if BAND in series.columns:
        return _by_band(series, statistic)
    if CLASSES in series.columns:
        return _by_class(series)
    return as_it_is(series)


def _by_band(series: TimeSeries, statistic: str) -> SeriesTable:
    rows = [dict(zip(series.columns, row)) for row in series.rows]
    kept = [name for name in OF_A_DATE if name in series.columns]
    bands = tuple(dict.fromkeys(str(row[BAND]) for row in rows))
    dates: dict[tuple[Cell, ...], dict[str, Cell]] = {}
    for row in rows:
        key = tuple(_shown(row[name]) for name in kept)
        dates.setdefault(key, {})[str(row[BAND])] = cell(row.get(statistic))
    first, others = kept[:1], kept[1:]
    table = [
        (*key[: len(first)], *(values.get(band) for band in bands), *key[len(first) :])
        for key, values in dates.items()
    ]
    return SeriesTable((*first, *bands, *others), tuple(table))


def _by_class(series: TimeSeries) -> SeriesTable:
    place = series.columns.index(CLASSES)
    counts = [_counts(row[place]) for row in series.rows]
    codes = sorted({code for one in counts for code in one})
    others = [number for number in range(len(series.columns)) if number != place]
    rows = [
        (*(_shown(row[number]) for number in others), *(of_row.get(code, 0) for code in codes))
        for row, of_row in zip(series.rows, counts)
    ]
    names = [series.columns[number] for number in others]
    return SeriesTable((*names, *map(str, codes)), tuple(rows))


def _counts(value: object) -> Mapping[int, int]:
    return value if isinstance(value, Mapping) else {}


def _shown(value: object) -> Cell:
    """Times without seconds: they sort as text."""
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else cell(value)
