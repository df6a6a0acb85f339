"""Where STAC has a list, some write its only entry: it counts as well."""

from __future__ import annotations

import pytest

from cbm_chips.core.model import OffsetState
from cbm_chips.core.sources.stac.items.item_parser import Item, read_item
from tests.stac_items import a_c1_item

RED = {"href": "https://files.example/1.tif", "type": "image/tiff; application=geotiff"}


def asset_of(**told):
    item = a_c1_item(baseline="05.00", assets={"red": None, "image": {**RED, **told}})
    return read_item(Item.of(item), provider="made", level="LEVEL2A").assets.get("B04")


@pytest.mark.parametrize("bands", [{"name": "B04"}, [{"name": "B04"}]])
@pytest.mark.parametrize("field", ["eo:bands", "bands"])
def test_the_band_of_a_file_is_known_from_a_list_and_from_an_object(field, bands):
    assert asset_of(**{field: bands}).href == RED["href"]


@pytest.mark.parametrize("stated", [{"scale": 0.0001, "offset": -0.1}, [{"offset": -0.1}]])
def test_its_offset_likewise(stated):
    asset = asset_of(**{"eo:bands": [{"name": "B04"}], "raster:bands": stated})
    assert (asset.offset, asset.offset_state) == (-0.1, OffsetState.KNOWN)
    assert asset.stated == (0.0001, -0.1)
