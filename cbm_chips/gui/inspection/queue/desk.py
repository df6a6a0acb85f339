"""The queue of an inspection, put together: its bar, its dialogs, and what is kept of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDialog, QMenu, QWidget

from ....bridge.texts.translation import tr
from ....core.inspection.queue.second_look import SecondLook, second_look
from ....core.inspection.values import FIRST_LOOK, SECOND_LOOK
from ...map.parcel_queue import ParcelQueue
from ...session.inspection import settings
from ...session.inspection.answer_book import AnswerBook
from ...session.inspection.answer_maker import AnswerDraft
from ...session.session import Session
from ..second_look.choice_dialog import SecondLookDialog
from ..second_look.looks_dialog import LooksDialog
from . import actions as names
from .actions import QueueActions
from .bar import QueueBar
from .dialog import OpenQueueDialog
from .go_on_line import GoOnLine
from .keeper import KeptInspection, QueueKeeper
from .left_out_dialog import LeftOutDialog
from .opening import MadeQueue, QueueLayer
from .places import QueuePlaces
from .resuming import QueueResuming
from .walk import QueueWalk
from .words import place_words


class QueueDesk(QObject):
    """Belongs to one dock, in which `bar` and `line` stand above the dates."""

    left = pyqtSignal()
    """The keys are for the dates again."""

    def __init__(
        self,
        session: Session,
        answers: AnswerBook,
        parcels: ParcelQueue,
        *,
        layers: Callable[[], list[QgsVectorLayer]],
        window: QWidget,
    ) -> None:
        """`layers` gives those with parcels, the likeliest first; `window` has the dialogs."""
        super().__init__(window)
        self._session, self._answers, self.book = session, answers, answers.queue
        self._parcels, self._layers, self._window = parcels, layers, window
        self.walk = QueueWalk(session, self.book, parcels, self)
        self.keeper = QueueKeeper(self.book, answers, self)
        self.resuming = QueueResuming(session, answers, self)
        self.actions = QueueActions(self._what_they_do(), self)
        self.bar = QueueBar(self.book, self.actions.buttons, self.actions.more)
        self.line = GoOnLine(self.actions[names.GO_ON])
        self.parcels: QueueLayer | None = None
        """Those of the queue that is open."""
        self._made: MadeQueue | None = None
        """Waits for its record."""
        self._kept: KeptInspection | None = None
        self._second: SecondLook | None = None
        self._connect()

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return self.actions.letters

    def fill(self, menu: QMenu) -> None:
        """The dock's entries."""
        menu.addAction(self.actions[names.OPEN])

    def step(self, step: int) -> bool:
        """To the next (1) or previous (-1) question; False without a queue."""
        return self.book.step(step)

    def unload(self) -> None:
        """Leave no task behind."""
        self.resuming.stop()

    def ask(self) -> QDialog:
        """Which queue."""
        record = self._answers.record.path or str(settings.usual_record())
        dialog = OpenQueueDialog(self._layers(), self._window, record=record)
        dialog.chosen.connect(partial(self._take, dialog))
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()
        return dialog

    def open(self, made: MadeQueue, record: str) -> None:
        """A queue whose answers go to a record; it shows when that is open."""
        self._made = made
        if self._answers.record.is_open and self._answers.record.path == record:
            self._begin()
        else:
            self._answers.open(record)

    def go_on(self) -> None:
        """With the queue that the open record has."""
        kept = self._kept
        self.line.hide()
        if kept is not None and not self.book.is_open:
            self.resuming.begin(kept)

    def begin_second_look(self, second: SecondLook) -> None:
        """Show the chosen questions again, with no answer of the first look in sight."""
        self._second = second
        self.keeper.keep_second(second)
        self._begin_second(second)
        self.left.emit()

    def ask_for_second_look(self) -> QDialog | None:
        """How many come up again; None where nothing is answered yet, or back to the first look."""
        if self.book.look == SECOND_LOOK:
            self.book.end_second_look()
            return None
        answered = [one for one in self.book.queue.items if self.book.is_decided(one)]
        if not answered:
            self._session.remark(tr("Nothing is answered yet that could come up again."))
            return None
        dialog = SecondLookDialog(partial(second_look, answered), self._second, self._window)
        dialog.chosen.connect(self._look_again)
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()
        return dialog

    def show_agreement(self) -> QDialog:
        """Of both looks."""
        kept = self._answers.kept
        dialog = LooksDialog(kept.of_look(FIRST_LOOK), kept.of_look(SECOND_LOOK), self._window)
        dialog.show()
        return dialog

    def show_left_out(self) -> None:
        """What did not join."""
        LeftOutDialog(self.book.queue.left_out, self._window).show()

    def close(self) -> None:
        """No queue; what is on show stays."""
        self.walk.lead(None)
        self.parcels = self._made = None
        self.book.close()

    def _what_they_do(self) -> dict[str, Callable[[], object]]:
        return {
            names.OPEN: self.ask,
            names.PREVIOUS: partial(self.step, -1),
            names.NEXT: partial(self.step, 1),
            names.UNDECIDED: self.book.next_undecided,
            names.GO_TO: self._ask_for_id,
            names.GO_ON: self.go_on,
            names.MENU: self._show_menu,
            names.LEFT_OUT: self.show_left_out,
            names.SECOND: self.ask_for_second_look,
            names.AGREEMENT: self.show_agreement,
            names.STRETCH: self._share_stretch,
            names.CLOSE: self.close,
        }

    def _connect(self) -> None:
        book, answers = self.book, self._answers
        self.bar.id_entered.connect(self._go_to)
        self.bar.left.connect(self.left)
        book.opened.connect(self._on_opened)
        book.changed.connect(self._show_look)
        book.all_decided.connect(self._on_all_decided)
        answers.opened.connect(self._on_record)
        answers.record.closed.connect(self._on_record_closed)
        answers.failed.connect(self._on_failed)
        self.keeper.found.connect(self._offer)
        self.resuming.made.connect(self._resume)
        self._on_opened()

    def _take(self, dialog: OpenQueueDialog, made: MadeQueue) -> None:
        if dialog.inspector and dialog.inspector != settings.inspector():
            settings.set_inspector(dialog.inspector)
        self.open(made, dialog.record)

    def _on_record(self) -> None:
        """A record is open: it is that of the queue which waits, or it has one of its own."""
        if self._made is not None:
            self._begin()
        elif not self.book.is_open:
            self.keeper.look()

    def _on_record_closed(self) -> None:
        self.line.hide()
        self.resuming.stop()
        self._kept = self._second = None
        self.actions.offer(is_offered=False)

    def _on_failed(self, problem: str) -> None:
        if problem and self._made is not None and not self._answers.record.is_open:
            self._made = None
            self._session.remark(problem)

    def _begin(self) -> None:
        made, self._made = self._made, None
        if made is None:
            return
        self._second = None
        self.line.hide()
        self.keeper.keep_queue(made.queue, made.parcels)
        self._lead(made)
        self.book.open(made.queue, self._answers.kept.of_look(FIRST_LOOK), standing=made.standing)
        self.left.emit()

    def _offer(self, kept: KeptInspection) -> None:
        """The record of the project has a queue."""
        if self.book.is_open:
            return
        self._kept = kept
        self.actions.offer(is_offered=True)
        words = tr("Go on with the inspection: {place}, {decided} decided.")
        place, decided = place_words(kept.progress), kept.progress.decided
        self.line.offer(words.format(place=place, decided=decided))

    def _resume(self, made: MadeQueue) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        self.keeper.keep_layer(made.parcels)
        self._lead(made)
        first = self._answers.kept.of_look(FIRST_LOOK)
        self.book.open(made.queue, first, kept.at, made.standing)
        self._second = kept.second
        again = self._answers.kept.of_look(SECOND_LOOK)
        if kept.second is not None and not again.keys() >= set(kept.second.keys):
            self._begin_second(kept.second)
        self.left.emit()

    def _begin_second(self, second: SecondLook) -> None:
        """What was said last may tell of a first answer, and a draft was meant for one."""
        self._session.remark("")
        self._answers.draft = AnswerDraft()
        self.book.begin_second_look(second, self._answers.kept.of_look(SECOND_LOOK))

    def _lead(self, made: MadeQueue) -> None:
        self.parcels = made.parcels
        self.walk.lead(QueuePlaces(made.parcels.layer, made.queue.features, made.kept))

    def _show_menu(self) -> None:
        self.bar.menu.showMenu()

    def _ask_for_id(self) -> None:
        if self.book.is_open:
            self.bar.ask_for_id()

    def _go_to(self, text: str) -> None:
        if self.book.go_to_id(text):
            self.bar.field.clear()
            self.left.emit()

    def _look_again(self, second: SecondLook, inspector: str) -> None:
        if inspector and inspector != settings.inspector():
            settings.set_inspector(inspector)
        self.begin_second_look(second)

    def _on_opened(self) -> None:
        self.actions.enable(is_open=self.book.is_open)
        self.actions.offer(is_offered=self._kept is not None and not self.book.is_open)
        self.actions[names.LEFT_OUT].setEnabled(bool(self.book.queue.left_out))

    def _show_look(self) -> None:
        is_second = self.book.look == SECOND_LOOK
        words = tr("Back to the first look") if is_second else tr("Second look …")
        self.actions[names.SECOND].setText(words)
        self.actions[names.AGREEMENT].setEnabled(self.book.is_open and not is_second)

    def _on_all_decided(self) -> None:
        if self.book.look == SECOND_LOOK:
            self.book.end_second_look()
            self.show_agreement()

    def _share_stretch(self) -> None:
        self._parcels.share_stretch(self.actions[names.STRETCH].isChecked())
