"""Lays a plot out: content and room become a `PlotLayout`, which only has to be painted."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from ..values import INDEX
from ..years import shifted, shifted_day
from .content import PlotContent, PlotText
from .legend import legend_of
from .placed import Box, LegendItem, PlacedTick, PlotLayout, ValueAxis
from .placing import day_px_of, placed_bands, placed_curves, placed_series
from .scales import Scale, ValueTick, day_number, day_ticks, days_shown, value_ticks, values_shown
from .spans import interval_rows, placed_intervals, placed_marks, placed_windows

MOST_AXES = 2
LEAST_FRAME_PX = 24.0
LEAST_FRAME_LINES = 7.0
"""In lower ones dots of different values lie on one another, and an axis may lack a number."""
_TICK_LINES = (1.9, 1.2)
"""Lines of text from one tick of values to the next, at least: where the first leave less than two
numbers, they stand closer."""
_TITLE_LINES, _DAY_LINES = 1.25, 1.5
"""Of the axes."""
_DOT_LINES = 0.3
"""Room for a dot at the least and the largest value."""


def lay_out(
    content: PlotContent,
    text: PlotText,
    *,
    width: float,
    height: float,
    shown: tuple[float, float] | None = None,
) -> PlotLayout:
    """Place everything.

    Args:
        content: what there is to show.
        text: measures and words.
        width, height: the room, in pixels.
        shown: first and last day that are seen, as of `day_number`; None for all.
    """
    room = _Room.of(content, text, (width, height))
    axes = [_axis(content, text, unit, room) for unit in _units(content)]
    frame = Box(_side(axes[:1], text), room.top, width - _right_side(axes[1:], text), room.bottom)
    days = Scale(*(shown or day_range(content)), frame.left, max(frame.right, frame.left + 1))
    px = day_px_of(days, is_by_year=content.is_by_year)
    by_unit = {axis.unit: axis.scale for axis in axes}
    overlays, strip_y = content.overlays, room.bottom - room.strip / 2
    return PlotLayout(
        width=width,
        height=height,
        frame=frame,
        strip_y=strip_y,
        days=days,
        day_ticks=_day_ticks(days, text, is_by_year=content.is_by_year),
        axes=tuple(axes),
        series=placed_series(content, by_unit, days, strip_y),
        curves=placed_curves(content, by_unit, px),
        bands=placed_bands(content, by_unit, px),
        windows=placed_windows(overlays.windows, frame, px),
        intervals=placed_intervals(overlays.intervals, frame, px, _interval_height(text)),
        marks=placed_marks(overlays.marks, px),
        legend=room.legend,
        is_by_year=content.is_by_year,
    )


def least_height(content: PlotContent, text: PlotText, *, width: float) -> float:
    """In pixels, what a plot of this width needs, so that its values can be told apart."""
    rest = _around(content, text) + LEAST_FRAME_LINES * text.line_px
    whole = legend_of(content, text, width=width, height=math.inf)[1]
    return rest + legend_of(content, text, width=width, height=rest + whole)[1]


def _around(content: PlotContent, text: PlotText) -> float:
    """Above and below the frame, but for the legend: axis titles, bars, and the days."""
    bars = interval_rows(content.overlays.intervals) * _interval_height(text)
    return (_TITLE_LINES + _DAY_LINES) * text.line_px + bars


@dataclass(frozen=True)
class _Room:
    """What is left for values, from top to bottom, and for dates without one at the bottom."""

    legend: tuple[LegendItem, ...]
    top: float
    bottom: float
    strip: float

    @classmethod
    def of(cls, content: PlotContent, text: PlotText, size: tuple[float, float]) -> _Room:
        legend, top = legend_of(content, text, width=size[0], height=size[1])
        below = _DAY_LINES * text.line_px
        top += _around(content, text) - below
        bottom = max(size[1] - below, top + LEAST_FRAME_PX)
        lacks = any(point.mean is None for one in content.series for point in one.points)
        return cls(legend, top, bottom, 0.9 * text.line_px if lacks else 0.0)


def _interval_height(text: PlotText) -> float:
    """Of a row of bars, with the room to the next one."""
    return 1.15 * text.line_px


def day_range(content: PlotContent) -> tuple[float, float]:
    """First and last day of all that is shown."""
    move = shifted if content.is_by_year else (lambda moment: moment)
    dates = (day_number(move(point.acquired)) for one in content.series for point in one.points)
    return days_shown(chain(dates, content.span or (), _overlay_days(content)))


def _overlay_days(content: PlotContent) -> Iterator[float]:
    """Of what has dates of its own: a window that begins before the first date is seen whole."""
    overlays = content.overlays
    days = chain.from_iterable((one.first, one.last) for one in overlays.windows)
    for day in days:
        yield day_number(shifted_day(day) if content.is_by_year else day)


def _units(content: PlotContent) -> list[str]:
    """The first two units; an index's axis where there is none."""
    units = list(dict.fromkeys(one.unit for one in content.series))[:MOST_AXES]
    return units or [INDEX]


