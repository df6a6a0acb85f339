"""Answers: given by buttons to the question on show or to many, taken back and given again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.texts.inspection_words import reason_words
from ....bridge.texts.translation import tr
from ....core.inspection.answer_steps import AnswerStep, AnswerSteps, again, taken_back
from ....core.inspection.values import (
    InspectionAnswer,
    InspectionEntry,
    InspectionQuestion,
    Outcome,
    QueueItem,
)
from .answer_maker import AnswerDraft, AnswerMaker, with_replacements
from .evidence import Answering, complete, utc_now
from .kept_answers import KeptAnswers, Key
from .settings import goes_on, inspector, load_scheme
from .unwritten import AnswerWrite, Before, Entries

if TYPE_CHECKING:
    from ....core.inspection.scheme import AnswerButton
    from ..books.event_book import EventBook
    from ..books.marker_book import MarkerBook
    from ..runs import Run
    from ..session import Session
    from .open_record import OpenRecord
    from .queue_book import QueueBook


class AnswerBook(QObject):
    """One per dock."""

    changed = pyqtSignal()
    """Other answers, another question, or another state of the record."""
    opened = pyqtSignal()
    """A record is open, and its answers are known."""
    failed = pyqtSignal(str)
    """What is not written, or why no record is open; empty when that is over."""
    reason_wanted = pyqtSignal(object)
    """The `AnswerButton` that needs a reason: choose one by `draft`, then `answer` again."""
    record_wanted = pyqtSignal()
    """An answer waits for a record: `open` one, or `forget_waiting`."""

    def __init__(
        self,
        session: Session,
        events: EventBook,
        markers: MarkerBook,
        queue: QueueBook,
        parent: QObject,
    ) -> None:
        """Without a record; it answers the questions of `queue`."""
        super().__init__(parent)
        self._events, self.queue = events, queue
        self.maker = AnswerMaker(session, events, markers, self)
        self.kept = KeptAnswers(self)
        self.scheme = load_scheme()
        self.draft = AnswerDraft()
        """Said beside the next answer."""
        self._steps_of: dict[int, AnswerSteps] = {}
        """By look: one has nothing of the other to be taken back."""
        for mine, its in (
            (self.changed, self.kept.changed),
            (self.opened, self.kept.opened),
            (self.failed, self.kept.failed),
            (self.record_wanted, self.kept.record_wanted),
        ):
            its.connect(mine)
        self.kept.record.opened.connect(self._forget_steps)
        self.kept.record.closed.connect(self._forget_steps)
        self.kept.opened.connect(self._tell_queue)
        session.runs.began.connect(self._on_began)
        queue.moved.connect(self._on_moved)
        queue.changed.connect(self.changed)

    @property
    def record(self) -> OpenRecord:
        """Where they are written."""
        return self.kept.record

    @property
    def item(self) -> QueueItem | None:
        """The question that is to be answered: the queue's, else that of the parcel on show."""
        if self.queue.is_open:
            return self.queue.item
        place = self._events.place
        label = "" if place is None else place.label.strip()
        return QueueItem(label) if label else None

    @property
    def question(self) -> InspectionQuestion:
        """What is asked now."""
        return self.scheme.question("" if self.item is None else self.item.question)

    @property
    def newest(self) -> Mapping[Key, InspectionEntry]:
        """The answers that stand, of the look that the queue is at: of a second look its own."""
        return self.kept.of_look(self.queue.look)

    def state_of(self, item: QueueItem) -> InspectionEntry | None:
        """Its answer in this look; None while the question is open."""
        return self.newest.get(item.key)

    @property
    def can_undo(self) -> bool:
        """There is an answer of this session to be taken back."""
        return self._steps.can_undo and not self.kept.is_waiting

    @property
    def can_redo(self) -> bool:
        """One was taken back."""
        return self._steps.can_redo and not self.kept.is_waiting

    def open(self, path: str) -> None:
        """Open a record, or make it; `opened` or `failed` follows."""
        self.kept.open(path, inspector())
        self.changed.emit()

    def refresh(self) -> None:
        """The settings may have changed."""
        self.scheme = load_scheme()
        if self.scheme.windows != self._events.windows:
            self._events.set_windows(self.scheme.windows)
        self._choose_window()
        self.changed.emit()

    def answer(self, button: AnswerButton) -> None:
        """Answer the question on show; `failed` says why not."""
        item = self.item
        if item is None:
            self.failed.emit(tr("There is no question to answer: pick a parcel or open a queue."))
        else:
            self.answer_many([item], button)

    def answer_many(self, items: Sequence[QueueItem], button: AnswerButton) -> None:
        """The same answer to these questions, a row each; only one on show has been looked at.

        While an answer is being written nothing happens: the key was meant for a parcel that nobody
        has seen yet.
        """
        if self.kept.is_writing or not items:
            return
        said = self.draft.answer(button)
        if said.outcome is Outcome.CANNOT_BE_INSPECTED and not said.reason:
            self.reason_wanted.emit(button)
            return
        made = [self._answering(one, said) for one in items]
        answers, scheme = with_replacements(made, self.queue), self.scheme
        look, given = self.queue.look, self.draft

        def done(entries: Entries, before: Before) -> None:
            self._steps_of_look(look).note(AnswerStep(before, entries))
            if self.draft == given:  # and not what is said of the next one by now
                self.draft = AnswerDraft()
            self._go_on(entries)

        self.kept.put(AnswerWrite(lambda: tuple(complete(one, scheme) for one in answers), done))

    def retry(self) -> None:
        """Write what could not be written."""
        self.kept.retry()

    def forget_waiting(self) -> None:
        """The answer that is not in the record is not meant any more."""
        self.kept.forget()

    def undo(self) -> bool:
        """Take the last answer of this session back, by a new row; False if there is none."""
        if not self.can_undo:
            return False
        step, now = self._steps.last, utc_now()
        rows = tuple(taken_back(new, old, now) for old, new in zip(step.before, step.after))
        self._put_again(rows, self._steps.undo)
        return True

    def redo(self) -> bool:
        """Give it again; False if none was taken back."""
        if not self.can_redo:
            return False
        now = utc_now()
        rows = tuple(again(one, now) for one in self._steps.next.after)
        self._put_again(rows, self._steps.redo)
        return True

    def leave(self) -> None:
        """Close the record, and keep nothing for another one."""
        self.kept.leave()

    def unload(self) -> None:
        """Leave nothing unwritten and no thread behind."""
        self.kept.unload()

    @property
    def _steps(self) -> AnswerSteps:
        """Of the look that the queue is at."""
        return self._steps_of_look(self.queue.look)

    def _steps_of_look(self, look: int) -> AnswerSteps:
        return self._steps_of.setdefault(look, AnswerSteps())

    def _answering(self, item: QueueItem, said: InspectionAnswer) -> Answering:
        make = self.maker.of_shown if self._is_on_show(item) else self.maker.of_many
        return make(item, said, self.scheme, self.queue)

    def _is_on_show(self, item: QueueItem) -> bool:
        own = self.item
        is_shown = self.queue.is_on_show if self.queue.is_open else True
        return own is not None and own.key == item.key and is_shown

    def _put_again(self, rows: Entries, step: Callable[[], object]) -> None:
        """Rows of an undo or a redo; then show what was changed."""

        def done(entries: Entries, before: Before) -> None:
            step()
            self.queue.forget_replacement()
            self._tell_queue()
            if len(entries) == 1:
                self._show(entries[0].item)
            self.changed.emit()

        self.kept.put(AnswerWrite(lambda: rows, done))

    def _go_on(self, entries: Entries) -> None:
        if self.queue.is_open:
            self.queue.forget_replacement()
            for entry in entries:
                if entry.answer.outcome is Outcome.CANNOT_BE_INSPECTED:
                    self.queue.replace(entry.item, reason_words(entry.answer.reason))
            self._tell_queue()
            if goes_on() and self.item in [one.item for one in entries]:
                self.queue.next_undecided()
        self.changed.emit()

    def _tell_queue(self) -> None:
        """Which questions are decided."""
        look = self.queue.look
        self.queue.take_answers(self.kept.of_look(look), look)

    def _show(self, item: QueueItem) -> None:
        """Whatever was changed is to be seen."""
        rows = (row for row, one in enumerate(self.queue.items) if one.key == item.key)
        row = next(rows, None)
        if row is not None and row != self.queue.row:
            self.queue.go_to(row)

    def _forget_steps(self) -> None:
        """What can be undone belongs to one record."""
        self._steps_of = {}

    def _on_began(self, run: Run) -> None:
        """Without a queue the parcel on show is what is asked about."""
        if not run.only and not self.queue.is_open:
            self._on_moved()

    def _on_moved(self) -> None:
        if self.kept.is_waiting:  # its answer has what was said beside it
            self.draft = AnswerDraft()
        self.maker.begin()
        self._choose_window()
        self.changed.emit()

    def _choose_window(self) -> None:
        """That of the question; where it has none, the one that the user chose stays."""
        window = self.question.window
        if window and window != self._events.window_name:
            self._events.choose_window(window)
