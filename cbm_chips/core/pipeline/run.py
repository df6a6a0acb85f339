"""The pipeline of a request: search -> plan -> SCL first -> bands -> Chip | FailedChip.

A generator: for progress count its events, to cancel stop iterating.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from ..cache import CachedReader, ChipCache
from ..model import (
    Absence,
    ChipRequest,
    FailedChip,
)
from ..reading.alternate_addresses import AlternatesReader
from ..reading.contract import OfflineAccess
from ..sentinel2.scl import CloudRule
from .dates import DateRun, ReadTools
from .events import Event, Found, Waiting
from .plan import Plan
from .searching.prefetch import Prefetch
from .searching.search import find
from .searching.search_thread import in_search_thread

if TYPE_CHECKING:
    from ..reading.contract import Reader
    from ..sources.source import Source


@dataclass(frozen=True)
class Tools:
    """What a run works with.

    Attributes:
        reader: cuts windows.
        cache: keeps them; None reads everything anew.
        rule: what counts as clear.
        notes: for people, reported with what was found.
    """

    reader: Reader
    cache: ChipCache | None = None
    rule: CloudRule = field(default_factory=CloudRule)
    notes: tuple[str, ...] = ()


def run(request: ChipRequest, source: Source, tools: Tools) -> Generator[Event, None, None]:
    """The events of a request, in order of arrival.

    First `Found`, then per date `Flagged` (LEVEL2A) and later a `Chip` or a `FailedChip`. Where
    flags decide which dates are read, all of them come before the first chip. `Waiting` comes in
    between, so that a run can be cancelled within a second whatever the servers do.

    Raises:
        SourceError: when the search fails; nothing was yielded then.
    """
    reader = source.reader(tools.reader)
    with closing(Prefetch(request, source, reader, tools.cache)) as prefetch:
        plan = yield from _planned(request, source, tools.cache, prefetch)
        yield from run_planned(plan, source, replace(tools, reader=reader))


def run_planned(plan: Plan, source: Source, tools: Tools) -> Iterator[Event]:
    """The events of a request of which is known what is read; see `run`.

    Args:
        plan: of its search.
        source: opens the files.
        tools: with the reader for the source's files.
    """
    search, grid, selection = plan.search, plan.grid, plan.selection
    all_unusable = (*search.unusable, *selection.unusable)
    notes = (*search.notes, *tools.notes)
    dropped, is_offline = selection.dropped, search.is_offline
    yield Found(grid, selection.scenes, all_unusable, dropped, notes, is_offline)
    unusable = (FailedChip(o.scene, o.reason, Absence.UNUSABLE) for o in all_unusable)
    reader = tools.reader
    if tools.cache is not None:
        reader = CachedReader(reader, tools.cache, source=source.identity)
    reader = AlternatesReader(reader)
    access = OfflineAccess(source.access) if search.is_offline else source.access
    read_tools = ReadTools(reader, access, tools.rule, source.identity)
    dates = DateRun(plan.request, read_tools, grid)
    for event in chain(unusable, dates.results(selection.scenes)):
        yield dates.labelled(event)


def _planned(
    request: ChipRequest, source: Source, cache: ChipCache | None, prefetch: Prefetch
) -> Generator[Waiting, None, Plan]:
    """Search, and plan what is read.

    A kept search is used only if no file has to be read: files and their items may have been
    replaced since. (Except of a source to which a search is costly: it names products in full.)
    """
    search = yield from in_search_thread(lambda: find(request, source, cache, prefetch=prefetch))
    plan = Plan.of(search, request)
    if cache is None or not search.is_kept or not source.lists_freely:
        return plan
    if plan.is_kept(cache, source.identity):
        return plan
    searched = yield from in_search_thread(
        lambda: find(request, source, cache, prefetch=prefetch, fresh_s=0.0)
    )
    return Plan.of(searched, request)
