"""The general reader: windows of anything GDAL opens, local or remote, by threads and retries."""

from __future__ import annotations

import math
import re
import threading
from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ...cancellation import Cancellation
from ...errors import ReadError
from ...reasons import Reason, cleaned
from ..contract import HEARTBEAT_S, THREADS, Pixels, Read, ReadJob
from ..failures import (
    ForbiddenAddress,
    TimeBudgetExceeded,
    UnexpectedContent,
    failed,
    scrub,
    status_text,
)
from ..file_urls import local_path
from ..http.range_client import ThreadedRangeClient
from ..network import Network
from ..origins import host_of, is_remote
from ..retries import RetryPolicy, TimeBudget, with_retries
from ..shutdown import READING_THREADS
from .backend import RasterBackend, gdal_error_text
from .choice import raster_backend
from .decoding import DecodingSlots
from .options import GDAL_OPTIONS, S3_OPTIONS, network_options
from .thread_endings import register_thread
from .virtual_file import RemoteFile

if TYPE_CHECKING:
    from ..contract import Access, AccessTo
    from ..http.paces import HostPaces

"""For the one kind of file that GDAL fetches itself, as it signs each request with keys."""

_STATUS = re.compile(r"HTTP (?:response|error) code\s*:\s*(\d{3})")
_NAMES = re.compile(r"/vsi(?:curl|s3|pythonfilelike)/[^\s'\"]+")

UNREADABLE = 422
"""HTTP's status for unprocessable content; also for local files: a retry would fail as well."""
RANGES_PER_FILE = 2


@dataclass(frozen=True)
class _RasterReaderState:
    """What all runs of a reader share."""

    network: Network
    client: ThreadedRangeClient
    given: RasterBackend | None
    slots: DecodingSlots

    def backend(self) -> RasterBackend:
        """Chosen when it is needed: that imports GDAL."""
        return self.given or raster_backend()


