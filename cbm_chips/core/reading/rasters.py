"""The general reader: windows of anything GDAL opens, local or remote, by threads and retries."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ..errors import ReadError, SourceError
from .gdal_choice import RasterBackend, raster_backend
from .jobs import HEARTBEAT_S, Pixels, Read, ReadJob
from .network import RETRIED_STATUSES, Network

if TYPE_CHECKING:
    from .access import Access, AccessTo

THREADS = 16
THREAD_NAME = "cbm-chips-read"

# GDAL's own retries stay off: ours also cover bodies cut short, can be cancelled between tries,
# and clear what GDAL remembers about a failed URL.
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

_QUERY = re.compile(r"(?<=\S)\?[^\s'\"]+")
_STATUS = re.compile(r"HTTP (?:response|error) code\s*:\s*(\d{3})")

STATUS_WORDS: Mapping[int, str] = {
    401: "401, a login is needed",
    403: "403, access refused",
    404: "404, file missing",
    407: "407, the proxy needs a login (see QGIS's network options)",
    410: "410, file gone",
    429: "429, the server asks for fewer requests",
}
BUSY_STATUSES = (429, 503)
POLITE_THREADS = 4
"""A host that asked for patience gets no more reads at once than this, for the reader's life."""
MISSING_STATUSES = (404, 410)
REFUSED_STATUSES = (401, 403)
UNREADABLE = 422
"""HTTP's word for content that makes no sense; for local files, which no retry mends."""

_FAILED: set[str] = set()
"""Paths that failed in any run: GDAL's memory, which outlives the run, is not asked about them."""


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
        self._backend = backend or raster_backend()
        self._few = threading.BoundedSemaphore(POLITE_THREADS)
        self._busy_hosts: set[str] = set()

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
            return Read(job, pixels=self._read_patiently(job, access, stop))
        except ReadError as error:
            return Read(job, error=error)
        except SourceError as error:
            return Read(job, error=ReadError(str(error)))

    def _read_patiently(self, job: ReadJob, access: AccessTo, stop: threading.Event) -> Pixels:
        refused = renewed = False
        delay_s = self._network.retry_delay_s
        further_tries = self._network.retries
        while True:
            way = access(job.asset, renew=refused)
            try:
                return self._read_once(way, job)
            except ReadError as error:
                failure = self._diagnosed(error, way)
            if failure.http_status in BUSY_STATUSES:
                self._busy_hosts.add(_host(way))
            refused = failure.http_status in REFUSED_STATUSES
            if stop.is_set() or not further_tries or not _worth_retrying(failure, renewed):
                raise failure
            renewed = renewed or refused
            if not refused and stop.wait(delay_s):
                raise failure
            delay_s *= 2
            further_tries -= 1

    def _read_once(self, way: Access, job: ReadJob) -> Pixels:
        path = gdal_path(way.url)
        options = {**GDAL_OPTIONS, **self._network.gdal_options(), **way.options}
        if path in _FAILED:
            options.update(self._backend.forget(path))
        try:
            with self._few if _host(way) in self._busy_hosts else nullcontext():
                return self._backend.read(path, job.grid, options)
        except ReadError:
            _FAILED.add(path)
            raise

    def _diagnosed(self, error: ReadError, way: Access) -> ReadError:
        """The error with the HTTP status that GDAL hides, and without the URL's signature."""
        if not is_remote(way.url):
            missing = not Path(gdal_path(way.url)).exists()
            return ReadError(str(error), http_status=404 if missing else UNREADABLE)
        found = _STATUS.search(str(error))
        # Asked without the login, a server would only say that one is needed.
        probed = None if found or way.options else self._probe(way.url)
        status = int(found.group(1)) if found else probed
        words = STATUS_WORDS.get(status or 0, "")
        if not words and status and status >= 400:
            words = f"{status}, the server failed"
        return ReadError(words or _scrub(str(error), way.url), http_status=status)

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


def wait_for_reads(*, timeout_s: float) -> bool:
    """Wait for reads that were given up but still hang in GDAL; False if some remain.

    GDAL can't be interrupted, and a process that takes it down under a reading thread crashes.
    """
    until = time.monotonic() + timeout_s
    for thread in threading.enumerate():
        if thread.name.startswith(THREAD_NAME):
            thread.join(max(until - time.monotonic(), 0.0))
    return not any(thread.name.startswith(THREAD_NAME) for thread in threading.enumerate())


def _next_of(arrived: SimpleQueue[Future[Read]]) -> Iterator[Read | None]:
    while True:
        try:
            yield arrived.get(timeout=HEARTBEAT_S).result()
        except Empty:
            yield None
        else:
            return


def _host(way: Access) -> str:
    return urlsplit(way.url).netloc


def is_remote(url: str) -> bool:
    """True if opening `url` goes over the network."""
    return "://" in url and not url.startswith("file://")


def gdal_path(url: str) -> str:
    """GDAL's path for a URL or a local path."""
    if url.startswith(("http://", "https://")):
        return f"/vsicurl/{url}"
    if url.startswith("s3://"):
        return f"/vsis3/{url[5:]}"
    return url2pathname(urlsplit(url).path) if url.startswith("file://") else url


def _worth_retrying(failure: ReadError, renewed: bool) -> bool:
    status = failure.http_status
    if status in REFUSED_STATUSES:
        return not renewed
    # A file that opens for a plain GET (status 2xx) but not for GDAL was cut short on the way.
    return status is None or status in RETRIED_STATUSES or status < 400


def _scrub(words: str, url: str) -> str:
    plain = re.split(r"[?#]", url, maxsplit=1)[0]
    words = words.replace(url, plain).replace(f"/vsicurl/{plain}", plain.rsplit("/", 1)[-1])
    return _QUERY.sub("", words)
