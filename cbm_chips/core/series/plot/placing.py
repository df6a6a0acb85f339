"""Where the dates of series, their curves and bands of values lie."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime

from ..curves import Basis, SmoothedCurve
from ..gaps import pieces
from ..values import ValueSeries
from ..years import shifted, shifted_day
from .content import PlotContent
from .overlays import ValueBand
from .placed import CurvePart, Dot, PlacedBand, PlacedCurve, PlacedSeries
from .scales import Scale, day_number

DayPx = Callable[[date], float]
_NOON = 0.5


def day_px_of(days: Scale, *, is_by_year: bool) -> DayPx:
    """Where a day begins."""
    if is_by_year:
        return lambda day: days.px(day_number(shifted_day(day)))
    return lambda day: days.px(day_number(day))


def placed_series(
    content: PlotContent, by_unit: Mapping[str, Scale], days: Scale, strip_y: float
) -> tuple[PlacedSeries, ...]:
    """All series that have an axis, each with a style of its own."""
    move = shifted if content.is_by_year else None
    return tuple(
        PlacedSeries(
            one,
            style,
            _dots(one, by_unit[one.unit], days, (strip_y, move)),
            tuple(map(tuple, pieces(one.points))),
        )
        for style, one in enumerate(content.series)
        if one.unit in by_unit
    )


def _dots(
    series: ValueSeries,
    values: Scale,
    days: Scale,
    strip: tuple[float, Callable[[datetime], datetime] | None],
) -> tuple[Dot, ...]:
    strip_y, move = strip
    made = []
    for number, point in enumerate(series.points):
        moment = point.acquired if move is None else move(point.acquired)
        x, has_value = days.px(day_number(moment)), point.mean is not None
        y = strip_y if point.mean is None else values.px(point.mean)
        low_y = y if point.p25 is None or not has_value else values.px(point.p25)
        high_y = y if point.p75 is None or not has_value else values.px(point.p75)
        made.append(Dot(number, x, y, low_y, high_y, point.state, has_value))
    return tuple(made)


def placed_curves(
    content: PlotContent, by_unit: Mapping[str, Scale], px: DayPx
) -> tuple[PlacedCurve, ...]:
    """Curves of series that are shown, in the style of these."""
    of_series = {(one.name, one.origin, one.year): n for n, one in enumerate(content.series)}
    found = []
    for curve in content.curves:
        style = of_series.get((curve.name, curve.origin, curve.year))
        if style is not None and content.series[style].unit in by_unit:
            scale = by_unit[content.series[style].unit]
            found.append(PlacedCurve(style, _parts(curve, scale, px)))
    return tuple(found)


def _parts(curve: SmoothedCurve, values: Scale, px: DayPx) -> tuple[CurvePart, ...]:
    """A step from one day to the next rests on the weaker of both."""
    if len(curve.days) < 2:
        return ()
    day_px = px(curve.days[1]) - px(curve.days[0])
    start = px(curve.days[0]) + _NOON * day_px
    points = [(start + n * day_px, values.px(value)) for n, value in enumerate(curve.values)]
    parts: list[tuple[Basis, list[tuple[float, float]]]] = []
    for number in range(1, len(points)):
        basis = _weaker(curve.bases[number - 1], curve.bases[number])
        if not parts or parts[-1][0] is not basis:
            parts.append((basis, [points[number - 1]]))
        parts[-1][1].append(points[number])
    return tuple(CurvePart(basis, tuple(some)) for basis, some in parts)


_BY_STRENGTH = (Basis.EXTRAPOLATED, Basis.INTERPOLATED, Basis.OBSERVED)


def _weaker(one: Basis, other: Basis) -> Basis:
    return min(one, other, key=_BY_STRENGTH.index)


def placed_bands(
    content: PlotContent, by_unit: Mapping[str, Scale], px: DayPx
) -> tuple[PlacedBand, ...]:
    """Bands on the axis of the series that they are of; of no name on the first axis."""
    scales = {one.name: by_unit[one.unit] for one in content.series if one.unit in by_unit}
    scales[""] = next(iter(by_unit.values()))
    return tuple(
        _placed_band(number, band, scales[band.name], px)
        for number, band in enumerate(content.overlays.bands)
        if band.name in scales
    )


def _placed_band(number: int, band: ValueBand, values: Scale, px: DayPx) -> PlacedBand:
    parts: list[list[tuple[float, float, float]]] = [[]]
    for day, low, high in zip(band.days, band.low, band.high):
        if low is None or high is None:
            parts.append([])
        else:
            parts[-1].append((px(day), values.px(low), values.px(high)))
    middles: list[list[tuple[float, float]]] = [[]]
    for day, value in zip(band.days, band.middle):
        if value is None:
            middles.append([])
        else:
            middles[-1].append((px(day), values.px(value)))
    return PlacedBand(
        number,
        tuple(tuple(part) for part in parts if part),
        tuple(tuple(part) for part in middles if part),
    )
