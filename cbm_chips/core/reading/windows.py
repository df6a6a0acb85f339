"""The fast reader: windows of tiled DEFLATE GeoTIFFs, block by block; the rest is handed over.

A block is one DEFLATE stream, rows from top to bottom: a window that ends at row r of a block
takes the first r/height of its bytes and of the inflating. Each range of each file is a task of
its own; blocks go ahead of tables, earlier jobs ahead of later ones.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Union

from ..errors import ReadError, SourceError
from .blocks.agenda import Agenda
from .blocks.cutting import Cut
from .blocks.file_bytes import NotWindowed
from .blocks.files import Changed, Files, OpenFile
from .blocks.inflate import CorruptData
from .blocks.leash import Leash
from .blocks.pace import Stopped
from .blocks.plan import Stretch
from .jobs import HEARTBEAT_S, Read, Reader, ReadJob
from .network import Network
from .patience import THREAD_NAME

if TYPE_CHECKING:
    from .access import AccessTo
    from .blocks.prefix_folder import PrefixStore
    from .blocks.tables import TableStore

CONNECTIONS = 64
"""Ranges on the way at once, for each host."""
GENERAL_AT_ONCE = 16
THREADS_PER_JOB = 4
GEOTIFF = "geotiff"
BLOCKS, TABLES = 0, 1
"""Ranks of tasks."""


@dataclass(frozen=True)
class _Means:
    """What all runs of a reader share.

    Attributes:
        decoding: held by those who keep a processor busy.
        general_turns: held by those who read with `general`.
    """

    files: Files
    general: Reader
    decoding: threading.BoundedSemaphore
    general_turns: threading.BoundedSemaphore


class WindowReader:
    """Reads windows itself where it can, and lets `general` read the others; see `jobs.Reader`."""

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
        self._connections = connections
        self._means = _Means(
            Files(network or Network(), connections=connections, tables=tables, prefixes=prefixes),
            general,
            threading.BoundedSemaphore(os.cpu_count() or 1),
            threading.BoundedSemaphore(general_at_once),
        )

    def greet(self, hosts: Sequence[str]) -> None:
        """See `jobs.EarlyReader.greet`."""
        self._means.files.ranges.greet(hosts)

    def read_ahead(
        self, jobs: Sequence[ReadJob], access: AccessTo
    ) -> Generator[Read | None, None, None]:
        """See `jobs.EarlyReader.read_ahead`."""
        yield from self._reads(replace(self._means, general=_Nobody()), jobs, access)

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job in order of arrival; see `jobs.Reader.read_all`."""
        return self._reads(self._means, jobs, access)

    def _reads(
        self, means: _Means, jobs: Sequence[ReadJob], access: AccessTo
    ) -> Iterator[Read | None]:
        if jobs:
            threads = min(self._connections, THREADS_PER_JOB * len(jobs))
            yield from _Run(means, access).reads(jobs, threads=threads)


class _Nobody:
    """In place of the general reader, which keeps nothing of what it has fetched."""

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """Nothing is read."""
        for job in jobs:
            yield Read(job, error=ReadError("not ahead"))


class _Errand:
    """One job of a run: it ends once, whatever becomes of its parts."""

    def __init__(self, number: int, job: ReadJob, file: OpenFile) -> None:
        self.number, self.job, self.file = number, job, file
        self.has_ended = False
        self._lock = threading.Lock()

    def end(self) -> bool:
        """True for the one caller that may say how it ended."""
        with self._lock:
            is_first, self.has_ended = not self.has_ended, True
            return is_first


class _Run:
    """One call of `read_all`."""

    def __init__(self, means: _Means, access: AccessTo) -> None:
        self._means, self._access = means, access
        self._agenda, self._leash = Agenda(), Leash()
        self._arrived: SimpleQueue[Union[Read, Future[None]]] = SimpleQueue()

    def reads(self, jobs: Sequence[ReadJob], *, threads: int) -> Iterator[Read | None]:
        """See `WindowReader.read_all`."""
        files = self._means.files
        files.expect(job.asset for job in jobs)
        for number, job in enumerate(jobs):
            file = files.open(job.asset, self._access, self._leash.given_up)
            self._plan(TABLES, _Errand(number, job, file), self._locate)
        pool = ThreadPoolExecutor(threads, thread_name_prefix=THREAD_NAME)
        try:
            for _ in range(threads):
                pool.submit(self._work).add_done_callback(self._arrived.put)
            left = len(jobs)
            while left:
                read = self._next()
                left -= read is not None
                yield read
        finally:
            self._agenda.stop()
            self._leash.cut()
            pool.shutdown(wait=False)
            files.save()

    def _next(self) -> Read | None:
        try:
            arrived = self._arrived.get(timeout=HEARTBEAT_S)
        except Empty:
            return None
        if isinstance(arrived, Read):
            return arrived
        arrived.result()  # a thread has ended: if by a mistake of ours, it is raised here
        return None

    def _work(self) -> None:
        with self._leash.worn():
            self._agenda.work()

    def _plan(self, rank: int, errand: _Errand, step: Callable[[_Errand], None]) -> None:
        self._agenda.add((rank, errand.number), partial(self._do, errand, step))

    def _do(self, errand: _Errand, step: Callable[[_Errand], None]) -> None:
        """One step of an errand; a failure ends it."""
        if errand.has_ended:
            return
        try:
            step(errand)
        except Stopped:
            return
        except (NotWindowed, CorruptData, Changed) as surprise:
            if not isinstance(surprise, NotWindowed):
                errand.file.forget()
            if errand.end():
                self._hand_over(errand.job)
        except ReadError as error:
            self._arrive(errand, Read(errand.job, error=error))
        except SourceError as error:
            self._arrive(errand, Read(errand.job, error=ReadError(str(error))))

    def _locate(self, errand: _Errand) -> None:
        if errand.job.asset.media != GEOTIFF:
            raise NotWindowed(errand.job.asset.media)
        cut = Cut(errand.job, errand.file, errand.file.table())
        for stretch in cut.stretches:
            self._plan(BLOCKS, errand, partial(self._fill, cut, stretch))
        if not cut.stretches:
            self._arrive(errand, Read(errand.job, pixels=cut.pixels()))

    def _fill(self, cut: Cut, stretch: Stretch, errand: _Errand) -> None:
        if cut.fill(stretch, self._means.decoding):
            self._arrive(errand, Read(errand.job, pixels=cut.pixels()))
        cut.keep()

    def _arrive(self, errand: _Errand, read: Read) -> None:
        if errand.end():
            self._arrived.put(read)

    def _hand_over(self, job: ReadJob) -> None:
        """Any surprise is the general reader's, which decides what comes of the job."""
        with self._means.general_turns:
            if self._leash.given_up.is_set():
                return
            for read in self._means.general.read_all([job], self._access):
                if read is not None:
                    self._arrived.put(read)
                if self._leash.given_up.is_set():
                    return
