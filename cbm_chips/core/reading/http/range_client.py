"""Byte ranges of files, over HTTP (RFC 9110, section 14) or from the disk: limits, redirects."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter, OrderedDict
from collections.abc import AsyncIterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ReadError
from ...per_process import PerProcess
from ...reasons import Reason
from ..contract import NotWindowed
from ..failures import (
    BUSY_STATUSES,
    ForbiddenAddress,
    HostBusy,
    HostUnreachable,
    PermanentFailure,
    TimeBudgetExceeded,
    UnexpectedContent,
    scrub,
)
from ..file_urls import local_path
from ..network import Network
from ..origins import (
    MOST_REDIRECTS,
    REDIRECTS,
    UnsafeRedirect,
    host_of,
    login_apart,
    may_have_login,
    redirect_target,
)
from .concurrency import AdaptiveLimit, PrioritySemaphore, Rank, SingleFlight
from .connection import HttpResponse
from .content_range import MAX_WHOLE_FILE_BYTES, FileRange, file_range_of, sub_range
from .paces import LONGEST_SLEEP_S, HostPaces, SlowDown
from .pool import ConnectionPool
from .routes import MAX_ERROR_PAGE_BYTES, NoConnection, os_error_text
from .threads import LoopThread

if TYPE_CHECKING:
    from ..contract import Access
    from ..retries import TimeBudget

PRECONNECTIONS = 8
"""Connections opened early, for all hosts together: enough for the first flags, few enough to
leave the processor to the search."""
WHOLE_FILES_BYTES = 128 << 20
WHOLE_FILES_S = 60.0
"""Files fetched as a whole are kept up to this size together, and only for a while, as they may
change."""


class RangeClient:
    """Fetches byte ranges; one for all runs of a reader, for one event loop."""

    def __init__(
        self, network: Network, *, connections: int, paces: HostPaces | None = None
    ) -> None:
        """At most `connections` requests at once to each host; none while its pace says so."""
        self._connections = connections
        self._longest_wait_s = network.file_budget_s
        self._pool = ConnectionPool(network)
        self._paces = paces or HostPaces()
        self._limits: dict[str, AdaptiveLimit] = {}
        self._heard: Counter[str] = Counter()
        self._whole_files = _WholeFiles()

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    async def preconnect(self, origins: Sequence[str]) -> None:
        """Start opening connections to each of `origins` (`https://host`) before the first read."""
        most = min(PRECONNECTIONS, self._connections) // max(len(origins), 1)
        for origin in origins:
            await self._pool.preconnect(origin, most=most)

    async def read(
        self, access: Access, start: int, stop: int, *, rank: Rank, budget: TimeBudget
    ) -> FileRange:
        """The bytes from `start` up to `stop`; smaller ranks are sent first.

        Where a server ignores ranges the whole file is fetched, and kept for a while.

        Raises:
            ReadError: with the server's status, or when it can't be reached.
            NotWindowed: when only GDAL can open it.
        """
        if access.url.lower().startswith("s3://"):
            raise NotWindowed("only GDAL can open it")
        whole = self._whole_files.get(access.url)
        if whole is not None:
            return sub_range(whole, start, stop)
        piece = await self._within_limit(access, (start, stop), rank, budget)
        if piece is not None:
            return piece
        async with self._whole_files.fetching(access.url, rank):
            whole = self._whole_files.get(access.url)
            if whole is None:
                whole = await self._within_limit(access, None, rank, budget)
                if whole is None:
                    raise UnexpectedContent(Reason("the server gives no file"))
                self._whole_files.put(access.url, whole)
        return sub_range(whole, start, stop)

    async def _within_limit(
        self, access: Access, part: tuple[int, int] | None, rank: Rank, budget: TimeBudget
    ) -> FileRange | None:
        """Request within the host's limit; None where only the whole file can be had."""
        host = host_of(access.url)
        limit = self._limit_of(host)
        async with limit.slot(rank):
            await self._turn_of(host)
            sent_in = limit.round
            try:
                piece = await budget.within(self._request(access, part, budget))
            except TimeoutError:
                raise TimeBudgetExceeded(host, budget.budget_s) from None
            except ReadError as error:
                if error.http_status in BUSY_STATUSES:
                    limit.decrease(sent_in)
                    self._note_busy(host, error)
                raise
        limit.increase()
        return piece

    def _limit_of(self, host: str) -> AdaptiveLimit:
        if host not in self._limits:
            self._limits[host] = AdaptiveLimit(self._connections)
        return self._limits[host]

    async def _turn_of(self, host: str) -> None:
        """Wait while the host is not to be asked; ask it less where others were asked to."""
        while wait_s := self._paces.wait_s(host):
            await asyncio.sleep(min(wait_s, LONGEST_SLEEP_S))
        times = self._paces.times_heard(host)
        if times > self._heard[host]:
            self._heard[host] = times
            limit = self._limit_of(host)
            limit.decrease(limit.round)

    def _note_busy(self, host: str, error: ReadError) -> None:
        """All wait; not for what is too long for any file, which then fails at once."""
        asked_s = (error.wait_s if isinstance(error, HostBusy) else None) or 0.0
        wait_s = asked_s if asked_s <= self._longest_wait_s else 0.0
        self._paces.note(SlowDown(host, wait_s))

    async def _request(
        self, access: Access, part: tuple[int, int] | None, budget: TimeBudget
    ) -> FileRange | None:
        home, url_login = login_apart(access.url)
        address, login = home, access.headers or url_login
        headers = {"Accept-Encoding": "identity"}
        if part:
            headers["Range"] = f"bytes={part[0]}-{part[1] - 1}"
        for _ in range(MOST_REDIRECTS + 1):
            # A login is sent to its own origin only.
            own = login if may_have_login(address, home) else {}
            response = await self._get(address, {**headers, **own}, _max_body_bytes(part), budget)
            if response.status not in REDIRECTS:
                return file_range_of(response, part, address)
            try:
                address = redirect_target(address, response.headers.get("location", ""))
            except UnsafeRedirect as error:
                raise ForbiddenAddress(str(error)) from None
        raise PermanentFailure(
            Reason("{host} sends us from one address to the next without end", host=host_of(home))
        )

    async def _get(
        self, url: str, headers: Mapping[str, str], max_body_bytes: int, budget: TimeBudget
    ) -> HttpResponse:
        try:
            return await self._pool.get(
                url, headers, max_body_bytes=max_body_bytes, on_bytes=budget.credit
            )
        except NoConnection as error:
            kind = PermanentFailure if error.is_permanent else HostUnreachable
            raise kind(str(error), http_status=error.http_status) from None
        except OSError as error:
            words = Reason(
                "{host} did not answer: {error}",
                host=host_of(url),
                error=scrub(os_error_text(error), url),
            )
        except ValueError:
            raise ForbiddenAddress(Reason("an address or a login that can't be sent")) from None
        raise ReadError(words)


