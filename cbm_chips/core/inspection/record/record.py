"""A record of inspections: answers with all that they rest on, in a GeoPackage of its own."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ...outputs.stand_ins import placing
from ...reasons import Reason
from ..values import InspectionEntry, InspectionQuestion, KeptQueue, QueueItem
from .clean_texts import cleaned_values, without_secrets
from .connection import connected_to_read, connected_to_write, transaction
from .failures import not_written, opening, writing
from .holder import RecordHold, RecordHolder
from .reading import Key, all_entries, kept_queue, kept_state, newest_entries, put_state
from .writing import add_entry, add_opening, put_queue

_PLACE, _QUEUE = "place", "queue"


class Record:
    """Answers are only added: a change is a new one, and so is an undo.

    Usable from any thread; one call waits for the other. Ends with `close`, or as a context.
    """

    def __init__(
        self, path: Path, store: sqlite3.Connection, hold: RecordHold | None, own_opening: int
    ) -> None:
        """Take `open` or `read`."""
        self.path = path
        self._store, self._hold, self._opening = store, hold, own_opening
        self._lock = threading.RLock()
        self._file = _identity(path)

    @classmethod
    def open(cls, path: str | Path, inspector: str, tool: str = "") -> Record:
        """A record to write to; it is made where there is none.

        Args:
            path: of the GeoPackage.
            inspector: who answers.
            tool: name and version of the product, kept with the answers.

        Raises:
            RequestError: field `record`, if somebody has it open (who and since when is said), if
                the file is none, if a newer version wrote it, if it can't be written to.
        """
        path, tool = _resolved(path), without_secrets(tool)
        holder = RecordHolder.myself(without_secrets(inspector))
        with opening(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            hold = RecordHold.take(path, holder)
            try:
                store = connected_to_write(path, tool)
                with transaction(store):
                    number = add_opening(store, holder, tool)
                return cls(path, store, hold, number)
            except BaseException:
                hold.release()
                raise

    @classmethod
    def read(cls, path: str | Path) -> Record:
        """A record to read only; somebody may be writing to it meanwhile.

        Raises:
            RequestError: field `record`, if there is none, or a newer version wrote it.
        """
        path = _resolved(path)
        with opening(path):
            return cls(path, connected_to_read(path), None, 0)

    def append(self, entries: Iterable[InspectionEntry]) -> None:
        """Add answers; when this returns they are on the disk, all of them.

        Texts lose what may open a door: logins, tokens, signatures of addresses.

        Raises:
            WriteError: none of them is written; the same call may be made again.
        """
        clean = cleaned_values(entries)
        with self._written() as store:
            for entry in clean:
                add_entry(store, entry, self._opening)

    def entries(self) -> tuple[InspectionEntry, ...]:
        """All that was ever answered, the oldest first."""
        with self._lock, opening(self.path):
            return all_entries(self._store)

    def newest(self, look: int | None = None) -> dict[Key, InspectionEntry]:
        """The answers that stand, by parcel and question, in the order in which they were given.

        A question whose last answer was taken back is open, and not among them.

        Args:
            look: FIRST_LOOK or SECOND_LOOK; None for the newest of both.
        """
        with self._lock, opening(self.path):
            return newest_entries(self._store, look)

    def put_queue(
        self, items: Iterable[QueueItem], questions: Iterable[InspectionQuestion], name: str
    ) -> None:
        """Keep the queue in place of the one before.

        Raises:
            WriteError: the one before is still kept.
        """
        told = cleaned_values(items), cleaned_values(questions)
        with self._written() as store:
            put_queue(store, *told)
            put_state(store, _QUEUE, without_secrets(name))

    def queue(self) -> KeptQueue:
        """As it was put; empty where none was."""
        with self._lock, opening(self.path):
            return kept_queue(self._store, kept_state(self._store, _QUEUE))

    def put_place(self, key: Key) -> None:
        """Keep which question is on show.

        Raises:
            WriteError: the one before is still kept.
        """
        self.put_setting(_PLACE, json.dumps(key, ensure_ascii=False))

    def place(self) -> Key | None:
        """The question that was on show; None where none was."""
        told = self.setting(_PLACE)
        with opening(self.path):
            parcel, question = json.loads(told) if told else ("", "")
        return (str(parcel), str(question)) if told else None

    def put_setting(self, name: str, text: str) -> None:
        """Keep a text that belongs to the queue, such as the seed of the second look.

        Raises:
            WriteError: the one before is still kept.
        """
        with self._written() as store:
            put_state(store, name, without_secrets(text))

    def setting(self, name: str) -> str:
        """A text that was put; empty where none was."""
        with self._lock, opening(self.path):
            return kept_state(self._store, name)

    def save_as(self, path: str | Path) -> Path:
        """A copy of all that is in the record, even if its file was deleted meanwhile.

        Returns:
            Where it is: see `placing`.

        Raises:
            WriteError: with the file's name.
        """
        copy = _resolved(path)
        if _identity(copy) == self._file:
            raise not_written(copy, Reason("it is the record itself"))
        with self._lock, writing(copy), placing(copy) as placed, _new_file(placed.beside) as other:
            self._store.backup(other)
            other.execute("PRAGMA journal_mode = DELETE")
        return placed.path

    def close(self) -> None:
        """Let others have it."""
        with self._lock:
            if self._hold is not None:
                with suppress(sqlite3.Error):  # others read it: it stays as it is
                    self._store.execute("PRAGMA busy_timeout = 0")
                    self._store.execute("PRAGMA journal_mode = DELETE")
            self._store.close()
            if self._hold is not None:
                self._hold.release()
                self._hold = None

    def __enter__(self) -> Record:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        """The tables, to write to; all or nothing, on the disk at the end."""
        with self._lock, writing(self.path):
            self._check_file()
            with transaction(self._store):
                self._check_opening()
                yield self._store

    def _check_file(self) -> None:
        if self._hold is None:
            raise not_written(self.path, Reason("it is open for reading only"))
        if _identity(self.path) != self._file:
            raise not_written(
                self.path,
                Reason(
                    "its file was deleted, moved or replaced; save a copy of what was answered "
                    "so far, or open the record again"
                ),
            )

    def _check_opening(self) -> None:
        """On a share whose locks do not reach from one computer to another, the last one has it."""
        row = self._store.execute("SELECT * FROM openings ORDER BY fid DESC LIMIT 1").fetchone()
        if row["fid"] != self._opening:
            raise not_written(
                self.path,
                Reason(
                    "{inspector} has opened it on {host} since",
                    inspector=row["inspector"] or "?",
                    host=row["host"],
                ),
            )


def _resolved(path: str | Path) -> Path:
    return Path(path).expanduser().resolve()


def _new_file(path: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(os.fspath(path)))


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        told = os.stat(path)
    except OSError:
        return None
    return told.st_dev, told.st_ino
