"""The pipeline of a request: search -> plan -> SCL first -> bands -> Chip | FailedChip.

A generator: for progress count its events, to cancel stop iterating.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future, wait
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from ..cache import CachedReader, ChipCache
from ..cancellation import Cancellation, current_cancellation
from ..model import (
    Absence,
    ChipRequest,
    FailedChip,
)
from ..reading.alternate_addresses import AlternatesReader
from ..reading.contract import HEARTBEAT_S, OfflineAccess
from ..reading.shutdown import SEARCH_THREAD_NAME
from ..sentinel2.scl import CloudRule
from .dates import DateRun, ReadTools
from .events import WAITING, Event, Found, Waiting
from .plan import Plan
from .prefetch import Prefetch
from .search import find

if TYPE_CHECKING:
    from ..reading.contract import Reader
    from ..sources.source import Source

_SEARCH_SHUTDOWN_S = 0.3
"""A cancelled search nearly always ends by then, unless it hangs in a name service."""


_Result = TypeVar("_Result")


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
        search, grid, selection = plan.search, plan.grid, plan.selection
        all_unusable = (*search.unusable, *selection.unusable)
        notes = (*search.notes, *tools.notes)
        yield Found(grid, selection.scenes, all_unusable, selection.dropped, notes)
        unusable = (FailedChip(o.scene, o.reason, Absence.UNUSABLE) for o in all_unusable)
        if tools.cache is not None:
            reader = CachedReader(reader, tools.cache, source=source.identity)
        reader = AlternatesReader(reader)
        access = OfflineAccess(source.access) if search.is_offline else source.access
        read_tools = ReadTools(reader, access, tools.rule, source.identity)
        dates = DateRun(request, read_tools, grid)
        for event in chain(unusable, dates.results(selection.scenes)):
            yield dates.with_share(event)


def _planned(
    request: ChipRequest, source: Source, cache: ChipCache | None, prefetch: Prefetch
) -> Generator[Waiting, None, Plan]:
    """Search, and plan what is read.

    A kept search is used only if no file has to be read: files and their items may have been
    replaced since. (Except of a source to which a search is costly: it names products in full.)
    """
    search = yield from _in_search_thread(lambda: find(request, source, cache, prefetch=prefetch))
    plan = Plan.of(search, request)
    if cache is None or not search.is_kept or not source.lists_freely:
        return plan
    if plan.is_kept(cache, source.identity):
        return plan
    searched = yield from _in_search_thread(
        lambda: find(request, source, cache, prefetch=prefetch, fresh_s=0.0)
    )
    return Plan.of(searched, request)


def _in_search_thread(call: Callable[[], _Result]) -> Generator[Waiting, None, _Result]:
    """The call's result, from a daemon thread; cancelled when this generator is closed."""
    answer: Future[_Result] = Future()
    stop = Cancellation()

    def work() -> None:
        try:
            with stop.for_this_thread():
                answer.set_result(call())
        except BaseException as error:  # noqa: BLE001  # raised again below
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
        thread.join(_SEARCH_SHUTDOWN_S)
