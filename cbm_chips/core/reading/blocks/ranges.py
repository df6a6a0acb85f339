"""One part of a file: from a server that knows ranges (RFC 9110, section 14), or from the disk."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit
from urllib.request import url2pathname

from ...errors import ReadError
from ..network import Network
from ..patience import BUSY_STATUSES, Busy, host_of, scrub, words_of
from .exchange import Answer
from .file_bytes import NotWindowed
from .gate import Rank
from .lines import Lines, origin_of
from .pace import Pace
from .ways import LONGEST_PAGE_BYTES, TunnelRefused

if TYPE_CHECKING:
    from ..access import Access

GREETINGS = 8
"""Connections opened ahead, for all hosts together: enough for the first flags, few enough to
leave the processor to the search."""
PARTIAL = 206
REDIRECTS = (301, 302, 303, 307, 308)
MOST_REDIRECTS = 5
LONGEST_WORD = 256

_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")
_HEADER = re.compile(r"([\w-]+): ?([^\r\n]+)")


@dataclass(frozen=True)
class Piece:
    """Bytes of a file.

    Attributes:
        data: from the start asked for; shorter than asked only where the file ends.
        size_bytes: of the whole file, None if the server keeps it to itself.
        version: changes with the file's content; empty if nothing says so.
    """

    data: bytes | memoryview
    size_bytes: int | None
    version: str


class Ranges:
    """Fetches parts of files; one for all runs of a reader, for one event loop."""

    def __init__(self, network: Network, *, connections: int) -> None:
        """Ask no host for more than `connections` parts at once."""
        self._connections = connections
        self._lines = Lines(network)
        self._paces: dict[str, Pace] = {}

    def close(self) -> None:
        """Hang up."""
        self._lines.close()

    async def greet(self, origins: Sequence[str]) -> None:
        """Open some connections to each of `origins`, ahead of the first question."""
        most = min(GREETINGS, self._connections) // max(len(origins), 1)
        for origin in origins:
            await self._lines.greet(origin, most=most)

    async def read(self, way: Access, start: int, stop: int, *, rank: Rank) -> Piece:
        """The bytes from `start` up to `stop`; the smaller the rank, the sooner its turn comes.

        Raises:
            ReadError: with the server's status, or when it can't be reached.
            NotWindowed: when the server has no ranges, or answers oddly.
        """
        headers = headers_of(way)
        if headers is None:
            raise NotWindowed("only GDAL can open it")
        host = host_of(way.url)
        if host not in self._paces:
            self._paces[host] = Pace(self._connections)
        pace = self._paces[host]
        async with pace.slot(rank):
            sent_in = pace.round
            try:
                piece = await self._ask(way.url, start, stop, headers)
            except ReadError as error:
                if error.http_status in BUSY_STATUSES:
                    pace.slower(sent_in)
                raise
        pace.faster()
        return piece

    async def _ask(self, url: str, start: int, stop: int, login: Mapping[str, str]) -> Piece:
        asked = {"Range": f"bytes={start}-{stop - 1}", "Accept-Encoding": "identity"}
        address = url
        for _ in range(MOST_REDIRECTS + 1):
            # A login goes to the host it is meant for, and to no other.
            mine = login if origin_of(address) == origin_of(url) else {}
            piece, elsewhere = await self._ask_once(address, (start, stop), {**asked, **mine})
            if piece is not None:
                return piece
            address = _followed(address, elsewhere)
        raise NotWindowed("sent from one address to the next without end")

    async def _ask_once(
        self, url: str, part: tuple[int, int], headers: Mapping[str, str]
    ) -> tuple[Piece | None, str]:
        """The piece, or the address where it is."""
        start, stop = part
        most_bytes = stop - start + LONGEST_PAGE_BYTES
        try:
            answer = await self._lines.get(url, headers, most_bytes=most_bytes)
        except TunnelRefused as refusal:
            status: int | None = refusal.http_status
            words = words_of(status) or str(refusal)
        except OSError as error:
            status, words = None, _silence(error, url)
        else:
            if answer.status in REDIRECTS:
                return None, answer.headers.get("location", "")
            return _piece(answer, part), ""
        raise ReadError(words, http_status=status)


def headers_of(way: Access) -> Mapping[str, str] | None:
    """The login among GDAL's options as headers; None where there are others."""
    options = dict(way.options)
    if not options:
        return {}
    words = options.pop("GDAL_HTTP_HEADERS", "")
    userpwd = options.pop("GDAL_HTTP_USERPWD", "")
    is_basic = options.pop("GDAL_HTTP_AUTH", "BASIC") == "BASIC"
    header = _HEADER.fullmatch(words)
    if options or not is_basic or bool(words) == bool(userpwd) or (words and not header):
        return None
    if header:
        return {header.group(1): header.group(2)}
    from base64 import b64encode

    return {"Authorization": f"Basic {b64encode(userpwd.encode()).decode()}"}


