"""Statistics of many groups of pixels that count by shares, as exactextract defines them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from .statistics import QUANTILES, STATISTICS, GroupStatistics

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]


def weighted(
    values: NDArray[np.generic],
    starts: Counts,
    used: NDArray[np.bool_],
    weights: Floats,
) -> GroupStatistics:
    """Statistics of the used values of each group; `count` is the sum of their weights.

    Args:
        values: [n], the first group's values, then the second's, and so on.
        starts: [groups + 1], where each begins.
        used: [n].
        weights: [n], above 0.
    """
    places = np.flatnonzero(used)
    bounds = np.searchsorted(places, starts)
    count = np.diff(bounds)
    some = np.flatnonzero(count)
    groups = len(starts) - 1
    result = GroupStatistics(np.zeros(groups), *(np.full(groups, np.nan) for _ in STATISTICS[1:]))
    if not len(some):
        return result
    kept, shares = values.take(places).astype(np.float64), weights.take(places)
    begin, count = bounds[:-1][some], count[some]
    of = np.repeat(np.arange(len(some)), count)
    order = np.lexsort((shares, kept, of))
    kept, shares = kept[order], shares[order]
    total = np.add.reduceat(shares, begin)
    mean = np.add.reduceat(kept * shares, begin) / total
    spread = np.add.reduceat(np.square(kept - mean[of]) * shares, begin) / total
    result.count[some], result.mean[some], result.std[some] = total, mean, np.sqrt(spread)
    result.min[some], result.max[some] = kept[begin], kept[begin + count - 1]
    ranks = _ranks(shares, begin, count, of)
    for name, share in zip(("p25", "p50", "p75"), QUANTILES):
        sought = (count - 1) * total * share
        getattr(result, name)[some] = _at(kept, ranks, sought, begin, count)
    return result


def _ranks(shares: Floats, begin: Counts, count: Counts, of: NDArray[np.intp]) -> Floats:
    """Where each value stands between 0 and (count - 1) * total of its group.

    The values are sorted; that of number i stands at i * weight + (count - 1) * weights before,
    which for equal weights is the usual linear interpolation.
    """
    number = np.arange(len(shares)) - begin[of]
    sums = np.cumsum(shares) - shares
    before = sums - sums[begin][of]
    ranks: Floats = number * shares + (count[of] - 1) * before
    return ranks


def _at(values: Floats, ranks: Floats, sought: Floats, begin: Counts, count: Counts) -> Floats:
    below = np.add.reduceat(ranks <= np.repeat(sought, count), begin, dtype=np.int64)
    left = begin + np.maximum(below, 1) - 1
    right = np.minimum(left + 1, begin + count - 1)
    width = np.where(ranks[right] > ranks[left], ranks[right] - ranks[left], 1.0)
    part = np.clip((sought - ranks[left]) / width, 0.0, 1.0)
    found: Floats = values[left] + (values[right] - values[left]) * part
    return found
