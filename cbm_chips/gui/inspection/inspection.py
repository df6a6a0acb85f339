"""The inspector's day, put together for the dock."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ...bridge.qt_alive import disconnect, is_alive
from ...bridge.texts.inspection_words import outcome_words
from ...bridge.texts.translation import tr
from ...core.inspection.values import SECOND_LOOK
from ..session.form_values import store
from ..session.inspection.answer_book import AnswerBook
from ..session.inspection.queue_book import QueueBook
from .answering.actions import AnswerActions
from .answering.answer_bar import AnswerBar
from .answering.many_dialog import ManyDialog, scopes_of
from .answering.reason_menu import ask_for_reason
from .answering.record_of_project import RecordOfProject
from .answering.selected_ids import selected_ids
from .queue.actions import GO_ON
from .queue.desk import QueueDesk
from .results.answers_on_map import likely_parcels
from .results.inspection_results import InspectionResults

if TYPE_CHECKING:
    from ...core.inspection.scheme import AnswerButton
    from ...core.inspection.values import QueueItem
    from ..map.parcel_queue import ParcelQueue
    from ..session.books.event_book import EventBook
    from ..session.books.marker_book import MarkerBook
    from ..session.session import Session

NAME, ON, OFF = "answers", "on", "off"
_ACTIVE = Qt.ApplicationState.ApplicationActive


class Inspection(QObject):
    """Belongs to one dock, in which `bar` stands below the plot."""

    asked_within = pyqtSignal(object)
    """First and last day of the window that the question on show is about; None without one."""

    def __init__(
        self,
        session: Session,
        events: EventBook,
        markers: MarkerBook,
        *,
        parcels: ParcelQueue,
        layers: Callable[[], list[QgsVectorLayer]],
        window: QWidget,
    ) -> None:
        """`parcels` shows those of the queue, `layers` has them; `window` is the dock."""
        super().__init__(window)
        self._session, self._layers, self._window = session, layers, window
        self._events = events
        self.queue = QueueBook(session, self)
        self.answers = AnswerBook(session, events, markers, self.queue, self)
        self.actions = AnswerActions(self.answers, self)
        self.bar = AnswerBar(self.answers, events, self.actions)
        self.results = InspectionResults(self.answers, self._parcels, session.remark, window)
        self.record = RecordOfProject(self.answers, window, is_seen=window.isVisible)
        self.desk = QueueDesk(session, self.answers, parcels, layers=layers, window=window)
        switch = self.actions.switch
        switch.setChecked(store.recall_grid(NAME, OFF) == ON)
        self.bar.setVisible(switch.isChecked())
        self._connect()

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> what it does while the dates have the focus."""
        return {**self.actions.letters, **self.desk.letters, **self.results.letters}

    @property
    def all_actions(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts, but for those that have a letter."""
        return [*self.actions.unkeyed, *self.results.unkeyed, *self.desk.actions.unkeyed]

    def meant_by(self, pressed: QKeySequence) -> QAction | None:
        """What the key does wherever in the dock the focus is; None for nothing of these."""
        go_on = self.desk.actions[GO_ON]
        if go_on.isEnabled() and go_on.shortcut() == pressed:
            return go_on
        return self.actions.meant_by(pressed)

    def fill(self, menu: QMenu) -> None:
        """The dock's entries."""
        menu.addSeparator()
        self.desk.fill(menu)
        actions = self.actions
        menu.addActions([actions.switch, actions.record, actions.many, actions.undo, actions.redo])
        self.results.fill(menu)

    def show_pictures_of(self, in_sight: Callable[[], Iterable[str]]) -> None:
        """Whoever shows the dates says which of them are in sight."""
        self.answers.maker.in_sight = in_sight

    def speak_on(self, *dates: QWidget) -> None:
        """What has the focus while answers are given tells screen readers of them, too."""

        def tell() -> None:
            words = self.bar.state.text() if self.actions.switch.isChecked() else ""
            for widget in dates:
                if widget.accessibleDescription() != words:
                    widget.setAccessibleDescription(words)

        self.answers.changed.connect(tell)
        self.actions.switch.toggled.connect(tell)

    def watch(self, *_: object) -> None:
        """Somebody can look, or can't: only that time counts."""
        active = QGuiApplication.applicationState() == _ACTIVE
        self.answers.maker.looking.watch(active and self._window.isVisible())

    def on_seen(self, is_seen: bool) -> None:
        """The dock is seen, or not any more."""
        self.watch()
        if is_seen:
            self.record.recall()

    def refresh(self) -> None:
        """The settings may have changed."""
        self.answers.refresh()
        self.actions.show_scheme()
        self.bar.show_scheme()

    def unload(self) -> None:
        """Leave nothing unwritten, and hear of no project any more."""
        disconnect(QGuiApplication.instance(), "applicationStateChanged", self.watch)
        self.record.unload()
        self.desk.unload()
        self.answers.unload()

    def _parcels(self) -> tuple[QgsVectorLayer, str] | None:
        """The queue's, with its field with ids; without a queue the likeliest."""
        own = self.desk.parcels
        if own is not None and is_alive(own.layer):
            return own.layer, own.id_field
        return likely_parcels(self._layers())

    def _connect(self) -> None:
        actions, answers = self.actions, self.answers
        actions.switch.toggled.connect(self._on_switched)
        actions.many.triggered.connect(lambda checked=False: self.ask_for_many())
        actions.record.triggered.connect(lambda checked=False: self.record.ask())
        answers.reason_wanted.connect(self._ask_for_reason)
        answers.failed.connect(self._open_for)
        self.record.left.connect(self.desk.close)
        self.queue.opened.connect(self._open)
        self.queue.changed.connect(self._show_events_of_look)
        self.queue.moved.connect(self._tell_window)  # the parcel is on show by then
        QGuiApplication.instance().applicationStateChanged.connect(self.watch)

    def _on_switched(self, is_on: bool) -> None:
        store.remember_grid(NAME, ON if is_on else OFF)
        self.bar.setVisible(is_on)

    def _tell_window(self) -> None:
        """Not that of a former question, which stays on show in the plot."""
        is_asked = self.queue.is_open and self.answers.question.window
        window = self._events.window if is_asked else None
        self.asked_within.emit(None if window is None else (window.first, window.last))

    def _show_events_of_look(self) -> None:
        """What was marked in the first look would tell its answer."""
        self._events.look_again(self.queue.look == SECOND_LOOK)

    def _open_for(self, problem: str) -> None:
        """What can't be written is to be seen."""
        if problem:
            self._open()

    def _open(self) -> None:
        self.actions.switch.setChecked(True)

    def _ask_for_reason(self, button: AnswerButton) -> None:
        self._open()
        book = self.answers

        def choose(code: str) -> None:
            book.draft = replace(book.draft, reason=code)
            book.answer(button)

        title = tr("{answer}: why?").format(answer=outcome_words(button.outcome))
        ask_for_reason(book.scheme.all_reasons, choose, title=title, over=self.bar)

    def ask_for_many(self) -> None:
        """One answer to the questions of the parcels that are selected in the layer."""
        ids = selected_ids(self._layers())
        scopes = scopes_of(self.answers, ids)
        if not scopes:
            words = tr("No parcel of the queue is selected in its layer.")
            self._session.remark(words)
            return
        dialog = ManyDialog(self.answers, scopes, self._window)
        dialog.chosen.connect(self._answer_many)
        dialog.finished.connect(lambda result: dialog.deleteLater())
        dialog.open()

    def _answer_many(self, button: AnswerButton, reason: str, items: tuple[QueueItem, ...]) -> None:
        book = self.answers
        book.draft = replace(book.draft, reason=reason)
        book.answer_many(items, button)
