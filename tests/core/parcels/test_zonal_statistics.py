"""Tables of many parcels against plain rasterio and numpy on the same pixels."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rasterio.features import rasterize
from rasterio.transform import Affine
from shapely.affinity import rotate, translate
from shapely.geometry import MultiPolygon, box

from cbm_chips.core import CloudRule, Grid
from cbm_chips.core.parcels.numbers.pixels import pixels_of
from cbm_chips.core.parcels.numbers.statistics import STATISTICS, grouped, verdicts
from cbm_chips.core.parcels.numbers.table import joined
from cbm_chips.core.parcels.outlines.layer import Parcels
from cbm_chips.core.parcels.planning.make_plan import plan_parcels
from cbm_chips.core.parcels.running.run import run_plan
from cbm_chips.core.projection import to_grid_crs, to_wgs84
from cbm_chips.core.sentinel2.scl import judge
from tests.effort import examples
from tests.parcel_archive import CLEAR_SCL, OFFSET, SIZES_M, TILES, ground_of
from tests.zonal import is_within

ASKED = {
    "start": "2022-03-01",
    "end": "2022-03-20",
    "bands": ("B04", "B08", "B11"),
    "indices": ("NDVI", "NDMI"),
}
DATES = 2


def tables_of(parcels, source):
    plan = plan_parcels(parcels, ASKED, source)
    return plan, joined(run_plan(plan, source))


def a_layout(seed, count=16):
    """Parcels in EPSG:4326 all over the tiles: turned, cut, overlapping, thin, with holes."""
    rng = random.Random(seed)
    parcels = []
    while len(parcels) < count:
        tile = rng.choice(TILES)
        x = rng.uniform(tile.bounds[0] + 60, tile.bounds[2] - 500)
        y = rng.uniform(tile.bounds[1] + 60, tile.bounds[3] - 500)
        shape = box(x, y, x + rng.uniform(3, 400), y + rng.uniform(3, 400))
        shape = rotate(shape, rng.uniform(0, 90)) if rng.random() < 0.6 else shape
        if rng.random() < 0.2:
            shape = shape.difference(shape.buffer(-30))
        if rng.random() < 0.1:
            other = box(x + 410, y + 410, x + 440, y + 440)
            shape = MultiPolygon([other, shape]) if shape.disjoint(other) else shape
        parcels.append((f"{len(parcels):04}", to_wgs84(shape, tile.epsg)))
    return parcels


def numpys(values):
    """All of `STATISTICS` but the count."""
    spread = (values.mean(), values.std(), values.min(), values.max())
    return [*spread, *np.percentile(values, (25, 50, 75))]


@cache
def clear_values(epsg, date):
    """The ground of a zone, NaN where it does not count: column -> [h, w]."""
    ground = ground_of(epsg, date)
    clear = {20: np.isin(ground.bands["SCL"], CLEAR_SCL)}
    clear[10] = clear[20].repeat(2, axis=0).repeat(2, axis=1)
    layers = {}
    for band in ASKED["bands"]:
        dn = ground.bands[band].astype(float)
        layers[band] = np.where(dn == 0, np.nan, dn * 0.0001 + OFFSET)
    wide = layers["B11"].repeat(2, axis=0).repeat(2, axis=1)
    red, nir = np.maximum(layers["B04"], 0), np.maximum(layers["B08"], 0)
    layers["NDVI"] = (nir - red) / (nir + red)
    layers["NDMI"] = (nir - np.maximum(wide, 0)) / (nir + np.maximum(wide, 0))
    return {
        name: np.where(clear[SIZES_M.get(name, 10)], values, np.nan)
        for name, values in layers.items()
    }


def by_numpy(shape, epsg):
    """The clear pixels of a shape in a zone's metres, of each date, by name of the column."""
    ground = ground_of(epsg, 0)
    within = {
        SIZES_M[band]: is_within(shape, ground.bands[band].shape, ground.transform(band))
        for band in ("B04", "B11")
    }
    for date in range(DATES):
        layers = clear_values(epsg, date)
        found = {name: seen[within[SIZES_M.get(name, 10)]] for name, seen in layers.items()}
        yield {name: own[~np.isnan(own)] for name, own in found.items()}


