"""Running a plan: pieces in threads of this process, or on whatever executor is given."""

from __future__ import annotations

import queue
from collections.abc import Generator, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Protocol, Union

from ..cache import ChipCache, open_default
from ..cancellation import Cancellation
from ..errors import SourceError
from ..per_process import PerProcess
from ..reading.contract import HEARTBEAT_S, Access
from ..reading.default_reader import default_reader
from ..reasons import Reason
from .piece_run import PieceTools, table_of

if TYPE_CHECKING:
    from ..model import Asset, Scene
    from ..reading.contract import AccessTo, Reader
    from ..reading.network import Network
    from ..sources.source import Source
    from .plan import ParcelPlan, PlanPiece
    from .table import ParcelTable

AT_ONCE = 2
"""Pieces in this process: while one's pixels are fetched another's are counted."""
PIECES_PER_WORKER = 2


class PieceFuture(Protocol):
    """What `concurrent.futures` and `dask.distributed` have in common."""

    def result(self) -> Any:  # noqa: ANN401
        """The result, when there is one."""

    def cancel(self) -> Any:  # noqa: ANN401
        """Don't begin it."""

    def add_done_callback(self, call: Callable[[Any], object], /) -> Any:  # noqa: ANN401
        """Call when it ends."""


class Executor(Protocol):
    """Runs calls elsewhere: one of `concurrent.futures`, or a `dask.distributed.Client`."""

    def submit(self, call: Callable[..., Any], /, *given: Any) -> Any:  # noqa: ANN401
        """Run `call(*given)`; gives a `PieceFuture`."""


def run_plan(
    plan: ParcelPlan,
    source: Source,
    *,
    cache: Union[ChipCache, str, Path, None] = None,
    reader: Reader | None = None,
    executor: Executor | None = None,
    at_once: int | None = None,
) -> Iterator[ParcelTable]:
    """The tables of a plan's pieces, in order of arrival; stop iterating to cancel.

    Each holds the rows of some parcels on all dates of the plan. What can't be read costs its
    date for its parcels, which `reason` tells.

    Args:
        plan: of `plan_parcels`, or a part of one.
        source: which opens the files; the one that the plan was made with.
        cache: a cache, or a folder for one, to keep the parcels' pixels in; None keeps nothing.
        reader: cuts windows; by default the fast reader. Not for an executor.
        executor: runs the pieces, by default two threads. It gets pieces and what is signed for
            their files, never the source; `cache` is opened by each of its workers.
        at_once: pieces handed out at once, by default two for each worker.

    Raises:
        SourceError: when no file can be opened at all.
    """
    events = waiting_tables(
        plan, source, cache=cache, reader=reader, executor=executor, at_once=at_once
    )
    return (table for table in events if table is not None)


def waiting_tables(
    plan: ParcelPlan,
    source: Source,
    *,
    cache: Union[ChipCache, str, Path, None] = None,
    reader: Reader | None = None,
    executor: Executor | None = None,
    at_once: int | None = None,
) -> Generator[ParcelTable | None, None, None]:
    """As `run_plan`, and None while nothing arrives, so that a run can be cancelled meanwhile."""
    if executor is not None:
        folder = cache.folder.parent if isinstance(cache, ChipCache) else cache
        worker = partial(_submitted, executor, source, folder)
        yield from _tables(plan, worker, at_once or _count_of(executor))
        return
    with _opened(cache) as opened:
        stores = opened.file_stores if opened else None
        with ExitStack() as own:
            used = reader
            if used is None:
                fast = default_reader(source.network, stores=stores)
                used = own.enter_context(closing(fast))
            tools = PieceTools(source.reader(used), source.access, opened)
            yield from _in_threads(plan, tools, at_once or AT_ONCE)


def _in_threads(plan: ParcelPlan, tools: PieceTools, threads: int) -> Iterator[ParcelTable | None]:
    stop = Cancellation()
    pool = ThreadPoolExecutor(threads, "cbm-chips-parcels", stop.adopt_thread)
    try:
        yield from _tables(plan, lambda one: pool.submit(table_of, one, tools), threads)
    finally:
        stop.cancel()
        pool.shutdown(wait=True, cancel_futures=True)


