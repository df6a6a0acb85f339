"""Spans of days by name, as ISO texts: the last months, the season of a year; the usual one."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timezone

LAST_3_MONTHS, LAST_12_MONTHS = "last 3 months", "last 12 months"
USUAL_MONTHS = 3
FIRST_SEASON = 2016
SEASON_BEGIN, SEASON_END = (3, 1), (10, 31)
"""Month and day between which crops stand in the field."""
ONLY_SEASON_OF = {"sample": 2022}
"""Sources that hold one season only."""


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
    LAST_3_MONTHS: lambda day: last_months(USUAL_MONTHS, until=day),
    LAST_12_MONTHS: lambda day: last_months(12, until=day),
}


def period_called(name: str) -> Period | None:
    """The days a moving period stands for today; None if there is no such period."""
    rule = _MOVING.get(name)
    return rule(today()) if rule else None


def usual_period(source: str) -> Period:
    """What is looked at unless days are given: the last months, or a source's only season."""
    year = ONLY_SEASON_OF.get(source)
    return season(year) if year is not None else last_months(USUAL_MONTHS, until=today())


def completed(start: str, end: str, source: str) -> Period:
    """Both days; one that is missing is the usual one, at the usual distance if that is earlier.

    Texts that are no days are left for the request to refuse.
    """
    usual = usual_period(source)
    if end and not start:
        return Period(_usual_start(end, usual), end)
    return Period(start or usual.start, end or usual.end)


def _usual_start(end: str, usual: Period) -> str:
    try:
        last = date.fromisoformat(end)
    except ValueError:
        return usual.start
    return min(usual.start, last_months(USUAL_MONTHS, until=last).start)
