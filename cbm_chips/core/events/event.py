"""An event of a parcel: the last clear date before it and the first clear one after it.

The event itself is not seen, only that the parcel looks different: it lies between two dates.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from ..errors import RequestError
from ..reasons import Reason
from ..sentinel2.scl import CloudFlag

BEFORE, AFTER = "before", "after"
_NOT_SEEN: Mapping[CloudFlag, Callable[[date], str]] = {
    CloudFlag.CLOUDY: lambda day: Reason(
        "{day} is cloudy: only a date on which the parcel was seen can be marked.", day=day
    ),
    CloudFlag.NO_DATA: lambda day: Reason(
        "{day} has no data: only a date on which the parcel was seen can be marked.", day=day
    ),
}


@dataclass(frozen=True)
class EventMark:
    """A date on one side of an event.

    Attributes:
        acquired: aware UTC datetime of the picture that was looked at.
        scene: its id.
        is_clear: it was clear; a partly clear date may be marked, too.
    """

    acquired: datetime
    scene: str = ""
    is_clear: bool = True

    @property
    def day(self) -> date:
        """The UTC day."""
        return self.acquired.date()


@dataclass(frozen=True)
class ParcelEvent:
    """Between which dates something happened.

    Attributes:
        before: last date on which it had not happened yet; None while it is not known.
        after: first date on which it had.
    """

    before: EventMark | None = None
    after: EventMark | None = None

    @property
    def is_complete(self) -> bool:
        """Both sides are known."""
        return self.before is not None and self.after is not None

    @property
    def days(self) -> int | None:
        """From one date to the other; None while one is missing."""
        if self.before is None or self.after is None:
            return None
        return (self.after.day - self.before.day).days

    def overlaps(self, first: date, last: date) -> bool:
        """It may have happened on one of these days, both included; an open side reaches far."""
        begins = self.before.day if self.before else date.min
        ends = self.after.day if self.after else date.max
        return begins <= last and first <= ends


def mark_of(acquired: datetime | None, scene: str, flag: CloudFlag | None) -> EventMark:
    """A date as a side of an event.

    Args:
        acquired: None for a scene without a date.
        scene: its id.
        flag: the verdict on the parcel, None while there is none.

    Raises:
        RequestError: field `event`, for a date on which the parcel was not seen.
    """
    if acquired is None or flag is None:
        raise RequestError(
            "event",
            scene,
            Reason(
                "This date is not read: only a date on which the parcel was seen can be marked."
            ),
        )
    if flag in _NOT_SEEN:
        raise RequestError("event", scene, _NOT_SEEN[flag](acquired.date()))
    return EventMark(acquired, scene, is_clear=flag is not CloudFlag.PARTLY)
