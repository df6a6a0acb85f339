"""Opening of the cache's folder: as it is, only for reading, or anew beside what was set aside."""

from __future__ import annotations

import os
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from ..errors import ChipsError
from ..reasons import Reason
from .bytes_disk import is_passing, open_store
from .disk_errors import GuardedStore, library_errors, store_errors
from .leftovers import SET_ASIDE
from .read_only import ReadOnlyStore

DAMAGED_NAME = "damaged"
"""A file in a cache that was found damaged while in use: it is set aside when opened next."""


class CacheError(ChipsError):
    """The cache folder can't be used."""


def errors() -> tuple[type[Exception], ...]:
    """What opening and using a store may raise."""
    return (CacheError, *store_errors())


@dataclass(frozen=True)
class OpenedStore:
    """A store, and what was found on opening it.

    Attributes:
        store: for reading and writing, or for reading only.
        is_read_only: nothing can be written.
        set_aside: where the former folder was moved, None if it was good.
        note: for people, empty if all is well.
    """

    store: GuardedStore
    is_read_only: bool = False
    set_aside: Path | None = None
    note: str = ""


def open_folder(folder: Path, *, limit_bytes: int) -> OpenedStore:
    """The store in `folder`, whatever state that is in.

    Raises:
        CacheError: when the folder can be neither used nor replaced.
    """
    try:
        return OpenedStore(_opened(folder, limit_bytes))
    except errors() as error:
        if is_passing(error, folder):
            return _opened_to_read(folder, error)
        return _opened_anew(folder, limit_bytes, error)


def _opened(folder: Path, limit_bytes: int) -> GuardedStore:
    if _is_foreign(folder):
        raise CacheError(Reason("{folder} holds something else", folder=folder))
    if (folder / DAMAGED_NAME).exists():
        raise CacheError(Reason("it was found damaged"))
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / folder.name).touch()
    with library_errors():
        store = GuardedStore(open_store(folder, limit_bytes))
    store.get("probe")
    store.volume()
    return store


def _opened_to_read(folder: Path, why: Exception) -> OpenedStore:
    """The store is good, but can't be written to."""
    try:
        if _is_foreign(folder):
            raise CacheError(Reason("{folder} holds something else", folder=folder))
        with library_errors():
            store = GuardedStore(ReadOnlyStore(folder))
    except errors():
        raise CacheError(
            Reason("the cache folder {folder} can't be used: {error}", folder=folder, error=why)
        ) from why
    note = Reason(
        "the cache in {folder} is only read, nothing is added to it: {why}", folder=folder, why=why
    )
    return OpenedStore(store, is_read_only=True, note=note)


def _opened_anew(folder: Path, limit_bytes: int, why: Exception) -> OpenedStore:
    try:
        aside = _move_aside(folder)
        store = _opened(folder, limit_bytes)
    except errors() as error:
        raise CacheError(
            Reason("the cache folder {folder} can't be used: {error}", folder=folder, error=error)
        ) from error
    note = Reason(
        "the cache could not be read ({why}): it was set aside as {aside}", why=why, aside=aside
    )
    return OpenedStore(store, set_aside=aside, note=note)


def _is_foreign(folder: Path) -> bool:
    """True for anything that we did not make, or that others may write to."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return True
    if not folder.exists():
        return False
    if hasattr(os, "getuid"):
        status = folder.stat()
        if status.st_uid != os.getuid() or status.st_mode & 0o022:
            return True
    return any(folder.iterdir()) and not (folder / folder.name).exists()


def _move_aside(folder: Path) -> Path:
    stamp = f"{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    aside = folder.with_name(f"{folder.name}{SET_ASIDE}{stamp}")
    folder.rename(aside)
    return aside
