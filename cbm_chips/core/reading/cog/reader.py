"""The fast reader: windows of tiled DEFLATE GeoTIFFs, block by block.

A block is one DEFLATE stream, rows from top to bottom: a window that ends at row r of a block
takes the first r/height of its bytes. The block's checksum lies at its end: it is verified where
the whole block is fetched, which blocks of 64 kB and less always are; elsewhere only damage that
can't be inflated is noticed.

All byte ranges are fetched concurrently; blocks before headers, earlier jobs before later ones, and
headers of urgent jobs before all others: of many files together, headers take the processor.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Union

from ...errors import ReadError
from ...per_process import PerProcess
from ...reasons import Reason
from ..contract import HEARTBEAT_S, NotWindowed, Read, Reader, ReadJob
from ..failures import ReaderClosed, failed
from ..gdal.reader import UNREADABLE
from ..http.concurrency import HeadStart, PrioritySemaphore
from ..http.signed_access import SignedAccesses
from ..http.threads import LoopThread, WorkerThreads
from ..network import Network
from .decode import WindowRead, window_read
from .inflate import CorruptData, DamagedBlock
from .open_files import FileChanged, KnownFiles, OpenFile, RunContext

if TYPE_CHECKING:
    from ..contract import AccessTo, Buffer, ClosableReader
    from ..http.paces import HostPaces
    from .header_store import FileStores
    from .window_plan import BlockPart, ByteRange

CONNECTIONS = 80
"""Requests at once to each host: enough for small blocks over a long distance; more TLS handshakes
would take longer than they save."""
MAX_IN_FLIGHT_BYTES = 32 << 20
"""Of blocks, from request to inflated pixels: a tenth of a second's work, and more than the
bandwidth-delay product of most networks."""
GENERAL_AT_ONCE = 16
NICENESS = 5
"""Of decoding threads where somebody works meanwhile. They are as many as the cores: a window that
stands still waits for a core most of that time. Beside other work they keep a quarter of a core."""
HEAD_START_S = 0.3
"""The most by which a slow header of an urgent job delays the other jobs."""
GEOTIFF = "geotiff"
DAMAGED = Reason("the file is damaged: a block of pixels and its checksum don't fit together")


@dataclass(frozen=True)
class _ReaderState:
    """What all runs of a reader share.

    Attributes:
        in_flight: limits the bytes of blocks in memory.
        general: reads the files that can't be read by blocks.
        general_slots: limits the concurrent reads of `general`.
    """

    files: KnownFiles
    loop_thread: LoopThread
    in_flight: PrioritySemaphore
    general: Reader
    general_slots: threading.BoundedSemaphore
    general_at_once: int


class WindowReader:
    """Reads windows of tiled GeoTIFFs; `general` reads all other files. See `contract.Reader`."""

    def __init__(
        self,
        network: Network | None = None,
        *,
        general: ClosableReader,
        stores: FileStores | None = None,
        connections: int = CONNECTIONS,
        paces: HostPaces | None = None,
        general_at_once: int = GENERAL_AT_ONCE,
    ) -> None:
        """`general` is closed with this; `stores` keep what is known of files for longer."""

        def state() -> _ReaderState:
            files = KnownFiles(
                network or Network(), connections=connections, stores=stores, paces=paces
            )
            return _ReaderState(
                files,
                LoopThread(files.ranges.close),
                PrioritySemaphore(MAX_IN_FLIGHT_BYTES),
                general,
                threading.BoundedSemaphore(general_at_once),
                general_at_once,
            )

        self._general = general
        self._niceness = 0
        self._of_process = PerProcess(state)
        self._of_process()

    @property
    def _state(self) -> _ReaderState:
        return self._of_process()

    def close(self) -> None:
        """See `contract.ClosableReader`."""
        self._state.loop_thread.close()
        self._general.close()
        self._state.files.wait_for_headers()

    def let_others_go_first(self, niceness: int = NICENESS) -> None:
        """Threads that decode take a core when no other thread wants it; see `threads`."""
        self._niceness = niceness

    def preconnect(self, hosts: Sequence[str]) -> None:
        """See `contract.EarlyReader.preconnect`."""
        self._state.loop_thread.start(self._state.files.ranges.preconnect(hosts))

    def read_ahead(
        self, jobs: Sequence[ReadJob], access: AccessTo
    ) -> Generator[Read | None, None, None]:
        """See `contract.EarlyReader.read_ahead`."""
        yield from self._reads(replace(self._state, general=_NoReader()), jobs, access)

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job in order of arrival; see `contract.Reader.read_all`."""
        return self._reads(self._state, jobs, access)

    def _reads(
        self, state: _ReaderState, jobs: Sequence[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        if jobs:
            yield from _WindowRun(state, access, len(jobs), self._niceness).reads(jobs)


class _NoReader:
    """Replaces the general reader in `read_ahead`, as that one keeps nothing."""

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """Fail each job."""
        for job in jobs:
            yield Read(job, error=ReadError(Reason("not ahead")))


class _WindowRun:
    """One call of `read_all`."""

    def __init__(self, state: _ReaderState, access: AccessTo, count: int, niceness: int) -> None:
        self._state, self._access = state, access
        self._decoders = WorkerThreads(min(count, os.cpu_count() or 1), niceness=niceness)
        self._blocking = WorkerThreads(min(count, state.general_at_once))
        self._cancelled = threading.Event()
        self._head_start: HeadStart
        self._arrived: SimpleQueue[Union[Read, Future[None]]] = SimpleQueue()

    def reads(self, jobs: Sequence[ReadJob]) -> Iterator[Read | None]:
        """See `WindowReader.read_all`."""
        files = self._state.files
        files.preload(job.asset for job in jobs)
        accesses = SignedAccesses(self._access, (job.asset for job in jobs), self._blocking)
        context = RunContext(self._decoders, accesses)
        running = self._state.loop_thread.start(self._all(jobs, context))
        running.add_done_callback(self._arrived.put)
        left = len(jobs)
        try:
            while left:
                read = self._next()
                left -= read is not None
                yield read
        finally:
            self._cancelled.set()
            running.cancel()
            self._decoders.shut_down()
            self._blocking.shut_down()
            files.save()

    def _next(self) -> Read | None:
        try:
            arrived = self._arrived.get(timeout=HEARTBEAT_S)
        except Empty:
            return None
        if isinstance(arrived, Read):
            return arrived
        try:
            arrived.result()  # raises a bug of ours
        except CancelledError:
            raise ReaderClosed from None
        return None

    async def _all(self, jobs: Sequence[ReadJob], context: RunContext) -> None:
        numbered = list(enumerate(jobs))
        urgent = (number for number, job in numbered if job.is_urgent)
        self._head_start = HeadStart(urgent, most_s=HEAD_START_S)
        await asyncio.gather(*(self._one(number, job, context) for number, job in numbered))

    async def _one(self, number: int, job: ReadJob, context: RunContext) -> None:
        """One job; always ends with a `Read`."""
        try:
            await self._head_start.turn_of(number)
            await self._read(number, job, context)
        except Exception as error:  # noqa: BLE001 - the border: no file ends the run of others
            self._arrived.put(failed(job, error))
        finally:
            self._head_start.note_passed(number)

    async def _read(self, number: int, job: ReadJob, context: RunContext) -> None:
        may_keep = job.wanted is None or job.may_keep
        file = OpenFile(self._state.files, job.asset, context, number=number, may_keep=may_keep)
        try:
            self._arrived.put(await self._read_undamaged(job, file, number))
        except (NotWindowed, CorruptData, FileChanged) as reason:
            if not isinstance(reason, NotWindowed):
                await self._decoders.run(file.invalidate)
            await self._blocking.run(partial(self._read_by_general, job, file.budget.left_s))

    async def _read_undamaged(self, job: ReadJob, file: OpenFile, number: int) -> Read:
        """Read once more where a block is damaged: that may have happened in transfer.

        Not by GDAL, which does not verify all checksums.
        """
        try:
            return await self._read_window(job, file, number)
        except DamagedBlock:
            await self._decoders.run(file.invalidate)
        try:
            return await self._read_window(job, file, number)
        except DamagedBlock:
            await self._decoders.run(file.invalidate)
            raise ReadError(DAMAGED, http_status=UNREADABLE) from None

    async def _read_window(self, job: ReadJob, file: OpenFile, number: int) -> Read:
        if job.asset.media != GEOTIFF:
            raise NotWindowed(job.asset.media)
        header = await file.header()
        self._head_start.note_passed(number)
        window = window_read(job, header)
        tasks = [
            asyncio.ensure_future(self._fetch_and_decode(window, byte_range, file, number))
            for byte_range in window.byte_ranges
        ]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
        return Read(job, pixels=window.pixels(bytes_read=file.bytes_read, notes=file.notes))

    async def _fetch_and_decode(
        self, window: WindowRead, byte_range: ByteRange, file: OpenFile, number: int
    ) -> None:
        """Fetch a range and decode it; where a prefix is too short, fetch more of it."""
        header = window.header
        async with self._state.in_flight.slot((number,), byte_range.stop - byte_range.start):
            prefixes = await file.blocks(byte_range, header)
            pieces = list(zip(byte_range.parts, prefixes))
            while pieces:
                short = await self._decoders.run(partial(_decoded, window, pieces, file))
                pieces = [(part, await file.more_of(part, data, header)) for part, data in short]

    def _read_by_general(self, job: ReadJob, left_s: float) -> None:
        with self._state.general_slots:
            if self._cancelled.is_set():
                return
            general_job = replace(job, left_s=left_s)
            for read in self._state.general.read_all([general_job], self._access):
                if read is not None:
                    self._arrived.put(replace(read, job=job))
                if self._cancelled.is_set():
                    return


def _decoded(
    window: WindowRead, pieces: Sequence[tuple[BlockPart, Buffer]], file: OpenFile
) -> Sequence[tuple[BlockPart, Buffer]]:
    """Decode prefixes; the ones that are too short. Those that gave pixels are kept."""
    short = []
    for part, prefix in pieces:
        if window.decode(part, prefix):
            file.mark_decoded(part, prefix, window.header)
        else:
            short.append((part, prefix))
    return short
