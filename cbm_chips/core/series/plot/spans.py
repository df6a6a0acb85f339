"""Where intervals, shaded windows and marks lie."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from .overlays import DayMark, Interval, ShadedWindow
from .placed import Box, PlacedInterval, PlacedMark, PlacedWindow
from .placing import DayPx

_DAY = timedelta(days=1)
_GAP_PX = 2.0


def interval_rows(intervals: Sequence[Interval]) -> int:
    """How many rows of bars there are."""
    return max((row + 1 for row in _rows(intervals)), default=0)


def placed_intervals(
    intervals: Sequence[Interval], frame: Box, px: DayPx, row_px: float
) -> tuple[PlacedInterval, ...]:
    """Bars above the frame, in as few rows as they need; what is not in sight is left out."""
    count = interval_rows(intervals)
    placed = []
    for interval, row in zip(intervals, _rows(intervals)):
        ends = _in_frame(interval.first, interval.last, frame, px)
        if ends is not None:
            top = frame.top - (count - row) * row_px
            placed.append(
                PlacedInterval(interval, Box(ends[0], top, ends[1], top + row_px - _GAP_PX))
            )
    return tuple(placed)


def placed_windows(
    windows: Sequence[ShadedWindow], frame: Box, px: DayPx
) -> tuple[PlacedWindow, ...]:
    """The parts that are in sight."""
    found = ((one, _in_frame(one.first, one.last, frame, px)) for one in windows)
    return tuple(
        PlacedWindow(Box(ends[0], frame.top, ends[1], frame.bottom), one.label)
        for one, ends in found
        if ends is not None
    )


def placed_marks(marks: Sequence[DayMark], px: DayPx) -> tuple[PlacedMark, ...]:
    """At noon of their days; whoever paints clips them to the frame."""
    return tuple(
        PlacedMark(one.day, (px(one.day) + px(one.day + _DAY)) / 2, one.label) for one in marks
    )


def _rows(intervals: Sequence[Interval]) -> list[int]:
    """Of each interval: the first row in which nothing of its days is there already."""
    taken: list[list[Interval]] = []
    rows = []
    for interval in intervals:
        row = next(
            (n for n, row in enumerate(taken) if not any(_meet(interval, one) for one in row)),
            len(taken),
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(interval)
        rows.append(row)
    return rows


def _meet(one: Interval, other: Interval) -> bool:
    return one.first <= other.last and other.first <= one.last


def _in_frame(first: date, last: date, frame: Box, px: DayPx) -> tuple[float, float] | None:
    """From the beginning of the first day to the end of the last; None where not in sight."""
    left, right = px(first), px(last + _DAY)
    if right <= frame.left or left >= frame.right or right <= left:
        return None
    return max(left, frame.left), min(right, frame.right)
