"""The +1000 offset of baseline 04.00: where metadata contradict themselves, pixels decide.

A file that still holds original DN of baseline 04.00 or later has reflectance 0 at DN 1000, so
next to nothing lies below; a file from which 1000 was taken off already has dark pixels (water,
shadow, short-wave infrared over anything moist) far below it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from ..model import Asset, OffsetState
from ..reasons import Reason
from ..sentinel2.bands import BANDS, DEFAULT_SCALE

if TYPE_CHECKING:
    from numpy.typing import NDArray

DARK_PERCENTILE = 1.0
RAW_ZERO_DN = 1000
CLEARLY_BELOW_DN = 950
"""A raw file's noise reaches a little below 1000, hardly further."""
CLEARLY_RAW_DN = 1300
"""Dark pixels between 1000 and here are reflectance 0 to 0.03: the file is raw."""
FEWEST_PIXELS = 50


def settle(
    assets: Mapping[str, Asset], pixels: Mapping[str, NDArray[np.generic]]
) -> tuple[dict[str, Asset], str]:
    """Decide the offset of one date's assets where the source could not.

    All files of one date come from one production run, so one decision serves them all.

    Args:
        assets: band -> asset; those with `OffsetState.CHECK_PIXELS` carry the offset that holds
            if the file is raw.
        pixels: band -> DN, 0 is no data.

    Returns:
        The assets with their offset settled, and the decision in words.
    """
    open_bands = [
        name for name, asset in assets.items() if asset.offset_state is OffsetState.CHECK_PIXELS
    ]
    if not open_bands:
        return dict(assets), _words_for_known(assets)
    darkest = _darkest(pixels[name] for name in open_bands if name in pixels)
    decision, words = _judge(darkest)
    changes = {name: decision(assets[name]) for name in open_bands}
    return {**assets, **changes}, words


def settle_apart(
    own: Mapping[str, Asset],
    own_pixels: Mapping[str, NDArray[np.generic]],
    other: Mapping[str, Asset],
    other_pixels: Mapping[str, NDArray[np.generic]],
) -> tuple[dict[str, Asset], dict[str, Asset], str, str]:
    """Decide the offsets of one date's assets and of those that fill its gaps, where they differ.

    What is open on both sides stays so unless each side is sure of another decision: then one
    decision serves both, once all pixels are together.

    Returns:
        The assets of both, and the decisions in words; empty where nothing was decided.
    """
    mine, words = settle(own, own_pixels)
    its, its_words = settle(other, other_pixels)
    if _is_open(own) and _is_open(other) and not _are_surely_apart(mine, its):
        return dict(own), dict(other), "", ""
    return mine, its, words if _is_open(own) else "", its_words if _is_open(other) else ""


def _is_open(assets: Mapping[str, Asset]) -> bool:
    return any(one.offset_state is OffsetState.CHECK_PIXELS for one in assets.values())


def _are_surely_apart(mine: Mapping[str, Asset], its: Mapping[str, Asset]) -> bool:
    some = (*mine.values(), *its.values())
    is_sure = all(one.offset_state is OffsetState.KNOWN for one in some)
    return is_sure and len({one.offset for one in some}) > 1


def _judge(darkest: float | None) -> tuple[_OffsetDecision, str]:
    if darkest is None:
        return _uncertain, Reason("offset uncertain: too few pixels to tell")
    if darkest < CLEARLY_BELOW_DN:
        return _shifted, Reason(
            "no offset: dark pixels at DN {darkest:.0f} show a shifted file", darkest=darkest
        )
    if RAW_ZERO_DN - 1 <= darkest <= CLEARLY_RAW_DN:
        return _raw, Reason(
            "offset applied: darkest pixels at DN {darkest:.0f} show original DN", darkest=darkest
        )
    return _uncertain, Reason(
        "offset uncertain: metadata contradict, darkest pixels at DN {darkest:.0f}", darkest=darkest
    )


class _OffsetDecision:
    """What becomes of an open asset."""

    def __init__(self, state: OffsetState, *, keeps_offset: bool) -> None:
        self._state, self._keeps_offset = state, keeps_offset

    def __call__(self, asset: Asset) -> Asset:
        offset = asset.offset if self._keeps_offset else 0.0
        return replace(asset, offset=offset, offset_state=self._state)


_shifted = _OffsetDecision(OffsetState.KNOWN, keeps_offset=False)
_raw = _OffsetDecision(OffsetState.KNOWN, keeps_offset=True)
_uncertain = _OffsetDecision(OffsetState.UNCERTAIN, keeps_offset=True)


def _darkest(bands: Iterable[NDArray[np.generic]]) -> float | None:
    lows = [
        float(np.percentile(valid, DARK_PERCENTILE))
        for valid in (dn[dn != 0] for dn in bands)
        if valid.size >= FEWEST_PIXELS
    ]
    return min(lows, default=None)


def _words_for_known(assets: Mapping[str, Asset]) -> str:
    reflective = [asset for name, asset in assets.items() if BANDS[name].reflective]
    if not reflective:
        return ""
    if any(asset.offset_state is OffsetState.UNCERTAIN for asset in reflective):
        return Reason("offset uncertain")
    offsets = _each(asset.offset for asset in reflective)
    if all(asset.scale == DEFAULT_SCALE for asset in reflective):
        return Reason("offset {offsets} by metadata", offsets=offsets)
    scales = _each(asset.scale for asset in reflective)
    return Reason("scale {scales}, offset {offsets} by metadata", scales=scales, offsets=offsets)


def _each(values: Iterable[float]) -> str:
    first, *others = (Reason("{value:g}", value=value) for value in sorted(set(values)))
    for other in others:
        first = Reason("{first} and {other}", first=first, other=other)
    return first