class _WholeFiles:
    """Files fetched as a whole, kept for a while up to a total size."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[FileRange, float]] = OrderedDict()
        self._single_flight = SingleFlight()
        self._one_at_a_time = PrioritySemaphore(1)

    def get(self, url: str) -> FileRange | None:
        """The file, None if it is not kept."""
        whole, until = self._kept.get(url, (None, 0.0))
        if whole is None or time.monotonic() > until:
            self._kept.pop(url, None)
            return None
        self._kept.move_to_end(url)
        return whole

    def put(self, url: str, whole: FileRange) -> None:
        """Keep it, and evict the least recently used."""
        self._kept[url] = whole, time.monotonic() + WHOLE_FILES_S
        while len(self._kept) > 1 and self._bytes() > WHOLE_FILES_BYTES:
            self._kept.popitem(last=False)

    def _bytes(self) -> int:
        return sum(len(whole.data) for whole, _ in self._kept.values())

    @asynccontextmanager
    async def fetching(self, url: str, rank: Rank) -> AsyncIterator[None]:
        """One fetch at a time, as they are large; within, check first whether it is there now."""
        async with self._single_flight.exclusive(url), self._one_at_a_time.slot(rank):
            yield


def _max_body_bytes(part: tuple[int, int] | None) -> int:
    return part[1] - part[0] + MAX_ERROR_PAGE_BYTES if part else MAX_WHOLE_FILE_BYTES


def read_local(url: str, start: int, stop: int) -> FileRange:
    """The bytes of a local file from `start` up to `stop`.

    Raises:
        NotWindowed: when it can't be opened.
    """
    path = Path(local_path(url))
    try:
        if not path.is_file():
            raise NotWindowed("it can't be opened")  # reading a FIFO would never end
        with path.open("rb", buffering=0) as file:
            size = file.seek(0, 2)
            file.seek(start)
            version = f"{os.fstat(file.fileno()).st_mtime_ns}"
            return FileRange(file.read(stop - start), size, version)
    except (OSError, ValueError) as error:
        raise NotWindowed("it can't be opened") from error


class ThreadedRangeClient:
    """A `RangeClient` for threads, in an event loop of its own; see `LoopThread`."""

    def __init__(
        self, network: Network, *, connections: int, paces: HostPaces | None = None
    ) -> None:
        """See `RangeClient`."""

        def made() -> tuple[LoopThread, RangeClient]:
            client = RangeClient(network, connections=connections, paces=paces)
            return LoopThread(client.close), client

        self._of_process = PerProcess(made)

    def close(self) -> None:
        """Cancel what is being fetched; nothing can be fetched any more."""
        loop_thread, _ = self._of_process()
        loop_thread.close()

    def fetch(
        self, access: Access, start: int, stop: int, *, budget: TimeBudget
    ) -> Future[FileRange]:
        """See `RangeClient.read`; cancelling the future closes the connection."""
        loop_thread, client = self._of_process()
        return loop_thread.start(client.read(access, start, stop, rank=(0,), budget=budget))
