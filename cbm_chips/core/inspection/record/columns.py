"""The values of an answer as columns of tables, and back.

Columns are made of the fields of the values, so that a new field is a new column. A field that an
older file has no column for gets its default.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import Field, dataclass, fields
from datetime import date, datetime, timezone
from functools import partial
from typing import Any

from ..values import (
    InspectionAnswer,
    InspectionEntry,
    InspectionQuestion,
    Outcome,
    ParcelEvidence,
    PictureEvidence,
    QueueItem,
)

_NAMES = {"order": "sample_order", "wanted": "wanted_parcels"}
"""Fields whose names are words of SQL, or would say little in a table."""
_NOT_COLUMNS = frozenset({"item", "answer", "pictures", "geometry_wkb"})
"""Fields that are tables of their own, or several columns."""


@dataclass(frozen=True)
class _CellForm:
    """A type of a field: its type in a GeoPackage, and how it is written and read."""

    sql: str
    to_cell: Callable[[Any], object] = lambda value: value
    of_cell: Callable[[Any], Any] = lambda cell: cell


@dataclass(frozen=True)
class RecordColumn:
    """A column of a table.

    Attributes:
        name: in the table.
        field: of the value.
        kind: how it is written.
    """

    name: str
    field: str
    kind: _CellForm

    @property
    def definition(self) -> str:
        """For `CREATE TABLE` and `ALTER TABLE`."""
        return f'"{self.name}" {self.kind.sql}'


def instant_text(value: datetime) -> str:
    """To the millisecond, as a GeoPackage has times."""
    told = value.astimezone(timezone.utc)
    return f"{told:%Y-%m-%dT%H:%M:%S}.{told.microsecond // 1000:03d}Z"


def _instant(cell: str) -> datetime:
    return datetime.fromisoformat(cell.replace("Z", "+00:00"))


def _tuples(told: object) -> Any:  # noqa: ANN401
    return tuple(map(_tuples, told)) if isinstance(told, list) else told


_KINDS = {
    "str": _CellForm("TEXT"),
    "int": _CellForm("INTEGER"),
    "float": _CellForm("DOUBLE"),
    "bool": _CellForm("BOOLEAN", int, bool),
    "date": _CellForm("DATE", date.isoformat, date.fromisoformat),
    "datetime": _CellForm("DATETIME", instant_text, _instant),
    "Outcome": _CellForm("TEXT", lambda outcome: outcome.value, Outcome),
}
_JSON = _CellForm(
    "TEXT", partial(json.dumps, ensure_ascii=False), lambda cell: _tuples(json.loads(cell))
)


def columns_of(kind: type) -> tuple[RecordColumn, ...]:
    """Of a class of `values`, in the order of its fields."""
    plain = (one for one in fields(kind) if not _is_table(one))
    return tuple(
        RecordColumn(_NAMES.get(one.name, one.name), one.name, _kind_of(one)) for one in plain
    )


def _is_table(one: Field[Any]) -> bool:
    return one.name in _NOT_COLUMNS or str(one.type) == ParcelEvidence.__name__


def _kind_of(one: Field[Any]) -> _CellForm:
    told = str(one.type).replace(" | None", "")
    return _JSON if told.startswith("tuple[") else _KINDS[told]


ITEM, ANSWER = columns_of(QueueItem), columns_of(InspectionAnswer)
ENTRY, PARCEL = columns_of(InspectionEntry), columns_of(ParcelEvidence)
PICTURE, QUESTION = columns_of(PictureEvidence), columns_of(InspectionQuestion)


def cells_of(value: object, columns: Iterable[RecordColumn]) -> dict[str, object]:
    """A value as a row; None stays empty."""
    told = {column: getattr(value, column.field) for column in columns}
    return {
        column.name: None if own is None else column.kind.to_cell(own)
        for column, own in told.items()
    }


def fields_of(row: Mapping[str, Any], columns: Iterable[RecordColumn]) -> dict[str, Any]:
    """What a value is made of; without those that the row lacks, or that are empty."""
    found = ((column, row.get(column.name)) for column in columns)
    return {column.field: column.kind.of_cell(cell) for column, cell in found if cell is not None}


def entry_cells(entry: InspectionEntry) -> dict[str, object]:
    """All of an answer's row but its outline."""
    return {
        **cells_of(entry.item, ITEM),
        **cells_of(entry.answer, ANSWER),
        **cells_of(entry, ENTRY),
        **cells_of(entry.parcel, PARCEL),
    }


def entry_of(
    row: Mapping[str, Any], outline: bytes, pictures: Iterable[Mapping[str, Any]]
) -> InspectionEntry:
    """The answer of a row.

    Raises:
        ValueError, TypeError: if the row was not written by us.
    """
    return InspectionEntry(
        item=QueueItem(**fields_of(row, ITEM)),
        answer=InspectionAnswer(**{"outcome": None, **fields_of(row, ANSWER)}),
        parcel=ParcelEvidence(geometry_wkb=outline, **fields_of(row, PARCEL)),
        pictures=tuple(PictureEvidence(**fields_of(one, PICTURE)) for one in pictures),
        **fields_of(row, ENTRY),
    )
