"""An HTTP/1.1 connection over asyncio (RFC 9112): one request at a time, bodies not copied."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from ...reasons import Reason
from .chunked_body import ChunkedDecoder, UntilCloseDecoder, names_in

MAX_HEAD_BYTES = 64 << 10
BUFFER_BYTES = 16 << 10
_STATUS_LINE = re.compile(r"HTTP/1\.([01]) (\d{3})(?: |$)")
_BEGIN = b"HTTP/1."
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class ConnectionLost(ConnectionError):
    """The server closed the connection before it sent any byte of a response."""


@dataclass(frozen=True)
class HttpResponse:
    """A response.

    Attributes:
        status: HTTP status.
        headers: names in lower case.
        body: None where it is longer than the request allows.
        keeps_alive: the connection can take another request.
    """

    status: int
    headers: Mapping[str, str]
    body: memoryview | None
    keeps_alive: bool


@dataclass(frozen=True)
class HttpRequest:
    """A request without a body.

    Attributes:
        head: request line and headers, with the empty line at the end.
        max_body_bytes: a longer response body is not received.
        is_tunnel: CONNECT, whose response has no body if it succeeds.
        on_bytes: called with the number of body bytes as they arrive; 0 for all others.
    """

    head: bytes = field(repr=False)
    max_body_bytes: int
    is_tunnel: bool = False
    on_bytes: Callable[[int], None] = lambda count: None


class HttpConnection(asyncio.BufferedProtocol):
    """One request at a time.

    Bodies are received into the buffer they stay in; only bytes that arrive with the head are
    copied.
    """

    def __init__(
        self, *, silence_timeout_s: float, among: set[HttpConnection] | None = None
    ) -> None:
        """A response fails when no byte arrives for `silence_timeout_s`; `among` all open ones."""
        self._loop = asyncio.get_running_loop()
        self._among = set() if among is None else among
        self._silence_timeout_s = silence_timeout_s
        self._transport: asyncio.Transport | None = None
        self._buffer = memoryview(bytearray(BUFFER_BYTES))
        self._request: HttpRequest | None = None
        self._response: asyncio.Future[HttpResponse] | None = None
        self._last_bytes_s = 0.0
        self._head = bytearray()
        self._status, self._version = 0, 1
        self._headers: Mapping[str, str] = {}
        self._body: memoryview | None = None
        self._unfilled = memoryview(b"")
        self._decoder: ChunkedDecoder | UntilCloseDecoder | None = None
        self.is_open = True

    @property
    def transport(self) -> asyncio.Transport:
        """The transport; another one after TLS has begun."""
        if self._transport is None:
            raise ConnectionLost("never connected")
        return self._transport

    async def send(self, request: HttpRequest) -> HttpResponse:
        """Send a request, receive the whole response. Closes the connection when cancelled.

        Raises:
            ConnectionLost: when the server had closed it already.
            OSError: for any other failure.
        """
        if not self.is_open:
            raise ConnectionLost(Reason("the connection was closed"))
        self._request = request
        response: asyncio.Future[HttpResponse] = self._loop.create_future()
        self._response = response
        self._head, self._body, self._decoder = bytearray(), None, None
        self._last_bytes_s = self._loop.time()
        self._alarm = self._loop.call_later(self._silence_timeout_s, self._check_silence)
        self.transport.write(request.head)
        try:
            return await response
        except BaseException:
            self.close()
            raise
        finally:
            self._alarm.cancel()
            self._request = self._response = None

    def close(self) -> None:
        """Close at once."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    # Called by asyncio

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """At the beginning, and again when TLS has begun."""
        self._transport = cast(asyncio.Transport, transport)
        self._among.add(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """Closed by the server or by us."""
        self.is_open = False
        self._among.discard(self)
        if exc is None and isinstance(self._decoder, UntilCloseDecoder):
            self._finish(memoryview(self._decoder.body))
        elif self._has_response_begun:
            self._fail(exc or ConnectionError(Reason("the answer was cut short")))
        else:
            self._fail(ConnectionLost(str(exc or Reason("the connection was closed"))))

    def get_buffer(self, sizehint: int) -> memoryview:
        """The buffer for the next bytes."""
        return self._buffer if self._body is None else self._unfilled

    def buffer_updated(self, nbytes: int) -> None:
        """`nbytes` have been written to the buffer."""
        self._last_bytes_s = self._loop.time()
        if self._request is None:
            self.close()  # bytes without a request
            return
        if self._body is not None or self._decoder is not None:
            self._request.on_bytes(nbytes if self._status < 300 else 0)
        if self._body is not None:
            self._unfilled = self._unfilled[nbytes:]
        else:
            try:
                self._receive(bytes(self._buffer[:nbytes]), self._request)
            except ValueError as error:
                self._fail(ConnectionError(str(error)))
                return
        if self._body is not None and not self._unfilled:
            self._finish(self._body)

    def _receive(self, data: bytes, request: HttpRequest) -> None:
        """More bytes of the head, or of a body of unknown length.

        Raises:
            ValueError: when it is not HTTP.
        """
        if self._decoder is None:
            self._head += data
            self._receive_head(request)
            return
        self._decoder.feed(data)
        if len(self._decoder.body) > request.max_body_bytes:
            self._finish(None)
        elif self._decoder.is_complete:
            self._finish(memoryview(self._decoder.body))

    @property
    def _has_response_begun(self) -> bool:
        return bool(self._head) or self._body is not None

    def _receive_head(self, request: HttpRequest) -> None:
        """Parse the head once it is complete, and begin the body.

        Raises:
            ValueError: when it is not HTTP.
        """
        while True:
            end = _HEAD_END.search(self._head)
            if end is None:
                if len(self._head) > MAX_HEAD_BYTES or not _may_begin(self._head):
                    raise ValueError(Reason("no answer in HTTP"))
                request.on_bytes(0)
                return
            self._version, self._status, self._headers = _head_of(self._head[: end.start()])
            rest = self._head[end.end() :]
            if not 100 <= self._status < 200:
                break
            self._head = rest  # an interim response
        self._begin_body(rest, request)

    def _begin_body(self, rest: bytearray, request: HttpRequest) -> None:
        """Choose how the body is received; `rest` of it came with the head."""
        request.on_bytes(len(rest) if self._status < 300 else 0)
        length = _length(self._status, self._headers)
        if request.is_tunnel and self._status < 300:
            # From here on the connection is the host's, whatever the proxy's headers say.
            length, self._headers = 0, {**self._headers, "connection": "keep-alive"}
        if length is None:
            self._decoder = ChunkedDecoder() if _codings(self._headers) else UntilCloseDecoder()
            self._receive(bytes(rest), request)
        elif length > request.max_body_bytes:
            self._finish(None)
        elif len(rest) > length:
            raise ValueError(Reason("more than was asked for"))
        else:
            # Not a bytearray, which would be zeroed first.
            self._body = np.empty(length, np.uint8).data
            self._body[: len(rest)] = rest
            self._unfilled = self._body[len(rest) :]

    def _finish(self, body: memoryview | None) -> None:
        options = names_in(self._headers.get("connection", ""))
        may_stay = "close" not in options and (self._version > 0 or "keep-alive" in options)
        ends_by_close = isinstance(self._decoder, UntilCloseDecoder)
        keeps_alive = body is not None and may_stay and not ends_by_close
        if self._response is not None and not self._response.done():
            self._response.set_result(HttpResponse(self._status, self._headers, body, keeps_alive))
        self._request, self._body, self._decoder = None, None, None
        if not keeps_alive:
            self.close()

    def _fail(self, error: Exception) -> None:
        if self._response is not None and not self._response.done():
            self._response.set_exception(error)
        self.close()

    def _check_silence(self) -> None:
        """Fail when nothing has arrived for too long."""
        left_s = self._last_bytes_s + self._silence_timeout_s - self._loop.time()
        if left_s <= 0:
            self._fail(TimeoutError(Reason("timed out")))
        else:
            self._alarm = self._loop.call_later(left_s, self._check_silence)


def _may_begin(head: bytearray) -> bool:
    """False for what can't become a response."""
    return head[: len(_BEGIN)] == _BEGIN[: len(head)]


def _head_of(head: bytearray) -> tuple[int, int, Mapping[str, str]]:
    """Minor version of HTTP, status and headers.

    Raises:
        ValueError: when it is not HTTP.
    """
    first, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    found = _STATUS_LINE.match(first)
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError(Reason("no answer in HTTP"))
        name = name.lower()
        headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    if found is None:
        raise ValueError(Reason("no answer in HTTP"))
    return int(found.group(1)), int(found.group(2)), headers


def _length(status: int, headers: Mapping[str, str]) -> int | None:
    """The body's length in bytes; None if only its end is marked.

    Raises:
        ValueError: when it is not HTTP.
    """
    if status in (204, 304):
        return 0
    length = headers.get("content-length")
    codings = _codings(headers)
    if codings or length is None:
        if codings not in ([], ["chunked"]):
            raise ValueError(Reason("an answer in a form that nobody asked for"))
        return None
    if not length.isdecimal() or len(length) > 18:
        raise ValueError(Reason("no answer in HTTP"))
    return int(length)


def _codings(headers: Mapping[str, str]) -> list[str]:
    return names_in(headers.get("transfer-encoding", ""))
