"""One date's bands put together: from the scene chosen, its other parts and its fallbacks.

Reading goes in rounds, each a single batch for all dates. The first round reads the chosen
scenes; a further one reads a fallback where a file can't be read or holds nothing, or the
acquisition's other parts where the first left pixels empty. Nearly always the first round is the
last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from ..errors import ReadError
from ..model import Asset, Grid, Scene
from ..reading.contract import Pixels, Read, Reader, ReadJob
from ..reading.failures import is_host_failure
from ..reading.origins import host_of
from ..scenes.radiometry import WRAPPED_FROM_DN, NotReflectance, checked_pixels
from ..sentinel2.bands import BANDS
from .gap_filling import NO_DATA, contradictions, fill_gaps, is_empty

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..reading.contract import AccessTo

_Value = TypeVar("_Value")
NOT_LISTED = "the source lists no file for this band"


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
class Wanted:
    """The bands wanted of a scene.

    Attributes:
        have: those already read from it.
        first: the band that is read before all others of all dates, and told when it is there.
    """

    scene: Scene
    bands: tuple[str, ...]
    have: Assembled | None = None
    first: str = ""


def assemble(
    wanted: Iterable[Wanted], grid: Grid, reader: Reader, access: AccessTo
) -> Iterator[Assembled | None]:
    """Read every date's bands; one complete `Assembled` per date, in order of arrival.

    One with the band wanted first may come before it. None comes while nothing arrives, see
    `Reader.read_all`.

    A date of whose winner a file can't be read, or which shows nothing at all, is read again, as a
    whole, from its next fallback, with the fallback's own SCL and offset; if none is complete, the
    most complete one counts.
    """
    drafts = [_Draft(item) for item in wanted]
    while drafts:
        drafts_by_job = {id(job): draft for draft in drafts for job in draft.jobs(grid)}
        jobs = [job for draft in drafts for job in draft.open_jobs if draft.is_first(job)]
        jobs += [job for draft in drafts for job in draft.open_jobs if not draft.is_first(job)]
        again: list[_Draft] = []
        for draft in [draft for draft in drafts if not draft.open_jobs]:
            yield from draft.finish(again)
        for read in reader.read_all(jobs, access):
            if read is None:
                yield None
                continue
            draft = drafts_by_job[id(read.job)]
            draft.take(read)
            if draft.open_jobs:
                yield from draft.tell_first(read)
            else:
                yield from draft.finish(again)
        drafts = again


class _Draft:
    """One date while it is being read."""

    def __init__(self, wanted: Wanted) -> None:
        self._chosen = wanted.scene
        self._bands, self._first = wanted.bands, wanted.first
        have = wanted.have
        self._scene = have.scene if have else wanted.scene
        self._fallbacks = [item for item in wanted.scene.fallbacks if item != self._scene]
        self._parts: list[Scene] = []
        self._reading = self._scene
        self._now = have or Assembled(wanted.scene, wanted.scene)
        self._best: Assembled | None = None
        self._passed_over: list[str] = []
        self._missing: set[str] = set()
        self._silent_hosts: set[str] = set()
        self._start(self._scene)
        self.open_jobs: list[ReadJob] = []

    def jobs(self, grid: Grid) -> list[ReadJob]:
        """The reads of this round."""
        self.open_jobs = []
        for band in self._bands_of_round():
            asset = self._reading.assets.get(band)
            if asset is None:
                self._fail(band, NOT_LISTED, missing=True)
            elif asset.problem:
                self._fail(band, asset.problem, missing=True)
            else:
                self.open_jobs.append(ReadJob(asset, _grid_of_band(grid, band)))
        return self.open_jobs

    def is_first(self, job: ReadJob) -> bool:
        """True for the band that is read before the others."""
        return job.asset.band == self._first

    def tell_first(self, read: Read) -> Iterator[Assembled]:
        """The date as it is when the band wanted first has come, and nothing may change it.

        A part may fill it; and where it is empty the others may show that it should not be.
        """
        if not self.is_first(read.job) or self._first not in self._now.pixels:
            return
        if self._parts and self._first in self._bands_with_gaps():
            return
        if not is_empty(self._now.pixels[self._first].values):
            yield replace(self._now, is_complete=False)

    def take(self, read: Read) -> None:
        """Put one outcome in its place."""
        self.open_jobs = [job for job in self.open_jobs if job is not read.job]
        band = read.job.asset.band
        if read.pixels is None:
            error = read.error or ReadError("not read")
            if is_host_failure(error):
                self._silent_hosts.add(host_of(read.job.asset.href))
            self._fail(band, str(error), missing=not is_host_failure(error))
            return
        try:
            seen = checked_pixels(read.job.asset, read.pixels.values, read.pixels.scale)
        except NotReflectance as error:
            self._fail(band, str(error), missing=True)
            return
        if seen.wrapped_px:
            self._note_wrapped(band, seen.wrapped_px)
        pixels = read.pixels
        if seen.values is not pixels.values:
            pixels = replace(pixels, values=seen.values)
        if band in self._now.pixels:
            self._fill(seen.asset, pixels)
        else:
            self._put(band, seen.asset, pixels)

    def finish(self, again: list[_Draft]) -> Iterator[Assembled]:
        """The date, or another round of it."""
        if self._reading is self._scene:
            if self._now.scenes == (self._scene.id,):
                self._drop_contradictions()
            if self._has_twin():
                self._start_fallback()
                again.append(self)
                return
            self._take_the_most_complete()
        if self._parts and self._bands_with_gaps():
            self._reading = self._parts.pop(0)
            again.append(self)
            return
        self._drop_contradictions()
        yield self._now

    def _bands_of_round(self) -> tuple[str, ...]:
        if self._reading is self._scene:
            return tuple(band for band in self._bands if band not in self._now.pixels)
        return self._bands_with_gaps()

    def _start(self, scene: Scene) -> None:
        self._reading = self._scene = scene
        self._parts = list(scene.parts or self._chosen.parts)
        self._missing = set()
        self._silent_hosts = set()

    def _has_twin(self) -> bool:
        """A fallback is worth its reads: not where the host itself fails, and is the twin's too."""
        if not self._missing and self._silent_hosts:
            self._fallbacks = [scene for scene in self._fallbacks if self._is_heard(scene)]
        is_lacking = self._missing or self._silent_hosts or _shows_nothing(self._now)
        return bool(self._fallbacks and is_lacking)

    def _is_heard(self, scene: Scene) -> bool:
        return not any(host_of(asset.href) in self._silent_hosts for asset in scene.assets.values())

    def _start_fallback(self) -> None:
        self._keep_if_better()
        self._passed_over.append(_told(self._now))
        scene = self._fallbacks.pop(0)
        # As a whole: with what was read before, and what failed before, such as the SCL.
        bands = dict.fromkeys((*self._now.pixels, *self._now.failures, *self._bands))
        self._bands = tuple(bands)
        self._now = Assembled(self._chosen, scene, notes=tuple(self._passed_over))
        self._start(scene)

    def _keep_if_better(self) -> None:
        if self._best is None or _lacking(self._now) < _lacking(self._best):
            self._best = self._now

    def _take_the_most_complete(self) -> None:
        self._keep_if_better()
        if self._best is not None and self._best is not self._now:
            self._now = self._best
            self._start(self._now.scene)

    def _note_wrapped(self, band: str, count: int) -> None:
        words = f"{band}: {count} pixels of {self._reading.id} at DN {WRAPPED_FROM_DN} or above"
        note = f"{words} are no data: they had wrapped below 0, or are saturated"
        self._now = replace(self._now, notes=(*self._now.notes, note))

    def _fail(self, band: str, reason: str, *, missing: bool) -> None:
        if self._reading is not self._scene:
            return  # a part that can't be read leaves the gap it would have filled
        self._now = replace(self._now, failures={**self._now.failures, band: reason})
        if missing:
            self._missing.add(band)

    def _drop_contradictions(self) -> None:
        """What holds nothing where other files of the date do is a failure, not an empty chip."""
        wrong = contradictions(self._now.pixels)
        if not wrong:
            return
        self._missing.update(wrong)
        self._now = replace(
            self._now,
            pixels=_without(self._now.pixels, wrong),
            assets=_without(self._now.assets, wrong),
            failures={**self._now.failures, **wrong},
        )

    def _put(self, band: str, asset: Asset, pixels: Pixels) -> None:
        self._now = replace(
            self._now,
            pixels={**self._now.pixels, band: pixels},
            assets={**self._now.assets, band: asset},
            scenes=_with(self._now.scenes, self._reading.id),
        )

    def _fill(self, asset: Asset, pixels: Pixels) -> None:
        own = self._now.pixels[asset.band]
        filled = fill_gaps(own, self._now.assets[asset.band], pixels, asset)
        if filled is own:
            return
        self._now = replace(
            self._now,
            pixels={**self._now.pixels, asset.band: filled},
            scenes=_with(self._now.scenes, self._reading.id),
        )

    def _bands_with_gaps(self) -> tuple[str, ...]:
        read = [band for band in self._bands if band in self._now.pixels]
        return tuple(band for band in read if (self._now.pixels[band].values == 0).any())


