"""The line between a client and a server: how late things arrive, and how many at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Line:
    """A model of a network; all times are of the caller's monotonic clock, in seconds.

    Attributes:
        latency_ms: one round trip; every request costs one.
        connect_trips: round trips before a new connection takes its first request: one for TCP
            and one for TLS 1.3 (RFC 8446, section 2), so two where the client speaks https.
        mbit_s: what all connections together get; 0 is no limit.
    """

    latency_ms: float = 0.0
    connect_trips: float = 2.0
    mbit_s: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        if min(self.latency_ms, self.connect_trips, self.mbit_s) < 0:
            raise ValueError(f"below zero: {self}")
        self._free_at = 0.0

    def answer_at(self, now: float, *, connected_at: float) -> float:
        """When the answer to a request that came now begins.

        A connection that was opened ahead of its first request has its round trips behind it.
        """
        trip_s = self.latency_ms / 1000
        return max(now, connected_at + self.connect_trips * trip_s) + trip_s

    def slot(self, now: float, count: int) -> float:
        """When the next `count` bytes are through; until then the line is taken."""
        begins = max(now, self._free_at)
        self._free_at = begins + count * 8 / (self.mbit_s * 1e6)
        return self._free_at
