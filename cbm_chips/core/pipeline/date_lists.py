"""Dates of a run narrowed, sorted, counted and looked up by their time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from ..sentinel2.scl import CloudFlag
from .series import Entry, State, by_time

Test = Callable[[Entry], bool]
FILTERS: dict[str, Test] = {
    "all": lambda entry: True,
    "clear": lambda entry: entry.is_clear,
    "doubtful": lambda entry: entry.is_doubtful,
    "partly": lambda entry: entry.flag is CloudFlag.PARTLY,
    "cloudy": lambda entry: entry.flag is CloudFlag.CLOUDY,
    "failed": lambda entry: entry.is_failed or entry.state is State.UNUSABLE,
    "left out": lambda entry: entry.state in (State.EXCLUDED, State.DUPLICATE),
}
"""What a grid can be narrowed to: name -> whether an entry stays."""

OLDEST_FIRST = "oldest first"
ORDERS: dict[str, Callable[[Entry], tuple[object, ...]]] = {
    OLDEST_FIRST: by_time,
    "newest first": lambda entry: (-entry.scene.acquired.timestamp(), entry.scene.id),
    "clearest first": lambda entry: (
        2.0 if entry.cloud_fraction is None else entry.cloud_fraction,
        entry.scene.acquired,
    ),
}
"""How a grid can be sorted: name -> sort key."""


def nearest_row(entries: Sequence[Entry], acquired: datetime | None) -> int | None:
    """The row of the date nearest in time; None where nothing is wanted or nothing has a date.

    Of two scenes of one moment it is the one that is used.
    """
    dated = [row for row, entry in enumerate(entries) if entry.scene.is_dated]
    if acquired is None or not dated:
        return None

    def distance(row: int) -> tuple[float, bool]:
        apart_s = (entries[row].scene.acquired - acquired).total_seconds()
        return abs(apart_s), entries[row].state is State.DUPLICATE

    return min(dated, key=distance)


def first_row_within(entries: Sequence[Entry], first: date, last: date) -> int | None:
    """The row to begin at, to see what happened in a window: its first clear date.

    Without one the last clear date before it, while no flag is known the first of its dates, else
    the nearest to its beginning; None where nothing has a date.
    """
    days = {row: one.scene.acquired.date() for row, one in enumerate(entries) if one.scene.is_dated}
    by_day = sorted(days, key=lambda row: (days[row], entries[row].state is State.DUPLICATE))
    clear = [row for row in by_day if entries[row].is_clear]
    choices = (
        *(row for row in clear if first <= days[row] <= last),
        *reversed([row for row in clear if days[row] < first]),
        *(row for row in by_day if first <= days[row] <= last),
        *sorted(by_day, key=lambda row: abs((days[row] - first).days)),
    )
    return next(iter(choices), None)


def counted(entries: Iterable[Entry]) -> dict[str, int]:
    """How many entries each filter leaves."""
    known = list(entries)
    return {name: sum(map(test, known)) for name, test in FILTERS.items()}
