"""Tables of many parcels against plain rasterio and rasterstats on the same pixels."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from rasterstats import zonal_stats
from shapely.affinity import rotate
from shapely.geometry import MultiPolygon, box

from cbm_chips.core import open_source
from cbm_chips.core.parcels.planning import plan_parcels
from cbm_chips.core.parcels.run import run_plan
from cbm_chips.core.parcels.statistics import STATISTICS
from cbm_chips.core.parcels.table import joined
from cbm_chips.core.projection import to_grid_crs, to_wgs84
from tests.effort import examples
from tests.parcel_archive import CLEAR_SCL, OFFSET, SIZES_M, TILES, ground_of, write_archive

ASKED = {
    "start": "2022-03-01",
    "end": "2022-03-31",
    "bands": ("B04", "B08", "B11"),
    "indices": ("NDVI", "NDMI"),
}
THEIRS = {"p25": "percentile_25", "p50": "percentile_50", "p75": "percentile_75"}
DATES = 2


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    return write_archive(tmp_path_factory.mktemp("tiles"), dates=DATES)


@pytest.fixture(scope="module")
def source(catalog):
    with open_source(str(catalog)) as opened:
        yield opened


def tables_of(parcels, source, **others):
    plan = plan_parcels(parcels, {**ASKED, **others}, source)
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


def by_rasterstats(shape, epsg, date):
    """Statistics of a shape in a zone's metres, by name of the column."""
    ground = ground_of(epsg, date)
    scl = ground.bands["SCL"]
    clear = {20: np.isin(scl, CLEAR_SCL)}
    clear[10] = clear[20].repeat(2, axis=0).repeat(2, axis=1)
    layers = {}
    for band in ASKED["bands"]:
        dn = ground.bands[band].astype(float)
        layers[band] = np.where(dn == 0, np.nan, dn * 0.0001 + OFFSET)
    wide = layers["B11"].repeat(2, axis=0).repeat(2, axis=1)
    red, nir = np.maximum(layers["B04"], 0), np.maximum(layers["B08"], 0)
    layers["NDVI"] = (nir - red) / (nir + red)
    layers["NDMI"] = (nir - np.maximum(wide, 0)) / (nir + np.maximum(wide, 0))
    found = {}
    for name, values in layers.items():
        size = SIZES_M.get(name, 10)
        found[name] = zonal_stats(
            shape,
            np.where(clear[size] & ~np.isnan(values), values, -9999.0),
            affine=ground.transform("B11" if size == 20 else "B04"),
            nodata=-9999.0,
            stats=[THEIRS.get(name, name) for name in STATISTICS],
        )[0]
    return found


@pytest.mark.parametrize("seed", range(examples(30) // 5))
def test_counts_are_the_same_and_numbers_agree_to_the_ninth_digit(source, seed):
    layout = a_layout(seed)
    plan, table = tables_of(layout, source)
    tile_of = {int(n): piece.tile for piece in plan.pieces for n in piece.numbers}
    assert len(table) == len(layout) * DATES
    compared = 0
    for number, row in zip(table.numbers, table.records()):
        if "touched" in row["pixels"]:
            continue  # rasterstats has nothing to say of parcels without a pixel centre
        epsg = tile_of[int(number)].epsg
        theirs = by_rasterstats(
            to_grid_crs(layout[number][1], epsg), epsg, (int(row["date"][8:]) - 5) // 10
        )
        for name, statistics in theirs.items():
            assert row[f"{name}_count"] == statistics["count"], (row["parcel"], name)
            for statistic in STATISTICS[1:]:
                own, other = (
                    row[f"{name}_{statistic}"],
                    statistics[THEIRS.get(statistic, statistic)],
                )
                if statistics["count"] == 0:
                    assert own is None
                else:
                    assert math.isclose(own, other, rel_tol=1e-9, abs_tol=1e-9), (name, statistic)
                    compared += 1
    assert compared > 200
