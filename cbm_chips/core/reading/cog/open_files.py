"""Files of which headers and blocks are known: each is fetched once for all runs of a reader."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from ...errors import ReadError
from ...reasons import Reason
from ..block_cache.memory import LIMIT_BYTES, BlockCache, BlockKey
from ..contract import NOT_ASKED, NotWindowed
from ..http.concurrency import SingleFlight
from ..http.content_range import FileRange
from ..http.range_client import RangeClient, read_local
from ..http.threads import WorkerThreads
from ..network import Network
from ..origins import is_remote
from ..retries import RetryPolicy, TimeBudget
from ..shutdown import KEEPING_TIMEOUT_S, joined, start_keeping
from .header import parse_layout
from .header_store import FileHeader, FileStores, HeaderCache
from .tags import NeedBytes

if TYPE_CHECKING:
    from threading import Thread

    from ...model import Asset
    from ..contract import Buffer
    from ..http.paces import HostPaces
    from ..http.signed_access import SignedAccesses
    from .window_plan import BlockPart, ByteRange

HEAD_BYTES = 6 << 10
"""Holds the header of a tile in blocks of 512 px, which takes 5.6 kB, and most other headers."""
MAX_HEAD_BYTES = 64 << 10
MAX_HEADER_READS = 12
MIN_MORE_BYTES = 64 << 10
"""Fetched at least where a prefix turns out too short."""
RANK_BLOCKS, RANK_HEADERS = 0, 1
"""Blocks are fetched before headers."""


class FileChanged(Exception):
    """The file has another content than the one its known header describes."""


@dataclass(frozen=True)
class RunContext:
    """What the files of one run share: worker threads, and how the source opens its files."""

    threads: WorkerThreads
    accesses: SignedAccesses


class OpenFile:
    """One asset while a job reads it.

    Kept headers and blocks are used only for the content they were read from: the version that
    the item states. Without one, a request for one byte comes first, and ETag (else
    Last-Modified) and size show whether the file is the same; where the server sends the size
    only, the file is read anew in each run.

    Attributes:
        bytes_read: fetched over the network for this job.
        notes: see `Pixels`.
    """

    def __init__(
        self,
        files: KnownFiles,
        asset: Asset,
        context: RunContext,
        *,
        number: int,
        may_keep: bool = True,
    ) -> None:
        """Nothing is requested yet.

        Args:
            files: what is known of all files.
            asset: this one.
            context: of the run.
            number: files with smaller ones are fetched first.
            may_keep: False where nobody will want its blocks again soon.
        """
        self._may_keep = may_keep
        self._files, self._asset, self._context = files, asset, context
        self._number = number
        self.budget = TimeBudget(files.network.file_budget_s)
        self.bytes_read = 0
        self.notes: tuple[str, ...] = ()
        self.name = asset.content
        self._is_remote = is_remote(asset.href)

    async def header(self) -> FileHeader:
        """The file's header.

        Raises:
            ReadError, SourceError: when the file can't be read.
            NotWindowed: when it can't be read by blocks.
        """
        if not self._is_remote:
            return await self._read_header()
        headers = self._files.headers
        kept_header = headers.get(self.name)
        if kept_header is not None and (
            self._asset.version or await self._is_unchanged(kept_header)
        ):
            return kept_header
        async with self._files.single_flight.exclusive(self.name):
            known = headers.get(self.name)
            if known is None or known is kept_header:
                known = await self._read_header()
                headers.put(self.name, known)
        return known

    async def _is_unchanged(self, header: FileHeader) -> bool:
        """Whether the header describes the present content; True also where no server answers."""
        try:
            piece = await self._read(0, 1, RANK_HEADERS)
        except ReadError as error:
            if error.http_status is not None:
                raise
            self.notes = (NOT_ASKED,)
            return True
        if header.version and header.matches(piece.size_bytes, piece.version):
            return True
        await self._context.threads.run(self.invalidate)
        return False

    async def blocks(self, byte_range: ByteRange, header: FileHeader) -> Sequence[Buffer]:
        """The prefix of each part's block, at least of the length that the part estimates.

        Raises:
            FileChanged: when the header describes another content of the file.
            ReadError, SourceError, NotWindowed: as `header`.
        """
        if not self._keeps(header):
            return await self._fetch(byte_range.parts, header)
        async with self._files.single_flight.exclusive((self.name, byte_range.start)):
            kept = [await self._kept_prefix(part, header) for part in byte_range.parts]
            if all(len(data) >= part.prefix_bytes for part, data in zip(byte_range.parts, kept)):
                return kept
            return await self._fetch(
                byte_range.parts, header, had=kept[0] if len(kept) == 1 else b""
            )

    async def more_of(self, part: BlockPart, data: Buffer, header: FileHeader) -> Buffer:
        """A longer prefix, where `data` turned out too short.

        Raises:
            FileChanged, ReadError, SourceError, NotWindowed: as `blocks`.
        """
        start = part.block.offset + len(data)
        whole = part.block.offset + part.block.byte_count
        stop = min(whole, start + max(MIN_MORE_BYTES, len(data) // 2))
        piece = await self._read(start, stop, RANK_BLOCKS)
        self._check_unchanged(piece, header)
        return self._keep(part, b"".join((data, piece.data)), header)

    def mark_decoded(self, part: BlockPart, data: Buffer, header: FileHeader) -> None:
        """The prefix gave pixels, so it may be kept on disk. For worker threads."""
        if self._keeps(header):
            self._files.blocks.mark_decoded(self._key(part, header), data)

    def invalidate(self) -> None:
        """Drop what is known of the file. For worker threads."""
        self._files.headers.invalidate(self.name)
        self._files.blocks.invalidate(self.name)

    async def _fetch(
        self, parts: Sequence[BlockPart], header: FileHeader, *, had: Buffer = b""
    ) -> Sequence[Buffer]:
        """Fetch parts in one range; `had` is the beginning of the only part."""
        start = parts[0].block.offset
        stop = max(part.block.offset + part.prefix_bytes for part in parts)
        piece = await self._read(start + len(had), stop, RANK_BLOCKS)
        self._check_unchanged(piece, header)
        data = memoryview(b"".join((had, piece.data)) if had else piece.data)
        found = []
        for part in parts:
            at = part.block.offset - start
            found.append(self._keep(part, data[at : at + part.prefix_bytes], header))
        return found

    def _keeps(self, header: FileHeader) -> bool:
        """Blocks are kept if it can be known later which content they are of."""
        is_known = self._is_remote and bool(self._asset.version or header.version)
        return is_known and self._may_keep

    def _key(self, part: BlockPart, header: FileHeader) -> BlockKey:
        return BlockKey(self.name, part.block.offset, header.content)

    async def _kept_prefix(self, part: BlockPart, header: FileHeader) -> Buffer:
        blocks, key = self._files.blocks, self._key(part, header)
        data = blocks.peek(key)
        if len(data) >= part.prefix_bytes or blocks.stored_bytes(key) <= len(data):
            return data
        return await self._context.threads.run(partial(blocks.get, key, part.prefix_bytes))

    def _keep(self, part: BlockPart, data: Buffer, header: FileHeader) -> Buffer:
        if self._keeps(header):
            self._files.blocks.put(self._key(part, header), data)
        return data

    def _check_unchanged(self, piece: FileRange, header: FileHeader) -> None:
        if not header.matches(piece.size_bytes, piece.version):
            raise FileChanged(Reason("the file has changed"))

    async def _read_header(self) -> FileHeader:
        first = await self._read(0, self._files.head_bytes, RANK_HEADERS)
        pieces = {0: bytes(first.data)}
        for _ in range(MAX_HEADER_READS):
            try:
                layout = parse_layout(pieces, size_bytes=first.size_bytes)
            except NeedBytes as need:
                piece = await self._read(need.start, need.stop, RANK_HEADERS)
                if (piece.size_bytes, piece.version) != (first.size_bytes, first.version):
                    raise FileChanged(Reason("the file has changed")) from None
                pieces[need.start] = bytes(piece.data)
                self._files.note_header_end(need.stop)
            else:
                return FileHeader(layout, first.size_bytes, first.version)
        raise NotWindowed("its header lies scattered over the file")

    async def _read(self, start: int, stop: int, rank: int) -> FileRange:
        """Fetch a range, with retries."""
        if not self._is_remote:
            return await self._context.threads.run(
                partial(read_local, self._asset.href, start, stop)
            )
        policy = RetryPolicy(self._files.network, self.budget)
        while True:
            access = await self._context.accesses.get(self._asset, renew=policy.renew)
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


class KnownFiles:
    """What all runs of a reader know of files, for one event loop."""

    def __init__(
        self,
        network: Network,
        *,
        connections: int,
        stores: FileStores | None = None,
        paces: HostPaces | None = None,
        limit_bytes: int = LIMIT_BYTES,
    ) -> None:
        """Keep at most `limit_bytes` of blocks in memory; `stores` keep more."""
        kept = stores or FileStores()
        self.network = network
        self.ranges = RangeClient(network, connections=connections, paces=paces)
        self.headers = HeaderCache(kept.headers)
        self.blocks = BlockCache(limit_bytes, kept.blocks)
        self.single_flight = SingleFlight()
        """Fetches under way."""
        self._saving: list[Thread] = []
        self._lock = Lock()
        self.head_bytes = HEAD_BYTES

    def preload(self, assets: Iterable[Asset]) -> None:
        """Load what the stores have of files about to be opened. For other threads."""
        names = list({asset.content for asset in assets if is_remote(asset.href)})
        self.headers.preload(names)
        self.blocks.preload(names)

    def save(self) -> None:
        """A run is over: give what is new to the stores, later than the last pixels.

        For other threads: several runs may end at once.
        """
        with self._lock:
            self._saving = [thread for thread in self._saving if thread.is_alive()]
            if self.headers.has_new:
                self._saving += filter(None, [start_keeping(self.headers.save)])
        self.blocks.save()

    def wait_for_headers(self) -> None:
        """Wait a moment until all headers are in their store. For other threads."""
        with self._lock:
            saving = tuple(self._saving)
        for thread in saving:
            joined(thread, KEEPING_TIMEOUT_S)

    def note_header_end(self, stop: int) -> None:
        """A header ended at `stop`: fetch as much at first of the next files."""
        if stop <= MAX_HEAD_BYTES:
            self.head_bytes = max(self.head_bytes, stop)
