"""What the scene classification says of a parcel."""

from __future__ import annotations

import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from cbm_chips.core.errors import RequestError
from cbm_chips.core.sentinel2 import scl
from cbm_chips.core.sentinel2.cloud_rules import CLOUD_RULES, rule_called
from cbm_chips.core.sentinel2.scl import (
    NOT_JUDGED,
    SCL_CLASSES,
    CloudFlag,
    CloudRule,
    histogram,
    judge,
)

# The CbM documentation's example: one parcel of 187 pixels of 20 m, June 2019, tile T31UFU.
JUNE_2019 = {
    "20190602T104031": {8: 187},
    "20190605T105031": {9: 187},
    "20190607T104029": {8: 187},
    "20190610T105039": {8: 26, 10: 161},
    "20190612T104031": {8: 187},
    "20190615T105031": {9: 187},
    "20190617T104029": {4: 187},
    "20190620T105039": {4: 187},
    "20190622T104031": {4: 1, 5: 44, 7: 42, 8: 63, 9: 37},
    "20190625T105031": {4: 186, 5: 1},
    "20190627T104029": {9: 187},
}
CLEAR_DATES = {"20190617T104029", "20190620T105039", "20190625T105031"}
MIXED_DATE = "20190622T104031"
FROM_CLEAR_TO_CLOUDY = (CloudFlag.CLEAR, CloudFlag.PARTLY, CloudFlag.CLOUDY)

histograms = st.dictionaries(st.integers(0, 11), st.integers(0, 500))
rules = st.builds(
    CloudRule,
    bad_classes=st.frozensets(st.integers(1, 11)),
    tolerance_pct=st.floats(0, 100),
    cloudy_from_pct=st.floats(0.01, 100),
)


def dates_flagged(flag: CloudFlag, rule: CloudRule) -> set[str]:
    return {date for date, counts in JUNE_2019.items() if judge(counts, rule).flag is flag}


def test_the_documented_month_has_three_clear_one_mixed_and_seven_cloudy_dates():
    assert {sum(counts.values()) for counts in JUNE_2019.values()} == {187}
    assert dates_flagged(CloudFlag.CLEAR, CloudRule()) == CLEAR_DATES
    assert dates_flagged(CloudFlag.PARTLY, CloudRule()) == {MIXED_DATE}
    assert len(dates_flagged(CloudFlag.CLOUDY, CloudRule())) == 7


def test_the_mixed_date_is_clear_when_54_pct_may_be_bad_but_not_when_50_pct():
    assert dates_flagged(CloudFlag.CLEAR, CloudRule(tolerance_pct=54)) == CLEAR_DATES | {MIXED_DATE}
    assert dates_flagged(CloudFlag.CLEAR, CloudRule(tolerance_pct=50)) == CLEAR_DATES
    assert judge(JUNE_2019[MIXED_DATE], CloudRule()).cloud_fraction == 100 / 187


def test_with_unclassified_as_bad_the_mixed_date_has_a_quarter_left_and_the_clear_ones_stay():
    rule = CloudRule(CloudRule().bad_classes | {7})
    verdict = judge(JUNE_2019[MIXED_DATE], rule)
    assert verdict.cloud_fraction == pytest.approx(1 - 45 / 187)
    assert verdict.flag is CloudFlag.CLOUDY
    assert dates_flagged(CloudFlag.CLEAR, rule) == CLEAR_DATES


def test_the_legend_rule_of_the_documentation_tolerates_cirrus_and_finds_the_same_clear_dates():
    rule = CloudRule(frozenset({3, 8, 9, 11}))
    cirrus_day = judge(JUNE_2019["20190610T105039"], rule)
    assert cirrus_day.cloud_fraction == 26 / 187
    assert cirrus_day.flag is not CloudFlag.CLEAR
    assert dates_flagged(CloudFlag.CLEAR, rule) == CLEAR_DATES


