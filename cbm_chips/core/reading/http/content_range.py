"""What an answer of a server holds of a file (RFC 9110, section 14), or why nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import ReadError
from ..network import retry_after_s
from ..origins import host_of
from ..retries import BUSY_STATUSES, Busy, Lasting, Odd, words_of
from .chunked_body import decoded

if TYPE_CHECKING:
    from .connection import Answer

PARTIAL, WHOLE, NO_SUCH_PART = 206, 200, 416
LONGEST_WORD = 256
LARGEST_WHOLE_BYTES = 128 << 20
"""A file of a server without ranges is fetched whole up to this size."""
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


def piece_of(answer: Answer, part: tuple[int, int] | None, url: str) -> Piece | None:
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
    return whole if part is None else part_of(whole, *part)


def part_of(whole: Piece, start: int, stop: int) -> Piece:
    """The bytes there are between.

    Raises:
        Odd: when there are none.
    """
    if start >= len(whole.data):
        raise Odd("the file is empty" if not start else "the file is shorter than it should be")
    return whole.part(start, stop)


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
