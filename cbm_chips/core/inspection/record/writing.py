"""Rows into the tables of a record, within a transaction that is open."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping

from ..values import InspectionEntry, InspectionQuestion, QueueItem
from .columns import ITEM, PICTURE, QUESTION, cells_of, entry_cells, instant_text
from .holder import RecordHolder

_INSERT = "INSERT INTO {table} ({names}) VALUES ({marks})"
_GEOPACKAGE_HEADER = b"GP\x00\x01" + (4326).to_bytes(4, "little")
"""Of a geometry without envelope, numbers in little endian; well-known binary comes behind it."""


def add_entry(store: sqlite3.Connection, entry: InspectionEntry, opening: int) -> None:
    """An answer, its pictures, and its outline where that is new."""
    outline = entry.parcel.geometry_wkb
    digest = hashlib.sha256(outline).hexdigest() if outline else ""
    if outline:
        _add_outline(store, digest, entry.item.parcel, outline)
    cells = {"opening": opening, "geometry_sha256": digest, **entry_cells(entry)}
    answer = _insert(store, "answers", cells)
    for picture in entry.pictures:
        _insert(store, "pictures", {"answer": answer, **cells_of(picture, PICTURE)})


def add_opening(store: sqlite3.Connection, holder: RecordHolder, tool: str) -> int:
    """Who answers from now on; its number."""
    cells = {
        "inspector": holder.inspector,
        "host": holder.host,
        "process": holder.process,
        "opened": instant_text(holder.since),
        "tool": tool,
    }
    return _insert(store, "openings", cells)


def put_queue(
    store: sqlite3.Connection, items: Iterable[QueueItem], questions: Iterable[InspectionQuestion]
) -> None:
    """In place of the one before."""
    store.execute("DELETE FROM queue")
    store.execute("DELETE FROM questions")
    for item in items:
        _insert(store, "queue", cells_of(item, ITEM))
    for question in questions:
        _insert(store, "questions", cells_of(question, QUESTION))


def outline_of(cell: bytes | None) -> bytes:
    """Well-known binary out of a GeoPackage's geometry."""
    return cell[len(_GEOPACKAGE_HEADER) :] if cell else b""


def _add_outline(store: sqlite3.Connection, digest: str, parcel: str, outline: bytes) -> None:
    store.execute(
        "INSERT INTO outlines (sha256, parcel, outline) SELECT ?1, ?2, ?3"
        " WHERE NOT EXISTS (SELECT 1 FROM outlines WHERE sha256 = ?1)",
        (digest, parcel, _GEOPACKAGE_HEADER + outline),
    )


def _insert(store: sqlite3.Connection, table: str, cells: Mapping[str, object]) -> int:
    names = ", ".join(f'"{name}"' for name in cells)
    marks = ", ".join("?" * len(cells))
    told = _INSERT.format(table=table, names=names, marks=marks)
    return store.execute(told, tuple(cells.values())).lastrowid or 0
