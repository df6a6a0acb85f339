"""What an error of SQLite says of the file."""

from __future__ import annotations

import sqlite3

_HARMLESS = ("locked", "unable to open", "readonly", "full")


def is_harmless(error: sqlite3.Error) -> bool:
    """True if the file itself is good, but locked, or can't be opened or written to."""
    may_be_good = isinstance(error, sqlite3.OperationalError)
    return may_be_good and any(words in str(error) for words in _HARMLESS)
