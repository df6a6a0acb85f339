"""The offset of an item's numbers, by its catalogue and its baseline."""

from __future__ import annotations

import pytest

from tests.core.sources.stac.items.reading import CHECK, KNOWN, offset_of, scene_of
from tests.stac_items import (
    EPSG,
    FOOTPRINT,
    TIFF,
    a_c1_item,
    a_cdse_item,
    a_pc_item,
    an_es_l2a_item,
)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (a_c1_item(), (-0.1, KNOWN)),
        (a_c1_item(offset=0), (0, KNOWN)),
        (a_c1_item(collection="sentinel-2-pre-c1-l2a", baseline="02.14", offset=0), (0, KNOWN)),
        (a_c1_item(collection="sentinel-2-pre-c1-l2a", baseline="04.00"), (-0.1, KNOWN)),
        (a_c1_item(offset=None), (-0.1, KNOWN)),
        (an_es_l2a_item(baseline="02.14", shifted=False, offset=0), (0, KNOWN)),
        (an_es_l2a_item(baseline="05.10", shifted=True), (0, KNOWN)),
        (an_es_l2a_item(baseline="04.00", shifted=False), (-0.1, CHECK)),
        (an_es_l2a_item(baseline="04.00", shifted=None), (-0.1, CHECK)),
        (a_pc_item(baseline="02.12"), (0, KNOWN)),
        (a_pc_item(baseline="03.01"), (0, KNOWN)),
        (a_pc_item(baseline="04.00"), (-0.1, KNOWN)),
        (a_pc_item(baseline="5.10"), (-0.1, KNOWN)),
        (a_cdse_item(baseline="05.00"), (-0.1, KNOWN)),
        (a_cdse_item(baseline="03.01"), (0, KNOWN)),
    ],
)
def test_offset_by_catalogue_and_baseline(item, expected):
    assert offset_of(item) == expected
    assert offset_of(item, "SCL") == (0, KNOWN)
    assert scene_of(item).assets["B04"].scale == 0.0001
    assert scene_of(item).assets["SCL"].scale == 1


def test_jpeg_2000_twins_are_as_esa_made_them():
    item = an_es_l2a_item(shifted=True, assets={"red": None})

    assert offset_of(item, "B04") == (-0.1, KNOWN)
    assert offset_of(item, "B08") == (0, KNOWN)


NAMELESS = {
    "id": "made-item",
    "properties": {
        "datetime": "2020-03-05T10:36:34Z",
        "platform": "sentinel-2a",
        "proj:epsg": EPSG,
        "processing:level": "L2A",
    },
    "geometry": FOOTPRINT,
}


def an_unknown_item(collection="meadow-archive", *, baseline=None, raster=None):
    asset = {"href": "https://meadow.example/B04.tif", "type": TIFF}
    told = {} if baseline is None else {"s2:processing_baseline": baseline}
    return {
        **NAMELESS,
        "collection": collection,
        "properties": {**NAMELESS["properties"], **told},
        "assets": {"B04": {**asset, **({"raster:bands": [raster]} if raster else {})}},
    }


@pytest.mark.parametrize(
    ("baseline", "raster", "expected"),
    [
        ("05.10", None, (-0.1, KNOWN)),
        ("02.14", None, (0, KNOWN)),
        ("05.10", {"scale": 0.0001, "offset": -0.1}, (-0.1, KNOWN)),
        ("02.14", {"scale": 0.0001, "offset": 0}, (0, KNOWN)),
        ("05.10", {"scale": 0.0001, "offset": 0}, (-0.1, CHECK)),
        ("02.14", {"scale": 0.0001, "offset": -0.1}, (-0.1, CHECK)),
        ("05.10", {"scale": 1.0, "offset": 0.0}, (-0.1, KNOWN)),
        (None, None, (-0.1, CHECK)),
        (None, {"scale": 0.0001, "offset": -0.1}, (-0.1, KNOWN)),
        (None, {"scale": 0.0001, "offset": 0}, (0, KNOWN)),
    ],
)
def test_offset_of_an_unknown_catalogue_is_told_from_its_items(baseline, raster, expected):
    assert offset_of(an_unknown_item(baseline=baseline, raster=raster)) == expected
