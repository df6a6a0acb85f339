"""One rule of stretch for thumbnails, layers, sheets and files."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import rasterio
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.outputs.html.page import Section, write_html_sheet
from cbm_chips.core.outputs.html.series_pictures import RenderedPictures
from cbm_chips.core.outputs.run_folder.read_back import read_run
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.rendering.color_ramps import RAMPS
from cbm_chips.core.rendering.composites import composite_of, stack_bands
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import (
    NO_LIMITS,
    Absolute,
    Percentiles,
    limits,
    parse_lut,
    shared_limits,
)
from cbm_chips.core.sentinel2.bands import BANDS as SENTINEL_2
from cbm_chips.core.sentinel2.scl import CloudFlag, CloudRule, bad_pixels
from tests.builders import a_grid, a_request, a_scene
from tests.chips import a_chip, a_parcel
from tests.html_pages import Page

BANDS = ("B08", "B04", "B03")
LUT = Percentiles(5, 95)
GROUND, CLOUD = 1500, 9000
EAST = 35 / 64
"""Where it begins: 45 % of the chip, far from the parcel in its middle."""


def a_date(day=1, *, cloudy=False, flag=CloudFlag.CLEAR, bands=BANDS, east=9, **others):
    """Ground of 1000 to 2000 by chance; where it is cloudy, its east is of class `east` too."""
    rng = np.random.default_rng(day)
    sizes = {band: 1280 // SENTINEL_2[band].chip_resolution_m for band in bands}
    pixels = {b: rng.integers(2000, 3000, (n, n)).astype(np.uint16) for b, n in sizes.items()}
    scl = np.full((64, 64), 4, np.uint8)
    if cloudy:
        for values in pixels.values():
            values[:, int(EAST * len(values)) :] += CLOUD
        scl[:, 35:] = east
    bad = bad_pixels(scl, CloudRule())
    when = f"2020-03-{day:02d}T10:36:34"
    scene = a_scene(f"S2A_31UFU_202003{day:02d}_0_L2A", when)
    fields = {"histogram": {4: 186}, "flag": flag, "cloud_fraction": 0.0, **others}
    return a_chip({**pixels, "SCL": scl}, scene, bad_pixels=bad, **fields)


def look(bands=BANDS, lut=LUT, *, is_shared=True):
    return Look(composite_of(bands), lut, is_shared)


def upper(found):
    return found[0][1]


@pytest.mark.parametrize("east", [0, 1, 3, 8, 9, 10, 12, 255])
@pytest.mark.parametrize("is_shared", [True, False])
def test_what_shows_no_ground_beside_a_clear_parcel_does_not_darken_the_series(is_shared, east):
    clear, odd = a_date(1), a_date(2, cloudy=True, east=east)
    renderer = look(is_shared=is_shared).renderer([clear, odd])
    for chip in (clear, odd):
        assert 1900 < upper(renderer.limits_of(chip)) < 2000
    assert renderer.rgba_of(odd)[10, 100].tolist() == [255, 255, 255, 255]


def test_where_nothing_but_cloud_is_there_it_is_shown_as_it_is():
    chip = a_date(1, cloudy=True)
    chip = replace(chip, bad_pixels=np.ones((64, 64), bool), flag=CloudFlag.CLOUDY)
    values, valid = stack_bands(chip.bands, BANDS, scales=chip.scales)
    for is_shared in (True, False):
        found = look(is_shared=is_shared).renderer([chip]).limits_of(chip)
        assert found == limits(LUT, values, valid=valid)


def test_a_clear_date_without_the_bands_leaves_the_pool_to_the_others():
    lacking = a_date(1, bands=("B08", "B04"))
    partly = a_date(2, flag=CloudFlag.PARTLY)
    cloudy = a_date(3, cloudy=True, flag=CloudFlag.CLOUDY)
    renderer = look().renderer([lacking, partly, cloudy])
    own = look(is_shared=False).renderer([]).limits_of(partly)
    assert renderer.limits_of(cloudy) == own
    assert look().missing_bands(lacking) == ("B03",)


def test_absolute_limits_are_what_they_say():
    lut = Absolute(((0, 4000), (0, 1000), (0, 800)))
    chip = a_date(1, cloudy=True)
    assert look(lut=lut).renderer([chip]).limits_of(chip) == lut.pairs


def test_chips_without_scl_are_stretched_over_all_valid_pixels():
    chips = [replace(a_date(day, cloudy=True), bad_pixels=None) for day in (1, 2)]
    made = [stack_bands(chip.bands, BANDS, scales=chip.scales) for chip in chips]
    found = look().renderer(chips).limits_of(chips[0])
    assert found == shared_limits(LUT, made)


@given(seed=st.integers(0, 99), share=st.floats(0, 1))
def test_limits_are_those_of_the_pixels_that_show_ground(seed, share):
    rng = np.random.default_rng(seed)
    bad = rng.random((64, 64)) < share
    chip = replace(a_date(1), bad_pixels=bad)
    values, valid = stack_bands(chip.bands, BANDS, scales=chip.scales)
    ground = valid & ~bad.repeat(2, axis=0).repeat(2, axis=1)
    used = ground if ground.sum() >= max(0.05 * valid.sum(), 1) else valid
    expected = limits(LUT, values, valid=used)
    for is_shared in (True, False):
        found = look(is_shared=is_shared).renderer([chip]).limits_of(chip)
        assert found == expected


def test_composites_of_20_m_leave_the_same_clouds_out():
    chip = a_date(1, cloudy=True)
    coarse = {band: chip.bands["B08"][::2, ::2].copy() for band in ("B11", "B8A", "B05")}
    chip = replace(chip, bands=coarse, scales=dict.fromkeys(coarse, (0.0001, -0.1)))
    at_20_m = look(("B11", "B8A", "B05"))
    assert upper(at_20_m.renderer([chip]).limits_of(chip)) < 2000


LOOKS = {
    "one stretch for all dates": look(),
    "a stretch of each chip": look(is_shared=False),
    "bands of two resolutions": look(("B11", "B08", "B04")),
    "absolute values": look(lut=Absolute(((0, 4000), (0, 1000), (0, 800)))),
    "index": Look(INDICES["NDVI"]),
}
ALL_BANDS = (*BANDS, "B11")
LACKING = a_date(1, bands=("B08", "B11"))
DATES = [
    LACKING,
    a_date(2, flag=CloudFlag.PARTLY, bands=ALL_BANDS),
    a_date(3, cloudy=True, flag=CloudFlag.CLOUDY, bands=ALL_BANDS),
]


def rendered_by_the_page(dates, its_look, path):
    request = a_request(start="2020-03-01", end="2020-03-31")
    section = Section.of(dates, request, look=its_look)
    page = Page.read(write_html_sheet([section], path / "page.html", names=["here"]))
    return [page.pixels(number) for number in range(len(page.pictures))]


def rendered_by_a_run(dates, its_look, path):
    with RunWriter(path, "composite", look=its_look) as run:
        for chip in dates:
            run.add(a_parcel(grid=a_grid()), chip)
    return [rasterio.open(file).read().transpose(1, 2, 0) for file in run.finish().files]


@pytest.mark.parametrize("name", LOOKS)
def test_where_the_clear_date_lacks_a_band_thumbnails_pages_and_files_agree(name, tmp_path):
    renderer = LOOKS[name].renderer(DATES)
    assert LOOKS[name].missing_bands(LACKING)
    thumbnails = [renderer.rgba_of(chip) for chip in DATES[1:]]
    on_page = rendered_by_the_page(DATES, LOOKS[name], tmp_path)
    in_files = rendered_by_a_run(DATES, LOOKS[name], tmp_path / "run")
    assert len(on_page) == len(in_files) == 2
    for thumbnail, picture, file in zip(thumbnails, on_page, in_files):
        np.testing.assert_array_equal(picture, thumbnail)
        np.testing.assert_array_equal(file, thumbnail)
        assert np.unique(thumbnail[..., :3]).size > 20


def test_where_the_clear_date_lacks_a_band_the_others_are_stretched_by_their_own_pixels():
    found = look().renderer(DATES).limits_of(DATES[1])
    assert found == look(is_shared=False).renderer([]).limits_of(DATES[1])


@pytest.mark.parametrize("series", [[], [LACKING]])
@pytest.mark.parametrize("name", LOOKS)
def test_a_series_without_a_usable_date_has_no_picture_and_no_fault(name, series, tmp_path):
    renderer = LOOKS[name].renderer(series)
    assert rendered_by_the_page(series, LOOKS[name], tmp_path) == []
    assert rendered_by_a_run(series, LOOKS[name], tmp_path / "run") == []
    for chip in series:
        with pytest.raises(RequestError):
            renderer.rgba_of(chip)


def test_a_date_that_no_stretch_was_taken_from_is_shown_all_the_same():
    renderer = look().renderer([LACKING])
    assert renderer.limits_of(DATES[1]) == NO_LIMITS
    assert renderer.rgba_of(DATES[1]).shape == (128, 128, 4)


def test_an_index_is_shown_in_its_ramp_over_its_range_whatever_the_other_dates(tmp_path):
    index = INDICES["NDVI"]
    picture = Look(index).renderer([]).rgba_of(DATES[1])
    values = index_of_chip(index, DATES[1].bands, scales=DATES[1].scales)
    low, high = index.value_range
    share = (values - low) / (high - low)
    places = [place for place, _ in RAMPS[index.ramp]]
    for channel in range(3):
        stops = [int(color[1 + 2 * channel :][:2], 16) for _, color in RAMPS[index.ramp]]
        exact = np.interp(share, places, stops)
        assert np.abs(picture[..., channel] - exact).max() <= 1
    np.testing.assert_array_equal(Look(index).renderer(DATES).rgba_of(DATES[1]), picture)


def test_only_percentiles_of_all_dates_depend_on_the_series():
    depending = [name for name, one in LOOKS.items() if one.depends_on_series]
    assert depending == ["one stretch for all dates", "bands of two resolutions"]


def test_a_page_says_that_clouds_are_left_out():
    dates = [a_date(1), a_date(2, cloudy=True)]
    assert "clouds left out" in RenderedPictures(dates, look()).facts["Stretch"]


def test_a_page_calls_an_index_by_its_name_and_a_composite_by_its_bands():
    index, composite = (RenderedPictures([], one).facts for one in (Look(INDICES["NDVI"]), look()))
    assert index["Index"] == "NDVI, Normalised difference vegetation index"
    assert index["Stretch"] == "-1 to 1 in the colours of RdYlGn"
    assert "Red, green, blue" not in index
    assert composite["Red, green, blue"] == "False colour (near infrared), B08_B04_B03"


def test_a_stored_run_is_stretched_as_it_was_shown(tmp_path):
    dates = [a_date(1), a_date(2, cloudy=True)]
    place = a_parcel(grid=a_grid())
    with RunWriter(tmp_path) as run:
        for chip in dates:
            run.add(place, chip)
    (stored,) = read_run(tmp_path)
    back = [date.chip(BANDS) for date in stored.dates]
    assert [set(chip.bands) for chip in back] == [set(BANDS)] * 2
    assert look().renderer(back).limits_of(back[0]) == look().renderer(dates).limits_of(dates[0])


class TestOneStretchForManyPlaces:
    def test_gives_every_chip_the_limits_of_the_dates_it_was_taken_from(self):
        series = [a_date(1), a_date(2)]
        fixed = look().fixed_to(series)
        brighter = a_date(3)
        brighter = replace(
            brighter, bands={b: v if b == "SCL" else v + 3000 for b, v in brighter.bands.items()}
        )
        expected = look().renderer(series).limits_of(series[0])
        for chips in (series, [brighter], []):
            found = fixed.renderer(chips).limits_of(brighter)
            assert np.allclose(found, expected, atol=0.5)
        assert not fixed.depends_on_series

    def test_is_taken_from_clear_dates_by_the_rule_of_a_shared_one(self):
        clear, cloudy = a_date(1), a_date(2, cloudy=True, flag=CloudFlag.CLOUDY)
        assert look().fixed_to([clear, cloudy]) == look().fixed_to([clear])
        partly = a_date(2, cloudy=True, flag=CloudFlag.PARTLY)
        assert upper(look().fixed_to([partly]).renderer([]).limits_of(partly)) < 2000

    def test_overrides_a_stretch_of_each_chip(self):
        series = [a_date(1), a_date(2)]
        assert look(is_shared=False).fixed_to(series) == look().fixed_to(series)

    def test_can_be_typed_in_as_fixed_values(self):
        fixed = look().fixed_to([a_date(1)])
        assert parse_lut(str(fixed.lut)) == fixed.lut
        assert "." not in str(fixed.lut)

    def test_is_not_taken_from_what_tells_no_limits(self):
        cloudy = a_date(1, cloudy=True, flag=CloudFlag.CLOUDY)
        flat = a_date(1)
        flat = replace(
            flat, bands={b: np.full(v.shape, 2000, np.uint16) for b, v in flat.bands.items()}
        )
        for chips in ([], [cloudy], [a_date(1, bands=("B08", "B04"))], [flat]):
            assert look().fixed_to(chips) is None

    def test_leaves_alone_what_has_the_same_colours_everywhere(self):
        fixed_values = look(lut=Absolute(((0, 1000), (0, 1000), (0, 1000))))
        for same in (fixed_values, Look(INDICES["NDVI"])):
            assert same.fixed_to([a_date(1)]) is same
