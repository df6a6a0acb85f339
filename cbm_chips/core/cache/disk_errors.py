"""Errors of a store on disk, and what each means.

A store is a file that may have been changed in any way. diskcache and SQLite trust its content,
so that any exception of theirs may mean that it is damaged.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from .connections import Visitors

BUSY_S, LONGEST_BUSY_S = 30.0, 3600.0
"""A store that failed is not used for so long, and twice as long after each further failure."""
_PASSING = ("locked", "readonly", "full", "busy")
"""SQLite's messages where the store itself is good."""
_MAY_BE_GOOD = (*_PASSING, "disk i/o", "interrupted", "unable to open")
_ODD = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError)
_ODD_VALUES = (RecursionError, TypeError, ValueError)


class PickleRefused(TypeError):
    """A value other than bytes was to be stored or read."""


class DamagedStore(Exception):
    """The store holds what was not written by us."""


@lru_cache(maxsize=1)
def store_errors() -> tuple[type[Exception], ...]:
    """What a `GuardedStore` raises if it is unusable, locked, damaged or tampered with."""
    import diskcache

    return (OSError, sqlite3.Error, diskcache.Timeout, PickleRefused, DamagedStore)


def is_damage(error: Exception) -> bool:
    """True if the store is damaged; not for a single record, nor for a locked store."""
    if isinstance(error, sqlite3.DatabaseError):
        is_ours = isinstance(error, sqlite3.ProgrammingError)
        return not is_ours and not _says(error, _MAY_BE_GOOD)
    return isinstance(error, DamagedStore)


def is_held(error: Exception) -> bool:
    """True if the store is good, but locked, read-only or without room."""
    import diskcache

    is_said = isinstance(error, sqlite3.OperationalError) and _says(error, _PASSING)
    return is_said or isinstance(error, diskcache.Timeout)


def _says(error: Exception, words: tuple[str, ...]) -> bool:
    return any(word in str(error).lower() for word in words)


@contextmanager
def library_errors() -> Iterator[None]:
    """Any unexpected exception of a library is taken for damage of the store."""
    try:
        yield
    except PickleRefused:
        raise
    except (*_ODD, *_ODD_VALUES) as error:
        raise DamagedStore(f"{type(error).__name__}: {error}"[:200]) from error


class GuardedStore:
    """A store that raises nothing but `store_errors`."""

    def __init__(self, store: Any) -> None:  # noqa: ANN401
        """`store` is a `diskcache.Cache`, or what stands in for it."""
        self._store = store
        self._visitors = Visitors(store.close)

    def get(self, key: str) -> Any:  # noqa: ANN401
        """A record, None where there is none."""
        with library_errors(), self._visitors:
            return self._store.get(key)

    def get_all(self, keys: list[str]) -> dict[str, tuple[bytes, object]]:
        """Those of `keys` that are there, each with its tag."""
        with library_errors(), self._visitors:
            return {
                key: (value, tag)
                for key, value, tag in self._store.get_all(keys)
                if isinstance(value, bytes)
            }

    def present(self, keys: list[str]) -> frozenset[str]:
        """Those of `keys` that are there."""
        with library_errors(), self._visitors:
            return frozenset(self._store.present(keys))

    def set(self, key: str, value: bytes, tag: Any = None) -> None:  # noqa: ANN401
        """Keep a record."""
        with library_errors(), self._visitors:
            self._store.set(key, value, tag=tag)

    def set_all(self, records: Mapping[str, bytes], tag: object) -> None:
        """Keep records; within `transact`."""
        with library_errors(), self._visitors:
            self._store.set_all(records, tag=tag)

    def delete(self, key: str) -> None:
        """Remove a record, if it is there."""
        with library_errors(), self._visitors:
            self._store.delete(key)

    def cull(self) -> None:
        """Remove the oldest of too much."""
        with library_errors(), self._visitors:
            self._store.cull()

    def clear(self) -> None:
        """Remove every record."""
        with library_errors(), self._visitors:
            self._store.clear()

    def volume(self) -> int:
        """Bytes on disk."""
        with library_errors(), self._visitors:
            return int(self._store.volume())

    def __len__(self) -> int:
        with library_errors(), self._visitors:
            return len(self._store)

    @contextmanager
    def transact(self) -> Iterator[None]:
        """One write for all that is done within."""
        with library_errors(), self._visitors, self._store.transact():
            yield

    def close(self) -> None:
        """Close the files of all threads, once none is in a call."""
        with library_errors():
            self._visitors.close()


class Backoff:
    """How long a store that failed is not used; doubles with each failure."""

    def __init__(self) -> None:
        self._until, self._length_s = 0.0, BUSY_S

    @property
    def is_on(self) -> bool:
        """True while it is not to be used."""
        return time.monotonic() < self._until

    def begin(self) -> None:
        """After a failure."""
        self._until = time.monotonic() + self._length_s
        self._length_s = min(2 * self._length_s, LONGEST_BUSY_S)

    def end(self) -> None:
        """After a success."""
        self._length_s = BUSY_S

    def for_good(self) -> None:
        """Never use it again."""
        self._until = float("inf")
