"""The nearest days with scenes before and after an empty period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..errors import SourceUnreachable
from ..model import MISSION_START, ChipRequest
from .search import find

if TYPE_CHECKING:
    from ..cache import ChipCache
    from ..sources.source import Source

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
    """

    before: date | None
    after: date | None


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
        if found.is_offline:  # what is kept does not tell what else there is
            raise SourceUnreachable(found.notes[-1])
        return [scene.acquired.date() for scene in found.scenes]

    def first_hit(spans: Iterable[Span]) -> list[date]:
        for span in spans:
            found = days(span)
            if found or not source.lists_freely:
                return found
        return []

    before = first_hit(_spans_before(request.first_day))
    after = first_hit(_spans_after(request.last_day, today))
    return Nearest(max(before, default=None), min(after, default=None))


def closest_day(request: ChipRequest, nearest: Nearest) -> date | None:
    """Of both days, the one that is less far from the period."""
    far = timedelta.max
    before = request.first_day - nearest.before if nearest.before else far
    after = nearest.after - request.last_day if nearest.after else far
    return nearest.before if before <= after else nearest.after


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
