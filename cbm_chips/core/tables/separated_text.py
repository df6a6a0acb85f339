"""Files with semicolons, tabs, bars or commas between their columns; every cell stays a text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from ..errors import ChipsError
from ..reasons import Reason

LARGEST_BYTES = 512 << 20
_DELIMITERS = ";\t|,"
"""Of equally frequent ones the first: commas stand within texts most often."""
_MOST_LINES = 100
"""Of one row."""
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How Excel's Unicode text begins."""
_NO_TEXTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"SQLite format 3\x00", b"%PDF-")
"""How spreadsheets (new and old), GeoPackages and printed pages begin."""
_NAMES_DELIMITER = "sep="
"""Begins Excel's own line, which names the separator."""


def text_of_file(path: Path, refusal: type[ChipsError]) -> str:
    """A file's text: UTF-8 with or without its mark, UTF-16, else Windows-1252, else Latin-1.

    Raises:
        ChipsError: of the given type, when the file can't be read, is too large or another kind.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise refusal(Reason("{path} is too large to be read", path=str(path)))
        raw = path.read_bytes()
    except OSError as error:
        raise refusal(Reason("{path}: {why}", path=str(path), why=error)) from error
    if raw.startswith(_NO_TEXTS):
        raise refusal(Reason("{path} is no text with separators", path=str(path)))
    return _decoded(raw)


def numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of their first line; empty lines are none.

    A cell in quotation marks may have line breaks in it; a mark too many swallows no other row.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
    delimiter, at = max(_DELIMITERS, key=lines[0].count), 0
    if lines[0].lower().startswith(_NAMES_DELIMITER):
        delimiter, at = lines[0][len(_NAMES_DELIMITER) :][:1] or delimiter, 1
    width = len(_cells("".join(lines[at : at + 1]), delimiter))
    while at < len(lines):
        cells, count = _cells(lines[at], delimiter), 1
        if len(cells) < width:
            several = _of_several_lines(lines[at : at + _MOST_LINES], delimiter, width)
            cells, count = several or (cells, 1)
        if any(cell.strip() for cell in cells):
            yield at + 1, cells
        at += count


def _of_several_lines(lines: list[str], delimiter: str, width: int) -> tuple[list[str], int] | None:
    """A row whose cells have line breaks, and its lines, where that gives one for each column."""
    quotes = 0
    for count, line in enumerate(lines, 1):
        quotes += line.count('"')
        if quotes % 2 == 0:
            cells = _cells("\n".join(lines[:count]), delimiter, strict=True)
            return (cells, count) if len(cells) == width else None
    return None


def _cells(row: str, delimiter: str, *, strict: bool = False) -> list[str]:
    """Strict: none where something stands between a closing mark and the next cell."""
    told = csv.reader([row], delimiter=delimiter, skipinitialspace=True, strict=strict)
    try:
        return next(told, [])
    except csv.Error:
        return [] if strict else [row[:40]]  # a cell beyond all measure


def _decoded(raw: bytes) -> str:
    if raw.startswith(_UTF_16):
        return raw.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 takes any bytes")
