"""Spans of days by name, as ISO texts: the last months, the season of a year."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timezone

LAST_3_MONTHS, LAST_12_MONTHS = "last 3 months", "last 12 months"
FIRST_SEASON = 2016
SEASON_BEGIN, SEASON_END = (3, 1), (10, 31)
"""Month and day between which crops stand in the field."""


@dataclass(frozen=True)
class Period:
    """First and last day as ISO texts, both inclusive."""

    start: str
    end: str


def today() -> date:
    """The day in UTC, by which acquisitions are dated."""
    return datetime.now(timezone.utc).date()


def last_months(count: int, *, until: date) -> Period:
    """From the same day of the month, or the month's last, `count` months ago."""
    months = until.year * 12 + until.month - 1 - count
    year, month = divmod(months, 12)
    longest = calendar.monthrange(year, month + 1)[1]
    begin = date(year, month + 1, min(until.day, longest))
    return Period(begin.isoformat(), until.isoformat())


def season(year: int) -> Period:
    """The crops' season of a year."""
    return Period(date(year, *SEASON_BEGIN).isoformat(), date(year, *SEASON_END).isoformat())


def seasons(until: date) -> tuple[int, ...]:
    """Years whose season has begun, the newest first."""
    newest = until.year if (until.month, until.day) >= SEASON_BEGIN else until.year - 1
    return tuple(range(newest, FIRST_SEASON - 1, -1))


_MOVING: dict[str, Callable[[date], Period]] = {
    LAST_3_MONTHS: lambda day: last_months(3, until=day),
    LAST_12_MONTHS: lambda day: last_months(12, until=day),
}


def period_called(name: str) -> Period | None:
    """The days a moving period stands for today; None if there is no such period."""
    rule = _MOVING.get(name)
    return rule(today()) if rule else None
