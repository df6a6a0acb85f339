"""How the service behaves, and what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Optional


@dataclass(frozen=True)
class Switches:
    """Everything at its default is the last version of the original, faults included."""

    generation: str = "head"
    """"dump" is the service of 2021: paths below /dump, the caller's address in the cache key."""
    product_limit: int = 24
    """New chips of one request."""
    batch_limit: int = 36
    """New files of one batch."""
    by_parcel_id: Optional[bool] = None
    """Whether rawChipByParcelID works; None: in the old generation only."""
    batch: bool = True
    """Whether there is a rawChipsBatch."""
    date_column: str = "extract"
    """First column of time series; "date_part" before PostgreSQL 14."""
    short_bands: bool = False
    """Bands of time series are called "B4 ", as in tables made by the set-up's pages."""
    types: tuple[str, ...] = ("b",)
    """Types of the parcels of ms."""
    typed_years: tuple[str, ...] = ()
    """Years of ms that have tables of the types; none: all. `info` lacks the area whenever it
    draws another year."""
    seed: int = 0
    """Of what `info` draws at random; it begins anew with every switch."""
    fail_products: tuple[str, ...] = ()
    """Products whose name contains one of these cannot be cut; nobody is told."""
    prefix: str = ""
    """Serve below this path, "/cbm"; the paths in the answers don't know of it."""
    latency: float = 0.0
    """Seconds before every answer to a query."""
    file_latency: float = 0.0
    """Seconds before every result file."""
    fail_first_n: int = 0
    """So many queries, counted from this switch, end in `fail_status`; -1: all."""
    fail_status: int = 500
    login_page: bool = False
    """Every query is answered by a page to sign in, with status 200."""
    garbage_json: bool = False
    """Every query is answered by the beginning of a JSON text."""
    cut_after: Optional[int] = None
    """Result files break off after so many bytes, though more are announced."""
    cut_times: int = -1
    """How often, counted from this switch; -1: always."""
    trickle: float = 0.0
    """Seconds between two pieces of `TRICKLE_BYTES` of a result file."""
    files_as_html: bool = False
    """Result files are HTML pages with status 200."""
    evil_paths: str = ""
    """A key of `EVIL_PATHS`, or a template of that kind, for the paths in "chips"."""

    def __post_init__(self) -> None:
        """Refuse a generation that never was."""
        if self.generation not in ("head", "dump"):
            raise ValueError(f"no such generation: {self.generation}")
        for name in ("types", "typed_years"):
            object.__setattr__(self, name, tuple(getattr(self, name)))

    @property
    def is_old(self) -> bool:
        """Whether this is the generation of 2021."""
        return self.generation == "dump"

    @property
    def answers_by_parcel_id(self) -> bool:
        """Whether rawChipByParcelID works."""
        return self.is_old if self.by_parcel_id is None else self.by_parcel_id


TRICKLE_BYTES = 1024
EVIL_PATHS = {
    "absolute": "{url}{path}",
    "other_host": "http://other.invalid{path}",
    "other_port": "http://127.0.0.1:9{path}",
    "scheme_relative": "//other.invalid{path}",
    "traversal": "/static/tmp/{folder}/../../../../etc/{name}",
    "encoded_traversal": "/static/tmp/{folder}/..%2F..%2F..%2Fetc%2F{name}",
    "backslashes": "/static/tmp/{folder}/..\\..\\{name}",
    "file_scheme": "file:///etc/{name}",
    "control": "/static/tmp/{folder}/\r\nX: y/{name}",
    "no_name": "/static/tmp/{folder}/",
}
"""Paths that no honest server sends: {url} is the server's, {path} the honest path."""


@dataclass
class Counters:
    """What was asked since the last reset."""

    requests: int = 0
    queries: int = 0
    files: int = 0
    refused: int = 0
    """Answers 401."""
    extracted: int = 0
    """Chips cut, repeated ones too."""
    most_at_once: int = 0
    """Queries in work at the same time."""
    files_with_login: int = 0
    """Requests for result files that carried credentials nobody asked for."""
    by_path: dict[str, int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """Path and query of every query, in order."""
    bodies: list[Any] = field(default_factory=list)
    """What was posted, in order."""


class Ledger:
    """Counters shared by the threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = 0
        self._counters = Counters()

    def reset(self) -> None:
        """Start from zero."""
        with self._lock:
            self._counters = Counters()

    def as_dict(self) -> dict[str, Any]:
        """The counters as they are now."""
        with self._lock:
            counters = vars(self._counters)
            return {name: _copy(value) for name, value in counters.items()}

    def add(self, **more: int) -> None:
        """Raise counters by their names."""
        with self._lock:
            for name, count in more.items():
                setattr(self._counters, name, getattr(self._counters, name) + count)

    def saw(self, path: str) -> None:
        """Count a request by its path."""
        with self._lock:
            counters = self._counters
            counters.requests += 1
            counters.by_path[path] = counters.by_path.get(path, 0) + 1

    @contextmanager
    def query(self, target: str, body: Any) -> Iterator[None]:
        """Count a query while it is in work."""
        with self._lock:
            self._now += 1
            counters = self._counters
            counters.queries += 1
            counters.most_at_once = max(counters.most_at_once, self._now)
            counters.asked.append(target)
            if body is not None:
                counters.bodies.append(body)
        try:
            yield
        finally:
            with self._lock:
                self._now -= 1


def _copy(value: Any) -> Any:
    return type(value)(value) if isinstance(value, (dict, list)) else value
