"""A table of parcels out of a file with separators; every cell is a text, as it stands there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...errors import ChipsError
from ...reasons import Reason
from ...tables.separated_text import numbered_rows, text_of_file

TEXT_FILES = (".csv", ".txt", ".tsv", ".tab")


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
    return table_of_text(text_of_file(path, SampleFileError), path.name)


def table_of_text(text: str, name: str) -> SampleTable:
    """The same of a file's text.

    Raises:
        SampleFileError: where there is no header.
    """
    lines = numbered_rows(text)
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
