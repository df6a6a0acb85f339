"""What SQLite says, in words for the inspector."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ...errors import RequestError
from ...outputs.atomic_write import WriteError
from ...reasons import Reason

_SAID: tuple[tuple[str, Callable[[], str]], ...] = (
    ("full", lambda: Reason("the disk is full; make room and try again")),
    ("readonly", lambda: Reason("it or its folder can only be read")),
    ("unable to open", lambda: Reason("it or its folder can't be opened for writing")),
    ("locked", lambda: Reason("another program is writing to it; try again")),
    ("disk i/o", lambda: Reason("the disk is full or gone; nothing could be written")),
    ("not a database", lambda: Reason("it is no record")),
    ("malformed", lambda: Reason("it is damaged")),
)


def words_of(error: Exception) -> str:
    """Why it failed; what is not known by its words as the system says it."""
    said = str(error).lower()
    return next((words() for part, words in _SAID if part in said), str(error))


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """What goes wrong while a record is written, as `WriteError`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise not_written(path, words_of(error)) from error


@contextmanager
def opening(path: Path) -> Iterator[None]:
    """What goes wrong while a record is opened or read, as `RequestError`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise refused(path, words_of(error)) from error
    except (ValueError, TypeError, LookupError) as error:
        raise refused(path, Reason("it is damaged")) from error


def not_written(path: Path, why: str) -> WriteError:
    """Nothing of what was to be written is in the file."""
    return WriteError(Reason("{name}: the answer is not written, {why}.", name=path.name, why=why))


def refused(path: Path, why: str) -> RequestError:
    """The file is no record that can be used."""
    return RequestError(
        "record",
        path.name,
        Reason("a record of inspections that can be opened; this one can't: {why}", why=why),
    )
