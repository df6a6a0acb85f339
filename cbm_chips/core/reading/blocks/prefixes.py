"""First bytes of blocks, as fetched, kept in memory: the next chip in a block asks nobody."""

from __future__ import annotations

import threading
from collections import OrderedDict

LIMIT_BYTES = 48 << 20

Key = tuple[str, int]
"""Which file, and where in it the block begins."""


class Prefixes:
    """Bounded; what was used last stays longest. Thread-safe."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES) -> None:
        """Keep at most `limit_bytes`."""
        self._limit = limit_bytes
        self._kept: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self.size_bytes = 0

    def get(self, key: Key) -> bytes:
        """What is there of a block, perhaps nothing."""
        with self._lock:
            data = self._kept.get(key, b"")
            if data:
                self._kept.move_to_end(key)
            return data

    def put(self, key: Key, data: bytes) -> None:
        """Keep a prefix, unless a longer one is there."""
        with self._lock:
            had = len(self._kept.get(key, b""))
            if had >= len(data) or len(data) > self._limit:
                return
            self._kept[key] = data
            self._kept.move_to_end(key)
            self.size_bytes += len(data) - had
            while self.size_bytes > self._limit:
                self.size_bytes -= len(self._kept.popitem(last=False)[1])

    def forget(self, file: str) -> None:
        """Drop a file's blocks."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == file]:
                self.size_bytes -= len(self._kept.pop(key))
