"""Prefixes of blocks on disk, a file each: shared by threads and processes, bounded, no errors.

A file is renamed into place when it is complete. Its name has the prefix's length, its
modification time says when it was last used. There is no index that could be locked or broken.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from ..contract import Buffer
from .record import HEAD_BYTES, MAX_BYTES, BlockKey, head_of, prefix_in, record_bytes

MAX_FILES = 20_000
"""Prefixes on disk; also files of which memory knows what the disk has."""
CHECK_EVERY_BYTES = 64 << 20
"""The folder is listed again after so many bytes were written: other processes write as well."""
MAX_PREFIX_SHARE, CHECK_SHARE = 4, 8
"""Divisors of the limit: the largest prefix, and the bytes written between two listings."""
KEPT_SHARE = 0.9
"""Share that stays when room is made: making room for each single prefix would cost more."""
TOUCH_EVERY_S = 600.0
STALE_S = 3600.0
"""Unfinished files of this age are removed: their process has died."""
_NAME = re.compile(r"([0-9a-f]{32})-([0-9a-f]{32})-([0-9]{1,9})")
"""Hash of the file, of the block, and the prefix's length."""
_PART = ".part"
_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY


class BlockStore(Protocol):
    """Keeps prefixes beyond the process."""

    def preload(self, files: Iterable[str]) -> None:
        """Learn what is kept of files about to be read."""

    def length(self, key: BlockKey) -> int:
        """Bytes kept, as known from `preload` and `put`; does not wait for the disk."""

    def get(self, key: BlockKey, wanted_bytes: int) -> Buffer:
        """At least `wanted_bytes` of the prefix if it has them, else all of it, perhaps empty."""

    def put(self, key: BlockKey, data: Buffer) -> None:
        """Keep a prefix, unless a longer one is there; a failure only costs speed."""

    def invalidate(self, file: str) -> None:
        """Drop a file's blocks."""


