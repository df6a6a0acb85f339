"""What Processing makes of a record, also while somebody is writing to it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.inspection.record.record import Record
from cbm_chips.core.inspection.values import InspectionQuestion
from tests.core.inspection.entries import (
    IMPOSSIBLE,
    INCONCLUSIVE,
    NOT_CONFIRMED,
    an_entry,
    an_item,
)
from tests.desktop.running import feedback_class, refusal, run
from tests.open_files import held_open

pytestmark = pytest.mark.usefixtures("plugin")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """Ten rows in two buckets; open, as while an inspector works."""
    items = [*(an_item(f"00{n}") for n in range(7)), *(an_item(f"00{n}", "ANC") for n in range(3))]
    questions = [InspectionQuestion("E5", "Mown?", wanted=4), InspectionQuestion("ANC", wanted=3)]
    with Record.open(tmp_path / "record.gpkg", "Anna") as open_record:
        open_record.put_queue(items, questions, "sample")
        open_record.append(
            [
                an_entry("000"),
                an_entry("001", outcome=IMPOSSIBLE, reason="too small", replaced_by="004"),
                an_entry("002", outcome=NOT_CONFIRMED, comment="=1+1"),
                an_entry("003"),
                an_entry("003", outcome=None),
                an_entry("000", "ANC", INCONCLUSIVE),
                an_entry("000", look=2),
                an_entry("002", look=2),
            ]
        )
        yield open_record


def _table(path: str) -> list[dict[str, str]]:
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_progress_is_a_row_for_each_bucket_and_one_for_all(record: Record, tmp_path: Path):
    output = str(tmp_path / "progress.csv")
    results = run("queueprogress", {"RECORD": str(record.path), "OUTPUT": output})
    e5, anc, total = _table(output)
    assert (e5["question"], e5["text"], e5["wanted"], e5["rows"]) == ("E5", "Mown?", "4", "7")
    assert (e5["confirmed"], e5["not_confirmed"], e5["cannot_be_inspected"]) == ("1", "1", "1")
    assert (e5["open"], e5["replaced"], e5["reserve"], e5["second_looks"]) == ("2", "1", "2", "2")
    assert (anc["inconclusive"], anc["open"]) == ("1", "2")
    assert total["question"] == "all"
    assert (results["ANSWERED"], results["OPEN"]) == (4, 4)


def test_two_looks_of_one_record_are_compared(record: Record, tmp_path: Path):
    given = {"RECORD": str(record.path), "OUTPUT": str(tmp_path / "agreement.csv")}
    given |= {name: str(tmp_path / f"{name}.csv") for name in ("CONFUSION", "DISAGREEMENTS")}
    feedback = feedback_class()()
    results = run("agreement", given, feedback)
    assert (results["COUNT"], results["AGREEMENT"], results["KAPPA"]) == (2, 0.5, 0.0)
    assert [row["question"] for row in _table(given["OUTPUT"])] == ["ANC", "E5", "all"]
    assert [row["both"] for row in _table(given["OUTPUT"])] == ["0", "2", "2"]
    assert {(row["first"], row["second"], row["count"]) for row in _table(given["CONFUSION"])} == {
        ("confirmed", "confirmed", "1"),
        ("not confirmed", "confirmed", "1"),
    }
    (row,) = _table(given["DISAGREEMENTS"])
    assert (row["parcel"], row["first_outcome"], row["second_outcome"]) == (
        "002",
        "not confirmed",
        "confirmed",
    )
    assert any("1 of 2 questions" in info for info in feedback.infos)


def test_two_records_are_compared(record: Record, tmp_path: Path):
    with Record.open(tmp_path / "other.gpkg", "Berta") as other:
        other.append(
            [an_entry("000", inspector="Berta"), an_entry("000", "ANC", inspector="Berta")]
        )
    given: dict[str, Any] = {"RECORD": str(record.path), "SECOND": str(other.path)}
    results = run("agreement", {**given, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert results["COUNT"] == 2
    assert results["OUTPUT"].featureCount() == 3


def test_without_two_answers_it_says_so(tmp_path: Path):
    with Record.open(tmp_path / "record.gpkg", "Anna") as lonely:
        lonely.append([an_entry()])
    feedback = feedback_class()()
    results = run("agreement", {"RECORD": str(lonely.path), "OUTPUT": "TEMPORARY_OUTPUT"}, feedback)
    assert (results["COUNT"], results["KAPPA"]) == (0, None)
    assert any("nothing to compare" in warning for warning in feedback.warnings)


def test_the_answers_are_exported(record: Record, tmp_path: Path):
    output = str(tmp_path / "answers.csv")
    results = run("exportanswers", {"RECORD": str(record.path), "OUTPUT": output})
    rows = _table(output)
    assert results["COUNT"] == len(rows) == 10
    assert [row["gsa_par_id"] for row in rows[:3]] == ["000", "001", "002"]
    assert (rows[1]["state"], rows[1]["replaced_by"]) == ("replaced", "004")
    assert rows[2]["comment"] == "'=1+1"
    assert {path.name for path in tmp_path.glob("answers*")} == {
        "answers.csv",
        "answers_E5.csv",
        "answers_ANC.csv",
    }


def test_answers_that_a_spreadsheet_has_open_are_exported_beside(
    record: Record, tmp_path: Path
) -> None:
    held = tmp_path / "answers.csv"
    held.write_text("as it was", encoding="utf-8")
    feedback = feedback_class()()
    with held_open(held):
        given = {"RECORD": str(record.path), "OUTPUT": str(held)}
        results = run("exportanswers", given, feedback)

    assert results["OUTPUT"] == str(tmp_path / "answers-2.csv")
    assert len(_table(results["OUTPUT"])) == results["COUNT"]
    assert any("answers.csv could not be replaced" in words for words, _ in feedback.errors)


@pytest.mark.parametrize("algorithm", ["queueprogress", "agreement", "exportanswers"])
def test_a_file_that_is_no_record_is_refused_by_its_parameter(tmp_path: Path, algorithm: str):
    path = tmp_path / "parcels.gpkg"
    path.write_text("no record")
    output = str(tmp_path / "out.csv")
    told = refusal(algorithm, {"RECORD": str(path), "OUTPUT": output})
    assert "Record of an inspection (RECORD): 'parcels.gpkg'" in told
    assert "it is no record" in told


def test_of_two_records_the_one_that_is_none_is_named(record: Record, tmp_path: Path):
    given = {"RECORD": str(record.path), "SECOND": str(tmp_path / "gone.gpkg")}
    told = refusal("agreement", {**given, "OUTPUT": "TEMPORARY_OUTPUT"})
    assert "Second record (SECOND): 'gone.gpkg'" in told


def test_another_kind_of_file_is_refused(record: Record, tmp_path: Path):
    given = {"RECORD": str(record.path), "OUTPUT": str(tmp_path / "answers.ods")}
    assert ".csv, .xlsx" in refusal("exportanswers", given)
