"""What every reader over the network shares: what a status means, and when to try again."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from ..errors import ReadError
from .network import LONGEST_WAIT_S, RETRIED_STATUSES, Network

if TYPE_CHECKING:
    from ..model import Asset
    from .access import Access, AccessTo

_Result = TypeVar("_Result")

THREAD_NAME = "cbm-chips-read"
SEARCH_THREAD_NAME = "cbm-chips-search"
LONGEST_GOODBYE_OF_SEARCH_S = 1.0
FAREWELL = threading.Event()
"""Set while somebody waits for the threads to end: what is only good for later is left undone."""

STATUS_WORDS: Mapping[int, str] = {
    401: "401, a login is needed",
    403: "403, access refused",
    404: "404, file missing",
    407: "407, the proxy needs a login (see QGIS's network options)",
    410: "410, file gone",
    429: "429, the server asks for fewer requests",
}
BUSY_STATUSES = (429, 503)
MISSING_STATUSES = (404, 410)
REFUSED_STATUSES = (401, 403)

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_QUERY = re.compile(r"(?<=\S)\?[^\s'\"]+")


class Busy(ReadError):
    """The server asks for patience.

    Attributes:
        wait_s: for how long, None if it does not say.
    """

    def __init__(self, message: str, *, http_status: int, wait_s: float | None) -> None:
        super().__init__(message, http_status=http_status)
        self.wait_s = wait_s


class Patience:
    """Whether a failed read is tried again, and when.

    A refusal asks the source for a fresh signature, once; what may pass is tried again after a
    wait that doubles, or as long as the server says.
    """

    def __init__(self, network: Network) -> None:
        """For one read."""
        self._delay_s = network.retry_delay_s
        self._further_tries = network.retries
        self._has_renewed = False
        self.renew = False
        """The next try wants a fresh signature."""

    def heed(self, way: Access) -> None:
        """How the next try is made."""
        if way.is_long_shot:
            self._further_tries = 0

    def wait_s(self, failure: ReadError) -> float:
        """So long before the next try.

        Raises:
            ReadError: `failure`, where no further try is worth it.
        """
        self.renew = failure.http_status in REFUSED_STATUSES
        if not self._further_tries or not _worth_retrying(failure, self._has_renewed):
            raise failure
        self._has_renewed = self._has_renewed or self.renew
        asked_s = failure.wait_s if isinstance(failure, Busy) else None
        delay_s = self._delay_s
        self._delay_s *= 2
        self._further_tries -= 1
        if self.renew:
            return 0.0
        return delay_s if asked_s is None else min(max(asked_s, delay_s), LONGEST_WAIT_S)


def patiently(
    try_once: Callable[[Access], _Result],
    asset: Asset,
    access: AccessTo,
    *,
    network: Network,
    stop: threading.Event,
) -> _Result:
    """The result of `try_once`, which raises `ReadError` with the status where it fails.

    Raises:
        ReadError: of the last try.
        SourceError: when the source gives no access.
    """
    patience = Patience(network)
    while True:
        way = access(asset, renew=patience.renew)
        patience.heed(way)
        try:
            return try_once(way)
        except ReadError as error:
            failure = error
        wait_s = patience.wait_s(failure)
        if stop.wait(wait_s):
            raise failure


def words_of(status: int | None) -> str:
    """What a failing status means, empty where there is none."""
    if not status or status < 400:
        return ""
    return STATUS_WORDS.get(status) or f"{status}, the server failed"


def host_of(url: str) -> str:
    """Host and port, empty for a path."""
    return urlsplit(url).netloc


def is_remote(url: str) -> bool:
    """True if opening `url` goes over the network."""
    return bool(_SCHEME.match(url)) and not url.startswith("file://")


def scrub(words: str, url: str) -> str:
    """Somebody else's words about `url` without its signature."""
    plain = re.split(r"[?#]", url, maxsplit=1)[0]
    words = words.replace(url, plain).replace(f"/vsicurl/{plain}", plain.rsplit("/", 1)[-1])
    return _QUERY.sub("", words)


def wait_for_reads(*, timeout_s: float) -> bool:
    """Wait for reads that were given up but still hang in GDAL; False if some remain.

    GDAL can't be interrupted, and a process that takes it down under a reading thread crashes.
    A search that was given up ends at once, but where a name service is silent: it does no harm.
    """
    until = time.monotonic() + timeout_s
    until_search = min(until, time.monotonic() + LONGEST_GOODBYE_OF_SEARCH_S)
    FAREWELL.set()
    try:
        for thread in threading.enumerate():
            if thread.name.startswith(THREAD_NAME):
                thread.join(max(until - time.monotonic(), 0.0))
            elif thread.name.startswith(SEARCH_THREAD_NAME):
                thread.join(max(until_search - time.monotonic(), 0.0))
    finally:
        FAREWELL.clear()
    return not any(thread.name.startswith(THREAD_NAME) for thread in threading.enumerate())


def _worth_retrying(failure: ReadError, renewed: bool) -> bool:
    status = failure.http_status
    if status in REFUSED_STATUSES:
        return not renewed
    # A file that opens for a plain GET (status 2xx) but not for GDAL was cut short on the way.
    return status is None or status in RETRIED_STATUSES or status < 400
