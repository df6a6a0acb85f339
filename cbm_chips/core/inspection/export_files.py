"""Tables of answers as files: CSV, one for all and one for each group; XLSX, one sheet each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from ..errors import MissingPackage, RequestError
from ..outputs.names import UniqueNames, group_file_name
from ..outputs.stand_ins import placing
from ..reasons import Reason
from ..tables.spreadsheet_texts import csv_text
from .exports import AnswersTable, ExportCell

_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLAIN_WORDS = re.compile(r"(?:[^\W\d_]+(?: [^\W\d_]+)*)?")
"""Letters only: nothing that a spreadsheet takes for a number, a date or a formula."""
_LONGEST_TITLE, _LONGEST_TEXT = 28, 32_767
"""Of spreadsheets: 31, which leaves room for a number."""
_TEXT_FORMAT = "@"
_ALL = "all"


def export_answers(path: str | Path, tables: Iterable[AnswersTable]) -> tuple[Path, ...]:
    """Write tables, in the format that the file's name says.

    Args:
        path: `.csv` or `.xlsx`. As CSV the tables of groups are beside it, `answers_E5.csv`.
        tables: as `answers_tables` gives them.

    Returns:
        The files that were written; one that could not be replaced has the new one beside it.

    Raises:
        RequestError: field `path`, for another ending.
        MissingPackage: for XLSX, where openpyxl is not installed; nothing is written then.
        WriteError: with the file's name.
    """
    path = Path(path)
    writer = _WRITERS.get(path.suffix.lower())
    if writer is None:
        raise RequestError("path", path.name, ", ".join(_WRITERS))
    return writer(path, tuple(tables))


def _write_csv(path: Path, tables: tuple[AnswersTable, ...]) -> tuple[Path, ...]:
    names, written = UniqueNames(), []
    for table in tables:
        name = names.take(group_file_name(path.stem, table.question or "", ""))
        file = path if table.question is None else path.with_name(f"{name}{path.suffix}")
        with placing(file) as placed:
            text = csv_text(table.header, table.rows)
            placed.beside.write_bytes(text.encode("utf-8", "replace"))
        written.append(placed.path)
    return tuple(written)


def _write_xlsx(path: Path, tables: tuple[AnswersTable, ...]) -> tuple[Path, ...]:
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise MissingPackage(
            Reason("For XLSX the Python package openpyxl is needed; CSV goes without.")
        ) from error
    book, titles = Workbook(write_only=True), UniqueNames()
    for table in tables:
        sheet = book.create_sheet(titles.take(_title(table)))
        sheet.freeze_panes = "A2"
        cells = _SheetCells(sheet)
        for row in (table.header, *table.rows):
            sheet.append(cells.of(value) for value in row)
    with placing(path) as placed:
        book.save(placed.beside)
    return (placed.path,)


def _title(table: AnswersTable) -> str:
    told = _ALL if table.question is None else table.question or "-"
    return _NOT_IN_TITLES.sub("_", _NOT_IN_XML.sub("", told))[:_LONGEST_TITLE].strip("'") or "-"


class _SheetCells:
    """Cells of a sheet that is only written to: each is written before the next is made.

    A text is one by its type and format, whatever it looks like, and stays as it is. One that can
    nothing else goes without a style of its own, which saves a third of the time.
    """

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401
        from openpyxl.cell import WriteOnlyCell

        self._text = WriteOnlyCell(sheet)
        self._text.number_format = _TEXT_FORMAT

    def of(self, value: ExportCell) -> Any:  # noqa: ANN401
        """A number, a word, nothing, or the cell of a text."""
        if not isinstance(value, str):
            return value
        if _PLAIN_WORDS.fullmatch(value):
            return value or None
        self._text.value = _NOT_IN_XML.sub(" ", value)[:_LONGEST_TEXT]
        self._text.data_type = "s"
        return self._text


_WRITERS: Mapping[str, Callable[[Path, tuple[AnswersTable, ...]], tuple[Path, ...]]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
}
ENDINGS = tuple(_WRITERS)
