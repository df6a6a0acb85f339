"""diskcache for bytes only: values that it would pickle are refused, in and out.

Unpickling a file that others can write means running their code (CVE-2025-69872).
"""

from __future__ import annotations

import os
import re
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable

from .connections import Connections, ThreadConnection, connect
from .disk_errors import PickleRefused, is_held

LARGEST_ROW_BYTES = 2**20
"""What is larger gets a file of its own: answers of many pages, and hardly ever a window."""
LOCK_TIMEOUT_S = 5
"""How long a call waits for another process that writes."""
RETRY_S = 0.005
DB_NAME = "cache.db"
MOST_BYTES = 1 << 44
"""No record, and not all of them, are larger."""
_RECOUNT = (
    "update Cache set size = 0 where typeof(size) <> 'integer' or size < 0 or size >> 44 > 0",
    "update Settings set value = (select coalesce(sum(size), 0) from Cache) where key = 'size'",
)
_INSERT = """insert into Cache
    (key, raw, store_time, access_time, access_count, tag, size, mode, value)
    values (?, 1, ?, ?, 0, ?, 0, ?, ?)"""
"""A row as diskcache writes it."""
_FILE_NAME = re.compile(r"[0-9a-f]{2}[/\\][0-9a-f]{2}[/\\][0-9a-f]{1,64}\.val")
RAW_MODE, FILE_MODE = 1, 2
"""Modes of diskcache: the value itself, and the name of a file that holds it."""
_AT_ONCE = 500
"""Older SQLites take 999 values."""


def open_store(folder: Path, size_limit_bytes: int) -> Any:  # noqa: ANN401
    """A `diskcache.Cache` in `folder` that holds bytes only; diskcache raises what it raises.

    Reading from it writes nothing, and writing to it removes nothing: that is for `cull`.
    No setting is taken from the file.
    """
    import diskcache

    _wait_for_turn(folder / DB_NAME)
    ours = {
        "size_limit": size_limit_bytes,
        "eviction_policy": "least-recently-stored",
        "cull_limit": 0,
        "disk_min_file_size": LARGEST_ROW_BYTES,
        "sqlite_synchronous": 0,  # waiting for the disk takes longer than reading anew
    }
    settings = {**diskcache.DEFAULT_SETTINGS, **ours}
    return _kind()(str(folder), disk=_bytes_disk(), timeout=LOCK_TIMEOUT_S, **settings)


def _wait_for_turn(path: Path) -> None:
    """Where it is held, this tells it sooner than diskcache, which waits a minute for each word.

    Raises:
        sqlite3.OperationalError: when it is held for longer than `LOCK_TIMEOUT_S`.
    """
    if path.exists():
        connection = sqlite3.connect(path, timeout=LOCK_TIMEOUT_S, isolation_level=None)
        with closing(connection):
            connection.execute("begin immediate")
            connection.execute("rollback")


class _BytesOnly:
    """Goes in front of `diskcache.Disk`: text keys and bytes values, refused else both ways."""

    def put(self, key: object) -> Any:  # noqa: ANN401
        if not isinstance(key, str):
            raise PickleRefused(f"keys are text, not {type(key).__name__}")
        return super().put(key)  # type: ignore[misc]

    def get(self, key: object, raw: object) -> Any:  # noqa: ANN401
        if not raw:
            raise PickleRefused("a pickled key")
        return super().get(key, raw)  # type: ignore[misc]

    def store(self, value: object, read: object, key: object = None) -> Any:  # noqa: ANN401
        if not isinstance(value, bytes) or read:
            raise PickleRefused(f"values are bytes, not {type(value).__name__}")
        return super().store(value, read, key=key)  # type: ignore[misc]

    def fetch(self, mode: int, filename: object, value: object, read: object) -> Any:  # noqa: ANN401
        from diskcache.core import MODE_BINARY, MODE_RAW

        if mode not in (MODE_RAW, MODE_BINARY):
            raise PickleRefused("a pickled value")
        if filename is not None and not _is_own(filename):
            raise PickleRefused("a file that is none of ours")
        return super().fetch(mode, filename, value, read)  # type: ignore[misc]

    def remove(self, file_path: object) -> None:
        if _is_own(file_path):
            super().remove(file_path)  # type: ignore[misc]


def _is_own(name: object) -> bool:
    """A file that diskcache has named: what else stands in the store may lead anywhere."""
    return isinstance(name, str) and _FILE_NAME.fullmatch(name) is not None


