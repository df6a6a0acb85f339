"""Decoders of response bodies: chunked, until close (RFC 9112, 6.3 and 7.1), and compressed."""

from __future__ import annotations

import re
import zlib

from ...reasons import Reason

MAX_LINE_BYTES = 4096
_SIZE = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;.*)?")
_CODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


class UntilCloseDecoder:
    """A body that ends when the connection is closed."""

    is_complete = False

    def __init__(self) -> None:
        self.body = bytearray()

    def feed(self, data: bytes) -> None:
        """Add the next bytes."""
        self.body += data


class ChunkedDecoder:
    """A body in chunks (RFC 9112, 7.1)."""

    def __init__(self) -> None:
        self.body = bytearray()
        self.is_complete = False
        self._waiting = bytearray()
        self._left = 0
        """Bytes left of the present chunk and its line end."""
        self._is_trailer = False

    def feed(self, data: bytes) -> None:
        """Add the next bytes, split anywhere.

        Raises:
            ValueError: when they are not chunked.
        """
        self._waiting += data
        while not self.is_complete and self._step():
            pass
        if self.is_complete and self._waiting:
            raise ValueError(Reason("more than was asked for"))

    def _step(self) -> bool:
        """Decode one more line or piece; False when more bytes are needed."""
        return self._take_data() if self._left else self._take_line()

    def _take_data(self) -> bool:
        piece = self._waiting[: max(self._left - 2, 0)]
        self.body += piece
        self._left -= len(piece)
        del self._waiting[: len(piece)]
        if self._left == 2 and len(self._waiting) >= 2:
            if self._waiting[:2] != b"\r\n":
                raise ValueError(Reason("no chunks as HTTP has them"))
            del self._waiting[:2]
            self._left = 0
            return True
        return bool(piece)

    def _take_line(self) -> bool:
        end = self._waiting.find(b"\n")
        if end > MAX_LINE_BYTES or (end < 0 and len(self._waiting) > MAX_LINE_BYTES):
            raise ValueError(Reason("no chunks as HTTP has them"))
        if end < 0:
            return False
        line = bytes(self._waiting[:end]).rstrip(b"\r")
        del self._waiting[: end + 1]
        if self._is_trailer:
            self.is_complete = not line
            return True
        found = _SIZE.fullmatch(line)
        if found is None:
            raise ValueError(Reason("no chunks as HTTP has them"))
        size = int(found.group(1), 16)
        self._left, self._is_trailer = (size + 2, False) if size else (0, True)
        return True


def names_in(value: str) -> list[str]:
    """The names in a header's list, in lower case, without `identity`."""
    names = map(str.strip, value.lower().split(","))
    return [name for name in names if name not in ("", "identity")]


def decoded(body: memoryview, coding: str, *, most_bytes: int) -> memoryview:
    """A body decompressed; `coding` is its Content-Encoding.

    Raises:
        ValueError: when the coding is unknown, the body broken, or longer than `most_bytes`.
    """
    names = names_in(coding)
    if not names:
        return body
    if len(names) > 1 or names[0] not in _CODINGS:
        raise ValueError(Reason("it is packed in a way that nobody asked for"))
    unpacking = zlib.decompressobj(_CODINGS[names[0]])
    try:
        plain = unpacking.decompress(body, most_bytes + 1)
    except zlib.error as error:
        raise ValueError(Reason("it is packed, and broken")) from error
    if len(plain) > most_bytes or not unpacking.eof:
        raise ValueError(Reason("it is packed, and broken"))
    return memoryview(plain)
