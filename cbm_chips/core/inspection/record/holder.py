"""One person at a time writes a record; who that is stands in a small file beside it.

The lock is SQLite's own on that file: a write transaction that is never ended. The system takes it
away when its process ends in whatever way, on Windows too, and it hinders nobody who reads the
record. While it is held, others can still read from the file whose it is.
"""

from __future__ import annotations

import os
import secrets
import socket
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from ...errors import RequestError
from ...reasons import Reason
from .failures import refused, words_of

_PATIENCE_S = 0.5
_TRIES = 5


@dataclass(frozen=True)
class RecordHolder:
    """Who has a record open.

    Attributes:
        inspector: name; host: of the machine; process: its number there.
        since: aware UTC datetime.
    """

    inspector: str
    host: str
    process: int
    since: datetime

    @classmethod
    def myself(cls, inspector: str) -> RecordHolder:
        """This process, now."""
        now = datetime.now(timezone.utc).replace(microsecond=0)
        return cls(inspector, socket.gethostname(), os.getpid(), now)


class RecordHold:
    """The lock; `release` gives it back."""

    def __init__(self, beside: Path, store: sqlite3.Connection) -> None:
        self._beside, self._store = beside, store

    @classmethod
    def take(cls, record: Path, holder: RecordHolder) -> RecordHold:
        """Have the record for oneself.

        Raises:
            RequestError: field `record`, naming who has it; or where nothing can be locked.
        """
        beside, why = record.with_name(f"{record.name}.lock"), ""
        for _ in range(_TRIES):
            try:
                held = cls._tried(record, beside, holder)
            except sqlite3.OperationalError as error:  # the disk is full, or can only be read
                why = words_of(error)
            else:
                if held is not None:
                    return held
        raise refused(record, why) if why else _no_locks(record)

    @classmethod
    def _tried(cls, record: Path, beside: Path, holder: RecordHolder) -> RecordHold | None:
        """None where the file was taken away meanwhile, by who had it before."""
        store = None
        try:
            store = _connected(beside)
            token = _taken(store, holder)
            if _token_at(beside) == token:
                return cls(beside, store)
        except sqlite3.OperationalError as error:
            _close(store)
            if "locked" in str(error):
                raise _held_by_another(record, beside) from error
            raise
        except sqlite3.DatabaseError:  # no lock of ours, whatever it is
            with suppress(OSError):
                beside.unlink()
        _close(store)
        return None

    def release(self) -> None:
        """The file goes while it is still held, so that nobody's can go in its place."""
        with suppress(OSError):  # Windows deletes no open file
            self._beside.unlink()
        self._store.close()
        if os.name == "nt":
            with suppress(OSError):  # another holds it by now
                self._beside.unlink()


def _connected(beside: Path) -> sqlite3.Connection:
    return sqlite3.connect(
        beside, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=False
    )


def _close(store: sqlite3.Connection | None) -> None:
    if store is not None:
        store.close()


def _taken(store: sqlite3.Connection, holder: RecordHolder) -> str:
    token = secrets.token_hex(8)
    row = (token, holder.inspector, holder.host, holder.process, holder.since.isoformat())
    store.execute("BEGIN IMMEDIATE")
    store.execute("CREATE TABLE IF NOT EXISTS holder (token, inspector, host, process, since)")
    store.execute("DELETE FROM holder")
    store.execute("INSERT INTO holder VALUES (?, ?, ?, ?, ?)", row)
    store.execute("COMMIT")
    store.execute("BEGIN IMMEDIATE")  # who comes between these two has it then, and is named
    return token


def _row_at(beside: Path) -> tuple[str, str, str, int, str] | None:
    if not beside.exists():
        return None
    try:
        with closing(sqlite3.connect(beside, timeout=_PATIENCE_S)) as store:
            row: tuple[str, str, str, int, str] | None = store.execute(
                "SELECT token, inspector, host, process, since FROM holder"
            ).fetchone()
            return row
    except sqlite3.Error:
        return None


def _token_at(beside: Path) -> str:
    row = _row_at(beside)
    return row[0] if row else ""


def _held_by_another(record: Path, beside: Path) -> RequestError:
    row = _row_at(beside)
    if row is None:
        return _no_locks(record)
    _, inspector, host, process, since = row
    return RequestError(
        "record",
        record.name,
        Reason(
            "a record that nobody else has open. {inspector} has had this one open on {host} "
            "since {since} UTC (process {process})",
            inspector=inspector or "?",
            host=host,
            since=since[:16].replace("T", " "),
            process=str(process),
        ),
    )


def _no_locks(record: Path) -> RequestError:
    return RequestError(
        "record",
        record.name,
        Reason(
            "a folder that can be written to and that can lock files, such as one of this computer"
        ),
    )
