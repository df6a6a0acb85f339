"""An answer that its record did not take is kept in a file, and gets into the record later."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from cbm_chips.core.inspection.record.aside import keep_aside, put_back, waiting_aside
from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.outputs.atomic_write import WriteError
from tests.core.inspection.entries import CONFIRMED, NOT_CONFIRMED, an_entry, full_entry


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Prüfung 2026.gpkg"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "aside"


def test_is_put_back_with_every_field_and_its_file_goes(path, folder):
    entries = (full_entry(), an_entry("00418", outcome=None))
    keep_aside(path, entries, [folder])
    with Record.open(path, "Anna") as record:
        assert put_back(record, [folder]) == 2
        assert record.entries() == entries
    assert list(folder.iterdir()) == []


def test_is_put_back_once_even_if_it_got_into_the_record_after_all(path, folder):
    """A disk that did not answer in time has written it."""
    keep_aside(path, [an_entry(), an_entry(question="ANC")], [folder])
    with Record.open(path, "Anna") as record:
        record.append([an_entry()])
        assert put_back(record, [folder]) == 1
        assert put_back(record, [folder]) == 0
        assert [one.item.question for one in record.entries()] == ["E5", "ANC"]


def test_does_not_stand_over_an_answer_that_was_given_later(path, folder):
    keep_aside(path, [an_entry(outcome=CONFIRMED)], [folder])
    first = an_entry()
    later = replace(first, decided=first.decided.replace(hour=9))
    with Record.open(path, "Anna") as record:
        record.append([replace(later, answer=replace(later.answer, outcome=NOT_CONFIRMED))])
        put_back(record, [folder])
        assert record.newest()["00417", "E5"].answer.outcome is NOT_CONFIRMED
        assert len(record.entries()) == 3


def test_of_another_record_stays(path, folder, tmp_path):
    keep_aside(path, [an_entry()], [folder])
    with Record.open(tmp_path / "other.gpkg", "Anna") as record:
        assert put_back(record, [folder]) == 0
    assert waiting_aside([folder]) == {path: 1}


def test_goes_to_the_first_folder_that_takes_it(path, folder, tmp_path):
    barred = tmp_path / "file"
    barred.write_text("no folder")
    kept = keep_aside(path, [an_entry()], [barred, folder])
    assert kept.parent == folder
    with pytest.raises(WriteError):
        keep_aside(path, [an_entry()], [barred])


def test_has_no_secret_in_its_file(path, folder):
    asked = an_entry(comment="see https://h.example/x?token=SECRET99")
    kept = keep_aside(path, [asked], [folder])
    assert "SECRET99" not in kept.read_text(encoding="utf-8")


def test_keeps_a_file_that_is_damaged_for_people_to_read(path, folder):
    kept = keep_aside(path, [an_entry()], [folder])
    whole = kept.read_text(encoding="utf-8")
    kept.write_text(whole[: len(whole) // 2], encoding="utf-8")
    with Record.open(path, "Anna") as record:
        assert put_back(record, [folder]) == 0
    assert kept.is_file()
    assert waiting_aside([folder]) == {}


def test_a_file_that_is_none_does_not_hold_up_the_others(path, folder):
    keep_aside(path, [an_entry()], [folder])
    (folder / "a.answers.json").write_text("[" * 100_000)
    (folder / "b.answers.json").mkdir()
    assert waiting_aside([folder]) == {path: 1}
    with Record.open(path, "Anna") as record:
        assert put_back(record, [folder]) == 1


@pytest.mark.parametrize("stem", ["p" * 235, "ü" * 115, "\U0001f33e" * 55, "\udcff" * 120])
def test_a_record_has_any_name_that_a_file_can_have(tmp_path, folder, stem):
    """Bytes that are no UTF-8 are half characters in a path."""
    record = tmp_path / f"{stem}.gpkg"
    keep_aside(record, [an_entry()], [folder])
    assert waiting_aside([folder]) == {record: 1}


def test_an_answer_with_half_a_character_is_kept(path, folder):
    entry = an_entry(comment="pasted \ud83d half")
    keep_aside(path, [entry], [folder])
    with Record.open(path, "Anna \udcff") as record:
        assert put_back(record, [folder]) == 1
        assert record.entries()[0].answer.comment == "pasted \ufffd half"
