"""Remote files for QGIS's own GDAL, which can't read from a Python object, only from a server.

A server of this process, bound to the loopback address, serves each file under a name that can't
be guessed, while it is being read.
"""

from __future__ import annotations

import re
import secrets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .virtual_file import RemoteFile

NAME = "cbm-chips-loopback"
IDLE_S = 30.0
"""GDAL does not close its connections."""
_PLAINLY: Mapping[str, str] = {
    # Nothing is remembered.
    "CPL_VSIL_CURL_NON_CACHED": "/vsicurl/",
    # What the process or its environment says of the network is not meant for this.
    "CPL_VSIL_CURL_USE_HEAD": "YES",
    "GDAL_HTTP_PROXY": "",
    "GDAL_HTTP_HEADERS": "",
    "GDAL_HTTP_USERPWD": "",
    "GDAL_HTTP_VERSION": "1.1",
    "GDAL_HTTP_MAX_RETRY": "0",
    "GDAL_HTTP_TIMEOUT": "0",
    "GDAL_HTTP_LOW_SPEED_TIME": "0",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "0",
}
_RANGE = re.compile(r"bytes=(\d{1,18})-(\d{1,18})")


@contextmanager
def lent(remote: RemoteFile) -> Iterator[tuple[str, Mapping[str, str]]]:
    """GDAL's path of the file, and the options to be set around its use."""
    server = _Server(remote)
    threading.Thread(target=server.serve, name=NAME, daemon=True).start()
    path = f"/vsicurl/http://127.0.0.1:{server.server_address[1]}{server.target}"
    try:
        # Nothing else is opened.
        yield path, {**_PLAINLY, "CPL_VSIL_CURL_ALLOWED_FILENAME": path}
    finally:
        server.remote = None


class _Handler(BaseHTTPRequestHandler):
    """One connection of GDAL's."""

    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = IDLE_S

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""

    def do_HEAD(self) -> None:
        """How large it is."""
        remote = self._remote()
        if remote is None:
            self._refuse()
            return
        size = remote.size_bytes
        self._answer(200 if remote.failure is None else 404, size=size)

    def do_GET(self) -> None:
        """A part of it."""
        remote = self._remote()
        found = _RANGE.fullmatch(self.headers.get("Range", ""))
        if remote is None or found is None:
            self._refuse()
            return
        start, size = int(found.group(1)), remote.size_bytes
        data = remote.read(start, int(found.group(2)) + 1)
        if remote.failure is not None:
            self._answer(404)
        elif not data:
            self._answer(416, {"Content-Range": f"bytes */{size}"})
        else:
            part = f"bytes {start}-{start + len(data) - 1}/{size}"
            self._answer(206, {"Content-Range": part}, size=len(data))
            self.wfile.write(data)

    def _remote(self) -> RemoteFile | None:
        return self.server.remote if self.path == self.server.target else None

    def _refuse(self) -> None:
        """Say 404, but nothing once the server has ended.

        GDAL keeps connections open, and the next file's server may have the same port. Where one
        is closed it opens a new one.
        """
        if self.server.remote is None:
            self.close_connection = True
        else:
            self._answer(404)

    def _answer(
        self, status: int, headers: Mapping[str, str] | None = None, *, size: int = 0
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(size))
        self.end_headers()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    timeout = 0.5
    """Seconds between two looks at whether it has ended."""

    def __init__(self, remote: RemoteFile) -> None:
        self.remote: RemoteFile | None = remote
        self.target = f"/{secrets.token_hex(16)}"
        super().__init__(("127.0.0.1", 0), _Handler)

    def serve(self) -> None:
        """Until there is nothing to serve; nobody waits for the end."""
        while self.remote is not None:
            self.handle_request()
        self.server_close()

    def server_bind(self) -> None:
        """Without the look-up of this machine's name, which can take seconds."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()

    def handle_error(self, request: object, client_address: object) -> None:
        """GDAL hangs up when it pleases."""
