"""The plot laid out: everything that is painted, in pixels from the upper left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from ..curves import Basis
from ..values import PointState, ValueSeries
from .overlays import Interval
from .scales import Scale


@dataclass(frozen=True)
class Box:
    """An upright rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.bottom - self.top

    def contains(self, x: float, y: float) -> bool:
        """With its edges."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


class PlacedTick(NamedTuple):
    """A tick of an axis: its place along it and its words."""

    px: float
    label: str
    is_major: bool = False


@dataclass(frozen=True)
class ValueAxis:
    """An axis of values, at the left, or at the right for the second unit.

    Attributes:
        title: what it measures, written above it.
    """

    unit: str
    title: str
    scale: Scale
    ticks: tuple[PlacedTick, ...]
    is_right: bool = False


class Dot(NamedTuple):
    """A date of a series.

    Attributes:
        number: of its point in the series.
        y: of the mean; in the strip at the bottom for dates without a value.
        low_y, high_y: of the quarter and the three quarters; `y` where they are not known.
    """

    number: int
    x: float
    y: float
    low_y: float
    high_y: float
    state: PointState
    has_value: bool


@dataclass(frozen=True)
class PlacedSeries:
    """A series.

    Attributes:
        style: what number of colour and line it has.
        dots: of its dates, oldest first.
        pieces: numbers of the dots that a line joins each.
    """

    series: ValueSeries
    style: int
    dots: tuple[Dot, ...] = field(repr=False)
    pieces: tuple[tuple[int, ...], ...] = field(repr=False)


class CurvePart(NamedTuple):
    """Neighbouring values of a curve that rest on the same."""

    basis: Basis
    points: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class PlacedCurve:
    """A smoothed curve, in parts; each begins where the one before ends."""

    style: int
    parts: tuple[CurvePart, ...] = field(repr=False)


@dataclass(frozen=True)
class PlacedBand:
    """A range of values: (x, y of the low, y of the high) of each unbroken part."""

    number: int
    parts: tuple[tuple[tuple[float, float, float], ...], ...]
    middles: tuple[tuple[tuple[float, float], ...], ...]


@dataclass(frozen=True)
class PlacedInterval:
    """An interval's bar."""

    interval: Interval
    box: Box


@dataclass(frozen=True)
class PlacedWindow:
    """A shaded window, over the whole height of the frame."""

    box: Box
    label: str


@dataclass(frozen=True)
class PlacedMark:
    """An upright line."""

    day: date
    px: float
    label: str


@dataclass(frozen=True)
class LegendItem:
    """A sign with its words.

    Attributes:
        kind: `series`, `state`, `band` or `basis`.
        what: style of the series, `PointState`, number of the band, or `Basis`.
    """

    kind: str
    what: int | PointState | Basis
    label: str
    box: Box


@dataclass(frozen=True)
class PlotLayout:
    """See the parts.

    Attributes:
        frame: where values are.
        strip_y: of the dates without a value.
        days: scale of `day_number`.
        is_by_year: years lie over each other.
    """

    width: float
    height: float
    frame: Box
    strip_y: float
    days: Scale
    day_ticks: tuple[PlacedTick, ...]
    axes: tuple[ValueAxis, ...]
    series: tuple[PlacedSeries, ...]
    curves: tuple[PlacedCurve, ...] = ()
    bands: tuple[PlacedBand, ...] = ()
    windows: tuple[PlacedWindow, ...] = ()
    intervals: tuple[PlacedInterval, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    legend: tuple[LegendItem, ...] = ()
    is_by_year: bool = False
