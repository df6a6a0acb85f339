"""One rule of stretch for thumbnails, layers, sheets and files."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.outputs.html.series_pictures import CompositePictures
from cbm_chips.core.outputs.run_folder.kinds import Look
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.composites import layers
from cbm_chips.core.rendering.look import CompositeLook
from cbm_chips.core.rendering.stretch import Absolute, Percentiles, limits, shared_limits
from cbm_chips.core.sentinel2.scl import CloudFlag, CloudRule, bad_pixels
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_parcel

BANDS = ("B08", "B04", "B03")
LUT = Percentiles(5, 95)
GROUND, CLOUD = 1500, 9000
EAST = np.s_[:, 70:]
"""46 % of the chip, far from the parcel in its middle."""


def a_date(day=1, *, cloudy=False, flag=CloudFlag.CLEAR, bands=BANDS, east=9, **others):
    """Ground of 1000 to 2000 by chance; where it is cloudy, its east is of class `east` too."""
    rng = np.random.default_rng(day)
    pixels = {band: rng.integers(2000, 3000, (128, 128)).astype(np.uint16) for band in bands}
    scl = np.full((64, 64), 4, np.uint8)
    if cloudy:
        for values in pixels.values():
            values[EAST] += CLOUD
        scl[:, 35:] = east
    bad = bad_pixels(scl, CloudRule())
    when = f"2020-03-{day:02d}T10:36:34"
    scene = a_scene(f"S2A_31UFU_202003{day:02d}_0_L2A", when)
    fields = {"histogram": {4: 186}, "flag": flag, "cloud_fraction": 0.0, **others}
    return a_chip({**pixels, "SCL": scl}, scene, bad_pixels=bad, **fields)


def upper(found):
    return found[0][1]


@pytest.mark.parametrize("east", [0, 1, 3, 8, 9, 10, 12, 255])
@pytest.mark.parametrize("is_shared", [True, False])
def test_what_shows_no_ground_beside_a_clear_parcel_does_not_darken_the_series(is_shared, east):
    clear, odd = a_date(1), a_date(2, cloudy=True, east=east)
    renderer = CompositeLook(BANDS, LUT, is_shared).renderer([clear, odd])
    for chip in (clear, odd):
        assert 1900 < upper(renderer.limits_of(chip)) < 2000
    assert renderer.rgba_of(odd)[10, 100].tolist() == [255, 255, 255, 255]


def test_where_nothing_but_cloud_is_there_it_is_shown_as_it_is():
    chip = a_date(1, cloudy=True)
    chip = replace(chip, bad_pixels=np.ones((64, 64), bool), flag=CloudFlag.CLOUDY)
    values, valid = layers(chip.bands, BANDS, scales=chip.scales)
    for is_shared in (True, False):
        found = CompositeLook(BANDS, LUT, is_shared).renderer([chip]).limits_of(chip)
        assert found == limits(LUT, values, valid=valid)


def test_a_clear_date_without_the_bands_leaves_the_pool_to_the_others():
    lacking = a_date(1, bands=("B08", "B04"))
    partly = a_date(2, flag=CloudFlag.PARTLY)
    cloudy = a_date(3, cloudy=True, flag=CloudFlag.CLOUDY)
    renderer = CompositeLook(BANDS, LUT, True).renderer([lacking, partly, cloudy])
    own = CompositeLook(BANDS, LUT, False).renderer([]).limits_of(partly)
    assert renderer.limits_of(cloudy) == own
    assert not renderer.has_bands_of(lacking)


def test_absolute_limits_are_what_they_say():
    lut = Absolute(((0, 4000), (0, 1000), (0, 800)))
    chip = a_date(1, cloudy=True)
    assert CompositeLook(BANDS, lut, True).renderer([chip]).limits_of(chip) == lut.pairs


def test_chips_without_scl_are_stretched_over_all_valid_pixels():
    chips = [replace(a_date(day, cloudy=True), bad_pixels=None) for day in (1, 2)]
    made = [layers(chip.bands, BANDS, scales=chip.scales) for chip in chips]
    found = CompositeLook(BANDS, LUT, True).renderer(chips).limits_of(chips[0])
    assert found == shared_limits(LUT, made)


@given(seed=st.integers(0, 99), share=st.floats(0, 1))
def test_limits_are_those_of_the_pixels_that_show_ground(seed, share):
    rng = np.random.default_rng(seed)
    bad = rng.random((64, 64)) < share
    chip = replace(a_date(1), bad_pixels=bad)
    values, valid = layers(chip.bands, BANDS, scales=chip.scales)
    ground = valid & ~bad.repeat(2, axis=0).repeat(2, axis=1)
    used = ground if ground.sum() >= max(0.05 * valid.sum(), 1) else valid
    expected = limits(LUT, values, valid=used)
    for is_shared in (True, False):
        found = CompositeLook(BANDS, LUT, is_shared).renderer([chip]).limits_of(chip)
        assert found == expected


def test_composites_of_20_m_leave_the_same_clouds_out():
    chip = a_date(1, cloudy=True)
    coarse = {band: chip.bands["B08"][::2, ::2].copy() for band in ("B11", "B8A", "B05")}
    chip = replace(chip, bands=coarse, scales=dict.fromkeys(coarse, (0.0001, -0.1)))
    look = CompositeLook(("B11", "B8A", "B05"), LUT, True)
    assert upper(look.renderer([chip]).limits_of(chip)) < 2000


def test_files_sheets_and_thumbnails_have_one_stretch(tmp_path):
    dates = [a_date(1), a_date(2, cloudy=True), a_date(3, flag=CloudFlag.PARTLY)]
    look = Look(BANDS, LUT, "series")
    place = a_parcel(grid=a_grid())
    with RunWriter(tmp_path, "composite", look=look) as run:
        for chip in dates:
            run.add(place, chip)
    pictures = CompositePictures(dates, look)
    renderer = look.renderer(dates)
    for chip, path in zip(dates, run.finish().files):
        with rasterio.open(path) as file:
            written = np.moveaxis(file.read(), 0, 2)
        assert (written == renderer.rgba_of(chip)).all()
        assert (pictures.rgba_of(chip) == written).all()
    assert "clouds left out" in pictures.stretch


def test_a_stored_run_is_stretched_as_it_was_shown(tmp_path):
    dates = [a_date(1), a_date(2, cloudy=True)]
    place = a_parcel(grid=a_grid())
    with RunWriter(tmp_path) as run:
        for chip in dates:
            run.add(place, chip)
    (stored,) = read_run(tmp_path)
    back = [date.chip(BANDS) for date in stored.dates]
    assert [set(chip.bands) for chip in back] == [set(BANDS)] * 2
    look = Look(BANDS, LUT, "series")
    assert look.renderer(back).limits_of(back[0]) == look.renderer(dates).limits_of(dates[0])