@pytest.mark.parametrize("name", CLOUD_RULES)
def test_every_named_rule_finds_the_same_three_clear_dates(name):
    assert dates_flagged(CloudFlag.CLEAR, rule_called(name)) == CLEAR_DATES


def test_a_parcel_with_missing_pixels_is_not_clear_and_the_verdict_counts_them():
    verdict = judge({0: 20, 4: 167}, CloudRule())
    assert verdict.flag is CloudFlag.PARTLY
    assert (verdict.valid_px, verdict.no_data_px, verdict.total_px) == (167, 20, 187)
    assert verdict.cloud_fraction == 0


def test_a_cloudy_parcel_with_missing_pixels_is_cloudy():
    assert judge({0: 20, 9: 167}, CloudRule()).flag is CloudFlag.CLOUDY


@pytest.mark.parametrize("counts", [{}, {0: 187}, {4: 0}])
def test_without_a_valid_pixel_there_is_no_data_and_no_share(counts):
    verdict = judge(counts, CloudRule(tolerance_pct=100))
    assert verdict.flag is CloudFlag.NO_DATA
    assert verdict.cloud_fraction is None


def test_a_code_that_is_no_class_counts_as_no_data():
    verdict = judge({4: 180, 255: 7}, CloudRule())
    assert verdict.flag is CloudFlag.PARTLY
    assert verdict.no_data_px == 7


def test_snow_spoils_nothing_unless_the_rule_calls_it_bad():
    assert judge({4: 50, 11: 50}, CloudRule()).flag is CloudFlag.CLEAR
    snowy = judge({4: 50, 11: 50}, rule_called("with_snow"))
    assert (snowy.flag, snowy.cloud_fraction) == (CloudFlag.PARTLY, 0.5)


@pytest.mark.parametrize(("bad_px", "flag"), [(1, CloudFlag.PARTLY), (2, CloudFlag.CLOUDY)])
def test_two_thirds_bad_is_cloudy_exactly(bad_px, flag):
    for times in (1, 7, 10**6 + 1):
        assert judge({4: (3 - bad_px) * times, 9: bad_px * times}, CloudRule()).flag is flag


def test_one_pixel_less_than_two_thirds_bad_is_partly():
    assert judge({4: 10**6 + 1, 9: 2 * 10**6}, CloudRule()).flag is CloudFlag.PARTLY


@given(bad_px=st.integers(0, 1000), pct_tenths=st.integers(0, 1000))
def test_a_share_of_exactly_the_tolerance_is_clear(bad_px, pct_tenths):
    rule = CloudRule(tolerance_pct=pct_tenths / 10)
    is_clear = judge({4: 1000 - bad_px, 9: bad_px}, rule).flag is CloudFlag.CLEAR
    assert is_clear == (Fraction(bad_px, 1000) <= Fraction(pct_tenths, 1000))


def test_what_is_tolerated_is_never_called_cloudy():
    rule = CloudRule(tolerance_pct=100)
    assert judge({9: 100}, rule).flag is CloudFlag.CLEAR
    assert judge({0: 1, 9: 99}, rule).flag is CloudFlag.PARTLY


@given(counts=histograms, rule=rules, good=st.integers(1, 11), bad=st.integers(1, 11))
def test_a_pixel_turning_from_good_to_bad_never_improves_the_flag(counts, rule, good, bad):
    if good in rule.bad_classes or bad not in rule.bad_classes:
        return
    before = {**counts, good: counts.get(good, 0) + 1}
    after = {**counts, bad: counts.get(bad, 0) + 1}
    rank = FROM_CLEAR_TO_CLOUDY.index
    assert rank(judge(after, rule).flag) >= rank(judge(before, rule).flag)


@given(counts=histograms, rule=rules)
def test_a_verdict_accounts_for_every_pixel(counts, rule):
    verdict = judge(counts, rule)
    assert verdict.valid_px + verdict.no_data_px == verdict.total_px == sum(counts.values())
    assert verdict.cloud_fraction is None or 0 <= verdict.cloud_fraction <= 1


