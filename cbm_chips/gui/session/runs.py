"""Runs, one at a time: the newest replaces the one before, whose late news nobody hears."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge import settings
from ...bridge.qt_alive import disconnect, end_task
from ...bridge.sources.providers import ProviderRow
from ...bridge.sources.session import SourceSessions
from ...bridge.tasks.chip_task import Batch, ChipTask, Ending, Order, SampleProgress
from ...core.model import Chip, ChipRequest
from ...core.pipeline.events import Event, Found, Waiting
from ...core.pipeline.series import Entry
from .places.recent_places import RecentPlaces

LONGEST_GOODBYE_MS = 3000


@dataclass(frozen=True)
class Run:
    """A request on its way.

    Attributes:
        number: its news carry it.
        request: what is read.
        source: where.
        only: ids of the scenes it is about; empty for all. Then its news belong to the run
            before, whose dates it tries again.
    """

    number: int
    request: ChipRequest
    source: ProviderRow
    only: frozenset[str] = frozenset()


class Runs(QObject):
    """Starts, replaces, cancels; remembers the last places."""

    began = pyqtSignal(object)
    """A `Run`."""
    news = pyqtSignal(object)
    """A `Batch` of the run on show."""
    ended = pyqtSignal(object)
    """The `Ending` of the run on show, once."""
    sample_made = pyqtSignal(object)
    """A `SampleProgress` of the run on show."""
    refused = pyqtSignal(object)
    """A `RequestError` that only came out when the source was opened; `ended` comes as well."""

    def __init__(self, sources: SourceSessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self.shown: Run | None = None
        """The run whose dates are on show; a retry of some of them does not replace it."""
        self.places = RecentPlaces()
        self._numbers = 0
        self._now: Run | None = None
        self._tasks: dict[int, ChipTask] = {}

    @property
    def is_running(self) -> bool:
        """Something is being read."""
        return self._now is not None

    def start(self, request: ChipRequest, source: ProviderRow) -> None:
        """Read a request, in place of whatever is being read.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened; nothing has changed then.
        """
        self.places.note([request.place])
        self._begin(Run(self._numbers + 1, request, source))

    def retry(self, entries: Iterable[Entry]) -> None:
        """Read some dates of the run on show again; what else happened on their days is kept.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        chosen = list(entries)
        days = sorted(entry.scene.acquired.date() for entry in chosen if entry.scene.is_dated)
        if self.shown is None or not days:
            return
        request = replace(self.shown.request, start=days[0], end=days[-1])
        only = frozenset(entry.scene.id for entry in chosen)
        self._begin(Run(self._numbers + 1, request, self.shown.source, only))

    def add_bands(self, bands: Iterable[str], entries: Sequence[Entry]) -> None:
        """Read more bands of the dates on show, which stay on show meanwhile.

        Raises:
            RequestError: field `bands`, when the request's level has none of that name; `AUTH`.
        """
        if self.shown is None:
            return
        wanted = tuple(dict.fromkeys((*self.shown.request.bands, *bands)))
        request = replace(self.shown.request, bands=wanted)
        only = frozenset(entry.scene.id for entry in entries)
        run = Run(self._numbers + 1, request, self.shown.source, only)
        before = self.shown
        self._begin(run)
        if only:
            self.shown = replace(before, request=request)

    def cancel(self) -> bool:
        """Stop at once, as far as anybody can see; what is on show stays.

        Returns:
            False if nothing was being read.
        """
        if self._now is None:
            return False
        number = self._now.number
        self._now = None
        self._tasks[number].cancel()
        self.ended.emit(Ending(number, is_cancelled=True))
        return True

    def close(self) -> None:
        """Before the plugin goes: no task is left that could call back."""
        self._now = self.shown = None
        for task in list(self._tasks.values()):
            disconnect(task, "happened", self._hear)
            disconnect(task, "ended", self._end)
            disconnect(task, "sample_made", self._tell_of_sample)
            end_task(task)
        for task in list(self._tasks.values()):
            end_task(task, timeout_ms=LONGEST_GOODBYE_MS)
        self._tasks.clear()

    def _begin(self, run: Run) -> None:
        session = self._sources.of(run.source)
        former, self._now = self._now, run
        if former is not None:
            self._tasks[former.number].cancel()
        if not run.only:
            self.shown = run
        self._numbers = run.number
        task = ChipTask(Order(run.number, run.request, session, settings.load().rule))
        task.happened.connect(self._hear)
        task.ended.connect(self._end)
        task.sample_made.connect(self._tell_of_sample)
        self._tasks[run.number] = task
        self.began.emit(run)
        QgsApplication.taskManager().addTask(task)

    def _hear(self, batch: Batch) -> None:
        run = self._now
        if run is None or batch.run != run.number or self.shown is None:
            return
        if run.only:
            wanted = tuple(event for event in batch.events if _is_about(event, run.only))
            batch = Batch(self.shown.number, wanted)
        if batch.events:
            self.news.emit(batch)

    def _tell_of_sample(self, progress: SampleProgress) -> None:
        if self._now is not None and progress.run == self._now.number:
            self.sample_made.emit(progress)

    def _end(self, ending: Ending) -> None:
        self._tasks.pop(ending.run, None)
        if self._now is None or ending.run != self._now.number:
            return
        self._now = None
        self.ended.emit(ending)
        if ending.refusal is not None:
            self.refused.emit(ending.refusal)


def _is_about(event: Event, ids: frozenset[str]) -> bool:
    if isinstance(event, (Found, Waiting)):
        return False
    planned = event.provenance.planned if isinstance(event, Chip) else ""
    return (planned or event.scene.id) in ids
