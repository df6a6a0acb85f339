"""A list of a run that a program has open, as on Windows: the run goes on beside it."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest

from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.read_table import read_table
from cbm_chips.core.outputs.run_folder.writer import RunSummary, RunWriter
from tests.builders import a_scene
from tests.chips import a_chip, a_failed_chip, a_parcel
from tests.open_files import held_open

LISTS = (MANIFEST, TABLE, PLACES)
DAYS = (8, 5, 10)
"""As they come: the table is sorted at the end."""


def a_run(folder: Path, *, days: tuple[int, ...] = DAYS) -> RunSummary:
    with RunWriter(folder) as run:
        for day in days:
            add_day(run, day)
    return run.finish()


def add_day(run: RunWriter, day: int) -> None:
    scene = a_scene(f"S2A_{day}", f"2020-03-{day:02d}T10:36:34")
    run.add(a_parcel(), a_chip(scene=scene))
    run._background.wait()


def dates_in(folder: Path) -> list[str]:
    (place,) = read_run(folder)
    return [date.record.failed.scene.label[:8] for date in place.dates]


def numbered(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*-2.*"))


def rows_of(table: Path) -> list[str]:
    with table.open(encoding="utf-8", newline="") as file:
        return [row["date"][:8] for row in csv.DictReader(file)]


@pytest.mark.parametrize("name", LISTS)
class TestAListOfBefore:
    def test_stays_and_the_new_one_is_beside_it_and_named(self, tmp_path: Path, name: str) -> None:
        a_run(tmp_path, days=(1,))
        before = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(before + b"\n")

        with held_open(tmp_path / name):
            summary = a_run(tmp_path)

        (problem,) = summary.problems
        stem, suffix = os.path.splitext(name)
        assert problem.startswith(f"{name} could not be replaced, a program may have it open")
        assert problem.endswith(f"{stem}-2{suffix}.")
        assert (summary.count, summary.failed) == (3, 0)
        assert (tmp_path / name).read_bytes() == before + b"\n"
        assert numbered(tmp_path) == [f"{stem}-2{suffix}"]
        assert dates_in(tmp_path) == ["20200305", "20200308", "20200310"]
        assert rows_of(summary.table) == ["20200305", "20200308", "20200310"]

    def test_is_replaced_by_the_next_run_and_nothing_is_left_beside(
        self, tmp_path: Path, name: str
    ) -> None:
        a_run(tmp_path, days=(1,))
        (tmp_path / name).write_bytes(b"{}")
        with held_open(tmp_path / name):
            a_run(tmp_path, days=(2,))

        summary = a_run(tmp_path)

        assert summary.problems == ()
        assert (summary.manifest.name, summary.table.name) == (MANIFEST, TABLE)
        assert numbered(tmp_path) == []
        assert dates_in(tmp_path) == ["20200305", "20200308", "20200310"]


@pytest.mark.parametrize("name", LISTS)
class TestAListOpenedWhileTheRunGoesOn:
    def test_costs_no_row(self, tmp_path: Path, name: str) -> None:
        with ExitStack() as stack:
            with RunWriter(tmp_path) as run:
                add_day(run, 8)
                stack.enter_context(held_open(tmp_path / name))
                add_day(run, 5)
                run.add(a_parcel("another"), a_chip())
            summary = run.finish()

        assert summary.count == 3
        assert [problem.partition(" ")[0] for problem in summary.problems] == [name]
        assert sum(len(place.dates) for place in read_run(tmp_path)) == 3

    def test_has_its_name_again_when_it_is_closed_before_the_end(
        self, tmp_path: Path, name: str
    ) -> None:
        with RunWriter(tmp_path) as run:
            add_day(run, 8)
            with held_open(tmp_path / name):
                add_day(run, 5)
                run.add(a_parcel("another"), a_chip())
                run._background.wait()
                assert numbered(tmp_path) != []
        summary = run.finish()

        assert summary.problems == ()
        assert numbered(tmp_path) == []
        assert sum(len(place.dates) for place in read_run(tmp_path)) == 3


def saved_in_place(path: Path) -> None:
    path.write_text("place;date\nmine;8", encoding="utf-8")


def saved_by_renaming(path: Path) -> None:
    """Of the same size, even."""
    other = path.with_name("saving")
    other.write_bytes(path.read_bytes().upper())
    other.replace(path)


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
            run.add(a_parcel("another"), a_chip())
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
            run.add(a_parcel("before"), a_chip())
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


def test_a_run_whose_lists_cannot_be_written_says_the_same_again(tmp_path: Path) -> None:
    run = RunWriter(tmp_path)
    add_day(run, 8)
    (tmp_path / MANIFEST).unlink()
    (tmp_path / MANIFEST).mkdir()
    with pytest.raises(WriteError) as first:
        run.finish()
    with pytest.raises(WriteError) as again:
        run.finish()
    assert again.value is first.value


def test_all_three_may_be_open(tmp_path: Path) -> None:
    a_run(tmp_path, days=(1,))
    for name in LISTS:
        (tmp_path / name).write_bytes(b"something else")

    with held_open(*(tmp_path / name for name in LISTS)):
        summary = a_run(tmp_path)

    assert len(summary.problems) == 3
    assert dates_in(tmp_path) == ["20200305", "20200308", "20200310"]


@pytest.mark.parametrize("name", [TABLE, MANIFEST])
def test_the_one_beside_may_be_open_too(tmp_path: Path, name: str) -> None:
    a_run(tmp_path, days=(1,))
    stem, suffix = os.path.splitext(name)
    with ExitStack() as stack:
        stack.enter_context(held_open(tmp_path / name))
        with RunWriter(tmp_path) as run:
            add_day(run, 8)
            stack.enter_context(held_open(tmp_path / f"{stem}-2{suffix}"))
            add_day(run, 5)
        summary = run.finish()

    assert f"{stem}-3{suffix}" in {summary.table.name, summary.manifest.name}
    assert dates_in(tmp_path) == ["20200305", "20200308"]
    a_run(tmp_path, days=(1,))
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == set(LISTS)


def test_none_of_several_beside_is_left_when_all_are_closed(tmp_path: Path) -> None:
    with RunWriter(tmp_path) as run:
        add_day(run, 5)
        with held_open(tmp_path / TABLE):
            add_day(run, 8)
            with held_open(tmp_path / "chips-2.csv"):
                add_day(run, 10)
    assert run.finish().table.name == TABLE
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == set(LISTS)


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
            run.add(a_parcel("another"), a_chip())
            run._background.wait()
        saved_in_place(tmp_path / name)
    summary = run.finish()

    assert [problem.partition(" was changed")[0] for problem in summary.problems] == [name]
    assert (tmp_path / name).read_text("utf-8") == "place;date\nmine;8"
    assert sum(len(place.dates) for place in read_run(tmp_path)) == 2 + of_this_run


def test_a_run_that_ends_leaves_what_another_one_in_its_folder_wrote_beside(
    tmp_path: Path,
) -> None:
    one, other = RunWriter(tmp_path), RunWriter(tmp_path)
    add_day(one, 8)
    add_day(other, 10)
    with pytest.raises(WriteError, match="give each run a folder of its own"):
        add_day(one, 12)
    add_day(other, 5)
    with pytest.raises(WriteError):
        one.finish()
    other.finish()

    assert rows_of(tmp_path / "chips-2.csv") == ["20200308", "20200312"]
    assert rows_of(tmp_path / TABLE) == dates_in(tmp_path) == ["20200305", "20200310"]


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


def test_the_manifest_beside_may_be_deleted_or_overwritten(tmp_path: Path) -> None:
    a_run(tmp_path, days=(1,))
    with held_open(tmp_path / MANIFEST):
        beside = a_run(tmp_path).manifest
    assert beside.name == "manifest-2.json"
    beside.write_text('{"npm": 1}', "utf-8")
    assert len(dates_in(tmp_path)) == 3
    beside.unlink()
    assert len(dates_in(tmp_path)) == 3


def test_what_a_person_saves_in_the_spreadsheet_later_is_not_taken_for_the_run(
    tmp_path: Path,
) -> None:
    a_run(tmp_path, days=(1,))
    with held_open(tmp_path / TABLE):
        a_run(tmp_path)
    (tmp_path / TABLE).write_text("saved by hand", encoding="utf-8")

    assert dates_in(tmp_path) == ["20200305", "20200308", "20200310"]


@pytest.mark.parametrize("name", LISTS)
def test_a_run_that_is_killed_beside_is_read_back_until_the_next(tmp_path: Path, name: str) -> None:
    a_run(tmp_path, days=(1,))
    with held_open(tmp_path / name):
        run = RunWriter(tmp_path)
        add_day(run, 8)
        add_day(run, 5)

        assert dates_in(tmp_path) == ["20200305", "20200308"]
    run._background.close()

    a_run(tmp_path, days=(2,))
    assert dates_in(tmp_path) == ["20200302"]


@pytest.mark.parametrize("name", ["../../secret.csv", "chips.csv.bak", "places-2.geojson", 7])
def test_only_a_numbered_list_of_the_folder_is_taken_for_one_beside(
    tmp_path: Path, name: object
) -> None:
    summary = a_run(tmp_path)
    content = json.loads(summary.manifest.read_text(encoding="utf-8"))
    summary.manifest.write_text(json.dumps({**content, "instead": {TABLE: name}}), "utf-8")

    assert len(dates_in(tmp_path)) == 3
