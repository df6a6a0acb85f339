"""A run in the original client's folders: read back it is the same, and the client finds it."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import numpy as np
import pytest
import rasterio
from shapely.geometry import box, shape

from cbm_chips.core import Chip, ChipRequest, Place, RequestError, extract_chips, open_source
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.client_layout.write import ClientRoot, write_client_folder
from cbm_chips.core.sources.client_folder.opened_folder import open_folder
from tests.builders import a_scene
from tests.chips import a_chip

PLACE = Place.of_parcel(box(5.662, 52.692, 5.666, 52.696), "315141")


@pytest.fixture(scope="module")
def chips(sample_archive):
    request = ChipRequest(PLACE, "2022-06-01", "2022-06-30", ("B08", "B11", "SCL"), 640)
    with open_source(str(sample_archive)) as source:
        found = list(extract_chips(request, source, cache=None))
    return sorted((one for one in found if isinstance(one, Chip)), key=lambda one: one.scene.label)


def read_back(folder, bands=("B08", "B11", "SCL")):
    opened = open_folder(folder)
    request = ChipRequest(opened.place, opened.first, opened.last, bands, opened.size_m)
    with open_source(opened.source) as source:
        found = list(extract_chips(request, source, cache=None))
    return opened, sorted(found, key=lambda one: one.scene.label)


def rows_of(folder, band):
    with (folder / "chip_images" / f"images_list.{band}.csv").open(newline="") as file:
        return list(csv.reader(file))


def test_what_was_saved_gives_the_same_dates_bands_and_pixels(tmp_path, chips):
    root = ClientRoot(tmp_path, "ms", "2022").of("315141")

    assert write_client_folder(root, PLACE, reversed(chips)) == len(chips) > 2

    opened, again = read_back(tmp_path / "ms" / "2022" / "315141")
    assert opened.place.outline.equals(PLACE.outline)
    assert opened.place.label == "315141"
    assert [one.scene.label for one in again] == [one.scene.label for one in chips]
    for one, other in zip(again, chips):
        assert (one.grid, one.flag, one.histogram) == (other.grid, other.flag, other.histogram)
        assert one.scales == other.scales
        assert one.bands.keys() == other.bands.keys()
        for band, values in other.bands.items():
            assert np.array_equal(one.bands[band], values)


def test_the_original_client_finds_what_it_expects(tmp_path, chips):
    """`pandas.read_csv(..., index_col=0)`, then `dates` and the last part of `chips`."""
    write_client_folder(tmp_path / "315141", PLACE, chips)

    info = json.loads((tmp_path / "315141" / "info.json").read_text())
    assert info["pid"] == info["ogc_fid"] == ["315141"]
    assert {len(column) for column in info.values()} == {1}
    assert info["srid"] == [4326]
    assert shape(json.loads(info["geom"][0])).equals(PLACE.outline)
    assert 115_000 < info["area"][0] < 130_000
    for band in ("B08", "B11", "SCL"):
        header, *rows = rows_of(tmp_path / "315141", band)
        assert header == ["", "dates", "chips"]
        assert [row[0] for row in rows] == [str(number) for number in range(len(chips))]
        assert [row[1] for row in rows] == [chip.scene.label for chip in chips]
        for row in rows:
            stem = row[2].split("/")[-1].split(".")[0]
            with rasterio.open(tmp_path / "315141" / "chip_images" / f"{stem}.{band}.tif") as file:
                assert (file.count, file.crs.to_epsg()) == (1, 32631)


def test_a_second_run_goes_on_with_the_lists(tmp_path, chips):
    write_client_folder(tmp_path / "7", PLACE, chips[:2])
    write_client_folder(tmp_path / "7", PLACE, chips[1:])

    assert len(rows_of(tmp_path / "7", "B08")) == 1 + len(chips)
    assert len(read_back(tmp_path / "7")[1]) == len(chips)


def test_scenes_that_are_no_products_have_names_without_dots(tmp_path):
    chip = a_chip(scene=a_scene("S2A.31UFU/20200305", product=""))

    write_client_folder(tmp_path / "7", PLACE, [chip])

    names = [path.name for path in (tmp_path / "7" / "chip_images").glob("*.tif")]
    assert names
    assert all(name.count(".") == 2 for name in names)


def test_a_place_without_outline_has_its_point(tmp_path, chips):
    point = replace(PLACE, outline=None)

    write_client_folder(tmp_path / "7", point, chips[:1])

    info = json.loads((tmp_path / "7" / "info.json").read_text())
    assert (info["clon"], info["clat"]) == ([point.lon], [point.lat])
    assert "geom" not in info
    assert open_folder(tmp_path / "7").place.outline is None


def test_a_folder_that_can_not_be_written_is_said(tmp_path, chips):
    (tmp_path / "7").write_text("a file")

    with pytest.raises(WriteError):
        write_client_folder(tmp_path / "7", PLACE, chips)


@pytest.mark.parametrize(
    ("aoi", "year"), [("", "2022"), ("ms", ""), ("../x", "2022"), ("ms", "a/b")]
)
def test_areas_and_years_are_names_of_folders(tmp_path, aoi, year):
    with pytest.raises(RequestError):
        ClientRoot(tmp_path, aoi, year)