def local_path(url: str) -> str:
    """The path behind a path or a `file://` URL."""
    return url2pathname(urlsplit(url).path) if url.startswith("file://") else url


def read_local(url: str, start: int, stop: int) -> Piece:
    """The bytes of a file on the disk.

    Raises:
        NotWindowed: when it can't be opened.
    """
    path = Path(local_path(url))
    try:
        if not path.is_file():
            raise NotWindowed("it can't be opened")  # a FIFO would keep us for ever
        with path.open("rb", buffering=0) as file:
            size = file.seek(0, 2)
            file.seek(start)
            return Piece(file.read(stop - start), size, f"{os.fstat(file.fileno()).st_mtime_ns}")
    except (OSError, ValueError) as error:
        raise NotWindowed("it can't be opened") from error


def _piece(answer: Answer, part: tuple[int, int]) -> Piece:
    """The bytes of an answer that is what was asked for."""
    status, headers = answer.status, answer.headers
    if status >= 400:
        raise _refusal(status, headers)
    found = _CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
    encoding = headers.get("content-encoding", "identity")
    if status != PARTIAL or found is None or encoding != "identity":
        raise NotWindowed("the server has no ranges")
    first, last = int(found.group(1)), int(found.group(2))
    size = None if found.group(3) == "*" else int(found.group(3))
    start, stop = part
    is_whole = last == stop - 1 or (size is not None and last == size - 1 < stop)
    if first != start or not is_whole or answer.body is None:
        raise NotWindowed("the server sends another part of the file")
    if len(answer.body) != last + 1 - first:
        raise NotWindowed("the server sends another part of the file")
    return Piece(answer.body, size, _version(headers))


def _refusal(status: int, headers: Mapping[str, str]) -> ReadError:
    words = words_of(status)
    if status in BUSY_STATUSES:
        return Busy(words, http_status=status, wait_s=_retry_after(headers.get("retry-after", "")))
    return ReadError(words, http_status=status)


def _retry_after(words: str) -> float | None:
    """Seconds; servers send them, or a date."""
    if words.isdecimal():
        return float(words[:9])
    try:
        when = parsedate_to_datetime(words)
    except (TypeError, ValueError):
        return None
    from datetime import datetime

    return max((when - datetime.now(when.tzinfo)).total_seconds(), 0.0)


def _version(headers: Mapping[str, str]) -> str:
    return (headers.get("etag") or headers.get("last-modified") or "")[:LONGEST_WORD]


def _followed(url: str, location: str) -> str:
    """Where a redirect leads; from https never to plain http."""
    try:
        there = urljoin(url, location)
        scheme = urlsplit(there).scheme
    except ValueError:
        raise NotWindowed("a redirect to nowhere") from None
    if not location or scheme not in ("http", "https"):
        raise NotWindowed("a redirect to nowhere")
    if url.startswith("https") and scheme != "https":
        raise NotWindowed("a redirect away from https")
    return there


def _silence(error: OSError, url: str) -> str:
    """Why nobody answers."""
    words = error.strerror or str(error) or type(error).__name__
    if isinstance(error, ConnectionError) and error.errno:
        words = os.strerror(error.errno)  # asyncio puts its own words in their place
    return f"{host_of(url)} did not answer: {scrub(words, url)}"
