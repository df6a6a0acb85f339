"""Where prefixes lie on disk, in an SQLite file that may be lost, locked or wrong at any time."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Callable, NamedTuple, TypeVar

from .pack_files import PACK_NAME
from .record import MOST_BYTES
from .sqlite_errors import is_harmless

_Result = TypeVar("_Result")

MOST_ROWS = 20_000
"""Less than 200 bytes each."""
ROOM = 0.9
"""Where there are too many, so many stay."""
LOCK_TIMEOUT_S, READ_TIMEOUT_S = 2.0, 0.1
"""Who reads waits at most for what others write: a run that knows nothing only takes longer."""
_AT_ONCE = 500
"""Older SQLites take 999 values."""
_SCHEMA = (
    "create table if not exists prefixes (digest blob primary key, file blob not null, "
    "pack text not null, offset integer not null, length integer not null, used real not null) "
    "without rowid",
    "create index if not exists by_file on prefixes (file)",
)
_KEEP = (
    "insert into prefixes (digest, file, pack, offset, length, used) values (?, ?, ?, ?, ?, ?) "
    "on conflict (digest) do update set file = excluded.file, pack = excluded.pack, "
    "offset = excluded.offset, length = excluded.length, used = excluded.used "
    "where excluded.length >= length"
)
_TRIM = (
    "delete from prefixes where digest in "
    "(select digest from prefixes order by used desc limit -1 offset ?)"
)


class Row(NamedTuple):
    """Where the prefix of a block lies, and how long it is."""

    pack: str
    offset: int
    length: int


class Change:
    """What the index does not know yet: what is wrong in it goes before what is new comes.

    Attributes:
        forgotten: files whose prefixes are wrong.
        broken: rows that lead to nothing, by digest.
        kept: file and row of what is new, by digest.
    """

    def __init__(self) -> None:
        """Nothing yet."""
        self.forgotten: set[bytes] = set()
        self.broken: dict[bytes, Row] = {}
        self.kept: dict[bytes, tuple[bytes, Row]] = {}

    def __bool__(self) -> bool:
        """False where nothing is to be told."""
        return bool(self.forgotten or self.broken or self.kept)

    def keep(self, digest: bytes, file: bytes, row: Row) -> None:
        """A prefix was written."""
        self.kept[digest] = file, row

    def drop(self, digest: bytes, row: Row) -> None:
        """There is no such prefix."""
        self.broken[digest] = row
        if digest in self.kept and self.kept[digest][1] == row:
            del self.kept[digest]

    def forget(self, file: bytes) -> None:
        """A file's prefixes are wrong, those that were just written as well."""
        self.forgotten.add(file)
        for digest in [digest for digest, (kept, _) in self.kept.items() if kept == file]:
            del self.kept[digest]

    def add(self, later: Change) -> None:
        """What came after this."""
        for file in later.forgotten:
            self.forget(file)
        for digest, row in later.broken.items():
            self.drop(digest, row)
        self.kept.update(later.kept)


