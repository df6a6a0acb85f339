"""Where a project was last looked at, as a text that is kept with it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from typing import Any

from ....core.model import Place
from ....core.pipeline.date_lists import FILTERS
from .recent_places import KeptPlace

LARGEST_WKB = 1 << 18
"""Bytes of an outline; of a place with a larger one, which is no parcel, nothing is kept."""
ALL = next(iter(FILTERS))


@dataclass(frozen=True)
class ProjectPlace:
    """A place and how it was looked at.

    Attributes:
        place: with its outline and label.
        filter: name out of `FILTERS`.
        acquired: of the date that was chosen last; None for none.
    """

    place: Place
    filter: str = ALL
    acquired: datetime | None = None


def to_text(state: ProjectPlace) -> str:
    """As `from_text` reads it; empty for a place that is too large to be kept."""
    kept = KeptPlace.of(state.place, largest_wkb=LARGEST_WKB)
    if kept is None:
        return ""
    acquired = "" if state.acquired is None else state.acquired.isoformat()
    return json.dumps({"place": asdict(kept), "filter": state.filter, "acquired": acquired})


def from_text(text: str) -> ProjectPlace | None:
    """The stored values; None without a place, defaults for what else makes no sense."""
    try:
        stored: Any = json.loads(text)
        place = KeptPlace(**stored["place"]).place()
    except (ValueError, TypeError, KeyError):
        return None
    if place is None:
        return None
    chosen = stored.get("filter")
    return ProjectPlace(place, chosen if chosen in FILTERS else ALL, _time(stored.get("acquired")))


def _time(text: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=timezone.utc)
