"""Statistics of many groups of pixels at once, and the cloud flags of many parcels at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Union

import numpy as np

from ...array_lists import as_list
from ...sentinel2.scl import SCL_CLASSES, CloudFlag, CloudRule

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Counts = NDArray[np.int64]

STATISTICS = ("count", "mean", "std", "min", "max", "p25", "p50", "p75")
"""Those of the CbM service's time series."""
QUANTILES = (0.25, 0.5, 0.75)
AT_ONCE = 32_000
"""Values, which stay in a processor's own cache meanwhile: a quarter faster."""
MOST_EXACT = 1 << 16
"""Values of 16 bits whose squares add up within 64 bits, times their count."""
CODES = len(SCL_CLASSES) + 1
"""The classes, and all other codes as one."""


@dataclass(frozen=True, eq=False)
class GroupStatistics:
    """Of each group; nan where it holds nothing.

    Attributes:
        count: of values, or the sum of their weights.
        std: of the population, as numpy's and rasterstats'.
        p25, p50, p75: interpolated linearly, likewise.
    """

    count: Union[Counts, Floats]
    mean: Floats
    std: Floats
    min: Floats
    max: Floats
    p25: Floats
    p50: Floats
    p75: Floats

    def scaled(self, scale: float, offset: float) -> GroupStatistics:
        """Of `value * scale + offset`; `scale` is positive."""
        moved = {
            name: values * scale + offset
            for name, values in vars(self).items()
            if name not in ("count", "std")
        }
        return GroupStatistics(count=self.count, std=self.std * scale, **moved)


def grouped(
    values: NDArray[np.generic], starts: Counts, used: NDArray[np.bool_]
) -> GroupStatistics:
    """Statistics of the used values of each group.

    Args:
        values: [n], the first group's values, then the second's, and so on.
        starts: [groups + 1], where each begins.
        used: [n].
    """
    result = GroupStatistics(
        np.zeros(len(starts) - 1, np.int64),
        *(np.full(len(starts) - 1, np.nan) for _ in STATISTICS[1:]),
    )
    for some in _parts(starts):
        begin, end = starts[some.start], starts[some.stop]
        _fill(
            result,
            some,
            values[begin:end],
            starts[some.start : some.stop + 1] - begin,
            used[begin:end],
        )
    return result


def _parts(starts: Counts) -> Iterator[slice]:
    """The groups in parts of about `AT_ONCE` values."""
    edges = np.searchsorted(starts, np.arange(0, starts[-1] + 1, AT_ONCE))
    edges = np.unique(np.append(edges, len(starts) - 1))
    yield from map(slice, as_list(edges[:-1]), as_list(edges[1:]))


def _fill(
    result: GroupStatistics,
    part: slice,
    values: NDArray[np.generic],
    starts: Counts,
    used: NDArray[np.bool_],
) -> None:
    """Set the statistics of a part of the groups; arguments see `grouped`."""
    places = np.flatnonzero(used)
    begin = np.searchsorted(places, starts)
    count = np.diff(begin)
    result.count[part] = count
    some = np.flatnonzero(count)
    if not len(some):
        return
    kept, begin, count = values.take(places), begin[:-1][some], count[some]
    groups = some + part.start
    result.mean[groups], result.std[groups] = _mean_and_std(kept, begin, count)
    _sort_each(kept, begin, count)
    result.min[groups] = kept[begin]
    result.max[groups] = kept[begin + count - 1]
    for name, share in zip(("p25", "p50", "p75"), QUANTILES):
        getattr(result, name)[groups] = _quantile(kept, begin, count, share)


def _mean_and_std(
    values: NDArray[np.generic], begin: Counts, count: Counts
) -> tuple[Floats, Floats]:
    if values.dtype == np.uint16 and count.max() <= MOST_EXACT:
        return _exact_mean_and_std(values, begin, count)
    exact = values.astype(np.int64 if values.dtype.kind in "iu" else np.float64)
    mean = np.add.reduceat(exact, begin) / count
    off = exact - np.repeat(mean, count)
    return mean, np.sqrt(np.add.reduceat(np.square(off), begin) / count)


