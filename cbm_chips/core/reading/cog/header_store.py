"""Headers of files, kept in memory and in an SQLite file: a known file needs no header request."""

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
from typing import TYPE_CHECKING, Callable, Protocol, TypeVar

from ..block_cache.sqlite_errors import is_harmless
from .layout import Layout

if TYPE_CHECKING:
    from ..block_cache.disk import BlockStore

_Result = TypeVar("_Result")

MAX_IN_MEMORY = 4096
MAX_ASKED = 4 * MAX_IN_MEMORY
"""Files of which it is remembered that the store was asked."""
MAX_ON_DISK = 50_000
"""About 1 kB each."""
LOCK_TIMEOUT_S = 2.0
_SCHEMA = """create table if not exists tables
    (file text primary key, used real not null, record blob not null) without rowid"""


@dataclass(frozen=True)
class FileHeader:
    """A file's layout, and the content of the file it describes.

    Attributes:
        layout: of the file.
        size_bytes: of the file, None if unknown.
        version: see `FileRange`.
    """

    layout: Layout
    size_bytes: int | None
    version: str

    def matches(self, size_bytes: int | None, version: str) -> bool:
        """False if the file has another content now."""
        return self.size_bytes == size_bytes and self.version == version

    @property
    def content(self) -> str:
        """Size and version in one text; empty if both are unknown."""
        if self.size_bytes is None and not self.version:
            return ""
        return f"{self.size_bytes} {self.version}"

    def pack(self) -> bytes:
        """As bytes; `unpack` reverses it."""
        head = json.dumps([self.size_bytes, self.version]).encode()
        return struct.pack("<I", len(head)) + head + self.layout.pack()

    @staticmethod
    def unpack(record: bytes) -> FileHeader:
        """What `pack` has packed.

        Raises:
            ValueError: when it is anything else.
        """
        try:
            (length,) = struct.unpack_from("<I", record)
            size, version = json.loads(record[4 : 4 + length])
            is_stated = (size is None or isinstance(size, int)) and isinstance(version, str)
        except (struct.error, TypeError) as error:
            raise ValueError("a broken record") from error
        if not is_stated:
            raise ValueError("a broken record")
        return FileHeader(Layout.unpack(record[4 + length :]), size, version)


class HeaderStore(Protocol):
    """Keeps headers beyond the process."""

    def get(self, files: Iterable[str]) -> Mapping[str, FileHeader]:
        """Those that are kept."""

    def put(self, headers: Mapping[str, FileHeader]) -> None:
        """Keep some; a failure only costs speed."""

    def invalidate(self, file: str) -> None:
        """Drop one."""


@dataclass(frozen=True)
class FileStores:
    """What is kept of files beyond the process: their headers and prefixes of their blocks."""

    headers: HeaderStore | None = None
    blocks: BlockStore | None = None


class SqliteHeaderStore:
    """Headers in an SQLite file, shared by threads and processes; keys are hashes of URLs.

    A locked, full or broken file raises no error: it counts as empty.
    """

    def __init__(self, path: Path) -> None:
        """The file is made with the first header."""
        self._path = path

    def get(self, files: Iterable[str]) -> Mapping[str, FileHeader]:
        """See `HeaderStore`; what can't be read is missing."""
        by_key = {_key(file): file for file in files}
        if not by_key or not self._path.exists():
            return {}
        found: dict[str, FileHeader] = {}
        nothing: list[tuple[str, bytes]] = []
        for key, record in self._or_default(lambda: self._rows(list(by_key)), nothing):
            try:
                found[by_key[key]] = FileHeader.unpack(record)
            except (ValueError, TypeError):
                self.invalidate(by_key[key])
        return found

    def put(self, headers: Mapping[str, FileHeader]) -> None:
        """See `HeaderStore`; the oldest are dropped above `MAX_ON_DISK`."""
        now = time.time()
        rows = [(_key(file), now, header.pack()) for file, header in headers.items()]
        if not self._or_default(lambda: self._put(rows), False) and not self._path.exists():
            self._or_default(lambda: self._put(rows), False)  # it was broken, and was removed

    def invalidate(self, file: str) -> None:
        """Drop one."""
        self._or_default(lambda: self._delete(_key(file)), None)

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
                (MAX_ON_DISK,),
            )
        return True

    def _delete(self, key: str) -> None:
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

    def _or_default(self, call: Callable[[], _Result], otherwise: _Result) -> _Result:
        """The call's result, `otherwise` after any error; a broken file is removed."""
        try:
            return call()
        except OSError:
            return otherwise
        except sqlite3.Error as error:
            if not is_harmless(error):
                self.clear()
            return otherwise


class HeaderCache:
    """The headers that one reader knows; thread-safe, bounded."""

    def __init__(self, store: HeaderStore | None) -> None:
        """`store` keeps them beyond the process."""
        self._store = store
        self._known: OrderedDict[str, FileHeader] = OrderedDict()
        self._new: dict[str, FileHeader] = {}
        self._asked: set[str] = set()
        self._lock = threading.Lock()

    def preload(self, files: Collection[str]) -> None:
        """Get what the store has of `files`, in one query."""
        if self._store is None:
            return
        with self._lock:
            if len(self._asked) > MAX_ASKED:
                self._asked = set(self._known)
            wanted = [file for file in files if file not in self._asked]
            self._asked.update(wanted)
            for file in files:
                if file in self._known:
                    self._known.move_to_end(file)
        kept = self._store.get(wanted)
        with self._lock:
            for file, header in kept.items():
                self._known.setdefault(file, header)
            self._bound(at_least=len(files))

    def get(self, file: str) -> FileHeader | None:
        """The file's header, None if unknown."""
        with self._lock:
            return self._known.get(file)

    def put(self, file: str, header: FileHeader) -> None:
        """Add a header just read."""
        with self._lock:
            self._known[file] = self._new[file] = header
            self._bound()

    def invalidate(self, file: str) -> None:
        """Drop the header of a file that has changed."""
        with self._lock:
            self._known.pop(file, None)
            self._new.pop(file, None)
        if self._store is not None:
            self._store.invalidate(file)

    @property
    def has_new(self) -> bool:
        """Some of them are not in the store, and are to get there."""
        return self._store is not None and bool(self._new)

    def save(self) -> None:
        """Give what is new to the store, in one write."""
        with self._lock:
            new, self._new = self._new, {}
        if self._store is not None and new:
            self._store.put(new)

    def _bound(self, *, at_least: int = 0) -> None:
        """Evict the least recently used; the store may be asked for them again."""
        while len(self._known) > max(MAX_IN_MEMORY, at_least):
            file, _ = self._known.popitem(last=False)
            self._asked.discard(file)


def _key(file: str) -> str:
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()
