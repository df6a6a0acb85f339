"""The general reader: windows of anything GDAL opens, local or remote, by threads and retries."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ..errors import ReadError, SourceError
from .gdal_choice import RasterBackend, raster_backend
from .jobs import HEARTBEAT_S, Pixels, Read, ReadJob
from .network import Network
from .patience import (
    BUSY_STATUSES,
    THREAD_NAME,
    host_of,
    is_remote,
    patiently,
    scrub,
    words_of,
)

if TYPE_CHECKING:
    from .access import Access, AccessTo

THREADS = 16

# GDAL's own retries stay off: ours also cover bodies cut short, and can be cancelled in between.
GDAL_OPTIONS: Mapping[str, str] = {
    # No directory listing and no probing for sidecar files: 3 requests a file instead of 5.
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    # A header longer than the default 16 kB would cost another round trip.
    "GDAL_INGESTED_BYTES_AT_OPEN": "32768",
    # Neighbouring blocks of one row in one request.
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": "YES",
    # A trickle slower than this for this long counts as stalled.
    "GDAL_HTTP_LOW_SPEED_TIME": "10",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "1000",
    # One window a file: a cache per handle gains nothing.
    "VSI_CACHE": "FALSE",
    # Shared by all threads of the process; too small reads blocks twice.
    "CPL_VSIL_CURL_CACHE_SIZE": "134217728",
    # Never write .aux.xml files.
    "GDAL_PAM_ENABLED": "NO",
}

_STATUS = re.compile(r"HTTP (?:response|error) code\s*:\s*(\d{3})")

POLITE_THREADS = 4
"""A host that asked for patience gets no more reads at once than this, for the reader's life."""
UNREADABLE = 422
"""HTTP's word for content that makes no sense; for local files, which no retry mends."""


class RasterReader:
    """Reads with the GDAL of this process; see `jobs.Reader`."""

    def __init__(
        self,
        network: Network | None = None,
        *,
        threads: int = THREADS,
        backend: RasterBackend | None = None,
    ) -> None:
        """Keep at most `threads` files open at once."""
        self._network = network or Network()
        self._threads = threads
        self._given_backend = backend
        self._few = threading.BoundedSemaphore(POLITE_THREADS)
        self._busy_hosts: set[str] = set()

    @cached_property
    def _backend(self) -> RasterBackend:
        """Chosen when it is needed: that imports GDAL."""
        return self._given_backend or raster_backend()

    def read_all(self, jobs: Sequence[ReadJob], access: AccessTo) -> Iterator[Read | None]:
        """One `Read` per job in order of arrival; see `jobs.Reader.read_all`."""
        if not jobs:
            return
        stop = threading.Event()
        # Always in threads of our own: rasterio sets options for the whole process when it is
        # called from the main thread, and only for the thread elsewhere.
        pool = ThreadPoolExecutor(min(self._threads, len(jobs)), thread_name_prefix=THREAD_NAME)
        try:
            arrived: SimpleQueue[Future[Read]] = SimpleQueue()
            for job in jobs:
                pool.submit(self._read_one, job, access, stop).add_done_callback(arrived.put)
            for _ in jobs:
                yield from _next_of(arrived)
        finally:
            stop.set()
            pool.shutdown(wait=False, cancel_futures=True)

    def _read_one(self, job: ReadJob, access: AccessTo, stop: threading.Event) -> Read:
        try:
            pixels = patiently(
                lambda way: self._try_once(way, job),
                job.asset,
                access,
                network=self._network,
                stop=stop,
            )
            return Read(job, pixels=pixels)
        except ReadError as error:
            return Read(job, error=error)
        except SourceError as error:
            return Read(job, error=ReadError(str(error)))

    def _try_once(self, way: Access, job: ReadJob) -> Pixels:
        try:
            return self._read_once(way, job)
        except ReadError as error:
            failure = self._diagnosed(error, way)
        if failure.http_status in BUSY_STATUSES:
            self._busy_hosts.add(host_of(way.url))
        raise failure

    def _read_once(self, way: Access, job: ReadJob) -> Pixels:
        path = gdal_path(way.url)
        if not is_remote(way.url) and not Path(path).is_file():
            # Nor is a name that only GDAL understands (`/vsicurl/...`, `GTIFF_DIR:...`) a file.
            raise ReadError(words_of(404), http_status=404)
        options = {**GDAL_OPTIONS, **self._network.gdal_options(), **way.options}
        if is_remote(way.url):
            options.update(self._backend.forget(path))
        with self._few if host_of(way.url) in self._busy_hosts else nullcontext():
            return self._backend.read(path, job.grid, options, job.asset)

    def _diagnosed(self, error: ReadError, way: Access) -> ReadError:
        """The error with the HTTP status that GDAL hides, and without the URL's signature."""
        if not is_remote(way.url):
            return ReadError(str(error), http_status=error.http_status or UNREADABLE)
        found = _STATUS.search(str(error))
        # Asked without the login, a server would only say that one is needed.
        probed = None if found or way.options else self._probe(way.url)
        status = int(found.group(1)) if found else probed
        words = words_of(status) or scrub(str(error), way.url)
        return ReadError(words, http_status=status)

    def _probe(self, url: str) -> int | None:
        """The status a plain request for the first bytes gets; None if nobody answers."""
        import requests

        head = {"Range": "bytes=0-63"}
        with replace(self._network, retries=0).session() as session:
            try:
                with session.get(url, headers=head, stream=True) as answer:
                    return answer.status_code
            except requests.RequestException:
                return None


def _next_of(arrived: SimpleQueue[Future[Read]]) -> Iterator[Read | None]:
    while True:
        try:
            yield arrived.get(timeout=HEARTBEAT_S).result()
        except Empty:
            yield None
        else:
            return


def gdal_path(url: str) -> str:
    """GDAL's path for a URL or a local path."""
    if url.startswith(("http://", "https://")):
        return f"/vsicurl/{url}"
    if url.startswith("s3://"):
        return f"/vsis3/{url[5:]}"
    return url2pathname(urlsplit(url).path) if url.startswith("file://") else url
