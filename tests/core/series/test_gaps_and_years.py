"""Where the line is broken, and how years come to lie over each other."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest

from cbm_chips.core.series.gaps import LONGEST_JOINED_DAYS, gaps, pieces
from cbm_chips.core.series.values import PointState
from cbm_chips.core.series.years import shifted, year_by_year
from tests.core.series.made import CLOUDY, PARTLY, a_point, a_series


def test_the_line_joins_neighbouring_clear_dates_and_breaks_over_a_gap():
    points = a_series(0, 5, 10, 10 + LONGEST_JOINED_DAYS + 1, 35).points

    assert pieces(points) == [[0, 1, 2], [3, 4]]
    assert [(one.key, other.key) for one, other in gaps(points)] == [("day-10", "day-31")]


def test_dates_up_to_the_rules_days_apart_are_joined():
    assert pieces(a_series(0, LONGEST_JOINED_DAYS).points) == [[0, 1]]


def test_clouds_are_passed_over_and_never_joined():
    points = a_series(
        0, a_point(5, 0.1, CLOUDY), a_point(8, 0.3, PARTLY), a_point(9, None, CLOUDY), 10
    ).points

    assert pieces(points) == [[0, 4]]


def test_cloudy_dates_do_not_shorten_a_gap():
    points = a_series(0, a_point(10, 0.1, CLOUDY), a_point(20, 0.2, CLOUDY), 30).points

    assert pieces(points) == [[0], [3]]


@pytest.mark.parametrize("state", [PointState.SUSPECT, PointState.NOT_JUDGED])
def test_what_is_only_suspected_stays_in_the_line(state):
    assert pieces(a_series(0, a_point(5, 0.2, state), 10).points) == [[0, 1, 2]]


def test_what_is_doubtful_is_passed_over():
    assert pieces(a_series(0, a_point(5, 0.2, PointState.DOUBTFUL), 10).points) == [[0, 2]]


def test_a_series_of_three_years_becomes_three_that_share_their_days():
    series = a_series(0, 365, 370, 800)

    years = year_by_year([series])

    assert [one.year for one in years] == [2022, 2023, 2024]
    assert [len(one.points) for one in years] == [1, 2, 1]
    assert shifted(years[0].points[0].acquired) == shifted(years[1].points[0].acquired)


def test_the_leap_day_has_a_day_of_its_own():
    leap = datetime(2024, 2, 29, 23, 59, tzinfo=timezone.utc)

    assert (shifted(leap).month, shifted(leap).day) == (2, 29)
