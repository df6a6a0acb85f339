"""Tables on disk: whole pieces, resumed and continued runs, the same whatever happened before."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from shapely import wkb

from cbm_chips.core import open_source
from cbm_chips.core.errors import MissingPackage, RequestError, SourceError
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.stand_ins import stand_ins_told
from cbm_chips.core.parcels.files.geoparquet import read_geoparquet
from cbm_chips.core.parcels.files.series_file import SeriesFile
from cbm_chips.core.parcels.files.sidecar import asked_before
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.sentinel2.cloud_rules import CloudRule
from tests.open_files import held_open
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square, same, write_archive

ASKED = {"start": "2022-03-01", "end": "2022-03-31", "bands": ("B04",), "indices": ("NDVI",)}
ROWS = [
    ("007", a_square(WEST)),
    ("=1+1", a_square(MIDDLE, x_m=1500)),
    ("none", None),
    ("east", a_square(EAST, x_m=1500)),
]


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return write_archive(tmp_path_factory.mktemp("tiles"), dates=3)


@pytest.fixture(scope="module")
def source(catalog):
    with open_source(str(catalog)) as opened:
        yield opened


def written(source, path, *, most_pieces=None, **others):
    """Run into a file; ends after so many pieces, as if it had been killed."""
    file = SeriesFile(plan_parcels(ROWS, {**ASKED, **others}, source), path)
    todo = len(file.todo.pieces)
    for progress in file.run(source):
        if progress.pieces_done == most_pieces:
            return todo, None
    return todo, file.finish()


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_file_holds_what_the_run_yields_and_is_read_back_to_the_last_digit(
    source, tmp_path, suffix
):
    _, result = written(source, tmp_path / f"series{suffix}")
    plan = plan_parcels(ROWS, ASKED, source)
    order = {piece.key: number for number, piece in enumerate(plan.pieces)}
    tables = sorted(run_plan(plan, source), key=lambda table: order[table.piece])
    file = SeriesFile(plan, tmp_path / f"series{suffix}")
    again = [table for _, table in file._parts.tables(plan.pieces)]
    assert same(joined(again), joined(tables))
    assert not file.todo.pieces
    assert result.rows == 3 * 3 + 1


def test_ids_and_reasons_stand_in_the_file_and_no_cell_is_a_formula(source, tmp_path):
    written(source, tmp_path / "series.csv")
    with (tmp_path / "series.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["parcel"] for row in rows} == {"007", "'=1+1", "none", "east"}
    (none,) = (row for row in rows if row["parcel"] == "none")
    assert none["reason"] == "it has no geometry"
    assert none["date"] == ""


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_run_that_was_ended_goes_on_where_it_was(source, tmp_path, suffix):
    whole, path = tmp_path / f"whole{suffix}", tmp_path / f"series{suffix}"
    written(source, whole)
    assert written(source, path, most_pieces=1) == (3, None)
    assert not path.exists()
    todo, _ = written(source, path)
    assert todo == 2
    assert path.read_bytes() == whole.read_bytes()


def test_the_season_is_continued_and_who_became_clear_is_told(source, tmp_path):
    whole, path = tmp_path / "whole.csv", tmp_path / "series.csv"
    written(source, whole)
    _, first = written(source, path, end="2022-03-10")
    assert first.rows == 3 + 1
    todo, result = written(source, path)
    assert path.read_bytes() == whole.read_bytes()
    file = SeriesFile(plan_parcels(ROWS, ASKED, source), path)
    assert not file.todo.pieces
    assert todo == 3
    clear, now = (
        {row["parcel"]: row["clear_dates"] for row in one.observability.records()}
        for one in (first, result)
    )
    assert set(result.newly_clear) == {name for name in now if now[name] and not clear[name]}


def test_who_is_clear_for_the_first_time_is_told_after_a_run_without_dates(source, tmp_path):
    path, asked = tmp_path / "series.csv", {"start": "2022-02-01", "rule": CloudRule(())}
    written(source, path, **asked, end="2022-02-02")
    _, result = written(source, path, **asked)
    assert set(result.newly_clear) == {"007", "=1+1", "east"}


def test_another_request_begins_anew(source, tmp_path):
    path = tmp_path / "series.csv"
    written(source, path)
    todo, _ = written(source, path, bands=("B08",))
    assert todo == 3
    with path.open(encoding="utf-8") as file:
        assert "B08_mean" in file.readline()


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_the_sidecar_says_what_was_asked_and_the_same_run_can_be_made_of_it(
    source, tmp_path, suffix
):
    path = tmp_path / f"series{suffix}"
    written(source, path, inner_buffer_m=5, pixels="inside")
    parcels, request, name = asked_before(path)
    with open_source(name) as again:
        file = SeriesFile(plan_parcels(parcels, request, again), tmp_path / f"again{suffix}")
        list(file.run(again))
        file.finish()
    assert (tmp_path / f"again{suffix}").read_bytes() == path.read_bytes()
    told = json.loads((tmp_path / f"series{suffix}.json").read_text())
    assert told["request"]["inner_buffer_m"] == 5
    assert told["remarks"][0]["words"] == "it has no geometry"


def test_beside_parquet_the_outlines_are_geoparquet_by_tile(source, tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "series.parquet"
    written(source, path)

    file = pq.ParquetFile(tmp_path / "series.parquet.parcels.parquet")

    groups = [file.read_row_group(number).to_pylist() for number in range(file.num_row_groups)]
    assert [{row["tile"] for row in rows} for rows in groups] == [
        {WEST.name}, {MIDDLE.name}, {EAST.name}, {None}
    ]  # fmt: skip
    about = json.loads(file.metadata.metadata[b"geo"])["columns"]["geometry"]
    assert about["covering"]["bbox"]["xmin"] == ["bbox", "xmin"]
    assert about["crs"]["id"] == {"authority": "EPSG", "code": 4326}
    rows = {row["id"]: row for rows in groups for row in rows}
    for name, outline in ROWS:
        row = rows[name]
        if outline is None:
            assert (row["geometry"], row["bbox"]) == (None, None)
        else:
            assert wkb.loads(row["geometry"]).equals(outline)
            assert tuple(row["bbox"].values()) == outline.bounds
    assert read_geoparquet(path.with_name(f"{path.name}.parcels.parquet")).crs == "EPSG:4326"


def test_the_sidecar_says_with_which_versions(source, tmp_path):
    written(source, tmp_path / "series.csv")
    told = json.loads((tmp_path / "series.csv.json").read_text())["versions"]
    metadata = (Path(__file__).parents[3] / "metadata.txt").read_text("utf-8")
    assert f"\nversion={told['cbm_chips']}\n" in metadata
    assert told["numpy"] == np.__version__
    assert told["GDAL"] == rasterio.__gdal_version__
    assert told["rasterio"] == rasterio.__version__
    assert re.fullmatch(r"[0-9.]+", told["PROJ"])


def test_a_table_without_a_sidecar_says_so(tmp_path):
    with pytest.raises(SourceError, match="description"):
        asked_before(tmp_path / "other.csv")


def test_other_endings_are_refused(source, tmp_path):
    with pytest.raises(RequestError, match="output"):
        SeriesFile(plan_parcels(ROWS, ASKED, source), tmp_path / "series.xlsx")


def test_parquet_without_pyarrow_is_refused_in_one_sentence(source, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingPackage, match="pyarrow"):
        SeriesFile(plan_parcels(ROWS, ASKED, source), tmp_path / "series.parquet")


def test_a_folder_that_is_a_file_is_told(source, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError):
        SeriesFile(plan_parcels(ROWS, ASKED, source), tmp_path / "file" / "series.csv")


RUN_AND_DIE = """
import os, pickle, signal, sys
from pathlib import Path
from cbm_chips.core import open_source
from cbm_chips.core.parcels.files.series_file import SeriesFile
plan = pickle.loads(Path(sys.argv[1]).read_bytes())
with open_source(sys.argv[2]) as source:
    for progress in SeriesFile(plan, sys.argv[3]).run(source):
        if progress.pieces_done == 2:
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_a_killed_run_loses_at_most_the_pieces_in_hand(source, catalog, tmp_path):
    import pickle

    plan, path = tmp_path / "plan", tmp_path / "series.csv"
    plan.write_bytes(pickle.dumps(plan_parcels(ROWS, ASKED, source)))
    command = [sys.executable, "-c", RUN_AND_DIE, str(plan), str(catalog), str(path)]
    ended = subprocess.run(command, check=False, cwd=os.getcwd(), timeout=300)
    assert ended.returncode == -signal.SIGKILL
    todo, _ = written(source, path)
    assert todo == 1
    written(source, tmp_path / "whole.csv")
    assert path.read_bytes() == (tmp_path / "whole.csv").read_bytes()


