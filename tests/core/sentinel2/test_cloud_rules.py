"""Cloud rules by name: one table for the dock, Processing and plain Python."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.errors import RequestError
from cbm_chips.core.sentinel2.cloud_rules import (
    CLOUD_RULES,
    OWN,
    name_of,
    rule_called,
    rule_of_words,
    rule_words,
)
from cbm_chips.core.sentinel2.scl import CloudFlag, CloudRule, judge

tenths = st.integers(0, 1000).map(lambda number: number / 10)
rules = st.builds(
    CloudRule,
    bad_classes=st.frozensets(st.integers(1, 11)),
    tolerance_pct=tenths,
    cloudy_from_pct=st.one_of(
        st.just(CloudRule().cloudy_from_pct), st.integers(1, 1000).map(lambda number: number / 10)
    ),
)


def test_the_first_rule_is_the_one_that_was_always_used():
    assert next(iter(CLOUD_RULES)) == "default"
    assert rule_called("default") == CloudRule()


def test_jrc_s_marker_chain_counts_defective_pixels_and_calls_snow_bad():
    rule = rule_called("jrc_markers")
    assert judge({1: 100}, rule).flag is CloudFlag.CLEAR
    assert judge({11: 100}, rule).flag is CloudFlag.CLOUDY


def test_jrc_s_parcel_viewer_keeps_thin_cirrus_and_calls_snow_bad():
    rule = rule_called("jrc_viewer")
    assert judge({10: 100}, rule).flag is CloudFlag.CLEAR
    assert judge({11: 100}, rule).flag is CloudFlag.CLOUDY


def test_no_two_rules_have_the_same_classes_so_that_classes_tell_the_name():
    assert len({row.bad_classes for row in CLOUD_RULES.values()}) == len(CLOUD_RULES)
    assert {name_of(row.bad_classes) for row in CLOUD_RULES.values()} == set(CLOUD_RULES)
    assert name_of(frozenset({9})) == OWN


def test_every_rule_says_who_judges_so():
    assert all(row.title and row.source for row in CLOUD_RULES.values())


def test_an_unknown_name_is_refused_with_those_that_are_known():
    with pytest.raises(RequestError, match="jrc_markers") as refused:
        rule_called("hls")
    assert refused.value.field == "cloud_rule"


def test_the_words_begin_with_the_name():
    assert rule_words(CloudRule()) == "default: bad 1 3 8 9 10, tolerance 0 %"
    assert rule_words(CloudRule(frozenset(), 5)) == "own: bad none, tolerance 5 %"


@given(rules)
def test_the_rule_can_be_read_from_its_words(rule):
    assert rule_of_words(rule_words(rule)) == rule


def test_words_of_earlier_tables_which_had_no_name_are_read_as_well():
    assert rule_of_words("bad 3 8 9, tolerance 2.5 %") == CloudRule(frozenset({3, 8, 9}), 2.5)


@given(st.text())
def test_other_words_are_no_rule(words):
    assert rule_of_words(words) is None


@pytest.mark.parametrize("words", ["bad 44, tolerance 0 %", "bad 3, tolerance 900 %"])
def test_words_of_a_rule_that_can_t_be_are_none(words):
    assert rule_of_words(words) is None
