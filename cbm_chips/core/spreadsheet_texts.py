"""Tables for spreadsheets: texts that stay texts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")


def defused(text: str) -> str:
    """A spreadsheet runs what begins like a formula; an apostrophe keeps it text.

    A number is none, whatever its sign. Source: OWASP, CSV injection.
    """
    if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV, its texts defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (header, *rows):
        writer.writerow([defused(str(cell)) for cell in row])
    return text.getvalue()