def test_observability_follows_the_published_rule(source, tmp_path):
    shapes = [
        ("large", a_square(WEST, x_m=400, y_m=400, side_m=100)),
        # no edge on the centre of a pixel, where PROJ's last digits would decide
        ("small", a_square(WEST, x_m=899.5, y_m=399.5, side_m=31)),
        ("middle", a_square(WEST, x_m=1200, y_m=400, side_m=45)),
        ("over", a_square(WEST, x_m=450, y_m=450, side_m=100)),
    ]
    file = SeriesFile(
        plan_parcels(shapes, {**ASKED, "bands": (), "indices": ()}, source), tmp_path / "s.csv"
    )
    list(file.run(source))
    rows = {row["parcel"]: row for row in file.finish().observability.records()}
    full = {name: [rows[name][f"full_px_{m}m"] for m in (0, 5, 10)] for name in rows}
    assert full["large"] == [100, 64, 64]
    assert full["small"] == [9, 1, 1]
    assert rows["large"]["usable"] == 1
    assert rows["small"]["usable"] == 0
    assert np.isclose(rows["small"]["lost_5m"], 1 - 1 / 9)
    assert rows["large"]["shared_px"] == rows["over"]["shared_px"] == 25
    for row in rows.values():
        assert row["dates"] == 3
        assert (row["first_clear"] is None) == (row["clear_dates"] == 0)
        assert row["longest_gap_days"] >= 10


