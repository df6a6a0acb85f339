"""The events of one parcel, as a person marks them: one mark after another, each can be undone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from typing import Any

from ..errors import RequestError
from ..reasons import Reason
from .event import AFTER, BEFORE, EventMark, ParcelEvent

MOST_UNDONE = 100


@dataclass(frozen=True)
class EventLog:
    """A value: every change gives a new one, which remembers the one before.

    Attributes:
        events: in the order they were begun.
        earlier: what `undo` goes back to, the newest last; is not kept with a project.
    """

    events: tuple[ParcelEvent, ...] = ()
    earlier: tuple[tuple[ParcelEvent, ...], ...] = ()

    def mark(self, side: str, mark: EventMark) -> EventLog:
        """Put a date on one side of the event that waits for it, else of a new event.

        Args:
            side: BEFORE or AFTER.
            mark: the date.

        Raises:
            RequestError: field `event`, where the date before would not lie before the date after.
        """
        if self.events and getattr(self.events[-1], side) is None:
            changed = replace(self.events[-1], **{side: mark})
            _check(changed)
            return self._with((*self.events[:-1], changed))
        return self._with((*self.events, ParcelEvent(**{side: mark})))

    def remove(self, number: int) -> EventLog:
        """Without one event, counted from 0; one that is not there changes nothing."""
        if not 0 <= number < len(self.events):
            return self
        return self._with(self.events[:number] + self.events[number + 1 :])

    def undo(self) -> EventLog:
        """As it was before the last change; without a change, as it is."""
        if not self.earlier:
            return self
        return EventLog(self.earlier[-1], self.earlier[:-1])

    @property
    def complete(self) -> tuple[ParcelEvent, ...]:
        """Those with both sides, by date."""
        known = (one for one in self.events if one.before is not None and one.after is not None)
        return tuple(sorted(known, key=_first_moment))

    def _with(self, events: tuple[ParcelEvent, ...]) -> EventLog:
        return EventLog(events, (*self.earlier, self.events)[-MOST_UNDONE:])


def _first_moment(event: ParcelEvent) -> datetime:
    mark = event.before or event.after
    return mark.acquired if mark is not None else datetime.max.replace(tzinfo=timezone.utc)


def _check(event: ParcelEvent) -> None:
    if event.before is None or event.after is None:
        return
    if event.before.acquired >= event.after.acquired:
        allowed = Reason(
            "The date before the event has to lie before the one after it; here they are {before} "
            "and {after}.",
            before=event.before.day,
            after=event.after.day,
        )
        raise RequestError("event", str(event.after.day), allowed)


def to_json(log: EventLog) -> list[dict[str, Any]]:
    """The events as plain values; what can be undone is left out."""
    return [
        {side: _told(getattr(event, side)) for side in (BEFORE, AFTER) if getattr(event, side)}
        for event in log.events
    ]


def of_json(told: object) -> EventLog:
    """The events of `to_json`; what is none is left out, whatever it is."""
    rows = told if isinstance(told, list) else []
    events = (_event(row) for row in rows)
    return EventLog(tuple(event for event in events if event is not None))


def events_text(logs: Mapping[str, EventLog]) -> str:
    """The events of several parcels, by a key for each, as `logs_of_text` reads them."""
    return json.dumps({key: to_json(log) for key, log in logs.items() if log.events})


def logs_of_text(text: str) -> dict[str, EventLog]:
    """The logs of `events_text`; none where the text is no such thing."""
    try:
        told = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    logs = {str(key): of_json(rows) for key, rows in told.items()}
    return {key: log for key, log in logs.items() if log.events}


def _told(mark: EventMark) -> dict[str, Any]:
    return {"acquired": mark.acquired.isoformat(), "scene": mark.scene, "is_clear": mark.is_clear}


def _event(row: object) -> ParcelEvent | None:
    if not isinstance(row, dict):
        return None
    event = ParcelEvent(_mark(row.get(BEFORE)), _mark(row.get(AFTER)))
    try:
        _check(event)
    except RequestError:
        return None
    return event if event.before or event.after else None


def _mark(told: object) -> EventMark | None:
    if not isinstance(told, dict):
        return None
    try:
        when = datetime.fromisoformat(str(told.get("acquired")))
    except ValueError:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=timezone.utc)
    is_clear = told.get("is_clear") is not False
    return EventMark(aware.astimezone(timezone.utc), str(told.get("scene", "")), is_clear)
