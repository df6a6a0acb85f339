"""The store on disk: windows and answers by key, shared by threads and processes."""

from __future__ import annotations

import logging
import os
import sqlite3
import time
import uuid
from collections.abc import Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, TypeVar

from ..errors import ChipsError
from ..folders import user_folder
from ..reading.block_cache.disk import PrefixFolder
from ..reading.cog.header_store import FileStores, SqliteHeaderStore
from .bytes_disk import is_passing, open_store
from .disk_errors import Guarded, Pause, PickleRefused, is_damage, told, troubles
from .leases import Claims, owner
from .leftovers import SET_ASIDE, remove_leftovers
from .read_only import ReadOnlyStore
from .records import BROKEN, FORMAT, pack, pack_answer, unpack, unpack_answer

if TYPE_CHECKING:
    from ..reading.contract import Pixels

_T = TypeVar("_T")
_log = logging.getLogger(__name__)

HEADERS_NAME, BLOCKS_NAME = "tables.sqlite", "blocks"
DEFAULT_SIZE_BYTES = 2 * 1024**3
BLOCKS_SHARE, MAX_BLOCKS_BYTES = 2, 1024**3
"""Compressed blocks take half of the cache, but no more than 1 GB: some six places with 24 dates
and 8 bands each, and all that lies around them. The rest is for windows and answers."""
CLAIM_S = 120.0
"""After this long a claim counts as left behind, whatever became of who made it."""
_CLAIMS = "claims"
_DAMAGED = "damaged"
"""A file in a cache that was found damaged while it was in use: it is set aside the next time."""
_DAY_S = 86400


class CacheError(ChipsError):
    """The cache folder can't be used."""


@dataclass(frozen=True)
class Answer:
    """A source's kept answer and its age."""

    content: bytes
    age_s: float


@dataclass(frozen=True)
class CacheUse:
    """What lies in the cache; `notes` is what else should be known of its folder."""

    entries: int
    size_bytes: int
    limit_bytes: int
    folder: Path
    notes: tuple[str, ...] = ()


