"""Remote files as far as they are known: tables and prefixes, each fetched once for all runs."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..network import Network
from ..patience import is_remote, patiently
from .file_bytes import NeedBytes, NotWindowed
from .flights import Flights
from .header import parse_layout
from .layout import Layout
from .prefixes import LIMIT_BYTES, Key, Prefixes
from .ranges import Piece, Ranges
from .tables import Table, Tables, TableStore

if TYPE_CHECKING:
    from ...model import Asset
    from ..access import AccessTo
    from .plan import Part, Stretch
    from .prefix_folder import PrefixStore

HEAD_BYTES = 8 << 10
"""Holds the header of a tile in blocks of 512 px, which takes 5.6 kB, and that of most others."""
LONGEST_HEAD_BYTES = 64 << 10
MOST_HEAD_PARTS = 12
MORE_BYTES = 64 << 10
"""The least that is fetched where a prefix turns out too short."""


class Changed(Exception):
    """The file is another one than the one whose table is known."""


class OpenFile:
    """One asset as a run gets at it.

    `bytes_read` counts what came over the network, for this run's job alone.
    """

    def __init__(
        self, files: Files, asset: Asset, access: AccessTo, given_up: threading.Event
    ) -> None:
        self._files, self._asset, self._access = files, asset, access
        self._given_up = given_up
        self._counts: list[int] = []
        self.name = asset.identity
        self.is_kept = is_remote(asset.href)

    @property
    def bytes_read(self) -> int:
        """So far."""
        return sum(self._counts)

    def table(self) -> Table:
        """Where the blocks are.

        Raises:
            ReadError, SourceError: when the file can't be had.
            NotWindowed: when it is not for the block reader.
            Stopped: when the run is given up.
        """
        if not self.is_kept:
            return self._read_table()
        tables = self._files.tables
        known = tables.get(self.name)
        if known is not None:
            return known
        with self._files.flights.alone(self.name, self._given_up):
            known = tables.get(self.name)
            if known is None:
                known = self._read_table()
                tables.put(self.name, known)
        return known

    def blocks(self, stretch: Stretch, table: Table) -> list[bytes]:
        """The prefix of each part's block, at least as long as the part estimates.

        Raises:
            Changed: when the table holds for another content of the file.
            ReadError, SourceError, NotWindowed, Stopped: as `table`.
        """
        if not self.is_kept:
            return self._fetch(stretch.parts, table)
        with self._files.flights.alone((self.name, stretch.start), self._given_up):
            kept = [self._prefix(part, table) for part in stretch.parts]
            if all(len(data) >= part.prefix_bytes for part, data in zip(stretch.parts, kept)):
                return kept
            return self._fetch(stretch.parts, table, had=kept[0] if len(kept) == 1 else b"")

    def more_of(self, part: Part, data: bytes, table: Table) -> bytes:
        """A prefix that turned out too short, longer.

        Raises:
            Changed, ReadError, SourceError, NotWindowed, Stopped: as `blocks`.
        """
        start = part.block.offset + len(data)
        whole = part.block.offset + part.block.byte_count
        piece = self._read(start, min(whole, start + max(MORE_BYTES, len(data) // 2)))
        self._check(piece, table)
        return self._keep(part, data + piece.data, table)

    def prove(self, part: Part, data: bytes, table: Table) -> None:
        """This prefix gave the pixels: it may be kept for good."""
        if self.is_kept:
            self._files.prefixes.prove(self._key(part, table), data)

    def forget(self) -> None:
        """What is known of the file is wrong."""
        self._files.tables.forget(self.name)
        self._files.prefixes.forget(self.name)

    def _fetch(self, parts: tuple[Part, ...], table: Table, *, had: bytes = b"") -> list[bytes]:
        """All these parts in one range, less what is there of the only one."""
        first, start = parts[0], parts[0].block.offset
        stop = max(part.block.offset + part.prefix_bytes for part in parts)
        piece = self._read(start + len(had), stop)
        self._check(piece, table)
        if len(parts) == 1:
            return [self._keep(first, had + piece.data if had else piece.data, table)]
        data = memoryview(piece.data)
        found = []
        for part in parts:
            at = part.block.offset - start
            found.append(self._keep(part, bytes(data[at : at + part.prefix_bytes]), table))
        return found

    def _key(self, part: Part, table: Table) -> Key:
        return Key(self.name, part.block.offset, table.content)

    def _prefix(self, part: Part, table: Table) -> bytes:
        return self._files.prefixes.get(self._key(part, table), part.prefix_bytes)

    def _keep(self, part: Part, data: bytes, table: Table) -> bytes:
        if self.is_kept:
            self._files.prefixes.put(self._key(part, table), data)
        return data

    def _check(self, piece: Piece, table: Table) -> None:
        if not table.holds_for(piece.size_bytes, piece.version):
            raise Changed("the file has changed")

    def _read_table(self) -> Table:
        first = self._read(0, self._files.head_bytes)
        pieces = {0: first.data}
        for _ in range(MOST_HEAD_PARTS):
            try:
                layout = parse_layout(pieces, size_bytes=first.size_bytes)
            except NeedBytes as need:
                piece = self._read(need.start, need.stop)
                if (piece.size_bytes, piece.version) != (first.size_bytes, first.version):
                    raise Changed("the file has changed") from None
                pieces[need.start] = piece.data
                self._files.learn_head(need.stop)
            else:
                return Table(layout, first.size_bytes, first.version)
        raise NotWindowed("its header lies scattered over the file")

    def _read(self, start: int, stop: int) -> Piece:
        files = self._files
        piece = patiently(
            lambda way: files.ranges.read(way, start, stop, given_up=self._given_up),
            self._asset,
            self._access,
            network=files.network,
            stop=self._given_up,
        )
        if self.is_kept:
            self._counts.append(len(piece.data))
        return piece


class Files:
    """What all runs of a reader know together; thread-safe."""

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
        self.ranges = Ranges(network, connections=connections)
        self.tables = Tables(tables)
        self.prefixes = Prefixes(limit_bytes, prefixes)
        self.flights = Flights()
        self.head_bytes = HEAD_BYTES

    def open(self, asset: Asset, access: AccessTo, given_up: threading.Event) -> OpenFile:
        """An asset, nothing read yet."""
        return OpenFile(self, asset, access, given_up)

    def expect(self, assets: Iterable[Asset]) -> None:
        """These are about to be opened."""
        self.prefixes.begin()
        self.tables.expect(asset.identity for asset in assets if is_remote(asset.href))

    def save(self) -> None:
        """Give what is new to the stores: what is large in a thread of its own."""
        self.tables.save()
        self.prefixes.save()

    def learn_head(self, stop: int) -> None:
        """A header reached up to `stop`: the next file's is most likely as long."""
        if stop <= LONGEST_HEAD_BYTES:
            self.head_bytes = max(self.head_bytes, stop)


__all__ = ["Changed", "Files", "Layout", "OpenFile"]
