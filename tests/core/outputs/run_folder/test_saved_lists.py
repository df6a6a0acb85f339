"""A list of a run that a person saves, deletes or has made stays theirs, and no row is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cbm_chips.core.outputs.names import PLACES, TABLE
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.read_table import read_table
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from tests.chips import a_failed_chip, a_parcel
from tests.core.outputs.run_folder.day_runs import (
    DAYS,
    LISTS,
    a_run,
    a_small_chip,
    add_day,
    dates_in,
    numbered,
    rows_of,
    saved_by_renaming,
    saved_in_place,
)
from tests.open_files import held_open


@pytest.mark.parametrize("save", [saved_in_place, saved_by_renaming])
@pytest.mark.parametrize("name", [TABLE, PLACES])
class TestAListThatAPersonSavesWhileTheRunGoesOn:
    def test_stays_theirs_and_the_runs_own_is_beside_it(
        self, tmp_path: Path, name: str, save: Callable[[Path], None]
    ) -> None:
        with RunWriter(tmp_path) as run:
            add_day(run, 8)
            save(tmp_path / name)
            theirs = (tmp_path / name).read_bytes()
            add_day(run, 5)
            run.add(a_parcel("another"), a_small_chip())
        summary = run.finish()

        stem, suffix = os.path.splitext(name)
        assert summary.problems == (
            f"{name} was changed by a program while the run went on: "
            f"the run's own is {stem}-2{suffix}.",
        )
        assert summary.count == 3
        assert (tmp_path / name).read_bytes() == theirs
        assert numbered(tmp_path) == [f"{stem}-2{suffix}"]
        assert sum(len(place.dates) for place in read_run(tmp_path)) == 3
        a_run(tmp_path)
        assert numbered(tmp_path) == []

    @pytest.mark.parametrize("days", [DAYS, tuple(sorted(DAYS))], ids=["unsorted", "sorted"])
    def test_after_the_last_date_too(
        self, tmp_path: Path, name: str, save: Callable[[Path], None], days: tuple[int, ...]
    ) -> None:
        with RunWriter(tmp_path) as run:
            if days == DAYS:
                run.reserve(a_parcel("before"))
            for day in days:
                add_day(run, day)
            run.add(a_parcel("before"), a_small_chip())
            run._background.wait()
            save(tmp_path / name)
            theirs = (tmp_path / name).read_bytes()
        summary = run.finish()

        assert len(summary.problems) == 1
        assert (tmp_path / name).read_bytes() == theirs
        assert sum(len(place.dates) for place in read_run(tmp_path)) == 4


def test_a_long_table_that_a_person_saves_loses_no_row(tmp_path: Path) -> None:
    reasons = [f"{number:04} {'y' * 100}" for number in range(200)]
    with RunWriter(tmp_path) as run:
        for number, reason in enumerate(reasons):
            if number == 150:
                run._background.wait()
                saved_in_place(tmp_path / TABLE)
            run.add(a_parcel(), a_failed_chip(reason))
    table = run.finish().table
    assert table.name == "chips-2.csv"
    assert [row.failed.reason for row in read_table(table)] == reasons


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("days", [(8, 5), (5, 8)], ids=["unsorted", "sorted"])
@pytest.mark.parametrize("last", [False, True], ids=["amid", "at_the_end"])
def test_a_list_that_a_person_deletes_is_written_again(
    tmp_path: Path, name: str, days: tuple[int, int], last: bool
) -> None:
    with RunWriter(tmp_path) as run:
        add_day(run, days[0])
        if last:
            add_day(run, days[1])
        (tmp_path / name).unlink()
        if not last:
            add_day(run, days[1])
    summary = run.finish()
    assert summary.problems == ()
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == set(LISTS)
    assert rows_of(summary.table) == dates_in(tmp_path) == ["20200305", "20200308"]


def test_one_beside_that_a_person_saves_is_theirs(tmp_path: Path) -> None:
    with RunWriter(tmp_path) as run:
        add_day(run, 5)
        with held_open(tmp_path / TABLE):
            add_day(run, 8)
            saved_in_place(tmp_path / "chips-2.csv")
            with held_open(tmp_path / "chips-2.csv"):
                add_day(run, 10)
    assert run.finish().problems == ()
    assert (tmp_path / "chips-2.csv").read_text("utf-8") == "place;date\nmine;8"
    assert not (tmp_path / "chips-3.csv").exists()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("of_this_run", [True, False])
def test_what_a_person_saves_while_they_have_it_open_is_theirs(
    tmp_path: Path, name: str, of_this_run: bool
) -> None:
    a_run(tmp_path, days=(1,))
    (tmp_path / name).write_bytes(b"{}")
    with RunWriter(tmp_path) as run:
        if of_this_run:
            add_day(run, 8)
        with held_open(tmp_path / name):
            add_day(run, 5)
            run.add(a_parcel("another"), a_small_chip())
            run._background.wait()
        saved_in_place(tmp_path / name)
    summary = run.finish()

    assert [problem.partition(" was changed")[0] for problem in summary.problems] == [name]
    assert (tmp_path / name).read_text("utf-8") == "place;date\nmine;8"
    assert sum(len(place.dates) for place in read_run(tmp_path)) == 2 + of_this_run


class TestAFileOfAPersonThatLooksLikeOneBeside:
    def test_stays_when_a_run_ends(self, tmp_path: Path) -> None:
        summary = a_run(tmp_path)
        theirs = (tmp_path / "manifest-2023.json", tmp_path / "manifest-2.json")
        told = {
            **json.loads(summary.manifest.read_text("utf-8")),
            "instead": {TABLE: "chips-2.csv"},
        }
        for path in theirs:
            path.write_text(json.dumps(told), "utf-8")
        (tmp_path / "chips-2.csv").write_text("corrected by hand", "utf-8")

        a_run(tmp_path, days=(1,))

        assert all(path.exists() for path in theirs)
        assert (tmp_path / "chips-2.csv").read_text("utf-8") == "corrected by hand"
        assert dates_in(tmp_path) == ["20200301"]

    def test_does_not_hide_the_run(self, tmp_path: Path) -> None:
        a_run(tmp_path)
        (tmp_path / "manifest-1.json").write_text('{"npm": 1}', "utf-8")
        assert len(dates_in(tmp_path)) == 3

    def test_stays_when_it_is_one_of_ours_that_they_have_changed(self, tmp_path: Path) -> None:
        a_run(tmp_path, days=(1,))
        with held_open(tmp_path / TABLE):
            beside = a_run(tmp_path).table
        beside.write_bytes(beside.read_bytes().replace(b"B08", b"B8A"))
        changed = beside.read_bytes()
        a_run(tmp_path, days=(1,))
        assert beside.read_bytes() == changed


def test_what_a_person_saves_in_the_spreadsheet_later_is_not_taken_for_the_run(
    tmp_path: Path,
) -> None:
    a_run(tmp_path, days=(1,))
    with held_open(tmp_path / TABLE):
        a_run(tmp_path)
    (tmp_path / TABLE).write_text("saved by hand", encoding="utf-8")

    assert dates_in(tmp_path) == ["20200305", "20200308", "20200310"]
