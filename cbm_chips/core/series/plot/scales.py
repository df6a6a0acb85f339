"""Axes as numbers: where a day and a value lie in the plot, and which of them get a tick."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum

DAY_S = 86_400.0
_STEPS = (1.0, 2.0, 5.0, 10.0)
_LEAST_SPAN = 0.1
"""Of values: noise of a bare field is not blown up to the height of the plot."""
_MARGIN = 0.04
_SLACK = 0.9
"""Of the least step: a tick more is better than half as many."""


class Precision(Enum):
    """How much of a date a tick's label says."""

    DAY = "day and month"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True)
class Scale:
    """A line between numbers and pixels: days to the right, values upwards.

    Attributes:
        low, high: the numbers at both ends.
        start_px, end_px: where they lie; the other way round where numbers grow upwards.
    """

    low: float
    high: float
    start_px: float
    end_px: float

    def px(self, number: float) -> float:
        """Where a number lies, beyond the ends, too."""
        share = (number - self.low) / (self.high - self.low)
        return self.start_px + share * (self.end_px - self.start_px)

    def number(self, px: float) -> float:
        """What lies there."""
        share = (px - self.start_px) / (self.end_px - self.start_px)
        return self.low + share * (self.high - self.low)


@dataclass(frozen=True)
class ValueTick:
    """A number of the axis of values, and how many decimals tell it from the next one."""

    number: float
    decimals: int


@dataclass(frozen=True)
class DayTick:
    """A day of the axis of time.

    Attributes:
        is_major: its label says the year, too, or it is one.
    """

    day: date
    precision: Precision
    is_major: bool = False


def day_number(moment: datetime | date) -> float:
    """Days since 1970-01-01, with a fraction for the time of the day; UTC."""
    if isinstance(moment, datetime):
        return moment.timestamp() / DAY_S
    return float(moment.toordinal() - date(1970, 1, 1).toordinal())


def day_of(number: float) -> date:
    """The day that a number of `day_number` lies in."""
    return date(1970, 1, 1) + timedelta(days=math.floor(number))


def moment_of(number: float) -> datetime:
    """The moment of a number of `day_number`."""
    return datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(days=number)


def days_shown(numbers: Iterable[float]) -> tuple[float, float]:
    """Ends of an axis of time: a little room around all days, a week for a single one."""
    some = list(numbers)
    low, high = min(some, default=0.0), max(some, default=1.0)
    room = max((high - low) * 0.02, 0.0 if high - low > 7 else (7 - (high - low)) / 2, 0.7)
    return low - room, high + room


def values_shown(numbers: Iterable[float]) -> tuple[float, float]:
    """Ends of an axis of values: all of them with some room, and a range that is not tiny."""
    some = list(numbers)
    low, high = min(some, default=0.0), max(some, default=1.0)
    lacking = max(_LEAST_SPAN - (high - low), 0.0) / 2
    low, high = low - lacking, high + lacking
    room = _MARGIN * (high - low)
    return low - room, high + room


def value_ticks(low: float, high: float, most: float) -> tuple[ValueTick, ...]:
    """Round numbers: 1, 2 or 5 times a power of ten apart, at most about so many."""
    rough = (high - low) / max(most, 1.0)
    power = 10.0 ** math.floor(math.log10(rough))
    step = power * next(times for times in _STEPS if times * power >= rough * _SLACK)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(
        ValueTick(round(number * step, decimals), decimals) for number in range(first, last + 1)
    )


_MONTHS_APART = (1, 2, 3, 6)
_DAYS_APART = ((1,), (1, 16), (1, 11, 21), (1, 6, 11, 16, 21, 26))


def day_ticks(low: float, high: float, most: int) -> tuple[DayTick, ...]:
    """Years, else months, else days of months, as dense as `most` allows.

    Args:
        low, high: numbers of `day_number`.
        most: how many labels there is room for.
    """
    most = max(most, 1)
    months = (high - low) / 30.4
    if high - low <= most:
        first = math.ceil(low)
        return tuple(_tick_of_day(day_of(first + n)) for n in range(math.floor(high) - first + 1))
    for days in reversed(_DAYS_APART[1:]):
        if months * len(days) <= most:
            return _in_months(low, high, days)
    for apart in _MONTHS_APART:
        if months / apart <= most:
            return tuple(
                DayTick(day, Precision.MONTH, day.month == 1)
                for day in _month_starts(low, high)
                if (day.month - 1) % apart == 0
            )
    apart = max(1, math.ceil(months / 12 / most))
    return tuple(
        DayTick(day, Precision.YEAR, True)
        for day in _month_starts(low, high)
        if day.month == 1 and day.year % apart == 0
    )


def _in_months(low: float, high: float, days: tuple[int, ...]) -> tuple[DayTick, ...]:
    before = day_of(low).replace(day=1)
    starts = (before, *_month_starts(low, high))
    found = (start.replace(day=day) for start in dict.fromkeys(starts) for day in days)
    return tuple(_tick_of_day(day) for day in found if low <= day_number(day) <= high)


def _tick_of_day(day: date) -> DayTick:
    return DayTick(day, Precision.DAY, day.day == 1 and day.month == 1)


def _month_starts(low: float, high: float) -> list[date]:
    day, found = day_of(low).replace(day=1), []
    while day_number(day) <= high:
        if day_number(day) >= low:
            found.append(day)
        year, month = divmod(day.year * 12 + day.month, 12)
        day = date(year, month + 1, 1)
    return found
