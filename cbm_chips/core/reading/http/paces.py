"""What hosts have asked for: not to be asked for a while; known to all readers that share it.

Readers of other processes learn it by a link, where there is one.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Callable, Protocol

SAME_S = 1.0
"""Of the slow-downs heard within such a time only the first one counts: they have one cause."""
LONGEST_SLEEP_S = 0.5
"""After which it is looked again: a host may have been busy elsewhere meanwhile."""


@dataclass(frozen=True)
class SlowDown:
    """A host has answered 429 or 503.

    Attributes:
        host: with its port, see `host_of`.
        wait_s: it is not to be asked for so long, from now; 0 where it did not say.
    """

    host: str
    wait_s: float


class PaceLink(Protocol):
    """Leads to the readers of other processes."""

    def tell(self, slow: SlowDown) -> None:
        """Tell them; from any thread, and without delay."""

    def heard(self) -> Iterable[SlowDown]:
        """What has come from them since the last call; nothing for a link that calls `take`."""


class HostPaces:
    """Thread-safe."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """No host has asked for anything yet."""
        self._now = now
        self._lock = threading.Lock()
        self._until: dict[str, float] = {}
        self._heard: Counter[str] = Counter()
        self._heard_at: dict[str, float] = {}
        self.link: PaceLink | None = None

    def note(self, slow: SlowDown) -> None:
        """A host has asked us: for this and all linked readers."""
        self._wait(slow)
        if self.link is not None:
            self.link.tell(slow)

    def take(self, slow: SlowDown) -> None:
        """A host has asked another process."""
        self._wait(slow)
        with self._lock:
            now = self._now()
            if now - self._heard_at.get(slow.host, -SAME_S) >= SAME_S:
                self._heard_at[slow.host] = now
                self._heard[slow.host] += 1

    def times_heard(self, host: str) -> int:
        """How often other processes were asked; see `SAME_S`."""
        return self._heard[host]

    def wait_s(self, host: str) -> float:
        """How long it is not to be asked from now on, 0 for not at all."""
        if self.link is not None:
            for slow in self.link.heard():
                self.take(slow)
        return max(self._until[host] - self._now(), 0.0) if host in self._until else 0.0

    def _wait(self, slow: SlowDown) -> None:
        with self._lock:
            until = self._now() + slow.wait_s
            self._until[slow.host] = max(until, self._until.get(slow.host, until))