@pytest.mark.parametrize("which", ["{0}", "{0}.json", "{0}.parcels.geojson"])
def test_a_table_that_a_program_has_open_costs_nothing(source, tmp_path, which):
    whole, path = tmp_path / "whole.csv", tmp_path / "fields [2024].csv"
    written(source, whole)
    written(source, path, end="2022-03-10")
    held = tmp_path / which.format(path.name)
    held.write_bytes(held.read_bytes() + b" ")

    with held_open(held), stand_ins_told() as told:
        _, result = written(source, path)

    assert result.path == tmp_path / "fields [2024]-2.csv"
    assert result.path.read_bytes() == whole.read_bytes()
    (words,) = told
    assert words.startswith(f"{held.name} could not be replaced, a program may have it open")
    assert words.endswith("; the new table is fields [2024]-2.csv.")
    todo, again = written(source, path)
    assert (todo, again.path) == (0, path)
    assert path.read_bytes() == whole.read_bytes()
    assert list(tmp_path.glob("*-2*")) == []


@pytest.mark.parametrize("held", ["series.csv.json", "series.csv.parcels.geojson"])
def test_a_new_table_is_not_read_by_the_description_of_the_one_before(source, tmp_path, held):
    whole, path = tmp_path / "whole.csv", tmp_path / "series.csv"
    written(source, whole)
    written(source, path, end="2022-03-10")
    (tmp_path / held).write_bytes((tmp_path / held).read_bytes() + b" ")
    with held_open(tmp_path / held), stand_ins_told():
        written(source, path)
    for beside in tmp_path.glob("series-2.*"):
        beside.unlink()  # the user has moved them

    written(source, path)

    assert path.read_bytes() == whole.read_bytes()


def test_numbers_of_another_rule_are_not_taken_for_those_of_this_one(source, tmp_path):
    path = tmp_path / "series.csv"
    written(source, path)
    whole = path.read_bytes()
    with held_open(tmp_path / "series.csv.json"), stand_ins_told():
        written(source, path, inner_buffer_m=5)
    for beside in tmp_path.glob("series-2.*"):
        beside.unlink()

    assert written(source, path)[0] == 3
    assert path.read_bytes() == whole


def _turned(rows):
    return rows[::-1]


def _without_first(rows):
    return rows[1:]


def _endless(rows):
    return [*rows, '"', "x" * 200_000]


@pytest.mark.parametrize("changed", [_turned, _without_first, _endless])
def test_a_table_that_was_changed_is_read_again(source, tmp_path, changed):
    path = tmp_path / "series.csv"
    written(source, path)
    whole = path.read_text("utf-8")
    head, *rows = whole.splitlines(keepends=True)
    path.write_text("".join([head, *changed(rows)]), "utf-8")

    todo, result = written(source, path)

    assert todo == 3
    assert result.newly_clear == ()
    assert path.read_text("utf-8") == whole


@pytest.mark.parametrize("others", [{}, {"inner_buffer_m": 5}])
def test_a_table_of_odd_parcels_is_not_read_again(source, tmp_path, others):
    """Odd ids, and outlines that hold no centre of a pixel, or none of 20 m."""
    names = ("two\nlines", "'quoted", "", "x" * 40_000)
    rows = [(name, a_square(WEST, x_m=300 * place)) for place, name in enumerate(names)]
    sizes = ((1, 101), (9, 103), (12, 112))
    rows += [(f"{m} m", a_square(WEST, x_m=at, y_m=at, side_m=m)) for m, at in sizes]
    for _ in range(2):
        plan = plan_parcels(rows, {**ASKED, "bands": ("B04", "B11"), **others}, source)
        file = SeriesFile(plan, tmp_path / "series.csv")
        list(file.run(source))
        file.finish()
    assert not SeriesFile(plan, tmp_path / "series.csv").todo.pieces


def test_a_table_of_another_name_that_looks_newer_is_not_taken_apart(source, tmp_path):
    path = tmp_path / "run.csv"
    written(source, path, end="2022-03-10")
    _, other = written(source, tmp_path / "run-old backup.csv")
    assert written(source, path)[0] > 0
    assert other.path.exists()


def test_a_piece_that_a_program_has_open_is_left_where_it_is(source, tmp_path):
    path = tmp_path / "series.csv"
    parts = tmp_path / "series.csv.parts"
    with held_open(parts / "run.json"):
        _, result = written(source, path)
    assert result.path == path
    todo, _ = written(source, path)
    assert todo == 0
    assert not parts.exists()
