"""The file of a band is found however the catalogue calls it."""

from __future__ import annotations

import pytest

from cbm_chips.core.sources.stac.items.asset_keys import band_files

TIFF = "image/tiff; application=geotiff"


def asset(**told):
    return {"href": "https://files.example/1.tif", "type": TIFF, **told}


@pytest.mark.parametrize(
    "assets",
    [
        {"SCENECLASSIFICATION_20M": asset()},
        {"scene_classification": asset()},
        {"a": asset(title="Scene Classification Layer")},
        {"a": asset(title="Scene classification map")},
        {"a": asset(**{"eo:bands": [{"name": "scene_classification"}]})},
        {"a": asset(bands=[{"name": "x", "description": "Scene Classification"}])},
        {"a": {**asset(), "href": "https://files.example/S2A_SCENECLASSIFICATION_20M.tif"}},
    ],
)
def test_the_classification_is_known_by_its_name_spelled_out(assets):
    assert list(band_files(assets)) == ["SCL"]


@pytest.mark.parametrize(
    ("key", "band"),
    [("SWIR 1", "B11"), ("swir_2", "B12"), ("swir16", "B11"), ("Narrow NIR", "B8A")],
)
def test_bands_are_known_by_the_usual_names_of_their_light(key, band):
    assert list(band_files({key: asset()})) == [band]


@pytest.mark.parametrize(
    "key", ["scene_classification_mask", "scene_classification_preview", "swir", "swir_1_mask"]
)
def test_what_is_made_of_a_band_is_none(key):
    assert band_files({key: {**asset(), "href": "https://files.example/1"}}) == {}
