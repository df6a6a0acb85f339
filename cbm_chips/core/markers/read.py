"""Markers out of a CSV file, or out of any rows; what one row lacks costs that row alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..errors import ChipsError, RequestError
from ..reasons import Reason
from ..tables.separated_text import numbered_rows, text_of_file
from .formats import JRC_COLUMNS, MarkerFormat, UnreadableRow, format_of, read_day
from .marker import LostRow, MachineMarker, MarkerFile


class MarkerFileError(ChipsError):
    """A file of markers that can't be read at all."""


def read_marker_file(path: Path, *, id_column: str = "") -> MarkerFile:
    """The markers of a CSV file; shapefiles and GeoPackages are the bridge's.

    Args:
        path: comma, semicolon, tab or bar between its columns; see `text_of_file`.
        id_column: the parcel's id; by default the format's own.

    Raises:
        MarkerFileError: when the file can't be read.
        RequestError: field `markers`, for a file of another kind; `id_column`, for one without
            this column.
    """
    return read_marker_text(text_of_file(path, MarkerFileError), id_column=id_column)


def read_marker_text(text: str, *, id_column: str = "") -> MarkerFile:
    """The same of the text of a file."""
    lines = numbered_rows(text)
    header, rows = _header_of(lines)
    return markers_of_rows(header, rows, id_column=id_column)


def markers_of_rows(
    columns: Iterable[str],
    rows: Iterable[tuple[int, Mapping[str, str]]],
    *,
    id_column: str = "",
) -> MarkerFile:
    """The markers of rows that are read already, such as the features of a layer.

    Args:
        columns: all names.
        rows: number of the row, and name of the column in any case -> its text.
        id_column: see `read_marker_file`.

    Raises:
        RequestError: see `read_marker_file`.
    """
    names = list(columns)
    found = format_of(names)
    if found is None:
        known = Reason("columns of Sen4CAP L4B or L4C, or of JRC's markers")
        raise RequestError("markers", ", ".join(names[:8]), known)
    if id_column and id_column.lower() not in {name.strip().lower() for name in names}:
        raise RequestError("id_column", id_column, ", ".join(names))
    return _collected(found, rows, id_column)


def _collected(
    found: MarkerFormat, rows: Iterable[tuple[int, Mapping[str, str]]], id_column: str
) -> MarkerFile:
    markers: list[MachineMarker] = []
    lost: list[LostRow] = []
    parcels: set[str] = set()
    for number, row in rows:
        cells = {name.strip().lower(): text or "" for name, text in row.items()}
        parcel = ""
        try:
            parcel = found.parcel_of(cells, id_column)
            own = tuple(found.markers(cells, parcel))
        except UnreadableRow as error:
            lost.append(LostRow(number, parcel, error.args[0]))
            continue
        parcels.add(parcel)
        markers.extend(own)
    return MarkerFile(found.title, tuple(markers), tuple(lost), frozenset(parcels))


def _header_of(
    lines: Iterator[tuple[int, list[str]]],
) -> tuple[list[str], Iterator[tuple[int, dict[str, str]]]]:
    """The columns and the rows below; JRC's file may begin with its first marker."""
    number, first = next(lines, (1, []))
    if _is_marker_of_jrc(first):
        columns = list(JRC_COLUMNS)
        rows = _with_first((number, first), lines)
    else:
        columns, rows = first, lines
    return columns, ((line, dict(zip(columns, cells))) for line, cells in rows)


def _with_first(
    first: tuple[int, list[str]], others: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    yield first
    yield from others


def _is_marker_of_jrc(cells: list[str]) -> bool:
    if len(cells) < len(JRC_COLUMNS) - 3:
        return False
    try:
        return all(read_day(text) is not None for text in cells[3:6])
    except UnreadableRow:
        return False
