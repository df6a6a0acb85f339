"""A server in this process that answers what a test writes down."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Scripted(BaseHTTPRequestHandler):
    """Answers every path out of `server.script`: path -> (status, headers, text or bytes)."""

    server: ScriptedServer

    def do_GET(self) -> None:
        """Whatever the method is."""
        self.server.asked.append((self.path, dict(self.headers)))
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.commands.append((self.command, body.decode()))
        script, path = self.server.script, urlsplit(self.path).path
        nothing = (404, {}, "nothing here")
        status, headers, text = script.get(self.path) or script.get(path) or nothing
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

    def __init__(self, script: Mapping[str, tuple[int, Mapping[str, str], str | bytes]]) -> None:
        """At a free port of this computer."""
        super().__init__(("127.0.0.1", 0), Scripted)
        self.script = script
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.commands: list[tuple[str, str]] = []
        self.url = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def scripted(
    script: Mapping[str, tuple[int, Mapping[str, str], str | bytes]],
) -> Iterator[ScriptedServer]:
    """The server, while the test runs."""
    server = ScriptedServer(script)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
