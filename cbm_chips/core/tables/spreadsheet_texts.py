"""Tables for spreadsheets: texts that stay texts."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable

_STARTS_A_FORMULA = frozenset("=+-@\N{MINUS SIGN}")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)")


def is_like_formula(text: str) -> bool:
    """True for what a spreadsheet may run; OWASP calls it CSV injection."""
    begins = unicodedata.normalize("NFKC", text.lstrip()[:1])  # as of wide and small signs
    return begins in _STARTS_A_FORMULA


def defused(text: str) -> str:
    """A text that stays one: an apostrophe before what is like a formula, but for a number."""
    return f"'{text}" if is_like_formula(text) and not _NUMBER.fullmatch(text) else text


def undefused(text: str) -> str:
    """What was given to `defused`."""
    return text[1:] if text.startswith("'") and defused(text[1:]) == text else text


def csv_text(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table as CSV, its texts defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for row in (header, *rows):
        writer.writerow([defused(str(cell)) for cell in row])
    return text.getvalue()
