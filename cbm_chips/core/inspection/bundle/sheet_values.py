"""The sheet of a parcel as values: texts in one language, pictures, colours by their meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from ..values import Outcome
from .made_picture import MadePicture, PictureProof

if TYPE_CHECKING:
    from ...model import Place

Say = Callable[[str], str]
"""Puts a reason into a language."""
Facts = tuple[tuple[str, str], ...]
"""Labels and values, without empty ones."""


@dataclass(frozen=True)
class SheetAnswer:
    """An answer that stands.

    Attributes:
        title: the question.
        outcome: for its colour; words: in a language.
        facts: the rest.
    """

    title: str
    outcome: Outcome
    words: str
    facts: Facts


@dataclass(frozen=True)
class SheetPicture:
    """A picture and what is told of it.

    Attributes:
        title: day and time.
        proof: for its colour; words: the proof in a language, with the reason.
        facts: the rest.
        made: the picture itself.
    """

    title: str
    proof: PictureProof
    words: str
    facts: Facts
    made: MadePicture


@dataclass(frozen=True)
class SheetTable:
    """Rows of texts below a head."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SheetPlot:
    """The series of the parcel.

    Attributes:
        svg: empty where there is none.
        note: why there is none, or what lacks in it; empty for nothing to say.
    """

    svg: bytes = b""
    note: str = ""


@dataclass(frozen=True)
class EvidenceSheet:
    """All that stands on it, in order.

    Attributes:
        parcel: its id; title, lead: heading.
        answers, pictures: see there.
        facts: of the parcel.
        place: for its outline; None where there is none.
        history: all rows of the record, those that were taken back included.
        fields: the record's fields of each answer that stands: name, value.
        plot: the series.
        record_sha256: of `record.json`.
        notice: of the pictures' owner.
        decided: when the last row was written.
        labels: headings by their names, see `sheet_words.LABELS`.
    """

    parcel: str
    title: str
    lead: str
    answers: tuple[SheetAnswer, ...]
    facts: Facts
    place: Place | None
    pictures: tuple[SheetPicture, ...]
    history: SheetTable
    fields: tuple[SheetTable, ...]
    plot: SheetPlot
    record_sha256: str
    notice: str
    decided: datetime
    labels: dict[str, str]
