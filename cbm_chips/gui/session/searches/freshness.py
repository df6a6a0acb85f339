"""How new the sources are at a place: asked in a worker thread, remembered for the session."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....bridge.network import asks_for_password
from ....bridge.sources.providers import ProviderRow
from ....bridge.sources.session import SourceSetup
from ....bridge.tasks.background_call import CallResult
from ....bridge.tasks.latest_call import LatestCall
from ....bridge.tasks.newest_dates import NewestDates
from ....core.errors import RequestError
from ....core.model import ChipRequest
from ....core.sources.freshness import Newest

_DECIMALS = 4
"""Of degrees: ten metres are the same place."""

Key = tuple[object, ...]


@dataclass(frozen=True)
class Question:
    """What is asked: of these sources, at the place of this request, up to this day."""

    request: ChipRequest
    rows: tuple[ProviderRow, ...]
    until: date

    def key(self, row: ProviderRow) -> Key:
        """What an answer of this source depends on."""
        place = self.request.place
        at = (round(place.lon, _DECIMALS), round(place.lat, _DECIMALS), self.request.level)
        return (row.source, row.authcfg, *at, self.until)


@dataclass(frozen=True)
class Answered:
    """A question, and what each source that could be asked has said, in the question's order."""

    question: Question
    newest: tuple[tuple[ProviderRow, Newest], ...]

    def of(self, row: ProviderRow) -> Newest:
        """What is known of a source."""
        return next((known for one, known in self.newest if one == row), Newest(row.source))


class Freshness(QObject):
    """One question at a time; belongs to one dock. Nobody is asked twice for the same."""

    answered = pyqtSignal(object)
    """An `Answered`."""
    failed = pyqtSignal(str)
    """In its place: why there is none, for people."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known: dict[Key, Newest] = {}
        self._call = LatestCall(self)
        self._call.done.connect(self._hear)
        self._question: Question | None = None

    @property
    def is_asking(self) -> bool:
        """Some source is being asked."""
        return self._call.is_running

    def note(self, question: Question, row: ProviderRow, newest: Newest) -> None:
        """A run has shown it already."""
        self._known[question.key(row)] = newest

    def ask(self, question: Question, *, may_ask_password: bool = False) -> None:
        """In place of the question before; `answered` comes once, unless it is cancelled.

        Args:
            question: what is asked.
            may_ask_password: QGIS may ask for its master password; False leaves such sources out.
        """
        self.cancel()
        self._question = question
        open_now = [row for row in question.rows if question.key(row) not in self._known]
        if not may_ask_password:
            open_now = [row for row in open_now if not asks_for_password(row.authcfg)]
        setups = _setups(open_now)
        if not setups:
            self._tell()
            return
        self._call.start(NewestDates(setups, question.request, until=question.until))

    def cancel(self) -> bool:
        """Forget the question; False if there is none."""
        return self._call.stop()

    def _hear(self, result: CallResult) -> None:
        question = self._question
        if question is None or result.value is None:
            self.failed.emit(result.problem)
            return
        said = {newest.source: newest for newest in result.value}
        for row in question.rows:
            if row.source in said:
                self._known[question.key(row)] = said[row.source]
        self._tell()
        for row in question.rows:  # who did not answer is asked again the next time
            if row.source in said and said[row.source].problem:
                del self._known[question.key(row)]

    def _tell(self) -> None:
        question = self._question
        if question is None:
            return
        known = [(row, self._known.get(question.key(row))) for row in question.rows]
        newest = tuple((row, one) for row, one in known if one is not None)
        self.answered.emit(Answered(question, newest))


def _setups(rows: Iterable[ProviderRow]) -> list[SourceSetup]:
    """Of the sources whose login can be opened."""
    setups = []
    for row in rows:
        with suppress(RequestError):
            setups.append(SourceSetup.of(row.source, authcfg=row.authcfg))
    return setups
