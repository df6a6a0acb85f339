"""What is said of a parcel does not depend on the parcels that are read with it."""

from __future__ import annotations

import pytest

from cbm_chips.core import open_source
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.sentinel2.scl import CloudRule
from tests.parcel_archive import WEST, a_square, write_archive

ALL_BUT_WATER = CloudRule(frozenset(range(1, 12)) - {6})
ASKED = {
    "start": "2022-03-01",
    "end": "2022-03-31",
    "bands": ("B04",),
    "indices": ("NDVI",),
    "rule": ALL_BUT_WATER,
}


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    with open_source(str(write_archive(tmp_path_factory.mktemp("tiles"), dates=2))) as opened:
        yield opened


def rows_of(parcels, source):
    return joined(run_plan(plan_parcels(parcels, ASKED, source), source)).records()


def test_where_nothing_is_clear_no_pixel_is_counted(source):
    cloudy = ("cloudy", a_square(WEST, x_m=300, side_m=20))
    alone = list(rows_of([cloudy], source))
    beside = rows_of([cloudy, ("large", a_square(WEST, x_m=300, side_m=1800))], source)

    assert [row["flag"] for row in alone] == ["cloudy", "cloudy"]
    assert [(row["B04_count"], row["NDVI_count"]) for row in alone] == [(0, 0), (0, 0)]
    told = ("parcel", "date", "flag", "B04_count", "NDVI_count", "B04_mean", "reason")
    assert [[str(row[name]) for name in told] for row in alone] == [
        [str(row[name]) for name in told] for row in beside if row["parcel"] == "cloudy"
    ]
