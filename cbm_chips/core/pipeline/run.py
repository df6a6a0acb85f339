"""search -> plan -> SCL first -> bands -> Chip | FailedChip: the one way of a request.

A generator: to show progress, count what comes; to cancel, stop iterating.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Generator, Iterable, Iterator, Mapping
from concurrent.futures import Future, wait
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, TypeVar, Union

import numpy as np

from ..cache import CachedReader, ChipCache
from ..cancellation import Cancellation, current_cancellation
from ..model import (
    Absence,
    Asset,
    Chip,
    ChipRequest,
    FailedChip,
    Grid,
    OffsetState,
    Provenance,
    Scene,
    Unusable,
)
from ..reading.alternate_addresses import AlternatesReader
from ..reading.contract import HEARTBEAT_S, OfflineAccess
from ..reading.shutdown import SEARCH_THREAD_NAME
from ..scenes.acquisitions import Dropped
from ..scenes.baseline_offset import settle
from ..scenes.grids import parcel_mask
from ..scenes.per_date import sharing_a_day
from ..sentinel2.bands import BANDS
from ..sentinel2.scl import NOT_JUDGED, CloudFlag, CloudRule, Verdict, bad_pixels, histogram, judge
from .assembly import Assembled, Wanted, assemble
from .exclusions import (
    NOTHING_THERE,
    Judgement,
    LeftOut,
    absent,
    all_failed,
    not_clear,
    others_of_the_day,
)
from .gap_filling import gap_notes
from .plan import Plan
from .prefetch import Ahead
from .search import find

if TYPE_CHECKING:
    from ..reading.contract import AccessTo, Reader
    from ..sources.source import Source

SCL = "SCL"
_GOODBYE_S = 0.3
"""A search that was given up nearly always ends by then; what hangs in a name service does not."""


@dataclass(frozen=True)
class Found:
    """The search is back: the dates to come, and what will not come and why."""

    grid: Grid
    scenes: tuple[Scene, ...]
    unusable: tuple[Unusable, ...]
    dropped: tuple[Dropped, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Flagged:
    """One date judged by its SCL; its bands follow, unless the request leaves it out."""

    scene: Scene
    verdict: Verdict
    histogram: Mapping[int, int] | None
    parcel_in_chip_pct: float | None = None


@dataclass(frozen=True)
class Waiting:
    """Nothing has come for a moment: who iterates may look whether to go on."""


Event = Union[Found, Flagged, Chip, FailedChip, Waiting]
WAITING = Waiting()
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Tools:
    """What a run works with.

    Attributes:
        reader: cuts windows.
        cache: keeps them; None reads everything anew.
        rule: what counts as clear.
        notes: on any of these, told with what was found.
    """

    reader: Reader
    cache: ChipCache | None = None
    rule: CloudRule = field(default_factory=CloudRule)
    notes: tuple[str, ...] = ()


def run(request: ChipRequest, source: Source, tools: Tools) -> Generator[Event, None, None]:
    """Everything that happens to a request, as it happens.

    First `Found`, then per date `Flagged` (LEVEL2A) and later a `Chip` or a `FailedChip`, in
    order of arrival: all flags before the first chip where they decide which dates are read, else
    as they come. `Waiting` in between, so that a run can be stopped within a second whatever the
    servers do.

    Raises:
        SourceError: when the source can't be asked; nothing was yielded then.
    """
    reader = source.reader(tools.reader)
    with closing(Ahead(request, source, reader, tools.cache)) as ahead:
        plan = yield from _planned(request, source, tools.cache, ahead)
        search, grid, selection = plan.search, plan.grid, plan.selection
        all_unusable = (*search.unusable, *selection.unusable)
        notes = (*search.notes, *tools.notes)
        yield Found(grid, selection.scenes, all_unusable, selection.dropped, notes)
        absent_ones = (FailedChip(o.scene, o.reason, Absence.UNUSABLE) for o in all_unusable)
        if tools.cache is not None:
            reader = CachedReader(reader, tools.cache, source=source.identity)
        reader = AlternatesReader(reader)
        access = OfflineAccess(source.access) if search.is_offline else source.access
        means = _Means(reader, access, tools.rule, source.identity)
        dates = _Run(request, means, grid)
        for event in chain(absent_ones, dates.results(selection.scenes)):
            yield dates.with_share(event)


def _planned(
    request: ChipRequest, source: Source, cache: ChipCache | None, ahead: Ahead
) -> Generator[Waiting, None, Plan]:
    """What the search says is to be cut.

    Where files are going to be read a kept answer is not good enough, however young: they may have
    been replaced since then, and the entries that list them. (One of a source that works hard for
    its answers is: it names its products in full.)
    """
    search = yield from _meanwhile(lambda: find(request, source, cache, ahead=ahead))
    plan = Plan.of(search, request)
    if cache is None or not search.is_kept or not source.lists_freely:
        return plan
    if plan.is_kept(cache, source.identity):
        return plan
    asked = yield from _meanwhile(lambda: find(request, source, cache, ahead=ahead, fresh_s=0.0))
    return Plan.of(asked, request)


def _meanwhile(call: Callable[[], _Result]) -> Generator[Waiting, None, _Result]:
    """The call's result, from a thread of its own: the search may be slow to answer.

    When nobody waits for it any more it is given up, and it keeps no process from ending.
    """
    answer: Future[_Result] = Future()
    stop = Cancellation()

    def work() -> None:
        try:
            with stop.for_this_thread():
                answer.set_result(call())
        except BaseException as error:  # noqa: BLE001  # raised again by who waits
            answer.set_exception(error)

    thread = threading.Thread(target=work, name=SEARCH_THREAD_NAME, daemon=True)
    thread.start()
    try:
        with current_cancellation().on_cancel(stop.cancel):
            while not wait([answer], timeout=HEARTBEAT_S).done:
                yield WAITING
        return answer.result()
    finally:
        stop.cancel()
        thread.join(_GOODBYE_S)


@dataclass(frozen=True)
class _Means:
    """What a run's files are read with.

    Attributes:
        source: its identity.
    """

    reader: Reader
    access: AccessTo
    rule: CloudRule
    source: str


class _Run:
    """One request on its way, after the search."""

    def __init__(self, request: ChipRequest, means: _Means, grid: Grid) -> None:
        self._request, self._means, self._grid = request, means, grid
        self._rule = means.rule
        self._mask = parcel_mask(request.place, grid.at(BANDS[SCL].chip_resolution_m))
        self._has_scl = request.level == "LEVEL2A"

    def with_share(self, event: Event) -> Event:
        """The event, with how much of the parcel is in the chip."""
        if self._request.place.outline is None:
            return event
        if isinstance(event, (Flagged, Chip, FailedChip)):
            return replace(event, parcel_in_chip_pct=self._mask.inside_pct)
        return event

    def results(self, scenes: tuple[Scene, ...]) -> Iterator[Event]:
        """Flags and chips of all dates; those that others' flags decide about come last."""
        judged: dict[Scene, Judgement] = {}
        undecided = dict.fromkeys(self._undecided(scenes))
        if self._has_scl:
            yield from self._flags_and_sure_chips(scenes, undecided, judged)
        left_out = self._left_out(undecided, judged)
        for scene, why in left_out.items():
            yield absent(scene, why, judged.get(scene))
        yield from self._cut([scene for scene in undecided if scene not in left_out], judged)

    def _undecided(self, scenes: tuple[Scene, ...]) -> tuple[Scene, ...]:
        """Dates whose bands may turn out not to be wanted once the flags are known."""
        if self._request.clear_only or not self._has_scl:
            return scenes
        return sharing_a_day(scenes) if self._request.one_per_date else ()

    def _flags_and_sure_chips(
        self,
        scenes: tuple[Scene, ...],
        undecided: Collection[Scene],
        judged: dict[Scene, Judgement],
    ) -> Iterator[Event]:
        """The SCL of all dates ahead, and no pause before the bands of those that are sure."""
        whole = tuple(dict.fromkeys((SCL, *self._request.bands)))
        wanted = [
            Wanted(scene, (SCL,) if scene in undecided else whole, first=SCL) for scene in scenes
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
    ) -> dict[Scene, LeftOut]:
        """Dates whose bands are not read."""
        left_out = {}
        for scene, judgement in judged.items():
            if scene not in undecided:
                continue
            if judgement.chip_is_empty:
                left_out[scene] = LeftOut(NOTHING_THERE)
            elif self._request.clear_only and judgement.verdict.flag is not CloudFlag.CLEAR:
                left_out[scene] = not_clear(judgement)
        if self._request.one_per_date:
            rest = [scene for scene in undecided if scene not in left_out]
            left_out.update(others_of_the_day(rest, judged))
        return left_out

    def _cut(self, scenes: list[Scene], judged: Mapping[Scene, Judgement]) -> Iterator[Event]:
        bands = tuple(band for band in self._request.bands if band != SCL or not judged)
        wanted = []
        for scene in scenes:
            judgement = judged.get(scene)
            wanted.append(Wanted(scene, bands, judgement.scl if judgement else None))
        for date in self._assembled(wanted):
            yield self._chip(date, judged.get(date.chosen)) if date else WAITING

    def _assembled(self, wanted: Iterable[Wanted]) -> Iterator[Assembled | None]:
        return assemble(wanted, self._grid, self._means.reader, self._means.access)

    def _chip(self, date: Assembled, judgement: Judgement | None) -> Chip | FailedChip:
        if judgement and judgement.chip_is_empty:
            return absent(date.chosen, LeftOut(NOTHING_THERE), judgement)
        bands = {
            name: date.pixels[name].values for name in self._request.bands if name in date.pixels
        }
        failures = {n: why for n, why in date.failures.items() if n in self._request.bands}
        verdict, counts = self._final_verdict(date, judgement)
        if not bands:
            return absent(date.chosen, LeftOut(all_failed(failures), Absence.FAILED), judgement)
        if counts is None and not failures and not any(map(np.any, bands.values())):
            return absent(date.chosen, LeftOut(NOTHING_THERE), None)
        if self._request.clear_only and verdict.flag is not CloudFlag.CLEAR:
            final = Judgement(date, verdict, counts)
            return absent(date.chosen, not_clear(final), final)
        scl = date.values(SCL)
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
            provenance=self._provenance(date, decision, assets),
            bad_pixels=None if scl is None else bad_pixels(scl, self._rule),
        )

    def _final_verdict(
        self, date: Assembled, judgement: Judgement | None
    ) -> tuple[Verdict, Mapping[int, int] | None]:
        """The verdict on the SCL that belongs to the pixels, should a fallback have come in."""
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
            source=self._means.source,
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
        read = {band: pixels.values for band, pixels in date.pixels.items() if band != SCL}
        yield from gap_notes(read, scl, self._mask.pixels)


def _notes(date: Assembled) -> Iterator[str]:
    if date.scene.note:
        yield date.scene.note
    if date.scene is not date.chosen:
        yield f"read from {date.scene.id}, in place of {date.chosen.id}"
    if SCL in date.failures:
        yield f"not judged, SCL could not be read: {date.failures[SCL]}"
    yield from date.notes
    yield from dict.fromkeys(note for pixels in date.pixels.values() for note in pixels.notes)
    if len(date.scenes) > 1:
        yield f"mosaic of {', '.join(date.scenes)}"
