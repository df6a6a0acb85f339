"""Offers another source where the chosen one fails or is behind; never switches by itself."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QMenu

from ....bridge.sources.alternatives import alternatives
from ....bridge.sources.providers import ProviderRow, all_providers
from ....bridge.tasks.chip_task import Batch, Ending
from ....bridge.texts.translation import tr
from ....core.errors import RequestError
from ....core.model import ChipRequest
from ....core.periods import today
from ....core.pipeline.events import Found
from ....core.sources.freshness import Newest, freshest_beyond, is_overdue
from ...form.source_box import SourceBox
from ...session.runs import Run
from ...session.searches.freshness import Answered, Freshness, Question
from ...session.session import Session
from ...session.topics import Topic, Validity
from ...widgets.menu import action
from . import source_words as words
from .offer_line import OfferLine

_UNTIL = frozenset({Topic.SOURCE, Topic.FORM, Topic.PLACE, Topic.RUN})


class OtherSource(QObject):
    """Belongs to one dock.

    After a run whose newest date is older than expected the sources are asked for theirs, the
    chosen one first if its own is not known; others only if it is behind, and the user lets them
    be asked. Where no other may be asked, the next one is offered unasked.
    """

    def __init__(self, session: Session, line: OfferLine, box: SourceBox, parent: QObject) -> None:
        """`line` says and offers; `box` holds the sources."""
        super().__init__(parent)
        self._session, self._line, self._box = session, line, box
        self._is_offline = self._is_asked = False
        self.freshness = Freshness(self)
        self.freshness.answered.connect(self._show)
        self.freshness.failed.connect(self._fail)
        text = tr("How new are the sources here?")
        self.actions = [action(self, "CbmChipsNewest", text, self.ask)]
        self._true = Validity(session.changed, self)
        self._true.ended.connect(self.clear)
        session.runs.began.connect(self._on_began)
        session.runs.news.connect(self._on_news)
        session.runs.ended.connect(self._on_ended)

    def unload(self) -> None:
        """No question is left."""
        self.freshness.cancel()

    def fill(self, menu: QMenu) -> None:
        """The question that a person asks."""
        menu.addActions(self.actions)

    def clear(self) -> None:
        """What was said is not so any more."""
        self.cancel()
        self._line.say("")

    def cancel(self) -> bool:
        """End the question; False if there is none."""
        if not self.freshness.cancel():
            return False
        self._line.say("")
        return True

    def use(self, row: ProviderRow) -> None:
        """Read the same place, days and bands from this source."""
        self._box.choose(row.id)
        self._session.again()

    def ask(self) -> None:
        """All sources in the comparison, on the user's request; at the place that was picked."""
        session = self._session
        if session.place is None:
            session.place_wanted.emit()
            return
        try:
            request = session.form.request_for(session.place)
        except RequestError as error:
            session.refused.emit(error)
            return
        self._is_asked = True
        self._true.begin(_UNTIL)
        self._line.say(words.asking())
        question = Question(request, self._compared(session.source, request), today())
        self.freshness.ask(question, may_ask_password=True)

    def _compared(self, own: ProviderRow, request: ChipRequest) -> tuple[ProviderRow, ...]:
        mine = (own,) if own.is_comparable else ()
        others = alternatives(own, all_providers(), request)
        return (*mine, *(row for row in others if row.is_compared))

    def _on_began(self, run: Run) -> None:
        self._is_offline = False
        self.clear()

    def _on_news(self, batch: Batch) -> None:
        for event in batch.events:
            if isinstance(event, Found):
                self._is_offline = event.is_offline

    def _on_ended(self, ending: Ending) -> None:
        shown = self._session.shown
        if shown is None or ending.is_cancelled or ending.problem or not _is_listed(shown.source):
            return
        entries = self._session.entries()
        if self._is_offline:
            self._offer_next(words.from_before(shown.source.title))
        elif entries and all(entry.is_failed for entry in entries):
            self._offer_next(words.unreadable(shown.source.title))
        else:
            self._compare(shown)

    def _offer_next(self, sentence: str) -> None:
        row = stand_in(self._session.shown)
        if row is not None:
            self._offer(sentence, row)

    def _offer(self, sentence: str, row: ProviderRow) -> None:
        self._true.begin(_UNTIL)
        self._line.say(sentence, words.use(row.title), partial(self.use, row))

    def _compare(self, shown: Run) -> None:
        """Ask, if what the run has found is older than expected."""
        request, own = shown.request, shown.source
        until = min(request.last_day, today())
        days = [e.scene.acquired.date() for e in self._session.entries() if e.scene.is_dated]
        newest = max(days, default=None)
        if not own.is_comparable or not is_overdue(newest, until=until):
            return
        self._is_asked = False
        self._true.begin(_UNTIL)
        question = Question(request, (own,), until)
        if newest is not None and request.max_scene_cloud_pct >= 100:
            self.freshness.note(question, own, Newest(own.source, newest))
        self.freshness.ask(question)

    def _show(self, found: Answered) -> None:
        question = found.question
        self._note_in_list(found)
        own = next(iter(question.rows), None)
        if self._is_asked:
            self._show_all(found)
        elif own is None:
            return
        elif question.rows == (own,):
            known = found.of(own)
            if not known.problem and is_overdue(known.day, until=question.until):
                rows = self._compared(own, question.request)
                if len(rows) > 1:
                    self.freshness.ask(Question(question.request, rows, question.until))
                else:
                    self._offer_next(words.is_overdue((own, known)))
        else:
            self._offer_freshest(found, own)

    def _fail(self, problem: str) -> None:
        if self._is_asked:
            self._line.say(problem)

    def _show_all(self, found: Answered) -> None:
        own = self._session.source
        best = freshest_beyond(found.of(own), (newest for _, newest in found.newest))
        row = next((row for row, newest in found.newest if newest is best), None)
        sentence = words.standing(found.newest) or tr("There is no source that could be asked.")
        if row is not None and own.is_comparable:
            self._offer(sentence, row)
        else:
            self._true.begin(_UNTIL)
            self._line.say(sentence)

    def _offer_freshest(self, found: Answered, own: ProviderRow) -> None:
        best = freshest_beyond(found.of(own), (newest for _, newest in found.newest))
        for row, newest in found.newest:
            if newest is best:
                self._offer(words.is_behind((own, found.of(own)), (row, newest)), row)

    def _note_in_list(self, found: Answered) -> None:
        line = tr("Newest date at {place}: {day}")
        place = found.question.request.place.name
        self._box.note(
            {
                row.id: line.format(place=place, day=words.newest_words(newest))
                for row, newest in found.newest
            }
        )


def stand_in(run: Run | None) -> ProviderRow | None:
    """Who could serve a run in place of its source, which is a catalogue of the list."""
    if run is None or not _is_listed(run.source):
        return None
    return next(iter(alternatives(run.source, all_providers(), run.request)), None)


def _is_listed(source: ProviderRow) -> bool:
    """It is a catalogue of the list; an address that was typed is compared with nobody."""
    return source.is_comparable and any(row.source == source.source for row in all_providers())
