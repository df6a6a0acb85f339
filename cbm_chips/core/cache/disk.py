"""diskcache with bytes only: what it would pickle is refused, in and out.

Unpickling a file that somebody else could write means running their code (CVE-2025-69872).
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, Callable

LARGEST_ROW_BYTES = 2**20
"""What is larger gets a file of its own: answers of many pages, and hardly ever a window."""
LOCK_TIMEOUT_S = 5
"""How long a call waits for another process that writes."""


_AT_ONCE = 500
"""Older SQLites take 999 values."""


class PickleRefused(TypeError):
    """Something but bytes was about to go into the cache or come out of it."""


def open_store(folder: Path, size_limit_bytes: int) -> Any:  # noqa: ANN401
    """A `diskcache.Cache` in `folder` that holds bytes only; diskcache raises what it raises.

    Reading from it writes nothing, and writing to it removes nothing: that is for `cull`.
    """
    return _kind()(
        str(folder),
        disk=_bytes_disk(),
        size_limit=size_limit_bytes,
        eviction_policy="least-recently-stored",
        cull_limit=0,
        disk_min_file_size=LARGEST_ROW_BYTES,
        timeout=LOCK_TIMEOUT_S,
    )


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
        return super().fetch(mode, filename, value, read)  # type: ignore[misc]


class _Listing:
    """Goes in front of `diskcache.Cache`: many keys looked up by one question."""

    def present(self, keys: list[str]) -> Iterator[str]:
        return present(self._sql, keys)  # type: ignore[attr-defined]


def present(execute: Callable[..., Iterable[tuple[str]]], keys: list[str]) -> Iterator[str]:
    """Those of `keys` that are in a store."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        words = f"select key from Cache where raw = 1 and key in ({marks})"  # noqa: S608
        yield from (key for (key,) in execute(words, some))


@lru_cache(maxsize=1)
def _kind() -> Any:  # noqa: ANN401
    """The class, made on first use: diskcache may not be installed."""
    import diskcache

    return type("Store", (_Listing, diskcache.Cache), {})


@lru_cache(maxsize=1)
def _bytes_disk() -> Any:  # noqa: ANN401
    """The class, made on first use: diskcache may not be installed."""
    import diskcache

    return type("BytesDisk", (_BytesOnly, diskcache.Disk), {})


DAMAGE = (AttributeError, TypeError, ValueError, KeyError)
"""What diskcache raises on opening, besides `store_errors`, where its own settings are damaged."""
_PASSING = ("locked", "readonly", "full", "busy")
"""What SQLite says where the store itself is good."""


def is_passing(error: Exception, folder: Path) -> bool:
    """True if the store may be good: somebody holds it, or it can't be written to."""
    import sqlite3

    import diskcache

    if isinstance(error, diskcache.Timeout):
        return True
    if isinstance(error, sqlite3.OperationalError) and any(w in str(error) for w in _PASSING):
        return True
    return folder.is_dir() and not _may_be_written_to(folder)


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


def store_errors() -> tuple[type[Exception], ...]:
    """What an unusable, locked or tampered store raises, besides `OSError`."""
    import sqlite3

    import diskcache

    return (sqlite3.Error, diskcache.Timeout, PickleRefused)