def _tables(
    plan: ParcelPlan, submit: Callable[[PlanPiece], PieceFuture], at_once: int
) -> Iterator[ParcelTable | None]:
    """Never more than `at_once` pieces are handed out and not taken back."""
    waiting = iter(plan.pieces)
    arrived: queue.SimpleQueue[PieceFuture] = queue.SimpleQueue()
    out: set[PieceFuture] = set()

    def hand_out(count: int) -> None:
        for piece in islice(waiting, count):
            future = submit(piece)
            out.add(future)
            future.add_done_callback(arrived.put)

    try:
        hand_out(at_once)
        while out:
            try:
                future = arrived.get(timeout=HEARTBEAT_S)
            except queue.Empty:
                yield None
                continue
            out.discard(future)
            table = future.result()
            hand_out(1)
            yield table
    finally:
        for future in out:
            future.cancel()


@contextmanager
def _opened(cache: Union[ChipCache, str, Path, None]) -> Iterator[ChipCache | None]:
    if cache is None or isinstance(cache, ChipCache):
        yield cache
        return
    opened = open_default(Path(cache))
    try:
        yield opened
    finally:
        if opened is not None:
            opened.close()


def _count_of(executor: Executor) -> int:
    """Pieces to hand out at once."""
    workers = getattr(executor, "_max_workers", None)
    if workers is None and hasattr(executor, "nthreads"):  # dask: worker -> threads
        workers = sum(executor.nthreads().values())
    return PIECES_PER_WORKER * max(int(workers or AT_ONCE), 1)


def _submitted(
    executor: Executor, source: Source, folder: Union[str, Path, None], piece: PlanPiece
) -> PieceFuture:
    """Hand a piece out, with its files signed just now."""
    accesses = PieceAccess.of(piece, source)
    future: PieceFuture = executor.submit(read_piece, piece, accesses, source.network, folder)
    return future


@dataclass(frozen=True)
class PieceAccess:
    """How the files of a piece are opened where its source is not: see `AccessTo`.

    Attributes:
        accesses: by address.
    """

    accesses: Mapping[str, Access] = field(repr=False)

    @classmethod
    def of(cls, piece: PlanPiece, source: Source) -> PieceAccess:
        """Ask the source for each file.

        Raises:
            SourceError: when it gives no access to any.
        """
        found: dict[str, Access] = {}
        failure: SourceError | None = None
        for asset in _assets_in(piece.scenes):
            try:
                found[asset.href] = source.access(asset)
            except SourceError as error:
                failure = error
        if failure is not None and not found:
            raise failure
        return cls(found)

    def __call__(self, asset: Asset, *, renew: bool = False) -> Access:
        """See `AccessTo`; nothing is renewed here."""
        if asset.href not in self.accesses:
            raise SourceError(Reason("the source gave no access to {file}", file=asset.shown))
        return self.accesses[asset.href]


def _assets_in(scenes: tuple[Scene, ...]) -> Iterator[Asset]:
    """All files, at each of their addresses."""
    from dataclasses import replace

    for scene in scenes:
        for asset in scene.assets.values():
            for href in (asset.href, *asset.alternates):
                yield replace(asset, href=href, alternates=())
        yield from _assets_in((*scene.parts, *scene.fallbacks))


def read_piece(
    piece: PlanPiece, access: AccessTo, network: Network, folder: Union[str, Path, None] = None
) -> ParcelTable:
    """A piece's table, on a worker; readers and caches are opened once in each process."""
    reader, cache = _OPENED().tools(network, folder)
    return table_of(piece, PieceTools(reader, access, cache))


class _WorkerTools:
    """Readers and caches of one process."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], tuple[Reader, ChipCache | None]] = {}

    def tools(
        self, network: Network, folder: Union[str, Path, None]
    ) -> tuple[Reader, ChipCache | None]:
        key = (repr(network), str(folder))
        if key not in self._known:
            cache = None if folder is None else open_default(Path(folder))
            stores = cache.file_stores if cache else None
            self._known[key] = (default_reader(network, stores=stores), cache)
        return self._known[key]


_OPENED = PerProcess(_WorkerTools)
