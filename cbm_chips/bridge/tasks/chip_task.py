"""The pipeline in a task: one signal takes events to the main thread, in small batches."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field

from qgis.PyQt.QtCore import pyqtSignal

from ...core.cancellation import Cancellation
from ...core.errors import RequestError
from ...core.model import Absence, ChipRequest, FailedChip
from ...core.pipeline.events import Event, Waiting
from ...core.pipeline.run import run
from ...core.sentinel2.scl import CloudRule
from ..log import LOG_TAG, log_failures
from ..sources.session import SourceSession
from .call_outcome import CallResult, log_details, result_of
from .quiet_task import QuietTask

BATCH_S = 0.05
"""Shortest time between two batches, in which the main thread repaints."""


@dataclass(frozen=True)
class Batch:
    """What happened since the last batch, in order.

    Attributes:
        run: number of the run, to tell late events of a replaced run apart.
        events: see `core.pipeline.Event`.
    """

    run: int
    events: tuple[Event, ...]


@dataclass(frozen=True)
class SampleProgress:
    """How many of how many dates of the built-in sample are made for a run."""

    run: int
    done: int
    dates: int


@dataclass(frozen=True)
class Ending:
    """How a run ended.

    Attributes:
        run: number of the run.
        is_cancelled: by the user or by a newer run.
        problem: why nothing, or no more, came; empty if all went well.
        is_fault: the problem is a fault of ours, of which the log has the traceback.
        seconds: how long it took.
        is_login_refused: the problem is that a source wants a login, or another one.
        refusal: the problem, where it is that there is no such source.
    """

    run: int
    is_cancelled: bool = False
    problem: str = ""
    is_fault: bool = False
    seconds: float = 0.0
    is_login_refused: bool = False
    refusal: RequestError | None = None


@dataclass(frozen=True)
class Order:
    """What a run needs.

    Attributes:
        run: number of the run.
        request: what is wanted.
        session: opens the source, in the task's thread.
        rule: what counts as clear.
    """

    run: int
    request: ChipRequest
    session: SourceSession = field(repr=False)
    rule: CloudRule = field(default_factory=CloudRule)


class ChipTask(QuietTask):
    """One run. Keep a reference until `ended` has come."""

    happened = pyqtSignal(object)
    """A `Batch`."""
    ended = pyqtSignal(object)
    """An `Ending`, once, from the main thread."""
    sample_made = pyqtSignal(object)
    """A `SampleProgress`: before anything else, where the built-in sample is made first."""

    def __init__(self, order: Order) -> None:
        """Named after the place, for QGIS's task panel."""
        super().__init__(f"{LOG_TAG}: {order.request.place.name}")
        self._order = order
        self._stop = Cancellation()
        self._began = time.monotonic()
        self._refusal: RequestError | None = None
        self._result = CallResult()
        self._ending = Ending(order.run, is_cancelled=True)

    def cancel(self) -> None:
        """Also what QGIS's own list of tasks does: a source that is being made is given up."""
        super().cancel()
        self._stop.cancel()

    def run(self) -> bool:
        """In a worker thread; nothing may escape, else QGIS dies."""
        result = self._result = result_of(self._extract)
        took_s = time.monotonic() - self._began
        self._ending = Ending(
            self._order.run,
            self.isCanceled(),
            result.problem,
            is_fault=bool(result.details),
            seconds=took_s,
            is_login_refused=result.is_login_refused,
            refusal=self._refusal,
        )
        if result.problem:
            self._order.session.close()  # the next run begins anew
        return not (result.problem or self.isCanceled())

    def finished(self, result: bool) -> None:
        """In the main thread."""
        log_details(self._result)
        self.ended.emit(self._ending)

    def _extract(self) -> None:
        with ExitStack() as stack:
            try:
                with self._stop.for_this_thread():
                    session, rule = self._order.session, self._order.rule
                    in_use = session.use(rule, on_sample=self._tell_of_sample)
                    source, tools = stack.enter_context(in_use)
            except RequestError as error:
                self._refusal = error
                raise
            events = stack.enter_context(closing(run(self._order.request, source, tools)))
            self._hand_over(events)

    def _tell_of_sample(self, done: int, dates: int) -> None:
        self._began = time.monotonic()  # the making is not what reading takes
        if not self.isCanceled():
            self.sample_made.emit(SampleProgress(self._order.run, done, dates))

    def _hand_over(self, events: Iterator[Event]) -> None:
        waiting: list[Event] = []
        handed_over = 0.0
        for event in events:
            if self.isCanceled():
                return
            if not isinstance(event, Waiting):
                waiting.append(event)
            if isinstance(event, FailedChip) and event.absence is Absence.FAILED:
                self._order.session.close()  # trying again begins with new connections
            if time.monotonic() - handed_over >= BATCH_S:
                self._emit(waiting)
                waiting, handed_over = [], time.monotonic()
        self._emit(waiting)

    def _emit(self, events: list[Event]) -> None:
        if events and not self.isCanceled():
            log_failures(tuple(events), self._order.request.place)
            self.happened.emit(Batch(self._order.run, tuple(events)))
