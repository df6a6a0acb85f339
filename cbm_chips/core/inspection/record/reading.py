"""Answers and queue out of the tables of a record."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from ..values import InspectionEntry, InspectionQuestion, KeptQueue, QueueItem
from .columns import ITEM, QUESTION, entry_of, fields_of
from .schema import STANDING
from .writing import outline_of

Key = tuple[str, str]
_PICTURES = "SELECT * FROM pictures WHERE answer IN ({numbers}) ORDER BY fid"
_ANSWERS = "SELECT * FROM answers WHERE fid IN ({numbers}) ORDER BY fid"
"""`numbers` are a query of ours; what is looked for never stands in a statement."""


def all_entries(store: sqlite3.Connection) -> tuple[InspectionEntry, ...]:
    """The oldest first."""
    return _entries(store, "SELECT fid FROM answers", ())


def newest_entries(store: sqlite3.Connection, look: int | None) -> dict[Key, InspectionEntry]:
    """Answers that stand, by parcel and question; of one look or of the newest that has one."""
    where, values = ("", ()) if look is None else ("WHERE look = ?", (look,))
    found = _entries(store, STANDING.format(where=where), values)
    return {entry.item.key: entry for entry in found}


def _entries(
    store: sqlite3.Connection, numbers: str, values: tuple[object, ...]
) -> tuple[InspectionEntry, ...]:
    """Of the answers whose numbers a query gives."""
    pictures = defaultdict(list)
    for row in store.execute(_PICTURES.format(numbers=numbers), values):
        pictures[row["answer"]].append(dict(row))
    outlines = {row["sha256"]: row["outline"] for row in store.execute("SELECT * FROM outlines")}
    rows = store.execute(_ANSWERS.format(numbers=numbers), values)
    return tuple(
        entry_of(dict(row), outline_of(outlines.get(row["geometry_sha256"])), pictures[row["fid"]])
        for row in rows
    )


def kept_queue(store: sqlite3.Connection, name: str) -> KeptQueue:
    """As it was put; empty where none was."""
    items = store.execute("SELECT * FROM queue ORDER BY fid")
    questions = store.execute("SELECT * FROM questions ORDER BY fid")
    return KeptQueue(
        name,
        tuple(QueueItem(**fields_of(dict(row), ITEM)) for row in items),
        tuple(InspectionQuestion(**fields_of(dict(row), QUESTION)) for row in questions),
    )


def kept_state(store: sqlite3.Connection, name: str) -> str:
    """A text that was put by this name; empty where none was."""
    row = store.execute("SELECT value FROM inspection_state WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else ""


def put_state(store: sqlite3.Connection, name: str, text: str) -> None:
    """Keep a text by a name."""
    store.execute("INSERT OR REPLACE INTO inspection_state VALUES (?, ?)", (name, text))