class _BytesCache:
    """Goes in front of `diskcache.Cache`.

    Many keys are looked up by one question; a size that can't be is reckoned anew; and nobody is
    waited for longer than `LOCK_TIMEOUT_S`.
    """

    _is_recounted = False

    def __init__(self, *arguments: object, **settings: object) -> None:
        self._connections = Connections(self._connect)
        try:
            super().__init__(*arguments, **settings)
        except BaseException:
            self.close()  # what it has opened so far: the folder is moved aside next
            raise

    @property
    def _con(self) -> ThreadConnection:
        return self._connections.of_this_thread(self._with_settings)

    def _connect(self) -> ThreadConnection:
        path = os.path.join(self._directory, DB_NAME)  # type: ignore[attr-defined]
        return connect(path, timeout=self._timeout, isolation_level=None)  # type: ignore[attr-defined]

    def _with_settings(self, connection: ThreadConnection) -> None:
        """The store's own, of which SQLite forgets some with each connection."""
        with suppress(sqlite3.OperationalError):  # a new store has no such table yet
            for name, value in connection.execute("select key, value from Settings").fetchall():
                if name.startswith("sqlite_"):
                    self.reset(name, value, update=False)  # type: ignore[attr-defined]

    def close(self) -> None:
        """Of every thread, where diskcache closes one."""
        self._connections.close_all()

    def present(self, keys: list[str]) -> Iterator[str]:
        return present(self._sql, keys)  # type: ignore[attr-defined]

    def get_all(self, keys: list[str]) -> Iterator[tuple[str, object, object]]:
        for key, mode, name, value, tag in rows_of(self._sql, keys):  # type: ignore[attr-defined]
            if mode == RAW_MODE and name is None:  # nearly all are
                yield key, value, tag
                continue
            with suppress(PickleRefused, OSError):  # one record, or it was removed just now
                yield key, self._disk.fetch(mode, name, value, False), tag  # type: ignore[attr-defined]

    def set_all(self, records: Mapping[str, bytes], *, tag: object) -> None:
        """In one transaction of the caller's; the new ones, nearly all, by one statement."""
        now, others = time.time(), set(self.present(list(records)))
        others.update(key for key, value in records.items() if len(value) >= LARGEST_ROW_BYTES)
        new = [key for key in records if key not in others]  # in order: the first go first
        rows = [(key, now, now, tag, RAW_MODE, records[key]) for key in new]
        self._con.executemany(_INSERT, rows)
        for key in others:
            self.set(key, records[key], tag=tag)  # type: ignore[attr-defined]

    def volume(self) -> int:
        if not _is_size(self.reset("size")):  # type: ignore[attr-defined]
            self._recount()
        return int(super().volume())  # type: ignore[misc]

    def cull(self, retry: bool = False) -> int:
        # Before anything goes for want of room: is it so?
        if not self._is_recounted and self.volume() > self.size_limit:  # type: ignore[attr-defined]
            self._recount()
        return int(super().cull(retry))  # type: ignore[misc]

    def _recount(self) -> None:
        self._is_recounted = True
        with self.transact():  # type: ignore[attr-defined]
            for words in _RECOUNT:
                self._sql(words)  # type: ignore[attr-defined]

    @property
    def _sql_retry(self) -> Callable[..., Any]:
        until = time.monotonic() + LOCK_TIMEOUT_S

        def execute(*words: Any) -> Any:  # noqa: ANN401
            while True:
                try:
                    return self._sql(*words)  # type: ignore[attr-defined]
                except sqlite3.OperationalError as error:
                    if "locked" not in str(error) or time.monotonic() > until:
                        raise
                    time.sleep(RETRY_S)

        return execute


def _is_size(noted: object) -> bool:
    return isinstance(noted, int) and 0 <= noted < MOST_BYTES


def present(execute: Callable[..., Iterable[Any]], keys: list[str]) -> Iterator[str]:
    """Those of `keys` that are in a store."""
    return (key for (key,) in _selected("key", execute, keys))


def rows_of(
    execute: Callable[..., Iterable[Any]], keys: list[str]
) -> Iterator[tuple[str, object, object, object, object]]:
    """Key, mode, file name, value and tag of those of `keys` that are in a store."""
    return _selected("key, mode, filename, value, tag", execute, keys)


def _selected(
    columns: str, execute: Callable[..., Iterable[Any]], keys: list[str]
) -> Iterator[Any]:
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        words = ("select", columns, "from Cache where raw = 1 and key in (", marks, ")")
        yield from execute(" ".join(words), some)


@lru_cache(maxsize=1)
def _kind() -> Any:  # noqa: ANN401
    """The class, made on first use: diskcache may not be installed."""
    import diskcache

    return type("Store", (_BytesCache, diskcache.Cache), {})


@lru_cache(maxsize=1)
def _bytes_disk() -> Any:  # noqa: ANN401
    """The class, made on first use: diskcache may not be installed."""
    import diskcache

    return type("BytesDisk", (_BytesOnly, diskcache.Disk), {})


def is_passing(error: Exception, folder: Path) -> bool:
    """True if the store may be good: it is locked, or can't be written to."""
    return is_held(error) or (folder.is_dir() and not _may_be_written_to(folder))


def _may_be_written_to(folder: Path) -> bool:
    """Tried: modes and mounts don't tell."""
    path = folder / f"{secrets.token_hex(8)}.trial"
    try:
        path.write_bytes(bytes(4096))
    except OSError:
        return False
    finally:
        with suppress(OSError):
            path.unlink()
    return True
