"""A server in this process that answers what a test writes down."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import Any
from urllib.parse import urlsplit


class Scripted(BaseHTTPRequestHandler):
    """Answers every path out of `server.script`: path -> (status, headers, text or bytes).

    Of a list of answers each is given once, the last one for ever.
    """

    server: ScriptedServer

    def do_GET(self) -> None:
        """Whatever the method is."""
        self.server.asked.append((self.path, dict(self.headers)))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.commands.append((self.command, body.decode()))
        script, path = self.server.script, urlsplit(self.path).path
        nothing = (404, {}, "nothing here")
        answer = script.get(self.path) or script.get(path) or nothing
        if isinstance(answer, list):
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        status, headers, text = answer
        content = text if isinstance(text, bytes) else text.encode()
        self.send_response(status)
        for name, value in {"Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self) -> None:
        """As `do_GET`."""
        self.do_GET()

    def do_DELETE(self) -> None:
        """As `do_GET`."""
        self.do_GET()

    def log_message(self, *arguments: object) -> None:
        """Nothing."""


class ScriptedServer(ThreadingHTTPServer):
    """Knows what it was asked: paths with headers, and commands with bodies."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, script: Mapping[str, Any]) -> None:
        """At a free port of this computer."""
        super().__init__(("127.0.0.1", 0), Scripted)
        self.script = script
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.commands: list[tuple[str, str]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def scripted(script: Mapping[str, Any]) -> Iterator[ScriptedServer]:
    """The server, while the test runs."""
    server = ScriptedServer(script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.002})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Trickling(BaseRequestHandler):
    """Says `server.words` at once, then a byte every now and then, without end."""

    def handle(self) -> None:
        self.request.recv(65536)
        self.request.sendall(self.server.words)  # type: ignore[attr-defined]
        while self.server.drops and not self.server.is_over.wait(0.05):  # type: ignore[attr-defined]
            self.request.sendall(self.server.drops)  # type: ignore[attr-defined]
        self.server.is_over.wait()  # type: ignore[attr-defined]


@contextmanager
def trickling(words: bytes, drops: bytes) -> Iterator[str]:
    """The address of a server that begins its answer with `words` and never ends it.

    Without `drops` it says nothing more.
    """
    server = ThreadingTCPServer(("127.0.0.1", 0), _Trickling)
    server.daemon_threads = True
    server.words, server.drops = words, drops  # type: ignore[attr-defined]
    server.is_over = threading.Event()  # type: ignore[attr-defined]
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.002})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.is_over.set()  # type: ignore[attr-defined]
        server.shutdown()
        thread.join()
        server.server_close()
