"""Parcels across the antimeridian, as there are on Fiji, are read like all others."""

from __future__ import annotations

import json

import numpy as np
import pytest
from rasterio.transform import Affine
from shapely.geometry import MultiPolygon, box

from cbm_chips.core import open_source
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.outlines.layer import Parcels
from cbm_chips.core.parcels.outlines.oddities import Oddity
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.projection import WGS84, transformer
from tests.builders import write_tile
from tests.stac_items import TIFF

EPSG, SOUTH, NORTH = 32701, -16.801, -16.799
ASKED = {"start": "2020-03-01", "end": "2020-03-31", "bands": ("B04",)}
ON_BOTH_SIDES = MultiPolygon([box(179.999, SOUTH, 180, NORTH), box(-180, SOUTH, -179.999, NORTH)])
"""As GeoJSON wants it (RFC 7946, section 3.1.9)."""
FOOTPRINT = MultiPolygon([box(179.9, -17, 180, -16.5), box(-180, -17, -179.9, -16.5)])


@pytest.fixture(scope="module")
def middle():
    """The antimeridian in the middle of the made files, in metres of the zone east of it."""
    x, y = transformer(WGS84, EPSG).transform(180.0, (SOUTH + NORTH) / 2)
    return round(x / 20) * 20, round(y / 20) * 20


@pytest.fixture(scope="module")
def source(tmp_path_factory, middle):
    folder = tmp_path_factory.mktemp("fiji")
    left, top = middle[0] - 640, middle[1] + 640
    for name, size_m, kind in (("B04", 10, np.uint16), ("SCL", 20, np.uint8)):
        values = np.full((1280 // size_m, 1280 // size_m), 4, kind)
        values += np.arange(len(values)).astype(kind) if name == "B04" else kind(0)
        place = Affine(size_m, 0, left, 0, -size_m, top)
        write_tile(folder / f"{name}.tif", values, epsg=EPSG, transform=place)
    item = {
        "type": "Feature",
        "id": "S2A_01KAB_20200305_0_L2A",
        "collection": "sentinel-2-l2a",
        "geometry": FOOTPRINT.__geo_interface__,
        "properties": {"datetime": "2020-03-05T22:10:00Z", "s2:processing_baseline": "02.14"},
        "assets": {
            name: {"href": str(folder / f"{name}.tif"), "type": TIFF} for name in ("B04", "SCL")
        },
    }
    (folder / "item.json").write_text(json.dumps(item))
    with open_source(str(folder / "item.json")) as opened:
        yield opened


def rows_of(parcels, source):
    plan = plan_parcels(parcels, ASKED, source)
    odd = {remark.oddity for remark in plan.remarks} - {Oddity.SEVERAL_PARTS}
    return joined(run_plan(plan, source)).records(), odd


def test_a_parcel_in_degrees_on_both_sides_of_it_is_read_as_a_whole(source):
    west, east = ON_BOTH_SIDES.geoms
    rows, odd = rows_of([("whole", ON_BOTH_SIDES), ("west", west), ("east", east)], source)

    counts = {row["parcel"]: row["B04_count"] for row in rows}
    assert odd == set()
    assert counts["whole"] == counts["west"] + counts["east"] > 400


def test_a_parcel_in_metres_across_it_is_read_as_a_whole(source, middle):
    x, y = middle
    outline = box(x - 100, y - 100, x + 100, y + 100)
    (row,), odd = rows_of(Parcels.of([("whole", outline)], EPSG), source)

    assert (odd, row["B04_count"], row["flag"]) == (set(), 400, "clear")
    assert row["B04_mean"] == pytest.approx((4 + (54 + 73) / 2) * 1e-4)


def test_a_strip_around_the_earth_is_too_large(source):
    plan = plan_parcels([("strip", box(-180, SOUTH, 180, NORTH))], ASKED, source)

    assert plan.pieces == ()
    assert [remark.oddity for remark in plan.remarks] == [Oddity.TOO_LARGE]
