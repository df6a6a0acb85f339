"""A file server with HTTP ranges, request counters and faults on demand.

    python -m tests.servers.range_files ROOT [--latency-ms N] [--until-stdin-closes]

prints ``{"url": "http://127.0.0.1:PORT"}`` when it listens. Besides the files of ROOT it has

* GET ``/__stats__`` and POST ``/__reset__``: what clients asked for since the last reset;
* POST ``/__faults__``: a list of rules, see `Fault`; it replaces the rules of before;
* POST ``/__token__`` ``{"valid": "..."}``: the signature that ``require_query`` rules accept;
* GET ``/dl?ANY=FILE``: the file that a field of the query names, whichever field that is.

It must not share a process with the reader under test: GDAL holds the interpreter lock in places.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import mimetypes
import re
import socket
import socketserver
import struct
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from email.utils import formatdate
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Callable, Optional, Union
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

from cbm_chips.core.reading.warm_threads import WarmThreads

CLOSE_WITH_RST = struct.pack("ii", 1, 0)
PIECE_BYTES = 1 << 18
VERSIONS = ("ETag", "Last-Modified")
BODY_KINDS = {"cut", "garbage", "ignore_range", "slow"}


class LocalServer(ThreadingHTTPServer):
    """A threading HTTP server on a loopback port, a free one unless one is named."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, handler: type[BaseHTTPRequestHandler], *, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), handler)
        self._warm = WarmThreads("connection")

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread that may have served before: GDAL and PROJ are slow in new ones."""
        self._warm.start(partial(self.process_request_thread, request, client_address))

    @property
    def url(self) -> str:
        """Where it listens, without a slash at the end."""
        return f"http://127.0.0.1:{self.server_port}"

    def server_bind(self) -> None:
        """Bind without the reverse name look-up of HTTPServer, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", self.server_address[1]

    def shutdown_request(self, request: Any) -> None:
        """Close; a polite shutdown first would send FIN where a reset is wanted."""
        linger = request.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, len(CLOSE_WITH_RST))
        if linger == CLOSE_WITH_RST:
            request.close()
        else:
            super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are daily business; everything else is a bug and shown."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class LocalHandler(BaseHTTPRequestHandler):
    """Keep-alive, no delay, no log; head and body leave in one write when they are small."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = 1 << 16

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""

    def read_json(self) -> Any:
        """Take the request's body off the wire; None when there is none."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        return json.loads(body) if body else None

    def send_json(
        self,
        value: Any,
        *,
        status: int = 200,
        media_type: str = "application/json",
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        """Answer with a JSON document."""
        body = json.dumps(value).encode()
        self.send_head(status, len(body), {"Content-Type": media_type, **(headers or {})})
        self.wfile.write(body)

    def send_head(self, status: int, length: int, headers: Mapping[str, str]) -> None:
        """Send the status line and the headers."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()


def serve(server: LocalServer, *, until_stdin_closes: bool) -> None:
    """Say where the server listens, then serve until the process ends."""
    if until_stdin_closes:
        threading.Thread(target=_shut_down_at_end_of_stdin, args=(server,), daemon=True).start()
    print(json.dumps({"url": server.url}), flush=True)  # noqa: T201
    server.serve_forever()


def _shut_down_at_end_of_stdin(server: LocalServer) -> None:
    sys.stdin.buffer.read()
    server.shutdown()


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
        """Refuse what would never fire."""
        re.compile(self.match)
        if self.kind not in SPOILERS and self.kind not in STATUS_KINDS:
            raise ValueError(f"unknown kind of fault: {self.kind}")


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


@dataclass(frozen=True)
class FileSlice:
    """Some bytes of a file, read when they are sent."""

    path: Path
    start: int
    length: int

    def __len__(self) -> int:
        """The bytes it holds."""
        return self.length


Body = Union[bytes, FileSlice]


@dataclass(frozen=True)
class Answer:
    """A response before it is sent."""

    status: int
    body: Body
    headers: Mapping[str, str]


def pieces(body: Body, *, count: int, size: int = PIECE_BYTES) -> Iterator[bytes]:
    """The first `count` bytes of a body in pieces of at most `size`."""
    if isinstance(body, bytes):
        yield from (body[at : min(at + size, count)] for at in range(0, count, size))
        return
    with body.path.open("rb") as file:
        file.seek(body.start)
        for at in range(0, count, size):
            yield file.read(min(size, count - at))


def whole_file(path: Path) -> Answer:
    """The file, all of it."""
    facts = path.stat()
    headers = {
        "Content-Type": mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        "ETag": f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"',
        "Last-Modified": formatdate(facts.st_mtime, usegmt=True),
    }
    return Answer(HTTPStatus.OK, FileSlice(path, 0, facts.st_size), headers)


def range_of(answer: Answer, range_header: str) -> Answer:
    """The part of a whole file that a Range header names; all of it when it names none."""
    size = len(answer.body)
    headers = {**answer.headers, "Accept-Ranges": "bytes"}
    found = re.fullmatch(r"bytes=(?:(\d+)-(\d*)|-(\d+))", range_header.replace(" ", ""))
    if found is None:
        return replace(answer, headers=headers)
    first, last, suffix = found.groups()
    start = int(first) if suffix is None else max(0, size - int(suffix))
    stop = min(size, int(last) + 1) if last else size
    if last and int(last) < int(first):
        return replace(answer, headers=headers)
    if start >= size:
        return refusal(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"}
        )
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    assert isinstance(answer.body, FileSlice)
    return Answer(
        HTTPStatus.PARTIAL_CONTENT, FileSlice(answer.body.path, start, stop - start), headers
    )


def refusal(status: int, headers: Optional[Mapping[str, str]] = None) -> Answer:
    """An error as object stores write it."""
    code = HTTPStatus(status).phrase.replace(" ", "")
    body = f'<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code></Error>'
    return Answer(status, body.encode(), {"Content-Type": "application/xml", **(headers or {})})


class RangeFileServer(LocalServer):
    """Serves the files below `root`."""

    def __init__(self, root: Path, *, latency_s: float) -> None:
        super().__init__(RangeFileHandler)
        self.root = root.resolve()
        self.latency_s = latency_s
        self.ledger = Ledger()
        self.faults = FaultBook()

    def named(self, path: str, query: str) -> str:
        """The path of the file that an address names."""
        values = (value for _, value in parse_qsl(query)) if path == "/dl" else ()
        return next(
            (f"/{value}" for value in values if (self.root / value).is_file()), unquote(path)
        )

    def answer(self, url_path: str) -> Answer:
        """The whole file behind a path, or the refusal."""
        if "\0" in url_path:
            return refusal(HTTPStatus.FORBIDDEN)
        path = (self.root / url_path.lstrip("/")).resolve()
        if self.root != path and self.root not in path.parents:
            return refusal(HTTPStatus.FORBIDDEN)
        return whole_file(path) if path.is_file() else refusal(HTTPStatus.NOT_FOUND)


class RangeFileHandler(LocalHandler):
    """One connection."""

    server: RangeFileServer
    asked: Asked
    _known = False
    _is_ours = False

    def setup(self) -> None:
        """A connection has been opened."""
        super().setup()
        self.server.ledger.opened()

    def finish(self) -> None:
        """It has been closed."""
        if not self._is_ours:
            self.server.ledger.closed()
        super().finish()

    def _is_about_us(self) -> None:
        if not self._is_ours:
            self._is_ours = True
            self.server.ledger.opened(-1)

    def do_HEAD(self) -> None:
        """Tell about a file."""
        self._serve_file()

    def do_GET(self) -> None:
        """Send a file, a part of it, or the counters."""
        if self.path == "/__stats__":
            self._is_about_us()
            self._send_bytes(self.server.ledger.as_json())
        else:
            self._serve_file()

    def do_POST(self) -> None:
        """Change the counters, the rules or the valid signature."""
        self._is_about_us()
        try:
            CONTROLS[self.path](self.server, self.read_json())
        except (KeyError, TypeError, ValueError, re.error) as error:
            self.send_json({"error": f"{type(error).__name__}: {error}"}, status=400)
        else:
            self.send_json({"done": self.path})

    def _send_bytes(self, body: bytes) -> None:
        self.send_head(HTTPStatus.OK, len(body), {"Content-Type": "application/json"})
        self.wfile.write(body)

    def _serve_file(self) -> None:
        url = urlsplit(self.path)
        self.asked = Asked(
            method=self.command,
            path=self.server.named(url.path, url.query),
            signature=parse_qs(url.query).get("sig", [None])[0],
            range_header=self.headers.get("Range", "") if self.command == "GET" else "",
            has_login="Authorization" in self.headers,
        )
        if not self._known:
            self._known = True
            self.server.ledger.connected()
        self.server.ledger.asked(self.asked)
        time.sleep(self.server.latency_s)
        fault = self.server.faults.turn(self.asked)
        if fault is None:
            self.send(self.honest_answer())
        elif fault.kind in STATUS_KINDS:
            self.send(_refusal_of(fault))
        else:
            SPOILERS[fault.kind](self, fault)

    def honest_answer(self) -> Answer:
        """What a faultless server sends."""
        answer = self.server.answer(self.asked.path)
        if answer.status != HTTPStatus.OK:
            return answer
        return range_of(answer, self.asked.range_header)

    def send(self, answer: Answer) -> None:
        """Send a whole answer."""
        self.send_start(answer)
        self.send_pieces(pieces(answer.body, count=len(answer.body)))

    def send_start(self, answer: Answer) -> None:
        """Send everything before the body."""
        if answer.status == HTTPStatus.NOT_FOUND:
            self.server.ledger.missed()
        self.send_head(answer.status, len(answer.body), answer.headers)

    def send_pieces(self, body: Iterator[bytes], *, pause_s: float = 0) -> None:
        """Send a body, counted before it leaves: who has it finds it in the counters."""
        if self.command == "HEAD":
            return
        for piece in body:
            self.server.ledger.sent(self.asked.path, len(piece))
            self.wfile.write(piece)
            if pause_s:
                self.wfile.flush()
                time.sleep(pause_s)


def _refusal_of(fault: Fault) -> Answer:
    wait_s = 0 if fault.retry_after is None and fault.kind == "429" else fault.retry_after
    return refusal(int(fault.kind), {} if wait_s is None else {"Retry-After": str(wait_s)})


def _cut(handler: RangeFileHandler, _fault: Fault) -> None:
    answer = handler.honest_answer()
    handler.send_start(answer)
    handler.send_pieces(pieces(answer.body, count=len(answer.body) // 2))
    handler.close_connection = True


def _garbage(handler: RangeFileHandler, _fault: Fault) -> None:
    answer = handler.honest_answer()
    noise = hashlib.shake_256(b"the same noise every time").digest(len(answer.body))
    handler.send(replace(answer, body=noise))


def _stall(handler: RangeFileHandler, fault: Fault) -> None:
    end = time.monotonic() + (30 if fault.seconds is None else fault.seconds)
    while handler.server.faults.holds(fault) and (left_s := end - time.monotonic()) > 0:
        time.sleep(min(left_s, 0.05))
    handler.close_connection = True


def _reset(handler: RangeFileHandler, _fault: Fault) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, CLOSE_WITH_RST)
    handler.close_connection = True


def _html(handler: RangeFileHandler, _fault: Fault) -> None:
    page = b"<!DOCTYPE html><html><body><h1>Something went wrong</h1></body></html>"
    handler.send(Answer(HTTPStatus.OK, page, {"Content-Type": "text/html"}))


def _ignore_range(handler: RangeFileHandler, _fault: Fault) -> None:
    handler.send(handler.server.answer(handler.asked.path))


def _slow(handler: RangeFileHandler, fault: Fault) -> None:
    answer = handler.honest_answer()
    handler.send_start(answer)
    handler.send_pieces(
        pieces(answer.body, count=len(answer.body), size=fault.chunk),
        pause_s=0.05 if fault.seconds is None else fault.seconds,
    )


def _unversioned(handler: RangeFileHandler, _fault: Fault) -> None:
    """Nothing but its size tells one content from the next."""
    answer = handler.honest_answer()
    headers = {name: word for name, word in answer.headers.items() if name not in VERSIONS}
    handler.send(replace(answer, headers=headers))


def _require_query(handler: RangeFileHandler, _fault: Fault) -> None:
    handler.send(refusal(HTTPStatus.FORBIDDEN))


def _redirect(handler: RangeFileHandler, fault: Fault) -> None:
    handler.send(refusal(HTTPStatus.FOUND, {"Location": f"{fault.location}{handler.asked.path}"}))


STATUS_KINDS = {str(status.value) for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST}
SPOILERS: dict[str, Callable[[RangeFileHandler, Fault], None]] = {
    "cut": _cut,
    "garbage": _garbage,
    "stall": _stall,
    "reset": _reset,
    "html": _html,
    "ignore_range": _ignore_range,
    "slow": _slow,
    "require_query": _require_query,
    "unversioned": _unversioned,
    "redirect": _redirect,
}


def _set_faults(server: RangeFileServer, rules: Any) -> None:
    server.faults.replace([Fault(**rule) for rule in rules])


def _set_token(server: RangeFileServer, body: Any) -> None:
    server.faults.valid_token = body["valid"]


def _zero(server: RangeFileServer, _body: Any) -> None:
    server.ledger.reset()


CONTROLS: dict[str, Callable[[RangeFileServer, Any], None]] = {
    "/__faults__": _set_faults,
    "/__token__": _set_token,
    "/__reset__": _zero,
}


def main() -> None:
    """Serve a folder."""
    parser = argparse.ArgumentParser(description="Serve a folder over HTTP, with faults.")
    parser.add_argument("root", type=Path)
    parser.add_argument("--latency-ms", type=float, default=0, help="added to each request")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end with the parent")
    options = parser.parse_args()
    server = RangeFileServer(options.root, latency_s=options.latency_ms / 1000)
    serve(server, until_stdin_closes=options.until_stdin_closes)


if __name__ == "__main__":
    main()
