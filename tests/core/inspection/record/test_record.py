"""The record keeps every answer with all that it rests on, and only ever adds."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from cbm_chips.core.errors import RequestError
from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.inspection.values import InspectionQuestion
from cbm_chips.core.outputs.atomic_write import WriteError
from tests.core.inspection.entries import (
    CONFIRMED,
    INCONCLUSIVE,
    NOT_CONFIRMED,
    a_picture,
    an_entry,
    an_item,
    full_entry,
)
from tests.open_files import held_open


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "inspection 2026 ü.gpkg"


def test_what_is_answered_is_there_the_next_day_with_every_field(path):
    with Record.open(path, "Anna") as record:
        record.append([full_entry()])
    with Record.open(path, "Anna") as record:
        assert record.entries() == (full_entry(),)


def test_the_full_entry_of_these_tests_leaves_no_field_empty():
    def empty(value: object) -> list[str]:
        told = [(one.name, getattr(value, one.name)) for one in fields(value)]
        return [n for n, own in told if own in (None, "", b"", ())] + [
            one for _, own in told if is_dataclass(own) for one in empty(own)
        ]

    assert empty(full_entry()) == []


def test_a_change_is_a_new_row_and_the_newest_counts(path):
    with Record.open(path, "Anna") as record:
        record.append([an_entry(outcome=CONFIRMED), an_entry(question="ANC")])
        record.append([an_entry(outcome=NOT_CONFIRMED)])
        assert [one.answer.outcome for one in record.entries()] == [
            CONFIRMED,
            CONFIRMED,
            NOT_CONFIRMED,
        ]
        newest = record.newest()
        assert newest["00417", "E5"].answer.outcome is NOT_CONFIRMED
        assert newest["00417", "ANC"].answer.outcome is CONFIRMED


def test_an_undo_is_a_row_too_after_which_the_question_is_open(path):
    with Record.open(path, "Anna") as record:
        record.append([an_entry(), an_entry(outcome=None)])
        assert len(record.entries()) == 2
        assert record.newest() == {}


def test_each_look_has_its_own_newest_answers(path):
    with Record.open(path, "Anna") as record:
        record.append([an_entry(), an_entry(outcome=INCONCLUSIVE, look=2)])
        assert record.newest(1)["00417", "E5"].answer.outcome is CONFIRMED
        assert record.newest(2)["00417", "E5"].answer.outcome is INCONCLUSIVE
        assert record.newest()["00417", "E5"].answer.outcome is INCONCLUSIVE
        record.append([an_entry(outcome=None, look=2)])
        assert record.newest(2) == {}
        assert record.newest()["00417", "E5"].answer.outcome is CONFIRMED


@pytest.mark.parametrize("table", ["answers", "pictures", "outlines", "openings"])
@pytest.mark.parametrize(
    "change",
    [
        "UPDATE {} SET fid = 99",
        "DELETE FROM {}",
        "INSERT OR REPLACE INTO {0} SELECT * FROM {0}",
        "REPLACE INTO {0} SELECT * FROM {0}",
    ],
)
def test_the_file_itself_lets_nobody_change_what_was_answered(path, table, change):
    with Record.open(path, "Anna") as record:
        record.append([full_entry()])
    only_added = pytest.raises(sqlite3.IntegrityError, match="only added")
    with closing(sqlite3.connect(path)) as store, only_added:
        store.execute(change.format(table))
    with Record.read(path) as record:
        assert record.entries() == (full_entry(),)


def test_queue_and_place_survive(path):
    items = (an_item(), an_item("0001", "ANC"), an_item())
    questions = (InspectionQuestion("E5", "Mown?", "No mowing", 12), InspectionQuestion("ANC"))
    with Record.open(path, "Anna") as record:
        assert record.queue().items == ()
        assert record.place() is None
        record.put_queue([an_item("old")], [], "old")
        record.put_queue(items, questions, "77_extracted_sample")
        record.put_place(("0001", "ANC"))
        record.put_setting("second look", "0.1 42")
    with Record.read(path) as record:
        kept = record.queue()
        assert (kept.name, kept.items, kept.questions) == (
            "77_extracted_sample",
            items,
            questions,
        )
        assert record.place() == ("0001", "ANC")
        assert record.setting("second look") == "0.1 42"


def test_an_outline_that_many_answers_rest_on_is_kept_once(path):
    with Record.open(path, "Anna") as record:
        record.append([full_entry(), full_entry()])
    with closing(sqlite3.connect(path)) as store:
        assert store.execute("SELECT COUNT(*) FROM outlines").fetchone() == (1,)


def test_several_answers_are_written_all_or_none(path):
    broken = an_entry(pictures=(replace(a_picture(), viewed_s=object()),))
    with Record.open(path, "Anna") as record:
        with pytest.raises(WriteError):
            record.append([an_entry(), broken])
        assert record.entries() == ()
        record.append([an_entry()])
        assert len(record.entries()) == 1


def test_a_record_of_a_newer_version_is_refused_in_words(path):
    Record.open(path, "Anna").close()
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("UPDATE inspection_about SET value = '9' WHERE name = 'schema'")
    for opened in (lambda: Record.open(path, "Anna"), lambda: Record.read(path)):
        with pytest.raises(RequestError, match="newer version"):
            opened()


def test_a_record_of_an_older_version_opens_and_gets_its_columns(path):
    with Record.open(path, "Anna") as record:
        record.append([an_entry()])
    with closing(sqlite3.connect(path)) as store, store:
        for view in ("newest_answers", "newest_by_parcel"):
            store.execute(f"DROP VIEW {view}")
        store.execute("ALTER TABLE answers DROP COLUMN cloud_rule")
    with Record.read(path) as record:
        assert record.entries() == (an_entry(),)
    with Record.open(path, "Anna") as record:
        record.append([full_entry()])
        assert record.entries() == (an_entry(), full_entry())


@pytest.mark.parametrize("content", [b"no database at all" * 90, b"PK\x03\x04", b""])
def test_a_file_that_is_no_record_is_refused_and_left_alone(path, content):
    path.write_bytes(content)
    with pytest.raises(RequestError, match="record"):
        Record.read(path)
    if content:
        with pytest.raises(RequestError, match="record"):
            Record.open(path, "Anna")
        assert path.read_bytes() == content


def test_a_geopackage_of_somebody_elses_is_refused_and_left_alone(path):
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("CREATE TABLE parcels (fid INTEGER PRIMARY KEY)")
    before = path.read_bytes()
    with pytest.raises(RequestError, match="it is no record"):
        Record.open(path, "Anna")
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path]


def test_reading_one_that_is_not_there_makes_none(path):
    with pytest.raises(RequestError, match="no such file"):
        Record.read(path)
    assert list(path.parent.iterdir()) == []


def test_a_reader_sees_what_is_answered_meanwhile_and_can_not_write(path):
    with Record.open(path, "Anna") as record, Record.read(path) as reader:
        record.append([an_entry()])
        assert len(reader.entries()) == 1
        with pytest.raises(WriteError, match="reading only"):
            reader.append([an_entry()])


def test_closed_it_is_one_file(path):
    with Record.open(path, "Anna") as record:
        record.append([an_entry()])
    assert list(path.parent.iterdir()) == [path]


def test_a_copy_holds_the_same(path, tmp_path):
    copy = tmp_path / "copies" / "copy.gpkg"
    with Record.open(path, "Anna") as record:
        record.append([full_entry()])
        record.save_as(copy)
        record.save_as(copy)
        with pytest.raises(WriteError, match="the record itself"):
            record.save_as(path)
        record.append([full_entry()])
        with held_open(copy):
            assert record.save_as(copy) == copy.with_name("copy-2.gpkg")
    with Record.read(copy) as record:
        assert record.entries() == (full_entry(),)
    with Record.read(copy.with_name("copy-2.gpkg")) as record:
        assert len(record.entries()) == 2
