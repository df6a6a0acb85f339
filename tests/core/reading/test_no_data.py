"""No data, however a file or its item says it, is DN 0 and class 0 from the reader on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.enums import ColorInterp

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import NEAREST, WINDOW, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.backends import BACKENDS
from tests.builders import LEFT, TOP, write_tile
from tests.effort import examples

gdal = pytest.importorskip("osgeo.gdal")
GRID = Grid(32631, LEFT + 160, TOP - 160, 10.0, 64, 64)
NEIGHBOUR = Grid(32632, 190_000.0, 5_904_000.0, 10.0, 64, 64)
"""The same ground in the next zone, warped."""


def readers():
    """The general reader over each backend, and the fast one in front of the first."""
    general = {name: RasterReader(backend=make()) for name, make in BACKENDS.items()}
    return {**general, "windows": WindowReader(general=general["rasterio"])}


def cut(reader, path, *, grid=GRID, band="B08", **asset):
    job = ReadJob(Asset(band, str(path), **asset), grid)
    (read,) = [read for read in reader.read_all([job], open_plainly) if read is not None]
    if read.error is not None:
        raise read.error
    return read.pixels


def window(values):
    return values[16:80, 16:80]


def gradient(dtype="uint16", base=600, px=128):
    rows, cols = np.mgrid[0:px, 0:px]
    return (base + (rows + 2 * cols) % 97).astype(dtype)


@st.composite
def files(draw):
    """dtype, nodata tag, the item's nodata, pixels in which both occur."""
    dtype = np.dtype(draw(st.sampled_from(["u1", "u2", "i2", "u4", "i4", "f4", "f8"])))
    odd = [-32768, -10_000, -9999, -1, 0, 1, 7, 255, 32767, 65535, 1e20, -3.4e38]
    if dtype.kind != "f":
        limits = np.iinfo(dtype)
        odd = [value for value in odd if limits.min <= value <= limits.max]
    else:
        odd += [float("nan"), float("inf")]
    tag = draw(st.none() | st.sampled_from(odd))
    by_item = draw(st.none() | st.sampled_from([-9999.0, 0.0, 7.0, 255.0, 0.5]))
    seed = draw(st.integers(0, 999))
    rng = np.random.default_rng(seed)
    pixels = rng.integers(1, 100, (128, 128)).astype(dtype)
    for value in odd:
        pixels[rng.random((128, 128)) < 0.05] = value
    return pixels, tag, by_item


@settings(max_examples=examples(40), deadline=None)
@given(files())
def test_all_readers_agree_on_what_is_no_data(made):
    pixels, tag, by_item = made
    nodata = tag if tag else by_item
    empty = ~np.isfinite(pixels) | (np.abs(pixels.astype(np.float64)) > 1e30)
    if nodata is not None and np.isfinite(nodata):
        empty |= (
            pixels == np.float64(nodata).astype(pixels.dtype)
            if pixels.dtype.kind == "f"
            else (pixels.astype(np.float64) == nodata)
        )
    right = window(np.where(empty, 0, pixels).astype(pixels.dtype))
    with TemporaryDirectory() as folder:
        path = write_tile(Path(folder) / "B08.tif", pixels, nodata=tag)
        for name, reader in readers().items():
            found = cut(reader, path, nodata=by_item)
            assert found.values.dtype == pixels.dtype, name
            assert np.array_equal(found.values, right), name


@pytest.mark.parametrize("words", ["-9999.0", "-9.999e3", " -9999 "])
@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_the_tag_counts_however_it_is_spelled(words, name, tmp_path):
    pixels = gradient("int16")
    pixels[:, 30:40] = -9999
    path = write_tile(tmp_path / "B08.tif", pixels, nodata=-9999)
    content = path.read_bytes()
    assert content.count(b"-9999\0") == 1
    with gdal_update(path) as dataset:
        dataset.GetRasterBand(1).SetNoDataValue(float(words))
    right = window(np.where(pixels == -9999, 0, pixels))
    assert (cut(readers()[name], path).values == right).all()


