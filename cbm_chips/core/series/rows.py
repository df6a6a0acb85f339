"""Series as rows of a table: points, and what a smoothed curve says of each day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Union

from .curves import Basis, SmoothedCurve
from .values import SeriesPoint, ValueSeries
from .years import year_by_year

SeriesCell = Union[str, int, float, None]
COLUMNS = (
    *("series", "origin", "date", "acquired", "state", "mean", "p25", "p75", "count"),
    *("smoothed", "basis", "lambda", "scene_id", "reason"),
)
"""A promise: of files that people keep."""


def rows_of(
    series: Iterable[ValueSeries], curves: Iterable[SmoothedCurve] = ()
) -> Iterator[tuple[SeriesCell, ...]]:
    """A row for each point and, where there are curves, for each of their other days, by date."""
    some = list(curves)
    for one in series:
        of_it = [curve for curve in some if (curve.name, curve.origin) == (one.name, one.origin)]
        by_year = year_by_year([one]) if any(curve.year for curve in of_it) else (one,)
        for part in by_year:
            curve = next((curve for curve in of_it if curve.year == part.year), None)
            yield from _rows(part, curve)


def _rows(series: ValueSeries, curve: SmoothedCurve | None) -> Iterator[tuple[SeriesCell, ...]]:
    days = _by_day(curve)
    left = dict(days)
    rows: list[tuple[tuple[date, int], dict[str, SeriesCell]]] = []
    for number, point in enumerate(series.points):
        day = point.acquired.date()
        left.pop(day, None)
        rows.append(((day, number), {**_of_point(point), **days.get(day, {})}))
    rows += [((day, 0), smooth) for day, smooth in left.items()]
    for (day, _), row in sorted(rows, key=lambda pair: pair[0]):
        head = {"series": series.name, "origin": series.origin, "date": day.isoformat()}
        yield tuple({**head, **row}.get(column) for column in COLUMNS)


def _of_point(point: SeriesPoint) -> dict[str, SeriesCell]:
    return {
        "acquired": f"{point.acquired:%Y-%m-%dT%H:%M:%SZ}",
        "state": point.state.value,
        "mean": point.mean,
        "p25": point.p25,
        "p75": point.p75,
        "count": point.count,
        "scene_id": point.key,
        "reason": point.reason,
    }


def _by_day(curve: SmoothedCurve | None) -> Mapping[date, dict[str, SeriesCell]]:
    if curve is None:
        return {}
    values: Sequence[tuple[date, float, Basis]] = list(zip(curve.days, curve.values, curve.bases))
    return {
        day: {"smoothed": value, "basis": basis.value, "lambda": curve.strength}
        for day, value, basis in values
    }
