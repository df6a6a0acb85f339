"""Statistics of a band or an index over the clear pixels, for tables of parcels and for plots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ...rendering.indices import Index, Scale, compute
from .statistics import GroupStatistics, grouped
from .weighted_statistics import weighted

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[Any]
    Clear = NDArray[np.bool_]
    Starts = NDArray[np.int64]
    Weights = NDArray[np.float64]


def statistics_of_band(
    dn: Pixels,
    scale: Scale,
    *,
    starts: Starts,
    clear: Clear | None,
    weights: Weights | None = None,
) -> GroupStatistics:
    """Of reflectance.

    Args:
        dn: [n] as in the file, 0 is no data; the first group's pixels, then the second's.
        scale: of the band on this date.
        starts: [groups + 1], where each begins.
        clear: [n]; None where nothing is known of clouds, then all count.
        weights: [n]; None where each pixel counts as a whole.
    """
    times, offset = scale
    used = dn != 0
    if clear is not None:
        used &= clear
    if dn.dtype.kind in "iu" and times > 0:
        return _of(dn, starts, used, weights).scaled(times, offset)
    return _of(dn * times + offset, starts, used, weights)


def statistics_of_index(
    index: Index,
    dns: Mapping[str, Pixels],
    scales: Mapping[str, Scale],
    *,
    starts: Starts,
    clear: Clear | None,
    weights: Weights | None = None,
) -> GroupStatistics:
    """Of an index, computed pixel by pixel; the same arguments for each of its bands."""
    reflectances = {}
    for band in index.bands:
        times, offset = scales[band]
        values = dns[band] * np.float64(times) + offset
        reflectances[band] = np.where(dns[band] == 0, np.nan, values)
    computed = compute(index, reflectances)
    used = ~np.isnan(computed)
    if clear is not None:
        used &= clear
    return _of(computed, starts, used, weights)


def _of(values: Pixels, starts: Starts, used: Clear, weights: Weights | None) -> GroupStatistics:
    if weights is None:
        return grouped(values, starts, used)
    return weighted(values, starts, used, weights)
