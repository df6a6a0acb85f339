"""The dates of a run after the search: judged by their SCL, then cut, each a `Chip` or not."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from ..model import (
    Asset,
    Chip,
    ChipRequest,
    FailedChip,
    Grid,
    OffsetState,
    Provenance,
    Scene,
)
from ..reasons import Reason
from ..scenes.baseline_offset import settle
from ..scenes.grids import parcel_mask
from ..scenes.per_date import sharing_a_day
from ..sentinel2.bands import BANDS
from ..sentinel2.scl import NOT_JUDGED, CloudFlag, CloudRule, Verdict, bad_pixels, histogram, judge
from ..sentinel2.second_opinion import CLOUD_PROBABILITY, likely_cloud_fraction
from .assembled import Assembled, SceneBands
from .assembly import assemble
from .events import WAITING, Event, Flagged
from .exclusions import (
    NOTHING_THERE,
    Exclusion,
    Judgement,
    all_failed,
    less_clear_of_day,
    not_clear,
    without_chip,
)
from .gap_filling import BESIDE, gap_notes

if TYPE_CHECKING:
    from ..reading.contract import AccessTo, Reader

SCL = "SCL"


@dataclass(frozen=True)
class ReadTools:
    """What a run's files are read with.

    Attributes:
        source: its identity.
    """

    reader: Reader
    access: AccessTo
    rule: CloudRule
    source: str


class DateRun:
    """The dates of one request, after the search."""

    def __init__(self, request: ChipRequest, tools: ReadTools, grid: Grid) -> None:
        self._request, self._tools, self._grid = request, tools, grid
        self._rule = tools.rule
        self._mask = parcel_mask(request.place, grid.at(BANDS[SCL].chip_resolution_m))
        self._has_scl = request.level == "LEVEL2A"

    def labelled(self, event: Event) -> Event:
        """The event with the rule, and with the share of the parcel that lies in the chip."""
        if not isinstance(event, (Flagged, Chip, FailedChip)):
            return event
        share = None if self._request.place.outline is None else self._mask.inside_pct
        return replace(event, parcel_in_chip_pct=share, rule=self._rule)

    def results(self, scenes: tuple[Scene, ...]) -> Iterator[Event]:
        """Flags and chips of all dates; dates that depend on other dates' flags come last."""
        judged: dict[Scene, Judgement] = {}
        undecided = dict.fromkeys(self._undecided(scenes))
        if self._has_scl:
            yield from self._flags_and_sure_chips(scenes, undecided, judged)
        left_out = self._left_out(undecided, judged)
        for scene, why in left_out.items():
            yield without_chip(scene, why, judged.get(scene))
        yield from self._cut([scene for scene in undecided if scene not in left_out], judged)

    def _undecided(self, scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """Dates whose bands may not be wanted once the flags are known."""
        if self._request.clear_only or not self._has_scl:
            return scenes
        return sharing_a_day(scenes) if self._request.one_per_date else ()

    def _flags_and_sure_chips(
        self,
        scenes: tuple[Scene, ...],
        undecided: Collection[Scene],
        judged: dict[Scene, Judgement],
    ) -> Iterator[Event]:
        """Read the SCL of all dates first, and the bands of dates that are wanted in any case."""
        whole = tuple(dict.fromkeys((SCL, *self._request.bands, *self._request.beside_bands)))
        wanted = [
            SceneBands(scene, (SCL,) if scene in undecided else whole, first=SCL)
            for scene in scenes
        ]
        for date in self._assembled(wanted):
            if date is None:
                yield WAITING
                continue
            if date.chosen not in judged:
                judgement = judged[date.chosen] = self._judgement(date)
                yield Flagged(date.chosen, judgement.verdict, judgement.histogram)
            if date.is_complete and date.chosen not in undecided:
                yield self._chip(date, judged[date.chosen])

    def _judgement(self, scl: Assembled) -> Judgement:
        values = scl.values(SCL)
        if values is None:
            return Judgement(scl, NOT_JUDGED, None)
        counts = histogram(values, self._mask.pixels)
        return Judgement(scl, judge(counts, self._rule), counts, not bool(np.any(values)))

    def _left_out(
        self, undecided: Collection[Scene], judged: Mapping[Scene, Judgement]
    ) -> dict[Scene, Exclusion]:
        """Dates whose bands are not read."""
        left_out = {}
        for scene, judgement in judged.items():
            if scene not in undecided:
                continue
            if judgement.chip_is_empty:
                left_out[scene] = Exclusion(NOTHING_THERE)
            elif self._request.clear_only and judgement.verdict.flag is not CloudFlag.CLEAR:
                left_out[scene] = not_clear(judgement)
        if self._request.one_per_date:
            rest = [scene for scene in undecided if scene not in left_out]
            left_out.update(less_clear_of_day(rest, judged))
        return left_out

    def _cut(self, scenes: list[Scene], judged: Mapping[Scene, Judgement]) -> Iterator[Event]:
        bands = tuple(band for band in self._request.bands if band != SCL or not judged)
        bands += self._request.beside_bands
        wanted = []
        for scene in scenes:
            judgement = judged.get(scene)
            wanted.append(SceneBands(scene, bands, judgement.scl if judgement else None))
        for date in self._assembled(wanted):
            yield self._chip(date, judged.get(date.chosen)) if date else WAITING

    def _assembled(self, wanted: Iterable[SceneBands]) -> Iterator[Assembled | None]:
        return assemble(wanted, self._grid, self._tools.reader, self._tools.access)

    def _chip(self, date: Assembled, judgement: Judgement | None) -> Chip | FailedChip:
        if judgement and judgement.chip_is_empty:
            return without_chip(date.chosen, Exclusion(NOTHING_THERE), judgement)
        bands = {
            name: date.pixels[name].values for name in self._request.bands if name in date.pixels
        }
        failures = {n: why for n, why in date.failures.items() if n in self._request.bands}
        verdict, counts = self._final_verdict(date, judgement)
        if not bands:
            return without_chip(date.chosen, all_failed(failures), judgement)
        if counts is None and not failures and not any(map(np.any, bands.values())):
            return without_chip(date.chosen, Exclusion(NOTHING_THERE), None)
        scl, opinion = date.values(SCL), self._second_opinion(date)
        if self._request.clear_only and verdict.flag is not CloudFlag.CLEAR:
            final = Judgement(date, verdict, counts)
            return without_chip(date.chosen, not_clear(final), final)
        assets, decision = settle({name: date.assets[name] for name in bands}, bands)
        return Chip(
            scene=date.scene,
            grid=self._grid,
            bands=bands,
            scales={name: (asset.scale, asset.offset) for name, asset in assets.items()},
            histogram=counts,
            flag=verdict.flag,
            cloud_fraction=verdict.cloud_fraction,
            failures=failures,
            provenance=self._provenance(date, date.offset_decision or decision, assets),
            bad_pixels=None if scl is None else bad_pixels(scl, self._rule),
            scl=scl,
            likely_cloud_fraction=opinion,
        )

    def _second_opinion(self, date: Assembled) -> float | None:
        scl, probability = date.values(SCL), date.values(CLOUD_PROBABILITY)
        if scl is None or probability is None:
            return None
        return likely_cloud_fraction(probability, scl, self._mask.pixels)

    def _final_verdict(
        self, date: Assembled, judgement: Judgement | None
    ) -> tuple[Verdict, Mapping[int, int] | None]:
        """The verdict by the SCL of the scene that gave the pixels, which may be a fallback."""
        values = date.values(SCL)
        if judgement is None or values is None:
            return NOT_JUDGED, None
        if values is judgement.scl.values(SCL):
            return judgement.verdict, judgement.histogram
        counts = histogram(values, self._mask.pixels)
        return judge(counts, self._rule), counts

    def _provenance(
        self, date: Assembled, decision: str, assets: Mapping[str, Asset]
    ) -> Provenance:
        uncertain = any(asset.offset_state is OffsetState.UNCERTAIN for asset in assets.values())
        read = [pixels.bytes_read for pixels in date.pixels.values()]
        known = [count for count in read if count is not None]
        return Provenance(
            source=self._tools.source,
            offset_decision=decision,
            offset_state=OffsetState.UNCERTAIN if uncertain else OffsetState.KNOWN,
            readers={name: pixels.reader for name, pixels in date.pixels.items()},
            methods={name: pixels.method for name, pixels in date.pixels.items()},
            planned=date.chosen.id,
            scenes=date.scenes,
            bytes_read=sum(known) if len(known) == len(read) else None,
            outline_basis=self._mask.sentence,
            notes=(*_notes(date), *self._gap_notes(date)),
        )

    def _gap_notes(self, date: Assembled) -> Iterator[str]:
        scl = date.values(SCL)
        if scl is None:
            return
        read = {b: pixels.values for b, pixels in date.pixels.items() if b not in (SCL, *BESIDE)}
        yield from gap_notes(read, scl, self._mask.pixels)


def _notes(date: Assembled) -> Iterator[str]:
    if date.scene.note:
        yield date.scene.note
    if date.scene is not date.chosen:
        yield Reason(
            "read from {scene}, in place of {other}", scene=date.scene.id, other=date.chosen.id
        )
    if CLOUD_PROBABILITY in date.failures:
        yield Reason("no second opinion on clouds: {why}", why=date.failures[CLOUD_PROBABILITY])
    if SCL in date.failures:
        yield Reason("not judged, SCL could not be read: {why}", why=date.failures[SCL])
    yield from date.notes
    yield from dict.fromkeys(note for pixels in date.pixels.values() for note in pixels.notes)
    if len(date.scenes) > 1:
        yield Reason("mosaic of {scenes}", scenes=", ".join(date.scenes))
