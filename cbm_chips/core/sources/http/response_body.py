"""The body of a response: limited in bytes after decompression, decoded to text and JSON."""

from __future__ import annotations

import json
import re
import time
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ...errors import SourceError, SourceUnreachable
from ...reading.failures import without_secrets
from ...reasons import Reason

if TYPE_CHECKING:
    import requests

LARGEST_ANSWER_BYTES = 64 * 1024 * 1024
"""Far above any sensible response; a gzip of 64 kB can be 64 MB of JSON."""

LONGEST_QUOTE = 200
"""Of a server's text, in a message."""

DEEPEST_NEST = 32
"""GeoJSON in a feature in a list needs ten."""

ENCODINGS = "gzip, deflate"
"""For the header `Accept-Encoding` of requests whose body `read_body` reads."""

_PIECE_BYTES = 4096
"""Small, as a piece is waited for whole, and the clock is looked at in between."""
_ANY_HEADER = 32 + zlib.MAX_WBITS  # gzip's or zlib's own, zlib.h: inflateInit2
_NO_HEADER = -zlib.MAX_WBITS
_COMPRESSED = ("gzip", "x-gzip", "deflate")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CHARSET = re.compile(
    r"charset=[\"']?((?:utf-?8|utf-?16|iso-?8859|latin|windows-125|us-ascii)[\w-]{0,8})",
    re.IGNORECASE,
)
"""Those that text is written in; some others that Python knows take quadratic time."""
_MOST_DIGITS = 400
_MARKS_OF_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_MARKS = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\Z)|[\[\]{}]', re.DOTALL)


class ResponseTooLarge(SourceError):
    """Larger than any sensible response; nothing of it is used."""


def read_body(
    response: requests.Response, *, most_bytes: int = LARGEST_ANSWER_BYTES, until: float = 0.0
) -> bytes:
    """The whole body, decompressed; the request must have been sent with `stream`.

    Args:
        response: its connection is not closed here.
        most_bytes: after decompression.
        until: on the clock of `time.monotonic`; 0 for no end.

    Raises:
        ResponseTooLarge: when there is more.
        SourceUnreachable: when it is not there in time, or breaks off.
        SourceError: when it has an encoding that was not accepted.
    """
    from urllib3.exceptions import HTTPError

    content = bytearray()
    try:
        for piece in _inflated(response, most_bytes):
            content += piece
            if len(content) > most_bytes:
                most = round(most_bytes / 1e6)
                raise ResponseTooLarge(
                    Reason("the answer is larger than {most} MB: it can't be meant", most=most)
                )
            if until and time.monotonic() > until:
                raise SourceUnreachable(Reason("the answer did not come in time"))
    except (HTTPError, zlib.error, OSError) as error:
        if "timed out" in str(error):
            raise SourceUnreachable(Reason("the answer did not come in time")) from None
        raise SourceUnreachable(Reason("the answer broke off")) from None
    return bytes(content)


def _inflated(response: requests.Response, most_bytes: int) -> Iterator[bytes]:
    """Piece by piece; one that inflates to more than the limit is not inflated to its end."""
    names = response.headers.get("Content-Encoding", "").lower().split(",")
    coding = [name.strip() for name in names if name.strip() not in ("", "identity")]
    if len(coding) > 1 or not set(coding) <= set(_COMPRESSED):
        raise SourceError(
            Reason(
                "the answer is encoded in a way not asked for: {encodings}",
                encodings=", ".join(coding)[:60],
            )
        )
    pieces = _raw(response)
    if not coding:
        yield from pieces
        return
    inflate = None
    for piece in pieces:
        rest = piece
        while rest:  # gzip may come in several members
            if inflate is None or inflate.eof:
                inflate = zlib.decompressobj(_window(coding[0], rest))
            yield inflate.decompress(rest, most_bytes + 1)
            rest = inflate.unused_data
    if inflate is not None and not inflate.eof:
        raise SourceUnreachable(Reason("the answer broke off"))


def _window(coding: str, beginning: bytes) -> int:
    """Some send "deflate" without the header that RFC 9110, 8.4.1.2 asks for."""
    has_header = coding != "deflate" or beginning[:1] == b"\x78"
    return _ANY_HEADER if has_header else _NO_HEADER


def _raw(response: requests.Response) -> Iterator[bytes]:
    """As received; checks the length, which older versions of urllib3 don't."""
    promised = response.headers.get("Content-Length", "")
    count = 0
    for piece in response.raw.stream(_PIECE_BYTES, decode_content=False):
        count += len(piece)
        yield piece
    is_bodiless = response.request.method == "HEAD" or response.status_code in (204, 304)
    if promised.isdecimal() and int(promised[:18]) != count and not is_bodiless:
        raise SourceUnreachable(Reason("the answer broke off"))


def text_of(content: bytes, content_type: str = "") -> str:
    """In the charset that is stated, else UTF-8; a byte order mark is no part of a text.

    UTF-16, as Windows writes it, is known by its mark.
    """
    if content[:2] in _MARKS_OF_UTF_16:
        return content.decode("utf-16", "replace")
    stated = _CHARSET.search(content_type)
    charset = stated.group(1) if stated else "utf-8"
    try:
        return content.decode(charset, "replace").lstrip("\ufeff")
    except LookupError:
        return content.decode("utf-8", "replace").lstrip("\ufeff")


def is_markup(text: str) -> bool:
    """True for HTML or XML, by its first character: content types are often wrong."""
    return text[:1000].lstrip()[:1] == "<"


def parse_json(text: str) -> Any:  # noqa: ANN401
    """JSON; values nested deeper than `DEEPEST_NEST` become null.

    A lone surrogate of UTF-16, which no file can hold, becomes a question mark.

    Raises:
        ValueError: when it is none.
    """
    try:
        return _parsed(text)
    except RecursionError:
        return _parsed(_shallow(text))


def _parsed(text: str) -> Any:  # noqa: ANN401
    try:
        content = json.loads(text)
    except json.JSONDecodeError:
        raise
    except ValueError:  # a number of thousands of digits, which Python refuses to read
        content = json.loads(text, parse_int=_number)
    return _mended(content) if "\\ud" in text.lower() else content


def _number(digits: str) -> int | None:
    return int(digits) if len(digits) < _MOST_DIGITS else None


def _shallow(text: str) -> str:
    """JSON with `null` in place of whatever lies too deep."""
    kept, depth, copied = [], 0, 0
    for mark in _MARKS.finditer(text):
        sign = mark.group()[0]
        if sign in "[{":
            depth += 1
            if depth == DEEPEST_NEST + 1:
                kept.append(text[copied : mark.start()] + "null")
        elif sign in "]}":
            if depth == DEEPEST_NEST + 1:
                copied = mark.end()
            depth -= 1
    if depth:
        raise ValueError("brackets that don't match")
    return "".join([*kept, text[copied:]])


def _mended(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, str):
        return _SURROGATE.sub("?", value)
    if isinstance(value, list):
        return [_mended(one) for one in value]
    if isinstance(value, dict):
        return {_mended(name): _mended(one) for name, one in value.items()}
    return value


def shorten(text: str) -> str:
    """On one line, at most `LONGEST_QUOTE` characters; without queries of addresses in it."""
    line = without_secrets(" ".join(text.split()))
    return line if len(line) <= LONGEST_QUOTE else line[: LONGEST_QUOTE - 3] + "..."


def excerpt(content: object) -> str:
    """The beginning of a server's content, for a message."""
    try:
        return shorten(str(content)[:10_000])
    except RecursionError:
        return Reason("a deep nest")
