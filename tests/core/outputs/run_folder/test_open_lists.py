"""A list of a run that a program has open, as on Windows: the run goes on beside it."""

from __future__ import annotations

import json
import os
from contextlib import ExitStack
from pathlib import Path

import pytest

from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.names import MANIFEST, TABLE
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from tests.chips import a_parcel
from tests.core.outputs.run_folder.day_runs import (
    LISTS,
    a_run,
    a_small_chip,
    add_day,
    dates_in,
    numbered,
    rows_of,
)
from tests.open_files import held_open


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
                run.add(a_parcel("another"), a_small_chip())
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
                run.add(a_parcel("another"), a_small_chip())
                run._background.wait()
                assert numbered(tmp_path) != []
        summary = run.finish()

        assert summary.problems == ()
        assert numbered(tmp_path) == []
        assert sum(len(place.dates) for place in read_run(tmp_path)) == 3


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


def test_the_manifest_beside_may_be_deleted_or_overwritten(tmp_path: Path) -> None:
    a_run(tmp_path, days=(1,))
    with held_open(tmp_path / MANIFEST):
        beside = a_run(tmp_path).manifest
    assert beside.name == "manifest-2.json"
    beside.write_text('{"npm": 1}', "utf-8")
    assert len(dates_in(tmp_path)) == 3
    beside.unlink()
    assert len(dates_in(tmp_path)) == 3


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
