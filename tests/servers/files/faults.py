"""Rules of misbehaviour, and whose turn it is."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass
from typing import Optional

BODY_KINDS = {"cut", "garbage", "ignore_range", "slow"}


@dataclass
class Fault:
    """One rule of misbehaviour; the first rule that has its turn wins.

    ``match`` is a regular expression searched in the path, ``method`` narrows it to "GET" or
    "HEAD". The rule lets ``after`` requests through and then spoils ``times`` (None: all).
    A request that the kind cannot spoil (a cut body of a HEAD) counts for neither.
    """

    match: str
    kind: str
    times: Optional[int] = None
    after: int = 0
    method: Optional[str] = None
    retry_after: Optional[int] = None
    """Seconds in the header Retry-After; a 429 has 0 when nothing is given."""
    seconds: Optional[float] = None
    """Stall: how long (30). Slow: between two pieces (0.05)."""
    chunk: int = 1024
    """Slow: bytes of a piece."""
    head: bool = False
    """Garbage: also for bodies that start at byte 0."""
    token: Optional[str] = None
    """Require_query: makes this the valid signature."""
    location: str = ""
    """Redirect: where to, the path follows."""

    def __post_init__(self) -> None:
        """Refuse an expression that is none."""
        re.compile(self.match)


@dataclass(frozen=True)
class Asked:
    """What a client wants."""

    method: str
    path: str
    signature: Optional[str]
    range_header: str
    has_login: bool = False

    @property
    def starts_at_zero(self) -> bool:
        """Whether the body begins with the first byte of the file."""
        return re.match(r"bytes=(0*[1-9]|-)", self.range_header) is None


class FaultBook:
    """The rules in force and how often each may still fire."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._faults: list[Fault] = []
        self.valid_token = ""

    def replace(self, faults: list[Fault]) -> None:
        """Forget the old rules and take these."""
        with self._lock:
            self._faults = faults
            for fault in faults:
                if fault.token is not None:
                    self.valid_token = fault.token

    def holds(self, fault: Fault) -> bool:
        """Whether the rule is still in force."""
        with self._lock:
            return any(one is fault for one in self._faults)

    def turn(self, asked: Asked) -> Optional[Fault]:
        """The rule that spoils this request, if one does."""
        with self._lock:
            return next((f for f in self._faults if self._concerns(f, asked) and _fires(f)), None)

    def _concerns(self, fault: Fault, asked: Asked) -> bool:
        if fault.method not in (None, asked.method) or not re.search(fault.match, asked.path):
            return False
        if fault.kind == "require_query":
            return asked.signature != self.valid_token
        if fault.kind == "garbage" and asked.starts_at_zero and not fault.head:
            return False
        return asked.method == "GET" or fault.kind not in BODY_KINDS


def _fires(fault: Fault) -> bool:
    if fault.after > 0:
        fault.after -= 1
        return False
    if fault.times is None:
        return True
    fault.times -= 1
    return fault.times >= 0
