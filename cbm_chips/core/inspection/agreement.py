"""How far two looks at the same questions agree, by question and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .values import InspectionEntry, Outcome

Key = tuple[str, str]


@dataclass(frozen=True)
class LooksAgreement:
    """Two looks at the questions of one group, or at all.

    Attributes:
        question: the group's code; empty where `is_total`.
        counts: (first outcome, second outcome) -> questions that both have answered so.
        only_first, only_second: questions that only one of them has answered.
        is_total: of all groups.
    """

    question: str
    counts: Mapping[tuple[Outcome, Outcome], int]
    only_first: int = 0
    only_second: int = 0
    is_total: bool = False

    @property
    def both(self) -> int:
        """Questions that both have answered."""
        return sum(self.counts.values())

    @property
    def agreed(self) -> int:
        """Those with the same outcome."""
        return sum(self.counts.get((one, one), 0) for one in Outcome)

    @property
    def agreement(self) -> float | None:
        """Overall agreement, 0 to 1; None while no question has two answers."""
        return self.agreed / self.both if self.both else None

    @property
    def kappa(self) -> float | None:
        """Agreement beyond that of chance: 1 for all, 0 for as much as chance gives, or below.

        Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological
        Measurement 20, 37-46: (po - pe) / (1 - pe), po the share with the same outcome, pe the sum
        over the outcomes of the product of both looks' shares.

        None where it is not defined: without a question that both have answered, or where both
        have only ever given one and the same outcome, so that chance would agree always.
        """
        if not self.both:
            return None
        shares = ((self._first(one), self._second(one)) for one in Outcome)
        # In whole numbers, so that `chance` is exactly 1 where it is.
        chance = sum(first * second for first, second in shares)
        most = self.both**2
        if chance == most:
            return None
        return (self.agreed * self.both - chance) / (most - chance)

    def _first(self, outcome: Outcome) -> int:
        return sum(self.counts.get((outcome, other), 0) for other in Outcome)

    def _second(self, outcome: Outcome) -> int:
        return sum(self.counts.get((other, outcome), 0) for other in Outcome)


@dataclass(frozen=True)
class Disagreement:
    """A question with two answers that differ.

    Attributes:
        first, second: the answers.
    """

    first: InspectionEntry
    second: InspectionEntry


def looks_agreement(
    first: Mapping[Key, InspectionEntry], second: Mapping[Key, InspectionEntry]
) -> tuple[LooksAgreement, ...]:
    """A row for each group by code, then one for all; none where nobody has answered.

    Args:
        first, second: answers that stand, by parcel and question, as `Record.newest` has them.
    """
    codes = sorted({question for _, question in (*first, *second)})
    rows = [_row(code, _of_question(first, code), _of_question(second, code)) for code in codes]
    if not rows:
        return ()
    counts: Counter[tuple[Outcome, Outcome]] = Counter()
    for row in rows:
        counts.update(row.counts)
    only = sum(row.only_first for row in rows), sum(row.only_second for row in rows)
    return (*rows, LooksAgreement("", counts, *only, is_total=True))


def disagreements(
    first: Mapping[Key, InspectionEntry], second: Mapping[Key, InspectionEntry]
) -> tuple[Disagreement, ...]:
    """Questions whose answers differ, by group and parcel."""
    keys = sorted(first.keys() & second.keys(), key=lambda key: (key[1], key[0]))
    pairs = (Disagreement(first[key], second[key]) for key in keys)
    return tuple(one for one in pairs if one.first.answer.outcome != one.second.answer.outcome)


def _of_question(answers: Mapping[Key, InspectionEntry], code: str) -> dict[str, Outcome]:
    """By parcel; without answers that were taken back."""
    return {
        parcel: entry.answer.outcome
        for (parcel, question), entry in answers.items()
        if question == code and entry.answer.outcome is not None
    }


def _row(code: str, first: Mapping[str, Outcome], second: Mapping[str, Outcome]) -> LooksAgreement:
    both = first.keys() & second.keys()
    return LooksAgreement(
        code,
        Counter((first[parcel], second[parcel]) for parcel in both),
        len(first.keys() - both),
        len(second.keys() - both),
    )


def confusion(row: LooksAgreement) -> Iterable[tuple[Outcome, tuple[int, ...]]]:
    """The table of counts: an outcome of the first look, and how the second has answered."""
    for first in Outcome:
        yield first, tuple(row.counts.get((first, second), 0) for second in Outcome)
