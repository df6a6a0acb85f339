"""One part of a file: from a server that knows ranges (RFC 9110, section 14), or from the disk."""

from __future__ import annotations

import os
import re
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from ...errors import ReadError
from ..network import Network, retry_after_s
from ..origins import (
    MOST_REDIRECTS,
    REDIRECTS,
    host_of,
    is_downgrade,
    is_same_origin,
    joined,
    without_login,
)
from ..patience import (
    BUSY_STATUSES,
    Busy,
    Lasting,
    Odd,
    OutOfTime,
    Refused,
    Unreachable,
    scrub,
    words_of,
)
from .bodies import decoded
from .exchange import Answer
from .file_bytes import NotWindowed
from .flights import Flights
from .gate import Gate, Rank
from .lines import Lines
from .pace import Pace
from .ways import LONGEST_PAGE_BYTES, NoConnection, words_of_os

if TYPE_CHECKING:
    from ..access import Access
    from ..clock import Clock

GREETINGS = 8
"""Connections opened ahead, for all hosts together: enough for the first flags, few enough to
leave the processor to the search."""
PARTIAL, WHOLE, NO_SUCH_PART = 206, 200, 416
LONGEST_WORD = 256
LARGEST_WHOLE_BYTES = 128 << 20
"""A file of a server without ranges is fetched whole up to this size."""
WHOLES_BYTES = 128 << 20
WHOLES_S = 60.0
"""So much of such files is kept at once, and so long: the file may change."""

_CONTENT_RANGE = re.compile(
    r"bytes[ \t]+(\d{1,18})[ \t]*-[ \t]*(\d{1,18})[ \t]*/[ \t]*(\d{1,18}|\*)", re.IGNORECASE
)
_MAGIC = (b"II", b"MM", b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51")
"""What TIFF and JPEG 2000 begin with."""
_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)


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

    def part(self, start: int, stop: int) -> Piece:
        """Of a whole file."""
        return Piece(memoryview(self.data)[start:stop], self.size_bytes, self.version)


class Ranges:
    """Fetches parts of files; one for all runs of a reader, for one event loop."""

    def __init__(self, network: Network, *, connections: int) -> None:
        """Ask no host for more than `connections` parts at once."""
        self._connections = connections
        self._lines = Lines(network)
        self._paces: dict[str, Pace] = {}
        self._wholes = _Wholes()

    def close(self) -> None:
        """Hang up."""
        self._lines.close()

    async def greet(self, origins: Sequence[str]) -> None:
        """Open some connections to each of `origins`, ahead of the first question."""
        most = min(GREETINGS, self._connections) // max(len(origins), 1)
        for origin in origins:
            await self._lines.greet(origin, most=most)

    async def read(self, way: Access, start: int, stop: int, *, rank: Rank, clock: Clock) -> Piece:
        """The bytes from `start` up to `stop`; the smaller the rank, the sooner its turn comes.

        A file that the server gives as a whole only is fetched whole, and kept for a while.

        Raises:
            ReadError: with the server's status, or when it can't be reached.
            NotWindowed: when only GDAL can open it.
        """
        if way.url.lower().startswith("s3://"):
            raise NotWindowed("only GDAL can open it")
        whole = self._wholes.get(way.url)
        if whole is not None:
            return _part_of(whole, start, stop)
        piece = await self._in_turn(way, (start, stop), rank, clock)
        if piece is not None:
            return piece
        async with self._wholes.fetching(way.url, rank):
            whole = self._wholes.get(way.url)
            if whole is None:
                whole = await self._in_turn(way, None, rank, clock)
                if whole is None:
                    raise Odd("the server gives no file")
                self._wholes.put(way.url, whole)
        return _part_of(whole, start, stop)

    async def _in_turn(
        self, way: Access, part: tuple[int, int] | None, rank: Rank, clock: Clock
    ) -> Piece | None:
        """Ask when the host has room for it; None where the part can't be had without all."""
        host = host_of(way.url)
        if host not in self._paces:
            self._paces[host] = Pace(self._connections)
        pace = self._paces[host]
        async with pace.slot(rank):
            sent_in = pace.round
            try:
                piece = await clock.within(self._ask(way, part, clock))
            except TimeoutError:
                raise OutOfTime(host, clock.budget_s) from None
            except ReadError as error:
                if error.http_status in BUSY_STATUSES:
                    pace.slower(sent_in)
                raise
        pace.faster()
        return piece

    async def _ask(self, way: Access, part: tuple[int, int] | None, clock: Clock) -> Piece | None:
        address, login = _login_apart(way)
        home = address
        asked = {"Accept-Encoding": "identity"}
        if part:
            asked["Range"] = f"bytes={part[0]}-{part[1] - 1}"
        for _ in range(MOST_REDIRECTS + 1):
            # A login goes to the host it is meant for, and to no other.
            mine = login if is_same_origin(address, home) else {}
            answer = await self._ask_once(address, {**asked, **mine}, _most_bytes(part), clock)
            if answer.status not in REDIRECTS:
                return _piece(answer, part, address)
            address = _followed(address, answer.headers.get("location", ""))
        raise Lasting(f"{host_of(home)} sends us from one address to the next without end")

    async def _ask_once(
        self, url: str, headers: Mapping[str, str], most_bytes: int, clock: Clock
    ) -> Answer:
        try:
            return await self._lines.get(url, headers, most_bytes=most_bytes, heard=clock.earn)
        except NoConnection as error:
            kind = Lasting if error.is_lasting else Unreachable
            raise kind(str(error), http_status=error.http_status) from None
        except OSError as error:
            words = f"{host_of(url)} did not answer: {scrub(words_of_os(error), url)}"
        except ValueError:
            raise Refused("an address or a login that can't be sent") from None
        raise ReadError(words)


