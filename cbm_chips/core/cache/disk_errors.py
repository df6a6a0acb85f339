"""All that goes wrong with a store on disk, and what it means: the one place for it.

A store is a file that anything may have been done to. diskcache and SQLite believe what stands in
it, so that any mistake of theirs may be its damage.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

BUSY_S, LONGEST_BUSY_S = 30.0, 3600.0
"""A store that could not be had is left alone for so long, and twice as long each time after."""
_PASSING = ("locked", "readonly", "full", "busy")
"""What SQLite says where the store itself is good."""
_MAY_BE_GOOD = (*_PASSING, "disk i/o", "interrupted", "unable to open")
_ODD = (ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError)
_ODD_VALUES = (RecursionError, TypeError, ValueError)


class PickleRefused(TypeError):
    """Something but bytes was about to go into the cache or come out of it."""


class Damaged(Exception):
    """The store holds what nobody put there."""


@lru_cache(maxsize=1)
def troubles() -> tuple[type[Exception], ...]:
    """What an unusable, locked, damaged or tampered store raises, if it is `Guarded`."""
    import diskcache

    return (OSError, sqlite3.Error, diskcache.Timeout, PickleRefused, Damaged)


def is_damage(error: Exception) -> bool:
    """True if the store itself is no good; a single record may be, or somebody may hold it."""
    if isinstance(error, sqlite3.DatabaseError):
        is_ours = isinstance(error, sqlite3.ProgrammingError)
        return not is_ours and not _says(error, _MAY_BE_GOOD)
    return isinstance(error, Damaged)


def is_held(error: Exception) -> bool:
    """True where SQLite says so: the store is good, but can't be had, or not be written to."""
    import diskcache

    is_said = isinstance(error, sqlite3.OperationalError) and _says(error, _PASSING)
    return is_said or isinstance(error, diskcache.Timeout)


def _says(error: Exception, words: tuple[str, ...]) -> bool:
    return any(word in str(error).lower() for word in words)


@contextmanager
def told() -> Iterator[None]:
    """Whatever a library stumbles over in a store is its damage."""
    try:
        yield
    except PickleRefused:
        raise
    except (*_ODD, *_ODD_VALUES) as error:
        raise Damaged(f"{type(error).__name__}: {error}"[:200]) from error


class Guarded:
    """A store none of whose mistakes is anything but one of `troubles`."""

    def __init__(self, store: Any) -> None:  # noqa: ANN401
        """`store` is a `diskcache.Cache`, or what stands in for it."""
        self._store = store

    def get(self, key: str, *, tag: bool = False) -> Any:  # noqa: ANN401
        """A record, None where there is none; with its tag if wanted."""
        with told():
            return self._store.get(key, tag=tag)

    def present(self, keys: list[str]) -> frozenset[str]:
        """Those of `keys` that are there."""
        with told():
            return frozenset(self._store.present(keys))

    def set(self, key: str, value: bytes, tag: Any = None) -> None:  # noqa: ANN401
        """Keep a record."""
        with told():
            self._store.set(key, value, tag=tag)

    def delete(self, key: str) -> None:
        """Remove a record, if it is there."""
        with told():
            self._store.delete(key)

    def cull(self) -> None:
        """Remove the oldest of too much."""
        with told():
            self._store.cull()

    def clear(self) -> None:
        """Remove every record."""
        with told():
            self._store.clear()

    def volume(self) -> int:
        """Bytes on disk."""
        with told():
            return int(self._store.volume())

    def __len__(self) -> int:
        with told():
            return len(self._store)

    @contextmanager
    def transact(self) -> Iterator[None]:
        """One write for all that is done within."""
        with told(), self._store.transact():
            yield

    def close(self) -> None:
        """Let go of the files of this thread."""
        with told():
            self._store.close()


class Pause:
    """How long something that could not be had is not asked for again."""

    def __init__(self) -> None:
        self._until, self._length_s = 0.0, BUSY_S

    @property
    def is_on(self) -> bool:
        """It is not to be asked for now."""
        return time.monotonic() < self._until

    def begin(self) -> None:
        """It could not be had."""
        self._until = time.monotonic() + self._length_s
        self._length_s = min(2 * self._length_s, LONGEST_BUSY_S)

    def end(self) -> None:
        """It could be had."""
        self._length_s = BUSY_S

    def for_good(self) -> None:
        """It is not asked for any more."""
        self._until = float("inf")
