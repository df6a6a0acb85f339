"""Events, windows and markers as what lies over the plot; their forms tell them apart."""

from __future__ import annotations

from collections.abc import Iterator

from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.events.answer import EventAnswer, gap_words
from ...core.events.event import ParcelEvent
from ...core.markers.agreement import MarkerAnswer, MarkerVerdict
from ...core.series.plot.overlays import DayMark, Interval, IntervalForm, PlotOverlays, ShadedWindow
from ..session.books.event_book import EventBook
from ..session.books.marker_book import MarkerBook
from .words import DOT, answer_words, event_notes, marker_title

_FORMS = {
    None: IntervalForm.OPEN,
    MarkerVerdict.CONFIRMED: IntervalForm.FULL,
    MarkerVerdict.REFUTED: IntervalForm.HATCHED,
}
"""Of a marker, by what was said of it."""


def event_overlays(book: EventBook) -> PlotOverlays:
    """The window shaded, events as full bars, gaps that leave one undecided as hatched ones."""
    told = book.answers()
    intervals: list[Interval] = []
    marks: list[DayMark] = []
    for number, (event, answer) in enumerate(told, 1):
        intervals += _intervals(number, event, answer)
        marks += _marks(number, event)
    window = book.window
    shaded = () if window is None else (ShadedWindow(window.first, window.last, window.name),)
    return PlotOverlays(tuple(intervals), shaded, tuple(marks))


def marker_overlays(book: MarkerBook) -> PlotOverlays:
    """Markers of the parcel on show: outlined, full once confirmed, hatched once refuted."""
    intervals = []
    for marker in book.own:
        answer: MarkerAnswer | None = book.answer_of(marker)
        form = _FORMS[answer.verdict if answer else None]
        words = DOT.join(filter(None, (marker.signal, answer_words(answer))))
        title = marker_title(marker)
        intervals.append(Interval(title, marker.first, marker.last, form, words))
    return PlotOverlays(tuple(intervals))


def _intervals(number: int, event: ParcelEvent, answer: EventAnswer) -> Iterator[Interval]:
    if event.before is None or event.after is None:
        return
    title = tr("Event {number}").format(number=number)
    notes = DOT.join((title, *event_notes(event, answer)))
    yield Interval(str(number), event.before.day, event.after.day, IntervalForm.FULL, notes)
    if answer.gap is not None:
        words = worded(gap_words(answer.gap))
        gap = answer.gap
        yield Interval(tr("Gap"), gap.first, gap.last, IntervalForm.HATCHED, words)


def _marks(number: int, event: ParcelEvent) -> Iterator[DayMark]:
    """The one date of an event that is still open."""
    if event.before is not None and event.after is None:
        yield DayMark(event.before.day, tr("Event {number}: after this").format(number=number))
    if event.after is not None and event.before is None:
        yield DayMark(event.after.day, tr("Event {number}: by this").format(number=number))
