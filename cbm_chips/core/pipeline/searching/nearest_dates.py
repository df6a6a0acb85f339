"""The nearest days with scenes before and after an empty period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...errors import SourceUnreachable
from ...model import MISSION_START, ChipRequest
from .search import find

if TYPE_CHECKING:
    from ...cache import ChipCache
    from ...sources.source import Source

REACHES_DAYS = (15, 60, 370)
"""How far is looked, on either side, until something is found: two satellites pass every five
days, clouds and winter may hide a month or two, a season comes back within a year."""

Span = tuple[date, date]


@dataclass(frozen=True)
class Nearest:
    """Days (UTC) with a scene at the place; None where there is none within reach.

    Attributes:
        before: the last one before the period.
        after: the first one after it.
        reach_days: how far was looked, at most, on either side.
    """

    before: date | None
    after: date | None
    reach_days: int = sum(REACHES_DAYS)


def nearest_dates(
    request: ChipRequest, source: Source, cache: ChipCache | None, *, today: date
) -> Nearest:
    """Search beside the request's period, near first; on each side only as far as needed.

    A server that works hard for every answer is asked for the nearest days only.

    All else the request limits (clouds of the scene, level) holds here, too.

    Raises:
        SourceError: when the source can't be asked.
    """

    def days(span: Span) -> list[date]:
        found = find(replace(request, start=span[0], end=span[1]), source, cache)
        if found.is_offline:  # what is kept does not show what else there is
            raise SourceUnreachable(found.notes[-1])
        return [scene.acquired.date() for scene in found.scenes]

    def first_hit(spans: Iterable[Span]) -> list[date]:
        for span in spans:
            found = days(span)
            if found or not source.lists_freely:
                return found
        return []

    before = first_hit(_spans_before(min(request.first_day, today + timedelta(days=1))))
    after = first_hit(_spans_after(request.last_day, today))
    reach = sum(REACHES_DAYS) if source.lists_freely else REACHES_DAYS[0]
    return Nearest(max(before, default=None), min(after, default=None), reach)


def closest_day(request: ChipRequest, nearest: Nearest) -> date | None:
    """Of both days, the one that is less far from the period; None where both lie in it."""
    first, last = request.first_day, request.last_day
    days = [day for day in (nearest.before, nearest.after) if day and not first <= day <= last]
    return min(days, key=lambda day: max(first - day, day - last), default=None)


def _spans_before(day: date) -> Iterator[Span]:
    last = day - timedelta(days=1)
    for reach in REACHES_DAYS:
        first = max(day - timedelta(days=reach), MISSION_START)
        if first > last:
            return
        yield first, last
        last = first - timedelta(days=1)


def _spans_after(day: date, today: date) -> Iterator[Span]:
    first = day + timedelta(days=1)
    for reach in REACHES_DAYS:
        last = min(day + timedelta(days=reach), today)
        if first > last:
            return
        yield first, last
        first = last + timedelta(days=1)
