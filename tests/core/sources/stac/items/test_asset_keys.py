"""Which file of an item is which band, by its key, its description and its type."""

from __future__ import annotations

import pytest

from tests.core.sources.stac.items.reading import refusal_of, scene_of
from tests.stac_items import TIFF, a_c1_item, a_cdse_item, an_es_l2a_item


def test_nir08_is_b8a_and_nir_is_b08():
    assets = scene_of(a_c1_item()).assets

    assert assets["B8A"].href.endswith("/B8A.tif")
    assert assets["B08"].href.endswith("/B08.tif")


def test_jpeg_2000_twins_are_chosen_only_without_a_geotiff():
    item = an_es_l2a_item(assets={"red": None})

    assets = scene_of(item).assets

    assert assets["B08"].media == "geotiff"
    assert assets["B04"].media == "jp2"
    assert assets["B04"].href.startswith("s3://")


@pytest.mark.parametrize(
    ("band", "size"), [("B02", 10), ("B04", 10), ("B8A", 20), ("SCL", 20), ("B01", 60)]
)
def test_of_several_sizes_the_band_s_own_is_chosen(band, size):
    assert scene_of(a_cdse_item()).assets[band].href.endswith(f"{band}_{size}m.jp2")


@pytest.mark.parametrize(
    ("described", "band"),
    [
        ({"name": "B04", "common_name": "red"}, "B04"),
        ({"name": "red", "common_name": "red"}, "B04"),
        ({"name": "B08", "common_name": "nir08"}, "B8A"),
        ({"name": "B06", "common_name": "rededge"}, "B06"),
        ({"name": "rededge3", "common_name": "rededge"}, "B07"),
        ({"name": "B05", "eo:common_name": "rededge071"}, "B05"),
        ({"name": "B04"}, "B04"),
        ({"name": "B4", "description": "Band 4 (red), 10 m"}, "B04"),
        ({"name": "B8A", "common_name": "rededge"}, "B8A"),
        ({"name": "Band 8A"}, "B8A"),
        ({"name": "SCL"}, "SCL"),
        ({"description": "Band 12 - SWIR"}, "B12"),
        ({"eo:common_name": "NIR"}, "B08"),
    ],
)
@pytest.mark.parametrize("field", ["eo:bands", "bands"])
def test_an_unknown_key_is_read_by_what_is_said_of_its_band(field, described, band):
    asset = {"href": "/data/some.tif", "type": TIFF, field: [described]}

    assert set(scene_of({**a_c1_item(), "assets": {"some": asset}}).assets) == {band}


@pytest.mark.parametrize(
    ("asset", "band"),
    [
        ({"eo:common_name": "red"}, "B04"),
        ({"title": "Band 4 (red) - 10m"}, "B04"),
        ({"href": "/data/T31UFU_20220604T105031_B04_10m.tif"}, "B04"),
        ({"href": "/data/T31UFU_20220604T105031_B04_mask.tif"}, None),
        ({"title": "Difference of B04"}, None),
        ({"roles": ["thumbnail"], "title": "Band 4"}, None),
        ({"roles": "overview", "title": "Band 4"}, None),
    ],
)
def test_an_unknown_key_is_read_by_what_is_said_of_its_file(asset, band):
    whole = {"href": "/data/some.tif", "type": TIFF, **asset}

    found = {**a_c1_item(), "assets": {"some": whole, "green": {"href": "/B03.tif"}}}

    assert set(scene_of(found).assets) == {"B03", band} - {None}


