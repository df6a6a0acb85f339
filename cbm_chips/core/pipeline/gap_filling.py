"""Pixels without data: filled from other parts, and checked against other bands of the date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..reading.contract import NEAREST, WINDOW, Pixels
from ..reasons import Reason
from ..rendering.composites import by_centres
from ..sentinel2.bands import BANDS
from ..sentinel2.second_opinion import CLOUD_PROBABILITY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..model import Asset

    Values = NDArray[np.generic]

SCL = "SCL"
BESIDE = frozenset({CLOUD_PROBABILITY})
"""Read beside the bands: 0 is data there, and a date is complete without."""
NO_DATA = Reason("no data in the chip")
EMPTY_BAND = Reason("holds no data where the SCL has some")
EMPTY_SCL = Reason("holds no data where the bands have some")
LEAST_OF_SCL = 0.01
"""Of the chip: along the edge of a swath a band and the SCL may differ by a pixel."""
LEAST_OF_BANDS = 0.5
"""Of the chip: the SCL ends where any of the bands does, which are not seen at the same moment."""
TOLD_FROM = 0.1
"""Of the parcel's pixels that the SCL knows: dark water may have lost some below DN 1."""


def is_empty(values: Values) -> bool:
    """True if there is no data at all; fast if the middle pixel has data."""
    rows, columns = values.shape
    return not values[rows // 2, columns // 2] and not np.any(values)


def contradictions(pixels: Mapping[str, Pixels]) -> dict[str, str]:
    """Bands that hold no data at all where other files of the same scene hold some, and why.

    A file of another place, or one that was never filled, looks like that.

    Args:
        pixels: band -> what was read of the chip, all from the same scenes.
    """
    bands = {band: found for band, found in pixels.items() if band not in BESIDE}
    empty = [band for band, found in bands.items() if is_empty(found.values)]
    if not empty or SCL not in pixels:
        return {}
    if SCL not in empty:
        is_known = _share(pixels[SCL].values) >= LEAST_OF_SCL
        return dict.fromkeys(empty, EMPTY_BAND) if is_known else {}
    others = (found for band, found in bands.items() if band not in empty)
    is_seen = any(_share(found.values) >= LEAST_OF_BANDS for found in others)
    return {SCL: EMPTY_SCL} if is_seen else {}


def gap_notes(bands: Mapping[str, Values], scl: Values, parcel: NDArray[np.bool_]) -> Iterator[str]:
    """For people: which bands lack pixels of the parcel that the SCL knows.

    Args:
        bands: band -> [h, w].
        scl: [h, w] at 20 m.
        parcel: likewise, True where a pixel counts.
    """
    for band, values in bands.items():
        if values.all():
            continue
        step = (BANDS[band].chip_resolution_m, BANDS[SCL].chip_resolution_m)
        known = by_centres((scl != 0) & parcel, values.shape, step=step)
        share = np.count_nonzero(known & (values == 0)) / max(int(np.count_nonzero(known)), 1)
        if share >= TOLD_FROM:
            yield Reason(
                "{band}: no data in {share:.0f} % of the pixels where the SCL has some",
                band=band,
                share=100 * share,
            )


def _share(values: Values) -> float:
    return float(np.count_nonzero(values) / values.size)


def may_fill(own: Pixels, other: Pixels) -> bool:
    """Some pixels of `own` are empty that are not in `other`."""
    return bool(((own.values == 0) & (other.values != 0)).any())


def fill_gaps(own: Pixels, own_asset: Asset, other: Pixels, other_asset: Asset) -> Pixels:
    """`own` with its empty pixels (DN 0) taken from `other`, in `own`'s DN convention.

    Returns `own` itself if `other` has nothing to give.
    """
    gaps = (own.values == 0) & (other.values != 0)
    if not gaps.any():
        return own
    values = own.values.copy()
    given = _converted(other.values[gaps], other_asset, own_asset, values.dtype)
    values[gaps] = given
    method = NEAREST if NEAREST in (own.method, other.method) else WINDOW
    return replace(own, values=values, method=method, bytes_read=_sum(own, other))


def _converted(
    given: NDArray[Any], given_asset: Asset, asset: Asset, dtype: np.dtype[Any]
) -> NDArray[Any]:
    """Pixels of one file in the numbers of another; never 0, which would be no data."""
    same_scale = given_asset.scale == asset.scale or not BANDS[asset.band].reflective
    if same_scale and given_asset.offset == asset.offset and given.dtype == dtype:
        return given
    reflectance = given.astype(np.float64) * given_asset.scale + given_asset.offset
    numbers = (reflectance - asset.offset) / asset.scale
    if dtype.kind == "f":
        return np.where(numbers == 0, np.finfo(dtype).tiny, numbers).astype(dtype)
    limits = np.iinfo(dtype)
    rounded = np.rint(numbers)
    return np.clip(np.where(rounded == 0, 1, rounded), limits.min or 1, limits.max).astype(dtype)


def _sum(own: Pixels, other: Pixels) -> int | None:
    if own.bytes_read is None or other.bytes_read is None:
        return None
    return own.bytes_read + other.bytes_read
