"""Another cloud rule for dates that are there: as if they had been read with it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest

from cbm_chips.core import Place
from cbm_chips.core.cache import ChipCache
from cbm_chips.core.model import Absence, Chip
from cbm_chips.core.pipeline.exclusions import why_not_clear
from cbm_chips.core.pipeline.rejudging import Judge
from cbm_chips.core.pipeline.run import Tools, run
from cbm_chips.core.pipeline.series import Series, State, results_of
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.sample_archive import sample_parcels
from cbm_chips.core.sentinel2.cloud_rules import CLOUD_RULES, rule_called
from cbm_chips.core.sentinel2.scl import CloudFlag, CloudRule, judge
from cbm_chips.core.sources.registry import open_source
from tests.builders import a_request, a_scene
from tests.chips import a_chip, a_failed_chip

SNOWY = {4: 60, 11: 40}
WITH_SNOW = rule_called("with_snow")


def a_date(**told):
    """A date that the default rule calls clear, in a series of its own."""
    series = Series()
    scene = a_scene()
    given = {"histogram": SNOWY, "flag": CloudFlag.CLEAR, "cloud_fraction": 0.0, **told}
    series.take(a_chip(scene=scene, rule=CloudRule(), **given))
    return series


@pytest.fixture(scope="module")
def judged_series(sample_archive, tmp_path_factory):
    """Autumn of a parcel of the sample, read with each rule."""
    parcels = {parcel.id: parcel for parcel in sample_parcels(sample_archive)}
    place = Place.of_parcel(parcels["315141"].outline, label="315141")
    request = replace(a_request(bands=("B04",), start="2022-09-20", end="2022-10-29"), place=place)
    made = {}
    cache = ChipCache(tmp_path_factory.mktemp("cache"))
    with closing(cache), open_source(str(sample_archive)) as source:
        for name in CLOUD_RULES:
            made[name] = Series()
            for event in run(request, source, Tools(RasterReader(), cache, rule_called(name))):
                made[name].take(event)
    return made


@pytest.mark.parametrize("name", CLOUD_RULES)
def test_dates_judged_anew_are_as_if_they_had_been_read_with_that_rule(judged_series, name):
    series = Series(list(judged_series["default"].entries))
    Judge(rule_called(name)).judge_all(series)
    for anew, expected in zip(series.entries, judged_series[name].entries):
        assert (anew.flag, anew.cloud_fraction) == (expected.flag, expected.cloud_fraction)
        assert (anew.chip is None) == (expected.chip is None)
        if anew.chip is not None:
            assert anew.chip.flag is expected.chip.flag
            assert anew.chip.rule == expected.chip.rule
            np.testing.assert_array_equal(anew.chip.bad_pixels, expected.chip.bad_pixels)


def test_rules_differ_on_the_sample(judged_series):
    shares = {
        tuple(date.cloud_fraction for date in series.entries) for series in judged_series.values()
    }
    assert len(shares) > 2


def test_only_dates_whose_rule_is_another_change():
    series = a_date()
    assert Judge(CloudRule()).judge_all(series) == []
    assert Judge(WITH_SNOW).judge_all(series) == [0]
    assert Judge(WITH_SNOW).judge_all(series) == []
    assert (series.entries[0].flag, series.entries[0].cloud_fraction) == (CloudFlag.PARTLY, 0.4)


def test_a_date_without_a_scene_classification_stays_not_judged():
    series = a_date(histogram=None, flag=CloudFlag.NO_SCL, cloud_fraction=None)
    assert Judge(WITH_SNOW).judge_all(series) == []


def test_what_is_written_of_a_failed_date_names_the_new_rule():
    series = Series()
    failed = a_failed_chip(histogram=SNOWY, flag=CloudFlag.CLEAR, rule=CloudRule())
    series.take(failed)
    Judge(WITH_SNOW).judge_all(series)
    (result,) = results_of(series.entries)
    assert (result.rule, result.flag, result.reason) == (WITH_SNOW, CloudFlag.PARTLY, "HTTP 503")


def left_out_as_not_clear(rule):
    series = Series()
    verdict = judge(SNOWY, rule)
    reason = why_not_clear(verdict)
    series.take(
        a_failed_chip(reason, Absence.EXCLUDED, histogram=SNOWY, flag=verdict.flag, rule=rule)
    )
    return series


def test_of_clear_dates_only_one_that_becomes_clear_can_be_read():
    series = left_out_as_not_clear(WITH_SNOW)
    Judge(CloudRule(), clear_only=True).judge_all(series)
    entry = series.entries[0]
    assert (entry.state, entry.flag, entry.is_retryable) == (State.STOPPED, CloudFlag.CLEAR, True)


def test_and_is_left_out_again_when_it_is_clear_no_more():
    series = left_out_as_not_clear(WITH_SNOW)
    before = series.entries[0]
    Judge(CloudRule(), clear_only=True).judge_all(series)
    Judge(WITH_SNOW, clear_only=True).judge_all(series)
    assert (series.entries[0].state, series.entries[0].reason) == (before.state, before.reason)


def test_a_date_that_is_left_out_for_another_reason_stays_left_out():
    series = Series()
    less = a_failed_chip(
        "less clear", Absence.EXCLUDED, histogram={4: 9, 9: 1}, flag=CloudFlag.PARTLY
    )
    series.take(less)
    Judge(CloudRule(tolerance_pct=50)).judge_all(series)
    assert series.entries[0].state is State.EXCLUDED


def test_a_chip_that_is_there_stays_although_it_is_clear_no_more():
    series = a_date()
    Judge(WITH_SNOW, clear_only=True).judge_all(series)
    assert series.entries[0].state is State.CHIP
    assert isinstance(series.entries[0].chip, Chip)
