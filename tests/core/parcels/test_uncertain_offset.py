"""Numbers whose offset neither the item nor the pixels tell say so."""

from __future__ import annotations

import json

import numpy as np
import pytest
from shapely.geometry import box

from cbm_chips.core import open_source
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.projection import to_wgs84
from tests.builders import LEFT, TOP, write_tile
from tests.stac_items import an_es_l2a_item

ASKED = {"start": "2020-03-01", "end": "2020-03-31", "bands": ("B04",)}
UNSURE = {"s2:processing_baseline": "05.09", "earthsearch:boa_offset_applied": False}


def rows_of(folder, dn):
    scl = np.full((32, 32), 4, np.uint8)
    scl[:, 16:] = 9
    write_tile(folder / "SCL.tif", scl, resolution_m=20.0)
    write_tile(folder / "B04.tif", np.full((64, 64), dn, np.uint16))
    files = {
        key: {"href": str(folder / f"{band}.tif"), "type": "image/tiff; application=geotiff"}
        for key, band in (("red", "B04"), ("scl", "SCL"))
    }
    item = an_es_l2a_item(properties=UNSURE)
    (folder / "item.json").write_text(json.dumps({**item, "assets": files}))
    squares = {"clear": 100, "cloudy": 500}
    parcels = [
        (name, to_wgs84(box(LEFT + x, TOP - 200, LEFT + x + 100, TOP - 100), 32631))
        for name, x in squares.items()
    ]
    with open_source(str(folder / "item.json")) as source:
        table = joined(run_plan(plan_parcels(parcels, ASKED, source), source))
    return {row["parcel"]: row for row in table.records()}


def test_an_uncertain_offset_is_told_of_the_parcels_that_have_numbers(tmp_path):
    rows = rows_of(tmp_path, 4000)

    assert rows["clear"]["reason"].startswith("offset uncertain")
    assert rows["clear"]["B04_mean"] == pytest.approx(0.3)
    assert rows["cloudy"]["reason"] is None


def test_where_the_pixels_tell_nothing_is_said(tmp_path):
    rows = rows_of(tmp_path, 500)

    assert rows["clear"]["reason"] is None
    assert rows["clear"]["B04_mean"] == pytest.approx(0.05)
