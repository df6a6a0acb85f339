"""What the status bar says about the run, and about a question to a CbM server beside it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from ....bridge.tasks.chip_task import Batch, Ending, SampleProgress
from ....bridge.texts.translation import tr
from ....bridge.texts.words import worded
from ....core.pipeline.events import Found
from ....core.pipeline.series import Counts, State
from ...session.runs import Run
from ...session.session import Session
from .status_bar import StatusBar, final_words, stopped_words


class Progress(QObject):
    """Belongs to one dock, which passes on the news once they are on show."""

    def __init__(
        self,
        session: Session,
        status_bar: StatusBar,
        *,
        counts: Callable[[], Counts],
        explain: Callable[[Ending], object],
    ) -> None:
        """`counts` are of the dates on show; `explain` says why a run ended without any."""
        super().__init__(session)
        self._session, self._status_bar = session, status_bar
        self._counts, self._explain = counts, explain
        self._notes: tuple[str, ...] = ()
        self._last = ""
        """What the line said of the dates on show when their run had ended."""
        self._ending: Ending | None = None
        session.runs.sample_made.connect(self._tell_of_sample)
        status_bar.retryClicked.connect(self._retry_failed)
        status_bar.goOnClicked.connect(self._go_on)

    def begin(self, run: Run) -> None:
        """The source is asked."""
        self._notes, self._last, self._ending = (), "", None
        self._status_bar.searching(run.source.title)
        if run.only:
            self._status_bar.reading(self._counts())

    def take(self, batch: Batch) -> None:
        """There are news."""
        for event in batch.events:
            if isinstance(event, Found):
                self._notes = tuple(map(worded, event.notes))
                self._status_bar.note(self._notes)
        self._status_bar.reading(self._counts())

    def end(self, ending: Ending) -> None:
        """The run is over."""
        if not self._session.entries():
            self._status_bar.rest("")
            self._explain(ending)
            return
        if ending.problem:
            self._status_bar.note([*self._notes, ending.problem])
        self._ending = ending
        self._sum_up(ending)

    def recount(self) -> None:
        """The dates on show were judged anew."""
        if self._session.runs.is_running:
            self._status_bar.reading(self._counts())
        elif self._ending is not None and self._last:
            self._sum_up(self._ending)

    def _sum_up(self, ending: Ending) -> None:
        counts = self._counts()
        if ending.is_cancelled or counts.stopped:
            words = stopped_words(counts)
        else:
            words = final_words(counts, ending.seconds)
        self._last = words
        self._status_bar.rest(words, counts=counts)

    def show_dates(self, are_shown: bool) -> None:
        """The line is about the dates: it goes while something else stands in their place."""
        words, counts = (self._last, self._counts()) if are_shown else ("", None)
        self._status_bar.rest(words, counts=counts)

    def _retry_failed(self) -> None:
        entries = self._session.entries()
        self._session.retry([entry for entry in entries if entry.is_failed])

    def _go_on(self) -> None:
        """Those that the cache has by now are not read again."""
        entries = self._session.entries()
        self._session.retry([entry for entry in entries if entry.state is State.STOPPED])

    def _tell_of_sample(self, progress: SampleProgress) -> None:
        self._status_bar.making_sample(progress.done, progress.dates)

    def wait_for_parcel(self, server: str) -> None:
        """In the last line; above it while a run reports there."""
        if self._session.runs.is_running:
            self._status_bar.say(tr("Asking {source} for the parcel …").format(source=server))
        else:
            self._status_bar.asking(server)

    def stop_waiting(self) -> None:
        """The server is asked no longer."""
        self._status_bar.say("")
        if not self._session.runs.is_running:
            self._status_bar.answered(self._counts())
