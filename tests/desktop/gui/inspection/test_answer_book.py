"""Answers: written before anything else, undone by new rows, honest about what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.answering import ITEMS, RESERVE, answer, book_of, button_of, rows
from tests.desktop.window import wait_for

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def book(dock: Any, tmp_path: Path) -> Iterator[Any]:
    book = book_of(dock)
    book.open(str(tmp_path / "r.gpkg"))
    wait_for(lambda: book.record.is_open)
    yield book
    book.unload()


class TestAnAnswer:
    def test_is_in_the_record_before_the_next_question_shows(self, book: Any) -> None:
        seen = []
        book.queue.moved.connect(lambda: seen.append(len(rows(book))))
        answer(book, "1")
        assert seen == [1]
        assert book.queue.item == ITEMS[1]
        (row,) = rows(book)
        assert (row.item, row.answer.outcome.value) == (ITEMS[0], "confirmed")
        assert book.state_of(ITEMS[0]) == row

    def test_has_what_was_said_beside_it_once(self, book: Any) -> None:
        from cbm_chips.gui.session.inspection.answer_maker import AnswerDraft

        book.draft = AnswerDraft("snow", 70, " white ")
        answer(book, "3")
        answer(book, "1")
        first, second = (row.answer for row in rows(book))
        assert (first.reason, first.confidence_pct, first.comment) == ("snow", 70, "white")
        assert (second.reason, second.confidence_pct, second.comment) == ("", None, "")

    def test_that_it_can_t_be_inspected_wants_a_reason_and_a_replacement(self, book: Any) -> None:
        wanted: list[Any] = []
        book.reason_wanted.connect(wanted.append)
        book.answer(button_of(book, "4"))
        assert [one.label for one in wanted] == ["Cannot be inspected …"]
        assert rows(book) == ()
        answer(book, "8")
        (row,) = rows(book)
        assert (row.answer.reason, row.replaced_by) == ("too small", RESERVE.parcel)
        assert RESERVE in book.queue.items

    def test_stays_where_the_option_says_so(self, book: Any) -> None:
        from cbm_chips.gui.session.inspection.settings import set_goes_on

        set_goes_on(False)
        answer(book, "1")
        assert book.queue.item == ITEMS[0]

    def test_of_nothing_is_refused_in_words(self, book: Any) -> None:
        told: list[str] = []
        book.failed.connect(told.append)
        book.queue.close()
        book.answer(button_of(book, "1"))
        assert "no question" in told[-1]


class TestUndo:
    def test_appends_rows_and_goes_back(self, book: Any) -> None:
        answer(book, "1")
        assert book.can_undo
        assert not book.can_redo
        book.undo()
        wait_for(lambda: book.can_redo)
        assert [row.answer.outcome for row in rows(book)] == ["confirmed", None]
        assert book.state_of(ITEMS[0]) is None
        assert book.queue.item == ITEMS[0]
        book.redo()
        wait_for(lambda: book.can_undo)
        assert [row.answer.outcome for row in rows(book)] == ["confirmed", None, "confirmed"]
        assert book.state_of(ITEMS[0]) is not None

    def test_of_a_changed_answer_brings_the_former_one(self, book: Any) -> None:
        answer(book, "1")
        book.queue.go_to(0)
        answer(book, "2")
        book.undo()
        wait_for(lambda: book.can_redo)
        assert book.state_of(ITEMS[0]).answer.outcome.value == "confirmed"

    def test_ends_with_the_record(self, book: Any, tmp_path: Path) -> None:
        answer(book, "1")
        book.open(str(tmp_path / "other.gpkg"))
        wait_for(lambda: book.record.is_open)
        assert not book.can_undo
        assert book.newest == {}


class TestManyAtOnce:
    def test_have_a_row_each_and_are_undone_at_once(self, book: Any) -> None:
        book.answer_many(ITEMS, book.scheme.buttons[0])
        wait_for(lambda: book.can_undo)
        assert [row.item for row in rows(book)] == list(ITEMS)
        assert all(row.pictures == () and row.viewed_s == 0 for row in rows(book)[1:])
        book.undo()
        wait_for(lambda: book.can_redo)
        assert len(rows(book)) == 2 * len(ITEMS)
        assert book.newest == {}


class TestARecord:
    def test_is_asked_for_by_the_first_answer_which_is_kept(
        self, dock: Any, tmp_path: Path
    ) -> None:
        book = book_of(dock)
        asked: list[bool] = []
        book.record_wanted.connect(lambda: asked.append(True))
        book.answer(button_of(book, "1"))
        assert asked == [True]
        assert book.queue.item == ITEMS[0]
        book.open(str(tmp_path / "r.gpkg"))
        wait_for(lambda: book.can_undo)
        assert len(rows(book)) == 1
        book.unload()

    def test_that_is_opened_again_has_its_answers(
        self, dock: Any, book: Any, tmp_path: Path
    ) -> None:
        answer(book, "2")
        path = book.record.path
        book.unload()
        again = book_of(dock)
        again.open(path)
        wait_for(lambda: again.newest)
        assert again.state_of(ITEMS[0]).answer.outcome.value == "not confirmed"
        again.unload()

    def test_that_another_has_open_is_refused_in_words(
        self, dock: Any, book: Any, tmp_path: Path
    ) -> None:
        from cbm_chips.core.inspection.record.record import Record

        with Record.open(tmp_path / "taken.gpkg", "Grace"):
            told: list[str] = []
            book.failed.connect(told.append)
            book.open(str(tmp_path / "taken.gpkg"))
            wait_for(lambda: told and told[-1])
        assert "Grace" in told[-1]
        assert not book.record.is_open

    def test_that_can_t_be_written_keeps_the_answer_until_it_can(
        self, book: Any, tmp_path: Path
    ) -> None:
        """Its file is gone for a moment, as a share may be."""
        file, told = tmp_path / "r.gpkg", []
        book.failed.connect(told.append)
        file.rename(tmp_path / "away.gpkg")
        book.answer(button_of(book, "1"))
        wait_for(lambda: told and told[-1])
        assert "r.gpkg" in told[-1]
        assert book.queue.item == ITEMS[0]
        assert book.kept.is_waiting
        (tmp_path / "away.gpkg").rename(file)
        book.retry()
        wait_for(lambda: book.can_undo)
        assert told[-1] == ""
        assert len(rows(book)) == 1

    def test_has_the_last_answer_even_if_the_dock_goes_at_once(
        self, book: Any, tmp_path: Path
    ) -> None:
        from cbm_chips.core.inspection.record.record import Record

        book.answer(button_of(book, "1"))
        book.unload()
        with Record.read(tmp_path / "r.gpkg") as record:
            assert len(record.entries()) == 1
