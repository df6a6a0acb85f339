"""Where in a queue somebody stands: `37 of 210, bucket E5: 12 of 60`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..values import InspectionQuestion, QueueItem
from .join import bare
from .reserve import Key, active, replaced


@dataclass(frozen=True)
class QueueProgress:
    """Numbers for people, from 1; a question that another one stands in for does not count.

    Attributes:
        number, count: of the current question, and how many there are.
        question: code of its group.
        number_in, count_in: the same within the group.
        decided, decided_in: how many have an answer, in all and in the group.
        is_replaced: the current one can't be inspected, and another stands in for it.
    """

    number: int = 0
    count: int = 0
    question: str = ""
    number_in: int = 0
    count_in: int = 0
    decided: int = 0
    decided_in: int = 0
    is_replaced: bool = False


@dataclass(frozen=True)
class QueueAnswer:
    """As much of an answer as the queue has to know."""

    can_be_inspected: bool = True


class QueueStanding:
    """The questions on the list, and which of them are decided.

    What is asked often, and a new answer, cost the same however many there are; only another one
    that can't be inspected, of a group with a reserve, has the list made anew.
    """

    def __init__(
        self,
        items: Sequence[QueueItem],
        questions: Iterable[InspectionQuestion] = (),
        answers: Mapping[Key, QueueAnswer] | None = None,
    ) -> None:
        """`items` are all, with the reserve, in the order of inspection."""
        self.all = items
        self.questions = {one.code: one for one in questions}
        self._answers = dict(answers or {})
        self._make()

    def decide(self, answers: Mapping[Key, QueueAnswer | None]) -> bool:
        """Take answers, or take them back (None); True if other questions are on the list now."""
        is_new_list = False
        for key, new in answers.items():
            old = self._answers.get(key)
            if old == new:
                continue
            if new is None:
                del self._answers[key]
            else:
                self._answers[key] = new
            is_new_list |= self._touches_reserve(key, old, new)
            self._count(key, (new is not None) - (old is not None))
        if is_new_list:
            self._make()
        return is_new_list

    def replacement(self, item: QueueItem) -> QueueItem | None:
        """Who comes onto the list when `item` can't be inspected; None with no reserve left."""
        return self.replacements([item]).get(item.key)

    def replacements(self, items: Iterable[QueueItem]) -> dict[Key, QueueItem]:
        """Who comes onto the list for each of these; who has no reserve left is not among them."""
        barred = self.not_inspectable
        lost = {item.key: item for item in items if item.key not in barred}
        codes = {item.question for item in lost.values()}
        own = [one for one in self.all if one.question in codes]
        then = active(
            own,
            self.questions,
            not_inspectable=barred | lost.keys(),
            answered=self.answered | lost.keys(),
        )
        fresh: dict[str, list[QueueItem]] = {code: [] for code in codes}
        for one in then:
            if self.row_of(one.key) is None and one.key not in lost:
                fresh[one.question].append(one)
        pairs = ((key, fresh[item.question]) for key, item in lost.items())
        return {key: left.pop(0) for key, left in pairs if left}

    def is_decided(self, item: QueueItem) -> bool:
        """It has an answer."""
        return item.key in self._answers

    def is_replaced(self, item: QueueItem) -> bool:
        """Another one stands in for it."""
        return item.key in self._replaced

    def row_of(self, key: Key) -> int | None:
        """Of a question on the list."""
        return next((row for row in self._rows.get(key[0], ()) if self.items[row].key == key), None)

    def next_undecided(self, row: int, step: int = 1) -> int | None:
        """The next row without an answer, around the end; None where all have one."""
        count = len(self.items)
        others = ((row + step * away) % count for away in range(1, count + 1))
        return next((one for one in others if not self.is_decided(self.items[one])), None)

    def rows_with_id(self, text: str) -> Sequence[int]:
        """The questions of a parcel; leading zeros may lack where no other parcel is alike."""
        text = text.strip()
        if text in self._rows:
            return self._rows[text]
        alike = [one for one in self._rows if bare(one) == bare(text)] if bare(text) else []
        return self._rows[alike[0]] if len(alike) == 1 else ()

    def progress(self, row: int) -> QueueProgress:
        """At a row of the list; nothing but zeros for an empty one."""
        if not self.items:
            return QueueProgress()
        item = self.items[row]
        gone, gone_in = self._gone, self._gone_in.get(item.question, ())
        return QueueProgress(
            number=max(row + 1 - bisect_left(gone, row + 1), 1),
            count=len(self.items) - len(gone),
            question=item.question,
            number_in=max(self._number_in[row] - bisect_left(gone_in, row + 1), 1),
            count_in=self._count_in[item.question] - len(gone_in),
            decided=sum(self._decided.values()),
            decided_in=self._decided.get(item.question, 0),
            is_replaced=item.key in self._replaced,
        )

    def _make(self) -> None:
        """The list, and what is looked up in it."""
        barred = self.not_inspectable
        self.items: Sequence[QueueItem] = self.all
        if any(one.wanted is not None for one in self.questions.values()):
            self.items = active(
                self.all, self.questions, not_inspectable=barred, answered=self._answers
            )
        self._replaced = replaced(self.items, self.questions, barred)
        self._rows: dict[str, list[int]] = {}
        self._number_in: list[int] = []
        self._count_in: dict[str, int] = {}
        for row, item in enumerate(self.items):
            self._rows.setdefault(item.parcel, []).append(row)
            number = self._count_in.get(item.question, 0) + 1
            self._count_in[item.question] = number
            self._number_in.append(number)
        self._count_all()

    def _count_all(self) -> None:
        rows = filter(None, (self._place(key) for key in self._replaced))
        self._gone: list[int] = []
        self._gone_in: dict[str, list[int]] = {}
        for row, question in sorted(rows):
            self._gone.append(row)
            self._gone_in.setdefault(question, []).append(row)
        self._decided: dict[str, int] = {}
        for key in self._answers:
            self._count(key, 1)

    def _place(self, key: Key) -> tuple[int, str] | None:
        row = self.row_of(key)
        return None if row is None else (row, key[1])

    def _count(self, key: Key, by: int) -> None:
        if by and key not in self._replaced and self.row_of(key) is not None:
            self._decided[key[1]] = self._decided.get(key[1], 0) + by

    @property
    def not_inspectable(self) -> frozenset[Key]:
        """Questions of which was said that they can't be inspected."""
        return frozenset(key for key, one in self._answers.items() if not one.can_be_inspected)

    @property
    def answered(self) -> frozenset[Key]:
        """Questions with an answer."""
        return frozenset(self._answers)

    def _touches_reserve(self, key: Key, old: QueueAnswer | None, new: QueueAnswer | None) -> bool:
        question = self.questions.get(key[1])
        if question is None or question.wanted is None:
            return False
        was_barred = old is not None and not old.can_be_inspected
        keeps_its_place = new is not None and new.can_be_inspected and not was_barred
        return not keeps_its_place or self.row_of(key) is None
