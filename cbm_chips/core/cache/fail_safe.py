"""A store whose errors only cost speed: a failing call gives a default, then the store rests."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from ..reasons import Reason
from .disk_errors import Backoff, PickleRefused, is_damage
from .store_folder import DAMAGED_NAME, errors, open_folder

_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class FailSafeStore:
    """The store in a folder; thread-safe.

    Attributes:
        store: see `GuardedStore`.
        is_read_only, set_aside: see `OpenedStore`.
        errors: what `store` may raise.
        notes: what people should know of the folder; logged as well.
    """

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        """Open the store.

        Raises:
            CacheError: when the folder can be neither used nor replaced.
        """
        opened = open_folder(folder, limit_bytes=limit_bytes)
        self._folder = folder
        self.store = opened.store
        self.is_read_only, self.set_aside = opened.is_read_only, opened.set_aside
        self.errors = errors()
        self.notes: tuple[str, ...] = ()
        self._reading, self._writing = Backoff(), Backoff()
        if opened.note:
            self._note(opened.note)

    def read(self, call: Callable[[], _T], otherwise: _T) -> _T:
        """The call's result; `otherwise` where the store can't be read."""
        return self._safely(call, otherwise, self._reading)

    def write(self, call: Callable[[], _T], otherwise: _T) -> _T:
        """The call's result; `otherwise` where the store can't be written to."""
        return self._safely(call, otherwise, self._writing)

    def write_at_once(self, call: Callable[[], _T], otherwise: _T) -> _T:
        """As `write`, in one transaction."""

        def write() -> _T:
            with self.store.transact():
                return call()

        return self.write(write, otherwise)

    def _safely(self, call: Callable[[], _T], otherwise: _T, backoff: Backoff) -> _T:
        if backoff.is_on:
            return otherwise
        try:
            done = call()
        except PickleRefused:
            return otherwise  # one record
        except self.errors as error:
            backoff.begin()
            self._explain(error)
            return otherwise
        backoff.end()
        return done

    def _explain(self, error: Exception) -> None:
        """Note why nothing is added, for now or for good."""
        if not is_damage(error):
            if not self.is_read_only:
                is_told = isinstance(error, (OSError, sqlite3.Error))
                why = error if is_told else Reason("another process holds it")
                self._note(
                    Reason(
                        "nothing is added to the cache in {folder} for now: {why}",
                        folder=self._folder,
                        why=why,
                    )
                )
            return
        self._reading.for_good()
        self._writing.for_good()
        with suppress(OSError):
            (self._folder / DAMAGED_NAME).touch()
        self._note(
            Reason(
                "the cache in {folder} is damaged ({error}): everything is read anew, and the "
                "next time it is set aside",
                folder=self._folder,
                error=error,
            )
        )

    def _note(self, note: str) -> None:
        log_once(note)
        if note not in self.notes:
            self.notes += (note,)


@lru_cache(maxsize=1000)
def log_once(note: str) -> None:
    """A warning, once in the life of the process, as a cache is opened for every run."""
    _log.warning("%s", note)
