"""Running a plan: pieces in threads of this process, or on whatever executor is given."""

from __future__ import annotations

import queue
from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Callable, Union

from ...cache import ChipCache, open_default
from ...cancellation import Cancellation
from ...errors import RequestError
from ...reading.contract import HEARTBEAT_S
from ...reading.default_reader import default_reader
from ...reasons import Reason
from ..numbers.piece_run import PieceTools, table_of
from .executors import as_executor
from .worker import CONNECTIONS, PieceAccess, WorkerSetup, needs_login, read_piece

if TYPE_CHECKING:
    from ...reading.contract import Reader
    from ...sources.source import Source
    from ..numbers.table import ParcelTable
    from ..planning.plan import ParcelPlan, PlanPiece
    from .executors import CountedExecutor, Executor, PieceFuture

AT_ONCE = 2
"""Pieces in this process: while one's pixels are fetched another's are counted."""
PIECES_PER_WORKER = 2


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
    date for its parcels, with its `reason`.

    Args:
        plan: of `plan_parcels`, or a part of one.
        source: which opens the files; the one that the plan was made with.
        cache: a cache, or a folder for one, to keep the parcels' pixels in; None keeps nothing.
        reader: cuts windows; by default the fast reader. Not for an executor.
        executor: runs the pieces, by default two threads. It gets pieces and what is signed for
            their files, never the source; `cache` is opened by each of its workers. A login
            goes to none but the processes of `concurrent.futures`.
        at_once: pieces handed out at once, by default two for each worker.

    Raises:
        SourceError: when no file can be opened at all.
        RequestError: field `SCHEDULER`, before anything is handed out, for files that take a
            login or S3 keys on other machines.
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
        yield from _elsewhere(plan, source, as_executor(executor), cache, at_once)
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


def _elsewhere(
    plan: ParcelPlan,
    source: Source,
    executor: CountedExecutor,
    cache: Union[ChipCache, str, Path, None],
    at_once: int | None,
) -> Iterator[ParcelTable | None]:
    folder = cache.folder.parent if isinstance(cache, ChipCache) else cache
    trusted = executor.is_of_this_computer
    network = source.network if trusted else source.network.without_login()

    share = max(CONNECTIONS // executor.workers, 1)
    most_out = min(at_once or PIECES_PER_WORKER * executor.threads, CONNECTIONS)

    def submit(piece: PlanPiece, setup: WorkerSetup) -> PieceFuture:
        signed = PieceAccess.of(piece, source)  # just now: signatures grow old
        if not trusted and signed.holds_login:
            raise _login_stays()
        return executor.submit(read_piece, piece, signed, setup)

    if not trusted and needs_login(plan, source):
        raise _login_stays()
    with executor.relaying() as relay:
        setup = WorkerSetup(network, folder, share, relay)
        yield from _tables(plan, lambda piece: submit(piece, setup), most_out)


def _login_stays() -> RequestError:
    return RequestError(
        "SCHEDULER",
        Reason("a source whose files are opened with a login or S3 keys"),
        Reason(
            "files that everyone may read or whose addresses are signed, as a login is not sent "
            "to other machines; without a scheduler this computer reads them"
        ),
    )


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