@pytest.mark.parametrize(
    ("key", "band"),
    [
        ("B04", "B04"),
        ("b4", "B04"),
        ("band_4", "B04"),
        ("Band 04", "B04"),
        ("B04_10m", "B04"),
        ("B04.jp2", "B04"),
        ("T31UFU_20220604T105031_B04_10m", "B04"),
        ("S2A_MSIL2A_20220604_B8A", "B8A"),
        ("B8A", "B8A"),
        ("B8", "B08"),
        ("B08", "B08"),
        ("band8a_20m", "B8A"),
        ("red_edge_1", "B05"),
        ("rededge1", "B05"),
        ("nir_08", "B8A"),
        ("narrow_nir", "B8A"),
        ("R10m_B04", "B04"),
        ("scl", "SCL"),
        ("B041", None),
        ("B012", None),
        ("visual", None),
        ("red_visual", None),
        ("tired", None),
        ("B04_B03", None),
        ("MSK_QUALIT_B04", None),
        ("B04_overview", None),
    ],
)
def test_a_key_is_read_as_whole_words(key, band):
    assets = {key: {"href": "/some.tif"}, "green": {"href": "/B03.tif"}}

    found = scene_of({**a_c1_item(), "assets": assets}).assets

    assert set(found) == {"B03", band} - {None}


def test_of_several_files_of_a_band_the_picture_of_it_is_not_chosen():
    described = {"eo:bands": [{"name": "B04"}], "type": TIFF}
    assets = {
        "a": {"href": "/small.tif", "gsd": 320, **described},
        "b": {"href": "/half.tif", "gsd": 20, **described},
        "c": {"href": "/whole.jp2", "gsd": 10, **described},
        "d": {"href": "/look.tif", "roles": ["overview"], **described},
        "e": {"href": "/whole.tif", "gsd": 10, "roles": ["data"], **described},
    }
    item = {**a_c1_item(), "assets": assets}

    assert scene_of(item).assets["B04"].href == "/whole.tif"
    del assets["e"], assets["b"]
    assert scene_of(item).assets["B04"].href == "/whole.jp2"


@pytest.mark.parametrize(
    ("asset", "media"),
    [
        ({"href": "/B04.tif", "type": "application/octet-stream"}, "geotiff"),
        ({"href": "/download/B04"}, "geotiff"),
        ({"href": "/download/B04", "type": "text/plain"}, "geotiff"),
        ({"href": "/dl?name=B04"}, "geotiff"),
        ({"href": "/B04.jp2", "type": "image/tiff"}, "jp2"),
        ({"href": "/B04.tif", "type": "image/png"}, "geotiff"),
        ({"href": "/B04.jp2", "type": "text/plain"}, "jp2"),
        ({"href": "/B04", "type": "image/jp2"}, "jp2"),
        ({"href": "/B04.xml"}, None),
        ({"href": "/B04", "type": "application/json"}, None),
        ({"href": "/B04.png", "type": "image/png"}, None),
    ],
)
def test_a_file_whose_type_says_nothing_is_tried(asset, media):
    item = {**a_c1_item(), "assets": {"B04": asset, "green": {"href": "/B03.tif"}}}

    found = scene_of(item).assets

    assert ("B04" in found and found["B04"].media) == (media or False)


@pytest.mark.parametrize(
    "described",
    [
        {"common_name": "rededge"},
        {"name": "b1"},
        {"description": "Band 1"},
        {"name": "ndvi", "description": "made of B08 and B04"},
        {"name": "B13"},
        {},
    ],
)
def test_a_description_that_names_no_band_of_ours_is_not_believed(described):
    asset = {"href": "/data/some.tif", "type": TIFF, "eo:bands": [described]}

    assert "no file" in refusal_of({**a_c1_item(), "assets": {"some": asset}})


def test_pictures_of_several_bands_are_no_band():
    several = [{"name": "B04", "common_name": "red"}, {"name": "B03", "common_name": "green"}]
    item = a_c1_item(assets={"red": {"href": "/x.tif", "type": TIFF, "eo:bands": several}})

    assert "B04" not in scene_of(item).assets


def test_a_missing_type_is_told_from_the_name_of_the_file():
    item = a_c1_item(assets={"red": {"href": "/data/B04.TIF"}, "nir": {"href": "/data/B08.png"}})

    assert scene_of(item).assets["B04"].media == "geotiff"
    assert "B08" not in scene_of(item).assets


def test_zarr_is_refused_with_a_sentence():
    zarr = {"href": "https://made.example/S2A.zarr/B04", "type": "application/vnd+zarr"}

    assert "Zarr" in refusal_of({**a_c1_item(), "assets": {"B04": zarr}})
