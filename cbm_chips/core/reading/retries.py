"""What every reader over the network shares: what a status means, and when to try again."""

from __future__ import annotations

import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from ..errors import ReadError
from .network import RETRIED_STATUSES, Network, in_words

if TYPE_CHECKING:
    from ..cancellation import Stop
    from ..model import Asset
    from .access import Access, AccessTo
    from .time_budget import Clock

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
    416: "416, the file has no such part",
    429: "429, the server asks for fewer requests",
}
BUSY_STATUSES = (429, 503)
REFUSED_STATUSES = (401, 403)

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)

_QUERY = re.compile(r"(?<=\S)\?[^\s'\"]+")
_LOGIN = re.compile(r"(?<=://)[^\s/?#'\"]+@")


class Lasting(ReadError):
    """No further try would end otherwise."""


class Refused(Lasting):
    """Not to be done, for safety's sake: no other reader is asked either."""


class Unreachable(ReadError):
    """Nobody is there, or not who he should be."""


class Odd(ReadError):
    """The answer, or the file, is not what it should be."""


class OutOfTime(Lasting):
    """All tries of a file together have taken as long as they may."""

    def __init__(self, host: str, budget_s: float) -> None:
        super().__init__(f"{host} took longer than {budget_s:g} s for one file")


class Busy(ReadError):
    """The server asks for patience.

    Attributes:
        wait_s: for how long, None if it does not say.
    """

    def __init__(self, message: str, *, http_status: int, wait_s: float | None) -> None:
        super().__init__(message, http_status=http_status)
        self.wait_s = wait_s


FURTHER_TRIES: Mapping[type, int] = {Unreachable: 2, Odd: 1}
"""Fewer than `Network.retries` where most often nothing passes: with the waits two seconds."""


class Patience:
    """Whether a failed read is tried again, and when.

    A refusal asks the source for a fresh signature, once; what may pass is tried again after a
    wait that doubles, or as long as the server says, as long as the file's time allows it.
    """

    def __init__(self, network: Network, clock: Clock) -> None:
        """For one read of a file whose time `clock` keeps."""
        self.clock = clock
        self._delay_s = network.retry_delay_s
        self._further_tries = network.retries
        self._seen: Counter[type] = Counter()
        self._has_renewed = False
        self.renew = False
        """The next try wants a fresh signature."""

    def heed(self, way: Access) -> None:
        """How the next try is made."""
        if way.is_single_try:
            self._further_tries = 0

    def wait_s(self, failure: ReadError) -> float:
        """So long before the next try.

        Raises:
            ReadError: `failure`, where no further try is worth it, or there is no time for it.
        """
        self.renew = failure.http_status in REFUSED_STATUSES
        if not self._further_tries or not _worth_retrying(failure, self._has_renewed):
            raise failure
        kind = type(failure)
        self._seen[kind] += 1
        if self._seen[kind] > FURTHER_TRIES.get(kind, self._seen[kind]):
            raise failure
        self._has_renewed = self._has_renewed or self.renew
        self._further_tries -= 1
        return 0.0 if self.renew else self._pause_s(failure)

    def _pause_s(self, failure: ReadError) -> float:
        asked_s = (failure.wait_s if isinstance(failure, Busy) else None) or 0.0
        pause_s = max(asked_s, self._delay_s)
        self._delay_s *= 2
        if pause_s < self.clock.left_s:
            return pause_s
        if asked_s <= self.clock.budget_s:
            raise failure
        raise Lasting(
            f"{failure}, and to wait {in_words(asked_s)}", http_status=failure.http_status
        ) from None


def patiently(
    try_once: Callable[[Access], _Result],
    asset: Asset,
    access: AccessTo,
    *,
    patience: Patience,
    stop: Stop,
) -> _Result:
    """The result of `try_once`, which raises `ReadError` with the status where it fails.

    Raises:
        ReadError: of the last try.
        SourceError: when the source gives no access.
    """
    while True:
        way = access(asset, renew=patience.renew)
        patience.heed(way)
        try:
            return try_once(way)
        except ReadError as error:
            failure = error
        wait_s = patience.wait_s(failure)
        with patience.clock.running():
            if stop.wait(wait_s):
                raise failure


def words_of(status: int | None) -> str:
    """What a failing status means, empty where there is none."""
    if not status or status < 400:
        return ""
    known = STATUS_WORDS.get(status)
    return known or f"{status}, the {'server failed' if status >= 500 else 'request is refused'}"


def is_remote(url: str) -> bool:
    """True if opening `url` goes over the network."""
    return bool(_SCHEME.match(url)) and not url.lower().startswith("file://")


def is_hosts(failure: ReadError) -> bool:
    """It is the host's, and most likely that of its other files as well."""
    return isinstance(failure, Unreachable) or failure.http_status in RETRIED_STATUSES


def scrub(words: str, url: str) -> str:
    """Somebody else's words about `url` without its signature."""
    plain = re.split(r"[?#]", url, maxsplit=1)[0]
    words = words.replace(url, plain).replace(f"/vsicurl/{plain}", plain.rsplit("/", 1)[-1])
    return without_secrets(words)


def without_secrets(words: str) -> str:
    """Words without the logins and queries of addresses in them: a query may be a signature."""
    return _QUERY.sub("", _LOGIN.sub("", words))


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
    if isinstance(failure, Lasting):
        return False
    status = failure.http_status
    if status in REFUSED_STATUSES:
        return not renewed
    # A file that opens for a plain GET (status 2xx) but not for GDAL was cut short on the way.
    return status is None or status in RETRIED_STATUSES or status < 400
