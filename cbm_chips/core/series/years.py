"""Several years shifted onto each other, by the day of the year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timezone

from .values import SeriesPoint, ValueSeries

COMMON_YEAR = 2000
"""A leap year, which stands for all years: the 29th of February has its day in it."""


def shifted(moment: datetime) -> datetime:
    """The same day and time of `COMMON_YEAR`."""
    return moment.astimezone(timezone.utc).replace(year=COMMON_YEAR)


def shifted_day(day: date) -> date:
    """The same day of `COMMON_YEAR`."""
    return day.replace(year=COMMON_YEAR)


def year_by_year(series: Iterable[ValueSeries]) -> tuple[ValueSeries, ...]:
    """A series for each year of each one, the oldest year first."""
    return tuple(of_year for one in series for of_year in _years_of(one))


def _years_of(series: ValueSeries) -> list[ValueSeries]:
    by_year: dict[int, list[SeriesPoint]] = {}
    for point in series.points:
        by_year.setdefault(point.acquired.year, []).append(point)
    return [
        replace(series, points=tuple(points), year=year) for year, points in sorted(by_year.items())
    ]
