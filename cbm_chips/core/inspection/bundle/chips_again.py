"""The chips that a record's pictures were made of, read again: from the cache where they are there.

What the cache has of former searches is enough, however old; the source is asked only for what is
not in them. What can't be read costs its own pictures alone.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Union

from ...errors import ChipsError, RequestError, SourceError
from ...model import Chip, FailedChip
from ...outputs.repeat.request_text import run_of_text
from ...pipeline.events import Waiting
from ...pipeline.plan import Plan
from ...pipeline.run import run_planned
from ...pipeline.searching.search import find
from ...pipeline.searching.search_thread import in_search_thread
from ...reasons import Reason
from ..pictures import look_of_text
from .made_picture import made, not_made

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from ...model import ChipRequest, Scene, Search
    from ...outputs.repeat.repeatable_run import RepeatableRun
    from ...pipeline.run import Tools
    from ...sources.source import Source
    from .dossier import KeptPicture, ParcelDossier
    from .made_picture import MadePicture

    OpenRun = Callable[[RepeatableRun], AbstractContextManager[tuple[Source, Tools]]]
    """What a run reads with, for `with`; may raise `ChipsError`."""

ANY_AGE_S = 1e12
_Result = Union[Chip, FailedChip]


@dataclass(frozen=True)
class WantedDate:
    """A date to be read again."""

    scene: str
    when: str
    bands: tuple[str, ...]

    def is_of(self, scene: Scene) -> bool:
        """The same acquisition, whatever it is called by now."""
        return bool(self.when) and scene.label == self.when


def pictures_again(
    dossier: ParcelDossier, open_run: OpenRun, *, has_all_bands: bool = False
) -> Generator[None, None, tuple[MadePicture, ...]]:
    """All pictures of a parcel, in the order of `dossier.pictures`; yields while nothing comes.

    Args:
        dossier: the parcel.
        open_run: opens the source that the record names.
        has_all_bands: read the bands of the run, too, not only those that are shown.
    """
    found: dict[int, MadePicture] = {}
    by_run: dict[str, list[tuple[int, KeptPicture]]] = {}
    for number, kept in enumerate(dossier.pictures):
        by_run.setdefault(kept.entry.request, []).append((number, kept))
    for text, some in by_run.items():
        numbers, pictures = zip(*some)
        steps = _of_run(text, pictures, open_run, has_all_bands=has_all_bands)
        found.update(zip(numbers, (yield from steps)))
    return tuple(found[number] for number in sorted(found))


def _of_run(
    text: str, pictures: tuple[KeptPicture, ...], open_run: OpenRun, *, has_all_bands: bool
) -> Generator[None, None, list[MadePicture]]:
    if not text:
        reason = Reason("the record does not say how it was read")
        return [not_made(kept, reason) for kept in pictures]
    try:
        run = run_of_text(text)
        wanted = _wanted(pictures, run.request.bands if has_all_bands else ())
        with open_run(run) as (source, tools):
            results = yield from _results(run.request, wanted, source, tools)
    except ChipsError as error:
        return [not_made(kept, str(error)) for kept in pictures]
    return [made(kept, results.get(kept.evidence.scene)) for kept in pictures]


def _wanted(pictures: Iterable[KeptPicture], more: Iterable[str]) -> dict[str, WantedDate]:
    """By scene, with the bands of all looks at it; a look that is none of ours needs none."""
    wanted: dict[str, WantedDate] = {}
    for kept in pictures:
        one = kept.evidence
        before = wanted[one.scene].bands if one.scene in wanted else tuple(more)
        bands = tuple(dict.fromkeys((*before, *_bands(one.shown_as))))
        when = f"{one.acquired:%Y%m%dT%H%M%S}" if one.acquired else ""
        wanted[one.scene] = WantedDate(one.scene, when, bands)
    return wanted


def _bands(look: str) -> tuple[str, ...]:
    try:
        return look_of_text(look).bands
    except RequestError:
        return ()


def _results(
    request: ChipRequest, wanted: dict[str, WantedDate], source: Source, tools: Tools
) -> Generator[None, None, dict[str, _Result]]:
    """By the scene that the record names."""
    plan = yield from _plan(request, wanted, source, tools)
    scenes = _scenes(plan, wanted.values())
    bands = tuple(dict.fromkeys(band for date in wanted.values() for band in date.bands))
    if not scenes or not bands:
        return {}
    asked = replace(plan.request, bands=bands, clear_only=False, one_per_date=False)
    selection = replace(plan.selection, scenes=tuple(dict.fromkeys(scenes.values())))
    narrowed = replace(plan, request=asked, selection=selection)
    found: dict[str, _Result] = {}
    reader = source.reader(tools.reader)
    with closing(run_planned(narrowed, source, replace(tools, reader=reader))) as events:  # type: ignore[type-var]
        for event in events:
            if isinstance(event, Chip):
                found[event.provenance.planned or event.scene.id] = event
            elif isinstance(event, FailedChip):
                found[event.scene.id] = event
            yield
    return {name: found[scene.id] for name, scene in scenes.items() if scene.id in found}


def _plan(
    request: ChipRequest, wanted: dict[str, WantedDate], source: Source, tools: Tools
) -> Generator[None, None, Plan]:
    """Of a kept search where it lists all that is wanted.

    Raises:
        SourceError: when the source can't be asked, and nothing was kept.
    """
    plan, is_kept = yield from _searched(request, source, tools, fresh_s=ANY_AGE_S)
    if is_kept and len(_scenes(plan, wanted.values())) < len(wanted):
        with suppress(SourceError):  # what was kept has some of them
            plan, _ = yield from _searched(request, source, tools, fresh_s=0.0)
    return plan


def _searched(
    request: ChipRequest, source: Source, tools: Tools, *, fresh_s: float
) -> Generator[None, None, tuple[Plan, bool]]:
    steps = in_search_thread(lambda: find(request, source, tools.cache, fresh_s=fresh_s))
    search = yield from _without_events(steps)
    return Plan.of(search, request), search.is_kept


def _without_events(steps: Generator[Waiting, None, Search]) -> Generator[None, None, Search]:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Search = end.value
            return found
        yield


def _scenes(plan: Plan, wanted: Iterable[WantedDate]) -> dict[str, Scene]:
    """Those that are listed; one that was processed anew stands in for its acquisition."""
    scenes = plan.selection.scenes
    found = {}
    for date in wanted:
        own = (scene for scene in scenes if scene.id == date.scene)
        alike = (scene for scene in scenes if date.is_of(scene))
        one = next(own, None) or next(alike, None)
        if one is not None:
            found[date.scene] = one
    return found
