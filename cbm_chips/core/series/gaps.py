"""Where the line of a series is broken: the named rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from .values import SeriesPoint

LONGEST_JOINED_DAYS = 20
"""The line joins neighbouring clear dates up to so many days apart: four overpasses of the pair of
satellites. What lies farther apart is a gap, in which nobody has seen the parcel."""
_LONGEST = timedelta(days=LONGEST_JOINED_DAYS)


def pieces(points: Sequence[SeriesPoint]) -> list[list[int]]:
    """Numbers of the points that one line joins each, all clear dates in one of the pieces."""
    found: list[list[int]] = []
    for number, point in enumerate(points):
        if not point.is_joined:
            continue
        last = points[found[-1][-1]] if found else None
        if last is not None and point.acquired - last.acquired <= _LONGEST:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def gaps(points: Sequence[SeriesPoint]) -> list[tuple[SeriesPoint, SeriesPoint]]:
    """The clear dates before and after each gap."""
    some = pieces(points)
    return [(points[one[-1]], points[next_one[0]]) for one, next_one in zip(some, some[1:])]