class BlockFolder:
    """See `BlockStore`. The least recently used are removed first; names are hashes, no URLs."""

    def __init__(self, folder: Path, *, limit_bytes: int) -> None:
        """The folder is made with the first prefix; its parent has to exist."""
        self._folder, self._limit = folder, limit_bytes
        self._known: OrderedDict[str, dict[str, int]] = OrderedDict()
        """File -> hash of a block -> length of its prefix."""
        self._unchecked_bytes = 0
        self._lock, self._making_room = threading.Lock(), threading.Lock()

    def preload(self, files: Iterable[str]) -> None:
        """See `BlockStore`; of two prefixes of a block the shorter one is removed."""
        hashed = {_hash_of(file): file for file in files}
        found: dict[str, dict[str, int]] = {file: {} for file in hashed.values()}
        for parts in filter(None, map(_NAME.fullmatch, self._names())):
            file, block, length = hashed.get(parts[1]), parts[2], int(parts[3])
            if file is not None:
                shorter, found[file][block] = sorted((found[file].get(block, 0), length))
                if shorter:
                    _remove(self._path(parts[1], block, shorter))
        with self._lock:
            for file, lengths in found.items():
                self._known[file] = lengths
                self._known.move_to_end(file)
            self._bound()

    def length(self, key: BlockKey) -> int:
        """See `BlockStore`."""
        with self._lock:
            known = self._known.get(key.file)
            return known.get(_hash_in(key), 0) if known else 0

    def get(self, key: BlockKey, wanted_bytes: int) -> Buffer:
        """See `BlockStore`; a broken file counts as missing and is removed."""
        length = self.length(key)
        if not length:
            return b""
        path = self._path(_hash_of(key.file), _hash_in(key), length)
        try:
            record = _read(path, record_bytes(wanted_bytes, length=length))
            return prefix_in(record, key, length=length)
        except ValueError:
            _remove(path)
        except FileNotFoundError:
            pass
        except OSError:
            return b""
        self._drop(key, length)
        return b""

    def put(self, key: BlockKey, data: Buffer) -> None:
        """See `BlockStore`."""
        length, known_length = len(data), self.length(key)
        size = HEAD_BYTES + length
        if length > MAX_BYTES or size > self._limit // MAX_PREFIX_SHARE or known_length >= length:
            return
        file, block = _hash_of(key.file), _hash_in(key)
        try:
            self._make_room(size)
            self._write(self._path(file, block, length), head_of(key, data), data)
        except OSError:
            return
        if known_length:
            _remove(self._path(file, block, known_length))
        with self._lock:
            self._known.setdefault(key.file, {})[block] = length
            self._bound()

    def invalidate(self, file: str) -> None:
        """See `BlockStore`."""
        with self._lock:
            self._known.pop(file, None)
        hashed = _hash_of(file)
        for name in self._names():
            if name.startswith(hashed):
                _remove(self._folder / name)

    def clear(self) -> None:
        """Drop all."""
        with self._lock:
            self._known.clear()
        for path, _ in self._files():
            _remove(path)

    def use(self) -> tuple[int, int]:
        """Prefixes, and bytes on disk."""
        sizes = [status.st_size for _, status in self._files()]
        return len(sizes), sum(sizes)

    def _path(self, file: str, block: str, length: int) -> str:
        return f"{self._folder}{os.sep}{file}-{block}-{length}"

    def _names(self) -> list[str]:
        try:
            return os.listdir(self._folder)
        except OSError:
            return []

    def _files(self) -> Iterator[tuple[str, os.stat_result]]:
        """All files, those being written as well; removes stale unfinished ones."""
        with suppress(OSError), os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    if entry.name.endswith(_PART) and time.time() - status.st_mtime > STALE_S:
                        _remove(entry.path)
                    else:
                        yield entry.path, status

    def _write(self, path: str, head: bytes, data: Buffer) -> None:
        part = f"{self._folder}{os.sep}{secrets.token_hex(16)}{_PART}"
        file = os.open(part, _NEW, 0o600)
        try:
            try:
                written = _write(file, head, data)
            finally:
                os.close(file)
            if written != len(head) + len(data):
                raise OSError("no room")
            os.replace(part, path)
        except OSError:
            _remove(part)
            raise

    def _make_room(self, size: int) -> None:
        with self._making_room:
            self._unchecked_bytes -= size
            if self._unchecked_bytes >= 0:
                return
            self._folder.mkdir(mode=0o700, exist_ok=True)
            free = self._limit - self._kept_bytes(size)
            self._unchecked_bytes = min(free, self._limit // CHECK_SHARE, CHECK_EVERY_BYTES) - size

    def _kept_bytes(self, size: int) -> int:
        """Make room for `size` more bytes; the bytes that are kept."""
        files = sorted(self._files(), key=lambda file: file[1].st_mtime_ns, reverse=True)
        total = sum(status.st_size for _, status in files)
        if total + size <= self._limit and len(files) < MAX_FILES:
            return total
        while files and (
            total + size > KEPT_SHARE * self._limit or len(files) > KEPT_SHARE * MAX_FILES
        ):
            path, status = files.pop()
            if _remove(path):
                total -= status.st_size
        return total

    def _drop(self, key: BlockKey, length: int) -> None:
        with self._lock:
            known, block = self._known.get(key.file, {}), _hash_in(key)
            if known.get(block) == length:
                del known[block]

    def _bound(self) -> None:
        while len(self._known) > MAX_FILES:
            self._known.popitem(last=False)


def _hash_of(file: str) -> str:
    """A file's identity as text for names."""
    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _hash_in(key: BlockKey) -> str:
    """The block as text for names."""
    return key.digest.hex()[:32]


def _read(path: str, size: int) -> bytes:
    """So many bytes of a file, which is of use.

    Raises:
        OSError: when it can't be read.
        ValueError: when it holds fewer.
    """
    file = os.open(path, os.O_RDONLY | _BINARY)
    try:
        data = os.read(file, size)
        is_long_ago = time.time() - os.fstat(file).st_mtime > TOUCH_EVERY_S
    finally:
        os.close(file)
    if len(data) != size:
        raise ValueError("cut off")
    if is_long_ago:
        with suppress(OSError):
            os.utime(path)
    return data


def _write(file: int, head: bytes, data: Buffer) -> int:
    """Write both; the number of bytes written."""
    if hasattr(os, "writev"):
        return os.writev(file, (head, data))
    return os.write(file, head) + os.write(file, data)


def _remove(path: str | os.PathLike[str]) -> bool:
    """False if it could not be removed: on Windows an open file can't be."""
    try:
        os.unlink(path)
    except OSError:
        return False
    return True
