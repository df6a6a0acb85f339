"""What was answered one after another, to be taken back and given again by new rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from .values import InspectionAnswer, InspectionEntry


@dataclass(frozen=True)
class AnswerStep:
    """One answer, or one answer to many questions.

    Attributes:
        before: what stood there, in the order of `after`; None where the question was open.
        after: the rows that were written.
    """

    before: tuple[InspectionEntry | None, ...]
    after: tuple[InspectionEntry, ...]


class AnswerSteps:
    """The steps of one session."""

    def __init__(self) -> None:
        """None yet."""
        self._done: list[AnswerStep] = []
        self._undone: list[AnswerStep] = []

    @property
    def can_undo(self) -> bool:
        """Something was answered."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Something was taken back, and nothing answered since."""
        return bool(self._undone)

    @property
    def last(self) -> AnswerStep:
        """What `undo` takes back."""
        return self._done[-1]

    @property
    def next(self) -> AnswerStep:
        """What `redo` gives again."""
        return self._undone[-1]

    def note(self, step: AnswerStep) -> None:
        """A new answer; what was taken back before it can't be given again."""
        self._done.append(step)
        self._undone.clear()

    def undo(self) -> None:
        """The last one is taken back."""
        self._undone.append(self._done.pop())

    def redo(self) -> None:
        """It is given again."""
        self._done.append(self._undone.pop())


def taken_back(
    entry: InspectionEntry, before: InspectionEntry | None, now: datetime
) -> InspectionEntry:
    """The row that takes `entry` back: the answer before it stands again, or none does.

    Nothing was looked at for a row that only opens the question again.
    """
    if before is not None:
        return replace(before, decided=now)
    return replace(
        entry,
        answer=InspectionAnswer(None),
        opened=now,
        decided=now,
        viewed_s=0.0,
        pictures=(),
        replaced_by="",
    )


def again(entry: InspectionEntry, now: datetime) -> InspectionEntry:
    """The row that gives an answer again, which rests on what it rested on before."""
    return replace(entry, decided=now)
