"""What the servers of the tests share: a port of this computer, quick answers, their process."""

from __future__ import annotations

import json
import socket
import socketserver
import struct
import sys
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Optional

CLOSE_WITH_RST = struct.pack("ii", 1, 0)


class LocalServer(ThreadingHTTPServer):
    """A threading HTTP server on a loopback port, a free one unless one is named."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, handler: type[BaseHTTPRequestHandler], *, port: int = 0) -> None:
        super().__init__(("127.0.0.1", port), handler)

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


def json_or_text(word: str) -> Any:
    """The value of a switch as the command line has it."""
    try:
        return json.loads(word)
    except ValueError:
        return word
