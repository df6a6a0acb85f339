"""The dates of a run as series: states, reasons, dips."""

from __future__ import annotations

import pytest

from cbm_chips.core.pipeline.series import Entry, State
from cbm_chips.core.sentinel2.scl import CloudFlag
from cbm_chips.core.series.making.chip_values import PointNumbers
from cbm_chips.core.series.making.from_run import series_of_run
from cbm_chips.core.series.values import PointState
from tests.builders import a_scene
from tests.chips import a_chip

CHIP = a_chip(("B08", "B04"))


def an_entry(day=1, flag=CloudFlag.CLEAR, state=State.CHIP, **others):
    scene = a_scene(f"scene-{day}", f"2022-05-{day:02}T10:36:34")
    chip = {"chip": CHIP} if state is State.CHIP else {}
    return Entry(scene, state, flag, **{**chip, **others})


def numbers(mean, **of_others):
    return {"NDVI": PointNumbers(mean, mean, mean, 90), **of_others}


def points_of(entries, means, names=("NDVI",)):
    found = {f"scene-{day}": numbers(mean) for day, mean in means.items()}
    return series_of_run(entries, found, names)[0].points


@pytest.mark.parametrize(
    ("flag", "state"),
    [
        (CloudFlag.CLEAR, PointState.CLEAR),
        (CloudFlag.PARTLY, PointState.PARTLY),
        (CloudFlag.CLOUDY, PointState.CLOUDY),
        (CloudFlag.NO_SCL, PointState.NOT_JUDGED),
    ],
)
def test_a_date_with_a_value_has_the_state_of_its_flag(flag, state):
    (point,) = points_of([an_entry(flag=flag)], {1: 0.4})

    assert (point.state, point.mean, point.key) == (state, 0.4, "scene-1")


@pytest.mark.parametrize(
    ("entry", "state", "reason"),
    [
        (an_entry(state=State.WAITING, flag=None), PointState.NOT_READ, ""),
        (an_entry(state=State.FLAGGED), PointState.NOT_READ, ""),
        (an_entry(state=State.FLAGGED, flag=CloudFlag.CLOUDY), PointState.CLOUDY, ""),
        (an_entry(state=State.FAILED, reason="HTTP 503"), PointState.NOT_READ, "HTTP 503"),
        (an_entry(state=State.STOPPED, flag=None), PointState.NOT_READ, ""),
        (
            an_entry(state=State.EXCLUDED, flag=CloudFlag.CLOUDY, reason="cloudy"),
            PointState.CLOUDY,
            "cloudy",
        ),
    ],
)
def test_a_date_without_a_chip_has_no_value_and_says_why(entry, state, reason):
    (point,) = points_of([entry], {})

    assert (point.mean, point.state, point.reason) == (None, state, reason)


def test_a_date_without_a_clear_pixel_has_no_value():
    found = {"scene-1": {"NDVI": PointNumbers(None, None, None, 0)}}

    ((point,),) = (
        one.points for one in series_of_run([an_entry(flag=CloudFlag.CLOUDY)], found, ["NDVI"])
    )

    assert (point.mean, point.state) == (None, PointState.CLOUDY)
    assert "no clear pixel" in point.reason


def test_a_value_that_is_being_computed_is_awaited_and_one_that_can_not_be_says_why():
    ndvi, evi = series_of_run([an_entry()], {}, ["NDVI", "EVI"])

    assert (ndvi.points[0].state, ndvi.points[0].reason) == (PointState.NOT_READ, "")
    assert evi.points[0].reason == "what EVI is computed of was not read"


def test_dates_come_by_time_and_those_that_are_none_are_left_out():
    entries = [
        an_entry(9),
        an_entry(3),
        an_entry(5, state=State.DUPLICATE, flag=None),
        an_entry(6, state=State.UNUSABLE, flag=None),
    ]

    assert [point.key for point in points_of(entries, {3: 0.1, 9: 0.2})] == ["scene-3", "scene-9"]


class TestADip:
    def test_is_marked_with_its_reason_and_stays(self):
        means = {1: 0.7, 6: 0.4, 11: 0.72}
        points = points_of([an_entry(day) for day in means], means)

        assert [point.mean for point in points] == [0.7, 0.4, 0.72]
        assert [point.state for point in points] == [
            PointState.CLEAR,
            PointState.SUSPECT,
            PointState.CLEAR,
        ]
        assert "NDVI is more than 0.2 lower" in points[1].reason

    @pytest.mark.parametrize(
        "means",
        [
            {1: 0.7, 6: 0.5, 11: 0.72},
            {1: 0.7, 6: 0.4, 11: 0.42, 16: 0.7},
            {1: 0.4, 6: 0.7, 11: 0.72},
            {1: 0.7, 6: 0.72, 11: 0.4},
        ],
        ids=["too small", "two dates", "the first", "the last"],
    )
    def test_is_nothing_less(self, means):
        points = points_of([an_entry(day) for day in means], means)

        assert {point.state for point in points} == {PointState.CLEAR}

    def test_on_a_partly_clouded_date_leaves_it_partly_clouded(self):
        means = {1: 0.7, 6: 0.4, 11: 0.72}
        flags = {6: CloudFlag.PARTLY}
        entries = [an_entry(day, flags.get(day, CloudFlag.CLEAR)) for day in means]

        point = points_of(entries, means)[1]

        assert point.state is PointState.PARTLY
        assert "NDVI is more than 0.2 lower" in point.reason

    def test_counts_the_dates_that_a_table_of_parcels_counts(self):
        from cbm_chips.core.parcels.numbers import suspects as of_tables
        from cbm_chips.core.series import suspects as of_plots
        from cbm_chips.core.series.making.from_run import STATES

        flags = {STATES[flag] for flag in of_tables.COUNTED}
        assert flags | {PointState.DOUBTFUL} == of_plots.COUNTED  # its flag is clear
        assert of_tables.USUAL == of_plots.USUAL

    def test_is_seen_between_dates_that_are_not_cloudy(self):
        means = {1: 0.7, 3: 0.1, 6: 0.4, 8: 0.2, 11: 0.72}
        flags = dict.fromkeys((3, 8), CloudFlag.CLOUDY)
        entries = [an_entry(day, flags.get(day, CloudFlag.CLEAR)) for day in means]

        points = points_of(entries, means)

        assert [point.key for point in points if point.state is PointState.SUSPECT] == ["scene-6"]

    def test_is_told_by_ndvi_in_every_series(self):
        means = {1: 0.7, 6: 0.4, 11: 0.72}
        found = {
            f"scene-{day}": numbers(mean, B08=PointNumbers(0.3, 0.3, 0.3, 9))
            for day, mean in means.items()
        }

        (band,) = series_of_run([an_entry(day) for day in means], found, ["B08"])

        assert band.points[1].state is PointState.SUSPECT
        assert band.points[1].mean == 0.3
