"""A folder of the original client is read as any source; what is broken costs itself."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core import Chip, ChipRequest, FailedChip, RequestError, extract_chips, open_source
from cbm_chips.core.indices import index_of_chip
from cbm_chips.core.sources.client_folder.image_lists import ListedImage, OddImageRow, read_lists
from cbm_chips.core.sources.client_folder.layout import ClientFolder
from cbm_chips.core.sources.client_folder.opened_folder import open_folder
from tests.client_folders import (
    DAYS,
    GROUND,
    OUTLINE,
    chip_values,
    path_on_server,
    product,
    write_chip,
    write_folder,
    write_list,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "ms" / "2019" / "315141")


def dates_of(folder: Path, bands=("B04", "B08"), **others):
    """Every date of it, by label; as the dock asks for them."""
    opened = open_folder(folder)
    request = ChipRequest(opened.place, opened.first, opened.last, bands, opened.size_m, **others)
    with open_source(opened.source) as source:
        found = list(extract_chips(request, source, cache=None))
    return {one.scene.label or one.scene.id: one for one in found}


def as_stored(folder, label, band):
    with rasterio.open(folder / "chip_images" / f"{product(label)}.{band}.tif") as file:
        return file.read(1), file.transform


class TestWhole:
    def test_is_a_place_with_its_days(self, folder):
        opened = open_folder(folder)

        assert opened.place.outline.equals(OUTLINE)
        assert opened.place.label == "315141"
        assert "Grassland" in opened.place.details
        assert (str(opened.first), str(opened.last)) == ("2019-06-02", "2019-06-25")
        assert opened.size_m == 1280
        assert set(opened.bands) == {"B04", "B08", "SCL"}
        assert opened.notes == ()
        assert open_folder(folder / "chip_images").source == opened.source == str(folder)

    def test_gives_flags_and_the_pixels_of_its_files(self, folder):
        dates = dates_of(folder)

        assert [dates[label].flag.value for label in DAYS] == ["cloudy", "clear", "clear"]
        for label in DAYS:
            for band in ("B04", "B08"):
                stored, transform = as_stored(folder, label, band)
                grid = dates[label].grid
                row = round((transform.f - grid.top) / 10)
                column = round((grid.left - transform.c) / 10)
                cut = np.zeros((128, 128), stored.dtype)
                part = stored[max(row, 0) : max(row, 0) + 128, max(column, 0) : column + 128]
                cut[: part.shape[0], : part.shape[1]] = part
                assert np.array_equal(dates[label].bands[band], cut)
                assert dates[label].scales[band] == (0.0001, 0.0)

    def test_has_indices(self, folder):
        chip = dates_of(folder)[DAYS[1]]

        ndvi = index_of_chip("NDVI", chip.bands, scales=chip.scales)

        assert np.isfinite(ndvi).mean() > 0.95

    def test_without_scl_its_dates_are_not_judged_and_say_so(self, tmp_path):
        folder = write_folder(tmp_path / "7", scl=())

        dates = dates_of(folder)

        assert {one.flag.value for one in dates.values()} == {"no_scl"}
        assert all("SCL" in " ".join(one.provenance.notes) for one in dates.values())

    def test_without_info_it_is_a_point_among_its_chips(self, folder):
        (folder / "info.json").unlink()

        opened = open_folder(folder)

        assert opened.place.outline is None
        assert opened.place.label == "315141"
        assert "info.json" in opened.notes[0]
        assert len(dates_of(folder)) == 3

    def test_info_may_hold_plain_values_and_the_older_name_of_the_id(self, folder):
        info = json.loads((folder / "info.json").read_text())
        plain = {name: value[0] for name, value in info.items()}
        plain["ogc_fid"] = plain.pop("pid")
        (folder / "info.json").write_text(json.dumps(plain))

        assert open_folder(folder).place.label == "315141"

    @pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"pid": []}', "[" * 100_000])
    def test_an_info_that_says_nothing_is_told(self, folder, text):
        (folder / "info.json").write_text(text)

        assert len(open_folder(folder).notes) == 1
        assert len(dates_of(folder)) == 3

    def test_chips_of_newer_baselines_have_their_offset(self, tmp_path):
        folder = tmp_path / "7"
        name = f"S2B_MSIL2A_{DAYS[0]}_N0400_R008_T31UFU_{DAYS[0]}"
        write_chip(folder / "chip_images" / f"{name}.B04.tif", chip_values(1), resolution_m=10)
        write_list(folder, "B04", [(DAYS[0], f"/x/{name}.B04.tif")])

        (chip,) = dates_of(folder, ("B04",)).values()

        assert chip.scales["B04"] == (0.0001, -0.1)

    def test_a_list_that_was_written_beside_is_read_too(self, folder):
        """A program had the list open; the name of the chip alone says no date."""
        images = folder / "chip_images"
        lists = list(read_lists(ClientFolder.at(folder)))
        write_chip(images / "mine.B04.tif", chip_values(1), resolution_m=10)
        rows = [(label, path_on_server(label, "B04")) for label in DAYS]
        write_list(folder, "B04-2", [*rows, ("20190701T103629", "/x/mine.B04.tif")])

        again = list(read_lists(ClientFolder.at(folder)))

        assert set(again) - set(lists) == {ListedImage("B04", "20190701T103629", "mine.B04.tif")}
        assert len(again) == len(lists) + 1
        assert "20190701T103629" in dates_of(folder, ("B04",))


class TestBroken:
    def test_each_row_costs_itself(self, folder):
        good = [(label, path_on_server(label, "B04")) for label in DAYS]
        write_list(
            folder,
            "B04",
            [
                *good,
                good[0],
                ("", ""),
                ("yesterday", "/x/none.tif"),
                (DAYS[0], "../../../etc/passwd"),
                (DAYS[0], f"/x/{product(DAYS[0])}.B08.tif"),
            ],
        )

        dates = dates_of(folder)

        assert all(isinstance(dates[label], (Chip, FailedChip)) for label in DAYS)
        odd = [row for row in read_lists(ClientFolder.at(folder)) if isinstance(row, OddImageRow)]
        assert [row.reason for row in odd] == [
            "listed twice",
            "the row names no GeoTIFF",
            "the list of B04 names a file of another band",
            "the row names no GeoTIFF",
            "the list of B04 names a file of another band",
        ]
        undated = [one for one in dates.values() if not one.scene.is_dated]
        assert [one.reason for one in undated] == [
            "images_list.B04.csv:6: the row names no GeoTIFF",
            "images_list.B04.csv:7: the list of B04 names a file of another band",
        ]

    def test_a_missing_file_costs_its_band(self, folder):
        (folder / "chip_images" / f"{product(DAYS[0])}.B04.tif").unlink()

        dates = dates_of(folder)

        assert dates[DAYS[0]].failures == {"B04": "the file is not in the folder"}
        assert set(dates[DAYS[0]].bands) == {"B08"}
        assert all(not dates[label].failures for label in DAYS[1:])

    def test_a_date_without_files_has_its_reason(self, folder):
        for band in ("B04", "B08", "SCL"):
            (folder / "chip_images" / f"{product(DAYS[0])}.{band}.tif").unlink()

        date = dates_of(folder)[DAYS[0]]

        assert isinstance(date, FailedChip)
        assert "not in the folder" in date.reason

    def test_what_is_no_geotiff_is_not_opened(self, folder, tmp_path):
        outside = write_chip(tmp_path / "secret.tif", chip_values(9), resolution_m=10)
        vrt = f"<VRTDataset><SourceFilename>{outside}</SourceFilename></VRTDataset>"
        (folder / "chip_images" / f"{product(DAYS[0])}.B04.tif").write_text(vrt)

        assert dates_of(folder)[DAYS[0]].failures == {"B04": "the file is no GeoTIFF"}

    def test_nothing_outside_is_read(self, folder, tmp_path):
        outside = write_chip(tmp_path / "secret.tif", chip_values(9), resolution_m=10)
        link = folder / "chip_images" / f"{product(DAYS[0])}.B04.tif"
        link.unlink()
        link.symlink_to(outside)

        failures = dates_of(folder)[DAYS[0]].failures

        assert failures == {"B04": "the file lies outside the folder"}

    def test_a_cut_file_costs_its_band(self, folder):
        file = folder / "chip_images" / f"{product(DAYS[0])}.B08.tif"
        file.write_bytes(file.read_bytes()[:200])

        assert set(dates_of(folder)[DAYS[0]].failures) == {"B08"}

    def test_a_list_without_its_columns_is_a_date_with_a_reason(self, folder):
        (folder / "chip_images" / "images_list.B04.csv").write_text("a,b\n1,2\n")

        dates = dates_of(folder)

        assert "no columns dates and chips" in dates["images_list.B04.csv"].reason
        assert set(dates[DAYS[0]].bands) == {"B04", "B08"}  # by the names of its files

    def test_chips_of_another_crs_come_onto_the_common_grid(self, folder):
        from cbm_chips.core.projection import transformer

        x, y = transformer(32631, 32632).transform(GROUND[0], GROUND[1])
        for band, seed in (("B04", 1), ("B08", 2)):
            file = folder / "chip_images" / f"{product(DAYS[2])}.{band}.tif"
            larger = chip_values(seed, 240)
            write_chip(file, larger, resolution_m=10, epsg=32632, ground=(x - 400, y + 400))

        chip = dates_of(folder)[DAYS[2]]

        assert chip.bands["B04"].shape == (128, 128)
        assert chip.provenance.methods["B04"] == "nearest"
        assert (chip.bands["B04"] > 0).mean() > 0.9

    def test_floats_are_understood(self, folder):
        for label in DAYS:
            file = folder / "chip_images" / f"{product(label)}.B04.tif"
            write_chip(file, chip_values(3, dtype="float32") / 10_000, resolution_m=10)

        chip = dates_of(folder)[DAYS[1]]

        assert chip.scales["B04"] == (1.0, 0.0)

    def test_two_products_of_one_day_are_both_there(self, folder):
        other = product(DAYS[0].replace("T104031", "T105031"))
        for band in ("B04", "B08"):
            file = folder / "chip_images" / f"{other}.{band}.tif"
            write_chip(file, chip_values(5), resolution_m=10)

        one_each = dates_of(folder, one_per_date=True).values()
        assert len(dates_of(folder)) == 4
        assert sum(isinstance(date, Chip) for date in one_each) == 3

    def test_bands_that_are_none_are_left_out(self, folder):
        write_list(folder, "VV", [(DAYS[0], "/x/S1A_VV.VV.tif")])

        assert len(dates_of(folder)) == 3


@pytest.mark.parametrize("kind", ["missing", "empty", "file", "of several"])
def test_what_is_no_parcels_folder_is_refused_in_words(folder, tmp_path, kind):
    paths = {
        "missing": tmp_path / "nowhere",
        "empty": tmp_path / "empty",
        "file": folder / "info.json",
        "of several": folder.parent,
    }
    (tmp_path / "empty").mkdir()

    with pytest.raises(RequestError) as refused:
        open_folder(paths[kind])
    assert refused.value.field == "source"


def test_a_replaced_file_is_read_again(folder, tmp_path):
    opened = open_folder(folder)
    request = ChipRequest(opened.place, opened.first, opened.last, ("B04",), opened.size_m)

    def pixels():
        with open_source(opened.source) as source:
            found = list(extract_chips(request, source, cache=tmp_path / "cache"))
        return {one.scene.label: one.bands["B04"].sum() for one in found}

    before = pixels()
    file = folder / "chip_images" / f"{product(DAYS[0])}.B04.tif"
    write_chip(file, (chip_values(77) // 2).astype("uint16"), resolution_m=10)

    assert pixels()[DAYS[0]] != before[DAYS[0]]
    assert pixels()[DAYS[1]] == before[DAYS[1]]


@given(
    st.lists(st.tuples(st.text(max_size=20), st.text(max_size=30)), max_size=4),
    st.binary(max_size=40),
)
def test_no_list_is_too_odd(tmp_path_factory, rows, more):
    folder = tmp_path_factory.mktemp("odd")
    path = write_list(folder, "B04", [])
    path.write_text(",dates,chips\n" + "\n".join(f"0,{a},{b}" for a, b in rows), "utf-8", "replace")
    path.write_bytes(path.read_bytes() + more)

    for row in read_lists(ClientFolder.at(folder)):
        assert isinstance(row, (ListedImage, OddImageRow))
        assert isinstance(row, OddImageRow) or not set(row.file) & set("/\\:")
