"""Prefixes of blocks in memory: the next chip in a block needs no request.

Those that gave pixels are written to disk when the run is over, or Python ends. Where memory has
no room until then, the decoding threads write them, after the pixels: over a slow network they
have time, over a fast one the run is over soon.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from ...per_process import PerProcess
from ..contract import Buffer
from ..shutdown import SHUTTING_DOWN, start_keeping
from .record import BlockKey

if TYPE_CHECKING:
    from .disk import BlockStore

__all__ = ["LIMIT_BYTES", "BlockCache", "BlockKey"]

LIMIT_BYTES = 80 << 20
"""Memory for a reader's blocks, written to disk or not."""
WAITING_SHARE = 0.9
"""Share of it that may wait for the end of the run, when writing delays no read."""
WRITE_TIMEOUT_S = 0.05
"""A prefix without room in memory is not written if another thread writes for so long."""
WRITERS_AT_ONCE = 2
"""Writing threads in the process, so that runs faster than the disk don't pile up."""
WRITER_TIMEOUT_S = 2.0
"""The end of a run waits so long for its turn to write."""
SHUTDOWN_GRACE_S = 2.0
"""At the end of the process waiting prefixes are still written for so long."""
_writers = PerProcess(lambda: threading.BoundedSemaphore(WRITERS_AT_ONCE))


class BlockCache:
    """Bounded; the least recently used are evicted. Thread-safe.

    Buffers are not copied and must not change. A view keeps all of its buffer in memory, and
    counts for its own bytes only.
    """

    def __init__(self, limit_bytes: int = LIMIT_BYTES, store: BlockStore | None = None) -> None:
        """Keep at most `limit_bytes` in memory; `store` keeps them beyond the process."""
        self._limit, self._store = limit_bytes, store
        self._kept: OrderedDict[BlockKey, Buffer] = OrderedDict()
        self._waiting: OrderedDict[BlockKey, Buffer] = OrderedDict()
        """Not on disk yet; not evicted."""
        self._waiting_bytes = 0
        self._is_saving = self._has_ended = False
        self._runs = 0
        """Runs under way: at their end waiting prefixes are written."""
        self._lock, self._writing = threading.Lock(), threading.Lock()
        self.size_bytes = 0

    def preload(self, files: Iterable[str]) -> None:
        """A run over `files` begins: learn what the store has of them."""
        with self._lock:
            self._runs += 1
        if self._store is not None:
            self._store.preload(files)

    def peek(self, key: BlockKey) -> Buffer:
        """The prefix in memory, perhaps empty; does not wait for the disk."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            return self._waiting.get(key, b"")

    def stored_bytes(self, key: BlockKey) -> int:
        """Length of the prefix in the store, as far as known; does not wait for the disk."""
        return self._store.length(key) if self._store is not None and key.version else 0

    def get(self, key: BlockKey, wanted_bytes: int = 0) -> Buffer:
        """The longest prefix; the store is asked where memory has less than wanted."""
        data = self.peek(key)
        if len(data) >= wanted_bytes or self._store is None or not key.version:
            return data
        stored = self._store.get(key, wanted_bytes)
        if len(stored) <= len(data):
            return data
        self.put(key, stored)
        return stored

    def put(self, key: BlockKey, data: Buffer) -> None:
        """Keep a prefix in memory, unless a longer one is there."""
        with self._lock:
            if len(data) > len(self._kept_or_waiting(key)):
                self._replace(key, data)

    def mark_decoded(self, key: BlockKey, data: Buffer) -> None:
        """The prefix gave pixels: write it to the store, now or at the end of the run."""
        store = self._store
        if store is None or not key.version or store.length(key) >= len(data):
            return
        if not self._waits(key, data, WAITING_SHARE):
            self._write_now(store, key, data)
        if self._has_ended and not self._runs:
            self._begin_to_save()

    def save(self) -> None:
        """A run is over: write all waiting prefixes, in a thread of their own if there is time.

        None of them is lost unless the process is killed.
        """
        with self._lock:
            self._runs, self._has_ended = max(self._runs - 1, 0), True
        if not self._runs:
            self._begin_to_save()

    def _begin_to_save(self) -> None:
        store = self._store
        with self._lock:
            if store is None or self._is_saving or not self._waiting:
                return
            self._is_saving = True
        if not _writers().acquire(timeout=WRITER_TIMEOUT_S):
            self._is_saving = False
            return
        start_keeping(partial(self._save, store))

    def invalidate(self, file: str) -> None:
        """Drop a file's blocks, on disk as well."""
        with self._lock:
            for key in [*self._kept, *self._waiting]:
                if key[0] == file:
                    self._remove(key)
        if self._store is not None:
            self._store.invalidate(file)

    def _kept_or_waiting(self, key: BlockKey) -> Buffer:
        return self._kept.get(key) or self._waiting.get(key, b"")

    def _replace(self, key: BlockKey, data: Buffer) -> None:
        """Also in place of a shorter one that waits for the disk."""
        if len(data) <= self._limit:
            self._remove(key)
            self._kept[key] = data
            self.size_bytes += len(data)
            while self.size_bytes > self._limit:
                self._remove(next(iter(self._kept)))

    def _write_now(self, store: BlockStore, key: BlockKey, data: Buffer) -> None:
        """Write in this thread; if another one is writing, wait in memory, else drop it."""
        may_write = self._writing.acquire(blocking=False)
        if not may_write and not self._waits(key, data, 1):
            may_write = self._writing.acquire(timeout=WRITE_TIMEOUT_S)
        if may_write:
            self._write(store, key, data)

    def _waits(self, key: BlockKey, data: Buffer, share: float) -> bool:
        """True if it waits within that share of memory, or a longer prefix is there."""
        with self._lock:
            had_bytes = len(self._kept_or_waiting(key))
            if had_bytes < len(data):
                self._replace(key, data)
            elif had_bytes > len(data) or key in self._waiting:
                return True
            can_wait = self._waiting_bytes + len(data) <= share * self._limit and key in self._kept
            if can_wait:
                self._waiting[key] = self._kept.pop(key)
                self._waiting_bytes += len(data)
            return can_wait

    def _remove(self, key: BlockKey) -> None:
        if key in self._kept:
            self.size_bytes -= len(self._kept.pop(key))
        elif key in self._waiting:
            size = len(self._waiting.pop(key))
            self.size_bytes -= size
            self._waiting_bytes -= size

    def _write(self, store: BlockStore, key: BlockKey, data: Buffer) -> None:
        """Write; the caller has acquired `_writing`, which is released."""
        try:
            store.put(key, data)
        finally:
            self._writing.release()

    def _save(self, store: BlockStore) -> None:
        grace = _ShutdownGrace()
        try:
            while (waiting := self._next_waiting(grace)) is not None:
                self._writing.acquire()
                self._write(store, *waiting)
        finally:
            _writers().release()

    def _next_waiting(self, grace: _ShutdownGrace) -> tuple[BlockKey, Buffer] | None:
        with self._lock:
            if not self._waiting or grace.is_over():
                self._is_saving = False
                return None
            key, data = self._waiting.popitem(last=False)
            self._waiting_bytes -= len(data)
            self._kept[key] = data
            return key, data


class _ShutdownGrace:
    """How long the end of the process is delayed."""

    def __init__(self) -> None:
        self._until: float | None = None

    def is_over(self) -> bool:
        """True if the process is about to end and the time is up."""
        if self._until is None:
            if not SHUTTING_DOWN.is_set() and threading.main_thread().is_alive():
                return False
            self._until = time.monotonic() + SHUTDOWN_GRACE_S
        return time.monotonic() >= self._until
