"""Failures of a read: their kinds, messages without secrets, and the failed `Read` of a job."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping

from ..errors import ChipsError, ReadError
from ..reasons import Reason, cleaned
from .contract import Read, ReadJob
from .network import RETRIED_STATUSES

LOG = logging.getLogger(__name__)

STATUS_TEXTS: Mapping[int, str] = {
    401: Reason("401, a login is needed"),
    403: Reason("403, access refused"),
    404: Reason("404, file missing"),
    407: Reason("407, the proxy needs a login (see QGIS's network options)"),
    410: Reason("410, file gone"),
    416: Reason("416, the file has no such part"),
    429: Reason("429, the server asks for fewer requests"),
}
BUSY_STATUSES = (429, 503)
REFUSED_STATUSES = (401, 403)

_QUERY = re.compile(r"(?<=\S)\?[^\s'\"]+")
_LOGIN = re.compile(r"(?<=://)[^\s/?#'\"]+@")


class PermanentFailure(ReadError):
    """A retry would fail as well."""


class ForbiddenAddress(PermanentFailure):
    """Not opened for security reasons, by no reader."""


class ReaderClosed(PermanentFailure):
    """The reader was closed before or while it read."""

    def __init__(self) -> None:
        super().__init__("the reader is closed")


class HostUnreachable(ReadError):
    """The host can't be connected to, or its certificate is not trusted."""


class UnexpectedContent(ReadError):
    """The response or the file is not what it should be."""


class TimeBudgetExceeded(PermanentFailure):
    """All tries of a file together took longer than `Network.file_budget_s`."""

    def __init__(self, host: str, budget_s: float) -> None:
        super().__init__(
            Reason(
                "{host} took longer than {budget_s:g} s for one file", host=host, budget_s=budget_s
            )
        )


class HostBusy(ReadError):
    """The server asks for fewer requests.

    Attributes:
        wait_s: its Retry-After in seconds, None without one.
    """

    def __init__(self, message: str, *, http_status: int, wait_s: float | None) -> None:
        super().__init__(message, http_status=http_status)
        self.wait_s = wait_s


def failed(job: ReadJob, error: Exception) -> Read:
    """The failed `Read` of a job; an error that is no `ChipsError` is a bug and is logged."""
    if isinstance(error, ReadError):
        return Read(job, error=error)
    if isinstance(error, ChipsError):
        return Read(job, error=ReadError(str(error)))
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    LOG.error("%s: a mistake while reading\n%s", job.asset.band, without_secrets("".join(lines)))
    if isinstance(error, MemoryError):
        return Read(job, error=ReadError(Reason("there is too little memory to read it")))
    name = type(error).__name__
    return Read(
        job,
        error=ReadError(Reason("a mistake while reading ({kind}); the log tells more", kind=name)),
    )


def status_text(status: int | None) -> str:
    """Meaning of a failing status for people; empty below 400."""
    if not status or status < 400:
        return ""
    if status in STATUS_TEXTS:
        return STATUS_TEXTS[status]
    if status >= 500:
        return Reason("{status}, the server failed", status=status)
    return Reason("{status}, the request is refused", status=status)


def is_host_failure(failure: ReadError) -> bool:
    """True if the host's other files most likely fail as well."""
    return isinstance(failure, HostUnreachable) or failure.http_status in RETRIED_STATUSES


def scrub(words: str, url: str) -> str:
    """A library's message about `url` without its signature."""
    address = re.split(r"[?#]", url, maxsplit=1)[0]
    name = address.rsplit("/", 1)[-1]
    plain = cleaned(words, lambda text: text.replace(url, address))
    return without_secrets(cleaned(plain, lambda text: text.replace(f"/vsicurl/{address}", name)))


def without_secrets(words: str) -> str:
    """A message without logins and queries of URLs in it: a query may be a signature."""
    return cleaned(words, lambda text: _QUERY.sub("", _LOGIN.sub("", text)))
