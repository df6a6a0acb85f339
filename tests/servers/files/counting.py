"""What clients asked for, counted by all threads together."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .faults import Asked


@dataclass
class Counters:
    """What was asked and sent since the last reset; `bytes` are those of bodies."""

    requests: int = 0
    heads: int = 0
    gets: int = 0
    bytes: int = 0
    not_found: int = 0
    connections: int = 0
    """Those that asked for a file."""
    opened: int = 0
    """With those that have not asked for anything, but without those for the counters."""
    closed: int = 0
    """Of those opened."""
    with_login: int = 0
    by_path: dict[str, dict[str, int]] = field(default_factory=dict)


class Ledger:
    """Counters shared by the threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counters = Counters()

    def reset(self) -> None:
        """Start from zero."""
        with self._lock:
            self._counters = Counters()

    def as_json(self) -> bytes:
        """The counters as they are now."""
        with self._lock:
            return json.dumps(vars(self._counters)).encode()

    def asked(self, asked: Asked) -> None:
        """Count a request."""
        with self._lock:
            counters = self._counters
            counters.requests += 1
            counters.heads += asked.method == "HEAD"
            counters.gets += asked.method == "GET"
            counters.with_login += asked.has_login
            self._of(asked.path)["requests"] += 1

    def connected(self) -> None:
        """Count a connection that asked for a file."""
        with self._lock:
            self._counters.connections += 1

    def opened(self, by: int = 1) -> None:
        """Count a connection."""
        with self._lock:
            self._counters.opened += by

    def closed(self) -> None:
        """Count the end of a connection."""
        with self._lock:
            self._counters.closed += 1

    def missed(self) -> None:
        """Count an answer 404."""
        with self._lock:
            self._counters.not_found += 1

    def sent(self, path: str, count: int) -> None:
        """Count bytes of a body."""
        with self._lock:
            self._counters.bytes += count
            self._of(path)["bytes"] += count

    def _of(self, path: str) -> dict[str, int]:
        return self._counters.by_path.setdefault(path, {"requests": 0, "bytes": 0})
