"""A short queue and a record, for stories about answers."""

from __future__ import annotations

from typing import Any

from cbm_chips.core.inspection.queue.sample_queue import SampleQueue
from cbm_chips.core.inspection.values import InspectionEntry, InspectionQuestion, QueueItem
from tests.desktop.sample import declared_parcels
from tests.desktop.window import settle, wait_for

ITEMS = (QueueItem("315010", "E5"), QueueItem("315010", "ANC"), QueueItem("315011", "E5"))
RESERVE = QueueItem("315012", "E5")
QUEUE = SampleQueue((*ITEMS, RESERVE), (InspectionQuestion("E5", wanted=2),), "sample.csv")


def book_of(dock: Any, queue: SampleQueue = QUEUE) -> Any:
    """A book of its own, beside the dock's, and no parcel is on show."""
    from cbm_chips.gui.session.inspection.answer_book import AnswerBook
    from cbm_chips.gui.session.inspection.queue_book import QueueBook

    questions = QueueBook(dock.session, dock)
    questions.open(queue)
    return AnswerBook(dock.session, dock.judging.events, dock.judging.markers, questions, dock)


def answer(book: Any, key: str) -> None:
    """By the button of a key, until it is written."""
    count = len(rows(book))
    book.answer(button_of(book, key))
    wait_for(lambda: len(rows(book)) > count and not book.kept.is_writing)


def button_of(book: Any, key: str) -> Any:
    return next(one for one in book.scheme.buttons if one.key == key)


def rows(book: Any) -> tuple[InspectionEntry, ...]:
    """All rows of its record, as others read it."""
    from cbm_chips.core.inspection.record.record import Record

    with Record.read(book.record.path) as record:
        return record.entries()


def show_parcel(dock: Any, name: str) -> None:
    """A parcel of the sample with its dates, whose keys are at hand."""
    from cbm_chips.core.model import Place

    parcel = next(one for one in declared_parcels() if one.id == name)
    dock.session.start(Place.of_parcel(parcel.outline, name))
    wait_for(lambda: not dock.session.runs.is_running)
    settle()
    dock.panel.view.setFocus()
