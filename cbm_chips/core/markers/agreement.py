"""What a person said of markers, and the table of how far machine and person agree."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from ..tables.spreadsheet_texts import csv_text
from .marker import MachineMarker

ALL_KINDS = "all"


class MarkerVerdict(str, Enum):
    """A person on a marker."""

    CONFIRMED = "confirmed"
    REFUTED = "refuted"


@dataclass(frozen=True)
class MarkerAnswer:
    """An answer, as it is kept.

    Attributes:
        verdict: see `MarkerVerdict`.
        was_hidden: the machine's answer was hidden until the person had given one.
        own_events: what the person had marked by then, `2022-05-20/2022-05-25 ...`; only then.
        when: ISO time of the answer.
    """

    verdict: MarkerVerdict
    was_hidden: bool = False
    own_events: str = ""
    when: str = ""


@dataclass(frozen=True)
class AgreementRow:
    """Counts of one kind of marker.

    Attributes:
        kind: or ALL_KINDS.
        confirmed, refuted, unseen: markers; the last were not looked at.
        blind: of those that were answered, how many without having seen the machine's answer.
    """

    kind: str
    confirmed: int = 0
    refuted: int = 0
    unseen: int = 0
    blind: int = 0

    @property
    def total(self) -> int:
        """All markers of the kind."""
        return self.confirmed + self.refuted + self.unseen

    @property
    def answered(self) -> int:
        """Those that a person has answered."""
        return self.confirmed + self.refuted

    @property
    def agreement(self) -> float | None:
        """Confirmed of the answered ones, 0 to 1; None while none is answered."""
        return self.confirmed / self.answered if self.answered else None

    @property
    def looked_at(self) -> float | None:
        """Answered of all, 0 to 1; None where there is none."""
        return self.answered / self.total if self.total else None


def agreement_of(
    markers: Iterable[MachineMarker], answers: Mapping[str, MarkerAnswer]
) -> tuple[AgreementRow, ...]:
    """A row for each kind by name, then one for all.

    Args:
        markers: all that could be answered.
        answers: by `MachineMarker.key`; those to other markers count for nothing.
    """
    counts: dict[str, dict[str, int]] = {}
    for marker in markers:
        answer = answers.get(marker.key)
        for kind in (marker.kind, ALL_KINDS):
            own = counts.setdefault(kind, dict.fromkeys(_COUNTED, 0))
            own[_column(answer)] += 1
            own["blind"] += answer is not None and answer.was_hidden
    kinds = sorted(kind for kind in counts if kind != ALL_KINDS)
    last = [ALL_KINDS] if counts else []
    return tuple(AgreementRow(kind, **counts[kind]) for kind in (*kinds, *last))


_COUNTED = ("confirmed", "refuted", "unseen", "blind")


def _column(answer: MarkerAnswer | None) -> str:
    return "unseen" if answer is None else answer.verdict.value


_TABLE = (
    "type",
    "confirmed",
    "refuted",
    "not_looked_at",
    "total",
    "agreement",
    "looked_at",
    "blind",
)
_ANSWERS = (
    *("parcel", "type", "signal", "first_day", "last_day", "confidence", "strength"),
    *("verdict", "machine_hidden", "own_events", "answered_at"),
)


def agreement_csv(rows: Iterable[AgreementRow]) -> str:
    """The table of agreement as CSV; shares with three decimals, empty where there is none."""
    return csv_text(_TABLE, map(_agreement_cells, rows))


def _agreement_cells(row: AgreementRow) -> tuple[object, ...]:
    counts = (row.kind, row.confirmed, row.refuted, row.unseen, row.total)
    return (*counts, _share(row.agreement), _share(row.looked_at), row.blind)


def answers_csv(markers: Iterable[MachineMarker], answers: Mapping[str, MarkerAnswer]) -> str:
    """Every marker with its answer as CSV; those not looked at have an empty one."""
    return csv_text(_ANSWERS, (_cells(marker, answers.get(marker.key)) for marker in markers))


def _cells(marker: MachineMarker, answer: MarkerAnswer | None) -> tuple[object, ...]:
    own = (marker.parcel, marker.kind, marker.signal, marker.first, marker.last)
    sure = ("" if marker.confidence is None else f"{marker.confidence:g}", marker.strength)
    if answer is None:
        return (*own, *sure, "", "", "", "")
    hidden = "yes" if answer.was_hidden else "no"
    return (*own, *sure, answer.verdict.value, hidden, answer.own_events, answer.when)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def answers_text(answers: Mapping[str, MarkerAnswer]) -> str:
    """As `answers_of_text` reads them."""
    return json.dumps({key: asdict(answer) for key, answer in answers.items()})


def answers_of_text(text: str) -> dict[str, MarkerAnswer]:
    """The answers that were kept; what is none is left out."""
    try:
        told: Any = json.loads(text)
    except ValueError:
        return {}
    found = {}
    for key, row in told.items() if isinstance(told, dict) else ():
        try:
            found[str(key)] = MarkerAnswer(
                MarkerVerdict(row["verdict"]),
                row["was_hidden"] is True,
                str(row["own_events"]),
                str(row["when"]),
            )
        except (ValueError, TypeError, KeyError):
            continue
    return found
