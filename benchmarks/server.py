"""A file server for measuring: ranges over HTTP and HTTPS, late as over a real line.

    python -m benchmarks.server ROOT [--latency-ms 20] [--connect-trips 2] [--mbit-s 100]

prints ``{"url": "http://127.0.0.1:PORT", "https": "https://127.0.0.1:PORT", "ca_file": PATH}``.

One thread around epoll: it shares the cores with the client it serves, so a request must cost
next to nothing. Over HTTP the kernel sends the files (sendfile); TLS has to see the bytes. Linux
only. GET ``/__stats__`` counts, POST ``/__reset__`` begins anew, POST ``/__switch__`` changes the
line; they are not late themselves.
"""

from __future__ import annotations

import argparse
import heapq
import itertools
import json
import os
import resource
import select
import socket
import ssl
import sys
import tempfile
import time
from dataclasses import fields
from http import HTTPStatus
from pathlib import Path
from typing import Any

from tests.servers.files.answers import Answer, FileSlice

from .certificate import make_certificate
from .line import Line
from .site import Request, Site, take_request

PIECE_BYTES = 1 << 18
"""Of one answer before the others have their turn; under a bandwidth cap a smaller one."""
CAPPED_PIECE_BYTES = 1 << 14


class Connection:
    """One client: reads a request, waits as long as the line takes, sends the answer."""

    def __init__(self, sock: socket.socket, site: Site) -> None:
        """`sock` does not block; if it speaks TLS, hands are not shaken yet."""
        self._sock, self._site = sock, site
        self._connected_at = time.monotonic()
        self._is_counted = False
        self._shakes_hands = isinstance(sock, ssl.SSLSocket)
        self._incoming = bytearray()
        self._start = b""
        self._file: Any = None
        self._at = self._left = self._granted = 0
        self.wants = select.EPOLLIN
        """What to wait for; 0 while the line is what it waits for."""
        self.due: float | None = None
        """When to go on without being asked by the socket."""

    def fileno(self) -> int:
        """The socket's."""
        return self._sock.fileno()

    def close(self) -> None:
        """Hang up."""
        self._finish_file()
        self._sock.close()

    def go_on(self) -> bool:
        """Do what can be done now; False when the connection is over."""
        try:
            if self.due is not None:
                self.due = None
                self.wants = select.EPOLLOUT
            if self._shakes_hands:
                self._sock.do_handshake()  # type: ignore[attr-defined]
                self._shakes_hands = False
            return self._send() if self.wants == select.EPOLLOUT else self._receive()
        except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return True
        except (OSError, ValueError):
            return False

    def _receive(self) -> bool:
        while True:
            request = take_request(self._incoming)
            if request is not None:
                self._take(request)
                return True
            part = self._sock.recv(1 << 16)
            if not part:
                return False
            self._incoming += part

    def _take(self, request: Request) -> None:
        now = time.monotonic()
        control = self._site.control(request)
        answer = control or self._site.file(request)
        self.due, self.wants = now, 0
        if control is None:
            if not self._is_counted:
                self._is_counted = True
                self._site.connected()
            self.due = self._site.line.answer_at(now, connected_at=self._connected_at)
        self._prepare(answer, has_body=request.method != "HEAD")

    def _prepare(self, answer: Answer, *, has_body: bool) -> None:
        status = HTTPStatus(answer.status)
        headers = {**answer.headers, "Content-Length": str(len(answer.body))}
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._start = f"HTTP/1.1 {status.value} {status.phrase}\r\n{lines}\r\n".encode("latin-1")
        if not has_body:
            return
        if isinstance(answer.body, FileSlice):
            self._file = answer.body.path.open("rb", buffering=0)
            self._at, self._left = answer.body.start, answer.body.length
        else:
            self._start += answer.body

    def _send(self) -> bool:
        while self._start:
            more = socket.MSG_MORE if self._left and not _is_tls(self._sock) else 0
            self._start = self._start[self._sock.send(self._start, more) :]
        if self._left:
            self._send_piece()
        if self._left:
            return True
        self._finish_file()
        self.wants = select.EPOLLIN
        return self._receive()

    def _send_piece(self) -> None:
        line = self._site.line
        if not self._granted:
            self._granted = min(self._left, CAPPED_PIECE_BYTES if line.mbit_s else PIECE_BYTES)
            if line.mbit_s:
                self.due, self.wants = line.slot(time.monotonic(), self._granted), 0
                return
        sent = self._send_file(self._granted)
        self._granted -= sent
        self._at, self._left = self._at + sent, self._left - sent

    def _send_file(self, count: int) -> int:
        if _is_tls(self._sock):
            return self._sock.send(os.pread(self._file.fileno(), count, self._at))
        return os.sendfile(self._sock.fileno(), self._file.fileno(), self._at, count)

    def _finish_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _is_tls(sock: socket.socket) -> bool:
    return isinstance(sock, ssl.SSLSocket)


