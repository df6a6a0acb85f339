"""GET on an open connection (RFC 9112), as much of it as ranges of files take."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

import numpy as np

from .chunked_body import Chunks, Rest, names_in

LONGEST_HEAD_BYTES = 64 << 10
ROOM_BYTES = 16 << 10
_STATUS_LINE = re.compile(r"HTTP/1\.([01]) (\d{3})(?: |$)")
_BEGIN = b"HTTP/1."
_HEAD_END = re.compile(rb"\r?\n\r?\n")


class Broken(ConnectionError):
    """The other side has hung up before it said a word."""


@dataclass(frozen=True)
class Answer:
    """What a server says.

    Attributes:
        status: of HTTP.
        headers: names in lower case.
        body: None where it was not taken, as it is too long.
        keeps_open: the connection is good for another question.
    """

    status: int
    headers: Mapping[str, str]
    body: memoryview | None
    keeps_open: bool


@dataclass(frozen=True)
class Question:
    """What is asked on a connection.

    Attributes:
        words: the request, to the empty line at its end.
        most_bytes: a body that is longer is not taken.
        is_tunnel: a CONNECT, whose answer has no body if it is a yes.
        heard: is told how many bytes of what was asked for have come; 0 for all others.
    """

    words: bytes = field(repr=False)
    most_bytes: int
    is_tunnel: bool = False
    heard: Callable[[int], None] = lambda count: None


class Line(asyncio.BufferedProtocol):
    """A connection on which one question at a time is asked.

    Bodies are received where they stay: no byte of them is copied, but for what comes along with
    the head.
    """

    def __init__(self, *, silence_s: float) -> None:
        """A server may be silent for `silence_s`."""
        self._loop = asyncio.get_running_loop()
        self._silence_s = silence_s
        self._transport: asyncio.Transport | None = None
        self._room = memoryview(bytearray(ROOM_BYTES))
        self._question: Question | None = None
        self._reply: asyncio.Future[Answer] | None = None
        self._heard_s = 0.0
        self._head = bytearray()
        self._status, self._version = 0, 1
        self._headers: Mapping[str, str] = {}
        self._body: memoryview | None = None
        self._rest = memoryview(b"")
        self._parts: Chunks | Rest | None = None
        self.is_open = True

    @property
    def transport(self) -> asyncio.Transport:
        """Of the connection; another one once it speaks TLS in a tunnel."""
        if self._transport is None:
            raise Broken("never connected")
        return self._transport

    async def ask(self, question: Question) -> Answer:
        """Ask, and take the whole answer. Cancelled, it hangs up.

        Raises:
            Broken: when the other side was gone already.
            OSError: for everything else that goes wrong on the way.
        """
        if not self.is_open:
            raise Broken("the connection was closed")
        self._question = question
        reply: asyncio.Future[Answer] = self._loop.create_future()
        self._reply = reply
        self._head, self._body, self._parts = bytearray(), None, None
        self._heard_s = self._loop.time()
        self._alarm = self._loop.call_later(self._silence_s, self._look)
        self.transport.write(question.words)
        try:
            return await reply
        except BaseException:
            self.close()
            raise
        finally:
            self._alarm.cancel()
            self._question = self._reply = None

    def close(self) -> None:
        """Hang up."""
        self.is_open = False
        if self._transport is not None:
            self._transport.abort()

    # What asyncio calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Also when TLS begins in a tunnel."""
        self._transport = cast(asyncio.Transport, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """By the other side, or by us."""
        self.is_open = False
        if exc is None and isinstance(self._parts, Rest):
            self._end(memoryview(self._parts.body))
        elif self._has_begun:
            self._fail(exc or ConnectionError("the answer was cut short"))
        else:
            self._fail(Broken(str(exc or "the connection was closed")))

    def get_buffer(self, sizehint: int) -> memoryview:
        """Where the next bytes go."""
        return self._room if self._body is None else self._rest

    def buffer_updated(self, nbytes: int) -> None:
        """The next bytes are there."""
        self._heard_s = self._loop.time()
        if self._question is None:
            self.close()  # nobody has asked
            return
        if self._body is not None or self._parts is not None:
            self._question.heard(nbytes if self._status < 300 else 0)
        if self._body is not None:
            self._rest = self._rest[nbytes:]
        else:
            try:
                self._take(bytes(self._room[:nbytes]), self._question)
            except ValueError as error:
                self._fail(ConnectionError(str(error)))
                return
        if self._body is not None and not self._rest:
            self._end(self._body)

    def _take(self, data: bytes, question: Question) -> None:
        """More of the head, or of a body whose length is not known.

        Raises:
            ValueError: when it is not HTTP.
        """
        if self._parts is None:
            self._head += data
            self._take_head(question)
            return
        self._parts.take(data)
        if len(self._parts.body) > question.most_bytes:
            self._end(None)
        elif self._parts.is_whole:
            self._end(memoryview(self._parts.body))

    @property
    def _has_begun(self) -> bool:
        return bool(self._head) or self._body is not None

    def _take_head(self, question: Question) -> None:
        """Begin the body as soon as the head is whole.

        Raises:
            ValueError: when it is not HTTP.
        """
        while True:
            end = _HEAD_END.search(self._head)
            if end is None:
                if len(self._head) > LONGEST_HEAD_BYTES or not _may_begin(self._head):
                    raise ValueError("no answer in HTTP")
                question.heard(0)
                return
            self._version, self._status, self._headers = _head_of(self._head[: end.start()])
            rest = self._head[end.end() :]
            if not 100 <= self._status < 200:
                break
            self._head = rest  # a word ahead of the answer
        self._begin_body(rest, question)

    def _begin_body(self, rest: bytearray, question: Question) -> None:
        """Of which `rest` has come along with the head."""
        question.heard(len(rest) if self._status < 300 else 0)
        length = _length(self._status, self._headers)
        if question.is_tunnel and self._status < 300:
            # The connection is another one's from here on, whatever the proxy does with its own.
            length, self._headers = 0, {**self._headers, "connection": "keep-alive"}
        if length is None:
            self._parts = Chunks() if _codings(self._headers) else Rest()
            self._take(bytes(rest), question)
        elif length > question.most_bytes:
            self._end(None)
        elif len(rest) > length:
            raise ValueError("more than was asked for")
        else:
            # Not a bytearray, which would be zeroed first.
            self._body = np.empty(length, np.uint8).data
            self._body[: len(rest)] = rest
            self._rest = self._body[len(rest) :]

    def _end(self, body: memoryview | None) -> None:
        asked = names_in(self._headers.get("connection", ""))
        may_stay = "close" not in asked and (self._version > 0 or "keep-alive" in asked)
        keeps_open = body is not None and may_stay and not isinstance(self._parts, Rest)
        if self._reply is not None and not self._reply.done():
            self._reply.set_result(Answer(self._status, self._headers, body, keeps_open))
        self._question, self._body, self._parts = None, None, None
        if not keeps_open:
            self.close()

    def _fail(self, error: Exception) -> None:
        if self._reply is not None and not self._reply.done():
            self._reply.set_exception(error)
        self.close()

    def _look(self) -> None:
        """Whether the server is still alive."""
        left_s = self._heard_s + self._silence_s - self._loop.time()
        if left_s <= 0:
            self._fail(TimeoutError("timed out"))
        else:
            self._alarm = self._loop.call_later(left_s, self._look)


def _may_begin(head: bytearray) -> bool:
    """False for what can't become an answer: its end would be waited for in vain."""
    return head[: len(_BEGIN)] == _BEGIN[: len(head)]


def _head_of(head: bytearray) -> tuple[int, int, Mapping[str, str]]:
    """HTTP's minor version, the status and the headers.

    Raises:
        ValueError: when it is not HTTP.
    """
    first, *lines = head.decode("latin-1").replace("\r\n", "\n").split("\n")
    found = _STATUS_LINE.match(first)
    headers: dict[str, str] = {}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon:
            raise ValueError("no answer in HTTP")
        name = name.lower()
        headers[name] = f"{headers[name]}, {value.strip()}" if name in headers else value.strip()
    if found is None:
        raise ValueError("no answer in HTTP")
    return int(found.group(1)), int(found.group(2)), headers


def _length(status: int, headers: Mapping[str, str]) -> int | None:
    """The body's bytes; None where only its end tells.

    Raises:
        ValueError: when it is not HTTP.
    """
    if status in (204, 304):
        return 0
    length = headers.get("content-length")
    codings = _codings(headers)
    if codings or length is None:
        if codings not in ([], ["chunked"]):
            raise ValueError("an answer in a form that nobody asked for")
        return None
    if not length.isdecimal() or len(length) > 18:
        raise ValueError("no answer in HTTP")
    return int(length)


def _codings(headers: Mapping[str, str]) -> list[str]:
    return names_in(headers.get("transfer-encoding", ""))
