"""Reflectance from a file's numbers: the scale and offset stated, checked against the pixels.

Sentinel-2's products hold DN: whole numbers, reflectance x 10 000. Others hold reflectance itself
as floats, or DN with another scale. What is stated is used; what is impossible is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from ..model import Asset, OffsetState
from ..reasons import Reason
from ..sentinel2.bands import BANDS, BASELINE_OFFSET, DEFAULT_SCALE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.generic]
    Scale = tuple[float, float]

WRAPPED_FROM_DN = 64_000
"""16 bits below 0 begin at 65 535. Who takes 1000 off the DN without looking for those below 1000
leaves such numbers; the products themselves reach some 28 000, and 65 535 is their saturated."""
BRIGHTEST = 4.0
"""Reflectance of all but a hundredth of the pixels; clouds reach 1.5, glints are single pixels."""
PER_CENT = 100.0
"""Up to here floats may be DN or per cent alike."""
LIKELY = (-0.5, 2.0)
"""Where the middle of a chip's reflectance lies, whatever it shows."""


class NotReflectance(Exception):
    """The numbers can't be reflectance; the text says why."""


@dataclass(frozen=True)
class CheckedPixels:
    """Pixels and what they mean.

    Attributes:
        values: 0 where there is no data, and where a DN had wrapped below 0.
        asset: its scale and offset hold for `values`.
        wrapped_px: how many had wrapped.
    """

    values: Values
    asset: Asset
    wrapped_px: int = 0


def checked_pixels(asset: Asset, values: Values, stated_by_file: Scale | None) -> CheckedPixels:
    """Check what is stated of a file against its pixels.

    Args:
        asset: with what the source states; its own scale and offset hold for DN.
        values: [h, w], 0 is no data.
        stated_by_file: (scale, offset) of the file itself, for where the source is silent.

    Raises:
        NotReflectance: when the numbers can't be reflectance.
    """
    if not BANDS[asset.band].reflective:
        return CheckedPixels(values, asset)
    stated = asset.stated or stated_by_file
    if stated is not None and asset.stated is None:
        asset = _as_file_says(asset, stated)
    if values.dtype.kind == "f":
        return CheckedPixels(values, _of_floats(asset, values, stated))
    if stated is not None and stated[0] == 1 and stated[1]:
        raise NotReflectance(
            Reason("scale 1 and offset {stated:g} are stated of whole numbers", stated=stated[1])
        )
    if asset.scale != DEFAULT_SCALE:
        _check_likely(asset, values)
        return CheckedPixels(values, asset)
    if values.dtype.itemsize == 1:
        raise NotReflectance(Reason("8 bits hold no DN, and no other scale is stated"))
    return _unwrapped(asset, values)


def _as_file_says(asset: Asset, stated: Scale) -> Asset:
    scale, offset = stated
    if not (0 < scale <= 1 and -1 < offset < 1):
        raise NotReflectance(
            Reason(
                "the file tells of scale {scale:g} and offset {offset:g}",
                scale=scale,
                offset=offset,
            )
        )
    if scale == 1:
        return asset
    is_sure = asset.offset_state is OffsetState.KNOWN
    if scale == DEFAULT_SCALE and is_sure and offset != asset.offset:  # they contradict each other
        return replace(asset, offset=BASELINE_OFFSET, offset_state=OffsetState.CHECK_PIXELS)
    return replace(asset, scale=scale, offset=offset, offset_state=OffsetState.KNOWN)


def _of_floats(asset: Asset, values: NDArray[Any], stated: Scale | None) -> Asset:
    """Floats are reflectance, or DN that were masked: those are thousands of times as large.

    Those in between can be either, unless it is stated.
    """
    valid = values[values != 0]
    if not valid.size:
        return asset
    brightest = float(np.percentile(np.abs(valid), 99))
    if asset.scale != DEFAULT_SCALE:
        _check_likely(asset, values)
        return asset
    scale, offset = stated or (1.0, 0.0)
    if scale == 1:
        if brightest <= BRIGHTEST:
            return replace(asset, scale=1.0, offset=offset, offset_state=OffsetState.KNOWN)
        if not offset and brightest > PER_CENT:
            return asset
    elif brightest > BRIGHTEST:
        return asset
    if stated is None:
        raise NotReflectance(
            Reason("no scale is stated of numbers up to {brightest:g}", brightest=brightest)
        )
    raise NotReflectance(
        Reason(
            "scale {scale:g} and offset {offset:g} are stated of numbers up to {brightest:g}",
            scale=scale,
            offset=offset,
            brightest=brightest,
        )
    )


def _check_likely(asset: Asset, values: NDArray[Any]) -> None:
    valid = values[values != 0]
    if not valid.size:
        return
    middle = float(np.median(valid)) * asset.scale + asset.offset
    if not LIKELY[0] <= middle <= LIKELY[1]:
        raise NotReflectance(
            Reason(
                "scale {scale:g} and offset {offset:g} are stated, which makes reflectance "
                "{middle:.3g} of its pixels",
                scale=asset.scale,
                offset=asset.offset,
                middle=middle,
            )
        )


def _unwrapped(asset: Asset, values: NDArray[Any]) -> CheckedPixels:
    if values.dtype != np.uint16 or not values.size or values.max() < WRAPPED_FROM_DN:
        return CheckedPixels(values, asset)
    wrapped = values >= WRAPPED_FROM_DN
    # what comes from a cache is not to be changed
    return CheckedPixels(
        np.where(wrapped, 0, values).astype(values.dtype), asset, int(wrapped.sum())
    )
