"""A season of the built-in archive: does it behave like the real thing?"""

from __future__ import annotations

from collections import Counter
from datetime import date

import numpy as np
import pytest

from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sample_archive.passes import products
from cbm_chips.core.sentinel2.bands import BANDS
from tests.core.sample_archive.archive_files import items, ndvi_of, of_day, read, reflectance

BAD = (0, 1, 3, 8, 9, 10)


def test_the_season_has_enough_dates_over_two_orbits_and_two_satellites(sample_archive):
    season = [
        item
        for item in items(sample_archive)
        if "2022-03-01" <= item["properties"]["datetime"] <= "2022-11-01"
    ]
    assert len({item["properties"]["datetime"] for item in season}) >= 26
    orbits = Counter(item["properties"]["s2:product_uri"].split("_")[4] for item in season)
    assert set(orbits) == {"R008", "R051"}
    assert min(orbits.values()) >= 8
    assert {item["properties"]["platform"] for item in season} == {"sentinel-2a", "sentinel-2b"}


def test_each_satellite_comes_back_on_an_orbit_after_multiples_of_ten_days():
    passes = [group[0].acquisition for group in products()]
    for one in passes:
        for other in passes:
            if (one.platform, one.orbit) == (other.platform, other.orbit):
                assert (one.day - other.day).days % 10 == 0


def test_about_a_third_of_the_season_is_clear_over_the_middle(sample_archive):
    clear = set()
    for item in items(sample_archive):
        scl, _ = read(sample_archive, item, "scl")
        middle = scl[96:160, 96:160]
        if item["properties"]["datetime"] > "2022-03" and not np.isin(middle, BAD).any():
            clear.add(item["properties"]["datetime"])
    assert 10 <= len(clear) <= 13


def test_baselines_stand_on_both_sides_of_the_offset_change(sample_archive):
    for item in items(sample_archive):
        baseline = item["properties"]["s2:processing_baseline"]
        is_old = date.fromisoformat(item["properties"]["datetime"][:10]) < date(2022, 1, 25)
        assert (baseline == "03.01") == is_old
        assert item["assets"]["red"]["raster:bands"][0]["offset"] == (0.0 if is_old else -0.1)
        assert f"_N{baseline.replace('.', '')}_" in item["properties"]["s2:product_uri"]


def test_water_does_not_notice_the_offset_change(sample_archive):
    before = of_day(sample_archive, "2022-01-12")
    after = of_day(sample_archive, "2022-03-08")
    for key in ("blue", "green", "red", "nir"):
        values = [reflectance(sample_archive, item, key)[0] for item in (before, after)]
        old, new = (float(part[480:, :60].mean()) for part in values)
        assert old == pytest.approx(new, abs=0.004)
    dn_before, _ = read(sample_archive, before, "red")
    dn_after, _ = read(sample_archive, after, "red")
    assert dn_after[480:, :60].mean() - dn_before[480:, :60].mean() == pytest.approx(1000, abs=40)


def test_mowing_shows_as_a_drop_and_recovers(sample_archive, central):
    ndvi = {
        day: ndvi_of(sample_archive, of_day(sample_archive, day), central.outline)
        for day in ("2022-06-14", "2022-06-19", "2022-07-16", "2022-08-03", "2022-08-10")
    }
    assert ndvi["2022-06-14"] - ndvi["2022-06-19"] > 0.2
    assert ndvi["2022-07-16"] > 0.75
    assert ndvi["2022-08-03"] - ndvi["2022-08-10"] > 0.15


def test_wheat_greens_and_ripens(sample_archive):
    wheat = next(p for p in sample_parcels(sample_archive) if p.crop_code == "233")
    march, may, august = (
        ndvi_of(sample_archive, of_day(sample_archive, day), wheat.outline)
        for day in ("2022-03-08", "2022-05-10", "2022-08-03")
    )
    assert may > march + 0.2
    assert may > august + 0.3


