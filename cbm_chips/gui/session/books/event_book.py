"""Events of parcels as they are marked, and the legal window that they are held against."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.qt_alive import disconnect
from ....core.errors import RequestError
from ....core.events.answer import EventAnswer, answer
from ....core.events.event import mark_of
from ....core.events.event_log import EventLog, events_text, logs_of_text
from ....core.pipeline.series import State
from ....core.reasons import Reason
from ....core.sentinel2.scl import CloudFlag
from ..form_values import store
from ..project_texts import SCOPE

if TYPE_CHECKING:
    from ....core.events.event import ParcelEvent
    from ....core.events.legal_window import LegalWindow, NamedWindow
    from ....core.model import Place
    from ....core.pipeline.series import Entry
    from ..session import Session

KEY, WINDOW_KEY = "/events", "/window"
AGAIN = "|second look"


class EventBook(QObject):
    """One per dock: the events of every place of the session, kept with the project."""

    changed = pyqtSignal()
    """Of the place on show, or of the window."""

    def __init__(self, session: Session, parent: QObject) -> None:
        """With what the project knows."""
        super().__init__(parent)
        self._session = session
        self._logs: dict[str, EventLog] = {}
        self._is_again = False
        """The events are those of a second look, which knows nothing of the first."""
        self.windows: tuple[NamedWindow, ...] = store.recall_windows()
        self._window = ""
        self._project = QgsProject.instance()
        self._project.readProject.connect(self.recall)
        self._project.cleared.connect(self._forget)
        session.runs.began.connect(self._on_began)
        self.recall()

    @property
    def place(self) -> Place | None:
        """Whose events they are; None while nothing is on show."""
        shown = self._session.shown
        return None if shown is None else shown.request.place

    @property
    def log(self) -> EventLog:
        """Of the place on show."""
        place = self.place
        return EventLog() if place is None else self._logs.get(self._key(place), EventLog())

    @property
    def window(self) -> LegalWindow | None:
        """The chosen one, in the season on show; None where none is."""
        shown = self._session.shown
        named = next((one for one in self.windows if one.name == self._window), None)
        if named is None or shown is None:
            return None
        return named.during(shown.request.first_day, shown.request.last_day)

    @property
    def window_name(self) -> str:
        """The chosen one; empty for none."""
        return self._window if self._window in {one.name for one in self.windows} else ""

    def look_again(self, is_again: bool) -> None:
        """Hide the events of the first look, for a second, blind one, or show them again."""
        if is_again != self._is_again:
            self._is_again = is_again
            self.changed.emit()

    def mark(self, side: str) -> None:
        """The current date is on one side of an event.

        Raises:
            RequestError: field `event`.
        """
        entry = self._session.current.entry
        place = self.place
        if place is None or entry is None:
            raise RequestError("event", "", Reason("Choose a date of a place first."))
        acquired = entry.scene.acquired if entry.scene.is_dated else None
        mark = mark_of(acquired, entry.scene.id, entry.flag)
        self._put(place, self.log.mark(side, mark))

    def undo(self) -> bool:
        """As it was before the last mark; False if there is none."""
        return self._change(self.log.undo())

    def remove(self, number: int) -> bool:
        """Without one event, counted from 0."""
        return self._change(self.log.remove(number))

    def answers(self) -> list[tuple[ParcelEvent, EventAnswer]]:
        """Every event of the place on show with its answer, in the order of their marking."""
        window, clear = self.window, self.clear_days()
        return [(event, answer(event, window, clear)) for event in self.log.events]

    def clear_days(self) -> list[date]:
        """Days on which the parcel on show was seen clear."""
        return clear_days(self._session.entries())

    def choose_window(self, name: str) -> None:
        """Hold the events against another window, or none."""
        self._window = name
        store.remember_window(name)
        self._session.project_texts.put(WINDOW_KEY, name)
        self.changed.emit()

    def set_windows(self, windows: tuple[NamedWindow, ...]) -> None:
        """Other windows to choose from."""
        self.windows = windows
        store.remember_windows(windows)
        self.changed.emit()

    def recall(self) -> None:
        """What the project that is open knows."""
        text, _ = self._project.readEntry(SCOPE, KEY, "")
        self._logs = logs_of_text(text)
        named, _ = self._project.readEntry(SCOPE, WINDOW_KEY, "")
        self._window = named or store.recall_window()
        self.changed.emit()

    def unload(self) -> None:
        """Hear of no project any more."""
        disconnect(self._project, "readProject", self.recall)
        disconnect(self._project, "cleared", self._forget)

    def _on_began(self, *_: object) -> None:
        self.changed.emit()

    def _change(self, log: EventLog) -> bool:
        place = self.place
        if place is None or log == self.log:
            return False
        self._put(place, log)
        return True

    def _key(self, place: Place) -> str:
        return key_of(place) + (AGAIN if self._is_again else "")

    def _put(self, place: Place, log: EventLog) -> None:
        self._logs[self._key(place)] = log
        self._session.project_texts.put(KEY, lambda: events_text(self._logs))
        self._project.setDirty(True)  # it is work that somebody wants to keep
        self.changed.emit()

    def _forget(self) -> None:
        self._logs = {}
        self.changed.emit()


def key_of(place: Place) -> str:
    """Tells places apart, whatever the source and the period are."""
    return f"{place.label}|{place.lon:.6f}|{place.lat:.6f}"


def clear_days(entries: Sequence[Entry]) -> list[date]:
    """Days of clear dates, without those that another scene stands for."""
    return [
        entry.scene.acquired.date()
        for entry in entries
        if entry.flag is CloudFlag.CLEAR
        and entry.state is not State.DUPLICATE
        and entry.scene.is_dated
    ]