class _Wholes:
    """Files that their servers give as a whole only, as many as there is room for, for a while."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Piece, float]] = OrderedDict()
        self._flights = Flights()
        self._gate = Gate(1)

    def get(self, url: str) -> Piece | None:
        """All of the file, if it is there."""
        whole, until = self._kept.get(url, (None, 0.0))
        if whole is None or time.monotonic() > until:
            self._kept.pop(url, None)
            return None
        self._kept.move_to_end(url)
        return whole

    def put(self, url: str, whole: Piece) -> None:
        """Keep it, and let go of those that were not wanted for longest."""
        self._kept[url] = whole, time.monotonic() + WHOLES_S
        while len(self._kept) > 1 and self._bytes() > WHOLES_BYTES:
            self._kept.popitem(last=False)

    def _bytes(self) -> int:
        return sum(_size(whole) for whole, _ in self._kept.values())

    @asynccontextmanager
    async def fetching(self, url: str, rank: Rank) -> AsyncIterator[None]:
        """One at a time, as they are large; look first whether it has come meanwhile."""
        async with self._flights.alone(url), self._gate.inside(rank):
            yield


def _size(piece: Piece) -> int:
    return len(piece.data)


def _most_bytes(part: tuple[int, int] | None) -> int:
    return part[1] - part[0] + LONGEST_PAGE_BYTES if part else LARGEST_WHOLE_BYTES


def _part_of(whole: Piece, start: int, stop: int) -> Piece:
    if start >= _size(whole):
        raise Odd("the file is empty" if not start else "the file is shorter than it should be")
    return whole.part(start, stop)


def _login_apart(way: Access) -> tuple[str, Mapping[str, str]]:
    """The address without the login in it, and the headers that stand for it."""
    plain = without_login(way.url)
    if plain == way.url or way.headers:
        return plain, way.headers
    from base64 import b64encode

    login = unquote(urlsplit(way.url).netloc.rpartition("@")[0])
    return plain, {"Authorization": f"Basic {b64encode(login.encode()).decode()}"}


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


def _piece(answer: Answer, part: tuple[int, int] | None, url: str) -> Piece | None:
    """The bytes of an answer that is what was asked for; None where only all can be had.

    Raises:
        ReadError: when it is something else.
    """
    status, headers = answer.status, answer.headers
    if status == NO_SUCH_PART and part and not part[0]:
        raise Odd("the file is empty", http_status=status)
    if status >= 400:
        raise _refusal(status, headers)
    if _is_page(answer):
        raise Odd(f"{host_of(url)} gives a web page in place of the file")
    if status == WHOLE:
        return _whole(answer, part, url)
    found = _CONTENT_RANGE.fullmatch(headers.get("content-range", ""))
    if status != PARTIAL or found is None or part is None or answer.body is None:
        raise Odd(f"{host_of(url)} does not say which part of the file it gives")
    first, last = int(found.group(1)), int(found.group(2))
    size = None if found.group(3) == "*" else int(found.group(3))
    start, stop = part
    is_whole = last == stop - 1 or (size is not None and last == size - 1 < stop)
    is_sound = first <= last and (size is None or last < size)
    if first != start or not is_sound or not is_whole:
        raise Odd(f"{host_of(url)} gives another part of the file than asked for")
    data = _unpacked(answer, answer.body, last + 1 - first, url)
    if len(data) != last + 1 - first:
        raise Odd(f"{host_of(url)} gives another part of the file than asked for")
    return Piece(data, size, _version(headers))


def _whole(answer: Answer, part: tuple[int, int] | None, url: str) -> Piece | None:
    """The part of a file that came as a whole; None where it is too long to have come along."""
    if answer.body is None:
        if part is None:
            raise Lasting(
                f"{host_of(url)} gives files as a whole only, and this one is larger than "
                f"{LARGEST_WHOLE_BYTES >> 20} MB"
            )
        return None
    data = _unpacked(answer, answer.body, LARGEST_WHOLE_BYTES, url)
    whole = Piece(data, len(data), _version(answer.headers))
    return whole if part is None else _part_of(whole, *part)


def _unpacked(answer: Answer, body: memoryview, most_bytes: int, url: str) -> memoryview:
    try:
        coding = answer.headers.get("content-encoding", "")
        return decoded(body, coding, most_bytes=most_bytes)
    except ValueError as error:
        raise Odd(f"what {host_of(url)} gives can't be used: {error}") from None


def _is_page(answer: Answer) -> bool:
    """Whatever its status; some servers call everything a page, so the first bytes count more."""
    begin = b"" if answer.body is None else bytes(answer.body[:64])
    calls_itself_so = "html" in answer.headers.get("content-type", "").lower()
    is_file = answer.status == PARTIAL or begin.startswith(_MAGIC)
    return bool(_PAGE.match(begin)) or (calls_itself_so and not is_file)


def _refusal(status: int, headers: Mapping[str, str]) -> ReadError:
    words = words_of(status)
    if status in BUSY_STATUSES:
        return Busy(words, http_status=status, wait_s=retry_after_s(headers.get("retry-after", "")))
    return ReadError(words, http_status=status)


def _version(headers: Mapping[str, str]) -> str:
    return (headers.get("etag") or headers.get("last-modified") or "")[:LONGEST_WORD]


def _followed(url: str, location: str) -> str:
    """Where a redirect leads; from https never to plain http.

    Raises:
        Refused: when it is not to be followed.
    """
    there = joined(url, location)
    if is_downgrade(url, there):
        raise Refused(f"{host_of(url)} sends us away from https")
    if not location or not there.lower().startswith(("http://", "https://")):
        raise Refused(f"{host_of(url)} sends us to something that is no web address")
    return there
