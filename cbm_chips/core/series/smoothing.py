"""Whittaker's smoother on a daily grid, with weights, so that gaps need no filling first.

The values z are those that minimise  sum w (y - z)^2 + lambda * sum (second differences of z)^2:
the first term keeps them near what was observed, the second one makes them smooth. Days without a
clear date have weight 0, so that they count in the second term only.

Source: P. H. C. Eilers, "A perfect smoother", Analytical Chemistry 75 (2003) 3631-3636.
The system is symmetric with two diagonals beside the main one, and is solved by SciPy's banded
solver: 366 days take a millisecond.
"""

from __future__ import annotations

from datetime import date, timedelta
from importlib.util import find_spec
from typing import TYPE_CHECKING

from .curves import Basis, SmoothedCurve
from .plot.scales import day_number, day_of
from .values import SeriesPoint, ValueSeries

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

STRENGTHS = (10.0, 100.0, 1_000.0, 10_000.0)
"""Values of lambda to choose from: a week's wiggles, up to a season's course."""
FEWEST_DATES = 3
"""A line through two dates is no observation of anything between them."""
_SECOND_DIFFERENCES = (1.0, -2.0, 1.0)


def can_smooth() -> bool:
    """There is SciPy; found without importing it."""
    return find_spec("scipy") is not None


def smoothed(
    series: ValueSeries,
    strength: float,
    *,
    first: date | None = None,
    last: date | None = None,
) -> SmoothedCurve | None:
    """The curve of a series.

    Args:
        series: its clear dates count, one each day (their mean where there are several); suspect
            ones, too, as nobody knows that they are wrong.
        strength: lambda, above 0.
        first, last: days that it reaches to; those of the clear dates where they are None.

    Returns:
        None where there are fewer than `FEWEST_DATES` days with a clear date.
    """
    observed = _by_day(series.points)
    if len(observed) < FEWEST_DATES:
        return None
    begin = min(*observed, day_number(first) if first else min(observed))
    end = max(*observed, day_number(last) if last else max(observed))
    count = int(end - begin) + 1
    values, weights = [0.0] * count, [0.0] * count
    for day, mean in observed.items():
        values[int(day - begin)], weights[int(day - begin)] = mean, 1.0
    curve = whittaker(values, weights, strength)
    start = day_of(begin)
    return SmoothedCurve(
        name=series.name,
        origin=series.origin,
        year=series.year,
        days=tuple(start + timedelta(days=number) for number in range(count)),
        values=tuple(curve),
        bases=_bases(weights),
        strength=strength,
    )


def whittaker(values: list[float], weights: list[float], strength: float) -> list[float]:
    """The smooth values, as long as `values`; see the module for the formula.

    Args:
        values: [n], any number where the weight is 0; at least three.
        weights: [n], 0 for what was not observed; above 0 on two at least.
        strength: lambda, above 0.
    """
    import numpy as np
    from scipy.linalg import solveh_banded

    weight = np.array(weights, np.float64)
    banded = strength * _penalty(len(values))
    banded[2] += weight
    solved: list[float] = solveh_banded(banded, weight * np.array(values, np.float64)).tolist()
    return solved


def _penalty(count: int) -> Floats:
    """D'D of second differences, upper diagonals as `solveh_banded` takes them: [3, n]."""
    import numpy as np

    banded = np.zeros((3, count))
    for one, left in enumerate(_SECOND_DIFFERENCES):
        for other in range(one, len(_SECOND_DIFFERENCES)):
            off = other - one
            banded[2 - off, other : other + count - 2] += left * _SECOND_DIFFERENCES[other]
    return banded


def _by_day(points: tuple[SeriesPoint, ...]) -> dict[float, float]:
    """Day -> mean of its clear dates."""
    found: dict[float, list[float]] = {}
    for point in points:
        if point.is_joined and point.mean is not None:
            found.setdefault(float(int(day_number(point.acquired))), []).append(point.mean)
    return {day: sum(means) / len(means) for day, means in found.items()}


def _bases(weights: list[float]) -> tuple[Basis, ...]:
    seen = [number for number, weight in enumerate(weights) if weight]
    return tuple(
        Basis.OBSERVED
        if weight
        else (Basis.INTERPOLATED if seen[0] < number < seen[-1] else Basis.EXTRAPOLATED)
        for number, weight in enumerate(weights)
    )