def gdal_update(path):
    from contextlib import contextmanager

    @contextmanager
    def opened():
        dataset = gdal.Open(str(path), gdal.GA_Update)
        yield dataset
        dataset.FlushCache()

    return opened()


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_a_value_that_no_pixel_can_hold_takes_no_pixel_away(name, tmp_path):
    pixels = gradient()
    path = write_tile(tmp_path / "B08.tif", pixels)
    assert (cut(readers()[name], path, nodata=-9999.0).values == window(pixels)).all()
    assert (cut(readers()[name], path, nodata=600.5).values == window(pixels)).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_no_data_stays_so_where_the_file_has_to_be_warped(name, tmp_path):
    pixels = gradient("int16", px=1024)
    pixels[:, ::3] = -9999
    path = write_tile(tmp_path / "B08.tif", pixels, nodata=-9999)
    plain = write_tile(tmp_path / "plain.tif", np.where(pixels == -9999, 0, pixels))
    grid = near_in_the_next_zone()
    found, right = (cut(readers()[name], one, grid=grid) for one in (path, plain))
    assert found.method == NEAREST
    assert (found.values == right.values).all()
    assert 0 < (found.values == 0).mean() < 0.6


def near_in_the_next_zone():
    from pyproj import Transformer

    x, y = Transformer.from_crs(32631, 32632, always_xy=True).transform(LEFT + 5000, TOP - 5000)
    return Grid(32632, round(x / 20) * 20.0, round(y / 20) * 20.0, 10.0, 64, 64)


# --- masks and alpha bands


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
    px = 1024 if driver == "COG" else 128
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
    pixels = gradient(px=1024)
    path = with_mask(tmp_path / "B08.tif", pixels, None, overviews="after", driver=driver)
    found = cut(readers()["windows"], path)
    assert found.reader == "windows"
    assert (found.values == window(pixels)).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo"])
def test_a_mask_hides_in_a_warped_file_too(name, tmp_path):
    hole = np.zeros((1024, 1024), bool)
    hole[:, ::3] = True
    pixels = gradient(px=1024)
    pixels[::7] = 0  # seen, and no data all the same
    path = with_mask(tmp_path / "B08.tif", pixels, hole)
    plain = write_tile(tmp_path / "plain.tif", np.where(hole, 0, pixels))
    grid = near_in_the_next_zone()
    found, right = (cut(readers()[name], one, grid=grid).values for one in (path, plain))
    assert (found == right).all()


def with_bands(path, *layers, names=(), alpha_last=False, **profile):
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=layers[0].shape[1],
        height=layers[0].shape[0],
        count=len(layers),
        dtype=layers[0].dtype.name,
        crs="EPSG:32631",
        transform=rasterio.Affine(10, 0, LEFT, 0, -10, TOP),
        **{"tiled": True, "blockxsize": 128, "blockysize": 128, "compress": "deflate", **profile},
    ) as file:
        meanings = [ColorInterp.gray] * len(layers)
        if alpha_last:
            meanings[-1] = ColorInterp.alpha
        file.colorinterp = meanings
        for number, layer in enumerate(layers, start=1):
            file.write(layer, number)
        for number, name in enumerate(names, start=1):
            file.set_band_description(number, name)
    return path


@pytest.mark.parametrize("nodata", [None, -1])
@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_what_an_alpha_band_hides_is_no_data_whatever_the_tag(name, nodata, tmp_path):
    pixels = gradient("int16")
    alpha = np.where(HOLE, 0, 255).astype(np.int16)
    path = with_bands(tmp_path / "B08.tif", pixels, alpha, alpha_last=True, nodata=nodata)
    assert (cut(readers()[name], path).values == window(np.where(HOLE, 0, pixels))).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo"])
def test_an_alpha_band_hides_in_a_warped_file_too(name, tmp_path):
    pixels = gradient("uint16", px=1024)
    alpha = np.full((1024, 1024), 65535, np.uint16)
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


# --- classes


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "float32"])
def test_classes_are_whole_numbers_and_what_is_none_is_class_0(name, dtype, tmp_path):
    values = np.full((128, 128), 4, dtype)
    values[30], values[31] = 200, 255
    right = values.astype(np.uint8)
    if np.dtype(dtype).kind in "if":
        values[32], right[32] = -3, 0
    if dtype == "float32":
        values[33], values[34], right[33], right[34] = np.nan, 4.5, 0, 0
    right[31] = 0
    path = write_tile(tmp_path / "SCL.tif", values, nodata=255)
    found = cut(readers()[name], path, band="SCL").values
    assert found.dtype == np.uint8
    assert (found == window(right)).all()


