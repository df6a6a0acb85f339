"""One number per date: the mean of an index or band over a parcel's clear pixels, and its state."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum


class PointState(str, Enum):
    """What a date's number is worth; each has a form of its own in the plot."""

    CLEAR = "clear"
    PARTLY = "partly"
    CLOUDY = "cloudy"
    SUSPECT = "suspect"
    """Clear, but its value dips alone: a cloud that was missed, or an event such as mowing."""
    DOUBTFUL = "doubtful"
    """Clear by the SCL, but another opinion says cloud."""
    NOT_JUDGED = "not judged"
    """There is no SCL: all pixels count."""
    NOT_READ = "not read"
    """It has no number: still to come, stopped, failed, left out, or no data over the parcel."""


JOINED = frozenset({PointState.CLEAR, PointState.SUSPECT, PointState.NOT_JUDGED})
"""The line goes through these; it leaves out dates on which cloud is seen or likely."""
INDEX, REFLECTANCE = "", "reflectance"
"""Units: an index has none."""


@dataclass(frozen=True)
class SeriesPoint:
    """A date.

    Attributes:
        acquired: aware UTC.
        mean, p25, p75: over the clear pixels; None where there is none.
        count: clear pixels with a value.
        state: see `PointState`.
        reason: why it is suspect, doubtful or not read, for people; empty where the state says
            it all.
        key: what it is found by: the scene's id; empty for dates of no run.
    """

    acquired: datetime
    mean: float | None = None
    p25: float | None = None
    p75: float | None = None
    count: int = 0
    state: PointState = PointState.NOT_READ
    reason: str = ""
    key: str = ""

    @property
    def is_joined(self) -> bool:
        """The line goes through it."""
        return self.mean is not None and self.state in JOINED


@dataclass(frozen=True)
class ValueSeries:
    """Dates of one index or band of one parcel, oldest first.

    Attributes:
        name: `NDVI`, `B08`.
        unit: `INDEX` or `REFLECTANCE`; another one for numbers of others.
        points: see `SeriesPoint`.
        origin: whose numbers they are, for people; empty for those of the run on show.
        year: that it is of, where years lie over each other; 0 where they follow each other.
    """

    name: str
    unit: str = INDEX
    points: tuple[SeriesPoint, ...] = field(default=(), repr=False)
    origin: str = ""
    year: int = 0

    def with_points(self, points: tuple[SeriesPoint, ...]) -> ValueSeries:
        """The same of other dates."""
        return replace(self, points=points)
