"""The stretch: from values to bytes, for one picture and for a series."""

from __future__ import annotations

from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cbm_chips.core.errors import RequestError
from cbm_chips.core.rendering import stretch
from cbm_chips.core.rendering.composites import stack_bands
from cbm_chips.core.rendering.stretch import (
    NO_LIMITS,
    Absolute,
    Percentiles,
    limits,
    parse_lut,
    render,
    shared_limits,
)

SERVICE_LUT = "1200_5700_800_4100_150_2800"

finite = st.floats(-1e6, 1e6)
pairs = st.tuples(finite, finite).map(sorted).filter(lambda pair: pair[0] < pair[1]).map(tuple)
percentiles = (
    st.tuples(st.floats(0, 100), st.floats(0, 100))
    .map(sorted)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: Percentiles(*pair))
)
absolutes = st.tuples(pairs, pairs, pairs).map(Absolute)
pictures = hnp.arrays(np.float32, (3, 4, 5), elements=st.floats(-1000, 30000, width=32))
valids = hnp.arrays(np.bool_, (4, 5))


def a_picture(values, *, invalid=()):
    """Three equal layers of one row; positions in `invalid` are not valid."""
    row = np.array([values], dtype=np.float32)
    valid = np.ones(row.shape, dtype=bool)
    valid[0, list(invalid)] = False
    return np.stack([row] * 3), valid


def reds(picture):
    return picture[0, :, 0].tolist()


def test_five_to_95_over_1_to_100_is_the_service_s_own_picture():
    values, valid = a_picture(range(1, 101))
    found = limits(parse_lut("5_95"), values, valid=valid)
    assert found == (pytest.approx((5.95, 95.05)),) * 3
    red = reds(render(values, valid, limits=found))
    assert [red[dn - 1] for dn in (5, 50, 95, 96)] == [0, 126, 254, 255]


def test_an_absolute_lut_is_the_service_s_own_picture_and_0_is_transparent():
    values, valid = a_picture([1200, 3450, 5700, 9000, 0], invalid=[4])
    picture = render(values, valid, limits=limits(parse_lut(SERVICE_LUT), values, valid=valid))
    assert reds(picture) == [0, 127, 255, 255, 0]
    assert picture[0, :, 3].tolist() == [255, 255, 255, 255, 0]


def test_a_flat_chip_is_mid_grey_where_the_service_paints_black():
    values, valid = a_picture([7, 7, 7])
    picture = render(values, valid, limits=limits(parse_lut("5_95"), values, valid=valid))
    assert picture[0].tolist() == [[127, 127, 127, 255]] * 3


def test_around_a_flat_limit_darker_is_0_and_brighter_is_255():
    values, valid = a_picture([6, 7, 8])
    assert reds(render(values, valid, limits=((7.0, 7.0),) * 3)) == [0, 127, 255]


def test_percentiles_the_wrong_way_round_are_refused_where_the_service_makes_a_threshold():
    with pytest.raises(RequestError) as refused:
        parse_lut("95_5")
    assert (refused.value.field, refused.value.value) == ("lut", "95_5")


def test_pixels_without_data_do_not_shift_the_percentiles():
    clean, all_valid = a_picture(range(1000, 1090))
    gappy, valid = a_picture([*range(1000, 1090), *[0] * 10], invalid=range(90, 100))
    assert limits(Percentiles(5, 95), gappy, valid=valid) == limits(
        Percentiles(5, 95), clean, valid=all_valid
    )


def test_each_band_gets_its_own_limits():
    values = np.stack([np.full((1, 2), 10), np.full((1, 2), 20), np.full((1, 2), 30)])
    found = limits(Percentiles(0, 100), values.astype(np.float32), valid=np.ones((1, 2), bool))
    assert found == ((10, 10), (20, 20), (30, 30))


def test_a_picture_without_a_valid_pixel_is_all_transparent():
    values, valid = a_picture([1, 2], invalid=[0, 1])
    found = limits(Percentiles(5, 95), values, valid=valid)
    assert found == NO_LIMITS
    assert not render(values, valid, limits=found).any()


def test_a_series_shares_the_limits_of_all_its_pixels_together():
    dark, bright = a_picture(range(1, 51)), a_picture(range(51, 101))
    found = shared_limits(Percentiles(5, 95), [dark, bright])
    assert found == (pytest.approx((5.95, 95.05)),) * 3


def test_pictures_of_different_sizes_weigh_by_their_pixels():
    found = shared_limits(Percentiles(0, 50), [a_picture([1] * 9), a_picture([100])])
    assert found == ((1, 1),) * 3


def test_a_series_without_pictures_has_no_limits():
    assert shared_limits(Percentiles(5, 95), []) == NO_LIMITS


