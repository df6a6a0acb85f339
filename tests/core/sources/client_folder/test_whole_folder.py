"""A folder of the original client is read as any source."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cbm_chips.core import ChipRequest, extract_chips, open_source
from cbm_chips.core.indices import index_of_chip
from cbm_chips.core.sources.client_folder.image_lists import ListedImage, read_lists
from cbm_chips.core.sources.client_folder.layout import ClientFolder
from cbm_chips.core.sources.client_folder.opened_folder import open_folder
from tests.client_folders import (
    DAYS,
    OUTLINE,
    chip_values,
    dates_of,
    path_on_server,
    product,
    write_chip,
    write_folder,
    write_list,
)


def as_stored(folder, label, band):
    with rasterio.open(folder / "chip_images" / f"{product(label)}.{band}.tif") as file:
        return file.read(1), file.transform


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Path:
    """Nobody changes it."""
    return write_folder(tmp_path_factory.mktemp("ms") / "315141")


@pytest.fixture(scope="module")
def dates(whole):
    return dates_of(whole)


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

    def test_gives_flags_and_the_pixels_of_its_files(self, whole, dates):
        assert [dates[label].flag.value for label in DAYS] == ["cloudy", "clear", "clear"]
        for label in DAYS:
            for band in ("B04", "B08"):
                stored, transform = as_stored(whole, label, band)
                grid = dates[label].grid
                row = round((transform.f - grid.top) / 10)
                column = round((grid.left - transform.c) / 10)
                cut = np.zeros((128, 128), stored.dtype)
                part = stored[max(row, 0) : max(row, 0) + 128, max(column, 0) : column + 128]
                cut[: part.shape[0], : part.shape[1]] = part
                assert np.array_equal(dates[label].bands[band], cut)
                assert dates[label].scales[band] == (0.0001, 0.0)

    def test_has_indices(self, dates):
        chip = dates[DAYS[1]]

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

        opened = open_folder(folder)

        assert len(opened.notes) == 1
        assert (str(opened.first), str(opened.last)) == ("2019-06-02", "2019-06-25")

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
