"""The cache on disk: windows and search answers by key, shared by threads and processes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..reading.block_cache.disk import BlockFolder
from ..reading.cog.header_store import FileStores, SqliteHeaderStore
from ..reasons import Reason
from .bytes_disk import DB_NAME
from .contents import CacheUse, KeptPart
from .fail_safe import FailSafeStore, log_once
from .folder_state import FolderState
from .leftovers import remove_leftovers
from .records import BROKEN, FORMAT, pack, pack_answer, unpack, unpack_answer
from .shared_leases import SharedLeases
from .store_folder import DAMAGED_NAME, CacheError

if TYPE_CHECKING:
    from ..reading.contract import Pixels

_T = TypeVar("_T")

HEADERS_NAME, BLOCKS_NAME = "tables.sqlite", "blocks"
DEFAULT_SIZE_BYTES = 2 * 1024**3
BLOCKS_SHARE, MAX_BLOCKS_BYTES = 2, 1024**3
"""Compressed blocks take half of the cache, but no more than 1 GB: some six places with 24 dates
and 8 bands each, and all that lies around them. The rest is for windows and answers."""
_DAY_S = 86400


@dataclass(frozen=True)
class KeptAnswer:
    """A source's kept answer and its age."""

    content: bytes
    age_s: float


class ChipCache:
    """Windows and answers by key; a miss is never an error, a broken record is a miss.

    A folder that is not ours, or is damaged, is renamed and a new one is made. When the cache is
    opened next the renamed one is removed, if it is ours, and so are caches of earlier versions.
    A folder that can't be written to is only read.

    Attributes:
        blocks: prefixes of the blocks that windows were cut from.
        leases: who reads which window.
        leftovers: what was found beside the folder, and removed or not; logged as well.
    """

    def __init__(self, folder: Path, *, size_limit_bytes: int = DEFAULT_SIZE_BYTES) -> None:
        """Open or make the cache below `folder`.

        Raises:
            CacheError: when the folder can be neither used nor replaced.
        """
        self.folder = Path(folder) / FORMAT
        self._limit = size_limit_bytes
        blocks_limit = min(size_limit_bytes // BLOCKS_SHARE, MAX_BLOCKS_BYTES)
        self.blocks = BlockFolder(self.folder / BLOCKS_NAME, limit_bytes=blocks_limit)
        self._safe = FailSafeStore(self.folder, limit_bytes=size_limit_bytes - blocks_limit)
        self._store = self._safe.store
        self.leases = SharedLeases(self._safe)
        self.leftovers: tuple[str, ...] = ()
        if not self._safe.is_read_only:
            self.leftovers = tuple(remove_leftovers(self.folder, but=self.set_aside))
            for note in self.leftovers:
                log_once(note)

    @property
    def set_aside(self) -> Path | None:
        """Where a former folder was moved on opening, None if it was good."""
        return self._safe.set_aside

    @property
    def notes(self) -> tuple[str, ...]:
        """What people should know of the folder in use."""
        return self._safe.notes

    @property
    def messages(self) -> tuple[str, ...]:
        """Notes and leftovers."""
        return (*self.notes, *self.leftovers)

    @property
    def headers(self) -> SqliteHeaderStore:
        """Headers of files."""
        return SqliteHeaderStore(self.folder / HEADERS_NAME)

    @property
    def file_stores(self) -> FileStores:
        """What a reader keeps of files."""
        return FileStores(self.headers, self.blocks)

    def folder_state(self) -> FolderState | None:
        """Tells later whether to open the cache again; None where that is certain by now."""
        if self.set_aside is not None:
            return None
        files = (self.folder / DB_NAME, self.folder / HEADERS_NAME)
        return FolderState(*files, damage_mark=self.folder / DAMAGED_NAME)

    def get_pixels(self, key: str) -> Pixels | None:
        """The window under `key`, None if there is none (or a broken one, which is removed)."""
        return self.get_all_pixels([key])[0]

    def get_all_pixels(self, keys: Iterable[str]) -> list[Pixels | None]:
        """The windows under `keys`; one write at most, to mark them as used."""
        wanted = list(keys)
        return [
            None if record is None else self._parsed(key, record, unpack)
            for key, record in zip(wanted, self._get_all(wanted))
        ]

    def present(self, keys: Iterable[str]) -> Set[str]:
        """Those of `keys` that are there; no window is read."""
        nothing: frozenset[str] = frozenset()
        return self._safe.read(lambda: self._store.present(list(keys)), nothing)

    def put_all_pixels(
        self, windows: Mapping[str, Pixels], *, releasing: Iterable[str] = ()
    ) -> None:
        """Keep windows, by key, and release leases; one write for all."""
        records = {key: pack(key, pixels) for key, pixels in windows.items()}
        self.leases.release(releasing, then=lambda: self._store.set_all(records, _today()))
        if records:
            self._make_room()

    def get_answer(self, key: str) -> KeptAnswer | None:
        """A source's answer and its age."""
        (record,) = self._get_all([key])
        parsed = None if record is None else self._parsed(key, record, unpack_answer)
        if parsed is None:
            return None
        content, written = parsed
        # A time in the future was written by another clock.
        return KeptAnswer(content, abs(time.time() - written))

    def put_answer(self, key: str, content: bytes) -> None:
        """Keep an answer with the present time."""
        self._put({key: pack_answer(key, content, written=time.time())})
        self._make_room()

    def forget(self, key: str) -> None:
        """Remove one record."""
        self._safe.write(lambda: self._store.delete(key), None)

    def use(self) -> CacheUse:
        """Entries and bytes on disk.

        Raises:
            CacheError: when the store does not answer.
        """
        try:
            windows = KeptPart(len(self._store), self._store.volume() + self._headers_bytes())
            blocks = KeptPart(*self.blocks.use())
            return CacheUse(windows, blocks, self._limit, self.folder, self.messages)
        except self._safe.errors as error:
            raise CacheError(
                Reason(
                    "the cache in {folder} does not answer: {error}",
                    folder=self.folder,
                    error=error,
                )
            ) from error

    def clear(self) -> None:
        """Remove every record.

        Raises:
            CacheError: when another process has locked the store.
        """
        try:
            self._store.clear()
            self.headers.clear()
            self.blocks.clear()
        except self._safe.errors as error:
            raise CacheError(
                Reason(
                    "the cache in {folder} can't be emptied: {error}",
                    folder=self.folder,
                    error=error,
                )
            ) from error

    def close(self) -> None:
        """Close the files."""
        with suppress(*self._safe.errors):
            self._store.close()

    def _headers_bytes(self) -> int:
        try:
            return (self.folder / HEADERS_NAME).stat().st_size
        except OSError:
            return 0

    def _parsed(self, key: str, record: bytes, parse: Callable[[str, bytes], _T]) -> _T | None:
        try:
            return parse(key, record)
        except BROKEN:
            self.forget(key)
            return None

    def _get_all(self, keys: list[str]) -> list[bytes | None]:
        nothing: dict[str, tuple[bytes, object]] = {}
        kept = self._safe.read(lambda: self._store.get_all(keys), nothing)
        today = _today()
        # What is stored again today outlives what was not used.
        self._put({key: value for key, (value, day) in kept.items() if day != today})
        return [kept[key][0] if key in kept else None for key in keys]

    def _put(self, records: Mapping[str, bytes]) -> None:
        if records:
            self._safe.write_at_once(lambda: self._store.set_all(records, _today()), None)

    def _make_room(self) -> None:
        """Not in the midst of a write: only after it the store has shrunk."""
        self._safe.write(self._store.cull, None)


def _today() -> int:
    return int(time.time() // _DAY_S)