def _exact_mean_and_std(
    values: NDArray[np.generic], begin: Counts, count: Counts
) -> tuple[Floats, Floats]:
    """By whole numbers: n sum(x^2) - sum(x)^2 fits into 64 bits."""
    total = np.add.reduceat(values, begin, dtype=np.uint64)
    squares = np.add.reduceat(np.square(values.astype(np.uint32)), begin, dtype=np.uint64)
    spread = squares * count.astype(np.uint64) - np.square(total)
    return total / count, np.sqrt(spread) / count


def _sort_each(values: NDArray[np.generic], begin: Counts, count: Counts) -> None:
    """Sort each group in its place; groups are small, and numpy sorts 16 bits by their digits."""
    is_short = values.dtype.itemsize <= 2
    for start, stop in zip(as_list(begin), as_list(begin + count)):
        values[start:stop].sort(kind="stable" if is_short else "quicksort")


def _quantile(values: NDArray[np.generic], begin: Counts, count: Counts, share: float) -> Floats:
    at = (count - 1) * share
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, count - 1)
    lower, upper = (values[begin + place].astype(np.float64) for place in (low, high))
    between: Floats = lower + (upper - lower) * (at - low)
    return between


@dataclass(frozen=True, eq=False)
class ParcelVerdicts:
    """What the SCL says of each parcel; see `scl.Verdict`.

    Attributes:
        flag: object[n], the values of `CloudFlag`.
        cloud_fraction: nan without a valid pixel.
        histogram: int64[n, CODES].
    """

    flag: NDArray[np.object_]
    cloud_fraction: Floats
    valid_px: Counts
    total_px: Counts
    histogram: Counts


def verdicts(
    scl: NDArray[np.generic], of: NDArray[np.intp], *, parcels: int, rule: CloudRule
) -> ParcelVerdicts:
    """As `scl.judge`, for many parcels.

    Args:
        scl: [n] of class codes.
        of: [n], the parcel of each pixel.
        parcels: how many there are.
        rule: see `CloudRule`.
    """
    codes = np.minimum(scl, CODES - 1).astype(np.int64)
    histogram = np.bincount(of * CODES + codes, minlength=parcels * CODES)
    counts = histogram.reshape(parcels, CODES)
    valid = counts[:, 1 : CODES - 1].sum(axis=1)
    bad = counts[:, sorted(rule.bad_classes)].sum(axis=1)
    total = counts.sum(axis=1)
    with np.errstate(invalid="ignore", divide="ignore"):
        fraction = np.where(valid > 0, bad / valid, np.nan)
    flag = np.full(parcels, CloudFlag.PARTLY.value, object)
    flag[_at_least(bad, valid, rule.cloudy_from_pct)] = CloudFlag.CLOUDY.value
    tolerated = ~_more_than(bad, valid, rule.tolerance_pct)
    flag[tolerated] = CloudFlag.PARTLY.value
    flag[tolerated & (valid == total)] = CloudFlag.CLEAR.value
    flag[valid == 0] = CloudFlag.NO_DATA.value
    return ParcelVerdicts(flag, fraction, valid, total, counts)


def _at_least(part: Counts, whole: Counts, percentage: float) -> NDArray[np.bool_]:
    exact = Fraction(percentage).limit_denominator(1_000_000)
    reached: NDArray[np.bool_] = 100 * part * exact.denominator >= whole * exact.numerator
    return reached


def _more_than(part: Counts, whole: Counts, percentage: float) -> NDArray[np.bool_]:
    exact = Fraction(percentage).limit_denominator(1_000_000)
    more: NDArray[np.bool_] = 100 * part * exact.denominator > whole * exact.numerator
    return more
