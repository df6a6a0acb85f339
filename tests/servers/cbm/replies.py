"""What the service sends: its several kinds of JSON, its error pages, its empty object."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

HTML = "text/html; charset=utf-8"
JSON = "application/json"

_SENTENCES = {
    HTTPStatus.BAD_REQUEST: "The browser (or proxy) sent a request that this server could not "
    "understand.",
    HTTPStatus.NOT_FOUND: "The requested URL was not found on the server. If you entered the URL "
    "manually please check your spelling and try again.",
    HTTPStatus.METHOD_NOT_ALLOWED: "The method is not allowed for the requested URL.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "The server encountered an internal error and was unable to "
    "complete your request. Either the server is overloaded or there is an error in the "
    "application.",
}
LOGIN_PAGE = (
    "<!doctype html><html><head><title>Sign in</title></head><body><form><input name=user>"
    "<input name=password type=password></form></body></html>"
)


class CrashError(Exception):
    """The original ends in a Python error here; clients see a page with status 500."""


class SqlError(Exception):
    """The original's database refuses; clients see an empty object with status 200."""


@dataclass(frozen=True)
class Reply:
    """An answer before it is sent."""

    body: bytes = b""
    media_type: str = HTML
    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


def flask_json(value: Any) -> Reply:
    """JSON as Flask writes it: sorted keys, no blanks, a newline at the end; decimals are texts."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), default=str) + "\n"
    return Reply(text.encode(), JSON)


def query_json(value: Any, *, is_old: bool) -> Reply:
    """What the queries for parcels and refusals of a batch come as, in one of two generations."""
    return json_page(value) if is_old else flask_json(value)


def json_page(value: Any) -> Reply:
    """JSON in the order of its keys, called HTML: what time series come as.

    Python's own JSON knows no decimals: a crash.
    """
    try:
        return Reply(json.dumps(value).encode(), HTML)
    except TypeError as error:
        raise CrashError(str(error)) from error


def sent_file(text: str, media_type: str, *, name: str) -> Reply:
    """A text written to a file and sent from there."""
    body = text.encode()
    headers = {
        "Content-Disposition": f"inline; filename={name}",
        "ETag": f'"{zlib.crc32(body):x}-{len(body)}"',
        **UNCACHED,
    }
    return Reply(body, media_type, headers=headers)


def empty_object(generation: str) -> Reply:
    """`{}`: a newline behind it and called JSON today, bare and called HTML in the old days."""
    return Reply(b"{}", HTML) if generation == "dump" else flask_json({})


def error_page(status: int) -> Reply:
    """What Flask says when it has nothing to say."""
    phrase = HTTPStatus(status).phrase
    sentence = _SENTENCES.get(HTTPStatus(status), phrase)
    page = (
        f"<!doctype html>\n<html lang=en>\n<title>{int(status)} {phrase}</title>\n"
        f"<h1>{phrase}</h1>\n<p>{sentence}</p>\n"
    )
    return Reply(page.encode(), HTML, status)


UNCACHED = {"Cache-Control": "no-cache, max-age=0"}
