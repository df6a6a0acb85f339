"""A server in a thread that says what a test wants it to say, byte by byte if need be."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any, Union

from tests.servers.local_server import LocalServer


@dataclass(frozen=True)
class Said:
    """One answer; an iterator's pieces are sent one by one, without a promised length."""

    body: Union[bytes, Iterator[bytes]] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


Say = Callable[[str], Said]


@dataclass
class Saying:
    """The server's address, and what it was asked."""

    url: str
    asked: list[str] = field(default_factory=list)
    logins: list[Any] = field(default_factory=list)
    """The header `Authorization` of each question."""


class _Handler(BaseHTTPRequestHandler):
    say: Say
    told: Saying

    def do_GET(self) -> None:
        self.told.asked.append(self.path)
        self.told.logins.append(self.headers.get("Authorization"))
        self._send(type(self).say(self.path))

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.do_GET()

    def _send(self, said: Said) -> None:
        self.send_response(said.status)
        for name, value in said.headers.items():
            self.send_header(name, value)
        if isinstance(said.body, bytes):
            self.send_header("Content-Length", str(len(said.body)))
        self.end_headers()
        with suppress(OSError):  # who asked may have left
            for piece in [said.body] if isinstance(said.body, bytes) else said.body:
                self.wfile.write(piece)
                self.wfile.flush()

    def log_message(self, *words: Any) -> None:
        pass


@contextmanager
def saying(say: Say) -> Iterator[Saying]:
    """`say` gets path and query of each question."""
    told = Saying("")
    handler = type("Handler", (_Handler,), {"say": staticmethod(say), "told": told})
    with LocalServer(handler) as httpd:
        told.url = httpd.url
        thread = threading.Thread(target=httpd.serve_forever, args=(0.002,), daemon=True)
        thread.start()
        try:
            yield told
        finally:
            httpd.shutdown()
            thread.join()
