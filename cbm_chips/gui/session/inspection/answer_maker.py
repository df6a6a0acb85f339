"""Makes the row of an answer: what is asked, what is said, what was on show meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject

from ....core.inspection.values import InspectionAnswer, InspectionEntry, Outcome, QueueItem
from .evidence import Answering, machine_words, note_seen, utc_now
from .looking_time import LookingTime
from .settings import inspector

if TYPE_CHECKING:
    from datetime import datetime

    from ....core.inspection.scheme import AnswerButton, InspectionScheme
    from ..books.event_book import EventBook
    from ..books.marker_book import MarkerBook
    from ..session import Session
    from .queue_book import QueueBook


@dataclass(frozen=True)
class AnswerDraft:
    """What is said beside the outcome, before a key is pressed."""

    reason: str = ""
    confidence_pct: int | None = None
    comment: str = ""

    def answer(self, button: AnswerButton) -> InspectionAnswer:
        """With the outcome of a button; a reason that was chosen goes before the button's own."""
        return InspectionAnswer(
            button.outcome,
            self.reason or button.reason,
            self.confidence_pct,
            self.comment.strip(),
        )


class AnswerMaker(QObject):
    """Belongs to an `AnswerBook`."""

    def __init__(
        self, session: Session, events: EventBook, markers: MarkerBook, parent: QObject
    ) -> None:
        """Nothing was on show yet."""
        super().__init__(parent)
        self._session, self._events, self._markers = session, events, markers
        self.looking = LookingTime(session, self)
        self.in_sight: Callable[[], Iterable[str]] = tuple
        """Scenes whose pictures are in sight; whoever shows them sets it."""
        self._opened: datetime = utc_now()

    def begin(self) -> None:
        """Another question is on show."""
        self._opened = utc_now()
        self.looking.begin()

    def of_many(
        self,
        item: QueueItem,
        said: InspectionAnswer,
        scheme: InspectionScheme,
        queue: QueueBook,
    ) -> Answering:
        """Of a parcel that was not looked at."""
        now, question = utc_now(), scheme.question(item.question)
        entry = InspectionEntry(
            item,
            said,
            inspector(),
            opened=now,
            decided=now,
            look=queue.look,
            question_text=question.text,
            campaign=scheme.campaign,
            scheme=scheme.name,
            sample=queue.queue.name,
        )
        return Answering(entry)

    def of_shown(
        self,
        item: QueueItem,
        said: InspectionAnswer,
        scheme: InspectionScheme,
        queue: QueueBook,
    ) -> Answering:
        """Of the parcel on show, with its event and all that was looked at."""
        window, markers = self._events.window, self._markers
        entry = self.of_many(item, self._with_event(said), scheme, queue).entry
        known = replace(
            entry,
            opened=self._opened,
            viewed_s=round(self.looking.seconds, 2),
            window_name="" if window is None else window.name,
            window_first=None if window is None else window.first,
            window_last=None if window is None else window.last,
            machine=machine_words(markers, markers.parcel),
            is_machine_seen=not markers.is_hidden if markers.has_markers else None,
        )
        viewed, in_sight = self.looking.viewed, self.in_sight()
        seen = note_seen(self._session, self._events, viewed=viewed, in_sight=in_sight)
        return Answering(known, seen)

    def _with_event(self, said: InspectionAnswer) -> InspectionAnswer:
        """With the last event that has both dates, else the last one."""
        marked = self._events.answers()
        if not marked:
            return said
        whole = [one for one in marked if one[0].is_complete]
        event, told = (whole or marked)[-1]
        return replace(
            said,
            last_before=None if event.before is None else event.before.day,
            first_after=None if event.after is None else event.after.day,
            position="" if told.position is None else told.position.value,
        )


def with_replacements(answers: Sequence[Answering], queue: QueueBook) -> list[Answering]:
    """With the parcels that take the places of those that can't be inspected, each its own."""
    barred = [
        one.entry.item for one in answers if one.entry.answer.outcome is Outcome.CANNOT_BE_INSPECTED
    ]
    found = queue.replacements_of(barred)
    return [
        replace(one, entry=replace(one.entry, replaced_by=found[one.entry.item.key].parcel))
        if one.entry.item.key in found
        else one
        for one in answers
    ]
