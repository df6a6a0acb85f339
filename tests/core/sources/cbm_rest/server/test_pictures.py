"""The made CbM REST service: where a chip begins and ends, and its pictures, by case numbers."""

from __future__ import annotations

import io
import re

import numpy as np
import pytest
from PIL import Image

from tests.cbm_client import JUNE, daily, day
from tests.servers.cbm.catalogue import Product, Square
from tests.servers.cbm.cutting import Raster, blanked, cut
from tests.servers.cbm.lattice import Tile, crop_of
from tests.servers.cbm.pictures import layer_of, limits_of, on_square, stretched
from tests.servers.cbm.seed import HISTOGRAMS, LAT, LON, SEED_PRODUCTS

pyproj = pytest.importorskip("pyproj")

CORNER = (600000.0, 5900040.0)
PRODUCT = Product(SEED_PRODUCTS[0]["id"], corner=CORNER)


def at(easting: float, northing: float) -> tuple[float, float]:
    """A point of zone 31 as lon and lat."""
    back = pyproj.Transformer.from_crs(32631, 4326, always_xy=True)
    lon, lat = back.transform(easting, northing)
    return lon, lat


def test_c30_a_page_of_pictures_in_rows_of_eight(service):
    service.server.switch(products=SEED_PRODUCTS)
    reply = service.pictures(*JUNE, bands="B08_B11_B04", lut="10_90")
    assert (reply.status, reply.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert "chipsview.html" in reply.headers["Content-Disposition"]
    page = reply.text
    assert "\n" not in page
    assert re.findall(r'<img id = "(\w+)"', page) == list(HISTOGRAMS)
    folder = "/static/tmp/E5_66425N52_69444L10_90_LEVEL2A_B08_B11_B04/"
    sources = re.findall(r'src="([^"]+)"', page)
    assert sources == [f"{folder}{row['id']}.SAFE.png" for row in reversed(SEED_PRODUCTS)]
    assert [row.count("<img") for row in page.split("<tr>")[1:]] == [8, 3]
    picture = service.get(sources[0])
    assert picture.media == "image/png"
    with Image.open(io.BytesIO(picture.body)) as image:
        assert (image.size, image.mode) == ((128, 128), "RGB")


@pytest.mark.parametrize(("count", "starts", "ends"), [(8, 1, 2), (9, 2, 2), (16, 2, 3), (0, 0, 1)])
def test_c31_one_row_end_more_closes_the_table(service, count, starts, ends):
    service.server.switch(products=daily(count))
    service.pictures(day(0), day(24))
    page = service.pictures(day(0), day(24)).text
    assert (page.count("<tr>"), page.count("</tr>")) == (starts, ends)


def test_c31_too_many_or_no_pictures(service):
    service.server.switch(products=daily(25))
    assert service.pictures(day(0), day(24)).text == "{}\n"
    service.server.switch(products=[])
    assert [service.pictures(*JUNE, bands="B04_B03_B02").status for _ in range(2)] == [500, 200]


@pytest.mark.parametrize(
    "wrong", [{"bands": "B04_B03"}, {"bands": "B04_B03_B99"}, {"lut": "1_2_3"}]
)
def test_c31_pictures_that_cannot_be_made_are_missing(service, wrong):
    service.server.switch(products=SEED_PRODUCTS)
    assert "<img" not in service.pictures(*JUNE, **wrong).text


@pytest.mark.parametrize(
    ("band", "edge", "zero_row", "zero_col"), [("B04", 257, 0, 256), ("B11", 129, 128, 128)]
)
def test_c40_one_border_row_and_column_are_zero(band, edge, zero_row, zero_col):
    chip = cut(PRODUCT, band, Square(LON, LAT, 2560))
    assert chip is not None
    assert chip.pixels.shape == (edge, edge)
    assert (chip.left, chip.top, chip.epsg) == (678760, 5842900, 32631)
    zeros = chip.pixels == 0
    assert list(np.flatnonzero(zeros.all(axis=1))) == [zero_row]
    assert list(np.flatnonzero(zeros.all(axis=0))) == [zero_col]


@pytest.mark.parametrize(("size_m", "shape"), [(920, (93, 47)), (1280, (129, 65))])
def test_c40_other_sizes(size_m, shape):
    chips = [cut(PRODUCT, band, Square(LON, LAT, size_m)) for band in ("B04", "B11")]
    assert tuple(chip.pixels.shape[0] for chip in chips if chip is not None) == shape


@pytest.mark.parametrize(("band", "edge"), [("B04", 128), ("SCL", 64)])
def test_c41_a_square_on_the_pixels_edges_has_no_border(band, edge):
    chip = cut(PRODUCT, band, Square(*at(680040, 5841600), 1280))
    assert chip is not None
    assert chip.pixels.shape == (edge, edge)
    assert chip.pixels.all()


def test_c42_a_square_over_the_tiles_edge_is_smaller():
    chip = cut(PRODUCT, "B04", Square(*at(CORNER[0] + 203.3, 5841613.7), 1280))
    assert chip is not None
    assert chip.pixels.shape == (129, 85)
    outside = cut(PRODUCT, "B04", Square(*at(CORNER[0] - 700, 5841613.7), 1280))
    assert outside is None


def test_c42_the_swath_gap_of_a_made_up_tile_is_zero():
    chip = cut(PRODUCT, "B04", Square(*at(CORNER[0] + 105_800, 5841613.7), 1280))
    assert chip is not None
    assert 0.4 < (chip.pixels == 0).mean() < 0.6


def test_c42_the_window_is_the_outermost_one():
    tile = Tile(0, 1000, 10, 100, 100)
    crop = crop_of((503.0, 507.0), 40, tile)
    assert (crop.first_col, crop.last_col) == (48, 53)
    assert (crop.first_row, crop.last_row) == (47, 52)
    whole = blanked(cut_of_ones(crop, tile), (503.0, 507.0), 40).pixels
    assert whole.sum() == 16


def cut_of_ones(crop, tile):
    shape = (crop.last_row - crop.first_row, crop.last_col - crop.first_col)
    left, top = tile.left + crop.first_col * 10, tile.top - crop.first_row * 10
    return Raster(np.ones(shape, np.uint16), left, top, 10, 32631)


def shown(values, lut: str, *, number: int = 0):
    """DN -> byte, for a row of pixels that fits the picture's edge."""
    pixels = np.array([values], np.uint16)
    limits = limits_of(lut)
    if len(limits) == 2:
        low, high = np.percentile(pixels, limits)
    else:
        low, high = limits[2 * number : 2 * number + 2]
    return dict(zip(values, stretched(pixels, low, high=high)[0].tolist()))


def test_c43_percentiles_are_interpolated_and_bytes_truncated():
    assert np.percentile(np.arange(1, 101), [5, 95]).tolist() == pytest.approx([5.95, 95.05])
    bytes_of = shown(range(1, 101), "5_95")
    assert [bytes_of[dn] for dn in (5, 50, 95, 96)] == [0, 126, 254, 255]


def test_c44_six_values_are_limits_band_by_band():
    lut = "1200_5700_800_4100_150_2800"
    bytes_of = shown((1200, 3450, 5700, 9000, 0), lut)
    assert list(bytes_of.values()) == [0, 127, 255, 255, 0]
    assert shown((800, 4100), lut, number=1) == {800: 0, 4100: 255}


def test_c45_without_a_range_it_is_a_threshold():
    assert set(shown((7,) * 50, "5_95").values()) == {0}
    assert shown((1, 2, 3, 4, 5), "95_5") == {1: 0, 2: 0, 3: 0, 4: 0, 5: 51}


def test_c45_luts_that_make_no_sense():
    assert limits_of("low_high") == [5, 95]
    assert (limits_of("1_2_3"), limits_of("-5_95"), limits_of("5_101")) == (None, None, None)


@pytest.mark.parametrize("edge", [60, 64, 65, 85, 128, 129])
def test_c46_the_picture_takes_the_nearest_column(edge):
    columns = on_square(np.arange(edge)[None, :])[0]
    assert columns.tolist() == [j * edge // 128 for j in range(128)]


def test_c46_shapes_that_the_service_gives():
    assert on_square(np.arange(64)[None, :])[0, :4].tolist() == [0, 0, 1, 1]
    assert on_square(np.arange(129)[None, :])[0, -1] == 127
    assert layer_of(np.zeros((85, 129), np.uint16), "5_95", number=0).shape == (128, 128)
