"""Prefixes on disk, a file each: shared by threads and processes, bounded, never an error.

A file appears whole, under its name, or not at all; its time of change tells when it was last of
use. There is no index that could be locked, broken or behind.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from .prefix_record import HEAD_BYTES, MOST_BYTES, Key, head_of, read_record

MOST_FILES = 10_000
LOOK_EVERY_BYTES = 64 << 20
"""After so much was written the folder is looked over again: others write there too."""
LARGEST_SHARE = 4
"""No prefix takes more than a fourth of the limit."""
ROOM = 0.9
"""Where room has to be made, so much stays: making room for each single prefix would cost more."""
_PART, _STALE_S = ".part", 3600.0
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


class PrefixStore(Protocol):
    """Keeps prefixes beyond the process."""

    def get(self, key: Key, wanted_bytes: int) -> bytes:
        """At least so many bytes of what is there, else all of it, perhaps nothing."""

    def put(self, key: Key, data: bytes) -> None:
        """Keep a prefix, unless a longer one is there; a failure only costs speed."""

    def forget(self, file: str) -> None:
        """Drop a file's blocks."""


class PrefixFolder:
    """See `PrefixStore`. What was not used for longest goes first; names tell no URL."""

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        """The folder is made when there is something to keep; its parent has to be there."""
        self._folder, self._limit = folder, limit_bytes
        self._lock = threading.Lock()
        self._until_look = 0

    def get(self, key: Key, wanted_bytes: int) -> bytes:
        """See `PrefixStore`; what is broken is not there, and goes."""
        path = self._path(key)
        try:
            with open(path, "rb", buffering=0) as file:
                data = read_record(file, key, wanted_bytes)
            os.utime(path)
        except OSError:
            return b""
        except ValueError:
            _remove(path)
            return b""
        return data

    def put(self, key: Key, data: bytes) -> None:
        """See `PrefixStore`."""
        size = HEAD_BYTES + len(data)
        if len(data) > MOST_BYTES or size > self._limit // LARGEST_SHARE:
            return
        path = self._path(key)
        with suppress(OSError):
            if _size(path) < size:
                self._make_room(size)
                self._write(path, head_of(key, data), data)

    def forget(self, file: str) -> None:
        """See `PrefixStore`."""
        for path, _ in self._files():
            if os.path.basename(path).startswith(_name_of(file)):
                _remove(path)

    def clear(self) -> None:
        """Drop all."""
        for path, _ in self._files():
            _remove(path)

    def use(self) -> tuple[int, int]:
        """Files and bytes."""
        sizes = [status.st_size for _, status in self._files()]
        return len(sizes), sum(sizes)

    def _path(self, key: Key) -> str:
        return f"{self._folder}{os.sep}{_name_of(key.file)}-{key.digest.hex()[:32]}"

    def _write(self, path: str, head: bytes, data: bytes) -> None:
        part = f"{path}-{os.getpid()}-{threading.get_ident()}{_PART}"
        file = os.open(part, _NEW, 0o600)
        try:
            try:
                is_whole = os.write(file, head) == len(head) and os.write(file, data) == len(data)
            finally:
                os.close(file)
            if not is_whole:
                raise OSError("no room")
            os.replace(part, path)
        except OSError:
            _remove(part)
            raise

    def _make_room(self, size: int) -> None:
        with self._lock:
            self._until_look -= size
            if self._until_look >= 0:
                return
            self._folder.mkdir(mode=0o700, exist_ok=True)
            free = self._limit - self._kept_bytes(size)
            self._until_look = min(free, self._limit // 8, LOOK_EVERY_BYTES) - size

    def _kept_bytes(self, size: int) -> int:
        """What lies there, once there is room for `size` more bytes."""
        files = sorted(self._files(), key=lambda file: file[1].st_mtime_ns, reverse=True)
        total = sum(status.st_size for _, status in files)
        if total + size <= self._limit and len(files) < MOST_FILES:
            return total
        while files and (total + size > ROOM * self._limit or len(files) > ROOM * MOST_FILES):
            path, status = files.pop()
            _remove(path)
            total -= status.st_size
        return total

    def _files(self) -> Iterator[tuple[str, os.stat_result]]:
        """All of ours, less what a process that died has left half written."""
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if entry.name.endswith(_PART) and time.time() - status.st_mtime > _STALE_S:
                        _remove(entry.path)
                    else:
                        yield entry.path, status


def _name_of(file: str) -> str:
    return hashlib.sha256(file.encode()).hexdigest()[:32]


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size
    except FileNotFoundError:
        return 0


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
