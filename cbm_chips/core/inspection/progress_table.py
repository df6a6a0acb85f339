"""How far an inspection has come: for each group what is wanted, answered, open and replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .exports import OPEN, REPLACED, RESERVE, InspectionStanding
from .values import InspectionEntry, Outcome


@dataclass(frozen=True)
class GroupProgress:
    """Counts of one group, or of all.

    Attributes:
        question: the group's code; empty where `is_total`.
        text: what is asked.
        wanted: parcels to be inspected; all rows where the queue names no number.
        rows: of the sample, with its reserve.
        outcomes: outcome -> questions with this answer.
        open, replaced, reserve: rows by what became of them.
        second_looks: questions that were looked at a second time.
        is_total: of all groups.
    """

    question: str
    text: str = ""
    wanted: int = 0
    rows: int = 0
    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    open: int = 0
    replaced: int = 0
    reserve: int = 0
    second_looks: int = 0
    is_total: bool = False

    @property
    def answered(self) -> int:
        """Questions with an answer, whatever it says."""
        return sum(self.outcomes.values())

    @property
    def done(self) -> int:
        """Of those that are wanted; one that another stands in for is none of them."""
        return self.answered - self.replaced


def queue_progress(standing: InspectionStanding) -> tuple[GroupProgress, ...]:
    """A row for each group in the sample's order, then one for all; none for an empty queue."""
    states, items = standing.states(), standing.items
    told: dict[str, Counter[str]] = {}
    for item in items:
        told.setdefault(item.question, Counter())[states[item.key]] += 1
    rows = [_row(standing, code, counts) for code, counts in told.items()]
    return (*rows, _total(rows)) if rows else ()


def _row(standing: InspectionStanding, code: str, counts: Mapping[str, int]) -> GroupProgress:
    asked = next((one for one in standing.queue.questions if one.code == code), None)
    wanted, size = asked.wanted if asked else None, sum(counts.values())
    return GroupProgress(
        question=code,
        text=asked.text if asked else "",
        wanted=size if wanted is None else wanted,
        rows=size,
        outcomes=_outcomes(standing.first.values(), code),
        open=counts.get(OPEN, 0),
        replaced=counts.get(REPLACED, 0),
        reserve=counts.get(RESERVE, 0),
        second_looks=sum(1 for _, question in standing.second if question == code),
    )


def _outcomes(entries: Iterable[InspectionEntry], code: str) -> dict[Outcome, int]:
    of_group = (one.answer.outcome for one in entries if one.item.question == code)
    return dict(Counter(outcome for outcome in of_group if outcome is not None))


def _total(rows: Iterable[GroupProgress]) -> GroupProgress:
    rows = list(rows)
    outcomes: Counter[Outcome] = Counter()
    for row in rows:
        outcomes.update(row.outcomes)
    return GroupProgress(
        question="",
        wanted=sum(row.wanted for row in rows),
        rows=sum(row.rows for row in rows),
        outcomes=outcomes,
        open=sum(row.open for row in rows),
        replaced=sum(row.replaced for row in rows),
        reserve=sum(row.reserve for row in rows),
        second_looks=sum(row.second_looks for row in rows),
        is_total=True,
    )
