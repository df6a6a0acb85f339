"""Decides when the values of a run are computed; one task runs at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...bridge.qt_alive import disconnect, end_task, is_alive
from ...bridge.tasks.plot_values import PlotValues, ValueOrder, ValueTask

if TYPE_CHECKING:
    from ...core.model import Place
    from ...core.pipeline.series import Entry

PAUSE_MS = 120
"""Between two batches, so that a growing plot leaves the window its time."""
STOP_MS = 2000


class RunValues(QObject):
    """Dates in, series out."""

    ready = pyqtSignal(object)
    """`PlotValues` of the run on show; again while it grows."""

    def __init__(self, entries: Callable[[], Sequence[Entry]], parent: QObject) -> None:
        """`entries` gives the dates on show."""
        super().__init__(parent)
        self._entries = entries
        self._order: ValueOrder | None = None
        self._job = 0
        self._is_due = False
        self._task: ValueTask | None = None
        self._leaving: dict[int, ValueTask] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._start)

    def is_idle(self) -> bool:
        """Nothing is computed, or waits to be."""
        return self._task is None and not self._pause.isActive()

    def begin(self, place: Place | None) -> None:
        """Another place: nothing is known of it."""
        self._drop_task()
        self._pause.stop()
        self._is_due = False
        self._order = ValueOrder(0, place, (), ()) if place is not None else None

    def want(self, order: ValueOrder) -> None:
        """Compute what `order` says of names and curves, soon, and whatever dates come."""
        if self._order is None:
            return
        self._order = replace(
            self._order, names=order.names, others=order.others, curves=order.curves
        )
        self.update()

    def update(self) -> None:
        """Dates have changed."""
        if self._order is None or not self._order.names:
            return
        self._is_due = self._task is not None
        if self._task is None and not self._pause.isActive():
            self._pause.start(PAUSE_MS)

    def stop(self) -> None:
        """Cancel and wait for the threads."""
        self._drop_task()
        if is_alive(self._pause):
            self._pause.stop()
        for task in list(self._leaving.values()):
            end_task(task, timeout_ms=STOP_MS)
        self._leaving = {}

    def _drop_task(self) -> None:
        self._job += 1
        if self._task is not None:
            end_task(self._task)
            self._task = None

    def _start(self) -> None:
        if self._order is None or self._task is not None:
            return
        self._job += 1
        self._is_due = False
        task = ValueTask(replace(self._order, job=self._job, entries=tuple(self._entries())))
        task.ended.connect(self._end)
        self._task = self._leaving[self._job] = task
        QgsApplication.taskManager().addTask(task)

    def _end(self, job: int, values: PlotValues | None) -> None:
        task = self._leaving.pop(job, None)
        if task is not None:
            disconnect(task, "ended", self._end)
        if job != self._job:
            return
        self._task = None
        if values is None or self._order is None:
            return
        self._order = replace(self._order, known=values.known, parcel=values.parcel)
        self.ready.emit(values)
        if self._is_due or not values.is_whole:
            self._pause.start(PAUSE_MS)
