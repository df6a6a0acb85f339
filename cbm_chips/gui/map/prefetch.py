"""Reads a place into the cache while another one is shown."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge import settings
from ...bridge.qt_alive import disconnect, end_task
from ...bridge.sources.providers import ProviderRow
from ...bridge.sources.session import SourceSessions
from ...bridge.tasks.chip_task import ChipTask, Ending, Order
from ...core.model import ChipRequest

LONGEST_GOODBYE_MS = 3000


class Prefetcher(QObject):
    """One run at a time; its events are dropped."""

    ended = pyqtSignal(object)
    """An `Ending`; never of a run that was stopped."""

    def __init__(self, sources: SourceSessions, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sources = sources
        self._numbers = 0
        self._now: int | None = None
        self._tasks: dict[int, ChipTask] = {}

    @property
    def is_reading(self) -> bool:
        """A run is under way."""
        return self._now is not None

    def start(self, request: ChipRequest, source: ProviderRow) -> None:
        """Read a request, instead of the present one.

        Raises:
            RequestError: field `AUTH`, when the login can't be opened.
        """
        self.stop()
        session = self._sources.of(source)
        self._numbers += 1
        task = ChipTask(Order(self._numbers, request, session, settings.load().rule))
        task.ended.connect(self._end)
        self._now, self._tasks[self._numbers] = self._numbers, task
        QgsApplication.taskManager().addTask(task)

    def stop(self) -> None:
        """What was read stays in the cache."""
        if self._now is not None:
            end_task(self._tasks[self._now])
            self._now = None

    def close(self) -> None:
        """Before the plugin is unloaded: no task is left that could call back."""
        self._now = None
        tasks, self._tasks = list(self._tasks.values()), {}
        for task in tasks:
            disconnect(task, "ended", self._end)
            end_task(task)
        for task in tasks:
            end_task(task, timeout_ms=LONGEST_GOODBYE_MS)

    def _end(self, ending: Ending) -> None:
        self._tasks.pop(ending.run, None)
        if ending.run == self._now:
            self._now = None
            self.ended.emit(ending)
