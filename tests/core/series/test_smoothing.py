"""Whittaker's smoother: the published formula, and what each value rests on."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from cbm_chips.core.series.curves import Basis
from cbm_chips.core.series.smoothing import FEWEST_DATES, can_smooth, smoothed, whittaker
from tests.core.series.made import CLOUDY, a_point, a_series

pytest.importorskip("scipy")
NUMBERS = some.floats(-1, 1, allow_nan=False)


def by_the_book(values, weights, strength):
    """Eilers 2003: (W + lambda D'D) z = W y, with full matrices."""
    differences = np.diff(np.eye(len(values)), 2, axis=0)
    left = np.diag(weights) + strength * differences.T @ differences
    return np.linalg.solve(left, np.array(weights) * values)


@given(
    values=some.lists(NUMBERS, min_size=4, max_size=40),
    strength=some.sampled_from((1.0, 10.0, 1000.0)),
    seed=some.integers(0, 99),
)
def test_it_is_the_published_formula(values, strength, seed):
    weights = np.random.default_rng(seed).integers(0, 2, len(values)).astype(float)
    weights[[0, -1]] = 1

    curve = whittaker(values, weights.tolist(), strength)

    assert curve == pytest.approx(by_the_book(values, weights, strength), abs=1e-6)


def test_a_straight_line_stays_as_it_is_and_gaps_lie_on_it():
    line = [0.1 + 0.01 * day for day in range(30)]
    weights = [1.0 if day in (0, 5, 9, 22, 29) else 0.0 for day in range(30)]
    observed = [value if weight else 0.0 for value, weight in zip(line, weights)]

    assert whittaker(observed, weights, 1000.0) == pytest.approx(line, abs=1e-6)


def test_a_stronger_curve_is_smoother():
    series = a_series(*(a_point(day, 0.5 + (-1) ** day * 0.2) for day in range(40)))

    def roughness(strength):
        return np.abs(np.diff(smoothed(series, strength).values, 2)).sum()

    assert roughness(10) > roughness(100) > roughness(10_000)


def test_each_value_knows_what_it_rests_on():
    series = a_series(0, a_point(2, 0.1, CLOUDY), 4, 6)

    curve = smoothed(series, 10, first=date(2022, 4, 29), last=date(2022, 5, 8))

    letters = "".join(basis.value[0] for basis in curve.bases)
    assert letters == "eeoiiioioe"
    assert curve.days[0] == date(2022, 4, 29)
    assert curve.days[-1] == date(2022, 5, 8)
    assert len(curve.days) == len(curve.values) == len(curve.bases)
    assert Basis.OBSERVED.value == "observed"


def test_clouds_do_not_pull_it_down():
    clear = a_series(*range(0, 30, 5))
    clouded = a_series(*range(0, 30, 5), a_point(12, 0.0, CLOUDY))

    assert smoothed(clear, 10).values == smoothed(clouded, 10).values


def test_two_values_of_a_day_count_as_their_mean():
    twice = a_series(0, a_point(5, 0.2), a_point(5, 0.8), 10)

    assert smoothed(twice, 10).values == pytest.approx([0.5] * 11)


def test_too_few_dates_give_no_curve():
    assert smoothed(a_series(*range(FEWEST_DATES - 1)), 10) is None


def test_a_years_curve_is_that_of_its_year():
    curve = smoothed(a_series(0, 5, 10, year=2022, origin="others"), 10)

    assert (curve.name, curve.origin, curve.year, curve.strength) == ("NDVI", "others", 2022, 10)


def test_without_scipy_it_says_so(monkeypatch):
    assert can_smooth()
    monkeypatch.setattr("cbm_chips.core.series.smoothing.find_spec", lambda name: None)
    assert not can_smooth()
