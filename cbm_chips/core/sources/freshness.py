"""The newest date that a source has at a place, and whether a source is behind another there.

Catalogues fall behind without saying so: of one of them weeks are missing now and then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..model import MISSION_START

if TYPE_CHECKING:
    from ..model import ChipRequest
    from .source import Source

EXPECTED_DAYS = 8
"""Two satellites pass a place every five days at least, and a product is there a day or two
later. A newest date that is older than this is worth a question."""
BEHIND_DAYS = 4
"""More than a few: so many days less than another source is behind."""
REACHES_DAYS = (20, 100)
"""How far back a source is asked, until something is found; both together at most."""


@dataclass(frozen=True)
class Newest:
    """What is known of one source at one place.

    Attributes:
        source: as `open_source` takes it.
        day: its newest date (UTC); None where it has none within reach, or could not be asked.
        problem: why it could not be asked, for people; empty if it could.
    """

    source: str
    day: date | None = None
    problem: str = ""


def newest_date(request: ChipRequest, source: Source, *, until: date) -> date | None:
    """The last day with a scene at the request's place, whatever its clouds.

    At most two small searches; None where there is nothing in the days they reach back to.

    Args:
        request: gives place, size and level; its period does not matter.
        source: is asked, whatever the cache has of it.
        until: the last day that counts.

    Raises:
        SourceError: when the source can't be asked.
    """
    for first, last in _spans(until):
        wanted = replace(request, start=first, end=last, max_scene_cloud_pct=100.0)
        found = source.parse(source.fetch(wanted), wanted)
        days = [scene.acquired.date() for scene in found.scenes]
        if days:
            return max(days)
    return None


def is_overdue(newest: date | None, *, until: date) -> bool:
    """A source should have something newer by then."""
    return newest is None or (until - newest).days > EXPECTED_DAYS


def freshest_beyond(own: Newest, others: Iterable[Newest]) -> Newest | None:
    """The source that `own` is behind the most; None where it is behind none."""
    ahead = [other for other in others if other.source != own.source and _is_behind(own, other)]
    return max(ahead, key=_day_of, default=None)


def _is_behind(own: Newest, other: Newest) -> bool:
    if other.day is None:
        return False
    return own.day is None or (other.day - own.day).days > BEHIND_DAYS


def _day_of(newest: Newest) -> date:
    return newest.day or date.min


def _spans(until: date) -> Iterator[tuple[date, date]]:
    last = until
    for reach in REACHES_DAYS:
        first = max(last - timedelta(days=reach - 1), MISSION_START)
        if first > last:
            return
        yield first, last
        last = first - timedelta(days=1)
