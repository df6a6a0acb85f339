"""Files and parts of files as responses."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email.utils import formatdate
from http import HTTPStatus
from pathlib import Path
from typing import Optional, Union

PIECE_BYTES = 1 << 18


@dataclass(frozen=True)
class FileSlice:
    """Some bytes of a file, read when they are sent."""

    path: Path
    start: int
    length: int

    def __len__(self) -> int:
        """The bytes it holds."""
        return self.length


Body = Union[bytes, FileSlice]


@dataclass(frozen=True)
class Answer:
    """A response before it is sent."""

    status: int
    body: Body
    headers: Mapping[str, str]


def pieces(body: Body, *, count: int, size: int = PIECE_BYTES) -> Iterator[bytes]:
    """The first `count` bytes of a body in pieces of at most `size`."""
    if isinstance(body, bytes):
        yield from (body[at : min(at + size, count)] for at in range(0, count, size))
        return
    with body.path.open("rb") as file:
        file.seek(body.start)
        for at in range(0, count, size):
            yield file.read(min(size, count - at))


def whole_file(path: Path) -> Answer:
    """The file, all of it."""
    facts = path.stat()
    headers = {
        "Content-Type": mimetypes.guess_type(path.name)[0] or "application/octet-stream",
        "ETag": f'"{facts.st_mtime_ns:x}-{facts.st_size:x}"',
        "Last-Modified": formatdate(facts.st_mtime, usegmt=True),
    }
    return Answer(HTTPStatus.OK, FileSlice(path, 0, facts.st_size), headers)


def range_of(answer: Answer, range_header: str) -> Answer:
    """The part of a whole file that a Range header names; all of it when it names none."""
    size = len(answer.body)
    headers = {**answer.headers, "Accept-Ranges": "bytes"}
    found = re.fullmatch(r"bytes=(?:(\d+)-(\d*)|-(\d+))", range_header.replace(" ", ""))
    if found is None:
        return replace(answer, headers=headers)
    first, last, suffix = found.groups()
    start = int(first) if suffix is None else max(0, size - int(suffix))
    stop = min(size, int(last) + 1) if last else size
    if last and int(last) < int(first):
        return replace(answer, headers=headers)
    if start >= size:
        return refusal(
            HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{size}"}
        )
    headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    assert isinstance(answer.body, FileSlice)
    return Answer(
        HTTPStatus.PARTIAL_CONTENT, FileSlice(answer.body.path, start, stop - start), headers
    )


def refusal(status: int, headers: Optional[Mapping[str, str]] = None) -> Answer:
    """An error as object stores write it."""
    code = HTTPStatus(status).phrase.replace(" ", "")
    body = f'<?xml version="1.0" encoding="utf-8"?><Error><Code>{code}</Code></Error>'
    return Answer(status, body.encode(), {"Content-Type": "application/xml", **(headers or {})})
