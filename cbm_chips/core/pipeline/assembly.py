"""Reading the bands of all dates, each from its scene, the scene's other parts and fallbacks.

In rounds, each a single batch for all dates. The first round reads the chosen scenes; a further
one reads a fallback where a file can't be read or holds no data, or the acquisition's other parts
where pixels were left empty. Nearly always the first round is the last.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from ..errors import ReadError
from ..model import Asset, Grid, Scene
from ..reading.contract import Pixels, Read, Reader, ReadJob
from ..reading.failures import is_host_failure
from ..reading.origins import host_of
from ..reasons import Reason
from ..scenes.radiometry import WRAPPED_FROM_DN, NotReflectance, checked_pixels
from ..sentinel2.bands import BANDS
from .assembled import (
    Assembled,
    SceneBands,
    missing_count,
    missing_reasons,
    shows_nothing,
    with_gaps_filled,
    with_id,
)
from .gap_filling import BESIDE, contradictions, is_empty

if TYPE_CHECKING:
    from ..reading.contract import AccessTo

_Value = TypeVar("_Value")
NOT_LISTED = Reason("the source lists no file for this band")


def assemble(
    wanted: Iterable[SceneBands], grid: Grid, reader: Reader, access: AccessTo
) -> Iterator[Assembled | None]:
    """Read every date's bands; one complete `Assembled` per date, in order of arrival.

    An incomplete one with the band wanted first may come before it. None comes while nothing
    arrives, see `Reader.read_all`.

    If a file of the chosen scene can't be read, or all are empty, the whole date is read again
    from its next fallback, with the fallback's own SCL and offset; if no scene is complete, the
    most complete one is used.
    """
    dates = [_DateAssembly(item) for item in wanted]
    while dates:
        date_of_job = {id(job): date for date in dates for job in date.jobs(grid)}
        jobs = sorted((job for date in dates for job in date.open_jobs), key=_is_for_later)
        unfinished: list[_DateAssembly] = []
        for date in [date for date in dates if not date.open_jobs]:
            yield from date.finish(unfinished)
        for read in reader.read_all(jobs, access):
            if read is None:
                yield None
                continue
            date = date_of_job[id(read.job)]
            date.take(read)
            if date.open_jobs:
                yield from date.early_result(read)
            else:
                yield from date.finish(unfinished)
        dates = unfinished


class _DateAssembly:
    """One date while it is being read."""

    def __init__(self, wanted: SceneBands) -> None:
        self._chosen = wanted.scene
        self._bands, self._first = wanted.bands, wanted.first
        have = wanted.have
        self._scene = have.scene if have else wanted.scene
        self._fallbacks = [item for item in wanted.scene.fallbacks if item != self._scene]
        self._parts: list[Scene] = []
        self._reading = self._scene
        self._result = have or Assembled(wanted.scene, wanted.scene)
        self._best: Assembled | None = None
        self._failed_scenes: list[str] = []
        self._missing: set[str] = set()
        self._failing_hosts: set[str] = set()
        self._of_part: dict[str, tuple[Asset, Pixels]] = {}
        """Reflective bands of the part that is being read."""
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
                is_urgent = band == self._first
                self.open_jobs.append(
                    ReadJob(asset, _grid_of_band(grid, band), is_urgent=is_urgent)
                )
        return self.open_jobs

    def early_result(self, read: Read) -> Iterator[Assembled]:
        """The date with the band wanted first, unless that may still change.

        A part may fill its gaps; and if it is empty the other bands may contradict it.
        """
        if not read.job.is_urgent or self._first not in self._result.pixels:
            return
        if self._parts and self._first in self._bands_with_gaps():
            return
        if not is_empty(self._result.pixels[self._first].values):
            yield replace(self._result, is_complete=False)

    def take(self, read: Read) -> None:
        """Put one outcome in its place."""
        self.open_jobs = [job for job in self.open_jobs if job is not read.job]
        band = read.job.asset.band
        if read.pixels is None:
            error = read.error or ReadError(Reason("not read"))
            if is_host_failure(error) and band not in BESIDE:
                self._failing_hosts.add(host_of(read.job.asset.href))
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
        if band not in self._result.pixels:
            self._put(band, seen.asset, pixels)
        elif BANDS[band].reflective:
            self._of_part[band] = (seen.asset, pixels)
        else:
            self._fill({band: (seen.asset, pixels)})

    def finish(self, unfinished: list[_DateAssembly]) -> Iterator[Assembled]:
        """The date, or another round of it."""
        if self._reading is self._scene:
            if self._result.scenes == (self._scene.id,):
                self._drop_contradictions()
            if self._needs_fallback():
                self._start_fallback()
                unfinished.append(self)
                return
            self._take_the_most_complete()
        self._fill(self._of_part)
        self._of_part = {}
        if self._parts and self._bands_with_gaps():
            self._reading = self._parts.pop(0)
            unfinished.append(self)
            return
        self._drop_contradictions()
        yield self._result

    def _bands_of_round(self) -> tuple[str, ...]:
        if self._reading is self._scene:
            return tuple(band for band in self._bands if band not in self._result.pixels)
        return self._bands_with_gaps()

    def _start(self, scene: Scene) -> None:
        self._reading = self._scene = scene
        self._parts = list(scene.parts or self._chosen.parts)
        self._missing = set()
        self._failing_hosts = set()

    def _needs_fallback(self) -> bool:
        """A fallback is to be read; not one on a host that fails itself."""
        if not self._missing and self._failing_hosts:
            self._fallbacks = [scene for scene in self._fallbacks if self._has_working_hosts(scene)]
        is_lacking = self._missing or self._failing_hosts or shows_nothing(self._result)
        return bool(self._fallbacks and is_lacking)

    def _has_working_hosts(self, scene: Scene) -> bool:
        return not any(
            host_of(asset.href) in self._failing_hosts for asset in scene.assets.values()
        )

    def _start_fallback(self) -> None:
        self._keep_if_better()
        self._failed_scenes.append(missing_reasons(self._result))
        scene = self._fallbacks.pop(0)
        # As a whole: with what was read before, and what failed before, such as the SCL.
        bands = dict.fromkeys((*self._result.pixels, *self._result.failures, *self._bands))
        self._bands = tuple(bands)
        self._result = Assembled(self._chosen, scene, notes=tuple(self._failed_scenes))
        self._start(scene)

    def _keep_if_better(self) -> None:
        if self._best is None or missing_count(self._result) < missing_count(self._best):
            self._best = self._result

    def _take_the_most_complete(self) -> None:
        self._keep_if_better()
        if self._best is not None and self._best is not self._result:
            self._result = self._best
            self._start(self._result.scene)

    def _note_wrapped(self, band: str, count: int) -> None:
        note = Reason(
            "{band}: {count} pixels of {scene} at DN {limit} or above are no data: they had "
            "wrapped below 0, or are saturated",
            band=band,
            count=count,
            scene=self._reading.id,
            limit=WRAPPED_FROM_DN,
        )
        self._result = replace(self._result, notes=(*self._result.notes, note))

    def _fail(self, band: str, reason: str, *, missing: bool) -> None:
        if self._reading is not self._scene:
            return  # a part that can't be read leaves the gap it would have filled
        self._result = replace(self._result, failures={**self._result.failures, band: reason})
        if missing and band not in BESIDE:
            self._missing.add(band)

    def _drop_contradictions(self) -> None:
        """A band without data where other files of the date have some is a failure."""
        wrong = contradictions(self._result.pixels)
        if not wrong:
            return
        self._missing.update(wrong)
        self._result = replace(
            self._result,
            pixels=_without(self._result.pixels, wrong),
            assets=_without(self._result.assets, wrong),
            failures={**self._result.failures, **wrong},
        )

    def _put(self, band: str, asset: Asset, pixels: Pixels) -> None:
        self._result = replace(
            self._result,
            pixels={**self._result.pixels, band: pixels},
            assets={**self._result.assets, band: asset},
            scenes=with_id(self._result.scenes, self._reading.id),
        )

    def _fill(self, found: Mapping[str, tuple[Asset, Pixels]]) -> None:
        """Empty pixels from the part that is read; reflective bands share an offset."""
        assets = {band: asset for band, (asset, _) in found.items()}
        pixels = {band: values for band, (_, values) in found.items()}
        self._result = with_gaps_filled(self._result, self._reading, assets, pixels)

    def _bands_with_gaps(self) -> tuple[str, ...]:
        """What lies beside the bands, where 0 is data, has gaps where they have some."""
        read = [band for band in self._bands if band in self._result.pixels]
        values = {band: self._result.pixels[band].values for band in read}
        gaps = [band for band in read if band not in BESIDE and (values[band] == 0).any()]
        return (*gaps, *(band for band in read if band in BESIDE)) if gaps else ()


@lru_cache(maxsize=64)
def _grid_of_band(grid: Grid, band: str) -> Grid:
    """Remembered, as it is the same for all dates."""
    return grid.at(BANDS[band].chip_resolution_m)


def _is_for_later(job: ReadJob) -> bool:
    return not job.is_urgent


def _without(bands: Mapping[str, _Value], gone: Collection[str]) -> dict[str, _Value]:
    return {band: value for band, value in bands.items() if band not in gone}
