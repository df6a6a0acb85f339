"""What is known of files: their layouts, in memory and on disk. A file seen once costs no head."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import struct
import threading
import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Protocol, TypeVar

from ..block_cache.sqlite_errors import is_harmless
from .layout import Layout

_Result = TypeVar("_Result")

MOST_IN_MEMORY = 4096
MOST_ASKED = 4 * MOST_IN_MEMORY
"""Of so many files it is remembered that the disk was asked."""
MOST_ON_DISK = 50_000
"""About 1 kB each."""
LOCK_TIMEOUT_S = 2.0
_SCHEMA = """create table if not exists tables
    (file text primary key, used real not null, record blob not null) without rowid"""


@dataclass(frozen=True)
class Table:
    """Where a file's blocks lie, and which content of the file that holds for.

    Attributes:
        layout: of the file.
        size_bytes: of the file, None if unknown.
        version: see `FileRange`.
    """

    layout: Layout
    size_bytes: int | None
    version: str

    def holds_for(self, size_bytes: int | None, version: str) -> bool:
        """False if the file's content is another one by now."""
        return self.size_bytes == size_bytes and self.version == version

    @property
    def content(self) -> str:
        """Which content of the file this holds for, in a word; empty where nothing tells."""
        if self.size_bytes is None and not self.version:
            return ""
        return f"{self.size_bytes} {self.version}"

    def pack(self) -> bytes:
        """As bytes; `unpack` reverses it."""
        head = json.dumps([self.size_bytes, self.version]).encode()
        return struct.pack("<I", len(head)) + head + self.layout.pack()

    @staticmethod
    def unpack(record: bytes) -> Table:
        """What `pack` has packed.

        Raises:
            ValueError: when it is anything else.
        """
        try:
            (length,) = struct.unpack_from("<I", record)
            size, version = json.loads(record[4 : 4 + length])
            is_told = (size is None or isinstance(size, int)) and isinstance(version, str)
        except (struct.error, TypeError) as error:
            raise ValueError("a broken record") from error
        if not is_told:
            raise ValueError("a broken record")
        return Table(Layout.unpack(record[4 + length :]), size, version)


class TableStore(Protocol):
    """Keeps tables beyond the process."""

    def get(self, files: Iterable[str]) -> Mapping[str, Table]:
        """Those that are kept."""

    def put(self, tables: Mapping[str, Table]) -> None:
        """Keep some; a failure only costs speed."""

    def forget(self, file: str) -> None:
        """Drop one."""


class TableFile:
    """Tables in an SQLite file, shared by threads and processes.

    Without it everything works, more slowly: a locked, full or broken file is as good as none.
    URLs don't stand in it, only their hashes.
    """

    def __init__(self, path: Path) -> None:
        """The file is made when there is something to keep."""
        self._path = path

    def get(self, files: Iterable[str]) -> Mapping[str, Table]:
        """Those that are kept; what can't be read is not there."""
        by_key = {_key(file): file for file in files}
        if not by_key or not self._path.exists():
            return {}
        found: dict[str, Table] = {}
        nothing: list[tuple[str, bytes]] = []
        for key, record in self._safely(lambda: self._rows(list(by_key)), nothing):
            try:
                found[by_key[key]] = Table.unpack(record)
            except (ValueError, TypeError):
                self.forget(by_key[key])
        return found

    def put(self, tables: Mapping[str, Table]) -> None:
        """Keep some in one go, and drop the oldest where they are too many."""
        now = time.time()
        rows = [(_key(file), now, table.pack()) for file, table in tables.items()]
        if not self._safely(lambda: self._put(rows), False) and not self._path.exists():
            self._safely(lambda: self._put(rows), False)  # it was broken, and went

    def forget(self, file: str) -> None:
        """Drop one."""
        self._safely(lambda: self._forget(_key(file)), None)

    def clear(self) -> None:
        """Drop all."""
        try:
            self._path.unlink(missing_ok=True)
        except OSError:
            return

    def _rows(self, keys: list[str]) -> list[tuple[str, bytes]]:
        words = "select file, record from tables where file = ?"
        with closing(self._open()) as store:
            return [row for key in keys for row in store.execute(words, (key,))]

    def _put(self, rows: list[tuple[str, float, bytes]]) -> bool:
        with closing(self._open()) as store, store:
            store.executemany("insert or replace into tables values (?, ?, ?)", rows)
            store.execute(
                "delete from tables where file in (select file from tables "
                "order by used desc limit -1 offset ?)",
                (MOST_ON_DISK,),
            )
        return True

    def _forget(self, key: str) -> None:
        with closing(self._open()) as store, store:
            store.execute("delete from tables where file = ?", (key,))

    def _open(self) -> sqlite3.Connection:
        store = sqlite3.connect(self._path, timeout=LOCK_TIMEOUT_S)
        try:
            store.execute("pragma synchronous = off")  # at worst it is broken, which costs speed
            store.execute(_SCHEMA)
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _safely(self, call: Callable[[], _Result], otherwise: _Result) -> _Result:
        """`otherwise` whatever goes wrong; a broken file goes, so that the next one is good."""
        try:
            return call()
        except OSError:
            return otherwise
        except sqlite3.Error as error:
            if not is_harmless(error):
                self.clear()
            return otherwise


class Tables:
    """The tables of one reader, thread-safe."""

    def __init__(self, store: TableStore | None) -> None:
        """`store` keeps them for the next process."""
        self._store = store
        self._known: OrderedDict[str, Table] = OrderedDict()
        self._new: dict[str, Table] = {}
        self._asked: set[str] = set()
        self._lock = threading.Lock()

    def expect(self, files: Collection[str]) -> None:
        """Fetch from the store, in one go, what it knows of `files`."""
        if self._store is None:
            return
        with self._lock:
            if len(self._asked) > MOST_ASKED:
                self._asked = set(self._known)
            wanted = [file for file in files if file not in self._asked]
            self._asked.update(wanted)
            for file in files:
                if file in self._known:
                    self._known.move_to_end(file)
        kept = self._store.get(wanted)
        with self._lock:
            for file, table in kept.items():
                self._known.setdefault(file, table)
            self._bound(at_least=len(files))

    def get(self, file: str) -> Table | None:
        """What is known of a file."""
        with self._lock:
            return self._known.get(file)

    def put(self, file: str, table: Table) -> None:
        """A table just read."""
        with self._lock:
            self._known[file] = self._new[file] = table
            self._bound()

    def forget(self, file: str) -> None:
        """The file has changed."""
        with self._lock:
            self._known.pop(file, None)
            self._new.pop(file, None)
        if self._store is not None:
            self._store.forget(file)

    def save(self) -> None:
        """Give what is new to the store, in one go."""
        with self._lock:
            new, self._new = self._new, {}
        if self._store is not None and new:
            self._store.put(new)

    def _bound(self, *, at_least: int = 0) -> None:
        """What goes is asked for anew, should it be wanted; of what is wanted now all may stay."""
        while len(self._known) > max(MOST_IN_MEMORY, at_least):
            file, _ = self._known.popitem(last=False)
            self._asked.discard(file)


def _key(file: str) -> str:
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()
