"""Runs into a file that goes on where it was: the same table, whatever happened before."""

from __future__ import annotations

import pickle

import pytest

from cbm_chips.core.outputs.stand_ins import stand_ins_told
from cbm_chips.core.parcels.files.series_file import SeriesFile
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.sentinel2.cloud_rules import CloudRule
from tests.core.parcels.series_runs import ASKED, FIRST_DATE, PIECES
from tests.open_files import held_open
from tests.parcel_archive import WEST, a_square
from tests.python_child import PythonChild


@pytest.fixture
def path(tmp_path):
    return tmp_path / "series.csv"


def is_whole(path, runs):
    """As if nothing had happened before."""
    return path.read_bytes() == runs.whole(path.suffix).path.read_bytes()


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_run_that_was_ended_goes_on_where_it_was(runs, tmp_path, suffix):
    path = tmp_path / f"series{suffix}"
    assert runs.write(path, most_pieces=1) == (PIECES, None)
    assert not path.exists()
    assert runs.write(path)[0] == PIECES - 1
    assert is_whole(path, runs)


RUN_AND_WAIT = """
import pickle, sys
from pathlib import Path
from cbm_chips.core import open_source
from cbm_chips.core.parcels.files.series_file import SeriesFile
plan = pickle.loads(Path(sys.argv[1]).read_bytes())
with open_source(plan.source) as source:
    for progress in SeriesFile(plan, sys.argv[2]).run(source):
        if progress.pieces_done == 2:
            print("two pieces", flush=True)
            sys.stdin.read()
"""


def test_a_killed_run_loses_at_most_the_pieces_in_hand(runs, tmp_path, path):
    plan = tmp_path / "plan"
    plan.write_bytes(pickle.dumps(runs.plan()))
    with PythonChild(RUN_AND_WAIT, plan, path) as child:
        assert child.line() == "two pieces"
        child.kill()
    assert runs.write(path)[0] == PIECES - 2
    assert is_whole(path, runs)


def test_the_season_is_continued(runs, path):
    assert runs.whole(**FIRST_DATE).rows == PIECES + 1
    assert runs.write(runs.copied(path, **FIRST_DATE))[0] == PIECES
    assert is_whole(path, runs)
    assert not runs.file(path).todo.pieces


def test_who_became_clear_is_told_and_who_was_is_not(runs, path):
    rule = {"rule": CloudRule(frozenset({5}))}
    _, first = runs.write(path, **rule, **FIRST_DATE)
    _, result = runs.write(path, **rule)
    clear = {row["parcel"] for row in first.observability.records() if row["clear_dates"]}
    assert clear == {"007", "east"}
    assert result.newly_clear == ("=1+1",)


def test_who_is_clear_for_the_first_time_is_told_after_a_run_without_dates(runs, path):
    asked = {"start": "2022-02-01", "rule": CloudRule(())}
    runs.write(path, **asked, end="2022-02-02")
    _, result = runs.write(path, **asked, **FIRST_DATE)
    assert set(result.newly_clear) == {"007", "=1+1", "east"}


def test_another_request_begins_anew(runs, path):
    assert runs.write(runs.copied(path), **FIRST_DATE, bands=("B08",))[0] == PIECES
    with path.open(encoding="utf-8") as file:
        assert "B08_mean" in file.readline()


@pytest.mark.parametrize("which", ["{0}", "{0}.json", "{0}.parcels.geojson"])
def test_a_table_that_a_program_has_open_costs_nothing(runs, tmp_path, which):
    path = runs.copied(tmp_path / "fields [2024].csv", **FIRST_DATE)
    held = tmp_path / which.format(path.name)
    held.write_bytes(held.read_bytes() + b" ")

    with held_open(held), stand_ins_told() as told:
        _, result = runs.write(path)

    assert result.path == tmp_path / "fields [2024]-2.csv"
    assert is_whole(result.path, runs)
    (words,) = told
    assert words.startswith(f"{held.name} could not be replaced, a program may have it open")
    assert words.endswith("; the new table is fields [2024]-2.csv.")
    missing, again = runs.write(path)
    assert (missing, again.path) == (0, path)
    assert is_whole(path, runs)
    assert list(tmp_path.glob("*-2*")) == []


@pytest.mark.parametrize("held", ["series.csv.json", "series.csv.parcels.geojson"])
def test_a_new_table_is_not_read_by_the_description_of_the_one_before(runs, tmp_path, path, held):
    runs.copied(path, **FIRST_DATE)
    (tmp_path / held).write_bytes((tmp_path / held).read_bytes() + b" ")
    with held_open(tmp_path / held), stand_ins_told():
        runs.write(path)
    for beside in tmp_path.glob("series-2.*"):
        beside.unlink()  # the user has moved them

    runs.write(path)

    assert is_whole(path, runs)


def test_numbers_of_another_rule_are_not_taken_for_those_of_this_one(runs, tmp_path, path):
    runs.copied(path)
    with held_open(tmp_path / "series.csv.json"), stand_ins_told():
        runs.write(path, inner_buffer_m=5)
    for beside in tmp_path.glob("series-2.*"):
        beside.unlink()

    assert runs.write(path)[0] == PIECES
    assert is_whole(path, runs)


def _turned(rows):
    return rows[::-1]


def _without_first(rows):
    return rows[1:]


def _endless(rows):
    return [*rows, '"', "x" * 200_000]


@pytest.mark.parametrize("changed", [_turned, _without_first, _endless])
def test_a_table_that_was_changed_is_read_again(runs, path, changed):
    runs.copied(path)
    head, *rows = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join([head, *changed(rows)]), "utf-8")

    missing, result = runs.write(path)

    assert missing == PIECES
    assert result.newly_clear == ()
    assert is_whole(path, runs)


@pytest.mark.parametrize("others", [{}, {"inner_buffer_m": 5}])
def test_a_table_of_odd_parcels_is_not_read_again(runs, path, others):
    """Odd ids, and outlines that hold no centre of a pixel, or none of 20 m."""
    names = ("two\nlines", "'quoted", "", "x" * 40_000)
    rows = [(name, a_square(WEST, x_m=300 * place)) for place, name in enumerate(names)]
    sizes = ((1, 101), (9, 103), (12, 112))
    rows += [(f"{m} m", a_square(WEST, x_m=at, y_m=at, side_m=m)) for m, at in sizes]
    plan = plan_parcels(rows, {**ASKED, "bands": ("B04", "B11"), **others}, runs.source)
    for _ in range(2):
        file = SeriesFile(plan, path)
        list(file.run(runs.source))
        file.finish()
    assert not SeriesFile(plan, path).todo.pieces


def test_a_table_of_another_name_that_looks_newer_is_not_taken_apart(runs, tmp_path):
    path = runs.copied(tmp_path / "run.csv", **FIRST_DATE)
    other = runs.copied(tmp_path / "run-old backup.csv")
    assert runs.write(path)[0] == PIECES
    assert is_whole(path, runs)
    assert is_whole(other, runs)


def test_a_piece_that_a_program_has_open_is_left_where_it_is(runs, tmp_path, path):
    parts = tmp_path / "series.csv.parts"
    with held_open(parts / "run.json"):
        _, result = runs.write(path)
    assert result.path == path
    assert runs.write(path)[0] == 0
    assert not parts.exists()
