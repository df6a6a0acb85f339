"""A short queue and a record, for stories about answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cbm_chips.core.inspection.values import QueueItem
from tests.desktop.window import wait_for

ITEMS = (QueueItem("315010", "E5"), QueueItem("315010", "ANC"), QueueItem("315011", "E5"))


def story_queue(items: Sequence[QueueItem]) -> Any:
    """A queue of these questions; Qt must not be imported with the module."""
    from cbm_chips.gui.session.inspection.inspection_queue import InspectionQueue

    queue = type("StoryQueue", (_Story, InspectionQueue), {})()
    queue.all, queue.replaced = list(items), []
    return queue


class _Story:
    """What a queue does, as far as answers see it; nothing of it is on show unless a test says."""

    all: list[QueueItem]
    replaced: list[tuple[QueueItem, str]]
    row: int | None = 0
    look = 1
    is_on_show = False
    moved: Any

    @property
    def items(self) -> Sequence[QueueItem]:
        return self.all

    @property
    def item(self) -> QueueItem | None:
        return None if self.row is None else self.all[self.row]

    def replacement(self, item: QueueItem) -> QueueItem:
        return QueueItem("reserve", item.question)

    def replace(self, item: QueueItem, reason: str) -> None:
        self.replaced.append((item, reason))

    def next_undecided(self) -> None:
        self.row = min((self.row or 0) + 1, len(self.all) - 1)
        self.moved.emit()

    def go_to(self, item: QueueItem) -> None:
        self.row = self.all.index(item)
        self.moved.emit()


def book_of(dock: Any, queue: Any) -> Any:
    """A book of its own, beside the dock's."""
    from cbm_chips.gui.session.inspection.answer_book import AnswerBook

    book = AnswerBook(dock.session, dock.judging.events, dock.judging.markers, dock)
    book.follow(queue)
    return book


def answer(book: Any, key: str) -> None:
    """By the button of a key, until it is written."""
    button = next(one for one in book.scheme.buttons if one.key == key)
    count = len(rows(book))
    book.answer(button)
    wait_for(lambda: len(rows(book)) > count and not book.kept.is_writing)


def rows(book: Any) -> Any:
    """All rows of its record, as others read it."""
    from cbm_chips.core.inspection.record.record import Record

    with Record.read(book.record.path) as record:
        return record.entries()
