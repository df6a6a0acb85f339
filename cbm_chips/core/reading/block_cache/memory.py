"""First bytes of blocks, as fetched: the next chip in a block asks nobody.

They lie in memory, and those that pixels came of go to disk from there once the run is over, or
Python ends. What there is no room for until then is written by the threads that decode, behind the
pixels: where the line is slow they have time, where it is fast the run is over soon.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Iterable
from typing import TYPE_CHECKING

from ...per_process import PerProcess
from ..contract import Buffer
from ..shutdown import SHUTTING_DOWN, THREAD_NAME
from .record import Key

if TYPE_CHECKING:
    from .disk import PrefixStore

__all__ = ["LIMIT_BYTES", "Key", "Prefixes"]

LIMIT_BYTES = 112 << 20
"""Of memory for a reader's blocks, those that wait for the disk and those that don't."""
PATIENT_SHARE = 0.9
"""So much of it may wait for the disk until the run ends, when writing slows nobody down."""
LONGEST_WAIT_S = 0.05
"""Who finds no room because somebody else is writing for so long lets it be."""
WRITERS_AT_ONCE = 2
"""In the process: runs that follow each other faster than a disk writes don't pile up."""
LONGEST_TURN_S = 2.0
"""So long the end of a run waits for its turn to write."""
LONGEST_GOODBYE_S = 2.0
"""So long what waits is still written once the process is about to end."""
_writers = PerProcess(lambda: threading.BoundedSemaphore(WRITERS_AT_ONCE))


