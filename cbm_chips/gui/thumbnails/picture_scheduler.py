"""Decides which chips are to be painted, and has one picture task at a time do it."""

from __future__ import annotations

import time
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.pictures import PictureOrder, Pictures, PictureTask
from ...bridge.qt_alive import disconnect, end_task, is_alive
from ...core.model import Chip, Grid, Place
from ...core.rendering.look import Look

SHORTEST_PAUSE_MS = 40
LARGEST_SHARE = 0.33
"""Of a shared stretch all pictures change with each new date: so much of a thread it may take."""
STOP_MS = 2000


class PictureDesk(QObject):
    """Chips in, pictures out.

    With a shared stretch every date changes all pictures; they are painted anew with what has
    come since, the new ones first, and once more when nothing is left to come.
    """

    ready = pyqtSignal(object)
    """A `Pictures` of the present job."""

    def __init__(self, look: Look, parent: Any = None) -> None:
        """Nothing to paint yet."""
        super().__init__(parent)
        self._look = look
        self._chips: dict[int, Chip] = {}
        self._unpainted: set[int] = set()
        self._ground: tuple[Place, Grid] | None = None
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
        """The present one."""
        return self._look

    def is_idle(self) -> bool:
        """Nothing is being painted, nothing waits for it."""
        return self._task is None and not self._pause.isActive()

    def begin(self, place: Place, grid: Grid) -> None:
        """A new run's ground; forget all chips."""
        self.clear()
        self._ground = (place, grid)
        self._pause.start()

    def clear(self) -> None:
        """Forget all chips; nothing more comes."""
        self._replace_task()
        if is_alive(self._pause):
            self._pause.stop()
        self._chips, self._unpainted, self._ground = {}, set(), None

    def put(self, key: int, chip: Chip) -> None:
        """A chip to be painted soon."""
        self._chips[key] = chip
        self._unpainted.add(key)
        if self._task is None and not self._pause.isActive():
            self._pause.start()

    def set_look(self, look: Look) -> None:
        """Paint everything anew; what is being painted the old way is not used."""
        if look == self._look:
            return
        self._look = look
        self._replace_task()
        self._unpainted = set(self._chips)
        if self._chips or self._ground:
            self._pause.start(0)

    def stop(self) -> None:
        """Wait for the threads, which look at every chip whether they are to end."""
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
        self._unpainted = set()
        self._began = time.monotonic()
        task = PictureTask(order)
        task.happened.connect(self._show)
        task.ended.connect(self._end)
        self._task = self._leaving[order.job] = task
        QgsApplication.taskManager().addTask(task)

    def _order(self) -> PictureOrder:
        self._job += 1
        place, grid = self._ground or (None, None)
        keys = sorted(self._unpainted)
        series: tuple[Chip, ...] = ()
        if self._look.depends_on_series:
            keys += sorted(set(self._chips) - self._unpainted)
            series = tuple(self._chips[key] for key in sorted(self._chips))
        chips = tuple((key, self._chips[key]) for key in keys)
        return PictureOrder(self._job, self._look, chips, series, place, grid)

    def _show(self, pictures: Pictures) -> None:
        if pictures.job == self._job:
            if pictures.marks is not None:
                self._ground = None
            self.ready.emit(pictures)

    def _end(self, job: int) -> None:
        self._leaving.pop(job, None)
        if job != self._job:
            return
        self._task = None
        if self._unpainted:
            took_ms = 1000 * (time.monotonic() - self._began)
            rest_ms = took_ms * (1 / LARGEST_SHARE - 1) if self._look.depends_on_series else 0
            self._pause.start(max(SHORTEST_PAUSE_MS, min(int(rest_ms), 2000)))