class ChipCache:
    """Windows and answers by key; a miss is never an error, a broken record is a miss.

    A folder that is not ours, or is damaged, is moved aside beside itself and a new one is begun:
    `set_aside` says where the old one went. The next time it goes, if it is ours, and so do the
    caches of earlier versions. What can't be written to is only read.

    Attributes:
        blocks: prefixes of the blocks that windows were cut from.
        notes: what people should know of the folder in use.
        leftovers: what was found beside it, and removed or not. All is told to the log as well.
    """

    def __init__(self, folder: Path, *, size_limit_bytes: int = DEFAULT_SIZE_BYTES) -> None:
        """Open or make the cache below `folder`.

        Raises:
            CacheError: when the folder can be neither used nor replaced.
        """
        self.folder = Path(folder) / FORMAT
        self.set_aside: Path | None = None
        self._unreleased: set[str] = set()
        self._reading, self._writing = Pause(), Pause()
        self._limit = size_limit_bytes
        blocks_limit = min(size_limit_bytes // BLOCKS_SHARE, MAX_BLOCKS_BYTES)
        self._store_limit = size_limit_bytes - blocks_limit
        self.blocks = PrefixFolder(self.folder / BLOCKS_NAME, limit_bytes=blocks_limit)
        self._troubles: tuple[type[Exception], ...] = (CacheError, *troubles())
        self.notes: tuple[str, ...] = ()
        self._is_read_only = False
        self.leftovers: tuple[str, ...] = ()
        self._store = self._opened()
        if not self._is_read_only:
            self.leftovers = tuple(remove_leftovers(self.folder, but=self.set_aside))
            for note in self.leftovers:
                _log_once(note)

    @property
    def told(self) -> tuple[str, ...]:
        """All that was found on opening."""
        return (*self.notes, *self.leftovers)

    @property
    def headers(self) -> SqliteHeaderStore:
        """Headers of files."""
        return SqliteHeaderStore(self.folder / HEADERS_NAME)

    @property
    def file_stores(self) -> FileStores:
        """What a reader keeps of files."""
        return FileStores(self.headers, self.blocks)

    def get_pixels(self, key: str) -> Pixels | None:
        """The window under `key`, None if there is none (or a broken one, which is removed)."""
        return self.get_all_pixels([key])[0]

    def get_all_pixels(self, keys: Iterable[str]) -> list[Pixels | None]:
        """The windows under `keys`; noting their use, if need be, takes one write for all."""
        wanted = list(keys)
        return [
            None if record is None else self._parsed(key, record, unpack)
            for key, record in zip(wanted, self._get_all(wanted))
        ]

    def present(self, keys: Iterable[str]) -> Set[str]:
        """Those of `keys` that are there; nothing is read."""
        nothing: frozenset[str] = frozenset()
        return self._read(lambda: self._store.present(list(keys)), nothing)

    def put_all_pixels(self, windows: Mapping[str, Pixels]) -> None:
        """Keep windows, by key; one write for all."""
        if windows:
            self._put({key: pack(pixels) for key, pixels in windows.items()})
            self._make_room()

    def get_answer(self, key: str) -> Answer | None:
        """A source's answer and how old it is."""
        (record,) = self._get_all([key])
        parsed = None if record is None else self._parsed(key, record, unpack_answer)
        if parsed is None:
            return None
        content, written = parsed
        # One of a time to come was written by another clock: it is as far off as it looks.
        return Answer(content, abs(time.time() - written))

    def put_answer(self, key: str, content: bytes) -> None:
        """Keep an answer with the time."""
        self._put({key: pack_answer(content, written=time.time())})
        self._make_room()

    def claim(self, key: str) -> bool:
        """True if the caller is now the only one, here and in other processes, to read `key`.

        A thread that claimed it already may read it again: it can't wait for itself.
        """
        return bool(self.claim_all([key]))

    def claim_all(self, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that the caller may read; see `claim`. One write for all."""
        wanted = list(keys)

        def claim() -> list[str]:
            claims = self._claims()
            free = claims.free(wanted, owner=owner())
            if free:
                until = time.time() + CLAIM_S
                self._keep_claims(claims.having(free, owner=owner(), until=until))
            return free

        # Where nothing can be claimed everybody reads; that only costs requests.
        return self._in_one_go(claim, wanted) if wanted else []

    def release_all(self, keys: Iterable[str]) -> None:
        """Give several claims back; one write for all."""
        given_back = self._unreleased | set(keys)

        def release() -> set[str]:
            self._keep_claims(self._claims().without(given_back))
            return set()

        if given_back:
            self._unreleased = self._in_one_go(release, given_back)

    def claimed(self) -> Set[str]:
        """The keys of all that somebody is reading."""
        return self._claims().held.keys()

    def release(self, key: str) -> None:
        """Give a claim back."""
        self.release_all([key])

    def forget(self, key: str) -> None:
        """Remove one record."""
        self._write(lambda: self._store.delete(key), None)

    def use(self) -> CacheUse:
        """Entries and bytes on disk.

        Raises:
            CacheError: when the store does not answer.
        """
        try:
            count, size = self.blocks.use()
            count, size = count + len(self._store), size + self._store.volume()
            return CacheUse(count, size, self._limit, self.folder, self.told)
        except self._troubles as error:
            raise CacheError(f"the cache in {self.folder} does not answer: {error}") from error

    def clear(self) -> None:
        """Remove every record.

        Raises:
            CacheError: when somebody else holds the store.
        """
        try:
            self._store.clear()
            self.headers.clear()
            self.blocks.clear()
        except self._troubles as error:
            raise CacheError(f"the cache in {self.folder} can't be emptied: {error}") from error

    def close(self) -> None:
        """Let go of the files."""
        with suppress(*self._troubles):
            self._store.close()

    def _open(self) -> Guarded:
        if _is_foreign(self.folder):
            raise CacheError(f"{self.folder} holds something else")
        if (self.folder / _DAMAGED).exists():
            raise CacheError("it was found damaged")
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        (self.folder / FORMAT).touch()
        with told():
            store = Guarded(open_store(self.folder, self._store_limit))
        store.get("probe")
        store.volume()
        return store

    def _opened(self) -> Guarded:
        """The store, whatever state it is in."""
        try:
            return self._open()
        except self._troubles as error:
            if not is_passing(error, self.folder):
                return self._open_anew(error)
            return self._open_to_read(error)

    def _open_to_read(self, why: Exception) -> Guarded:
        """Where it is good, but can't be written to."""
        try:
            if _is_foreign(self.folder):
                raise CacheError(f"{self.folder} holds something else")
            with told():
                store = Guarded(ReadOnlyStore(self.folder))
        except self._troubles:
            raise CacheError(f"the cache folder {self.folder} can't be used: {why}") from why
        self._is_read_only = True
        self._tell(f"the cache in {self.folder} is only read, nothing is added to it: {why}")
        return store

    def _open_anew(self, why: Exception) -> Guarded:
        try:
            self.set_aside = _move_aside(self.folder)
            store = self._open()
        except self._troubles as error:
            raise CacheError(f"the cache folder {self.folder} can't be used: {error}") from error
        self._tell(f"the cache could not be read ({why}): it was set aside as {self.set_aside}")
        return store

    def _tell(self, note: str) -> None:
        _log_once(note)
        if note not in self.notes:
            self.notes += (note,)

    def _parsed(self, key: str, record: bytes, parse: Callable[[bytes], _T]) -> _T | None:
        try:
            return parse(record)
        except BROKEN:
            self.forget(key)
            return None

    def _get_all(self, keys: list[str]) -> list[bytes | None]:
        found: list[bytes | None] = []
        of_other_days: dict[str, bytes] = {}
        nothing: tuple[Any, Any] = (None, None)
        for key in keys:
            value, day = self._read(partial(self._store.get, key, tag=True), nothing)
            found.append(value if isinstance(value, bytes) else None)
            if isinstance(value, bytes) and day != _today():
                of_other_days[key] = value
        # What is stored again today outlives what was not used.
        self._put(of_other_days)
        return found

    def _put(self, records: Mapping[str, bytes]) -> None:
        def put() -> None:
            for key, record in records.items():
                self._store.set(key, record, tag=_today())

        if records:
            self._in_one_go(put, None)

    def _make_room(self) -> None:
        """Not in the midst of a write: only after it the store has shrunk."""
        self._write(self._store.cull, None)

    def _claims(self) -> Claims:
        record = self._read(lambda: self._store.get(_CLAIMS), None)
        return Claims.read(record, now=time.time(), longest_s=CLAIM_S)

    def _keep_claims(self, claims: Claims) -> None:
        if claims.held:
            self._store.set(_CLAIMS, claims.record())
        else:
            self._store.delete(_CLAIMS)

    def _in_one_go(self, call: Callable[[], _T], otherwise: _T) -> _T:
        """One write; `otherwise` where the store can't be had for it, at once or in the end."""

        def write() -> _T:
            with self._store.transact():
                return call()

        return self._write(write, otherwise)

    def _read(self, call: Callable[[], _T], otherwise: _T) -> _T:
        return self._safely(call, otherwise, self._reading)

    def _write(self, call: Callable[[], _T], otherwise: _T) -> _T:
        return self._safely(call, otherwise, self._writing)

    def _safely(self, call: Callable[[], _T], otherwise: _T, pause: Pause) -> _T:
        """`otherwise` whatever goes wrong, and from then on for a while, without asking."""
        if pause.is_on:
            return otherwise
        try:
            done = call()
        except PickleRefused:
            return otherwise  # one record
        except self._troubles as error:
            pause.begin()
            self._say(error)
            return otherwise
        pause.end()
        return done

    def _say(self, error: Exception) -> None:
        """Why nothing is added, for now or for good."""
        if not is_damage(error):
            if not self._is_read_only:
                is_told = isinstance(error, (OSError, sqlite3.Error))
                why = error if is_told else "another process holds it"
                self._tell(f"nothing is added to the cache in {self.folder} for now: {why}")
            return
        self._reading.for_good()
        self._writing.for_good()
        with suppress(OSError):
            (self.folder / _DAMAGED).touch()
        self._tell(
            f"the cache in {self.folder} is damaged ({error}): everything is read anew, and the "
            "next time it is set aside"
        )


@lru_cache(maxsize=1000)
def _log_once(note: str) -> None:
    """In the life of the process, as a cache is opened for every run."""
    _log.warning("%s", note)


def _today() -> int:
    return int(time.time() // _DAY_S)


def _is_foreign(folder: Path) -> bool:
    """Something stands there that we did not make, or that others may write to."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return True
    if not folder.exists():
        return False
    if hasattr(os, "getuid"):
        status = folder.stat()
        if status.st_uid != os.getuid() or status.st_mode & 0o022:
            return True
    return any(folder.iterdir()) and not (folder / FORMAT).exists()


def _move_aside(folder: Path) -> Path:
    stamp = f"{time.strftime('%Y%m%dT%H%M%S')}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    aside = folder.with_name(f"{folder.name}{SET_ASIDE}{stamp}")
    folder.rename(aside)
    return aside


def open_default(folder: Path | None = None) -> ChipCache | None:
    """The user's cache, or None where it can't be had: then everything is read anew."""
    return open_or_say(folder or user_folder())[0]


def open_or_say(
    folder: Path, *, size_limit_bytes: int = DEFAULT_SIZE_BYTES
) -> tuple[ChipCache | None, tuple[str, ...]]:
    """The cache, None where it can't be had; and what people should know of it."""
    try:
        cache = ChipCache(folder, size_limit_bytes=size_limit_bytes)
    except CacheError as error:
        note = f"nothing is kept, everything is read anew: {error}"
    except ImportError as error:
        note = f"nothing is kept, everything is read anew: the package {error.name} is missing"
    else:
        return cache, cache.notes
    _log_once(note)
    return None, (note,)
