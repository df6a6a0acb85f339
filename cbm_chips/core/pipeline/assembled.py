"""What was read of one date: its bands, and which are missing or empty, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from ..model import Asset, Scene
from ..reading.contract import Pixels
from ..reasons import Reason, joined
from .gap_filling import BESIDE, NO_DATA, is_empty

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class Assembled:
    """What could be read of one date.

    Attributes:
        chosen: the scene that was planned.
        scene: the scene that gave the pixels; a fallback where files of `chosen` can't be read.
        pixels: band -> window; DN of parts are brought to `assets[band]`'s offset.
        assets: band -> the asset whose scale and offset hold for `pixels[band]`.
        failures: band -> why it is missing.
        scenes: ids of all scenes that gave pixels.
        is_complete: nothing more comes; else only the band that was wanted first is there.
        notes: what is odd about the pixels, for people.
    """

    chosen: Scene
    scene: Scene
    pixels: Mapping[str, Pixels] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    scenes: tuple[str, ...] = ()
    is_complete: bool = True
    notes: tuple[str, ...] = ()

    def values(self, band: str) -> NDArray[np.generic] | None:
        """DN of a band, None if it is missing."""
        return self.pixels[band].values if band in self.pixels else None


@dataclass(frozen=True)
class SceneBands:
    """The bands wanted of a scene.

    Attributes:
        have: those already read from it.
        first: the band that is read before all others of all dates, and reported at once.
    """

    scene: Scene
    bands: tuple[str, ...]
    have: Assembled | None = None
    first: str = ""


def _bands_alone(found: Mapping[str, _Value]) -> dict[str, _Value]:
    return {band: value for band, value in found.items() if band not in BESIDE}


def _empty_bands(date: Assembled) -> tuple[str, ...]:
    read = _bands_alone(date.pixels)
    return tuple(band for band, pixels in read.items() if is_empty(pixels.values))


def shows_nothing(date: Assembled) -> bool:
    """True if bands were read and all are empty."""
    read = _bands_alone(date.pixels)
    return bool(read) and len(_empty_bands(date)) == len(read)


def missing_count(date: Assembled) -> int:
    """Number of bands that are missing or empty."""
    return len(_bands_alone(date.failures)) + len(_empty_bands(date))


def missing_reasons(date: Assembled) -> str:
    """Which bands of a scene are missing or empty, and why; for people."""
    by_reason: dict[str, list[str]] = {}
    reasons = {**_bands_alone(date.failures), **dict.fromkeys(_empty_bands(date), NO_DATA)}
    for band, reason in reasons.items():
        by_reason.setdefault(reason, []).append(band)
    each = (joined((", ".join(bands), why), ": ") for why, bands in by_reason.items())
    return Reason("not read from {scene}: {why}", scene=date.scene.id, why=joined(each, "; "))
