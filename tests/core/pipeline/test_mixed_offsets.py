"""Tiles of one acquisition whose files are shifted differently: pixels keep their reflectance."""

from __future__ import annotations

import json

import numpy as np
import pytest
from rasterio.transform import Affine
from shapely.geometry import box

from cbm_chips.core import ChipRequest, Place, extract_chips, open_source
from cbm_chips.core.model import Asset, OffsetState
from cbm_chips.core.projection import to_wgs84
from cbm_chips.core.scenes.baseline_offset import settle_apart
from tests.builders import LEFT, TOP, write_tile
from tests.stac_items import an_es_l2a_item

SIZES_M = {"B04": 10, "B08": 10, "SCL": 20}
KEYS = {"B04": "red", "B08": "nir", "SCL": "scl"}
WIDTH_M, HEIGHT_M = 320, 640
OLD = {"s2:processing_baseline": "02.14", "earthsearch:boa_offset_applied": None}
UNSURE = {"s2:processing_baseline": "05.09", "earthsearch:boa_offset_applied": False}
"""Has been wrong both ways, so that pixels decide."""


def tile(folder, name, left, dn, told):
    files = {}
    ground = to_wgs84(box(left, TOP - HEIGHT_M, left + WIDTH_M, TOP), 32631)
    for band, size in SIZES_M.items():
        value, kind = (4, np.uint8) if band == "SCL" else (dn, np.uint16)
        values = np.full((HEIGHT_M // size, WIDTH_M // size), value, kind)
        path = folder / f"{name}_{band}.tif"
        write_tile(path, values, transform=Affine(size, 0, left, 0, -size, TOP))
        files[KEYS[band]] = {"href": str(path), "type": "image/tiff; application=geotiff"}
    item = an_es_l2a_item(f"S2A_{name}_20200305_0_L2A", geometry=ground.__geo_interface__)
    take = {"s2:datatake_id": "GS2A_20200305T103021_024564_N05.09", "s2:product_uri": None}
    properties = {**item["properties"], **take, **told, "grid:code": f"MGRS-{name}"}
    kept = {key: value for key, value in properties.items() if value is not None}
    return {**item, "properties": kept, "assets": files, "bbox": None}


def mosaic(folder, west, east):
    """The chip over the line between two tiles, of each the DN and what the item says."""
    items = [
        tile(folder, "31UFU", LEFT, *west),
        tile(folder, "31UGU", LEFT + WIDTH_M, *east),
    ]
    path = folder / "items.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    middle = to_wgs84(box(LEFT, TOP - HEIGHT_M, LEFT + 2 * WIDTH_M, TOP), 32631).centroid
    request = ChipRequest(
        Place(middle.x, middle.y), "2020-03-01", "2020-03-31", ("B04", "B08"), size_m=400
    )
    with open_source(str(path)) as source:
        (chip,) = extract_chips(request, source, cache=None)
    assert len(chip.provenance.scenes) == 2
    scale, offset = chip.scales["B04"]
    return chip, np.unique((chip.bands["B04"] * scale + offset).round(4))


@pytest.mark.parametrize(
    ("west", "east"),
    [
        ((500, UNSURE), (500, OLD)),
        ((500, OLD), (500, UNSURE)),
        ((1050, UNSURE), (50, OLD)),
        ((50, OLD), (1050, UNSURE)),
        ((500, UNSURE), (500, UNSURE)),
        ((60, UNSURE), (1060, UNSURE)),
    ],
    ids=["shifted, old", "old, shifted", "raw, old", "old, raw", "both shifted", "shifted, raw"],
)
def test_what_fills_a_gap_has_the_reflectance_of_its_own_file(tmp_path, west, east):
    _, reflectances = mosaic(tmp_path, west, east)

    right = {500: 0.05, 50: 0.005, 1050: 0.005, 60: 0.006}[west[0]]
    assert list(reflectances) == [right]


def test_how_it_was_decided_is_told(tmp_path):
    chip, _ = mosaic(tmp_path, (500, UNSURE), (50, OLD))
    assert "dark pixels at DN 500" in chip.provenance.offset_decision

    chip, _ = mosaic(tmp_path, (500, OLD), (500, UNSURE))
    assert any("31UGU" in note and "DN 500" in note for note in chip.provenance.notes)


def test_what_one_side_cannot_tell_the_other_side_decides():
    asset = Asset("B04", "a.tif", 0.0001, -0.1, OffsetState.CHECK_PIXELS)
    bright, dark = np.full(4096, 5000, np.uint16), np.full(4096, 400, np.uint16)

    for own, other in ((bright, dark), (dark, bright)):
        both = settle_apart({"B04": asset}, {"B04": own}, {"B04": asset}, {"B04": other})
        assert both == ({"B04": asset}, {"B04": asset}, "", "")
