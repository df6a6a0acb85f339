"""Remote files as far as they are known: tables and prefixes, each fetched once for all runs."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from ...errors import ReadError
from ..block_cache.memory import LIMIT_BYTES, Key, Prefixes
from ..contract import NOT_ASKED, NotWindowed
from ..http.concurrency import SingleFlight
from ..http.content_range import FileRange
from ..http.range_client import RangeClient, read_local
from ..http.threads import WorkerThreads
from ..network import Network
from ..origins import is_remote
from ..retries import RetryPolicy, TimeBudget
from .file_bytes import NeedBytes
from .header import parse_layout
from .header_store import Table, Tables, TableStore

if TYPE_CHECKING:
    from ...model import Asset
    from ..block_cache.disk import PrefixStore
    from ..contract import Buffer
    from ..http.signed_access import SignedAccesses
    from .window_plan import Part, Stretch

HEAD_BYTES = 6 << 10
"""Holds the header of a tile in blocks of 512 px, which takes 5.6 kB, and that of most others."""
LONGEST_HEAD_BYTES = 64 << 10
MOST_HEAD_PARTS = 12
MORE_BYTES = 64 << 10
"""The least that is fetched where a prefix turns out too short."""
BLOCKS, TABLES = 0, 1
"""Ranks of reads."""


class Changed(Exception):
    """The file is another one than the one whose table is known."""


@dataclass(frozen=True)
class Crew:
    """Who works on a run: threads, and who asks the source how its files are opened."""

    workers: WorkerThreads
    accesses: SignedAccesses


class OpenFile:
    """One asset as a run gets at it.

    `bytes_read` counts what came over the network, for this run's job alone; `notes` see `Pixels`.

    What was kept of a file is used where it is of the content that is wanted. Where the item says
    which that is, it is believed. Where it does not, the server is asked for one byte first, and
    by ETag (else Last-Modified) and size it tells whether the file is still the same; a server
    that tells only the size has its files read anew, run by run.
    """

    def __init__(self, files: Files, asset: Asset, crew: Crew, *, number: int) -> None:
        """`number`: the smaller it is, the sooner its turns come."""
        self._files, self._asset, self._crew = files, asset, crew
        self._number = number
        self.budget = TimeBudget(files.network.file_budget_s)
        self.bytes_read = 0
        self.notes: tuple[str, ...] = ()
        self.name = asset.content
        self.is_kept = is_remote(asset.href)

    async def table(self) -> Table:
        """Where the blocks are.

        Raises:
            ReadError, SourceError: when the file can't be had.
            NotWindowed: when it is not for the block reader.
        """
        if not self.is_kept:
            return await self._read_table()
        tables = self._files.tables
        former = tables.get(self.name)
        if former is not None and (self._asset.version or await self._still_holds(former)):
            return former
        async with self._files.single_flight.exclusive(self.name):
            known = tables.get(self.name)
            if known is None or known is former:
                known = await self._read_table()
                tables.put(self.name, known)
        return known

    async def _still_holds(self, table: Table) -> bool:
        """Whether the file has the content of that table; True as well where nobody answers."""
        try:
            piece = await self._read(0, 1, TABLES)
        except ReadError as error:
            if error.http_status is not None:
                raise
            self.notes = (NOT_ASKED,)
            return True
        if table.version and table.holds_for(piece.size_bytes, piece.version):
            return True
        await self._crew.workers.run(self.forget)
        return False

    async def blocks(self, stretch: Stretch, table: Table) -> Sequence[Buffer]:
        """The prefix of each part's block, at least as long as the part estimates.

        Raises:
            Changed: when the table holds for another content of the file.
            ReadError, SourceError, NotWindowed: as `table`.
        """
        if not self._keeps(table):
            return await self._fetch(stretch.parts, table)
        async with self._files.single_flight.exclusive((self.name, stretch.start)):
            kept = [await self._prefix(part, table) for part in stretch.parts]
            if all(len(data) >= part.prefix_bytes for part, data in zip(stretch.parts, kept)):
                return kept
            return await self._fetch(stretch.parts, table, had=kept[0] if len(kept) == 1 else b"")

    async def more_of(self, part: Part, data: Buffer, table: Table) -> Buffer:
        """A prefix that turned out too short, longer.

        Raises:
            Changed, ReadError, SourceError, NotWindowed: as `blocks`.
        """
        start = part.block.offset + len(data)
        whole = part.block.offset + part.block.byte_count
        stop = min(whole, start + max(MORE_BYTES, len(data) // 2))
        piece = await self._read(start, stop, BLOCKS)
        self._check(piece, table)
        return self._keep(part, b"".join((data, piece.data)), table)

    def prove(self, part: Part, data: Buffer, table: Table) -> None:
        """This prefix gave the pixels: it may be kept for good. For worker threads."""
        if self._keeps(table):
            self._files.prefixes.prove(self._key(part, table), data)

    def forget(self) -> None:
        """What is known of the file is wrong. For worker threads."""
        self._files.tables.forget(self.name)
        self._files.prefixes.forget(self.name)

    async def _fetch(
        self, parts: Sequence[Part], table: Table, *, had: Buffer = b""
    ) -> Sequence[Buffer]:
        """All these parts in one range, less what is there of the only one."""
        start = parts[0].block.offset
        stop = max(part.block.offset + part.prefix_bytes for part in parts)
        piece = await self._read(start + len(had), stop, BLOCKS)
        self._check(piece, table)
        data = memoryview(b"".join((had, piece.data)) if had else piece.data)
        found = []
        for part in parts:
            at = part.block.offset - start
            found.append(self._keep(part, data[at : at + part.prefix_bytes], table))
        return found

    def _keeps(self, table: Table) -> bool:
        """Blocks are kept where it can be told later what they are of."""
        return self.is_kept and bool(self._asset.version or table.version)

    def _key(self, part: Part, table: Table) -> Key:
        return Key(self.name, part.block.offset, table.content)

    async def _prefix(self, part: Part, table: Table) -> Buffer:
        prefixes, key = self._files.prefixes, self._key(part, table)
        data = prefixes.peek(key)
        if len(data) >= part.prefix_bytes or prefixes.stored_bytes(key) <= len(data):
            return data
        return await self._crew.workers.run(partial(prefixes.get, key, part.prefix_bytes))

    def _keep(self, part: Part, data: Buffer, table: Table) -> Buffer:
        if self._keeps(table):
            self._files.prefixes.put(self._key(part, table), data)
        return data

    def _check(self, piece: FileRange, table: Table) -> None:
        if not table.holds_for(piece.size_bytes, piece.version):
            raise Changed("the file has changed")

    async def _read_table(self) -> Table:
        first = await self._read(0, self._files.head_bytes, TABLES)
        pieces = {0: bytes(first.data)}
        for _ in range(MOST_HEAD_PARTS):
            try:
                layout = parse_layout(pieces, size_bytes=first.size_bytes)
            except NeedBytes as need:
                piece = await self._read(need.start, need.stop, TABLES)
                if (piece.size_bytes, piece.version) != (first.size_bytes, first.version):
                    raise Changed("the file has changed") from None
                pieces[need.start] = bytes(piece.data)
                self._files.learn_head(need.stop)
            else:
                return Table(layout, first.size_bytes, first.version)
        raise NotWindowed("its header lies scattered over the file")

    async def _read(self, start: int, stop: int, rank: int) -> FileRange:
        """Once more where it is worth it; blocks go ahead of tables."""
        if not self.is_kept:
            return await self._crew.workers.run(partial(read_local, self._asset.href, start, stop))
        policy = RetryPolicy(self._files.network, self.budget)
        while True:
            access = await self._crew.accesses.get(self._asset, renew=policy.renew)
            policy.limit_to(access)
            try:
                piece = await self._files.ranges.read(
                    access, start, stop, rank=(rank, self._number), budget=self.budget
                )
            except ReadError as error:
                failure = error
            else:
                self.bytes_read += len(piece.data)
                return piece
            wait_s = policy.wait_s(failure)
            with self.budget.running():
                await asyncio.sleep(wait_s)


class Files:
    """What all runs of a reader know together, for one event loop."""

    def __init__(
        self,
        network: Network,
        *,
        connections: int,
        tables: TableStore | None = None,
        prefixes: PrefixStore | None = None,
        limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        """Keep at most `limit_bytes` of blocks in memory, the rest in `tables` and `prefixes`."""
        self.network = network
        self.ranges = RangeClient(network, connections=connections)
        self.tables = Tables(tables)
        self.prefixes = Prefixes(limit_bytes, prefixes)
        self.single_flight = SingleFlight()
        """What is being fetched, in all runs."""
        self.head_bytes = HEAD_BYTES

    def expect(self, assets: Iterable[Asset]) -> None:
        """These are about to be opened. For other threads."""
        names = list({asset.content for asset in assets if is_remote(asset.href)})
        self.tables.expect(names)
        self.prefixes.expect(names)

    def save(self) -> None:
        """Give what is new to the stores, what is large in a thread of its own.

        For other threads.
        """
        self.tables.save()
        self.prefixes.save()

    def learn_head(self, stop: int) -> None:
        """A header reached up to `stop`: the next file's is most likely as long."""
        if stop <= LONGEST_HEAD_BYTES:
            self.head_bytes = max(self.head_bytes, stop)
