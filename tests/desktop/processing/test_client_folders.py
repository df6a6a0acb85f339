"""The original client's folders in Processing: written from a run, and read as a source."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
import rasterio

from tests.client_folders import DAYS, write_folder
from tests.desktop.running import CENTRE, JUNE, feedback_class, parcels_of, refusal, rows_of, run
from tests.open_files import held_open
from tests.sample_servers import Served

pytestmark = pytest.mark.usefixtures("plugin", "empty_cache")


def test_a_run_is_saved_and_read_back_the_same(servers: Served, tmp_path: Path) -> None:
    where = {"PARCELS": parcels_of(servers, "315141", "315010"), "ID_FIELD": "id"}
    given = {"SOURCE": servers.api.url, **where, **JUNE, "BANDS": "B08,B11,SCL", "SIZE": 640}
    first = run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})
    layout = {"INPUT": str(tmp_path / "run"), "AOI": "ms", "OUTPUT": str(tmp_path / "data")}

    results = run("clientfolders", layout)

    assert (results["COUNT"], results["FAILED"]) == (first["COUNT"], 0)
    folder = tmp_path / "data" / "ms" / "2022" / "315141"
    assert (folder / "info.json").is_file()
    with (folder / "chip_images" / "images_list.B11.csv").open(newline="") as file:
        assert len(list(csv.reader(file))) == 5
    again = {"SOURCE": str(folder), "BANDS": "B08,B11,SCL", "OUTPUT": str(tmp_path / "again")}
    assert run("rawchips", again)["COUNT"] == 4
    for file in (tmp_path / "run" / "315141").glob("*.tif"):
        (other,) = (tmp_path / "again" / "315141").glob(f"{file.name[:15]}*.{file.name[-7:]}")
        with rasterio.open(file) as one, rasterio.open(other) as two:
            assert one.transform == two.transform
            assert np.array_equal(one.read(), two.read())


def test_a_date_whose_chip_a_program_has_open_is_counted_as_failed(
    servers: Served, tmp_path: Path
) -> None:
    where = {"PARCELS": parcels_of(servers, "315141"), "ID_FIELD": "id"}
    given = {"SOURCE": servers.api.url, **where, **JUNE, "BANDS": "B08", "SIZE": 640}
    first = run("rawchips", {**given, "OUTPUT": str(tmp_path / "run")})
    layout = {"INPUT": str(tmp_path / "run"), "AOI": "ms", "OUTPUT": str(tmp_path / "data")}
    run("clientfolders", layout)
    held, *_ = sorted((tmp_path / "data").rglob("*.B08.tif"))
    held.write_bytes(held.read_bytes() + b" ")

    feedback = feedback_class()()
    with held_open(held):
        results = run("clientfolders", layout, feedback)

    assert (results["COUNT"], results["FAILED"]) == (first["COUNT"] - 1, 1)
    assert any(words.startswith("315141 ") and held.name in words for words, _ in feedback.errors)


def test_a_folder_as_source_knows_its_place_and_days(tmp_path: Path) -> None:
    folder = write_folder(tmp_path / "315141")

    results = run("cloudflags", {"SOURCE": str(folder), "OUTPUT": str(tmp_path / "flags.csv")})

    rows = rows_of(results["OUTPUT"])
    assert [row["date"] for row in rows] == [f"{d[:4]}-{d[4:6]}-{d[6:8]}" for d in DAYS]
    assert [row["flag"] for row in rows] == ["cloudy", "clear", "clear"]
    assert {row["parcel"] for row in rows} == {"315141"}


def test_other_sources_still_need_a_place(servers: Served, tmp_path: Path) -> None:
    given = {"SOURCE": servers.api.url, **JUNE, "OUTPUT": str(tmp_path / "run")}

    assert "is needed" in refusal("rawchips", given)


def test_pictures_alone_can_not_be_saved_so(servers: Served, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    given = {"SOURCE": servers.api.url, **CENTRE, **JUNE, "SIZE": 200}
    run("compositechips", {**given, "OUTPUT": str(tmp_path / "run")})

    with pytest.raises(QgsProcessingException, match="raw chips"):
        run("clientfolders", {"INPUT": str(tmp_path / "run"), "OUTPUT": str(tmp_path / "data")})


@pytest.mark.parametrize("wrong", [{"AOI": "../x"}, {"YEAR": "20/22"}])
def test_areas_and_years_that_are_no_folders_are_refused(
    tmp_path: Path, wrong: dict[str, str]
) -> None:
    given = {"INPUT": str(tmp_path), "OUTPUT": str(tmp_path / "data"), **wrong}

    assert next(iter(wrong)) in refusal("clientfolders", given)