@pytest.mark.parametrize("seed", range(examples(30) // 5))
def test_counts_are_the_same_and_numbers_agree_to_the_ninth_digit(files_here, seed):
    layout = a_layout(seed)
    plan, table = tables_of(layout, files_here)
    tile_of = {int(n): piece.tile for piece in plan.pieces for n in piece.numbers}
    assert len(table) == len(layout) * DATES

    @cache
    def theirs_of(number):
        epsg = tile_of[number].epsg
        return list(by_numpy(to_grid_crs(layout[number][1], epsg), epsg))

    compared = 0
    for number, row in zip(table.numbers, table.records()):
        if "touched" in row["pixels"]:
            continue  # a parcel without a pixel centre
        theirs = theirs_of(int(number))[(int(row["date"][8:]) - 5) // 10]
        for name, pixels in theirs.items():
            assert row[f"{name}_count"] == len(pixels), (row["parcel"], name)
            own = [row[f"{name}_{statistic}"] for statistic in STATISTICS[1:]]
            if not len(pixels):
                assert set(own) == {None}
                continue
            assert own == pytest.approx(numpys(pixels), rel=1e-9, abs=1e-9), name
            compared += len(own)
    assert compared > 200


@given(data=st.data())
def test_statistics_of_groups_are_those_of_numpy(data):
    counts = data.draw(st.lists(st.integers(0, 12), min_size=1, max_size=8))
    starts = np.concatenate([[0], np.cumsum(counts)])
    size = int(starts[-1])
    numbers = st.integers(0, 65_535)
    values = np.array(data.draw(st.lists(numbers, min_size=size, max_size=size)), np.uint16)
    used = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), bool)
    for kept in (values, values / 7.0):
        found = grouped(kept, starts, used)
        for group, (start, stop) in enumerate(zip(starts, starts[1:])):
            own = kept[start:stop][used[start:stop]].astype(float)
            assert found.count[group] == len(own)
            if not len(own):
                assert np.isnan(found.mean[group])
                continue
            ours = [getattr(found, name)[group] for name in STATISTICS[1:]]
            assert np.allclose(ours, numpys(own), rtol=1e-12, atol=1e-9)


@given(data=st.data())
def test_verdicts_of_many_parcels_are_those_of_one(data):
    codes = st.integers(0, 14)
    parcels = data.draw(st.lists(st.lists(codes, max_size=9), min_size=1, max_size=6))
    rule = CloudRule(
        data.draw(st.frozensets(st.integers(1, 11))),
        data.draw(st.sampled_from([0, 10, 100 / 3, 50, 100])),
        data.draw(st.sampled_from([20, 50, 200 / 3, 100])),
    )
    scl = np.array([code for parcel in parcels for code in parcel], np.uint8)
    of = np.repeat(np.arange(len(parcels)), [len(parcel) for parcel in parcels])
    found = verdicts(scl, of, parcels=len(parcels), rule=rule)
    for number, parcel in enumerate(parcels):
        one = judge(Counter(parcel), rule)
        assert found.flag[number] == one.flag.value
        assert (found.valid_px[number], found.total_px[number]) == (one.valid_px, one.total_px)
        fraction = found.cloud_fraction[number]
        assert one.cloud_fraction is None if np.isnan(fraction) else fraction == one.cloud_fraction


@given(data=st.data())
def test_pixels_of_many_parcels_are_those_of_gdal(data):
    grid = Grid(32631, 700_000.0, 5_843_000.0, 10.0, 30, 24)
    side = st.floats(3, 290).map(lambda metres: round(metres, data_digits))
    data_digits = data.draw(st.sampled_from([0, 1, 9]))
    shapes = []
    for _ in range(data.draw(st.integers(1, 5))):
        x, y = data.draw(side), data.draw(side)
        shape = box(x, y * 0.8, x + data.draw(side), y * 0.8 + data.draw(side))
        turned = rotate(shape, data.draw(st.sampled_from([0, 0, 30, 45, 71])))
        moved = translate(turned, grid.left, grid.bottom)
        shapes.append(moved.intersection(box(*grid.bounds)))
    shapes = [shape for shape in shapes if shape.area > 0]
    found = pixels_of(Parcels.of(enumerate(shapes), 32631), grid)
    for number, shape in enumerate(shapes):
        own = slice(found.starts[number], found.starts[number + 1])
        mask = np.zeros((grid.height_px, grid.width_px), bool)
        mask[found.rows[own], found.cols[own]] = True
        assert np.count_nonzero(mask) == found.counts[number]
        if not found.is_touched[number]:
            theirs = rasterize([shape], mask.shape, transform=Affine(*grid.transform))
            assert (mask == theirs.astype(bool)).all()
