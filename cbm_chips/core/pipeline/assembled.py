"""What was read of one date: its bands, and which are missing or empty, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from ..model import Asset, Scene
from ..reading.contract import Pixels
from ..reasons import Reason, joined
from ..scenes.baseline_offset import settle_apart
from ..sentinel2.bands import BANDS
from .gap_filling import BESIDE, NO_DATA, fill_gaps, is_empty, may_fill

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
        offset_decision: in words, where the pixels had to decide before gaps were filled.
    """

    chosen: Scene
    scene: Scene
    pixels: Mapping[str, Pixels] = field(default_factory=dict)
    assets: Mapping[str, Asset] = field(default_factory=dict)
    failures: Mapping[str, str] = field(default_factory=dict)
    scenes: tuple[str, ...] = ()
    is_complete: bool = True
    notes: tuple[str, ...] = ()
    offset_decision: str = ""

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


def with_gaps_filled(
    date: Assembled, scene: Scene, assets: Mapping[str, Asset], pixels: Mapping[str, Pixels]
) -> Assembled:
    """The date with what it lacks from another scene of its acquisition; itself if that is nothing.

    Args:
        date: with all of its own pixels.
        scene: the other one.
        assets, pixels: of it, by band.
    """
    fillable = [band for band in pixels if may_fill(date.pixels[band], pixels[band])]
    if not fillable:
        return date
    own, notes, words = dict(date.assets), date.notes, ""
    given = dict(assets)
    if any(BANDS[band].reflective for band in fillable):
        mine, its, words, its_words = settle_apart(
            _reflective(own), _values(date.pixels), _reflective(given), _values(pixels)
        )
        own, given = {**own, **mine}, {**given, **its}
        if its_words:
            told = Reason("{scene}: {words}", scene=scene.id, words=its_words)
            notes = (*notes, told)
    filled = {
        band: fill_gaps(date.pixels[band], own[band], pixels[band], given[band])
        for band in fillable
    }
    return replace(
        date,
        pixels={**date.pixels, **filled},
        assets=own,
        scenes=with_id(date.scenes, scene.id),
        notes=notes,
        offset_decision=date.offset_decision or words,
    )


def with_id(ids: tuple[str, ...], another: str) -> tuple[str, ...]:
    """The ids, each once."""
    return ids if another in ids else (*ids, another)


def _reflective(assets: Mapping[str, Asset]) -> dict[str, Asset]:
    return {band: asset for band, asset in assets.items() if BANDS[band].reflective}


def _values(pixels: Mapping[str, Pixels]) -> dict[str, NDArray[np.generic]]:
    return {band: found.values for band, found in pixels.items()}


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
