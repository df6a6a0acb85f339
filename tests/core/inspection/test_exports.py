"""Every row of the sample comes back with what was answered, in the sample's order."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

from cbm_chips.core.errors import MissingPackage, RequestError
from cbm_chips.core.inspection.export_files import export_answers
from cbm_chips.core.inspection.exports import (
    InspectionStanding,
    answers_table,
    answers_tables,
)
from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.inspection.values import InspectionQuestion, KeptQueue, QueueItem
from cbm_chips.core.outputs.atomic_write import WriteError
from tests.core.inspection.entries import (
    IMPOSSIBLE,
    NOT_CONFIRMED,
    an_entry,
    an_item,
    full_entry,
)
from tests.hidden_packages import hidden

SAMPLE = ("bucket_id", "gsa_par_id", "gsa_hol_id", "ranking", "covered", "order_added")


def _standing(items, *entries, wanted=None):
    first = {entry.item.key: entry for entry in entries if entry.look == 1}
    second = {entry.item.key: entry for entry in entries if entry.look == 2}
    codes = dict.fromkeys(item.question for item in items)
    questions = tuple(InspectionQuestion(code, wanted=wanted) for code in codes)
    return InspectionStanding(KeptQueue("sample", tuple(items), questions), first, second)


def _dicts(table):
    return [dict(zip(table.header, row)) for row in table.rows]


def test_the_samples_columns_come_first_and_every_row_is_there_in_its_order():
    items = [an_item("0002"), an_item("0001", "ANC"), an_item("0001"), an_item("0003")]
    table = answers_table(_standing(items, an_entry("0001", "ANC", NOT_CONFIRMED)))
    assert table.header[:6] == SAMPLE
    assert [row[:2] for row in table.rows] == [
        ("E5", "0002"),
        ("ANC", "0001"),
        ("E5", "0001"),
        ("E5", "0003"),
    ]
    rows = _dicts(table)
    assert [row["outcome"] for row in rows] == ["", "not confirmed", "", ""]
    assert [row["state"] for row in rows] == ["open", "answered", "open", "open"]


def test_all_that_was_said_is_in_the_row():
    first = an_entry("00417", comment="late")
    (row,) = _dicts(answers_table(_standing([an_item()], first, full_entry())))
    assert (row["outcome"], row["comment"], row["inspector"]) == ("confirmed", "late", "Anna")
    assert row["decided"] == "2026-11-30T08:00:30+00:00"
    said = row["second_outcome"], row["second_reason"], row["second_inspector"]
    assert said == ("not confirmed", "cloud gap", "Anna Müller")


def test_one_that_was_replaced_names_its_replacement_and_the_reason_and_the_other_way_round():
    items = [an_item(f"000{number}") for number in range(4)]
    gone = an_entry("0000", outcome=IMPOSSIBLE, reason="too small", replaced_by="0002")
    rows = _dicts(answers_table(_standing(items, gone, an_entry("0002"), wanted=2)))
    assert [row["state"] for row in rows] == ["replaced", "open", "answered", "reserve"]
    assert (rows[0]["replaced_by"], rows[0]["reason"]) == ("0002", "too small")
    assert [row["replaces"] for row in rows] == ["", "", "0000", ""]


def test_rows_without_a_table_and_answers_without_a_row_are_there_too():
    rows = _dicts(answers_table(_standing([QueueItem("a", "E5")], an_entry("b"))))
    assert [(row["bucket_id"], row["gsa_par_id"], row["outcome"]) for row in rows] == [
        ("E5", "a", ""),
        ("E5", "b", "confirmed"),
    ]


def test_a_column_of_the_sample_with_a_name_of_ours_keeps_it():
    item = QueueItem("1", "E5", cells=(("gsa_par_id", "1"), ("reason", "random")))
    table = answers_table(_standing([item], an_entry("1", reason="snow")))
    (row,) = _dicts(table)
    assert (row["reason"], row["answer_reason"]) == ("random", "snow")


def test_what_a_record_holds_is_exported(tmp_path: Path):
    with Record.open(tmp_path / "record.gpkg", "Anna") as record:
        record.put_queue([an_item(), an_item("0002")], [], "sample")
        record.append([an_entry(), an_entry("0002"), an_entry("0002", outcome=None)])
        rows = _dicts(answers_table(InspectionStanding.of(record)))
    assert [row["outcome"] for row in rows] == ["confirmed", ""]


def test_as_csv_there_is_a_table_of_all_and_one_of_each_group(tmp_path: Path):
    items = [an_item("0002"), an_item("0001", "A/C"), an_item("0001")]
    standing = _standing(items, an_entry("0002", comment='=HYPERLINK("x")', reason="-1+2"))
    files = export_answers(tmp_path / "new" / "answers.csv", answers_tables(standing))
    names = [file.name for file in files]
    assert names[:2] == ["answers.csv", "answers_E5.csv"]
    assert names[2].startswith("answers_A_C")
    rows = list(csv.DictReader(files[0].read_text("utf-8").splitlines()))
    assert [row["gsa_par_id"] for row in rows] == ["0002", "0001", "0001"]
    assert (rows[0]["comment"], rows[0]["reason"]) == ('\'=HYPERLINK("x")', "'-1+2")
    assert len(files[1].read_text("utf-8").splitlines()) == 3


def test_as_xlsx_ids_are_texts_and_no_text_is_a_formula(tmp_path: Path):
    openpyxl = pytest.importorskip("openpyxl")
    items = [an_item("00417"), an_item("0001", "A/C"), an_item("=1+1", "a/c")]
    standing = _standing(items, an_entry(comment="=1+1\x07"), full_entry())
    (file,) = export_answers(tmp_path / "answers.xlsx", answers_tables(standing))
    book = openpyxl.load_workbook(file)
    assert book.sheetnames == ["all", "E5", "A_C", "a_c-2"]
    sheet = book["all"]
    header = [cell.value for cell in sheet[1]]
    first = dict(zip(header, sheet[2]))
    assert (first["gsa_par_id"].value, first["gsa_par_id"].data_type) == ("00417", "s")
    assert (first["comment"].value, first["comment"].data_type) == ("=1+1 ", "s")
    assert (sheet["B4"].value, sheet["B4"].number_format) == ("=1+1", "@")
    assert first["viewed_s"].value == 0
    assert {cell.data_type for row in sheet for cell in row} <= {"s", "n"}
    assert sheet.max_row == 4


def test_without_openpyxl_xlsx_is_refused_in_words_and_csv_goes(tmp_path: Path):
    tables = answers_tables(_standing([an_item()]))
    with hidden("openpyxl"):
        with pytest.raises(MissingPackage, match="openpyxl"):
            export_answers(tmp_path / "answers.xlsx", tables)
        export_answers(tmp_path / "answers.csv", tables)
    assert [path.name for path in tmp_path.iterdir()] == ["answers.csv"]


def test_another_ending_is_refused(tmp_path: Path):
    with pytest.raises(RequestError, match="xlsx"):
        export_answers(tmp_path / "answers.ods", ())


def test_nothing_imports_openpyxl_before_it_is_needed(tmp_path: Path):
    kept = sys.modules.pop("openpyxl", None)
    try:
        export_answers(tmp_path / "answers.csv", answers_tables(_standing([an_item()])))
        assert "openpyxl" not in sys.modules
    finally:
        if kept is not None:
            sys.modules["openpyxl"] = kept


def test_where_it_can_not_be_written_it_says_so(tmp_path: Path):
    (tmp_path / "answers.csv").mkdir()
    with pytest.raises(WriteError, match=r"answers\.csv"):
        export_answers(tmp_path / "answers.csv", answers_tables(_standing([an_item()])))
