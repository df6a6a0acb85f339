"""A season as a calendar of months and weeks."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cbm_chips.core.month_weeks import WEEKS, months_of

days = st.lists(st.dates(date(2015, 6, 23), date(2030, 12, 31)), max_size=40)


def test_days_stand_in_their_week_in_the_order_of_time():
    (june,) = months_of([date(2022, 6, 14), date(2022, 6, 9), date(2022, 6, 30)])
    assert (june.year, june.month) == (2022, 6)
    assert june.weeks == ((), (1, 0), (), (), (2,))
    assert june.rows == 2


def test_months_without_a_day_are_seen_as_gaps():
    months = months_of([date(2021, 11, 30), date(2022, 2, 1)])
    assert [one.month for one in months] == [11, 12, 1, 2]
    assert [one.year for one in months] == [2021, 2021, 2022, 2022]
    assert [one.rows for one in months] == [1, 1, 1, 1]


def test_without_a_day_there_is_no_month():
    assert months_of([]) == ()


@given(days)
def test_every_day_stands_once_in_its_own_month_and_week(given_days):
    placed = [
        (place, one.year, one.month, WEEKS[week])
        for one in months_of(given_days)
        for week, places in enumerate(one.weeks)
        for place in places
    ]
    assert sorted(place for place, *_ in placed) == list(range(len(given_days)))
    for place, year, month, (first, last) in placed:
        day = given_days[place]
        assert (day.year, day.month) == (year, month)
        assert first <= day.day <= last
