"""The dates of a run while news of them come."""

from __future__ import annotations

from datetime import date

import pytest

from cbm_chips.core.model import Absence, Provenance
from cbm_chips.core.pipeline.date_lists import (
    FILTERS,
    ORDERS,
    counted,
    first_row_within,
    nearest_row,
)
from cbm_chips.core.pipeline.events import WAITING, Flagged, Found
from cbm_chips.core.pipeline.series import Counts, Series, State, results_of
from cbm_chips.core.scenes.acquisitions import Dropped
from cbm_chips.core.sentinel2.scl import CloudFlag, CloudRule, judge
from tests.builders import a_grid, a_scene
from tests.chips import a_chip, a_failed_chip

EARLY = a_scene("early", "2020-03-05T10:36:34")
LATE = a_scene("late", "2020-03-10T10:36:34")
TWIN = a_scene("twin", "2020-03-05T10:36:34")


def found(*scenes, dropped=()):
    return Found(a_grid(), tuple(scenes), (), tuple(dropped), ())


def a_series(*scenes, dropped=()):
    series = Series()
    series.take(found(*scenes, dropped=dropped))
    return series


def flagged(scene, cloudy=0, clear=10):
    histogram = {4: clear, 9: cloudy}
    return Flagged(scene, judge(histogram, CloudRule()), histogram)


def names(series):
    return [entry.scene.id for entry in series.entries]


def test_placeholders_stand_in_time_order_duplicates_among_them() -> None:
    series = a_series(LATE, EARLY, dropped=[Dropped(TWIN, "same pass as early", "early")])
    assert names(series) == ["early", "twin", "late"]
    states = [entry.state for entry in series.entries]
    assert states == [State.WAITING, State.DUPLICATE, State.WAITING]
    assert series.entries[1].reason == "same pass as early"


def test_a_date_is_flagged_before_its_chip_comes() -> None:
    series = a_series(EARLY, LATE)
    assert series.take(flagged(LATE, cloudy=30)) == 1
    entry = series.entries[1]
    assert (entry.state, entry.flag, entry.cloud_fraction) == (
        State.FLAGGED,
        CloudFlag.CLOUDY,
        0.75,
    )
    assert series.take(a_chip(scene=LATE)) == 1
    assert series.entries[1].state is State.CHIP
    assert series.entries[0].state is State.WAITING


def test_a_chip_read_from_another_processing_fills_the_planned_date() -> None:
    series = a_series(EARLY, LATE)
    other = a_scene("late, older baseline", "2020-03-10T10:36:34")
    assert series.take(a_chip(scene=other, provenance=Provenance(planned="late"))) == 1
    assert series.entries[1].scene is LATE
    assert series.entries[1].chip.scene is other


def test_a_duplicate_of_the_same_name_is_not_taken_for_the_date_that_was_read() -> None:
    twin = a_scene("early", "2020-03-05T10:36:34", collection="another")
    series = a_series(EARLY, dropped=[Dropped(twin, "of another collection")])
    for event in (flagged(EARLY), a_chip(scene=EARLY, provenance=Provenance(planned="early"))):
        series.take(event)
    assert {(e.scene.collection, e.state) for e in series.entries} == {
        (EARLY.collection, State.CHIP),
        ("another", State.DUPLICATE),
    }


def test_an_unusable_entry_gets_a_row_of_its_own_and_counts_as_no_date() -> None:
    series = a_series(EARLY)
    assert series.take(a_failed_chip("only JP2", Absence.UNUSABLE, scene=LATE)) == 1
    assert series.entries[1].state is State.UNUSABLE
    assert series.counts() == Counts(dates=1)


def test_an_unusable_entry_that_bears_a_dates_name_leaves_the_date_alone() -> None:
    series = a_series(EARLY)
    other = a_scene("early", "2020-03-05T10:36:34", collection="another")
    series.take(a_failed_chip("only JP2", Absence.UNUSABLE, scene=other))
    assert [entry.state for entry in series.entries] == [State.WAITING, State.UNUSABLE]


def test_a_heartbeat_changes_nothing() -> None:
    series = a_series(EARLY)
    assert series.take(WAITING) is None
    assert series.row_of(WAITING) is None
    assert names(series) == ["early"]


