"""Pixels that count by the share which a parcel covers, against plain exactextract."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import MultiPolygon, box, mapping

from cbm_chips.core.errors import MissingPackage
from cbm_chips.core.parcels.numbers.statistics import STATISTICS
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.numbers.weighted_statistics import weighted
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.projection import to_grid_crs
from tests.effort import examples
from tests.parcel_archive import (
    CLEAR_SCL,
    EAST,
    OFFSET,
    SIZES_M,
    WEST,
    a_square,
    ground_of,
)

ASKED = {
    "start": "2022-03-01",
    "end": "2022-03-10",
    "bands": ("B08", "B11"),
    "pixels": "area-weighted",
}
THEIRS = {
    "std": "stdev",
    "p25": "quantile(q=0.25)",
    "p50": "quantile(q=0.5)",
    "p75": "quantile(q=0.75)",
}
OPERATIONS = [THEIRS.get(name, name) for name in STATISTICS]
NAMES = ("count", "mean", "stdev", "min", "max", "quantile_25", "quantile_50", "quantile_75")
TIED = ("p25", "p50", "p75")
"""Among equal values the order is nobody's, and quantiles by weights depend on it a little."""


@pytest.fixture(scope="module")
def source(files_here):
    return files_here


def by_exactextract(values, outline, bounds):
    raster = NumPyRasterSource(values, *bounds, nodata=np.nan)
    feature = {"type": "Feature", "properties": {}, "geometry": mapping(outline)}
    (found,) = exact_extract(raster, [feature], OPERATIONS)
    return dict(zip(STATISTICS, (found["properties"][name] for name in NAMES)))


def expected(outline, epsg, band):
    ground = ground_of(epsg, 0)
    clear = np.isin(ground.bands["SCL"], CLEAR_SCL)
    dn = ground.bands[band]
    if SIZES_M[band] == 10:
        clear = clear.repeat(2, axis=0).repeat(2, axis=1)
    reflectance = np.where(clear & (dn > 0), dn * 1e-4 + OFFSET, np.nan)
    right, bottom = ground.left + ground.across_m, ground.top - ground.down_m
    return by_exactextract(reflectance, outline, (ground.left, bottom, right, ground.top))


def test_numbers_are_those_of_exactextract_over_the_same_clear_pixels(source):
    hole = a_square(WEST, 600, 600, 300).difference(a_square(WEST, 700, 700, 77))
    parts = MultiPolygon([a_square(EAST, 905, 905, 3), a_square(EAST, 951, 951, 44)])
    parcels = [
        ("square", a_square(WEST, 523.5, 511.25, 133)),
        ("hole", hole),
        ("thin", a_square(EAST, 1203, 1203, 2)),
        ("parts", parts),
    ]
    plan = plan_parcels(parcels, ASKED, source)
    rows = {row["parcel"]: row for row in joined(run_plan(plan, source)).records()}
    compared = 0
    for name, outline in parcels:
        row = rows[name]
        assert row["pixels"] == "area-weighted"
        epsg = 32631 if name in ("square", "hole") else 32632
        for band in ("B08", "B11"):
            want = expected(to_grid_crs(outline, epsg), epsg, band)
            if not want["count"]:
                assert row[f"{band}_count"] == 0
                continue
            compared += 1
            for statistic in STATISTICS:
                near = {"abs": 0.01} if statistic in TIED else {"rel": 1e-6, "abs": 1e-9}
                assert row[f"{band}_{statistic}"] == pytest.approx(want[statistic], **near)
    assert compared >= 5


def test_flags_stay_those_of_the_pixel_centres(source):
    parcels = [("a", a_square(WEST, 523, 511, 133)), ("b", a_square(WEST, 903, 811, 61))]
    tables = []
    for rule in ("centre", "area-weighted"):
        plan = plan_parcels(parcels, {**ASKED, "pixels": rule}, source)
        tables.append(joined(run_plan(plan, source)))
    for name in ("flag", "valid_px", "total_px", "cloud_fraction"):
        centre, shares = (table.columns[name].tolist() for table in tables)
        assert centre == shares


@given(data=st.data())
@settings(max_examples=examples(100), deadline=None)
def test_any_values_with_any_weights(data):
    """Values that differ from each other, in squares of one pixel's height."""
    count = data.draw(st.integers(1, 12))
    values = np.array(
        data.draw(st.lists(st.integers(1, 9999), min_size=count, max_size=count, unique=True)),
        float,
    )
    edge = data.draw(st.floats(0.05, 0.95))
    outline = box(edge, 0.0, count - 1 + data.draw(st.floats(edge + 0.01, 1.0)), 1.0)
    if outline.bounds[2] <= edge:
        return
    cover = [outline.intersection(box(x, 0, x + 1, 1)).area for x in range(count)]
    want = by_exactextract(values[np.newaxis], outline, (0, 0, count, 1))
    used = np.array([share > 1e-9 for share in cover])
    found = weighted(values, np.array([0, count]), used, np.array(cover))
    for name in STATISTICS:
        near = pytest.approx(want[name], rel=1e-5, abs=1e-3)
        assert getattr(found, name)[0] == near


def test_equal_weights_give_what_whole_pixels_give():
    values = np.array([3, 9, 4, 1, 7, 7, 2], float)
    found = weighted(values, np.array([0, 7]), np.ones(7, bool), np.full(7, 0.25))
    assert found.count[0] == pytest.approx(1.75)
    for name, share in (("p25", 25), ("p50", 50), ("p75", 75)):
        assert getattr(found, name)[0] == pytest.approx(np.percentile(values, share))


def test_without_the_package_it_is_refused_in_words(source, monkeypatch):
    monkeypatch.setitem(sys.modules, "exactextract", None)
    plan = plan_parcels([("a", a_square(WEST))], ASKED, source)
    with pytest.raises(MissingPackage, match="exactextract, which is not installed"):
        list(run_plan(plan, source))
