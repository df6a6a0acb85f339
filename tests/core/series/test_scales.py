"""Ticks that people read, at any zoom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cbm_chips.core.series.plot.scales import (
    Precision,
    Scale,
    day_number,
    day_of,
    day_ticks,
    days_shown,
    value_ticks,
    values_shown,
)

DAY = day_number(date(2022, 2, 20))


@pytest.mark.parametrize(
    ("low", "high", "most", "numbers"),
    [
        (0.02, 0.93, 5, [0.2, 0.4, 0.6, 0.8]),
        (-0.1, 0.93, 3, [0.0, 0.5]),
        (0.31, 0.36, 4, [0.32, 0.34, 0.36]),
        (-30.0, 2500.0, 3, [0.0, 1000.0, 2000.0]),
    ],
)
def test_values_get_round_numbers(low, high, most, numbers):
    assert [tick.number for tick in value_ticks(low, high, most)] == numbers


def test_decimals_tell_each_number_from_the_next():
    assert {tick.decimals for tick in value_ticks(0.31, 0.36, 4)} == {2}
    assert {tick.decimals for tick in value_ticks(0, 2500, 3)} == {0}


@pytest.mark.parametrize(
    ("days", "most", "count", "precision"),
    [
        (10, 12, 11, Precision.DAY),
        (60, 8, 7, Precision.DAY),
        (200, 8, 7, Precision.MONTH),
        (900, 6, 5, Precision.MONTH),
        (3000, 5, 4, Precision.YEAR),
    ],
)
def test_days_become_months_become_years(days, most, count, precision):
    ticks = day_ticks(DAY, DAY + days, most)

    assert len(ticks) == count
    assert {tick.precision for tick in ticks} == {precision}


@given(
    start=some.integers(-20_000, 40_000),
    length=some.floats(1, 20_000, allow_nan=False),
    most=some.integers(1, 40),
)
def test_never_more_ticks_than_there_is_room_for_by_much_and_all_in_sight(start, length, most):
    ticks = day_ticks(start, start + length, most)

    assert len(ticks) <= 1.5 * most + 2
    assert all(start <= day_number(tick.day) <= start + length for tick in ticks)
    assert list(ticks) == sorted(ticks, key=lambda tick: tick.day)


@given(
    low=some.floats(-2, 2, allow_nan=False),
    length=some.floats(0.01, 30, allow_nan=False),
    most=some.integers(1, 20),
)
def test_ticks_of_values_are_in_sight_and_few(low, length, most):
    ticks = value_ticks(low, low + length, most)

    assert len(ticks) <= 1.2 * most + 1
    assert all(low - 1e-6 <= tick.number <= low + length + 1e-6 for tick in ticks)


@given(number=some.floats(-1e4, 1e4, allow_nan=False))
def test_a_scale_finds_back_what_it_places(number):
    scale = Scale(-10.0, 30.0, 400.0, 20.0)

    assert scale.number(scale.px(number)) == pytest.approx(number, abs=1e-6)


def test_a_single_date_gets_a_week_and_a_flat_series_some_height():
    low, high = days_shown([DAY])

    assert high - low == pytest.approx(7)
    assert day_of(low) < date(2022, 2, 20) < day_of(high)
    assert values_shown([0.3, 0.3])[1] - values_shown([0.3, 0.3])[0] > 0.1


def test_nothing_to_show_has_axes_all_the_same():
    assert values_shown([])[0] < values_shown([])[1]
    assert days_shown([])[0] < days_shown([])[1]


def test_a_day_is_where_its_number_is():
    assert day_of(day_number(date(2022, 2, 20)) + 0.99) == date(2022, 2, 20)
    assert day_of(day_number(date(1969, 12, 30))) == date(1970, 1, 1) - timedelta(days=2)