class Loop:
    """Waits for sockets and for the clock."""

    def __init__(self, site: Site, tls: ssl.SSLContext) -> None:
        """Listen on two free ports."""
        self._site, self._tls = site, tls
        self._epoll = select.epoll()
        self._listeners = {sock.fileno(): sock for sock in (_listener(), _listener())}
        self.plain, self.secure = self._listeners.values()
        self._connections: dict[int, Connection] = {}
        self._clock: list[tuple[float, int, Connection]] = []
        self._numbers = itertools.count()
        for number in self._listeners:
            self._epoll.register(number, select.EPOLLIN)

    def run_until_readable(self, end: int) -> None:
        """Serve until there is something to read from the file number `end`, or its end."""
        self._epoll.register(end, select.EPOLLIN)
        while True:
            for number, happened in self._wait():
                if number == end:
                    return
                if number in self._listeners:
                    self._accept(self._listeners[number])
                elif number in self._connections:
                    self._serve(self._connections[number], happened)
            self._ring()

    def _wait(self) -> list[tuple[int, int]]:
        pause_s = max(0.0, self._clock[0][0] - time.monotonic()) if self._clock else None
        # epoll counts in whole milliseconds; select, waiting for the epoll, in microseconds.
        select.select([self._epoll], [], [], pause_s)
        return self._epoll.poll(0)

    def _accept(self, listener: socket.socket) -> None:
        sock, _ = listener.accept()
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if listener is self.secure:
            sock = self._tls.wrap_socket(sock, server_side=True, do_handshake_on_connect=False)
        sock.setblocking(False)
        connection = Connection(sock, self._site)
        self._connections[connection.fileno()] = connection
        self._epoll.register(connection, connection.wants)

    def _serve(self, connection: Connection, happened: int) -> None:
        gone = happened & (select.EPOLLHUP | select.EPOLLERR)
        before = connection.wants
        if gone or not connection.go_on():
            self._epoll.unregister(connection)
            del self._connections[connection.fileno()]
            connection.close()
            return
        if connection.wants != before:
            self._epoll.modify(connection, connection.wants)
        if connection.due is not None:
            heapq.heappush(self._clock, (connection.due, next(self._numbers), connection))

    def _ring(self) -> None:
        now = time.monotonic()
        while self._clock and self._clock[0][0] <= now:
            due, _, connection = heapq.heappop(self._clock)
            if connection.due == due and connection.fileno() >= 0:
                self._serve(connection, 0)


def _listener() -> socket.socket:
    sock = socket.create_server(("127.0.0.1", 0), backlog=1024)
    sock.setblocking(False)
    return sock


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()
    return f"{host}:{port}"


def main() -> None:
    """Serve a folder until stdin closes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--until-stdin-closes", action="store_true", help="as it always does")
    for setting in fields(Line):
        flag = f"--{setting.name.replace('_', '-')}"
        parser.add_argument(flag, type=float, default=setting.default)
    options = parser.parse_args()
    line = Line(**{setting.name: getattr(options, setting.name) for setting in fields(Line)})
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    with tempfile.TemporaryDirectory() as folder:
        certificate = make_certificate(Path(folder))
        loop = Loop(Site(options.root, line), certificate.context())
        told = {
            "url": f"http://{_address(loop.plain)}",
            "https": f"https://{_address(loop.secure)}",
        }
        print(json.dumps({**told, "ca_file": str(certificate.authority)}), flush=True)
        loop.run_until_readable(sys.stdin.fileno())


if __name__ == "__main__":
    main()
