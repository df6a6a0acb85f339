"""What is broken in a folder of the original client costs itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core import Chip, FailedChip, RequestError
from cbm_chips.core.sources.client_folder.image_lists import ListedImage, OddImageRow, read_lists
from cbm_chips.core.sources.client_folder.layout import ClientFolder
from cbm_chips.core.sources.client_folder.opened_folder import open_folder
from tests.client_folders import (
    DAYS,
    GROUND,
    chip_values,
    dates_of,
    path_on_server,
    product,
    write_chip,
    write_list,
)


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
