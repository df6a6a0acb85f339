"""Days by month and week of the month: a season as a calendar, in which gaps are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WEEKS = ((1, 7), (8, 14), (15, 21), (22, 28), (29, 31))
"""First and last day of each week of a month; the last one has three days at most."""


@dataclass(frozen=True)
class CalendarMonth:
    """A month with its weeks.

    Attributes:
        year, month: 1 is January.
        weeks: for each of `WEEKS`, which of the days lie in it: their places in the list, in the
            order of time.
    """

    year: int
    month: int
    weeks: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> int:
        """How many days the fullest week has; 1 for a month without any."""
        return max(1, *map(len, self.weeks))


def months_of(days: Sequence[date]) -> tuple[CalendarMonth, ...]:
    """All months from that of the first day to that of the last, empty ones as well.

    Args:
        days: in any order; several may be the same.
    """
    if not days:
        return ()
    by_week: dict[tuple[int, int], list[int]] = {}
    for place in sorted(range(len(days)), key=lambda place: days[place]):
        by_week.setdefault((_month_number(days[place]), _week(days[place])), []).append(place)
    numbers = range(_month_number(min(days)), _month_number(max(days)) + 1)
    return tuple(
        CalendarMonth(
            number // 12,
            number % 12 + 1,
            tuple(tuple(by_week.get((number, week), ())) for week in range(len(WEEKS))),
        )
        for number in numbers
    )


def _month_number(day: date) -> int:
    return 12 * day.year + day.month - 1


def _week(day: date) -> int:
    return next(week for week, (_, last) in enumerate(WEEKS) if day.day <= last)
