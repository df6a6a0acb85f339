"""What others lay over the plot: intervals, shaded windows, marks, bands of values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum


class IntervalForm(str, Enum):
    """How an interval is drawn, so that no colour is needed to tell them apart."""

    FULL = "full"
    OPEN = "open"
    """Outlined: not confirmed, or not known exactly."""
    HATCHED = "hatched"
    """What is ruled out, or can't be known, such as a gap."""


@dataclass(frozen=True)
class Interval:
    """Something that lasts, or happened at some time between two days: a bar above the values.

    Attributes:
        label: for people, short.
        first, last: both inclusive.
        form: see `IntervalForm`.
        note: more about it, for the tooltip.
    """

    label: str
    first: date
    last: date
    form: IntervalForm = IntervalForm.FULL
    note: str = ""


@dataclass(frozen=True)
class ShadedWindow:
    """The days that a question is about, such as a legal period: shaded behind the values.

    Attributes:
        first, last: both inclusive.
        label: for people; may be empty.
    """

    first: date
    last: date
    label: str = ""


@dataclass(frozen=True)
class DayMark:
    """A single day: an upright line with its label.

    Attributes:
        label: for people, short.
    """

    day: date
    label: str = ""


@dataclass(frozen=True)
class ValueBand:
    """A range of values by day, such as the neighbours of the same crop: behind the series.

    Attributes:
        days: rising.
        low, high: as long as `days`; None where the band is broken.
        label: for the legend.
        name: of the index or band that it is of.
        middle: a line within the band, as long as `days`; may be empty.
    """

    days: tuple[date, ...]
    low: tuple[float | None, ...]
    high: tuple[float | None, ...]
    label: str
    name: str = ""
    middle: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class PlotOverlays:
    """All that one part lays over the plot."""

    intervals: tuple[Interval, ...] = ()
    windows: tuple[ShadedWindow, ...] = ()
    marks: tuple[DayMark, ...] = ()
    bands: tuple[ValueBand, ...] = ()


def all_overlays(parts: Iterable[PlotOverlays]) -> PlotOverlays:
    """Those of several parts, in their order."""
    some = list(parts)
    return PlotOverlays(
        tuple(one for part in some for one in part.intervals),
        tuple(one for part in some for one in part.windows),
        tuple(one for part in some for one in part.marks),
        tuple(one for part in some for one in part.bands),
    )