@pytest.mark.parametrize(
    ("absence", "state", "retryable"),
    [
        (Absence.FAILED, State.FAILED, True),
        (Absence.EXCLUDED, State.EXCLUDED, False),
        (Absence.UNUSABLE, State.UNUSABLE, False),
    ],
)
def test_a_date_without_a_chip_keeps_its_reason_and_its_flag(absence, state, retryable) -> None:
    series = a_series(EARLY)
    failed = a_failed_chip("HTTP 503", absence, scene=EARLY, flag=CloudFlag.CLEAR)
    series.take(failed)
    (entry,) = series.entries
    assert (entry.state, entry.reason, entry.flag) == (state, "HTTP 503", CloudFlag.CLEAR)
    assert entry.is_retryable is retryable


def test_a_retry_that_succeeds_clears_the_reason_and_one_that_fails_the_chip() -> None:
    series = a_series(EARLY)
    series.take(a_failed_chip(scene=EARLY))
    series.take(a_chip(scene=EARLY))
    assert (series.entries[0].reason, series.entries[0].is_retryable) == ("", False)
    series.take(a_failed_chip(scene=EARLY))
    assert series.entries[0].chip is None


def test_a_chip_that_misses_a_band_can_be_retried() -> None:
    series = a_series(EARLY)
    series.take(a_chip(scene=EARLY, failures={"B11": "time-out"}))
    assert series.entries[0].is_retryable


def test_what_a_stopped_run_did_not_read_says_so_until_it_is_read_on() -> None:
    third = a_scene("third", "2020-03-15T10:36:34")
    series = a_series(EARLY, LATE, third)
    series.take(a_chip(scene=EARLY))
    series.take(flagged(LATE))
    assert series.stop() == [1, 2]
    assert [entry.state for entry in series.entries] == [State.CHIP, State.STOPPED, State.STOPPED]
    counts = series.counts()
    assert (counts.dates, counts.done, counts.stopped, counts.failed) == (3, 1, 2, 0)
    assert [entry.is_retryable for entry in series.entries] == [False, True, True]
    assert counted(series.entries)["failed"] == 0

    assert series.resume({"late", "early"}) == [1]
    assert [entry.state for entry in series.entries] == [State.CHIP, State.FLAGGED, State.STOPPED]
    series.take(a_chip(scene=LATE))
    assert series.counts().stopped == 1


def test_counts_are_those_of_the_progress_line() -> None:
    third = a_scene("third", "2020-03-15T10:36:34")
    series = a_series(EARLY, LATE, third, dropped=[Dropped(TWIN, "same pass")])
    known = Provenance(readers={"B04": "windows", "SCL": "cache"}, bytes_read=1000)
    cached = Provenance(readers={"B04": "cache", "SCL": "cache"})
    clear = {"flag": CloudFlag.CLEAR, "cloud_fraction": 0.0}
    series.take(a_chip(scene=EARLY, provenance=known, **clear))
    series.take(a_chip(scene=LATE, provenance=cached, flag=CloudFlag.CLOUDY))
    assert series.counts() == Counts(
        dates=3, done=2, clear=1, cloudy=1, failed=0, from_cache=1, bytes_read=1000
    )
    series.take(a_failed_chip(scene=third))
    assert (series.counts().done, series.counts().failed) == (3, 1)


def test_a_date_that_lacks_a_band_is_judged_and_counts_as_failed_in_line_and_filter_alike() -> None:
    series = a_series(EARLY, LATE)
    lost = {"B08": "404, file missing", "B04": "404, file missing", "B03": "no answer"}
    clear = {"flag": CloudFlag.CLEAR, "cloud_fraction": 0.0}
    series.take(a_chip(scene=EARLY, failures=lost, **clear))
    series.take(a_chip(scene=LATE, **clear))
    partial, whole = series.entries
    assert partial.reason == "B03: no answer; B04, B08: 404, file missing"
    assert (partial.is_retryable, whole.is_retryable) == (True, False)
    assert (series.counts().clear, series.counts().failed) == (2, 1)
    assert counted(series.entries)["failed"] == 1


