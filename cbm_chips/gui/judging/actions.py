"""What keys and buttons do to events and markers; a refusal is shown in the dock's line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QAction

from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.errors import RequestError
from ...core.events.event import AFTER, BEFORE
from ...core.markers.agreement import MarkerVerdict
from ..session.session import Session
from ..widgets.menu import action
from .words import events_as_text

if TYPE_CHECKING:
    from ...core.markers.marker import MachineMarker
    from ..session.books.event_book import EventBook
    from ..session.books.marker_book import MarkerBook


_ICONS = {"Undo": "mActionUndo", "Copy": "mActionEditCopy"}
"""The others are words: no icon of QGIS's says them."""


class JudgingActions(QObject):
    """Belongs to one dock."""

    def __init__(
        self, session: Session, events: EventBook, markers: MarkerBook, parent: QObject
    ) -> None:
        """`chosen` is set by whoever shows markers: the one that an answer is about."""
        super().__init__(parent)
        self._session, self._events, self._markers = session, events, markers
        self.chosen: Callable[[], MachineMarker | None] = lambda: None
        self.before = self._made("Before", tr("Event: last date before it"), tr("Before"))
        self.after = self._made("After", tr("Event: first date after it"), tr("After"))
        self.undo = self._made("Undo", tr("Take the last mark of an event back"), tr("Undo"))
        self.copy = self._made("Copy", tr("Copy the events as text"), tr("Copy"))
        self.confirm = self._made("Confirm", tr("Confirm the machine's marker"), tr("Confirm"))
        self.refute = self._made("Refute", tr("Refute the machine's marker"), tr("Refute"))
        reveal = tr("I have answered: show the machine's answer")
        self.reveal = self._made("Reveal", reveal, tr("Show it"))
        self._connect()

    @property
    def all(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts."""
        of_events = [self.before, self.after, self.undo, self.copy]
        return [*of_events, self.confirm, self.refute, self.reveal]

    @property
    def letters(self) -> dict[str, QAction]:
        """Key -> its action."""
        keys = (self.before, self.after, self.undo, self.confirm, self.refute, self.reveal)
        return dict(zip("BAUYRI", keys))

    def show_state(self) -> None:
        """What is not possible is greyed."""
        self.undo.setEnabled(bool(self._events.log.earlier))
        self.copy.setEnabled(bool(self._events.log.events))
        can_answer = self.chosen() is not None
        self.confirm.setEnabled(can_answer)
        self.refute.setEnabled(can_answer)
        self.reveal.setEnabled(self._markers.is_hidden)

    def say(self, error: RequestError) -> None:
        """Why something was not done."""
        self._session.remark(worded(error.allowed) if error.field == "event" else worded(error))

    def _connect(self) -> None:
        for of_action, do in (
            (self.before, lambda: self._events.mark(BEFORE)),
            (self.after, lambda: self._events.mark(AFTER)),
            (self.undo, self._events.undo),
            (self.copy, self._copy),
            (self.confirm, lambda: self._answer(MarkerVerdict.CONFIRMED)),
            (self.refute, lambda: self._answer(MarkerVerdict.REFUTED)),
            (self.reveal, self._markers.reveal),
        ):
            of_action.triggered.connect(lambda checked=False, do=do: self._try(do))

    def _made(self, name: str, text: str, short: str) -> QAction:
        icon = _ICONS.get(name, "")
        made = action(self, f"CbmChipsEvent{name}", text, lambda: None, icon=icon)
        made.setIconText(short)
        return made

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except RequestError as error:
            self.say(error)

    def _answer(self, verdict: MarkerVerdict) -> None:
        marker = self.chosen()
        if marker is not None:
            self._markers.say(marker, verdict)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(events_as_text(self._events))
        self._session.remark(tr("The events are in the clipboard."))