def test_a_scene_without_scl_is_not_judged():
    assert NOT_JUDGED.flag is CloudFlag.NO_SCL
    assert NOT_JUDGED.cloud_fraction is None


@pytest.mark.parametrize("codes", [{0}, {0, 8}, {12}, {-1}, {"8"}, {8.0}, {True}, 8])
def test_only_codes_1_to_11_can_be_bad(codes):
    with pytest.raises(RequestError, match="0 is no data already") as refused:
        CloudRule(bad_classes=codes)
    assert refused.value.field == "bad_classes"


@pytest.mark.parametrize(
    "tolerance_pct", [-0.1, 100.1, float("nan"), float("inf"), "5", None, True]
)
def test_a_tolerance_outside_0_to_100_is_refused(tolerance_pct):
    with pytest.raises(RequestError) as refused:
        CloudRule(tolerance_pct=tolerance_pct)
    assert refused.value.field == "tolerance_pct"


@pytest.mark.parametrize("cloudy_from_pct", [0, -1, 100.1, float("nan"), "66"])
def test_a_cloudy_limit_that_calls_everything_or_nothing_cloudy_is_refused(cloudy_from_pct):
    with pytest.raises(RequestError) as refused:
        CloudRule(cloudy_from_pct=cloudy_from_pct)
    assert refused.value.field == "cloudy_from_pct"


def test_rules_of_the_same_content_are_equal_and_hashable():
    assert hash(CloudRule([8, 9])) == hash(CloudRule({9, 8}))
    assert CloudRule([8, 9]) == CloudRule(frozenset({8, 9}))


@given(
    hnp.arrays(
        st.sampled_from([np.dtype(np.uint8), np.dtype(np.uint16)]),
        hnp.array_shapes(min_dims=2, max_dims=2, min_side=0),
    ),
    st.randoms(use_true_random=False),
)
def test_a_histogram_sums_to_the_pixels_of_the_mask(scl, random):
    mask = np.array([random.random() < 0.5 for _ in range(scl.size)], dtype=bool)
    counts = histogram(scl, mask.reshape(scl.shape))
    assert sum(counts.values()) == mask.sum()
    assert sum(histogram(scl).values()) == scl.size


def test_a_histogram_counts_no_data_and_unknown_codes_where_the_mask_is_true():
    scl = np.array([[0, 4, 4], [11, 200, 9]], dtype=np.uint8)
    mask = np.array([[True, True, True], [True, True, False]])
    assert histogram(scl, mask) == {0: 1, 4: 2, 11: 1, 200: 1}


def test_a_mask_of_another_shape_is_an_error_rather_than_broadcast():
    with pytest.raises(ValueError, match="shape"):
        histogram(np.zeros((3, 3), np.uint8), np.ones((1, 3), bool))


def test_the_twelve_classes_stand_at_their_codes_with_a_colour_each():
    assert [row.code for row in SCL_CLASSES] == list(range(12))
    assert all(re.fullmatch("#[0-9a-f]{6}", row.color) for row in SCL_CLASSES)
    assert len({row.name for row in SCL_CLASSES}) == len({row.color for row in SCL_CLASSES}) == 12


def test_the_strict_set_leaves_only_vegetation_soil_and_water():
    assert CLOUD_RULES["strict"].bad_classes == frozenset(range(1, 12)) - {4, 5, 6}


@given(st.sets(st.sampled_from(range(1, 12)), min_size=1), st.sampled_from(["u1", "u2", "i2"]))
def test_a_pixel_is_bad_by_its_class_or_because_it_has_none(bad_classes, dtype):
    codes = np.arange(256 if dtype == "u1" else 300).astype(dtype).reshape(4, -1)
    bad = scl.bad_pixels(codes, CloudRule(frozenset(bad_classes)))
    good = set(range(1, 12)) - bad_classes
    assert bad.shape == codes.shape
    assert set(codes[~bad].tolist()) == good
