"""Result files: no login, ETag and date, 304 and 206, gone after a flush."""

from __future__ import annotations

import re
from email.message import Message
from email.utils import formatdate, parsedate_to_datetime
from http import HTTPStatus
from typing import Optional

from .directories import Directories, StoredFile
from .replies import UNCACHED, Reply, error_page

_MEDIA = {"tif": "image/tiff", "png": "image/png"}


def result_file(directories: Directories, directory: str, name: str, headers: Message) -> Reply:
    """A file, a part of it, or the news that it has not changed."""
    stored = directories.get(directory, name)
    if stored is None:
        return error_page(HTTPStatus.NOT_FOUND)
    facts = {
        "ETag": stored.etag,
        "Last-Modified": formatdate(stored.modified, usegmt=True),
        "Content-Disposition": f"inline; filename={name}",
        "Accept-Ranges": "bytes",
        **UNCACHED,
    }
    media = _MEDIA.get(name.rpartition(".")[2], "application/octet-stream")
    if _is_known(stored, headers):
        return Reply(b"", media, HTTPStatus.NOT_MODIFIED, facts)
    return _ranged(Reply(stored.body, media, headers=facts), headers.get("Range", ""))


def _is_known(stored: StoredFile, headers: Message) -> bool:
    tags = headers.get("If-None-Match")
    if tags is not None:
        return stored.etag in tags or tags.strip() == "*"
    since = headers.get("If-Modified-Since")
    if since is None:
        return False
    try:
        return stored.modified <= parsedate_to_datetime(since).timestamp()
    except (TypeError, ValueError):
        return False


def _ranged(whole: Reply, range_header: str) -> Reply:
    bounds = _bounds(range_header, len(whole.body))
    if bounds is None:
        return whole
    start, stop = bounds
    size = len(whole.body)
    if start >= size:
        headers = {**whole.headers, "Content-Range": f"bytes */{size}"}
        status = HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE
        return Reply(b"", whole.media_type, status, headers)
    headers = {**whole.headers, "Content-Range": f"bytes {start}-{stop - 1}/{size}"}
    return Reply(whole.body[start:stop], whole.media_type, HTTPStatus.PARTIAL_CONTENT, headers)


def _bounds(range_header: str, size: int) -> Optional[tuple[int, int]]:
    """First byte and the one behind the last; None without a range that makes sense."""
    found = re.fullmatch(r"bytes=(?:(\d+)-(\d*)|-(\d+))", range_header.replace(" ", ""))
    if found is None:
        return None
    first, last, suffix = found.groups()
    if suffix is not None:
        return max(0, size - int(suffix)), size
    if last and int(last) < int(first):
        return None
    return int(first), min(size, int(last) + 1) if last else size