def test_the_classes_of_the_scene_classification_are_there(sample_archive):
    seen: set[int] = set()
    for item in items(sample_archive):
        seen |= set(np.unique(read(sample_archive, item, "scl")[0]).tolist())
    assert {0, 2, 3, 4, 5, 6, 7, 8, 9, 10} <= seen <= set(range(12))


def test_cloud_cover_says_what_the_classes_say(sample_archive):
    covers = []
    for item in items(sample_archive):
        scl, _ = read(sample_archive, item, "scl")
        cloudy = 100 * np.isin(scl, (8, 9, 10)).sum() / (scl > 0).sum()
        assert item["properties"]["eo:cloud_cover"] == pytest.approx(cloudy, abs=1e-3)
        covers.append(cloudy)
    assert min(covers) < 1
    assert max(covers) == 100


def test_cloud_shadow_is_darker_than_the_same_ground_without(sample_archive):
    shady, clear = of_day(sample_archive, "2022-06-09"), of_day(sample_archive, "2022-06-14")
    scl, other = read(sample_archive, shady, "scl")[0], read(sample_archive, clear, "scl")[0]
    where = np.kron((scl == 3) & (other == 4), np.ones((2, 2))).astype(bool)
    dark = reflectance(sample_archive, shady, "nir")[0][where].mean()
    light = reflectance(sample_archive, clear, "nir")[0][where].mean()
    assert where.sum() > 5000
    assert dark < 0.7 * light


def test_outside_the_swath_there_is_no_data_in_any_band(sample_archive):
    item = of_day(sample_archive, "2022-08-25")
    nir, scl = read(sample_archive, item, "nir")[0], read(sample_archive, item, "scl")[0]
    assert 20 < item["properties"]["s2:nodata_pixel_percentage"] < 60
    assert (
        np.mean((nir == 0).reshape(256, 2, 256, 2).mean(axis=(1, 3)).round() == (scl == 0)) > 0.99
    )
    columns = (scl == 0).sum(axis=1)
    assert columns[0] > columns[-1] + 20


def test_one_acquisition_was_processed_twice(sample_archive):
    takes: dict[str, list[dict]] = {}
    for item in items(sample_archive):
        if item["properties"]["grid:code"] == "MGRS-31UFU":
            takes.setdefault(item["properties"]["s2:product_uri"][:26], []).append(item)
    (twins,) = [group for group in takes.values() if len(group) > 1]
    assert {item["properties"]["s2:processing_baseline"] for item in twins} == {"04.00", "05.10"}
    one, two = (reflectance(sample_archive, item, "red")[0] for item in twins)
    assert 0 < np.abs(one - two).mean() < 0.01


def test_the_neighbouring_tile_shows_a_part_of_the_same_pass(sample_archive):
    own = of_day(sample_archive, "2022-08-10")
    other = of_day(sample_archive, "2022-08-10", tile="MGRS-31UGU")
    assert own["properties"]["s2:datatake_id"] == other["properties"]["s2:datatake_id"]
    whole, grid = read(sample_archive, own, "red")
    part, part_grid = read(sample_archive, other, "red")
    column = int((part_grid.left - grid.left) / 10)
    np.testing.assert_array_equal(whole[:, column:], part)


def test_level_1c_has_cirrus_and_no_classes_and_hazier_blue(sample_archive):
    found = items(sample_archive, "sentinel-2-l1c")
    assert len(found) == 3
    for item in found:
        names = {band.common_name for band in BANDS.values() if "LEVEL1C" in band.levels}
        assert set(item["assets"]) == names
        below = of_day(sample_archive, item["properties"]["datetime"][:10])
        above_air = reflectance(sample_archive, item, "blue")[0].mean()
        assert above_air > reflectance(sample_archive, below, "blue")[0].mean() + 0.04


@pytest.fixture
def central(sample_archive):
    return next(parcel for parcel in sample_parcels(sample_archive) if parcel.id == "315141")