def _axis(content: PlotContent, text: PlotText, unit: str, room: _Room) -> ValueAxis:
    low, high = values_shown(_numbers(content, unit))
    bottom = room.bottom - room.strip
    margin = min(_DOT_LINES * text.line_px, (bottom - room.top) / 4)
    scale = Scale(low, high, bottom - margin, room.top + margin)
    ticks = tuple(
        PlacedTick(scale.px(tick.number), text.number(tick.number, tick.decimals))
        for tick in _value_ticks(scale, text)
    )
    some = [one for one in content.series if one.unit == unit]
    names = list(dict.fromkeys(one.name for one in some))
    is_right = bool(content.series) and unit != content.series[0].unit
    return ValueAxis(unit, text.axis(unit, names), scale, ticks, is_right)


def _value_ticks(scale: Scale, text: PlotText) -> tuple[ValueTick, ...]:
    """Wide apart, or closer where that would leave less than two."""
    room = abs(scale.start_px - scale.end_px) / text.line_px
    ticks: tuple[ValueTick, ...] = ()
    for lines in _TICK_LINES:
        ticks = value_ticks(scale.low, scale.high, max(room / lines, 1.0))
        if len(ticks) > 1:
            break
    return ticks


def _numbers(content: PlotContent, unit: str) -> Iterator[float]:
    """All values that an axis has to reach."""
    some = [one for one in content.series if one.unit == unit]
    names = {one.name for one in some}
    for point in chain.from_iterable(one.points for one in some):
        yield from _known((point.mean,))
        if content.has_quarters:
            yield from _known((point.p25, point.p75))
    for band in content.overlays.bands:
        if not band.name or band.name in names:
            yield from _known((*band.low, *band.high))


def _known(values: Iterable[float | None]) -> Iterator[float]:
    return (value for value in values if value is not None)


def _side(axes: Iterable[ValueAxis], text: PlotText) -> float:
    """Room beside the frame for the widest number."""
    widths = [text.width(tick.label) for axis in axes for tick in axis.ticks]
    return max(widths, default=0.0) + 0.6 * text.line_px


def _right_side(axes: list[ValueAxis], text: PlotText) -> float:
    return _side(axes, text) if axes else 0.5 * text.line_px


def _day_ticks(days: Scale, text: PlotText, *, is_by_year: bool) -> tuple[PlacedTick, ...]:
    """Labels that do not touch; the first one says the year, and each that begins one."""
    room = abs(days.end_px - days.start_px)
    widest = text.width(text.day(day_ticks(0.0, 40.0, 4)[0], not is_by_year)) + text.line_px
    placed: list[PlacedTick] = []
    for tick in day_ticks(days.low, days.high, int(room / widest)):
        has_year = not is_by_year and (tick.is_major or not placed)
        placed.append(
            PlacedTick(days.px(day_number(tick.day)), text.day(tick, has_year), tick.is_major)
        )
    return tuple(placed)
