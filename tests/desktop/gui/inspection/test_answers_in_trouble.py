"""What goes wrong on an inspector's day: no answer is lost, and none goes to a wrong place."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.answering import ITEMS, QUEUE, RESERVE, book_of, button_of, rows
from tests.desktop.window import settle, wait_for, wait_for_tasks

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def book(dock: Any, tmp_path: Path) -> Iterator[Any]:
    book = book_of(dock)
    book.open(str(tmp_path / "r.gpkg"))
    wait_for(lambda: book.record.is_open)
    settle()
    yield book
    book.unload()


@pytest.fixture
def refused(book: Any, tmp_path: Path) -> Any:
    """The first question is answered, and its record is gone."""
    told: list[str] = []
    book.failed.connect(told.append)
    (tmp_path / "r.gpkg").rename(tmp_path / "away.gpkg")
    book.answer(button_of(book, "1"))
    wait_for(lambda: told and told[-1])
    return book


class TestAnAnswerThatCouldNotBeWritten:
    def test_is_written_before_the_one_that_is_given_next(
        self, refused: Any, tmp_path: Path
    ) -> None:
        refused.queue.go_to(1)
        (tmp_path / "away.gpkg").rename(tmp_path / "r.gpkg")
        refused.answer(button_of(refused, "2"))
        wait_for(lambda: not refused.kept.is_writing and not refused.kept.is_waiting)
        assert [(row.item, row.answer.outcome.value) for row in rows(refused)] == [
            (ITEMS[0], "confirmed"),
            (ITEMS[1], "not confirmed"),
        ]

    def test_goes_to_the_record_that_is_opened_instead(self, refused: Any, tmp_path: Path) -> None:
        refused.open(str(tmp_path / "other.gpkg"))
        wait_for(lambda: refused.record.is_open and not refused.kept.is_waiting)
        assert [row.item for row in rows(refused)] == [ITEMS[0]]

    def test_is_kept_by_who_looks_for_another_record_and_finds_none(
        self, dock: Any, tmp_path: Path
    ) -> None:
        inspection = dock.inspection
        book = inspection.answers
        inspection.queue.open(QUEUE)
        book.open(str(tmp_path / "r.gpkg"))
        wait_for(lambda: book.record.is_open)
        settle()
        (tmp_path / "r.gpkg").rename(tmp_path / "away.gpkg")
        book.answer(button_of(book, "1"))
        wait_for(lambda: bool(inspection.bar.problem.text))
        inspection.record.ask()
        inspection.record.dialog.reject()
        assert book.kept.is_waiting
        assert inspection.bar.retry.isVisible()
        (tmp_path / "away.gpkg").rename(tmp_path / "r.gpkg")
        inspection.actions.letters["Shift+T"].trigger()
        wait_for(lambda: not book.kept.is_waiting)
        assert len(rows(book)) == 1


class TestWhatIsLeftUnwritten:
    """The project is closed, or QGIS ends, while its record takes nothing."""

    @pytest.fixture
    def asked(self, dock: Any, iface: Any, tmp_path: Path) -> Any:
        from cbm_chips.gui.session.inspection.unwritten import folders_aside

        dock.inspection.queue.open(QUEUE)
        answers = dock.inspection.answers
        answers.open(str(tmp_path / "r.gpkg"))
        wait_for(lambda: answers.record.is_open)
        settle()
        (tmp_path / "r.gpkg").rename(tmp_path / "away.gpkg")
        answers.answer(button_of(answers, "1"))
        yield answers
        for old in (old for folder in folders_aside() for old in folder.glob("r-*")):
            old.unlink()

    def test_is_told_and_gets_into_the_record_when_it_is_opened_again(
        self, asked: Any, iface: Any, clean_project: Any, tmp_path: Path
    ) -> None:
        clean_project.clear()
        wait_for(lambda: "1 answer is not in the record r.gpkg" in said_by(iface))
        (tmp_path / "away.gpkg").rename(tmp_path / "r.gpkg")
        asked.open(str(tmp_path / "r.gpkg"))
        wait_for(lambda: asked.newest)
        assert [row.item for row in rows(asked)] == [ITEMS[0]]
        wait_for(lambda: "is in the record now" in said_by(iface))

    def test_is_told_at_the_end_of_qgis_too(
        self, asked: Any, iface: Any, loaded: Any, tmp_path: Path
    ) -> None:
        loaded.unload()
        assert "1 answer is not in the record r.gpkg" in said_by(iface)

    def test_is_not_lost_with_a_disk_that_does_not_answer(
        self, dock: Any, iface: Any, asked: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.gui.session.inspection import open_record

        monkeypatch.setattr(open_record, "LONGEST_LAST_WRITE_S", 0.0)
        has_ended = threading.Event()
        asked.record.do_last(lambda record: has_ended.wait(60), lambda result: None)
        asked.unload()
        assert "1 answer is not in the record r.gpkg" in said_by(iface)
        has_ended.set()

    def test_is_told_when_somebody_sees_the_dock_again(
        self, asked: Any, dock: Any, tmp_path: Path
    ) -> None:
        told: list[str] = []
        asked.leave()
        asked.kept.aside.connect(told.append)
        asked.kept.look_aside()
        words = f"1 answer is not in the record {tmp_path / 'r.gpkg'} yet"
        wait_for(lambda: any(one.startswith(words) for one in told))


@pytest.fixture
def has_read(qgis_app: Any) -> Iterator[threading.Event]:
    """All threads of QGIS's tasks are taken by reads until it is set."""
    from cbm_chips.bridge.tasks.background_call import BackgroundCall

    has_read = threading.Event()
    reads = [BackgroundCall("read", has_read.wait) for _ in range(64)]
    for one in reads:
        one.start()
    yield has_read
    has_read.set()
    wait_for_tasks()


