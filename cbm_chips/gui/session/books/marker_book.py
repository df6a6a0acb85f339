"""The machine's markers, and what a person said of them; hidden until then, if that is wanted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.qt_alive import disconnect
from ....core.errors import RequestError
from ....core.markers.agreement import MarkerAnswer, MarkerVerdict, answers_of_text, answers_text
from ....core.markers.join import JoinedMarkers
from ....core.markers.marker import MachineMarker
from ....core.reasons import Reason
from ..form_values import store
from ..project_texts import SCOPE

if TYPE_CHECKING:
    from ..session import Session
    from .event_book import EventBook

KEY = "/marker_answers"
NO_MARKERS = JoinedMarkers("", {}, frozenset(), ())


@dataclass
class _Seen:
    """Ids of parcels whose markers a person knows.

    Attributes:
        openly: they were shown before the person had answered.
        own: those answered before: what the person had marked by then.
    """

    openly: set[str] = field(default_factory=set)
    own: dict[str, str] = field(default_factory=dict)


class MarkerBook(QObject):
    """One per dock."""

    changed = pyqtSignal()
    """Other markers, another answer, or they are hidden or shown now."""

    def __init__(self, session: Session, events: EventBook, parent: QObject) -> None:
        """Without markers; `events` are the person's own."""
        super().__init__(parent)
        self._session, self._events = session, events
        self.joined = NO_MARKERS
        self.answers: dict[str, MarkerAnswer] = {}
        self.is_blind = store.recall_grid("blind", "no") == "yes"
        self._seen = _Seen()
        self._project = QgsProject.instance()
        self._project.readProject.connect(self.recall)
        self._project.cleared.connect(self._forget)
        events.changed.connect(self._look)
        self.recall()

    @property
    def parcel(self) -> str:
        """Id of the one on show; empty where there is none, or it has none."""
        place = self._events.place
        return "" if place is None else place.label.strip()

    @property
    def has_markers(self) -> bool:
        """A file was read."""
        return bool(self.joined.kind)

    @property
    def is_hidden(self) -> bool:
        """What the machine says of the parcel on show is not to be seen yet."""
        return self.is_blind and self.has_markers and self.parcel not in self._seen.own

    @property
    def own(self) -> tuple[MachineMarker, ...]:
        """The markers of the parcel on show, by date; none while they are hidden."""
        return () if self.is_hidden else self.joined.of_parcel.get(self.parcel, ())

    @property
    def knows_parcel(self) -> bool:
        """The file speaks of the parcel on show, be it without a marker."""
        return self.parcel in self.joined.known

    def answer_of(self, marker: MachineMarker) -> MarkerAnswer | None:
        """What was said of it."""
        return self.answers.get(marker.key)

    @property
    def answered(self) -> int:
        """How many markers of the file have an answer."""
        return sum(key in self.joined.keys for key in self.answers)

    def take(self, joined: JoinedMarkers) -> None:
        """Those of another file."""
        self.joined, self._seen = joined, _Seen()
        self._look()

    def set_blind(self, is_blind: bool) -> None:
        """Hide what the machine says until a person has answered."""
        self.is_blind = is_blind
        store.remember_grid("blind", "yes" if is_blind else "no")
        self._look()

    def reveal(self) -> None:
        """The person has answered by the events that are marked, or by none: show the machine's."""
        if self.is_hidden:
            self._seen.own[self.parcel] = own_events_text(self._events)
        self._look()

    def say(self, marker: MachineMarker, verdict: MarkerVerdict) -> None:
        """Confirm or refute a marker of the parcel on show.

        Raises:
            RequestError: field `markers`, while it is hidden.
        """
        if self.is_hidden:
            raise RequestError("markers", "", Reason("your own answer first: it is hidden"))
        seen, parcel = self._seen, self.parcel
        was_hidden = parcel in seen.own and parcel not in seen.openly
        now = datetime.now(timezone.utc).isoformat(timespec="seconds")
        own = seen.own[parcel] if was_hidden else ""
        self.answers[marker.key] = MarkerAnswer(verdict, was_hidden, own, now)
        self._session.project_texts.put(KEY, lambda: answers_text(self.answers))
        self._project.setDirty(True)
        self.changed.emit()

    def recall(self) -> None:
        """The answers that the project has kept."""
        text, _ = self._project.readEntry(SCOPE, KEY, "")
        self.answers = answers_of_text(text)
        self.changed.emit()

    def unload(self) -> None:
        """Hear of no project any more."""
        disconnect(self._project, "readProject", self.recall)
        disconnect(self._project, "cleared", self._forget)

    def _look(self) -> None:
        """Whoever sees the markers of a parcel now was not blind to them."""
        is_seen = self.parcel and self.has_markers and not self.is_blind
        if is_seen and self.parcel not in self._seen.own:
            self._seen.openly.add(self.parcel)
        self.changed.emit()

    def _forget(self) -> None:
        self.joined, self.answers, self._seen = NO_MARKERS, {}, _Seen()
        self.changed.emit()


def own_events_text(events: EventBook) -> str:
    """`2022-05-20/2022-05-25 2022-07-04/2022-07-09`, as far as they are complete."""
    return " ".join(
        f"{event.before.day}/{event.after.day}"
        for event in events.log.complete
        if event.before is not None and event.after is not None
    )