def test_the_same_ground_looks_the_same_before_and_after_baseline_04():
    dn = np.random.default_rng(4).integers(1, 4000, (16, 16)).astype(np.uint16)
    bands = ("B08", "B08", "B08")
    before = stack_bands({"B08": dn}, bands, scales={"B08": (0.0001, 0.0)})
    after = stack_bands({"B08": dn + np.uint16(1000)}, bands, scales={"B08": (0.0001, -0.1)})
    for lut in (parse_lut("5_95"), parse_lut(SERVICE_LUT)):
        shared = shared_limits(lut, [before, after])
        assert shared == shared_limits(lut, [before, before])
        np.testing.assert_array_equal(render(*before, limits=shared), render(*after, limits=shared))


@pytest.mark.parametrize("most_px", [1, 7, 30, 99, 100, 1000])
def test_a_large_series_is_thinned_evenly_through_all_pictures(monkeypatch, most_px):
    monkeypatch.setattr(stretch, "MOST_POOLED_PX", most_px)
    series = [
        a_picture(range(40), invalid=[3, 4]),
        a_picture([0] * 5, invalid=range(5)),
        a_picture(range(40, 102)),
    ]
    all_px = np.array([px for px in range(102) if px not in (3, 4)], dtype=float)
    kept = all_px[:: -(-100 // most_px)]
    assert kept.size <= most_px
    expected = tuple(np.percentile(kept, (10, 80)))
    assert shared_limits(Percentiles(10, 80), series) == (pytest.approx(expected),) * 3


@given(st.one_of(percentiles, absolutes))
def test_a_lut_reads_back_from_its_own_text(lut):
    assert parse_lut(str(lut)) == lut


@pytest.mark.parametrize(
    ("text", "lut"),
    [
        ("5_95", Percentiles(5, 95)),
        ("0_100", Percentiles(0, 100)),
        ("2.5_97.5", Percentiles(2.5, 97.5)),
        (SERVICE_LUT, Absolute(((1200, 5700), (800, 4100), (150, 2800)))),
        ("-50_100_0_1.5_0_1e4", Absolute(((-50, 100), (0, 1.5), (0, 10000)))),
    ],
)
def test_two_values_are_percentiles_and_six_are_absolute(text, lut):
    assert parse_lut(text) == lut


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "5_",
        "5__95",
        "5_50_95",
        "5,95",
        "1_2_3_4",
        "1_2_3_4_5",
        "1_2_3_4_5_6_7",
        "low_high",
        "nan_95",
        "5_nan",
        "5_inf",
        "-1_95",
        "5_100.1",
        "5_5",
        "1200_1200_800_4100_150_2800",
        "5700_1200_800_4100_150_2800",
        "1200_5700_800_4100_150_inf",
        "-inf_5700_800_4100_150_2800",
        "nan_5700_800_4100_150_2800",
        "-1e308_1e308_800_4100_150_2800",
    ],
)
def test_any_other_lut_is_refused_with_what_is_allowed(text):
    with pytest.raises(RequestError, match="two percentiles") as refused:
        parse_lut(text)
    assert refused.value.field == "lut"


@given(st.one_of(st.text(max_size=20), st.text("0123456789._-e", max_size=20)))
def test_any_text_is_a_lut_or_a_request_error_and_nothing_else(text):
    with suppress(RequestError):
        assert parse_lut(str(parse_lut(text))) == parse_lut(text)


@given(values=pictures, valid=valids, lut=st.one_of(percentiles, absolutes))
def test_a_picture_has_alpha_exactly_where_valid_and_is_black_elsewhere(values, valid, lut):
    picture = render(values, valid, limits=limits(lut, values, valid=valid))
    assert picture.shape == (4, 5, 4)
    assert picture.dtype == np.uint8
    np.testing.assert_array_equal(picture[..., 3], np.where(valid, 255, 0))
    assert not picture[~valid].any()


@given(values=pictures, lut=st.one_of(percentiles, absolutes))
def test_brighter_ground_is_never_darker_in_the_picture(values, lut):
    valid = np.ones(values.shape[1:], bool)
    picture = render(values, valid, limits=limits(lut, values, valid=valid))
    for layer, channel in zip(values, range(3)):
        in_order = picture[..., channel].ravel()[np.argsort(layer.ravel(), kind="stable")]
        assert (np.diff(in_order.astype(int)) >= 0).all()


@given(values=pictures, lut=absolutes)
def test_the_limits_themselves_become_0_and_255(values, lut):
    lows = np.array([low for low, _ in lut.pairs]).reshape(3, 1, 1)
    highs = np.array([high for _, high in lut.pairs]).reshape(3, 1, 1)
    ends = np.concatenate([lows, highs], axis=2)
    picture = render(ends, np.ones((1, 2), bool), limits=lut.pairs)
    assert picture[0, 0, :3].tolist() == [0, 0, 0]
    assert picture[0, 1, :3].tolist() == [255, 255, 255]
