"""The second opinion: Sen2Cor's cloud probability against the SCL."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cbm_chips.core.errors import RequestError
from cbm_chips.core.sentinel2.scl import CloudFlag
from cbm_chips.core.sentinel2.second_opinion import is_doubtful, likely_cloud_fraction
from tests.builders import a_request

SHAPE = (5, 4)
CLEAR = np.full(SHAPE, 4, np.uint8)


def a_probability(*pct):
    """Twenty pixels: those given, then 0 %."""
    return np.array([*pct, *[0] * (20 - len(pct))], np.uint8).reshape(SHAPE)


def test_a_clear_parcel_with_a_fifth_of_likely_clouds_is_doubtful():
    fraction = likely_cloud_fraction(a_probability(40, 40, 55, 100), CLEAR)
    assert fraction == 0.2
    assert is_doubtful(CloudFlag.CLEAR, fraction)


def test_and_one_pixel_or_one_per_cent_less_is_not():
    assert not is_doubtful(CloudFlag.CLEAR, likely_cloud_fraction(a_probability(40, 40, 55), CLEAR))
    assert not is_doubtful(
        CloudFlag.CLEAR, likely_cloud_fraction(a_probability(39, 40, 55, 100), CLEAR)
    )


def test_0_per_cent_is_data():
    assert likely_cloud_fraction(a_probability(), CLEAR) == 0


def test_where_nothing_was_seen_by_the_scl_nothing_counts():
    scl = CLEAR.copy()
    scl[0] = 0
    assert likely_cloud_fraction(a_probability(0, 0, 0, 0, 90), scl) == 1 / 16
    assert likely_cloud_fraction(a_probability(90), np.zeros(SHAPE, np.uint8)) is None


def test_only_the_parcel_s_pixels_count():
    mask = np.zeros(SHAPE, bool)
    mask[0] = True
    assert likely_cloud_fraction(a_probability(90, 90), CLEAR, mask) == 0.5


@pytest.mark.parametrize("flag", [flag for flag in CloudFlag if flag is not CloudFlag.CLEAR])
def test_only_a_date_that_the_scl_calls_clear_can_be_doubtful(flag):
    assert not is_doubtful(flag, 1.0)


def test_without_a_second_opinion_nothing_is_doubtful():
    assert not is_doubtful(CloudFlag.CLEAR, None)


@given(
    hnp.arrays(np.uint8, SHAPE, elements=st.integers(0, 100)),
    hnp.arrays(np.uint8, SHAPE, elements=st.integers(0, 12)),
    hnp.arrays(bool, SHAPE),
)
def test_the_share_is_that_of_a_plain_count(probability, scl, mask):
    seen = [
        int(pct)
        for pct, code, counts in zip(probability.flat, scl.flat, mask.flat)
        if counts and 1 <= code <= 11
    ]
    expected = sum(pct >= 40 for pct in seen) / len(seen) if seen else None
    assert likely_cloud_fraction(probability, scl, mask) == expected


def test_the_probability_is_no_band_to_ask_for():
    with pytest.raises(RequestError) as refused:
        a_request(bands=("CLD",))
    assert "CLD" not in str(refused.value.allowed)


def test_it_is_off_unless_asked_for_and_of_level_2a_alone():
    assert a_request().beside_bands == ()
    assert a_request(second_opinion=True).beside_bands == ("CLD",)
    level1c = a_request(second_opinion=True, level="LEVEL1C", bands=("B04",))
    assert level1c.beside_bands == ()
