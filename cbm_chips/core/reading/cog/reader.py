"""The fast reader: windows of tiled DEFLATE GeoTIFFs, block by block; the rest is handed over.

A block is one DEFLATE stream, rows from top to bottom: a window that ends at row r of a block
takes the first r/height of its bytes and of the inflating. The block's checksum lies at its end:
it is verified where the whole block is fetched, which blocks of 64 kB and less always are, and
given up for the others, of which only damage that can't be inflated is noticed.

Each range of each file is on its way by itself; blocks go ahead of tables, earlier jobs ahead of
later ones.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Union

from ...errors import ReadError
from ...per_process import PerProcess
from ..contract import HEARTBEAT_S, NotWindowed, Read, Reader, ReadJob
from ..failures import failed
from ..gdal.reader import UNREADABLE
from ..http.concurrency import PrioritySemaphore
from ..http.signed_access import SignedAccesses
from ..http.threads import LoopThread, WorkerThreads
from ..network import Network
from .decode import Cut
from .inflate import CorruptData, Damaged
from .open_files import Changed, Crew, Files, OpenFile

if TYPE_CHECKING:
    from ..block_cache.disk import PrefixStore
    from ..contract import AccessTo
    from .header_store import Table, TableStore
    from .window_plan import Stretch

CONNECTIONS = 80
"""Ranges on the way at once, for each host: enough for small blocks over a long line; more hands to
shake over TLS would take longer than they save."""
UNDER_WAY_BYTES = 32 << 20
"""Of blocks, from when they are asked for until they are inflated: a tenth of a second's work, and
more than most lines hold."""
GENERAL_AT_ONCE = 16
GEOTIFF = "geotiff"
DAMAGED = "the file is damaged: a block of pixels and its checksum don't fit together"


@dataclass(frozen=True)
class _Means:
    """What all runs of a reader share.

    Attributes:
        under_way: what there is room for in memory.
        general_turns: held by those who read with `general`.
    """

    files: Files
    loop_thread: LoopThread
    under_way: PrioritySemaphore
    general: Reader
    general_turns: threading.BoundedSemaphore
    general_at_once: int


class WindowReader:
    """Reads windows of tiled GeoTIFFs; `general` reads all other files. See `contract.Reader`."""

    def __init__(
        self,
        network: Network | None = None,
        *,
        general: Reader,
        tables: TableStore | None = None,
        prefixes: PrefixStore | None = None,
        connections: int = CONNECTIONS,
        general_at_once: int = GENERAL_AT_ONCE,
    ) -> None:
        """`tables` and `prefixes` keep what is known of files beyond the process."""

        def means() -> _Means:
            files = Files(
                network or Network(), connections=connections, tables=tables, prefixes=prefixes
            )
            return _Means(
                files,
                LoopThread(files.ranges.close),
                PrioritySemaphore(UNDER_WAY_BYTES),
                general,
                threading.BoundedSemaphore(general_at_once),
                general_at_once,
            )

        self._of_process = PerProcess(means)
        self._of_process()

    @property
    def _means(self) -> _Means:
        return self._of_process()

    def preconnect(self, hosts: Sequence[str]) -> None:
        """See `contract.EarlyReader.preconnect`."""
        self._means.loop_thread.start(self._means.files.ranges.preconnect(hosts))

    def read_ahead(
        self, jobs: Sequence[ReadJob], access: AccessTo
    ) -> Generator[Read | None, None, None]:
        """See `contract.EarlyReader.read_ahead`."""
        yield from _reads(replace(self._means, general=_Nobody()), jobs, access)

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job in order of arrival; see `contract.Reader.read_all`."""
        return _reads(self._means, jobs, access)


