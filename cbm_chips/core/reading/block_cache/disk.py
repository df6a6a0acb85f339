"""Prefixes on disk: appended to pack files, found by an index that is written once for many.

A record is believed for what its own head says, so an index that is behind or wrong costs speed.
Shared by threads and processes, bounded, never an error.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from ..contract import Buffer
from .index import LOCK_TIMEOUT_S, MOST_ROWS, Change, PrefixIndex, Row, hash_of
from .pack_files import PackFolder
from .record import HEAD_BYTES, MOST_BYTES, Key, head_of, prefix_in, record_bytes

INDEX_NAME = "index.sqlite"
LARGEST_SHARE = 4
"""No prefix takes more than a fourth of the limit."""
MOST_FILES = 20_000
"""Of which it is known in memory what the disk has."""
HURRIED_S = 0.005
"""So long a thread that has other things to do waits for the index."""


class PrefixStore(Protocol):
    """Keeps prefixes beyond the process."""

    def expect(self, files: Iterable[str]) -> None:
        """These are about to be asked for: learn what is there of them."""

    def length(self, key: Key) -> int:
        """So many bytes are there, as far as `expect` and `put` told; never waits for a disk."""

    def get(self, key: Key, wanted_bytes: int) -> Buffer:
        """At least so many bytes of what is there, else all of it, perhaps nothing."""

    def put(self, key: Key, data: Buffer) -> None:
        """Keep a prefix, unless a longer one is there; a failure only costs speed."""

    def flush(self) -> None:
        """Let other processes know of what was put."""

    def forget(self, file: str) -> None:
        """Drop a file's blocks; the disk hears of it with `flush`."""


class PrefixPacks:
    """See `PrefixStore`. What was not used for longest goes first; names tell no URL."""

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        """The folder is made when there is something to keep; its parent has to be there."""
        self._limit = limit_bytes
        self._packs = PackFolder(folder, limit_bytes=limit_bytes)
        self._index = PrefixIndex(folder / INDEX_NAME)
        self._known: OrderedDict[str, dict[bytes, Row]] = OrderedDict()
        self._change = Change()
        self._lock, self._indexing = threading.Lock(), threading.Lock()

    def expect(self, files: Iterable[str]) -> None:
        """See `PrefixStore`."""
        by_hash = {hash_of(file): file for file in files}
        with self._indexing:
            found = self._index.rows_of(by_hash)
            if found is None:
                return
            with self._lock:
                for name, file in by_hash.items():
                    self._known[file] = self._corrected(name, found[name])
                    self._known.move_to_end(file)
                for digest, (name, row) in self._change.kept.items():
                    if name in by_hash:
                        self._learn(by_hash[name], digest, row)
                self._bound()

    def length(self, key: Key) -> int:
        """See `PrefixStore`."""
        row = self._row(key)
        return row.length if row else 0

    def get(self, key: Key, wanted_bytes: int) -> Buffer:
        """See `PrefixStore`; what is broken is not there, and forgotten."""
        row = self._row(key)
        if row is None:
            return b""
        size = record_bytes(wanted_bytes, length=row.length)
        try:
            record = self._packs.read(row.pack, row.offset, size)
            if len(record) == size:
                return prefix_in(record, key, length=row.length)
        except (FileNotFoundError, ValueError):
            pass
        except OSError:
            return b""
        self._drop(key, row)
        return b""

    def put(self, key: Key, data: Buffer) -> None:
        """See `PrefixStore`."""
        length = len(data)
        is_large = length > MOST_BYTES or HEAD_BYTES + length > self._limit // LARGEST_SHARE
        if is_large or self.length(key) >= length:
            return
        try:
            place = self._packs.append(head_of(key, data), data)
        except OSError:
            return
        row = Row(place.pack, place.offset, length)
        with self._lock:
            if self._learn(key.file, key.digest, row):
                self._change.keep(key.digest, hash_of(key.file), row)
        if place.fills_pack and self._indexing.acquire(blocking=False):
            try:
                self._flush(HURRIED_S)
            finally:
                self._indexing.release()

    def flush(self) -> None:
        """See `PrefixStore`."""
        self._packs.close()
        with self._indexing:
            self._flush(LOCK_TIMEOUT_S)

    def forget(self, file: str) -> None:
        """See `PrefixStore`."""
        with self._lock:
            self._known.pop(file, None)
            self._change.forget(hash_of(file))

    def clear(self) -> None:
        """Drop all."""
        with self._indexing:
            with self._lock:
                self._known.clear()
                self._change = Change()
            self._packs.clear()
            self._index.clear()

    def use(self) -> tuple[int, int]:
        """Prefixes, and bytes on disk."""
        self.flush()
        packs, counts = self._packs.packs(), self._index.counts()
        size = sum(status.st_size for status in packs.values())
        kept = sum(count for pack, count in counts.items() if pack in packs)
        return kept, size + self._index.size_bytes()

    def _flush(self, timeout_s: float) -> None:
        with self._lock:
            change, self._change = self._change, Change()
        if not change:
            return
        known = self._index.write(change, self._packs.packs, timeout_s=timeout_s)
        if known is not None:
            self._packs.remove_orphans(known)
            return
        with self._lock:
            change.add(self._change)
            self._change = change if len(change.kept) <= MOST_ROWS else Change()

    def _row(self, key: Key) -> Row | None:
        with self._lock:
            rows = self._known.get(key.file)
            return rows.get(key.digest) if rows else None

    def _corrected(self, name: bytes, rows: dict[bytes, Row]) -> dict[bytes, Row]:
        """Without what the index has not been told yet that it is wrong."""
        if name in self._change.forgotten:
            return {}
        broken = self._change.broken
        return {digest: row for digest, row in rows.items() if broken.get(digest) != row}

    def _learn(self, file: str, digest: bytes, row: Row) -> bool:
        """False if a longer one is known."""
        rows = self._known.setdefault(file, {})
        self._bound()
        if digest in rows and rows[digest].length > row.length:
            return False
        rows[digest] = row
        return True

    def _drop(self, key: Key, row: Row) -> None:
        with self._lock:
            rows = self._known.get(key.file, {})
            if rows.get(key.digest) == row:
                del rows[key.digest]
            self._change.drop(key.digest, row)

    def _bound(self) -> None:
        while len(self._known) > MOST_FILES:
            self._known.popitem(last=False)