class PrefixIndex:
    """Files and blocks by their hashes. No error ever: what can't be read is not there."""

    def __init__(self, path: Path) -> None:
        """The file is made when there is something to keep."""
        self._path = path

    def rows_of(self, files: Collection[bytes]) -> dict[bytes, dict[bytes, Row]] | None:
        """By file and digest; None where the index does not answer."""
        if not files or not self._path.exists():
            return {file: {} for file in files}
        return self._safely(lambda: self._rows_of(files))

    def write(
        self,
        change: Change,
        packs: Callable[[], Collection[str]],
        *,
        timeout_s: float = LOCK_TIMEOUT_S,
    ) -> frozenset[str] | None:
        """In one transaction, less what lay in packs that went; None where that failed.

        Returns:
            Those of `packs` that hold anything.
        """
        held = self._safely(lambda: self._write(change, packs, timeout_s))
        if held is None and not self._path.exists():  # it was broken, and went
            held = self._safely(lambda: self._write(change, packs, timeout_s))
        return held

    def counts(self) -> Mapping[str, int]:
        """How many prefixes lie in each pack."""
        if not self._path.exists():
            return {}
        return self._safely(self._counts) or {}

    def size_bytes(self) -> int:
        """On disk."""
        try:
            return os.stat(self._path).st_size
        except OSError:
            return 0

    def clear(self) -> None:
        """Drop all."""
        for name in (f"{self._path}-journal", self._path):
            with suppress(OSError):
                os.unlink(name)

    def _rows_of(self, files: Collection[bytes]) -> dict[bytes, dict[bytes, Row]]:
        found: dict[bytes, dict[bytes, Row]] = {file: {} for file in files}
        with closing(self._connect(READ_TIMEOUT_S)) as store:
            for digest, file, row in _rows(store, list(found)):
                found[file][digest] = row
        return found

    def _write(
        self, change: Change, packs: Callable[[], Collection[str]], timeout_s: float
    ) -> frozenset[str]:
        # Made here, so that nobody else may read it: its journal takes after it.
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        with closing(self._connect(timeout_s)) as store:
            for words in _SCHEMA:
                store.execute(words)
            store.execute("begin immediate")
            _apply(store, change)
            held = _tidied(store, packs())
            store.execute("commit")
        return held

    def _counts(self) -> Mapping[str, int]:
        with closing(self._connect(READ_TIMEOUT_S)) as store:
            return _counts(store)

    def _connect(self, timeout_s: float) -> sqlite3.Connection:
        store = sqlite3.connect(self._path, timeout=timeout_s, isolation_level=None)
        try:
            store.execute("pragma synchronous = off")  # at worst it is broken, which costs speed
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _safely(self, call: Callable[[], _Result]) -> _Result | None:
        """None whatever goes wrong; a broken file goes."""
        try:
            return call()
        except OSError:
            return None
        except sqlite3.Error as error:
            if not is_harmless(error):
                self.clear()
            return None


def hash_of(file: str) -> bytes:
    """Stands for a file's identity."""
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).digest()[:16]


def _rows(store: sqlite3.Connection, files: list[bytes]) -> Iterator[tuple[bytes, bytes, Row]]:
    for start in range(0, len(files), _AT_ONCE):
        some = files[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        words = f"select digest, file, pack, offset, length from prefixes where file in ({marks})"  # noqa: S608
        for digest, file, *place in store.execute(words, some):
            row = _row(*place)
            if row is not None:
                yield digest, file, row


def _row(pack: object, offset: object, length: object) -> Row | None:
    """None where it can't be one: anything may stand in the file."""
    if not isinstance(pack, str) or not PACK_NAME.fullmatch(pack):
        return None
    if not isinstance(offset, int) or not isinstance(length, int):
        return None
    is_possible = 0 <= offset < 1 << 48 and 0 < length <= MOST_BYTES
    return Row(pack, offset, length) if is_possible else None


def _apply(store: sqlite3.Connection, change: Change) -> None:
    store.executemany("delete from prefixes where file = ?", [(file,) for file in change.forgotten])
    store.executemany(
        "delete from prefixes where digest = ? and pack = ? and offset = ?",
        [(digest, row.pack, row.offset) for digest, row in change.broken.items()],
    )
    now = time.time()
    store.executemany(
        _KEEP, [(digest, file, *row, now) for digest, (file, row) in change.kept.items()]
    )


def _tidied(store: sqlite3.Connection, packs: Collection[str]) -> frozenset[str]:
    """Those of `packs` that hold anything; what lay in others goes, and the oldest of too many."""
    counts = _counts(store)
    gone = counts.keys() - set(packs)
    store.executemany("delete from prefixes where pack = ?", [(pack,) for pack in gone])
    if sum(counts.values()) > MOST_ROWS:
        store.execute(_TRIM, (int(ROOM * MOST_ROWS),))
    return frozenset(counts.keys() - gone)


def _counts(store: sqlite3.Connection) -> dict[str, int]:
    return dict(store.execute("select pack, count(*) from prefixes group by pack"))
