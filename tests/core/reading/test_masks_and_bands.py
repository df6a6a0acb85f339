"""What a mask or an alpha band hides is no data, and of several bands the named one is read."""

from __future__ import annotations

import numpy as np
import pytest

from cbm_chips.core.reading.contract import WINDOW
from tests.builders import write_tile
from tests.core.reading.no_data_files import (
    cut,
    gdal,
    gradient,
    near_in_the_next_zone,
    readers,
    window,
    with_bands,
)

HOLE = np.zeros((128, 128), bool)
HOLE[20:60, 30:50] = True


def with_mask(path, pixels, hole, *, overviews="none", driver="GTiff", **profile):
    """A GeoTIFF with a mask inside, its overviews written before it, after it or not at all."""
    gdal.UseExceptions()
    before = gdal.GetConfigOption("GDAL_TIFF_INTERNAL_MASK")
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    try:
        write_tile(path, pixels, **profile)
        dataset = gdal.Open(str(path), gdal.GA_Update)
        if overviews == "before":
            dataset.BuildOverviews("NEAREST", [2, 4])
        if hole is not None:
            dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
            dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(hole, 0, 255).astype("u1"))
        if overviews == "after":
            dataset.BuildOverviews("NEAREST", [2, 4])
        del dataset
        if driver == "COG":
            plain = path.rename(path.with_suffix(".plain.tif"))
            source = gdal.Open(str(plain))
            options = ["COMPRESS=DEFLATE", "PREDICTOR=YES", "BLOCKSIZE=128"]
            gdal.GetDriverByName("COG").CreateCopy(str(path), source, 0, options)
    finally:
        gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", before)
        gdal.DontUseExceptions()
    return path


WAYS = [("none", "GTiff"), ("before", "GTiff"), ("after", "GTiff"), ("none", "COG")]


@pytest.mark.parametrize(("overviews", "driver"), WAYS)
@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_what_a_mask_hides_is_no_data(name, overviews, driver, tmp_path):
    px = 256 if driver == "COG" else 128
    hole = np.zeros((px, px), bool)
    hole[20:60, 30:50] = True
    path = with_mask(
        tmp_path / "B08.tif", gradient(px=px), hole, overviews=overviews, driver=driver
    )
    found = cut(readers()[name], path)
    assert found.method == WINDOW
    assert (found.values == window(np.where(hole, 0, gradient(px=px)))).all()


@pytest.mark.parametrize("profile", [{"bigtiff": "yes"}, {"endianness": "big"}])
def test_a_mask_is_found_in_every_form_of_tiff(profile, tmp_path):
    path = with_mask(tmp_path / "B08.tif", gradient(), HOLE, overviews="before", **profile)
    found = cut(readers()["windows"], path)
    assert (found.values == window(np.where(HOLE, 0, gradient()))).all()
    plain = with_mask(tmp_path / "B04.tif", gradient(), None, overviews="before", **profile)
    assert cut(readers()["windows"], plain).reader == "windows"


@pytest.mark.parametrize("driver", ["GTiff", "COG"])
def test_a_file_with_overviews_and_no_mask_stays_with_the_fast_reader(driver, tmp_path):
    pixels = gradient(px=256)
    path = with_mask(tmp_path / "B08.tif", pixels, None, overviews="after", driver=driver)
    found = cut(readers()["windows"], path)
    assert found.reader == "windows"
    assert (found.values == window(pixels)).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo"])
def test_a_mask_hides_in_a_warped_file_too(name, tmp_path):
    hole = np.zeros((256, 256), bool)
    hole[:, ::3] = True
    pixels = gradient(px=256)
    pixels[::7] = 0  # seen, and no data all the same
    path = with_mask(tmp_path / "B08.tif", pixels, hole)
    plain = write_tile(tmp_path / "plain.tif", np.where(hole, 0, pixels))
    grid = near_in_the_next_zone()
    found, right = (cut(readers()[name], one, grid=grid).values for one in (path, plain))
    assert (found == right).all()


@pytest.mark.parametrize("nodata", [None, -1])
@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_what_an_alpha_band_hides_is_no_data_whatever_the_tag(name, nodata, tmp_path):
    pixels = gradient("int16")
    alpha = np.where(HOLE, 0, 255).astype(np.int16)
    path = with_bands(tmp_path / "B08.tif", pixels, alpha, alpha_last=True, nodata=nodata)
    assert (cut(readers()[name], path).values == window(np.where(HOLE, 0, pixels))).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo"])
def test_an_alpha_band_hides_in_a_warped_file_too(name, tmp_path):
    pixels = gradient("uint16", px=256)
    alpha = np.full((256, 256), 65535, np.uint16)
    alpha[:, ::3] = 0
    path = with_bands(tmp_path / "B08.tif", pixels, alpha, alpha_last=True)
    plain = write_tile(tmp_path / "plain.tif", np.where(alpha == 0, 0, pixels))
    grid = near_in_the_next_zone()
    found, right = (cut(readers()[name], one, grid=grid).values for one in (path, plain))
    assert (found == right).all()


NAMES = [("B04", "B08"), ("B4", "b8"), ("red", "nir"), ("B4, 665 nm", "B8, 842 nm")]


@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_of_several_bands_the_one_that_bears_the_name_is_read(name, names, tmp_path):
    red, near = gradient(base=600), gradient(base=3000)
    path = with_bands(tmp_path / "stack.tif", red, near, names=names)
    assert (cut(readers()[name], path, band="B08").values == window(near)).all()
    assert (cut(readers()[name], path, band="B04").values == window(red)).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_of_several_bands_without_a_name_none_is_guessed(name, tmp_path):
    path = with_bands(tmp_path / "stack.tif", gradient(base=600), gradient(base=3000))
    with pytest.raises(Exception, match="holds 2 bands and does not say which is B08"):
        cut(readers()[name], path)
