"""The bytes of a file in an HTTP response (RFC 9110, section 14), or the failure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import ReadError
from ...reasons import Reason
from ..failures import BUSY_STATUSES, HostBusy, PermanentFailure, UnexpectedContent, status_text
from ..network import retry_after_s
from ..origins import host_of
from .chunked_body import decoded

if TYPE_CHECKING:
    from .connection import HttpResponse

PARTIAL, WHOLE, NO_SUCH_PART = 206, 200, 416
MAX_VERSION_CHARS = 256
MAX_WHOLE_FILE_BYTES = 128 << 20
"""A file of a server without ranges is fetched whole up to this size."""
_CONTENT_RANGE = re.compile(
    r"bytes[ \t]+(\d{1,18})[ \t]*-[ \t]*(\d{1,18})[ \t]*/[ \t]*(\d{1,18}|\*)", re.IGNORECASE
)
_MAGIC = (b"II", b"MM", b"\0\0\0\x0cjP", b"\xff\x4f\xff\x51")
"""First bytes of TIFF and JPEG 2000."""
_PAGE = re.compile(rb"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)


@dataclass(frozen=True)
class FileRange:
    """A byte range of a file.

    Attributes:
        data: from the requested start; shorter than requested only at the end of the file.
        size_bytes: of the whole file, None if the server does not say.
        version: ETag, else Last-Modified; empty without both.
    """

    data: bytes | memoryview
    size_bytes: int | None
    version: str

    def part(self, start: int, stop: int) -> FileRange:
        """The bytes from `start` to `stop`, of a whole file."""
        return FileRange(memoryview(self.data)[start:stop], self.size_bytes, self.version)


def file_range_of(
    response: HttpResponse, part: tuple[int, int] | None, url: str
) -> FileRange | None:
    """The bytes in a response to a range request; None where only the whole file can be had.

    Args:
        response: to the request.
        part: start and stop requested; None for the whole file.
        url: for messages.

    Raises:
        ReadError: when the response is something else.
    """
    status, headers = response.status, response.headers
    if status == NO_SUCH_PART and part and not part[0]:
        raise UnexpectedContent(Reason("the file is empty"), http_status=status)
    if status >= 400:
        raise _failure(status, headers)
    if _is_page(response):
        raise UnexpectedContent(
            Reason("{host} gives a web page in place of the file", host=host_of(url))
        )
    if status == WHOLE:
        return _whole(response, part, url)
    return _part_of(response, part, url)


def _part_of(response: HttpResponse, part: tuple[int, int] | None, url: str) -> FileRange:
    """The bytes of an answer that says which ones it gives."""
    found = _CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
    if response.status != PARTIAL or found is None or part is None or response.body is None:
        raise UnexpectedContent(
            Reason("{host} does not say which part of the file it gives", host=host_of(url))
        )
    first, last = int(found.group(1)), int(found.group(2))
    size = None if found.group(3) == "*" else int(found.group(3))
    start, stop = part
    is_whole = last == stop - 1 or (size is not None and last == size - 1 < stop)
    is_sound = first <= last and (size is None or last < size)
    if first == start and is_sound and is_whole:
        data = _unpacked(response, response.body, last + 1 - first, url)
        if len(data) == last + 1 - first:
            return FileRange(data, size, _version(response.headers))
    raise UnexpectedContent(
        Reason("{host} gives another part of the file than asked for", host=host_of(url))
    )


def _whole(response: HttpResponse, part: tuple[int, int] | None, url: str) -> FileRange | None:
    """The part, of a file sent as a whole; None where the whole was too long to be received."""
    if response.body is None:
        if part is None:
            raise PermanentFailure(
                Reason(
                    "{host} gives files as a whole only, and this one is larger than {most} MB",
                    host=host_of(url),
                    most=MAX_WHOLE_FILE_BYTES >> 20,
                )
            )
        return None
    data = _unpacked(response, response.body, MAX_WHOLE_FILE_BYTES, url)
    whole = FileRange(data, len(data), _version(response.headers))
    return whole if part is None else sub_range(whole, *part)


def sub_range(whole: FileRange, start: int, stop: int) -> FileRange:
    """The bytes from `start` to `stop`, as far as the file reaches.

    Raises:
        UnexpectedContent: when it does not reach `start`.
    """
    if start >= len(whole.data):
        raise UnexpectedContent(
            Reason("the file is empty")
            if not start
            else Reason("the file is shorter than it should be")
        )
    return whole.part(start, stop)


def _unpacked(response: HttpResponse, body: memoryview, most_bytes: int, url: str) -> memoryview:
    try:
        coding = response.headers.get("content-encoding", "")
        return decoded(body, coding, most_bytes=most_bytes)
    except ValueError as error:
        raise UnexpectedContent(
            Reason("what {host} gives can't be used: {error}", host=host_of(url), error=error)
        ) from None


def _is_page(response: HttpResponse) -> bool:
    """A web page. First bytes count more than the type: some servers call every file a page."""
    begin = b"" if response.body is None else bytes(response.body[:64])
    is_called_html = "html" in response.headers.get("content-type", "").lower()
    is_file = response.status == PARTIAL or begin.startswith(_MAGIC)
    return bool(_PAGE.match(begin)) or (is_called_html and not is_file)


def _failure(status: int, headers: Mapping[str, str]) -> ReadError:
    words = status_text(status)
    if status in BUSY_STATUSES:
        return HostBusy(
            words, http_status=status, wait_s=retry_after_s(headers.get("retry-after", ""))
        )
    return ReadError(words, http_status=status)


def _version(headers: Mapping[str, str]) -> str:
    return (headers.get("etag") or headers.get("last-modified") or "")[:MAX_VERSION_CHARS]
