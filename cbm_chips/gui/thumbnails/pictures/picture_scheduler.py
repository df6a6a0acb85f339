"""Decides which chips are rendered next; one picture task runs at a time."""

from __future__ import annotations

import time
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....bridge.qt_alive import disconnect, end_task, is_alive
from ....bridge.tasks.pictures import PictureBatch, PictureOrder, PictureTask
from ....core.model import Chip, Grid, Place
from ....core.rendering.look import Look

SHORTEST_PAUSE_MS = 40
LARGEST_SHARE = 0.33
"""Of time, for rendering with a shared stretch, where each new date changes all pictures."""
STOP_MS = 2000


class PictureScheduler(QObject):
    """Chips in, pictures out.

    With a shared stretch each new date changes all pictures: they are rendered again, new dates
    first, and a last time when no more dates come.
    """

    ready = pyqtSignal(object)
    """A `PictureBatch` of the current job."""
    covered = pyqtSignal(object)
    """The `ParcelCover` of the run's chips, once, where there is an outline."""

    def __init__(self, look: Look, parent: Any = None) -> None:
        """Without chips."""
        super().__init__(parent)
        self._look = look
        self._chips: dict[int, Chip] = {}
        self._unrendered: set[int] = set()
        self._place_and_grid: tuple[Place, Grid] | None = None
        self._more_may_come = True
        self._job = 0
        self._task: PictureTask | None = None
        self._leaving: dict[int, PictureTask] = {}
        self._began = 0.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SHORTEST_PAUSE_MS)
        self._pause.timeout.connect(self._start)

    @property
    def look(self) -> Look:
        """The current look."""
        return self._look

    def is_idle(self) -> bool:
        """True if no chip is being rendered or waits to be."""
        return self._task is None and not self._pause.isActive()

    def begin(self, place: Place, grid: Grid) -> None:
        """Forget all chips; the overlay of a new run is computed from its place and grid."""
        self.clear()
        self._place_and_grid = (place, grid)
        self._pause.start()

    def clear(self) -> None:
        """Forget all chips and emit no more pictures."""
        self._replace_task()
        if is_alive(self._pause):
            self._pause.stop()
        self._chips, self._unrendered, self._place_and_grid = {}, set(), None

    def put(self, key: int, chip: Chip) -> None:
        """Render a chip soon."""
        self._chips[key] = chip
        self._unrendered.add(key)
        self._more_may_come = True
        if self._task is None and not self._pause.isActive():
            self._pause.start()

    def finish(self) -> None:
        """No more chips come: what is left to render does not wait for company."""
        self._more_may_come = False
        if self._pause.isActive():
            self._pause.start(0)

    def set_look(self, look: Look) -> None:
        """Render all chips again; pictures of the earlier look are discarded."""
        if look == self._look:
            return
        self._look = look
        self._replace_task()
        self._unrendered = set(self._chips)
        if self._chips or self._place_and_grid:
            self._pause.start(0)

    def stop(self) -> None:
        """Cancel and wait for the threads, which check for it before each chip."""
        self.clear()
        for task in list(self._leaving.values()):
            end_task(task, timeout_ms=STOP_MS)
        self._leaving = {}

    def _replace_task(self) -> None:
        self._job += 1
        if self._task is not None:
            disconnect(self._task, "happened", self._show)
            end_task(self._task)
            self._task = None

    def _start(self) -> None:
        if self._task is not None:
            return
        order = self._order()
        self._unrendered = set()
        self._began = time.monotonic()
        task = PictureTask(order)
        task.happened.connect(self._show)
        task.ended.connect(self._end)
        self._task = self._leaving[order.job] = task
        QgsApplication.taskManager().addTask(task)

    def _order(self) -> PictureOrder:
        self._job += 1
        place, grid = self._place_and_grid or (None, None)
        keys = sorted(self._unrendered)
        series: tuple[Chip, ...] = ()
        if self._look.depends_on_series:
            keys += sorted(set(self._chips) - self._unrendered)
            series = tuple(self._chips[key] for key in sorted(self._chips))
        chips = tuple((key, self._chips[key]) for key in keys)
        return PictureOrder(self._job, self._look, chips, series, place, grid)

    def _show(self, pictures: PictureBatch) -> None:
        if pictures.job == self._job:
            if pictures.overlay is not None:
                self._place_and_grid = None
            self.ready.emit(pictures)
            if pictures.cover is not None:
                self.covered.emit(pictures.cover)

    def _end(self, job: int) -> None:
        self._leaving.pop(job, None)
        if job != self._job:
            return
        self._task = None
        if self._unrendered:
            self._pause.start(self._rest_ms() if self._more_may_come else 0)

    def _rest_ms(self) -> int:
        took_ms = 1000 * (time.monotonic() - self._began)
        rest_ms = took_ms * (1 / LARGEST_SHARE - 1) if self._look.depends_on_series else 0
        return max(SHORTEST_PAUSE_MS, min(int(rest_ms), 2000))
