"""Where an event lies in a legal window, as far as clear dates show it.

An event that is marked between two clear dates may have happened on either of these days or on
any day between. So there is an answer only where all of these days lie on one side of the window's
limits. Where they don't, it depends on why:

* With clear dates that are at most `CERTAIN_DAYS` = 10 days apart the event *straddles* the limit:
  Sentinel-2 comes back after 5 days, so that at most one acquisition is missing in between, and
  hardly any other picture would tell more.
* Where they are further apart the answer is *undecidable* because of a gap, which is named with
  its dates and its days: at least two acquisitions in between were lost, to clouds as a rule, and
  another source, a photo or radar may close it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..reasons import Reason, joined
from .event import ParcelEvent
from .legal_window import LegalWindow

CERTAIN_DAYS = 10
"""Twice the five days after which the two satellites come back."""


class Position(str, Enum):
    """An event against a window."""

    INSIDE = "inside"
    BEFORE = "outside, before"
    AFTER = "outside, after"
    STRADDLES = "straddles"
    UNDECIDABLE = "undecidable"
    INCOMPLETE = "incomplete"
    """One of its dates is still to be marked, and matters."""


@dataclass(frozen=True)
class Gap:
    """A time without a clear date.

    Attributes:
        first, last: the clear dates, or ends of the period, on both sides of it.
    """

    first: date
    last: date

    @property
    def days(self) -> int:
        """From one to the other."""
        return (self.last - self.first).days


@dataclass(frozen=True)
class EventAnswer:
    """What can be said of one event.

    Attributes:
        position: None where no window is chosen.
        window: the window.
        gap: because of which it is undecidable, else None.
        between: clear dates between the two that are marked: the event could be dated more closely.
    """

    position: Position | None
    window: LegalWindow | None = None
    gap: Gap | None = None
    between: tuple[date, ...] = ()

    @property
    def words(self) -> str:
        """The answer as a sentence for people; empty where there is no window."""
        return _sentence(self)

    @property
    def hint(self) -> str:
        """What is odd about the dates that are marked; empty if nothing is."""
        if not self.between:
            return ""
        return Reason(
            "Not adjacent: {count} clear dates lie between, the first on {day}.",
            count=len(self.between),
            day=self.between[0],
        )


def answer(event: ParcelEvent, window: LegalWindow | None, clear: Iterable[date]) -> EventAnswer:
    """Where the event lies.

    Args:
        event: as it is marked.
        window: None where none is chosen.
        clear: the days on which the parcel was seen clear, in any order.
    """
    days = sorted(set(clear))
    between = _between(event, days)
    if window is None:
        return EventAnswer(None, between=between)
    position = _position(event, window)
    gap = None
    if position is Position.STRADDLES:
        gap = _longest_in(event, between)
        if gap.days > CERTAIN_DAYS:
            return EventAnswer(Position.UNDECIDABLE, window, gap, between)
    return EventAnswer(position, window, None, between)


def _position(event: ParcelEvent, window: LegalWindow) -> Position:
    before = event.before.day if event.before else None
    after = event.after.day if event.after else None
    if after is not None and after < window.first:
        return Position.BEFORE
    if before is not None and before > window.last:
        return Position.AFTER
    if before is None or after is None:
        return Position.INCOMPLETE
    is_inside = window.first <= before and after <= window.last
    return Position.INSIDE if is_inside else Position.STRADDLES


def _between(event: ParcelEvent, days: Sequence[date]) -> tuple[date, ...]:
    if event.before is None or event.after is None:
        return ()
    return tuple(day for day in days if event.before.day < day < event.after.day)


def _longest_in(event: ParcelEvent, between: Sequence[date]) -> Gap:
    """Of a complete event; the marks themselves count as clear."""
    marks = [mark.day for mark in (event.before, event.after) if mark is not None]
    days = sorted([*marks, *between])
    return max((Gap(*pair) for pair in zip(days, days[1:])), key=lambda gap: gap.days)


def gaps_in(window: LegalWindow, clear: Iterable[date]) -> tuple[Gap, ...]:
    """Times of more than `CERTAIN_DAYS` without a clear date in a window, the longest first.

    The window's own limits count as clear dates, as nothing outside is asked for.
    """
    inside = sorted(day for day in set(clear) if window.first <= day <= window.last)
    days = [window.first, *inside, window.last]
    gaps = (Gap(*pair) for pair in zip(days, days[1:]))
    found = [gap for gap in gaps if gap.days > CERTAIN_DAYS]
    return tuple(sorted(found, key=lambda gap: (-gap.days, gap.first)))


def gap_words(gap: Gap) -> str:
    """`no clear date from .. to .. (24 days)`."""
    return Reason(
        "no clear date between {first} and {last} ({days} days)",
        first=gap.first,
        last=gap.last,
        days=gap.days,
    )


_WORDS: Mapping[Position, Callable[[str], str]] = {
    Position.INSIDE: lambda name: Reason("Inside “{window}”", window=name),
    Position.BEFORE: lambda name: Reason("Outside “{window}”: before it begins", window=name),
    Position.AFTER: lambda name: Reason("Outside “{window}”: after its end", window=name),
    Position.STRADDLES: lambda name: Reason("Straddles a limit of “{window}”", window=name),
    Position.UNDECIDABLE: lambda name: Reason("Undecidable for “{window}”", window=name),
    Position.INCOMPLETE: lambda name: Reason(
        "Open for “{window}”: a date is still to be marked", window=name
    ),
}


def _sentence(told: EventAnswer) -> str:
    if told.position is None or told.window is None:
        return ""
    said = _WORDS[told.position](told.window.name)
    return said if told.gap is None else joined((said, gap_words(told.gap)), ": ")
