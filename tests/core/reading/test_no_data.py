"""No data, however a file or its item says it, is DN 0 and class 0 from the reader on."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.reading.contract import NEAREST
from tests.builders import LEFT, TOP, write_tile
from tests.core.reading.no_data_files import (
    cut,
    gdal_update,
    gradient,
    near_in_the_next_zone,
    readers,
    window,
)
from tests.effort import examples


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


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_a_value_that_no_pixel_can_hold_takes_no_pixel_away(name, tmp_path):
    pixels = gradient()
    path = write_tile(tmp_path / "B08.tif", pixels)
    assert (cut(readers()[name], path, nodata=-9999.0).values == window(pixels)).all()
    assert (cut(readers()[name], path, nodata=600.5).values == window(pixels)).all()


@pytest.mark.parametrize("name", ["rasterio", "osgeo", "windows"])
def test_no_data_stays_so_where_the_file_has_to_be_warped(name, tmp_path):
    pixels = gradient("int16", px=256)
    pixels[:, ::3] = -9999
    path = write_tile(tmp_path / "B08.tif", pixels, nodata=-9999)
    plain = write_tile(tmp_path / "plain.tif", np.where(pixels == -9999, 0, pixels))
    grid = near_in_the_next_zone()
    found, right = (cut(readers()[name], one, grid=grid) for one in (path, plain))
    assert found.method == NEAREST
    assert (found.values == right.values).all()
    assert 0 < (found.values == 0).mean() < 0.6


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
