"""The answers as tables: the sample's columns first, in its order, every row of it.

A table holds texts and numbers; ids are texts, so that their leading zeros stay.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Union

from .queue.reserve import active, replaced
from .record.record import Record
from .values import (
    FIRST_LOOK,
    SECOND_LOOK,
    InspectionEntry,
    KeptQueue,
    Outcome,
    QueueItem,
)

Key = tuple[str, str]
ExportCell = Union[str, int, float]

ANSWERED, OPEN, RESERVE, REPLACED = "answered", "open", "reserve", "replaced"
"""States of a row: a reserve one may still come onto the list."""
_FALLBACK = ("bucket_id", "gsa_par_id", "gsa_hol_id", "ranking", "covered", "order_added")
"""Columns of rows that come from no table: QUASSA's."""
OWN_COLUMNS = (
    *("parcel", "question", "state", "outcome", "reason", "confidence_pct", "comment"),
    *("last_before", "first_after", "position", "window", "window_first", "window_last"),
    *("inspector", "decided", "viewed_s", "replaced_by", "replaces", "pictures", "cloud_rule"),
    *("machine", "machine_seen", "second_outcome", "second_reason", "second_inspector"),
)


@dataclass(frozen=True)
class AnswersTable:
    """A table of answers.

    Attributes:
        question: code of its group; None for all.
        header: names of its columns; the sample's come first.
        rows: texts and numbers.
    """

    question: str | None
    header: tuple[str, ...]
    rows: tuple[tuple[ExportCell, ...], ...]


@dataclass(frozen=True)
class InspectionStanding:
    """A queue with its answers.

    Attributes:
        queue: what is to be answered.
        first, second: answers that stand, of each look, by parcel and question.
    """

    queue: KeptQueue
    first: Mapping[Key, InspectionEntry]
    second: Mapping[Key, InspectionEntry]

    @classmethod
    def of(cls, record: Record) -> InspectionStanding:
        """As it is in a record.

        Raises:
            RequestError: field `record`, if it can't be read.
        """
        return cls(record.queue(), record.newest(FIRST_LOOK), record.newest(SECOND_LOOK))

    def against(
        self, other: InspectionStanding
    ) -> tuple[dict[Key, InspectionEntry], dict[Key, InspectionEntry]]:
        """The answers of two records as two looks: first ones, of one without such its second ones.

        One that both have, as a record and its copy do, is no look of its own: the second look
        that the other has of it counts in its place.
        """
        mine, theirs = dict(self.first or self.second), dict(other.first or other.second)
        for key in [key for key, entry in mine.items() if theirs.get(key) == entry]:
            again = other.second.get(key)
            if again is None or again == mine[key]:
                del theirs[key]
            else:
                theirs[key] = again
        return mine, theirs

    @property
    def items(self) -> tuple[QueueItem, ...]:
        """The queue's rows, then those that were answered without being in it."""
        queued = {item.key for item in self.queue.items}
        others = {**self.first, **self.second}
        more = (entry.item for key, entry in others.items() if key not in queued)
        return (*self.queue.items, *more)

    @property
    def impossible(self) -> frozenset[Key]:
        """Questions that can't be inspected."""
        wanted = Outcome.CANNOT_BE_INSPECTED
        return frozenset(k for k, entry in self.first.items() if entry.answer.outcome is wanted)

    def states(self) -> dict[Key, str]:
        """Of every row, what has become of it."""
        questions = {one.code: one for one in self.queue.questions}
        items = self.items
        listed = active(
            items, questions, not_inspectable=self.impossible, answered=self.first.keys()
        )
        told = dict.fromkeys((item.key for item in items), RESERVE)
        told.update((i.key, ANSWERED if i.key in self.first else OPEN) for i in listed)
        gone = replaced(listed, questions, self.impossible)
        said = (key for key, entry in self.first.items() if entry.replaced_by)
        told.update(dict.fromkeys((*gone, *said), REPLACED))
        return told


def answers_table(standing: InspectionStanding, question: str | None = None) -> AnswersTable:
    """The rows of one group, or of all (None), in the sample's order."""
    items = [item for item in standing.items if question is None or item.question == question]
    names = tuple(dict.fromkeys(name for item in items for name, _ in _cells(item)))
    states, instead = standing.states(), _replacing(standing.first.values())
    rows = []
    for item in items:
        of_sample = dict(_cells(item))
        own = _own_cells(item, standing.first.get(item.key), standing.second.get(item.key))
        own["state"], own["replaces"] = states[item.key], instead.get(item.key, "")
        told = (of_sample.get(name, "") for name in names)
        rows.append((*told, *(own.get(name, "") for name in OWN_COLUMNS)))
    ours = (f"answer_{name}" if name in names else name for name in OWN_COLUMNS)
    return AnswersTable(question, (*names, *ours), tuple(rows))


def answers_tables(standing: InspectionStanding) -> tuple[AnswersTable, ...]:
    """All rows, then, where there are several groups, those of each."""
    codes = tuple(dict.fromkeys(item.question for item in standing.items))
    groups = codes if len(codes) > 1 else ()
    return (answers_table(standing), *(answers_table(standing, code) for code in groups))


def _cells(item: QueueItem) -> tuple[tuple[str, str], ...]:
    if item.cells:
        return item.cells
    told = (item.question, item.parcel, item.holding, item.ranking, item.covered, item.order)
    return tuple(zip(_FALLBACK, told))


def _replacing(entries: Iterable[InspectionEntry]) -> dict[Key, str]:
    """Question of a parcel -> the parcel that it stands in for."""
    return {
        (entry.replaced_by, entry.item.question): entry.item.parcel
        for entry in entries
        if entry.replaced_by
    }


def _own_cells(
    item: QueueItem, first: InspectionEntry | None, second: InspectionEntry | None
) -> dict[str, ExportCell]:
    told: dict[str, ExportCell] = {"parcel": item.parcel, "question": item.question}
    if first is not None:
        told.update({name: _cell(value) for name, value in _said(first).items()})
    if second is not None:
        answer = second.answer
        said = (answer.outcome, answer.reason, second.inspector)
        told.update(zip(OWN_COLUMNS[-3:], map(_cell, said)))
    return told


def _said(entry: InspectionEntry) -> dict[str, object]:
    answer = entry.answer
    return {
        "outcome": answer.outcome,
        "reason": answer.reason,
        "confidence_pct": answer.confidence_pct,
        "comment": answer.comment,
        "last_before": answer.last_before,
        "first_after": answer.first_after,
        "position": answer.position,
        "window": entry.window_name,
        "window_first": entry.window_first,
        "window_last": entry.window_last,
        "inspector": entry.inspector,
        "decided": entry.decided,
        "viewed_s": round(entry.viewed_s, 1),
        "replaced_by": entry.replaced_by,
        "pictures": len(entry.pictures),
        "cloud_rule": entry.parcel.cloud_rule,
        "machine": entry.machine,
        "machine_seen": entry.is_machine_seen,
    }


def _cell(value: object) -> ExportCell:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Outcome):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, (int, float)) else str(value)