def _empty_bands(date: Assembled) -> tuple[str, ...]:
    return tuple(band for band, pixels in date.pixels.items() if is_empty(pixels.values))


def _shows_nothing(date: Assembled) -> bool:
    return bool(date.pixels) and len(_empty_bands(date)) == len(date.pixels)


def _lacking(date: Assembled) -> int:
    """Bands of which there is nothing."""
    return len(date.failures) + len(_empty_bands(date))


def _told(date: Assembled) -> str:
    """Which files of a scene could not be read or hold nothing, and why."""
    by_reason: dict[str, list[str]] = {}
    reasons = {**date.failures, **dict.fromkeys(_empty_bands(date), NO_DATA)}
    for band, reason in reasons.items():
        by_reason.setdefault(reason, []).append(band)
    words = "; ".join(f"{', '.join(bands)}: {reason}" for reason, bands in by_reason.items())
    return f"not read from {date.scene.id}: {words}"


@lru_cache(maxsize=64)
def _grid_of_band(grid: Grid, band: str) -> Grid:
    """Remembered, as it is the same for all dates."""
    return grid.at(BANDS[band].chip_resolution_m)


def _with(ids: tuple[str, ...], another: str) -> tuple[str, ...]:
    return ids if another in ids else (*ids, another)


def _without(bands: Mapping[str, _Value], gone: Collection[str]) -> dict[str, _Value]:
    return {band: value for band, value in bands.items() if band not in gone}
