"""Windows of GeoTIFFs through both ways to GDAL hold the files' own pixels."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import Affine
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as FileWindow

from cbm_chips.core.model import Grid
from cbm_chips.core.reading.contract import NEAREST, WINDOW
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import gdal_path
from cbm_chips.core.reading.placement import FileGrid, window_of
from tests.builders import LEFT, TOP, write_tile
from tests.core.reading.gdal.windows import (
    FOREIGN,
    FOREIGN_AT_THE_EDGE,
    INSIDE,
    direct,
    pixels_of,
    read_one,
)


def test_a_window_holds_the_files_own_pixels(reader, folder):
    pixels = pixels_of(read_one(reader, folder / "B04.tif"))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert (pixels.values.dtype, pixels.method) == (np.uint16, WINDOW)


def test_a_window_over_http_holds_the_same_pixels_and_fetches_few_bytes(
    reader, folder, server, fresh_url
):
    pixels = pixels_of(read_one(reader, fresh_url))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    stats = server.stats()
    assert stats["bytes"] < (folder / "B04.tif").stat().st_size / 4
    assert stats["requests"] <= 5
    assert stats["not_found"] == 0


@pytest.mark.parametrize(
    ("east_m", "south_m"),
    [(-640, -640), (9600, 9600), (-640, 9600), (0, -1270), (10_230, 500)],
    ids=["north-west", "south-east", "south-west", "one row", "one column"],
)
def test_where_the_file_ends_the_window_goes_on_with_0(reader, folder, east_m, south_m):
    grid = Grid(32631, LEFT + east_m, TOP - south_m, 10.0, 128, 128)
    pixels = pixels_of(read_one(reader, folder / "B04.tif", grid))
    expected = direct(folder / "B04.tif", grid)
    assert (pixels.values == expected).all()
    assert 0 < np.count_nonzero(pixels.values == 0) < expected.size
    assert (pixels.values.dtype, pixels.method) == (np.uint16, WINDOW)


@pytest.mark.parametrize("name", ["B04.tif", "SCL.tif"])
def test_a_window_beside_the_file_is_empty_and_keeps_the_type(reader, folder, name):
    step = 10.0 if name == "B04.tif" else 20.0
    grid = Grid(32631, LEFT - 50_000, TOP, step, 64, 64)
    pixels = pixels_of(read_one(reader, folder / name, grid))
    assert pixels.values.shape == (64, 64)
    assert not pixels.values.any()
    assert pixels.values.dtype == (np.uint16 if name == "B04.tif" else np.uint8)


def test_a_60_m_band_on_the_20_m_grid_repeats_each_pixel_3_by_3(reader, folder):
    grid = Grid(32631, LEFT + 600, TOP - 1200, 20.0, 63, 63)
    pixels = pixels_of(read_one(reader, folder / "B01.tif", grid, band="B01"))
    with rasterio.open(folder / "B01.tif") as file:
        original = file.read(1, window=FileWindow(10, 20, 21, 21))
    assert (pixels.values == np.kron(original, np.ones((3, 3), "uint16"))).all()
    assert pixels.method == NEAREST


def test_a_60_m_band_is_cut_anywhere_on_the_20_m_lattice(reader, folder):
    grid = Grid(32631, LEFT + 620, TOP - 1240, 20.0, 64, 64)
    pixels = pixels_of(read_one(reader, folder / "B01.tif", grid, band="B01"))
    with rasterio.open(folder / "B01.tif") as file:
        whole = np.kron(file.read(1), np.ones((3, 3), "uint16"))
    assert (pixels.values == whole[62:126, 31:95]).all()


def test_a_scene_of_the_neighbouring_zone_is_warped_to_the_nearest_pixel(reader, folder):
    pixels = pixels_of(read_one(reader, folder / "B04.tif", FOREIGN))
    target = {"crs": "EPSG:32632", "transform": Affine(*FOREIGN.transform)}
    size = {"width": FOREIGN.width_px, "height": FOREIGN.height_px, "tolerance": 1e-6}
    with (
        rasterio.open(folder / "B04.tif") as file,
        WarpedVRT(
            file, **target, **size, resampling=Resampling.nearest, src_nodata=0, nodata=0
        ) as warped,
    ):
        expected = warped.read(1)
    assert (pixels.values == expected).all()
    assert np.count_nonzero(expected) > 0.9 * expected.size
    assert (pixels.values.dtype, pixels.method) == (np.uint16, NEAREST)


def test_both_ways_to_gdal_agree_on_every_window(folder):
    pytest.importorskip("osgeo")
    corners = [(-640, -640), (3000, 4000), (9600, 9600), (3005, 4000), (-20_000, 0)]
    grids = [Grid(32631, LEFT + e, TOP - s, 10.0, 128, 128) for e, s in corners]
    grids += [FOREIGN, FOREIGN_AT_THE_EDGE]
    for grid in grids:
        for name in ("B04", "SCL", "B01"):
            a, b = (
                back.read(str(folder / f"{name}.tif"), grid, {})
                for back in (RasterioBackend(), OsgeoBackend())
            )
            assert (a.values == b.values).all()
            assert a.values.any() == (grid.left > LEFT - 10_000 or grid.epsg == 32632)
            assert (a.values.dtype, a.method) == (b.values.dtype, b.method)


def test_overviews_do_not_stand_in_for_pixels(reader, tmp_path):
    values = np.random.default_rng(3).integers(1, 5000, (512, 512)).astype("uint16")
    path = write_tile(tmp_path / "fine.tif", values)
    with rasterio.open(path, "r+") as file:
        file.build_overviews([2, 4], Resampling.average)
    grid = Grid(32631, LEFT, TOP, 20.0, 64, 64)
    pixels = pixels_of(read_one(reader, path, grid))
    assert np.isin(pixels.values, values).all()
    assert (pixels.values == values[:128, :128].reshape(64, 2, 64, 2)[:, 1, :, 1]).all()


def test_a_file_that_describes_its_zone_without_a_code_is_still_cut_as_a_window(reader, tmp_path):
    values = np.arange(1, 1 + 256 * 256, dtype="uint32").reshape(256, 256)
    words = "+proj=utm +zone=31 +datum=WGS84 +units=m +no_defs"
    path = write_tile(tmp_path / "worded.tif", values, crs=words)
    grid = Grid(32631, LEFT + 100, TOP - 100, 10.0, 128, 128)
    pixels = pixels_of(read_one(reader, path, grid))
    assert pixels.method == WINDOW
    assert (pixels.values == values[10:138, 10:138]).all()


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
def test_a_file_without_a_place_on_earth_is_an_error_in_words(reader, tmp_path):
    path = write_tile(tmp_path / "nowhere.tif", np.ones((256, 256), "uint16"), epsg=None)
    error = read_one(reader, path).error
    assert "no CRS" in str(error)


def test_a_large_shift_of_pixel_size_is_noticed_at_the_far_end():
    grid = Grid(32631, LEFT, TOP, 10.0, 512, 512)
    exact, off = ((step, 0.0, LEFT, 0.0, -step, TOP) for step in (10.0, 10.0005))
    assert window_of(grid, FileGrid(32631, exact, 10980, 10980)) is not None
    assert window_of(grid, FileGrid(32631, off, 10980, 10980)) is None


def test_a_file_url_and_a_path_are_the_same_file(reader, folder, tmp_path):
    spaced = tmp_path / "with space.tif"
    spaced.write_bytes((folder / "B04.tif").read_bytes())
    pixels = pixels_of(read_one(reader, spaced.as_uri()))
    assert (pixels.values == direct(folder / "B04.tif", INSIDE)).all()
    assert gdal_path("s3://eodata/a/B04.tif") == "/vsis3/eodata/a/B04.tif"
