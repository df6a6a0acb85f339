"""A table of parcels out of a file with separators; every cell is a text, as it stands there."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ...errors import ChipsError
from ...reasons import Reason

LARGEST_BYTES = 512 << 20
TEXT_FILES = (".csv", ".txt", ".tsv", ".tab")
_DELIMITERS = ";,\t|"
_ENCODINGS = ("utf-8-sig", "cp1252", "latin-1")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
"""How Excel's Unicode text begins."""


class SampleFileError(ChipsError):
    """A table of parcels that can't be read at all."""


@dataclass(frozen=True)
class SampleTable:
    """Rows of texts.

    Attributes:
        name: of the file or the layer.
        columns: as the header has them, without blanks around; one that is there twice, or has no
            name, is told apart by a number.
        rows: number of the line (the header is 1; of a layer: of the feature, from 1), and a cell
            for each column.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(path: Path) -> SampleTable:
    """A file with semicolon, comma, tab or bar between its columns.

    UTF-8 with or without its mark, UTF-16, else Windows-1252.

    Raises:
        SampleFileError: when it can't be read or has no header.
    """
    try:
        if path.stat().st_size > LARGEST_BYTES:
            raise SampleFileError(Reason("{path} is too large to be read", path=str(path)))
        raw = path.read_bytes()
    except OSError as error:
        raise SampleFileError(Reason("{path}: {why}", path=str(path), why=error)) from error
    return table_of_text(_decoded(raw), path.name)


def table_of_text(text: str, name: str) -> SampleTable:
    """The same of a file's text.

    Raises:
        SampleFileError: where there is no header.
    """
    lines = _lines(text)
    _, header = next(lines, (1, []))
    return table_of(name, header, lines)


def table_of(
    name: str, header: Iterable[str], rows: Iterable[tuple[int, Iterable[str]]]
) -> SampleTable:
    """A table of what is read already; short rows are filled up, long ones cut.

    Raises:
        SampleFileError: where there is no header.
    """
    columns = _told_apart(header)
    if not any(columns):
        raise SampleFileError(Reason("{path}: it has no columns", path=name))
    width = len(columns)

    def filled(cells: Iterable[str]) -> tuple[str, ...]:
        texts = tuple(cells)[:width]
        return texts + ("",) * (width - len(texts))

    kept = tuple((number, filled(cells)) for number, cells in rows)
    return SampleTable(name, columns, kept)


def _told_apart(header: Iterable[str]) -> tuple[str, ...]:
    found: list[str] = []
    for place, text in enumerate(header, 1):
        name = text.strip() or str(place)
        found.append(name if name not in found else f"{name}_{place}")
    return tuple(found)


def _decoded(raw: bytes) -> str:
    if raw.startswith(_UTF_16):
        return raw.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 takes any bytes")


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of their line; empty lines are none.

    Each line is a row of its own: a quotation mark too many swallows no other row.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").split("\n")
    delimiter, first = _delimiter_of(lines), 1
    if lines[0].lower().startswith("sep="):  # Excel's own line, which names the separator
        lines, first = lines[1:], 2
    for number, line in enumerate(lines, first):
        try:
            cells = next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
        except csv.Error:  # a cell beyond all measure
            cells = [line[:40]]
        if any(cell.strip() for cell in cells):
            yield number, cells


def _delimiter_of(lines: list[str]) -> str:
    named = lines[0][4:5] if lines[0].lower().startswith("sep=") else ""
    return named or max(_DELIMITERS, key=lines[0].count)
