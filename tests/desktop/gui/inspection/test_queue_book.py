"""The queue without its widgets: where it stands, where it goes, who stands in for whom."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

import pytest

from cbm_chips.core.inspection.queue.sample import LeftOut
from cbm_chips.core.inspection.queue.sample_queue import SampleQueue
from cbm_chips.core.inspection.queue.second_look import second_look
from cbm_chips.core.inspection.values import (
    SECOND_LOOK,
    InspectionAnswer,
    InspectionEntry,
    InspectionQuestion,
    Outcome,
    QueueItem,
)

NOW = datetime(2026, 11, 30, tzinfo=timezone.utc)
YES, BARRED = Outcome.CONFIRMED, Outcome.CANNOT_BE_INSPECTED
QUEUE = SampleQueue(
    tuple(QueueItem(f"0{number}", code) for number in range(1, 6) for code in ("E5", "ANC")),
    (InspectionQuestion("E5", wanted=2), InspectionQuestion("ANC")),
    "sample.csv",
    (LeftOut(9, "99", "E5", "no parcel of the layer has this id"),),
)


def entries(*said: tuple[str, str, Outcome | None]) -> dict[tuple[str, str], InspectionEntry]:
    return {
        (parcel, code): InspectionEntry(
            QueueItem(parcel, code), InspectionAnswer(outcome), "me", NOW, NOW
        )
        for parcel, code, outcome in said
    }


@pytest.fixture
def session(qgis_app: Any) -> Iterator[Any]:
    """Of no dock: nothing is read here."""
    from cbm_chips.gui.session.form_values.form_state import FormState
    from cbm_chips.gui.session.session import Session, Views

    views = Views(FormState, lambda: None, tuple, lambda error: False)  # type: ignore[arg-type, return-value]
    made = Session(views)
    yield made
    made.close()


@pytest.fixture
def book(session: Any) -> Any:
    from cbm_chips.gui.session.inspection.queue_book import QueueBook

    made = QueueBook(session, session)
    made.open(QUEUE)
    return made


@pytest.fixture
def said(session: Any) -> list[str]:
    """What was remarked."""
    heard: list[str] = []
    session.remarked.connect(heard.append)
    return heard


def current(book: Any) -> str:
    return " ".join(book.item.key)


def test_steps_through_the_questions_and_stops_at_the_ends(book: Any, said: list[str]) -> None:
    assert book.step(-1)
    assert (current(book), said) == ("01 E5", ["This is the first."])
    book.step(1)
    assert current(book) == "01 ANC"
    book.go_to(len(book.items) - 1)
    book.step(1)
    assert said[-1] == "This is the last of the queue."


def test_is_no_queue_before_it_is_opened(session: Any) -> None:
    from cbm_chips.gui.session.inspection.queue_book import QueueBook

    book = QueueBook(session, session)
    assert (book.item, book.step(1), book.next_undecided()) == (None, False, False)
    assert not book.go_to_id("01")


def test_goes_to_the_next_question_without_an_answer(book: Any) -> None:
    book.take_answers(entries(("01", "ANC", YES), ("02", "E5", YES)))
    assert book.next_undecided()
    assert current(book) == "02 ANC"


def test_begins_at_the_place_that_was_kept_or_at_the_first_open_one(book: Any) -> None:
    book.open(QUEUE, entries(("01", "E5", YES)))
    assert current(book) == "01 ANC"
    book.open(QUEUE, entries(("01", "E5", YES)), ("03", "ANC"))
    assert current(book) == "03 ANC"
    assert book.progress.decided == 1


def test_finds_a_parcel_by_its_id_in_the_same_bucket_first(book: Any) -> None:
    book.step(1)
    assert book.go_to_id("2")
    assert current(book) == "02 ANC"
    book.go_to_id("02")
    assert current(book) == "02 E5"


def test_says_why_a_parcel_is_not_there(book: Any, said: list[str]) -> None:
    for text in ("99", "77"):
        assert not book.go_to_id(text)
    assert said == [
        "Parcel 99 is not in the queue: no parcel of the layer has this id",
        "The queue has no parcel 77.",
    ]


def test_takes_one_of_the_reserve_for_one_that_cannot_be_inspected(
    book: Any, said: list[str]
) -> None:
    item = book.item
    assert book.replacement_of(item).parcel == "03"
    assert book.replace(item, "cloud gap").parcel == "03"
    assert said == ["Parcel 03 takes the place of 01 (cloud gap) in E5."]
    assert book.item == item
    book.take_answers(entries(("01", "E5", BARRED)))
    assert [one.parcel for one in book.items if one.question == "E5"] == ["01", "02", "03"]
    assert book.is_replaced(item)


def test_says_that_no_reserve_is_left(book: Any, said: list[str]) -> None:
    for number in range(1, 5):
        book.replace(QueueItem(f"0{number}", "E5"), "")
    assert book.replace(QueueItem("05", "E5"), "snow") is None
    assert said[-1] == "Parcel 05 (snow) can't be inspected, and E5 has no reserve left."


def test_gives_the_place_back_when_the_answer_is_taken_back(book: Any) -> None:
    book.take_answers(entries(("01", "E5", BARRED)))
    book.take_answers(entries(("01", "E5", None)))
    assert [one.parcel for one in book.items if one.question == "E5"] == ["01", "02"]


def test_tells_once_that_all_is_decided(book: Any) -> None:
    heard: list[int] = []
    book.all_decided.connect(lambda: heard.append(1))
    answers = entries(*((*item.key, YES) for item in book.items))
    last = answers.pop(book.items[-1].key)
    book.take_answers(answers)
    assert not heard
    book.take_answers({**answers, last.item.key: last})
    assert heard == [1]


def test_a_second_look_hides_the_first_answers_and_comes_back(book: Any) -> None:
    first = entries(*((*item.key, YES) for item in book.items))
    book.take_answers(first)
    book.go_to(3)
    second = second_look(book.items, "7", 30)
    book.begin_second_look(second)
    assert book.look == SECOND_LOOK
    assert tuple(item.key for item in book.items) == second.keys
    assert not any(map(book.is_decided, book.items))
    book.take_answers({second.keys[0]: first[second.keys[0]]}, SECOND_LOOK)
    assert book.progress.decided == 1
    assert book.next_undecided()
    book.end_second_look()
    assert (book.row, book.progress.decided) == (3, len(book.items))
