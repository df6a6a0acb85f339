"""The numbered cases of the CbM REST service: which are tested where, and those about clouds.

Cases of the service itself stand in test_cbm_server*.py, those of its client in test_cbm_rest*.py
and its neighbours; the number is part of each test's name.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from cbm_chips.core.model import Grid, Place
from cbm_chips.core.projection import to_grid_crs
from cbm_chips.core.scenes.grids import parcel_mask
from cbm_chips.core.sentinel2.scl import CloudFlag, CloudRule, judge
from tests.servers.cbm.seed import CLEAR_TIMES, HISTOGRAMS

ALL_CASES = range(1, 57)
NOT_SERVED = {
    38: "rawS1ChipsBatch: Sentinel-1 chips are no part of this plugin",
    39: "backgroundByLocation: QGIS has its own layers of background tiles",
}
MIXED = "20190622T104031"
CIRRUS = "20190610T105039"
CLASSES = set(range(1, 12))
JUNE = {
    time: {int(code): count for code, count in histogram.items()}
    for time, histogram in HISTOGRAMS.items()
}


def clear(rule: CloudRule) -> tuple[str, ...]:
    """The clear dates under a rule."""
    return tuple(
        time for time, counts in JUNE.items() if judge(counts, rule).flag is CloudFlag.CLEAR
    )


def test_every_case_is_tested_or_named_here_with_the_reason():
    tested = set()
    for path in Path(__file__).parent.rglob("test_*.py"):
        text = path.read_text(encoding="utf-8")
        tested |= {int(number) for number in re.findall(r"def test_c(\d\d)_", text)}
    assert sorted(set(ALL_CASES) - tested) == sorted(NOT_SERVED)


def test_c47_three_dates_of_the_example_are_clear():
    bad = CloudRule(bad_classes=frozenset({3, 8, 9, 10}))
    assert clear(bad) == CLEAR_TIMES
    assert clear(CloudRule(bad_classes=frozenset(CLASSES - {4, 5, 6, 7}))) == CLEAR_TIMES
    assert {sum(counts.values()) for counts in JUNE.values()} == {187}


def test_c48_a_tolerance_adds_the_mixed_date():
    bad = frozenset({3, 8, 9, 10})
    assert clear(CloudRule(bad, tolerance_pct=54)) == tuple(sorted((*CLEAR_TIMES, MIXED)))
    assert clear(CloudRule(bad, tolerance_pct=50)) == CLEAR_TIMES


def test_c49_unclassified_may_count_as_bad():
    strict = CloudRule(bad_classes=frozenset(CLASSES - {4, 5, 6}))
    assert judge(JUNE[MIXED], strict).cloud_fraction == pytest.approx(1 - 45 / 187)
    assert clear(strict) == CLEAR_TIMES


def test_c50_tolerated_cirrus_leaves_the_clouds():
    legend = CloudRule(bad_classes=frozenset({3, 8, 9, 11}))
    assert judge(JUNE[CIRRUS], legend).cloud_fraction == pytest.approx(26 / 187)
    assert clear(legend) == CLEAR_TIMES


def test_c51_missing_pixels_are_told():
    verdict = judge({0: 20, 4: 167}, CloudRule())
    assert verdict.flag is not CloudFlag.CLEAR
    assert (verdict.no_data_px, verdict.total_px) == (20, 187)


def test_c52_a_parcel_is_drawn_anew_in_each_zone():
    from shapely.geometry import Polygon

    outline = Polygon([(5.995, 52.690), (6.005, 52.690), (6.005, 52.696), (5.995, 52.696)])
    before = outline.wkb
    place = Place.of_parcel(outline, label="1")
    sizes = []
    for epsg in (32631, 32632):
        west, _, _, north = to_grid_crs(outline, epsg).bounds
        left, top = np.floor(west / 20) * 20 - 200, np.ceil(north / 20) * 20 + 200
        mask = parcel_mask(place, Grid(epsg, left, top, 20.0, 80, 80))
        sizes.append(int(mask.pixels.sum()))
    assert sizes[0] == pytest.approx(sizes[1], rel=0.01)
    assert outline.wkb == before
