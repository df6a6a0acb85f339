"""Composites: three bands on one grid, in one unit."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.rendering.composites import (
    COMPOSITES,
    DEFAULT_COMPOSITE,
    parse_bands,
    stack_bands,
)
from cbm_chips.core.sentinel2.bands import BANDS

OLD = (0.0001, 0.0)
NEW = (0.0001, -0.1)
REFLECTIVE = [name for name, band in BANDS.items() if band.reflective]


def a_chip(names, *, seed=0, side_m=80):
    """Bands of random DN above 0 over the same square of ground."""
    rng = np.random.default_rng(seed)
    return {
        name: rng.integers(1, 10000, (side_m // BANDS[name].chip_resolution_m,) * 2, np.uint16)
        for name in names
    }


def scales_of(bands, scale_offset=OLD):
    return dict.fromkeys(bands, scale_offset)


def test_every_row_reads_back_from_its_name():
    for name, composite in COMPOSITES.items():
        assert parse_bands(name) == composite.bands
        assert composite.title
        assert composite.good_for


def test_the_default_is_the_false_colour_of_the_cbm_service():
    assert DEFAULT_COMPOSITE == "B08_B04_B03"
    assert DEFAULT_COMPOSITE in COMPOSITES


@given(st.lists(st.sampled_from(REFLECTIVE), min_size=3, max_size=3))
def test_any_three_reflective_bands_make_a_composite_even_one_repeated(names):
    assert parse_bands("_".join(names)) == tuple(names)
    assert parse_bands(f" {'_'.join(names).lower()} ") == tuple(names)


@pytest.mark.parametrize(
    "text",
    ["", "B08", "B08_B04", "B08_B04_B03_B02", "B08,B04,B03", "B8_B4_B3", "B08_B04_SCL", "B08__B03"],
)
def test_anything_but_three_known_reflective_bands_is_refused(text):
    with pytest.raises(RequestError, match="B8A") as refused:
        parse_bands(text)
    assert (refused.value.field, refused.value.value) == ("bands", text)


def test_bands_of_one_resolution_are_laid_over_each_other_as_they_are():
    bands = a_chip(("B08", "B04", "B03"))
    values, valid = stack_bands(bands, ("B08", "B04", "B03"), scales=scales_of(bands))
    assert values.dtype == np.float32
    assert valid.dtype == bool
    np.testing.assert_array_equal(values, [bands["B08"], bands["B04"], bands["B03"]])
    assert valid.all()


def test_a_20_m_band_under_a_10_m_one_is_repeated():
    bands = a_chip(("B08", "B11", "B04"))
    values, _ = stack_bands(bands, ("B08", "B11", "B04"), scales=scales_of(bands))
    np.testing.assert_array_equal(values[1], np.kron(bands["B11"], np.ones((2, 2))))


def test_under_a_20_m_band_the_lower_right_one_of_four_10_m_pixels_is_taken():
    bands = a_chip(("B11", "B08", "B02"))
    values, valid = stack_bands(bands, ("B11", "B08", "B02"), scales=scales_of(bands))
    assert values.shape == (3, 4, 4)
    assert valid.shape == (4, 4)
    np.testing.assert_array_equal(values[1], bands["B08"][1::2, 1::2])


def test_the_same_ground_gives_the_same_values_before_and_after_baseline_04():
    before = a_chip(("B08", "B11", "B04"))
    after = {name: dn + np.uint16(1000) for name, dn in before.items()}
    old, _ = stack_bands(before, ("B08", "B11", "B04"), scales=scales_of(before, OLD))
    new, _ = stack_bands(after, ("B08", "B11", "B04"), scales=scales_of(after, NEW))
    np.testing.assert_array_equal(old, new)


def test_each_band_takes_its_own_scale():
    bands = {"B08": np.full((2, 2), 500, np.uint16), "B04": np.full((2, 2), 1300, np.uint16)}
    scales = {"B08": (0.0002, 0.0), "B04": NEW}
    values, _ = stack_bands(bands, ("B08", "B04", "B04"), scales=scales)
    assert values[:, 0, 0].tolist() == [1000, 300, 300]


@pytest.mark.parametrize("missing", ["B08", "B11", "B04"])
def test_a_pixel_without_data_in_one_band_is_not_valid(missing):
    bands = a_chip(("B08", "B11", "B04"))
    bands[missing][-1, -1] = 0
    _, valid = stack_bands(bands, ("B08", "B11", "B04"), scales=scales_of(bands, NEW))
    lost_px = 4 if missing == "B11" else 1
    assert np.count_nonzero(~valid) == lost_px
    assert not valid[-1, -1]


def test_reflectance_0_under_an_offset_is_dark_ground_and_not_no_data():
    bands = dict.fromkeys(("B08", "B04", "B03"), np.full((2, 2), 1000, np.uint16))
    values, valid = stack_bands(bands, ("B08", "B04", "B03"), scales=scales_of(bands, NEW))
    assert valid.all()
    assert not values.any()


def test_a_chip_without_one_of_the_bands_is_refused():
    bands = a_chip(("B08", "B04"))
    with pytest.raises(RequestError, match="B08, B04, B03 for this composite") as refused:
        stack_bands(bands, ("B08", "B04", "B03"), scales=scales_of(bands))
    assert refused.value.field == "bands"


def test_bands_that_cover_different_ground_are_an_error_rather_than_stretched():
    bands = {**a_chip(("B08",)), **a_chip(("B04",), side_m=60)}
    with pytest.raises(ValueError, match="do not cover"):
        stack_bands(bands, ("B08", "B04", "B04"), scales=scales_of(bands))
