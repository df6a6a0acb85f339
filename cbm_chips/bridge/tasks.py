"""The pipeline in a QgsTask: events cross to the main thread by one signal, in small batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field

from qgis.core import QgsMessageLog, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..core.cancellation import Cancellation
from ..core.errors import ChipsError
from ..core.model import ChipRequest
from ..core.pipeline.run import Event, Tools, Waiting, run
from ..core.sources.source import Source
from .log import LOG_TAG, log_failures
from .plain_text import plain_log
from .run_tools import put_away

LOGIN_STATUSES = (401, 403)
BATCH_S = 0.05
"""Events are handed over at most this often: the main thread repaints between two batches."""


@dataclass(frozen=True)
class Batch:
    """What happened since the last batch, in order.

    Attributes:
        run: number of the run, so that late news of a replaced run can be told apart.
        events: see `core.pipeline.Event`.
    """

    run: int
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Ending:
    """How a run ended.

    Attributes:
        run: number of the run.
        is_cancelled: by the user or by a newer run.
        problem: why nothing, or no more, came; empty if all went well.
        details: a traceback for the log, where `problem` is a fault of ours.
        seconds: how long it took.
        is_login_refused: the problem is that a source wants a login, or another one.
    """

    run: int
    is_cancelled: bool = False
    problem: str = ""
    details: str = ""
    seconds: float = 0.0
    is_login_refused: bool = False


@dataclass(frozen=True)
class Order:
    """What a run needs. Everything is opened in the task's thread.

    Attributes:
        run: number of the run.
        request: what is wanted.
        open_source: opens the source.
        open_tools: opens reader and cache.
    """

    run: int
    request: ChipRequest
    open_source: Callable[[], Source] = field(repr=False)
    open_tools: Callable[[], Tools] = field(repr=False)


class ChipTask(QgsTask):
    """One run. Keep a reference until `ended` has come."""

    happened = pyqtSignal(object)
    """A `Batch`."""
    ended = pyqtSignal(object)
    """An `Ending`, once, from the main thread."""

    def __init__(self, order: Order) -> None:
        """Named after the place, for QGIS's task panel."""
        name = f"{LOG_TAG}: {order.request.place.name}"
        super().__init__(name, QgsTask.Flag.CanCancel)
        self._order = order
        self._stop = Cancellation()
        self._began = time.monotonic()
        self._ending = Ending(order.run, is_cancelled=True)

    def cancel(self) -> None:
        """Also what QGIS's own list of tasks does: a source that is being made is given up."""
        super().cancel()
        self._stop.cancel()

    def run(self) -> bool:
        """In a worker thread; nothing may escape, else QGIS dies."""
        problem, details, is_login_refused = "", "", False
        try:
            self._extract()
        except ChipsError as error:
            problem = str(error)
            is_login_refused = getattr(error, "status", None) in LOGIN_STATUSES
        except Exception as error:  # noqa: BLE001 - the outermost border of the task
            import traceback

            problem, details = f"{type(error).__name__}: {error}", traceback.format_exc()
        took_s = time.monotonic() - self._began
        self._ending = Ending(
            self._order.run,
            self.isCanceled(),
            problem,
            details,
            seconds=took_s,
            is_login_refused=is_login_refused,
        )
        return not (problem or self.isCanceled())

    def finished(self, result: bool) -> None:
        """In the main thread."""
        if self._ending.details:
            QgsMessageLog.logMessage(plain_log(self._ending.details), LOG_TAG)
        self.ended.emit(self._ending)

    def _extract(self) -> None:
        tools = self._order.open_tools()
        try:
            with self._stop.for_this_thread():
                opened = self._order.open_source()
            with closing(opened) as source:
                events = run(self._order.request, source, tools)
                with closing(events):
                    self._hand_over(events)
        finally:
            put_away(tools)

    def _hand_over(self, events: Iterator[Event]) -> None:
        waiting: list[Event] = []
        handed_over = 0.0
        for event in events:
            if self.isCanceled():
                return
            if not isinstance(event, Waiting):
                waiting.append(event)
            if time.monotonic() - handed_over >= BATCH_S:
                self._emit(waiting)
                waiting, handed_over = [], time.monotonic()
        self._emit(waiting)

    def _emit(self, events: list[Event]) -> None:
        if events and not self.isCanceled():
            log_failures(tuple(events), self._order.request.place)
            self.happened.emit(Batch(self._order.run, tuple(events)))