# --- tags that no pixel could hold, and those that only floats hold


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
@pytest.mark.parametrize(
    ("dtype", "tag"),
    [
        ("uint16", -9999.0),
        ("uint16", float("nan")),
        ("uint16", 1e20),
        ("int16", 65_535.0),
        ("uint8", 600.0),
        ("float32", 1e20),
        ("float32", float("nan")),
        ("float32", float("-inf")),
        ("float32", -3.4028234663852886e38),
        ("float64", -1.7976931348623157e308),
        ("float32", 0.1),
    ],
)
def test_whatever_number_the_tag_holds(name, dtype, tag, tmp_path):
    pixels = gradient(dtype, base=1)
    if np.dtype(dtype).kind == "f":
        pixels[30:40] = tag
        pixels[40:44] = np.nan
    path = write_tile(tmp_path / "B08.tif", pixels)
    with gdal_update(path) as dataset:
        dataset.GetRasterBand(1).SetNoDataValue(tag)
    right = pixels.copy()
    if np.dtype(dtype).kind == "f":
        right[30:44] = 0
    assert (cut(readers()[name], path).values == window(right)).all()


# --- gaps between strips


def an_item(folder, name, values, scl, *, strip, nodata):
    import json

    folder = folder / name
    assets = {}
    for band, layer, tag in (("B08", values, nodata), ("SCL", scl, None)):
        size = 20.0 if band == "SCL" else 10.0
        path = write_tile(folder_of(folder) / f"{band}.tif", layer, resolution_m=size, nodata=tag)
        assets[band] = {"href": str(path), "type": "image/tiff; application=geotiff"}
    box = [[4.0, 52.5], [6.5, 52.5], [6.5, 54.0], [4.0, 54.0], [4.0, 52.5]]
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": name,
        "collection": "made-sentinel-2-l2a",
        "geometry": {"type": "Polygon", "coordinates": [box]},
        "properties": {
            "datetime": f"2022-06-04T10:50:{strip:02d}Z",
            "platform": "sentinel-2a",
            "proj:epsg": 32631,
            "grid:code": "MGRS-31UFU",
            "s2:processing_baseline": "02.14",
            "s2:datatake_id": "GS2A_20220604T105031_036294_N02.14",
            "s2:datastrip_id": f"S2A_OPER_MSI_L2A_DS_X_20220604T15_S20220604T1050{strip:02d}_N0",
        },
        "assets": assets,
        "links": [],
    }
    return json.dumps(item)


def folder_of(path):
    path.mkdir(parents=True, exist_ok=True)
    return path


@pytest.mark.parametrize(
    ("nodata", "dtype"), [(-9999, "int16"), (65_535, "uint16"), (-1.0, "float32")]
)
def test_a_gap_in_one_strip_is_filled_from_the_next_whatever_says_no_data(nodata, dtype, tmp_path):
    import json

    from pyproj import Transformer

    from cbm_chips.core import ChipRequest, Place, extract_chips, open_source

    north, south = gradient(dtype, px=256), gradient(dtype, base=1600, px=256)
    north[150:], south[:110] = nodata, nodata
    classes = np.full((128, 128), 4, np.uint8)
    upper, lower = classes.copy(), classes.copy()
    upper[75:], lower[:55] = 0, 0
    (tmp_path / "0.json").write_text(an_item(tmp_path, "n", north, upper, strip=31, nodata=nodata))
    (tmp_path / "1.json").write_text(an_item(tmp_path, "s", south, lower, strip=48, nodata=nodata))
    links = [{"rel": "item", "href": f"./{number}.json"} for number in (0, 1)]
    head = {"type": "Catalog", "stac_version": "1.0.0", "id": "made", "description": "made"}
    (tmp_path / "catalog.json").write_text(json.dumps({**head, "links": links}))
    to_degrees = Transformer.from_crs(32631, 4326, always_xy=True)
    place = Place(*to_degrees.transform(LEFT + 1280, TOP - 1280))
    request = ChipRequest(place, "2022-06-01", "2022-06-30", ("B08", "SCL"), size_m=1280)
    with open_source(str(tmp_path / "catalog.json")) as source:
        (chip,) = extract_chips(request, source, cache=None)
    assert set(chip.provenance.scenes) == {"n", "s"}
    values = chip.bands["B08"]
    assert (values > 0).all()
    assert (chip.bands["SCL"] == 4).all()
    first = (north if chip.scene.id == "n" else south)[64:192, 64:192]
    other = (south if chip.scene.id == "n" else north)[64:192, 64:192]
    assert (values == np.where(first == nodata, other, first)).all()
