"""First bytes of blocks, as fetched: the next chip in a block asks nobody.

They lie in memory, and those that pixels came of go to disk from there, once the run is over. What
there is no room for until then is written by the threads that read, behind the pixels.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..patience import FAREWELL, THREAD_NAME
from .prefix_record import Key

if TYPE_CHECKING:
    from .prefix_folder import PrefixStore

__all__ = ["LIMIT_BYTES", "Key", "Prefixes"]

LIMIT_BYTES = 48 << 20
PATIENT_SHARE = 0.75
"""So much of the memory may wait for the disk until the run ends, when it slows nobody down."""
HELPERS_AT_ONCE, LONGEST_WAIT_S = 8, 0.05
"""Threads that write what can't wait; who finds no place among them for so long lets it be."""
WRITERS_AT_ONCE = 2
"""In the process: runs that follow each other faster than a disk writes don't pile up."""
_writers = threading.BoundedSemaphore(WRITERS_AT_ONCE)


@dataclass
class _Kept:
    """A prefix in memory; `is_stored` says that the disk has it."""

    data: bytes
    is_stored: bool = False


class Prefixes:
    """Bounded; what was used last stays longest. Thread-safe."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES, store: PrefixStore | None = None) -> None:
        """Keep at most `limit_bytes` in memory; `store` keeps them beyond the process."""
        self._limit, self._store = limit_bytes, store
        self._kept: OrderedDict[Key, _Kept] = OrderedDict()
        self._waiting: OrderedDict[Key, None] = OrderedDict()
        self._waiting_bytes = 0
        self._under_way: set[Key] = set()
        self._is_writing = self._is_run_over = False
        self._helpers = threading.BoundedSemaphore(HELPERS_AT_ONCE)
        self._lock = threading.Lock()
        self.size_bytes = 0

    def get(self, key: Key, wanted_bytes: int = 0) -> bytes:
        """What is there of a block, perhaps nothing; the disk is asked where that is too little."""
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
        data = kept.data if kept else b""
        if len(data) >= wanted_bytes or self._store is None or not key.version:
            return data
        stored = self._store.get(key, wanted_bytes)
        if len(stored) <= len(data):
            return data
        self._put(key, _Kept(stored, is_stored=True))
        return stored

    def put(self, key: Key, data: bytes) -> None:
        """Keep a prefix, unless a longer one is there."""
        self._put(key, _Kept(data))

    def begin(self) -> None:
        """A run starts: what can wait for its end waits."""
        self._is_run_over = False

    def prove(self, key: Key, data: bytes) -> None:
        """Pixels came of it, so it is good enough for the disk: now, or when the run ends."""
        if self._store is None or not key.version:
            return
        self._put(key, _Kept(data))
        with self._lock:
            kept = self._kept.get(key)
            if kept is not None and (kept.is_stored or key in self._waiting):
                return
            can_wait = self._waiting_bytes + len(data) <= PATIENT_SHARE * self._limit
            if kept is not None and can_wait:
                self._waiting[key] = None
                self._waiting_bytes += len(kept.data)
        if kept is None or not can_wait:
            self._help(self._store, key, kept or _Kept(data))
        elif self._is_run_over:
            self.save()

    def save(self) -> None:
        """Give all that waits to the store, in a thread of its own."""
        self._is_run_over = True
        with self._lock:
            if self._is_writing or not self._waiting or not _writers.acquire(blocking=False):
                return
            self._is_writing = True
        try:
            threading.Thread(target=self._write, name=f"{THREAD_NAME}-keep").start()
        except RuntimeError:  # Python is about to end
            self._is_writing = False
            _writers.release()

    def forget(self, file: str) -> None:
        """Drop a file's blocks."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == file]:
                self._drop(key)
        if self._store is not None:
            self._store.forget(file)

    def _put(self, key: Key, new: _Kept) -> None:
        with self._lock:
            had = self._kept.get(key)
            had_bytes = len(had.data) if had else 0
            if had_bytes >= len(new.data) or len(new.data) > self._limit:
                return
            self._kept[key] = new
            self._kept.move_to_end(key)
            self.size_bytes += len(new.data) - had_bytes
            if key in self._waiting:
                self._waiting_bytes += len(new.data) - had_bytes
            while self.size_bytes > self._limit:
                # What is not on disk yet goes last: nobody would find it meanwhile.
                needed = self._waiting.keys() | self._under_way
                spare = (other for other in self._kept if other not in needed)
                self._drop(next(spare, next(iter(self._kept))))

    def _drop(self, key: Key) -> None:
        data = self._kept.pop(key).data
        self.size_bytes -= len(data)
        if key in self._waiting:
            del self._waiting[key]
            self._waiting_bytes -= len(data)

    def _help(self, store: PrefixStore, key: Key, kept: _Kept) -> None:
        with self._lock:
            self._under_way.add(key)
        if self._helpers.acquire(timeout=LONGEST_WAIT_S):
            try:
                store.put(key, kept.data)
            finally:
                self._helpers.release()
            kept.is_stored = True
        with self._lock:
            self._under_way.discard(key)

    def _write(self) -> None:
        try:
            while self._write_one():
                pass
        finally:
            _writers.release()

    def _write_one(self) -> bool:
        """False when nothing waits any more, or nobody should wait for it."""
        with self._lock:
            if not self._waiting or FAREWELL.is_set():
                self._is_writing = False
                return False
            key, _ = self._waiting.popitem(last=False)
            kept = self._kept[key]
            self._waiting_bytes -= len(kept.data)
            self._under_way.add(key)
        if self._store is not None:
            self._store.put(key, kept.data)
        kept.is_stored = True
        with self._lock:
            self._under_way.discard(key)
        return True