def _reads(means: _Means, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
    if jobs:
        yield from _Run(means, access, len(jobs)).reads(jobs)


class _Nobody:
    """In place of the general reader, which keeps nothing of what it has fetched."""

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """Nothing is read."""
        for job in jobs:
            yield Read(job, error=ReadError("not ahead"))


class _Run:
    """One call of `read_all`."""

    def __init__(self, means: _Means, access: AccessTo, count: int) -> None:
        self._means, self._access = means, access
        self._decoders = WorkerThreads(min(count, os.cpu_count() or 1))
        self._patient = WorkerThreads(min(count, means.general_at_once))
        self._given_up = threading.Event()
        self._arrived: SimpleQueue[Union[Read, Future[None]]] = SimpleQueue()

    def reads(self, jobs: Sequence[ReadJob]) -> Iterator[Read | None]:
        """See `WindowReader.read_all`."""
        files = self._means.files
        files.expect(job.asset for job in jobs)
        accesses = SignedAccesses(self._access, (job.asset for job in jobs), self._patient)
        running = self._means.loop_thread.start(self._all(jobs, Crew(self._decoders, accesses)))
        running.add_done_callback(self._arrived.put)
        left = len(jobs)
        try:
            while left:
                read = self._next()
                left -= read is not None
                yield read
        finally:
            self._given_up.set()
            running.cancel()
            self._decoders.shut_down()
            self._patient.shut_down()
            files.save()

    def _next(self) -> Read | None:
        try:
            arrived = self._arrived.get(timeout=HEARTBEAT_S)
        except Empty:
            return None
        if isinstance(arrived, Read):
            return arrived
        arrived.result()  # all is done: if by a mistake of ours, it is raised here
        return None

    async def _all(self, jobs: Sequence[ReadJob], crew: Crew) -> None:
        await asyncio.gather(*(self._one(number, job, crew) for number, job in enumerate(jobs)))

    async def _one(self, number: int, job: ReadJob, crew: Crew) -> None:
        """One job, which ends with a `Read` whatever becomes of it."""
        try:
            await self._tried(number, job, crew)
        except Exception as error:  # noqa: BLE001 - the border: no file ends the run of others
            self._arrived.put(failed(job, error))

    async def _tried(self, number: int, job: ReadJob, crew: Crew) -> None:
        file = OpenFile(self._means.files, job.asset, crew, number=number)
        try:
            self._arrived.put(await self._cut_surely(job, file, number))
        except (NotWindowed, CorruptData, Changed) as surprise:
            if not isinstance(surprise, NotWindowed):
                await self._decoders.run(file.forget)
            await self._patient.run(partial(self._hand_over, job, file.budget.left_s))

    async def _cut_surely(self, job: ReadJob, file: OpenFile, number: int) -> Read:
        """Fetched once more where a block is damaged: it may have happened on the way.

        GDAL is not asked, as it does not look at checksums everywhere.
        """
        try:
            return await self._cut(job, file, number)
        except Damaged:
            await self._decoders.run(file.forget)
        try:
            return await self._cut(job, file, number)
        except Damaged:
            await self._decoders.run(file.forget)
            raise ReadError(DAMAGED, http_status=UNREADABLE) from None

    async def _cut(self, job: ReadJob, file: OpenFile, number: int) -> Read:
        if job.asset.media != GEOTIFF:
            raise NotWindowed(job.asset.media)
        table = await file.table()
        cut = Cut(job, file, table)
        fillings = [
            asyncio.ensure_future(self._fill(cut, stretch, file, table, number))
            for stretch in cut.stretches
        ]
        try:
            await asyncio.gather(*fillings)
        finally:
            for filling in fillings:
                filling.cancel()
        return Read(job, pixels=cut.pixels())

    async def _fill(
        self, cut: Cut, stretch: Stretch, file: OpenFile, table: Table, number: int
    ) -> None:
        """Fetch a stretch, and as much more as it takes."""
        async with self._means.under_way.slot((number,), stretch.stop - stretch.start):
            prefixes = await file.blocks(stretch, table)
            pieces = list(zip(stretch.parts, prefixes))
            while pieces:
                short = await self._decoders.run(partial(cut.fill, pieces))
                pieces = [(part, await file.more_of(part, data, table)) for part, data in short]

    def _hand_over(self, job: ReadJob, left_s: float) -> None:
        """Any surprise is the general reader's, which decides what comes of the job."""
        with self._means.general_turns:
            if self._given_up.is_set():
                return
            handed = replace(job, left_s=left_s)
            for read in self._means.general.read_all([handed], self._access):
                if read is not None:
                    self._arrived.put(replace(read, job=job))
                if self._given_up.is_set():
                    return
