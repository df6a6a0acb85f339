"""Pack files: records one behind another, in a folder of bounded size.

Each pack is written by one process and never changed; its time of change tells when it was last
of use. Packs go as a whole.
"""

from __future__ import annotations

import os
import re
import secrets
import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from ..contract import Buffer

PACK_BYTES = 64 << 20
MOST_PACKS = 1000
LOOK_EVERY_BYTES = 64 << 20
"""After so much was written the folder is looked over again: others write there too."""
SHARE = 8
"""Neither takes more than an eighth of the limit."""
TOUCH_EVERY_S = 60.0
ORPHANED_S = 3600.0
PACK_NAME = re.compile(r"[0-9a-f]{32}\.pack")
_FORMER_NAME = re.compile(r"[0-9a-f]{32}-[0-9a-f]{32}(-\d+-\d+\.part)?")
"""Once each prefix was a file."""
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _BINARY
_AGAIN = os.O_WRONLY | os.O_APPEND | _BINARY


class Place(NamedTuple):
    """Where a record begins; `fills_pack` says that the pack is closed with it."""

    pack: str
    offset: int
    fills_pack: bool


class _Pack:
    """The one that is being written: by this process, by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        """The file is made with the first record."""
        self.name = f"{secrets.token_hex(16)}.pack"
        self.size_bytes = 0
        self.process = os.getpid()
        self._path = f"{folder}{os.sep}{self.name}"
        self._file: int | None = None

    def append(self, head: bytes, data: Buffer) -> int:
        """Where it begins, once it is open; after an `OSError` nothing more may be appended."""
        offset, size = self.size_bytes, len(head) + len(data)
        if self._file is None or _write(self._file, head, data) != size:
            raise OSError("no room")
        self.size_bytes += size
        return offset

    def open(self) -> None:
        """Make it, or open it again; raises `OSError`."""
        if self._file is None:
            file = os.open(self._path, _AGAIN if self.size_bytes else _NEW, 0o600)
            if os.fstat(file).st_size != self.size_bytes:
                os.close(file)
                raise OSError("somebody else wrote to it")
            self._file = file

    def close(self) -> None:
        """`open` opens it again."""
        file, self._file = self._file, None
        if file is not None:
            os.close(file)

    def give_up(self) -> None:
        """After a failure: gives back the room that half a record takes."""
        with suppress(OSError):
            if self._file is not None and hasattr(os, "ftruncate"):
                os.ftruncate(self._file, self.size_bytes)
        self.close()
        if not self.size_bytes:
            _remove(self._path)

    def __del__(self) -> None:
        self.close()


class PackFolder:
    """Bounded; thread-safe, and shared with other processes."""

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        """The folder is made when there is something to keep; its parent has to be there."""
        self._folder, self._limit = folder, limit_bytes
        self._pack_bytes = min(PACK_BYTES, limit_bytes // SHARE)
        self._pack = _Pack(folder)
        self._until_look = 0
        self._touched: dict[str, float] = {}
        self._lock = threading.Lock()

    def append(self, head: bytes, data: Buffer) -> Place:
        """Write a record.

        Raises:
            OSError: when that can't be done.
        """
        with self._lock:
            self._make_room(len(head) + len(data))
            pack = self._open_pack()
            try:
                offset = pack.append(head, data)
            except OSError:
                pack.give_up()
                self._begin_pack()
                raise
            is_full = pack.size_bytes >= self._pack_bytes
            if is_full:
                self._begin_pack()
            return Place(pack.name, offset, is_full)

    def read(self, pack: str, offset: int, size: int) -> bytes:
        """So many bytes of a pack, fewer where it ends.

        Raises:
            OSError: when it can't be read.
        """
        path = self._path(pack)
        file = os.open(path, os.O_RDONLY | _BINARY)
        try:
            os.lseek(file, offset, os.SEEK_SET)
            data = os.read(file, size)
        finally:
            os.close(file)
        self._touch(pack, path)
        return data

    def close(self) -> None:
        """Leave no file open; what comes later opens it again."""
        with self._lock:
            self._pack.close()

    def clear(self) -> None:
        """Drop all."""
        with self._lock:
            self._begin_pack()
            for pack in self.packs():
                _remove(self._path(pack))

    def packs(self) -> Mapping[str, os.stat_result]:
        """All packs that there are; files of former times go."""
        found = {}
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                if PACK_NAME.fullmatch(entry.name):
                    with suppress(OSError):
                        found[entry.name] = entry.stat(follow_symlinks=False)
                elif _FORMER_NAME.fullmatch(entry.name):
                    _remove(entry.path)
        return found

    def remove_orphans(self, known: frozenset[str]) -> None:
        """Drop the packs that none of `known` is, unless somebody may be writing them."""
        for pack, status in self.packs().items():
            if pack not in known and time.time() - status.st_mtime > ORPHANED_S:
                _remove(self._path(pack))

    def _open_pack(self) -> _Pack:
        if self._pack.process != os.getpid():
            self._begin_pack()
        try:
            self._pack.open()
        except OSError:  # somebody has removed it
            self._begin_pack()
            self._pack.open()
        return self._pack

    def _begin_pack(self) -> None:
        self._pack.close()
        self._pack = _Pack(self._folder)

    def _make_room(self, size: int) -> None:
        self._until_look -= size
        if self._until_look >= 0:
            return
        self._folder.mkdir(mode=0o700, exist_ok=True)
        packs = self.packs()
        if self._pack.name not in packs:  # nothing yet, or somebody has removed it
            self._begin_pack()
        allowed = max(size, min(self._limit // SHARE, LOOK_EVERY_BYTES))
        self._evict(packs, self._limit - allowed)
        self._until_look = allowed - size

    def _evict(self, packs: Mapping[str, os.stat_result], most_bytes: int) -> None:
        """What was not used for longest goes first, and never the pack that is being written."""
        others = [pack for pack in packs if pack != self._pack.name]
        others.sort(key=lambda pack: packs[pack].st_mtime_ns, reverse=True)
        total = sum(status.st_size for status in packs.values())
        while others and (total > most_bytes or len(others) >= MOST_PACKS):
            pack = others.pop()
            if _remove(self._path(pack)):
                total -= packs[pack].st_size

    def _touch(self, pack: str, path: str) -> None:
        now = time.monotonic()
        if now - self._touched.get(pack, -TOUCH_EVERY_S) >= TOUCH_EVERY_S:
            self._touched[pack] = now
            with suppress(OSError):
                os.utime(path)

    def _path(self, pack: str) -> str:
        return f"{self._folder}{os.sep}{pack}"


def _write(file: int, head: bytes, data: Buffer) -> int:
    """Bytes written; other threads run meanwhile."""
    if hasattr(os, "writev"):
        return os.writev(file, (head, data))
    return os.write(file, head) + os.write(file, data)


def _remove(path: str) -> bool:
    """False where it stays: Windows removes no file that somebody has open."""
    try:
        os.unlink(path)
    except OSError:
        return False
    return True