class Prefixes:
    """Bounded; what was used last stays longest. Thread-safe.

    What is put here is kept as it is, not copied: nobody may change it any more. A view keeps all
    of what it is a view of, and counts for its own bytes only.
    """

    def __init__(self, limit_bytes: int = LIMIT_BYTES, store: PrefixStore | None = None) -> None:
        """Keep at most `limit_bytes` in memory; `store` keeps them beyond the process."""
        self._limit, self._store = limit_bytes, store
        self._kept: OrderedDict[Key, Buffer] = OrderedDict()
        self._waiting: OrderedDict[Key, Buffer] = OrderedDict()
        """Not on disk yet; nothing else pushes it out, for nobody would find it meanwhile."""
        self._waiting_bytes = 0
        self._is_saving = self._has_ended = False
        self._runs = 0
        """Those on their way: what can wait for their end waits."""
        self._lock, self._writing = threading.Lock(), threading.Lock()
        self.size_bytes = 0

    def expect(self, files: Iterable[str]) -> None:
        """A run over these starts: what can wait for its end waits. Asks the disk."""
        with self._lock:
            self._runs += 1
        if self._store is not None:
            self._store.expect(files)

    def peek(self, key: Key) -> Buffer:
        """What memory has of a block, perhaps nothing; waits for no disk."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            return self._waiting.get(key, b"")

    def stored_bytes(self, key: Key) -> int:
        """So much of it the disk has, as far as that is known; waits for no disk."""
        return self._store.length(key) if self._store is not None and key.version else 0

    def get(self, key: Key, wanted_bytes: int = 0) -> Buffer:
        """What is there of a block; the disk is asked where memory has too little."""
        data = self.peek(key)
        if len(data) >= wanted_bytes or self._store is None or not key.version:
            return data
        stored = self._store.get(key, wanted_bytes)
        if len(stored) <= len(data):
            return data
        self.put(key, stored)
        return stored

    def put(self, key: Key, data: Buffer) -> None:
        """Keep a prefix in memory, unless a longer one is there."""
        with self._lock:
            if len(data) > len(self._had(key)):
                self._replace(key, data)

    def prove(self, key: Key, data: Buffer) -> None:
        """Pixels came of it, so it is good enough for the disk: now, or when the run ends."""
        store = self._store
        if store is None or not key.version or store.length(key) >= len(data):
            return
        if not self._waits(key, data, PATIENT_SHARE):
            self._write_now(store, key, data)
        if self._has_ended and not self._runs:
            self._begin_to_save()

    def save(self) -> None:
        """A run is over: give all that waits to the store, in a thread of its own if there is time.

        Nothing that may wait is lost however the run ends, but where the process is killed.
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
        if not _writers().acquire(timeout=LONGEST_TURN_S):
            self._is_saving = False
            return
        if not threading.main_thread().is_alive():  # a thread that starts now never runs
            self._save(store)
            return
        try:
            name = f"{THREAD_NAME}-keep"
            threading.Thread(target=self._save, args=(store,), name=name).start()
        except RuntimeError:
            self._save(store)

    def forget(self, file: str) -> None:
        """Drop a file's blocks, on disk as well."""
        with self._lock:
            for key in [*self._kept, *self._waiting]:
                if key[0] == file:
                    self._remove(key)
        if self._store is not None:
            self._store.forget(file)

    def _had(self, key: Key) -> Buffer:
        return self._kept.get(key) or self._waiting.get(key, b"")

    def _replace(self, key: Key, data: Buffer) -> None:
        """A shorter one that waits for the disk goes as well: this one is about to be proven."""
        if len(data) <= self._limit:
            self._remove(key)
            self._kept[key] = data
            self.size_bytes += len(data)
            while self.size_bytes > self._limit:
                self._remove(next(iter(self._kept)))

    def _write_now(self, store: PrefixStore, key: Key, data: Buffer) -> None:
        """Here, while the processor has it at hand; or it waits all the same, or is let be."""
        may_write = self._writing.acquire(blocking=False)
        if not may_write and not self._waits(key, data, 1):
            may_write = self._writing.acquire(timeout=LONGEST_WAIT_S)
        if may_write:
            self._write(store, key, data)

    def _waits(self, key: Key, data: Buffer, share: float) -> bool:
        """True if it waits for the disk in that share of memory, or something better is there."""
        with self._lock:
            had_bytes = len(self._had(key))
            if had_bytes < len(data):
                self._replace(key, data)
            elif had_bytes > len(data) or key in self._waiting:
                return True
            can_wait = self._waiting_bytes + len(data) <= share * self._limit and key in self._kept
            if can_wait:
                self._waiting[key] = self._kept.pop(key)
                self._waiting_bytes += len(data)
            return can_wait

    def _remove(self, key: Key) -> None:
        if key in self._kept:
            self.size_bytes -= len(self._kept.pop(key))
        elif key in self._waiting:
            size = len(self._waiting.pop(key))
            self.size_bytes -= size
            self._waiting_bytes -= size

    def _write(self, store: PrefixStore, key: Key, data: Buffer) -> None:
        """By who has acquired `_writing`, which is released."""
        try:
            store.put(key, data)
        finally:
            self._writing.release()

    def _save(self, store: PrefixStore) -> None:
        goodbye = _Goodbye()
        try:
            while (waiting := self._next_waiting(goodbye)) is not None:
                self._writing.acquire()
                self._write(store, *waiting)
        finally:
            _writers().release()

    def _next_waiting(self, goodbye: _Goodbye) -> tuple[Key, Buffer] | None:
        with self._lock:
            if not self._waiting or goodbye.is_over():
                self._is_saving = False
                return None
            key, data = self._waiting.popitem(last=False)
            self._waiting_bytes -= len(data)
            self._kept[key] = data
            return key, data


class _Goodbye:
    """How long a process that is about to end is still held up."""

    def __init__(self) -> None:
        self._until: float | None = None

    def is_over(self) -> bool:
        """True once the process is about to end, and time is up."""
        if self._until is None:
            if not SHUTTING_DOWN.is_set() and threading.main_thread().is_alive():
                return False
            self._until = time.monotonic() + LONGEST_GOODBYE_S
        return time.monotonic() >= self._until
