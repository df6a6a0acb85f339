"""Statistics of a band or an index over the clear pixels, for tables of parcels and for plots."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from ...rendering.indices import Index, Scale, compute
from .statistics import GroupStatistics, grouped

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[Any]
    Clear = NDArray[np.bool_]
    Starts = NDArray[np.int64]


def statistics_of_band(
    dn: Pixels, scale: Scale, *, starts: Starts, clear: Clear | None
) -> GroupStatistics:
    """Of reflectance.

    Args:
        dn: [n] as in the file, 0 is no data; the first group's pixels, then the second's.
        scale: of the band on this date.
        starts: [groups + 1], where each begins.
        clear: [n]; None where nothing is known of clouds, then all count.
    """
    times, offset = scale
    used = dn != 0
    if clear is not None:
        used &= clear
    if dn.dtype.kind in "iu" and times > 0:
        return grouped(dn, starts, used).scaled(times, offset)
    return grouped(dn * times + offset, starts, used)


def statistics_of_index(
    index: Index,
    dns: Mapping[str, Pixels],
    scales: Mapping[str, Scale],
    *,
    starts: Starts,
    clear: Clear | None,
) -> GroupStatistics:
    """Of an index, computed pixel by pixel; the same arguments for each of its bands."""
    reflectances = {}
    for band in index.bands:
        times, offset = scales[band]
        values = dns[band] * np.float64(times) + offset
        reflectances[band] = np.where(dns[band] == 0, np.nan, values)
    values = compute(index, reflectances)
    used = ~np.isnan(values)
    if clear is not None:
        used &= clear
    return grouped(values, starts, used)