def test_an_amount_is_told_as_soon_as_one_reader_knows_it() -> None:
    series = a_series(EARLY, LATE)
    series.take(a_chip(scene=EARLY))
    assert series.counts().bytes_read == 0
    series.take(a_chip(scene=LATE, provenance=Provenance(planned="late", bytes_read=1_800_000)))
    assert series.counts().bytes_read == 1_800_000


def test_filters_say_how_many_they_leave() -> None:
    series = a_series(EARLY, LATE, dropped=[Dropped(TWIN, "same pass")])
    series.take(flagged(EARLY))
    series.take(a_failed_chip(scene=LATE))
    assert counted(series.entries) == {
        "all": 3,
        "clear": 1,
        "doubtful": 0,
        "partly": 0,
        "cloudy": 0,
        "failed": 1,
        "left out": 1,
    }
    assert set(counted([])) == set(FILTERS)


def test_orders_put_the_unknown_last_when_the_clearest_come_first() -> None:
    third = a_scene("third", "2020-03-15T10:36:34")
    series = a_series(EARLY, LATE, third)
    series.take(flagged(EARLY, cloudy=5))
    series.take(flagged(third, cloudy=1))
    sequence = {name: sorted(series.entries, key=key) for name, key in ORDERS.items()}
    ids = {name: [entry.scene.id for entry in row] for name, row in sequence.items()}
    assert ids == {
        "oldest first": ["early", "late", "third"],
        "newest first": ["third", "late", "early"],
        "clearest first": ["third", "early", "late"],
    }


def test_for_outputs_every_date_counts_once_with_its_reason() -> None:
    third, fourth = (a_scene(str(day), f"2020-03-{day}T10:36:34") for day in (15, 20))
    series = a_series(EARLY, LATE, third, fourth, dropped=[Dropped(TWIN, "same pass")])
    chip = a_chip(scene=EARLY)
    series.take(chip)
    series.take(a_failed_chip("97 % cloud", Absence.EXCLUDED, scene=LATE))
    series.take(flagged(third, cloudy=5))
    first, *others = results_of(series.entries)
    assert first is chip
    assert [(one.scene, one.reason, one.absence) for one in others] == [
        (LATE, "97 % cloud", Absence.EXCLUDED),
        (third, "not read yet", Absence.FAILED),
        (fourth, "not read yet", Absence.FAILED),
    ]
    assert others[1].cloud_fraction == pytest.approx(1 / 3)


class TestTheNearestDate:
    def test_is_that_next_in_time_before_or_after(self) -> None:
        entries = a_series(EARLY, LATE).entries
        assert nearest_row(entries, a_scene("x", "2020-03-06T12:00:00").acquired) == 0
        assert nearest_row(entries, a_scene("x", "2020-03-09T12:00:00").acquired) == 1

    def test_of_two_of_one_moment_is_the_one_that_is_used(self) -> None:
        entries = a_series(TWIN, dropped=[Dropped(EARLY, "same pass as twin", "twin")]).entries
        row = nearest_row(entries, LATE.acquired)
        assert entries[row].scene == TWIN

    def test_is_none_where_nothing_is_wanted_or_there(self) -> None:
        assert nearest_row([], LATE.acquired) is None
        assert nearest_row(a_series(LATE).entries, None) is None


class TestTheFirstDateOfAWindow:
    def test_is_its_first_clear_one_else_the_last_clear_one_before(self) -> None:
        days = ("2020-03-01", "2020-03-11", "2020-03-21", "2020-04-10")
        scenes = [a_scene(day, f"{day}T10:36:34") for day in days]
        for clear, row in (((0, 2, 3), 2), ((0, 1, 3), 1), ((0, 3), 0), ((3,), 2), ((), 2)):
            series = a_series(*scenes)
            for at in clear:
                series.take(a_chip(scene=scenes[at], flag=CloudFlag.CLEAR))
            found = first_row_within(series.entries, date(2020, 3, 15), date(2020, 4, 1))
            assert found == row

    def test_is_the_nearest_where_the_window_has_none(self) -> None:
        entries = a_series(EARLY, LATE).entries
        assert first_row_within(entries, date(2020, 1, 1), date(2020, 1, 31)) == 0
        assert first_row_within([], date(2020, 1, 1), date(2020, 1, 31)) is None
