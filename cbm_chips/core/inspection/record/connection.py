"""Connections to the file of a record: to write, made where it is missing; or to read only."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path
from urllib.parse import quote

from ...errors import RequestError
from ...reasons import Reason
from .failures import refused
from .schema import SCHEMA_VERSION, bring_up_to_date, make_tables
from .shares import is_remote

PATIENCE_S = 10.0
"""A reader may keep a writer waiting for moments, and the other way round."""


def connected_to_write(path: Path, tool: str) -> sqlite3.Connection:
    """A record with all columns; made if there is none, whole or not at all.

    Raises:
        RequestError: field `record`, if the file is none, or one of a newer version.
        sqlite3.Error, OSError: as the system says.
    """
    store = _connection(os.fspath(path))
    try:
        is_new = not store.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
        if not is_new:
            _check(store, path)
        store.execute("PRAGMA synchronous = FULL")
        with transaction(store):
            if is_new:
                made = datetime.now(timezone.utc).isoformat(timespec="seconds")
                make_tables(store, {"made": made, "made_by": tool})
            else:
                bring_up_to_date(store)
        # Only now: GDAL reads the head of the file itself, which must not be in the log alone. On
        # shares of the network the log would need memory that computers do not share.
        store.execute(f"PRAGMA journal_mode = {'DELETE' if is_remote(path) else 'WAL'}")
    except (sqlite3.Error, OSError, RequestError):
        store.close()
        raise
    return store


def connected_to_read(path: Path) -> sqlite3.Connection:
    """A record as it is, whoever writes to it meanwhile.

    Raises:
        RequestError: field `record`, if there is none, or one of a newer version.
        sqlite3.Error, OSError: as the system says.
    """
    if not path.is_file():
        raise refused(path, Reason("there is no such file"))
    try:
        return _checked_reader(_connection(os.fspath(path)), path)
    except sqlite3.OperationalError:
        # A folder that can't be written to has no room for the files that readers share.
        return _checked_reader(_connection(f"{_uri(path)}?immutable=1", is_uri=True), path)


def _checked_reader(store: sqlite3.Connection, path: Path) -> sqlite3.Connection:
    try:
        store.execute("PRAGMA query_only = ON")
        _check(store, path)
    except (sqlite3.Error, RequestError):
        store.close()
        raise
    return store


def _connection(name: str, *, is_uri: bool = False) -> sqlite3.Connection:
    store = sqlite3.connect(
        name, timeout=PATIENCE_S, isolation_level=None, check_same_thread=False, uri=is_uri
    )
    store.row_factory = sqlite3.Row
    return store


def _uri(path: Path) -> str:
    told = path.resolve().as_posix()
    before = "//" if told.startswith("//") else "" if told.startswith("/") else "/"
    return f"file:{before}{quote(told)}"


def _check(store: sqlite3.Connection, path: Path) -> None:
    tables = {row[0] for row in store.execute("SELECT name FROM sqlite_master")}
    if not {"inspection_about", "answers", "pictures"} <= tables:
        raise refused(path, Reason("it is no record"))
    row = store.execute("SELECT value FROM inspection_about WHERE name = 'schema'").fetchone()
    version = int(row[0])
    if version > SCHEMA_VERSION:
        why = Reason(
            "a newer version of this product has written it (form {its}, known is {known})",
            its=version,
            known=SCHEMA_VERSION,
        )
        raise refused(path, why)


@contextmanager
def transaction(store: sqlite3.Connection) -> Iterator[None]:
    """All that is written within, or nothing."""
    store.execute("BEGIN IMMEDIATE")
    try:
        yield
        store.execute("COMMIT")
    except BaseException:
        if store.in_transaction:
            with suppress(sqlite3.Error):
                store.execute("ROLLBACK")
        raise
