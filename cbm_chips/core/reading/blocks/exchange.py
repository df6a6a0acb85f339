"""GET on an open connection (RFC 9112), as much of it as ranges of files take."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import socket

LONGEST_LINE = 8192
MOST_LINES = 200
BUFFER_BYTES = 1 << 16
_STATUS_LINE = re.compile(rb"HTTP/1\.([01]) (\d{3})(?: |\r?\n)")


class Broken(ConnectionError):
    """The other side has hung up before it said a word."""


@dataclass(frozen=True)
class Answer:
    """What a server says.

    Attributes:
        status: of HTTP.
        headers: names in lower case.
        body: None where it was not taken: too long, or of unknown length.
        keeps_open: the connection is good for another question.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes | None
    keeps_open: bool


class Line:
    """A connection on which one question at a time is asked."""

    def __init__(self, connected: socket.socket) -> None:
        """Take over a connected socket, which has its time-out."""
        self.socket = connected
        self._incoming = connected.makefile("rb", BUFFER_BYTES)

    def get(self, target: str, headers: Mapping[str, str], *, most_bytes: int) -> Answer:
        """Ask, and take the whole answer; see `lines.Lines.get`.

        Raises:
            Broken: when the other side was gone already.
            OSError: for everything else that goes wrong on the way.
        """
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        try:
            self.socket.sendall(f"GET {target} HTTP/1.1\r\n{lines}\r\n".encode("latin-1"))
            first = self._incoming.readline(LONGEST_LINE)
        except ConnectionError as error:
            raise Broken(str(error)) from error
        if not first:
            raise Broken("the connection was closed")
        version, status = _status(first)
        found = self._headers()
        while 100 <= status < 200:
            version, status = _status(self._incoming.readline(LONGEST_LINE))
            found = self._headers()
        length = _length(status, found)
        body = None
        if length is not None and length <= most_bytes:
            body = self._incoming.read(length)
            if len(body) < length:
                raise ConnectionError("the answer was cut short")
        asked = found.get("connection", "keep-alive" if version == 1 else "close").lower()
        return Answer(status, found, body, body is not None and "close" not in asked)

    def close(self) -> None:
        """Hang up."""
        self._incoming.close()
        self.socket.close()

    def _headers(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for _ in range(MOST_LINES):
            line = self._incoming.readline(LONGEST_LINE)
            if line in (b"\r\n", b"\n"):
                return found
            name, colon, value = line.decode("latin-1").partition(":")
            if not colon or not line.endswith(b"\n"):
                break
            name = name.lower()
            found[name] = f"{found[name]}, {value.strip()}" if name in found else value.strip()
        raise ConnectionError("no answer in HTTP")


def _status(line: bytes) -> tuple[int, int]:
    """HTTP's minor version and the status."""
    found = _STATUS_LINE.match(line)
    if found is None:
        raise ConnectionError("no answer in HTTP")
    return int(found.group(1)), int(found.group(2))


def _length(status: int, headers: Mapping[str, str]) -> int | None:
    """The body's bytes; None where only its end tells."""
    if status in (204, 304):
        return 0
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or not length.isdecimal() or len(length) > 18:
        return None
    return int(length)
