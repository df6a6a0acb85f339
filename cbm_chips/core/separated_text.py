"""Files with semicolons, tabs, bars or commas between their columns; every cell stays a text."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from .errors import ChipsError
from .reasons import Reason

LARGEST_BYTES = 512 << 20
_DELIMITERS = ";\t|,"
"""Of equally frequent ones the first: commas stand within texts most often."""
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How Excel's Unicode text begins."""
_NAMES_DELIMITER = "sep="
"""Begins Excel's own line, which names the separator."""


def text_of_file(path: Path, refusal: type[ChipsError]) -> str:
    """A file's text: UTF-8 with or without its mark, UTF-16, else Windows-1252, else Latin-1.

    Raises:
        ChipsError: of the given type, when the file can't be read or is too large.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise refusal(Reason("{path} is too large to be read", path=str(path)))
        raw = path.read_bytes()
    except OSError as error:
        raise refusal(Reason("{path}: {why}", path=str(path), why=error)) from error
    return _decoded(raw)


def numbered_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of their line; empty lines are none.

    Each line is a row of its own: a quotation mark too many swallows no other row.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
    delimiter, first = max(_DELIMITERS, key=lines[0].count), 1
    if lines[0].lower().startswith(_NAMES_DELIMITER):
        delimiter = lines[0][len(_NAMES_DELIMITER) :][:1] or delimiter
        lines, first = lines[1:], 2
    for number, line in enumerate(lines, first):
        try:
            cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:  # a cell beyond all measure
            cells = [line[:40]]
        if any(cell.strip() for cell in cells):
            yield number, cells


def _decoded(raw: bytes) -> str:
    if raw.startswith(_UTF_16):
        return raw.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 takes any bytes")
