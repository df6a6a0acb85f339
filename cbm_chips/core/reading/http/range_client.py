"""One part of a file: from a server that knows ranges (RFC 9110, section 14), or from the disk."""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from ...errors import ReadError
from ..contract import NotWindowed
from ..network import Network
from ..origins import (
    MOST_REDIRECTS,
    REDIRECTS,
    host_of,
    is_downgrade,
    is_same_origin,
    joined,
    without_login,
)
from ..retries import BUSY_STATUSES, Lasting, Odd, OutOfTime, Refused, Unreachable, scrub
from .adaptive_limit import Pace
from .connection import Answer
from .content_range import LARGEST_WHOLE_BYTES, Piece, part_of, piece_of
from .pool import Lines
from .priority_semaphore import Gate, Rank
from .routes import LONGEST_PAGE_BYTES, NoConnection, words_of_os
from .single_flight import Flights

if TYPE_CHECKING:
    from ..access import Access
    from ..time_budget import Clock

GREETINGS = 8
"""Connections opened ahead, for all hosts together: enough for the first flags, few enough to
leave the processor to the search."""
WHOLES_BYTES = 128 << 20
WHOLES_S = 60.0
"""So much of such files is kept at once, and so long: the file may change."""


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
            return part_of(whole, start, stop)
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
        return part_of(whole, start, stop)

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
                return piece_of(answer, part, address)
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
        return sum(len(whole.data) for whole, _ in self._kept.values())

    @asynccontextmanager
    async def fetching(self, url: str, rank: Rank) -> AsyncIterator[None]:
        """One at a time, as they are large; look first whether it has come meanwhile."""
        async with self._flights.alone(url), self._gate.inside(rank):
            yield


def _most_bytes(part: tuple[int, int] | None) -> int:
    return part[1] - part[0] + LONGEST_PAGE_BYTES if part else LARGEST_WHOLE_BYTES


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
