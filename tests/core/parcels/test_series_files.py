"""Tables of many parcels on disk, and what stands beside them."""

from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from shapely import wkb

from cbm_chips.core import open_source
from cbm_chips.core.errors import MissingPackage, RequestError, SourceError
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.parcels.files.geoparquet import read_geoparquet
from cbm_chips.core.parcels.files.series_file import SeriesFile
from cbm_chips.core.parcels.files.sidecar import asked_before
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from tests.core.parcels.series_runs import ASKED, DATES, FIRST_DATE, PIECES, ROWS
from tests.parcel_archive import EAST, MIDDLE, WEST, a_square, same

BOTH = pytest.mark.parametrize("suffix", [".csv", ".parquet"])


@pytest.fixture(scope="module")
def yielded(runs):
    """What the run yields, in the order of the plan."""
    plan = runs.plan()
    order = {piece.key: number for number, piece in enumerate(plan.pieces)}
    return joined(sorted(run_plan(plan, runs.source), key=lambda table: order[table.piece]))


@BOTH
def test_a_file_holds_what_the_run_yields_and_is_read_back_to_the_last_digit(
    runs, yielded, tmp_path, suffix
):
    file = runs.file(runs.copied(tmp_path / f"series{suffix}"))
    again = [table for _, table in file._parts.tables(runs.plan().pieces)]
    assert same(joined(again), yielded)
    assert not file.todo.pieces
    assert runs.whole(suffix).rows == PIECES * DATES + 1


def test_ids_and_reasons_stand_in_the_file_and_no_cell_is_a_formula(runs):
    with runs.whole().path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["parcel"] for row in rows} == {"007", "'=1+1", "none", "east"}
    (none,) = (row for row in rows if row["parcel"] == "none")
    assert none["reason"] == "it has no geometry"
    assert none["date"] == ""


@BOTH
def test_the_sidecar_says_what_was_asked_and_the_same_run_can_be_made_of_it(runs, tmp_path, suffix):
    asked = {**FIRST_DATE, "inner_buffer_m": 5, "pixels": "inside"}
    path, again = runs.whole(suffix, **asked).path, tmp_path / f"again{suffix}"
    parcels, request, name = asked_before(path)
    with open_source(name) as source:
        file = SeriesFile(plan_parcels(parcels, request, source), again)
        list(file.run(source))
        file.finish()
    assert again.read_bytes() == path.read_bytes()
    told = json.loads(path.with_name(f"{path.name}.json").read_text())
    assert told["request"]["inner_buffer_m"] == 5
    assert told["remarks"][0]["words"] == "it has no geometry"


def test_beside_parquet_the_outlines_are_geoparquet_by_tile(runs):
    pq = pytest.importorskip("pyarrow.parquet")
    path = runs.whole(".parquet").path
    beside = path.with_name("series.parquet.parcels.parquet")

    file = pq.ParquetFile(beside)

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
    assert read_geoparquet(beside).crs == "EPSG:4326"


def test_the_sidecar_says_with_which_versions(runs):
    told = json.loads(runs.whole().path.with_name("series.csv.json").read_text())["versions"]
    metadata = (Path(__file__).parents[3] / "metadata.txt").read_text("utf-8")
    assert f"\nversion={told['cbm_chips']}\n" in metadata
    assert told["numpy"] == np.__version__
    assert told["GDAL"] == rasterio.__gdal_version__
    assert told["rasterio"] == rasterio.__version__
    assert re.fullmatch(r"[0-9.]+", told["PROJ"])


def test_a_table_without_a_sidecar_says_so(tmp_path):
    with pytest.raises(SourceError, match="description"):
        asked_before(tmp_path / "other.csv")


def test_other_endings_are_refused(runs, tmp_path):
    with pytest.raises(RequestError, match="output"):
        runs.file(tmp_path / "series.xlsx")


def test_parquet_without_pyarrow_is_refused_in_one_sentence(runs, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingPackage, match="pyarrow"):
        runs.file(tmp_path / "series.parquet")


def test_a_folder_that_is_a_file_is_told(runs, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError):
        runs.file(tmp_path / "file" / "series.csv")


def test_observability_follows_the_published_rule(runs, tmp_path):
    shapes = [
        ("large", a_square(WEST, x_m=400, y_m=400, side_m=100)),
        # no edge on the centre of a pixel, where PROJ's last digits would decide
        ("small", a_square(WEST, x_m=899.5, y_m=399.5, side_m=31)),
        ("middle", a_square(WEST, x_m=1200, y_m=400, side_m=45)),
        ("over", a_square(WEST, x_m=450, y_m=450, side_m=100)),
    ]
    plan = plan_parcels(shapes, {**ASKED, "bands": (), "indices": ()}, runs.source)
    file = SeriesFile(plan, tmp_path / "s.csv")
    list(file.run(runs.source))
    rows = {row["parcel"]: row for row in file.finish().observability.records()}
    full = {name: [rows[name][f"full_px_{m}m"] for m in (0, 5, 10)] for name in rows}
    assert full["large"] == [100, 64, 64]
    assert full["small"] == [9, 1, 1]
    assert rows["large"]["usable"] == 1
    assert rows["small"]["usable"] == 0
    assert np.isclose(rows["small"]["lost_5m"], 1 - 1 / 9)
    assert rows["large"]["shared_px"] == rows["over"]["shared_px"] == 25
    for row in rows.values():
        assert row["dates"] == DATES
        assert (row["first_clear"] is None) == (row["clear_dates"] == 0)
        assert row["longest_gap_days"] >= 10