class RasterReader:
    """Reads with the GDAL of this process; see `contract.Reader`."""

    def __init__(
        self,
        network: Network | None = None,
        *,
        threads: int = THREADS,
        backend: RasterBackend | None = None,
        connections: int | None = None,
        paces: HostPaces | None = None,
    ) -> None:
        """Keep at most `threads` files open at once; `connections` requests to each host."""
        network = network or Network()
        most = connections or RANGES_PER_FILE * threads
        client = ThreadedRangeClient(network, connections=most, paces=paces)
        self._threads = threads
        self._state = _RasterReaderState(network, client, backend, DecodingSlots())

    def close(self) -> None:
        """See `contract.ClosableReader`."""
        self._state.client.close()

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job in order of arrival; see `contract.Reader.read_all`."""
        if not jobs:
            return
        run = _RasterRun(self._state, access, jobs)
        try:
            # Always in threads of our own: rasterio sets options for the whole process when it is
            # called from the main thread, and only for the thread elsewhere.
            for _ in range(self._threads_for(jobs)):
                READING_THREADS().start(run.read_on)
            for _ in jobs:
                yield from _next_of(run.arrived)
        finally:
            run.end()

    def _threads_for(self, jobs: Sequence[ReadJob]) -> int:
        """No more than can be at work."""
        most = min(self._threads, len(jobs))
        waits = any(is_remote(job.asset.href) for job in jobs)
        return most if waits else min(most, self._state.slots.count)


class _RasterRun:
    """One call of `read_all`."""

    def __init__(
        self, state: _RasterReaderState, access: AccessTo, jobs: Sequence[ReadJob]
    ) -> None:
        self._state, self._access = state, access
        self._waiting = deque(jobs)
        self.arrived: SimpleQueue[Future[Read]] = SimpleQueue()
        self.stop = Cancellation()
        self._lock = threading.Lock()
        self._remotes: set[RemoteFile] = set()

    def read_on(self) -> None:
        """In each thread of the run: one job after another, until none waits."""
        register_thread()
        with self.stop.for_this_thread(), suppress(IndexError):
            while not self.stop.is_cancelled:
                self.arrived.put(_outcome(self.read, self._waiting.popleft()))

    def end(self) -> None:
        """Start nothing new, and cancel network requests."""
        self.stop.cancel()
        with self._lock:
            remotes = list(self._remotes)
        for remote in remotes:
            remote.cancel()

    def read(self, job: ReadJob) -> Read:
        """One job; always ends with a `Read`."""
        network = self._state.network
        budget = TimeBudget(network.file_budget_s, left_s=job.left_s)
        try:
            pixels = with_retries(
                lambda access: _READ_BY_SCHEME[_scheme_of(access.url)](self, access, job, budget),
                job.asset,
                self._access,
                policy=RetryPolicy(network, budget),
                stop=self.stop,
            )
            return Read(job, pixels=pixels)
        except Exception as error:  # noqa: BLE001 - the border: no file ends the run of others
            return failed(job, error)

    def _from_disk(self, access: Access, job: ReadJob, _clock: TimeBudget) -> Pixels:
        path = gdal_path(access.url)
        if not _is_file(path):
            raise ReadError(status_text(404), http_status=404)
        try:
            with self._state.slots.taken():
                return self._state.backend().read(path, job.grid, GDAL_OPTIONS, job.asset)
        except ReadError as error:
            words = gdal_error_text(str(error)).replace(path, Path(path).name)
            raise ReadError(words, http_status=UNREADABLE) from error

    def _from_web(self, access: Access, job: ReadJob, budget: TimeBudget) -> Pixels:
        backend, slots = self._state.backend(), self._state.slots
        fetch = partial(self._state.client.fetch, access, budget=budget)
        remote = RemoteFile(fetch, waiting=slots.lent)
        with (
            self._cancellable(remote),
            backend.lent(remote) as (path, options),
            slots.taken(),
        ):
            try:
                pixels = backend.read(path, job.grid, {**GDAL_OPTIONS, **options}, job.asset)
            except ReadError as error:
                raise (
                    remote.failure or UnexpectedContent(_gdal_message(error, access.url, path=path))
                ) from None
        if remote.failure is not None:
            raise remote.failure  # GDAL may go on where bytes are missing
        return replace(pixels, bytes_read=remote.bytes_read)

    def _from_s3(self, access: Access, job: ReadJob, budget: TimeBudget) -> Pixels:
        if not re.fullmatch(r"s3://[^/]+/.+", access.url):
            raise ForbiddenAddress(Reason("an s3 address without a bucket or a name"))
        if budget.left_s <= 0:
            raise TimeBudgetExceeded(host_of(access.url), budget.budget_s)
        path = gdal_path(access.url)
        network = self._state.network
        options = {**GDAL_OPTIONS, **S3_OPTIONS, **network_options(network), **access.options}
        options["CPL_VSIL_CURL_ALLOWED_FILENAME"] = path
        # Nor remembered, content or failure: a list of beginnings, parted by colons.
        options["CPL_VSIL_CURL_NON_CACHED"] = "/vsis3/"
        # In whole seconds; 0 would mean for ever.
        longest_s = min(network.read_timeout_s, budget.left_s)
        options["GDAL_HTTP_TIMEOUT"] = str(max(math.ceil(longest_s), 1))
        try:
            with budget.running():
                return self._state.backend().read(path, job.grid, options, job.asset)
        except ReadError as error:
            found = _STATUS.search(str(error))
            status = int(found.group(1)) if found else None
            words = status_text(status) or _gdal_message(error, access.url, path=path)
            raise ReadError(words, http_status=status) from None

    def _from_unknown_scheme(self, access: Access, job: ReadJob, budget: TimeBudget) -> Pixels:
        raise ForbiddenAddress(
            Reason("no way is known to open {scheme} addresses", scheme=_scheme_of(access.url))
        )

    @contextmanager
    def _cancellable(self, remote: RemoteFile) -> Iterator[None]:
        with self._lock:
            self._remotes.add(remote)
        if self.stop.is_cancelled:
            remote.cancel()
        try:
            yield
        finally:
            with self._lock:
                self._remotes.discard(remote)


_READ_BY_SCHEME: Mapping[str, Callable[[_RasterRun, Access, ReadJob, TimeBudget], Pixels]] = (
    defaultdict(
        lambda: _RasterRun._from_unknown_scheme,
        {
            "": _RasterRun._from_disk,
            "http": _RasterRun._from_web,
            "https": _RasterRun._from_web,
            "s3": _RasterRun._from_s3,
        },
    )
)


def _outcome(read: Callable[[ReadJob], Read], job: ReadJob) -> Future[Read]:
    """Also of a bug: it ends the run, which would wait for ever."""
    outcome: Future[Read] = Future()
    try:
        outcome.set_result(read(job))
    except BaseException as error:  # noqa: BLE001 - raised again where the run is waited for
        outcome.set_exception(error)
    return outcome


def _scheme_of(url: str) -> str:
    """In lower case; empty for a file on the disk."""
    return url.partition("://")[0].lower() if is_remote(url) else ""


def _is_file(path: str) -> bool:
    """A plain one: no FIFO, and no name that only GDAL understands (`/vsicurl/`, `GTIFF_DIR:`)."""
    try:
        return Path(path).is_file()
    except (OSError, ValueError):
        return False


def _gdal_message(error: ReadError, url: str, *, path: str) -> str:
    """GDAL's message without its internal file names: of `path` it may tell the last part alone."""
    name = urlsplit(url).path.rpartition("/")[2] or host_of(url)
    words, inner = gdal_error_text(str(error)), Path(path).name
    return scrub(cleaned(words, lambda text: _NAMES.sub(name, text).replace(inner, name)), url)


def _next_of(arrived: SimpleQueue[Future[Read]]) -> Iterator[Read | None]:
    while True:
        try:
            yield arrived.get(timeout=HEARTBEAT_S).result()
        except Empty:
            yield None
        else:
            return


def gdal_path(url: str) -> str:
    """GDAL's path for a local path or an s3 address."""
    if url.lower().startswith("s3://"):
        return f"/vsis3/{url[5:]}"
    return local_path(url)
