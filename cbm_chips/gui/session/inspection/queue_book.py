"""The queue of an inspection: which question is on show, which come next, which are decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.texts.translation import tr
from ....core.inspection.queue.progress import QueueAnswer, QueueProgress, QueueStanding
from ....core.inspection.queue.sample_queue import NO_QUEUE, SampleQueue
from ....core.inspection.values import FIRST_LOOK, SECOND_LOOK, Outcome

if TYPE_CHECKING:
    from ....core.inspection.queue.reserve import Key
    from ....core.inspection.queue.second_look import SecondLook
    from ....core.inspection.values import InspectionEntry, QueueItem
    from ..session import Session


class QueueBook(QObject):
    """One per dock; without a queue until `open`.

    Who answers asks here for the current question, and hands the answers in with `take_answers`.
    """

    opened = pyqtSignal()
    """Another queue, or none any more."""
    changed = pyqtSignal()
    """An answer, other questions on the list, or another look."""
    moved = pyqtSignal()
    """Another question is the current one, or the same is to be shown again."""
    all_decided = pyqtSignal()
    """The last question without an answer has one now."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """`session` says what is small."""
        super().__init__(parent)
        self._session = session
        self.queue = NO_QUEUE
        self.look = FIRST_LOOK
        """FIRST_LOOK, or SECOND_LOOK: then no first answer is to be seen anywhere."""
        self.second: SecondLook | None = None
        """What comes up again; None while it was not chosen."""
        self.row = 0
        self._first = self._standing = QueueStanding(())
        self._first_row = 0
        self._told = ""
        """What was said of the last parcel that was replaced."""

    @property
    def is_open(self) -> bool:
        """There is a queue."""
        return bool(self.queue.items)

    @property
    def name(self) -> str:
        """Of the sample, for the record."""
        return self.queue.name

    @property
    def items(self) -> Sequence[QueueItem]:
        """The questions on the list, in order; without those in reserve."""
        return self._standing.items

    @property
    def item(self) -> QueueItem | None:
        """The current question."""
        return self.items[self.row] if self.items else None

    @property
    def progress(self) -> QueueProgress:
        """Numbers for people."""
        return self._standing.progress(self.row)

    @property
    def is_on_show(self) -> bool:
        """The dates on show are those of the current question's parcel."""
        shown, item = self._session.shown, self.item
        return shown is not None and item is not None and shown.request.place.label == item.parcel

    def open(
        self,
        queue: SampleQueue,
        answers: Mapping[Key, InspectionEntry] | None = None,
        at: Key | None = None,
        standing: QueueStanding | None = None,
    ) -> None:
        """Begin with another queue.

        Args:
            queue: what is to be inspected.
            answers: the newest of the first look, of a record that has some already.
            at: the question to go on with; by default the first without an answer.
            standing: of this queue, without answers, where it was made in another thread.
        """
        self.queue, self.look, self.second = queue, FIRST_LOOK, None
        made = standing or QueueStanding(queue.items, queue.questions)
        made.decide(_answers_of(answers or {}))
        self._first = self._standing = made
        kept = None if at is None else self._standing.row_of(at)
        first = self._standing.next_undecided(-1) if kept is None else kept
        self.row = first or 0
        for signal in (self.opened, self.changed, self.moved):
            signal.emit()

    def close(self) -> None:
        """No queue; what is on show stays."""
        if self.is_open:
            self.open(NO_QUEUE)

    def step(self, step: int) -> bool:
        """To the next (1) or the previous (-1) question; False if there is no queue."""
        if not self.is_open:
            return False
        row = self.row + step
        if 0 <= row < len(self.items):
            self.go_to(row)
        else:
            ends = {True: tr("This is the last of the queue."), False: tr("This is the first.")}
            self._session.remark(ends[step > 0])
        return True

    def next_undecided(self) -> bool:
        """To the next question without an answer, around the end; False if all have one."""
        row = self._standing.next_undecided(self.row) if self.items else None
        if row is None:
            self._session.remark(tr("All questions of the queue are decided."))
            return False
        self.go_to(row)
        return True

    def go_to(self, row: int) -> None:
        """To a row of `items`."""
        self.row = row
        self.moved.emit()

    def go_to_id(self, text: str) -> bool:
        """To a parcel by its id, its other question if it is the current one; False if not there.

        The question of the same bucket comes first.
        """
        rows, item = list(self._standing.rows_with_id(text)), self.item
        if item is None or not rows:
            self._session.remark(self._why_not(text))
            return False
        if self.row in rows:
            self.go_to(rows[(rows.index(self.row) + 1) % len(rows)])
        else:
            same = (row for row in rows if self.items[row].question == item.question)
            self.go_to(next(same, rows[0]))
        return True

    def is_decided(self, item: QueueItem) -> bool:
        """It has an answer, of this look."""
        return self._standing.is_decided(item)

    def is_replaced(self, item: QueueItem) -> bool:
        """It can't be inspected, and another one of its bucket stands in for it."""
        return self._standing.is_replaced(item)

    def replacement_of(self, item: QueueItem) -> QueueItem | None:
        """Who takes the place of a parcel that can't be inspected; None: no reserve is left."""
        return self.replacements_of([item]).get(item.key)

    def replacements_of(self, items: Sequence[QueueItem]) -> Mapping[Key, QueueItem]:
        """The same of several, each its own; who has none is not among them."""
        return {} if self.look == SECOND_LOOK else self._standing.replacements(items)

    def replace(self, item: QueueItem, reason: str) -> QueueItem | None:
        """It can't be inspected: take the next of its bucket onto the list, and say so.

        Args:
            item: the question.
            reason: for people; empty for none.

        Returns:
            Who takes its place; None where no reserve is left.
        """
        found = self.replacement_of(item)
        if not self._standing.is_decided(item):
            self._decide({item.key: QueueAnswer(can_be_inspected=False)})
        if self.look == FIRST_LOOK and self._has_reserve(item):
            self._told = _replacement_words(item, found, reason)
            self._session.remark(self._told, until=())
        return found

    def forget_replacement(self) -> None:
        """What was said of the last one has been read: another answer is given, or another look."""
        told, self._told = self._told, ""
        if told:
            self._session.unsay(told)

    def take_answers(self, answers: Mapping[Key, InspectionEntry], look: int = FIRST_LOOK) -> None:
        """The newest answers of a look; a question that is not among them is open."""
        standing = self._first if look == FIRST_LOOK else self._standing
        if look in (self.look, FIRST_LOOK):
            gone = dict.fromkeys(standing.answered - answers.keys())
            self._decide({**gone, **_answers_of(answers)}, standing)

    def begin_second_look(
        self, second: SecondLook, answers: Mapping[Key, InspectionEntry] | None = None
    ) -> None:
        """Show the chosen questions again, without what was said of them.

        Args:
            second: what was chosen.
            answers: the newest of the second look, if it goes on.
        """
        if self.look == FIRST_LOOK:
            self._first_row = self.row
        items = {item.key: item for item in self.queue.items}
        again = tuple(items[key] for key in second.keys if key in items)
        known = {key: one for key, one in _answers_of(answers or {}).items() if one is not None}
        self.second, self.look = second, SECOND_LOOK
        self._standing = QueueStanding(again, (), known)
        self.row = self._standing.next_undecided(-1) or 0
        self.changed.emit()
        self.moved.emit()

    def end_second_look(self) -> None:
        """Back to the first, where it was."""
        if self.look == FIRST_LOOK:
            return
        self.look, self._standing = FIRST_LOOK, self._first
        self.row = min(self._first_row, max(len(self.items) - 1, 0))
        self.changed.emit()
        self.moved.emit()

    def _decide(
        self, answers: Mapping[Key, QueueAnswer | None], standing: QueueStanding | None = None
    ) -> None:
        standing, item = standing or self._standing, self.item
        had = standing.progress(0)
        standing.decide(answers)
        if standing is self._standing and item is not None:
            row = self._standing.row_of(item.key)
            self.row = min(self.row, len(self.items) - 1) if row is None else row
        self.changed.emit()
        now = standing.progress(0)
        if standing is self._standing and had.decided < now.decided == now.count:
            self.all_decided.emit()

    def _has_reserve(self, item: QueueItem) -> bool:
        question = self._standing.questions.get(item.question)
        return question is not None and question.wanted is not None

    def _why_not(self, text: str) -> str:
        """Behind the list, or nowhere."""
        parcel = text.strip()
        buckets = sorted({one.question for one in self.queue.items if one.parcel == parcel})
        if buckets and self.look == FIRST_LOOK:
            words = tr("Parcel {id} is in the reserve of {bucket}: its turn has not come.")
            return words.format(id=parcel, bucket=", ".join(buckets))
        out = next((one for one in self.queue.left_out if one.parcel == parcel), None)
        if out is not None:
            return tr("Parcel {id} is not in the queue: {reason}").format(
                id=parcel, reason=out.reason
            )
        return tr("The queue has no parcel {id}.").format(id=parcel)


def _answers_of(entries: Mapping[Key, InspectionEntry]) -> dict[Key, QueueAnswer | None]:
    """An answer that was taken back is none."""
    return {key: _answer_of(entry) for key, entry in entries.items()}


def _answer_of(entry: InspectionEntry) -> QueueAnswer | None:
    outcome = entry.answer.outcome
    return None if outcome is None else QueueAnswer(outcome is not Outcome.CANNOT_BE_INSPECTED)


def _replacement_words(item: QueueItem, found: QueueItem | None, reason: str) -> str:
    why = f" ({reason})" if reason else ""
    if found is None:
        words = tr("Parcel {id}{why} can't be inspected, and {bucket} has no reserve left.")
    else:
        words = tr("Parcel {other} takes the place of {id}{why} in {bucket}.")
    bucket, other = item.question, "" if found is None else found.parcel
    return words.format(id=item.parcel, why=why, bucket=bucket, other=other)
