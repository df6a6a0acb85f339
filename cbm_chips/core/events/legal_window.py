"""Legal windows: `Mowing`, 15 March to 1 July, every year or in one; kept as a short text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from ..errors import RequestError
from ..reasons import Reason

_EVERY_YEAR = re.compile(r"(\d{2})-(\d{2})")
_LEAP_YEAR = 2000


@dataclass(frozen=True)
class LegalWindow:
    """The days in which something has to happen, or may not.

    Attributes:
        name: of the question that it belongs to.
        first, last: both included.
    """

    name: str
    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a window that ends before it begins."""
        if self.last < self.first:
            allowed = Reason("a last day that is not before the first")
            raise RequestError("window", str(self.last), allowed)

    def overlap_days(self, first: date, last: date) -> int:
        """How many of these days, both included, lie in the window."""
        return max(0, (min(last, self.last) - max(first, self.first)).days + 1)


@dataclass(frozen=True)
class NamedWindow:
    """A window as a user enters it.

    Attributes:
        name: of the question.
        start, end: `2022-03-15`, or `03-15` for every year; both alike. One that ends earlier in
            the year than it begins ends in the next.
    """

    name: str
    start: str
    end: str

    def __post_init__(self) -> None:
        """Refuse what is no window, naming the field."""
        if not self.name.strip():
            raise RequestError("window_name", self.name, Reason("a name"))
        object.__setattr__(self, "name", self.name.strip())
        for field_name in ("start", "end"):
            text = getattr(self, field_name).strip()
            object.__setattr__(self, field_name, text)
            _check_day(f"window_{field_name}", text)
        if self.is_yearly != bool(_EVERY_YEAR.fullmatch(self.end)):
            allowed = Reason("both days with a year, or both without one")
            raise RequestError("window_end", self.end, allowed)
        if not self.is_yearly:
            self._in(0)

    @property
    def is_yearly(self) -> bool:
        """It comes back every year."""
        return _EVERY_YEAR.fullmatch(self.start) is not None

    def during(self, first: date, last: date) -> LegalWindow:
        """The window that has most days in this period; of several the first, of none the nearest.

        Args:
            first, last: the season that is looked at, both included.
        """
        if not self.is_yearly:
            return self._in(0)
        years = range(max(first.year - 1, date.min.year), min(last.year + 1, date.max.year - 1) + 1)
        found = [self._in(year) for year in years]
        best = max(found, key=lambda one: one.overlap_days(first, last))
        if best.overlap_days(first, last):
            return best
        middle = first + (last - first) / 2
        return min(found, key=lambda one: abs((one.first - middle).days))

    def _in(self, year: int) -> LegalWindow:
        if not self.is_yearly:
            first, last = date.fromisoformat(self.start), date.fromisoformat(self.end)
            return LegalWindow(self.name, first, last)
        first, last = _day_in(year, self.start), _day_in(year, self.end)
        return LegalWindow(self.name, first, _day_in(year + 1, self.end) if last < first else last)


def _check_day(field_name: str, text: str) -> None:
    yearly = _EVERY_YEAR.fullmatch(text)
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{text}" if yearly else text)
    except ValueError:
        allowed = Reason("a day such as 2022-03-15, or 03-15 for every year")
        raise RequestError(field_name, text, allowed) from None


def _day_in(year: int, text: str) -> date:
    """29 February is 28 February in most years."""
    month, day = map(int, text.split("-"))
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month + 1, 1) - timedelta(days=1)


def windows_text(windows: Iterable[NamedWindow]) -> str:
    """As `windows_of_text` reads it."""
    return json.dumps([[one.name, one.start, one.end] for one in windows])


def windows_of_text(text: str) -> tuple[NamedWindow, ...]:
    """The stored windows, each name once; what is none is left out."""
    try:
        told = json.loads(text)
    except ValueError:
        return ()
    found: dict[str, NamedWindow] = {}
    for row in told if isinstance(told, list) else ():
        try:
            window = NamedWindow(*row)
        except (RequestError, TypeError, AttributeError):
            continue
        found.setdefault(window.name, window)
    return tuple(found.values())
