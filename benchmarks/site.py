"""What is served: files below a folder, over a `Line`, with counters."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path

from tests.servers.files.answers import Answer, range_of, refusal, whole_file

from .line import Line

HEAD_END = b"\r\n\r\n"
LONGEST_HEAD = 1 << 16


@dataclass
class Counters:
    """What clients asked since the last reset; `bytes` are those of bodies."""

    requests: int = 0
    heads: int = 0
    not_found: int = 0
    bytes: int = 0
    connections: int = 0


@dataclass(frozen=True)
class Request:
    """One request; header names in small letters."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


def take_request(buffer: bytearray) -> Request | None:
    """The first whole request, which leaves the buffer; None while it is not all there.

    Raises:
        ValueError: when it is no HTTP/1.1 request.
    """
    end = buffer.find(HEAD_END)
    if end < 0:
        if len(buffer) > LONGEST_HEAD:
            raise ValueError("a head without end")
        return None
    first, *lines = buffer[:end].decode("latin-1").split("\r\n")
    method, path, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines)
    headers = {name.lower(): value.strip() for name, _, value in pairs}
    start = end + len(HEAD_END)
    stop = start + int(headers.get("content-length", 0))
    if len(buffer) < stop:
        return None
    request = Request(method, path.partition("?")[0], headers, bytes(buffer[start:stop]))
    del buffer[:stop]
    return request


class Site:
    """The files below a folder, the line to them, and what was asked."""

    def __init__(self, root: Path, line: Line) -> None:
        """Files must not change while they are served: what is known of them is kept."""
        self._root = root.resolve()
        self.line = line
        self._counters = Counters()
        self._cpu_s = time.process_time()
        self._whole = lru_cache(maxsize=None)(self._find)
        self._controls: dict[str, Callable[[bytes], None]] = {
            "/__stats__": lambda body: None,
            "/__reset__": lambda body: self._reset(),
            "/__switch__": self._switch,
        }

    def connected(self) -> None:
        """Count a connection."""
        self._counters.connections += 1

    def control(self, request: Request) -> Answer | None:
        """The answer to a request about the server itself; None for a file."""
        act = self._controls.get(request.path)
        if act is None:
            return None
        act(request.body)
        cpu_s = time.process_time() - self._cpu_s
        told = {**vars(self._counters), "cpu_s": cpu_s, "line": asdict(self.line)}
        return Answer(200, json.dumps(told).encode(), {"Content-Type": "application/json"})

    def file(self, request: Request) -> Answer:
        """The answer to a request for a file, counted."""
        wanted = request.headers.get("range", "") if request.method == "GET" else ""
        answer = self._whole(request.path)
        if answer.status == 200:
            answer = range_of(answer, wanted)
        self._counters.requests += 1
        self._counters.heads += request.method == "HEAD"
        self._counters.not_found += answer.status == 404
        self._counters.bytes += len(answer.body) if request.method == "GET" else 0
        return answer

    def _find(self, path: str) -> Answer:
        file = (self._root / path.lstrip("/")).resolve()
        is_ours = self._root in file.parents and file.is_file()
        return whole_file(file) if is_ours else refusal(404)

    def _reset(self) -> None:
        self._counters, self._cpu_s = Counters(), time.process_time()

    def _switch(self, body: bytes) -> None:
        self.line = replace(self.line, **json.loads(body))
