"""The tables of a record: a GeoPackage 1.2 (OGC 12-128r15) with attribute tables and outlines.

A GeoPackage has its own version in `user_version`; the record's is in `inspection_about`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ...tables.geopackage_tables import APPLICATION_ID, REFERENCE_SYSTEMS, STANDARD_TABLES
from .columns import ANSWER, ENTRY, ITEM, PARCEL, PICTURE, QUESTION, RecordColumn

SCHEMA_VERSION = 1
"""Raised where an older version of the product would misread the file; new columns do not."""
_GEOPACKAGE = 10200
_KEY = "fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"
_OWN = f"""
CREATE TABLE inspection_about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE inspection_state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE openings ({_KEY}, inspector TEXT NOT NULL, host TEXT NOT NULL, process INTEGER,
 opened DATETIME NOT NULL, tool TEXT NOT NULL);
CREATE TABLE outlines ({_KEY}, sha256 TEXT NOT NULL UNIQUE, parcel TEXT NOT NULL, outline BLOB);
CREATE TABLE answers ({_KEY}, opening INTEGER NOT NULL REFERENCES openings(fid),
 geometry_sha256 TEXT NOT NULL);
CREATE TABLE pictures ({_KEY}, answer INTEGER NOT NULL REFERENCES answers(fid));
CREATE TABLE queue ({_KEY});
CREATE TABLE questions ({_KEY});
"""
_COLUMNS = {
    "answers": (*ITEM, *ANSWER, *ENTRY, *PARCEL),
    "pictures": PICTURE,
    "queue": ITEM,
    "questions": QUESTION,
}
_INDEXES = """
CREATE INDEX IF NOT EXISTS answers_by_key ON answers (parcel, question, look);
CREATE INDEX IF NOT EXISTS pictures_by_answer ON pictures (answer);
"""
_CONTENTS = (
    ("answers", "attributes", "All answers, the oldest first", None),
    ("pictures", "attributes", "Pictures that the answers rest on", None),
    ("queue", "attributes", "What is to be answered", None),
    ("questions", "attributes", "What is asked of each group", None),
    ("openings", "attributes", "Who opened the record", None),
    ("newest_answers", "attributes", "The newest answer to each question", None),
    ("newest_by_parcel", "attributes", "The newest answers, one row for a parcel", None),
    ("outlines", "features", "Outlines of parcels as they were used", 4326),
)
APPEND_ONLY = ("openings", "outlines", "answers", "pictures")
_AGAIN = "WHEN EXISTS (SELECT 1 FROM {table} WHERE fid = NEW.fid)"
STANDING = """
SELECT MAX(fid) FROM answers WHERE outcome IS NOT NULL AND fid IN
 (SELECT MAX(fid) FROM answers {where} GROUP BY parcel, question, look)
 GROUP BY parcel, question"""
"""Numbers of the newest answers: of each look its last, unless it was taken back."""
_VIEWS = """
CREATE VIEW newest_answers AS SELECT fid AS OGC_FID, parcel, question, outcome, reason,
 confidence_pct, comment, last_before, first_after, position, inspector, decided, look,
 replaced_by, holding, ranking, sample_order
 FROM answers WHERE fid IN ({standing});
CREATE VIEW newest_by_parcel AS SELECT a.fid AS OGC_FID, a.parcel AS parcel,
 a.outcome AS outcome, a.reason AS reason, a.question AS question, a.decided AS decided,
 a.inspector AS inspector, t.answers AS answers
 FROM answers a JOIN (
  SELECT MAX(fid) AS newest, group_concat(told, '; ') AS answers FROM (
   SELECT fid, parcel, CASE question WHEN '' THEN '' ELSE question || ': ' END || outcome ||
    CASE reason WHEN '' THEN '' ELSE ' (' || reason || ')' END AS told
   FROM answers WHERE fid IN ({standing}) ORDER BY parcel, question)
  GROUP BY parcel) t ON a.fid = t.newest;
"""


def make_tables(store: sqlite3.Connection, about: dict[str, str]) -> None:
    """An empty record, within the transaction that is open."""
    store.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    store.execute(f"PRAGMA user_version = {_GEOPACKAGE}")
    _execute(store, STANDARD_TABLES)
    _execute(store, _OWN)
    systems = "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)"
    store.executemany(systems, REFERENCE_SYSTEMS)
    bring_up_to_date(store)
    store.executemany(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id)"
        " VALUES (?1, ?2, ?1, ?3, ?4)",
        _CONTENTS,
    )
    store.execute(
        "INSERT INTO gpkg_geometry_columns VALUES ('outlines', 'outline', 'GEOMETRY', 4326, 0, 0)"
    )
    told = {"schema": str(SCHEMA_VERSION), **about}
    store.executemany("INSERT INTO inspection_about VALUES (?, ?)", told.items())
    for table in APPEND_ONLY:
        _execute(store, _triggers(table))


def bring_up_to_date(store: sqlite3.Connection) -> None:
    """Columns that the file lacks, within the transaction that is open."""
    is_changed = [_add_columns(store, table, columns) for table, columns in _COLUMNS.items()]
    if any(is_changed):
        _execute(store, "DROP VIEW IF EXISTS newest_answers")
        _execute(store, "DROP VIEW IF EXISTS newest_by_parcel")
        _execute(store, _INDEXES)
        _execute(store, _VIEWS.format(standing=STANDING.format(where="")))


def _add_columns(store: sqlite3.Connection, table: str, columns: Iterable[RecordColumn]) -> bool:
    present = {row[1] for row in store.execute(f"PRAGMA table_info({table})")}
    lacking = [column for column in columns if column.name not in present]
    for column in lacking:
        store.execute(f"ALTER TABLE {table} ADD COLUMN {column.definition}")
    return bool(lacking)


def _triggers(table: str) -> str:
    """Also against `INSERT OR REPLACE`, which would delete without asking."""
    kept = f"SELECT RAISE(ABORT, '{table}: rows are only added, never changed or deleted'); END;\n"
    again = _AGAIN.format(table=table)
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {kept}"
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {kept}"
        f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} {again} BEGIN {kept}"
    )


def _execute(store: sqlite3.Connection, script: str) -> None:
    """One statement after another: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines():
        statement += f"{line}\n"
        if sqlite3.complete_statement(statement):
            store.execute(statement)
            statement = ""
    if statement.strip():
        store.execute(statement)
