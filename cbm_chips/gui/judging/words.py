"""Events and markers in words, as lines of the panel and as text to be passed on."""

from __future__ import annotations

from collections.abc import Iterable

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import short_day, worded
from ...core.events.answer import EventAnswer
from ...core.events.event import EventMark, ParcelEvent
from ...core.markers.agreement import MarkerAnswer, MarkerVerdict
from ...core.markers.marker import MachineMarker
from ...core.reasons import Reason
from ..session.books.event_book import EventBook

DOT = " · "
_KINDS = {"mowing": Reason("mowing"), "harvest": Reason("harvest")}
_VERDICTS = {
    MarkerVerdict.CONFIRMED: Reason("confirmed"),
    MarkerVerdict.REFUTED: Reason("refuted"),
}


def event_line(number: int, event: ParcelEvent, answer: EventAnswer) -> str:
    """`1: 20/05/2022 to 25/05/2022 · 5 days · Inside “Mowing”`; the number counts from 1."""
    parts = [f"{number}: {event_days(event)}", *event_notes(event, answer)]
    return DOT.join(parts)


def event_days(event: ParcelEvent) -> str:
    """From when to when, as far as it is known."""
    before, after = (_day(mark) for mark in (event.before, event.after))
    if event.before is None:
        return tr("by {day}").format(day=after)
    if event.after is None:
        return tr("after {day}").format(day=before)
    return tr("{first} to {last}").format(first=before, last=after)


def event_notes(event: ParcelEvent, answer: EventAnswer) -> list[str]:
    """Its length, the answer, and what is odd about it."""
    notes = []
    if event.days is not None:
        notes.append(tr_count("{count} days", event.days))
    notes += [worded(words) for words in (answer.words, answer.hint) if words]
    marks = [mark for mark in (event.before, event.after) if mark is not None]
    if not all(mark.is_clear for mark in marks):
        notes.append(tr("marked on a date that is only partly clear"))
    return notes


def kind_words(kind: str) -> str:
    """Of a marker; the file's own word where it is none of ours."""
    return worded(_KINDS.get(kind, kind))


def marker_title(marker: MachineMarker) -> str:
    """`mowing 83 %`."""
    return " ".join((kind_words(marker.kind), *_sureness(marker)))


def marker_line(marker: MachineMarker, answer: MarkerAnswer | None) -> str:
    """`Machine: mowing 83 % · 20/05/2022 to 26/05/2022 · S2 · confirmed, blind`."""
    days = tr("{first} to {last}").format(
        first=short_day(marker.first), last=short_day(marker.last)
    )
    title = tr("Machine: {what}").format(what=marker_title(marker))
    parts = [title, days, marker.signal, answer_words(answer)]
    return DOT.join(part for part in parts if part)


def answer_words(answer: MarkerAnswer | None) -> str:
    """`confirmed, blind`; empty where there is none."""
    if answer is None:
        return ""
    verdict = worded(_VERDICTS[answer.verdict])
    return tr("{verdict}, blind").format(verdict=verdict) if answer.was_hidden else verdict


def events_as_text(book: EventBook) -> str:
    """A table with tabs, for the clipboard: English, ISO days, as other programs take it."""
    place, window = book.place, book.window
    header = "parcel before after days window window_from window_to answer gap note scenes"
    asked = ("", "", "") if window is None else (window.name, window.first, window.last)
    rows = [header.split()]
    for event, answer in book.answers():
        marks = [mark for mark in (event.before, event.after) if mark is not None]
        days = "" if event.days is None else event.days
        cells = (
            *("" if place is None else place.name, _iso(event.before), _iso(event.after), days),
            *asked,
            "" if answer.position is None else answer.position.value,
            "" if answer.gap is None else f"{answer.gap.first}/{answer.gap.last}",
            str(answer.hint),
            " ".join(mark.scene for mark in marks),
        )
        rows.append([str(cell) for cell in cells])
    return "".join("\t".join(_cells(row)) + "\n" for row in rows)


def _cells(row: Iterable[str]) -> list[str]:
    """Without what would break the table."""
    return [" ".join(cell.split()) for cell in row]


def _iso(mark: EventMark | None) -> str:
    return "" if mark is None else mark.day.isoformat()


def _day(mark: EventMark | None) -> str:
    return "" if mark is None else short_day(mark.day)


def _sureness(marker: MachineMarker) -> list[str]:
    if marker.confidence is not None:
        return [f"{round(100 * marker.confidence)} %"]
    return [marker.strength] if marker.strength else []