class TestAnAnswerAmidWork:
    def test_waits_for_no_task_of_qgis(self, book: Any, has_read: threading.Event) -> None:
        book.answer(button_of(book, "1"))
        wait_for(lambda: book.can_undo)
        assert not has_read.is_set()
        assert len(rows(book)) == 1

    def test_holds_up_no_dock_that_goes(
        self, book: Any, has_read: threading.Event, tmp_path: Path
    ) -> None:
        from cbm_chips.core.inspection.record.record import Record

        book.answer(button_of(book, "1"))
        book.unload()
        assert not has_read.is_set()
        with Record.read(tmp_path / "r.gpkg") as record:
            assert len(record.entries()) == 1


class TestManyThatCannotBeInspected:
    def test_have_a_replacement_each_as_the_queue_gives_them(
        self, dock: Any, tmp_path: Path
    ) -> None:
        other = replace(RESERVE, parcel="315013")
        queue = replace(QUEUE, items=(*ITEMS, RESERVE, other))
        book = book_of(dock, queue)
        book.open(str(tmp_path / "r.gpkg"))
        wait_for(lambda: book.record.is_open)
        book.answer_many([ITEMS[0], ITEMS[2]], button_of(book, "8"))
        wait_for(lambda: book.can_undo)
        assert [row.replaced_by for row in rows(book)] == ["315012", "315013"]
        assert {RESERVE, other} <= set(book.queue.items)
        book.unload()


class TestAnotherProject:
    def test_gets_no_answers_of_the_queue_of_the_one_before(
        self, dock: Any, clean_project: Any, tmp_path: Path
    ) -> None:
        inspection = dock.inspection
        clean_project.write(str(tmp_path / "a.qgs"))
        inspection.queue.open(QUEUE)
        inspection.answers.open(str(tmp_path / "a.gpkg"))
        wait_for(lambda: inspection.answers.record.is_open)
        settle()
        clean_project.clear()
        assert not inspection.queue.is_open
        assert not inspection.answers.record.path

    def test_that_was_saved_after_its_record_was_opened_finds_it_again(
        self, dock: Any, clean_project: Any, tmp_path: Path
    ) -> None:
        inspection = dock.inspection
        inspection.answers.open(str(tmp_path / "a.gpkg"))
        wait_for(lambda: inspection.answers.record.is_open)
        clean_project.write(str(tmp_path / "a.qgs"))
        clean_project.clear()
        clean_project.read(str(tmp_path / "a.qgs"))
        wait_for(lambda: inspection.answers.record.is_open)
        assert inspection.answers.record.path == str(tmp_path / "a.gpkg")


def said_by(iface: Any) -> str:
    """All that stands in QGIS's message bar."""
    return "\n".join(str(one.text()) for one in iface.bar.items())
