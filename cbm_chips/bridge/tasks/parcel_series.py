"""The algorithm for series of many parcels as a task of the dock's; its table as a layer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ..texts.plan_words import PlanFeedback
from ..texts.translation import tr
from .call_outcome import CallResult, log_details, result_of
from .quiet_task import QuietTask
from .series_files import SeriesPaths

ALGORITHM = "cbmchips:parceltimeseries"
OUTPUT = "OUTPUT"


@dataclass(frozen=True)
class SeriesOrder:
    """What is wanted.

    Attributes:
        parcels: name of their layer.
        numbers: what there is of each parcel and date, in short.
        parameters: of the algorithm, without its output.
        folder: for the table.
        file_name: of the table, without ending; one that is taken gets a number.
        identity: of all that is asked but the last day; a table of the same is continued. Empty
            for a table of its own.
    """

    parcels: str
    numbers: str
    parameters: Mapping[str, Any] = field(repr=False)
    folder: Path
    file_name: str
    identity: str = ""


@dataclass(frozen=True)
class SeriesEnding:
    """How a task ended.

    Attributes:
        layer: the table, also of a run that was cancelled; None where there is none.
        rows: in the table.
        failed: dates and parcels without numbers.
        told: what the run had to say.
        problem: why there is no table; empty if the user did not want one.
        continues: the table of before, whose place the layer takes; None if there was none.
    """

    layer: QgsVectorLayer | None = None
    rows: int = 0
    failed: int = 0
    told: tuple[str, ...] = ()
    problem: str = ""
    continues: Path | None = None


class SeriesTask(QuietTask):
    """One run. Keep a reference until `done` was emitted or the task is terminated."""

    asked = pyqtSignal(str)
    """What would be read; nothing is before `answer`."""
    done = pyqtSignal(object)
    """A `SeriesEnding`, once, from the main thread, also where the user has cancelled."""

    def __init__(self, order: SeriesOrder) -> None:
        """In the main thread."""
        name = tr("CbM Chips: series of “{layer}”").format(layer=order.parcels)
        super().__init__(name)
        self.order = order
        self.has_begun = False
        """It ends with `done`; one that is cancelled before says nothing."""
        self._result = CallResult(SeriesEnding())
        self._feedback = PlanFeedback()
        self._feedback.asked.connect(self.asked)
        # in the thread of the run, for which QGIS has made it
        direct = Qt.ConnectionType.DirectConnection
        self._feedback.progressChanged.connect(self.setProgress, direct)
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._context.setFeedback(self._feedback)
        registry, given = QgsApplication.processingRegistry(), dict(order.parameters)
        self._algorithm = registry.createAlgorithmById(ALGORITHM)
        # QGIS's own: the algorithm has another method of this name
        prepare = partial(QgsProcessingAlgorithm.prepare, self._algorithm)
        self._can_run = prepare(given, self._context, self._feedback)

    def start(self) -> None:
        """Hand it to QGIS's task manager."""
        QgsApplication.taskManager().addTask(self)

    def answer(self, *, may_read: bool) -> None:
        """The user's, after `asked`."""
        self._feedback.answer(may_read=may_read)

    def cancel(self) -> None:
        """What was read stays; QGIS's own list of tasks calls this, too."""
        super().cancel()
        self._feedback.cancel()

    def run(self) -> bool:
        """In a worker thread."""
        self.has_begun = True
        self._result = result_of(self._ended)
        return not self._ending.problem

    def finished(self, result: bool) -> None:
        """In the main thread."""
        log_details(self._result)
        self.done.emit(self._ending)

    @property
    def _ending(self) -> SeriesEnding:
        return self._result.value or SeriesEnding(problem=self._result.problem)

    def _ended(self) -> SeriesEnding:
        try:
            return self._read()
        except (QgsProcessingException, OSError) as error:
            return SeriesEnding(problem=str(error))

    def _read(self) -> SeriesEnding:
        if not self._can_run:
            return SeriesEnding(problem=self._feedback.problem)
        order = self.order
        paths = SeriesPaths.of(order.folder, order.file_name, order.identity)
        paths.begin()
        try:
            return self._read_into(paths)
        finally:
            paths.give_up()

    def _read_into(self, paths: SeriesPaths) -> SeriesEnding:
        before = _rows_in(paths.earlier)
        given = {**self.order.parameters, OUTPUT: str(paths.part)}
        results = self._algorithm.runPrepared(given, self._context, self._feedback)
        told = (*self._feedback.warnings, *self._feedback.news)
        if self._feedback.is_declined or not results["COUNT"]:
            return SeriesEnding(told=() if self._feedback.is_declined else told)
        if self._feedback.isCanceled() and results["COUNT"] < before:
            kept = tr("The table of before stays, with {count} rows.").format(count=before)
            return SeriesEnding(told=(*told, kept))
        table = paths.complete(self.order.identity)
        layer = QgsVectorLayer(str(table), f"{self.order.numbers} – {table.stem}", "ogr")
        layer.moveToThread(QgsApplication.instance().thread())
        return SeriesEnding(
            layer, results["COUNT"], results["FAILED"], told, continues=paths.earlier
        )


def _rows_in(table: Path | None) -> int:
    if table is None:
        return 0
    return max(int(QgsVectorLayer(str(table), "", "ogr").featureCount()), 0)
