"""What a plot is to show, and with whose words and letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from ..curves import Basis, SmoothedCurve
from ..values import PointState, ValueSeries
from .overlays import PlotOverlays
from .scales import DayTick


@dataclass(frozen=True)
class PlotContent:
    """What is shown.

    Attributes:
        series: several of one name are of several years, or of several sources.
        span: first and last day that the axis of time has at least, as of `day_number`; None for
            those of the dates.
        is_by_year: the years lie over each other; the series are of one year each.
        has_legend, has_quarters: with a legend; with the band from p25 to p75.
    """

    series: tuple[ValueSeries, ...] = ()
    curves: tuple[SmoothedCurve, ...] = ()
    overlays: PlotOverlays = field(default_factory=PlotOverlays)
    span: tuple[float, float] | None = None
    is_by_year: bool = False
    has_legend: bool = True
    has_quarters: bool = True

    def keys(self) -> list[str]:
        """Of all dates, by time."""
        points = [point for one in self.series for point in one.points if point.key]
        points.sort(key=lambda point: point.acquired)
        return list(dict.fromkeys(point.key for point in points))


@dataclass(frozen=True)
class PlotText:
    """How words are written, which core does not know.

    Attributes:
        line_px: height of a line.
        width: of a text, in pixels.
        number: a value with so many decimals.
        day: the label of a tick; the second argument is whether it has the year.
        axis: title of an axis, by its unit and the names of its series.
        series, state, basis: their words for the legend.
    """

    line_px: float
    width: Callable[[str], float]
    number: Callable[[float, int], str]
    day: Callable[[DayTick, bool], str]
    axis: Callable[[str, Sequence[str]], str]
    series: Callable[[ValueSeries], str]
    state: Callable[[PointState], str]
    basis: Callable[[Basis], str]
