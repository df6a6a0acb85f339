"""Made series, and letters that are all as wide."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from cbm_chips.core.series.plot.content import PlotText
from cbm_chips.core.series.values import PointState, SeriesPoint, ValueSeries

FIRST = datetime(2022, 5, 1, 10, 36, tzinfo=timezone.utc)
CLEAR, PARTLY, CLOUDY = PointState.CLEAR, PointState.PARTLY, PointState.CLOUDY


def a_point(day=0, mean=0.5, state=CLEAR, **others) -> SeriesPoint:
    """`day` is counted from 1 May 2022."""
    quarters = {} if mean is None else {"p25": mean - 0.05, "p75": mean + 0.05, "count": 90}
    fields = {"key": f"day-{day}", **quarters, **others}
    return SeriesPoint(FIRST + timedelta(days=day), mean, state=state, **fields)


def a_series(*points, name="NDVI", **others) -> ValueSeries:
    """Of points, or of days with the usual value."""
    made = [one if isinstance(one, SeriesPoint) else a_point(one) for one in points]
    return ValueSeries(name, points=tuple(made), **others)


def some_text() -> PlotText:
    """Ten pixels high, six wide."""
    return PlotText(
        line_px=10.0,
        width=lambda text: 6.0 * len(text),
        number=lambda value, decimals: f"{value:.{decimals}f}",
        day=lambda tick, has_year: f"{tick.day:%d %b %Y}" if has_year else f"{tick.day:%d %b}",
        axis=lambda unit, names: f"{', '.join(names)} {unit}".strip(),
        series=lambda series: f"{series.name} {series.year or ''}".strip(),
        state=lambda state: state.value,
        basis=lambda basis: basis.value,
    )
