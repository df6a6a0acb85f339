"""Algorithms whose result is a run's folder: GeoTIFFs, manifest, table, and layers of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timezone
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFolderDestination,
)

from ...bridge.layers.raster_layer import ChipFile, timed_files
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.model import Place
from ...core.outputs.run_folder.writer import RunSummary, RunWriter
from ...core.rendering.look import Look
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import advanced
from .cancelling import keep
from .chip_algorithm import ChipAlgorithm
from .extraction import MOST_TOGETHER, Extraction, Target
from .loading import MOST_LAYERS, load_on_completion
from .repeat_chips import ChipsAgain

MOST_KEPT = 16
"""Places at once where the chips of a whole season wait for their common stretch."""


class FolderAlgorithm(ChipAlgorithm):
    """Writes what comes into the folder OUTPUT."""

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        own, rule = self.own_parameters(), advanced(names.cloud_rule())
        for parameter in (*names.where_and_when(), *own, *names.limits(), rule):
            self.addParameter(parameter)
        folder = QgsProcessingParameterFolderDestination(names.OUTPUT, tr("Folder for the chips"))
        self.addParameter(folder)
        self.addOutput(QgsProcessingOutputFile(names.MANIFEST, tr("Manifest (JSON)")))
        self.addOutput(QgsProcessingOutputFile(names.TABLE, tr("Table (CSV)")))
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Dates written")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates and parcels that failed")))

    @abstractmethod
    def own_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """What this algorithm asks besides places, dates and limits."""

    def look(self, given: Given, context: QgsProcessingContext) -> Look | None:
        """How pictures are made; None where none are."""
        return None

    def again(self, given: Given, context: QgsProcessingContext) -> ChipsAgain:
        folder = Path(self.parameterAsString(given, names.OUTPUT, context)).absolute()
        return replace(super().again(given, context), look=self.look(given, context), folder=folder)

    @abstractmethod
    def writer(self, folder: Path, given: Given, context: QgsProcessingContext) -> RunWriter:
        """Writes the results.

        Raises:
            RequestError: for an output that can't be made.
        """

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        folder = Path(self.parameterAsString(given, names.OUTPUT, context))
        targets = self.targets(given, context, feedback)
        with self.extraction(given, context, feedback) as extraction:
            with self.writer(folder, given, context) as writer:
                _write_all(extraction, targets, writer)
            summary = writer.finish()
        for problem in summary.problems:
            feedback.reportError(worded(problem), False)
        extraction.refuse_if_nothing(targets)
        self._load(summary.files, context, feedback)
        if feedback.isCanceled():
            keep(extraction.progress.in_words(tr("the folder")), context, feedback)
        return _results(folder, summary, extraction)

    def _load(
        self,
        paths: Sequence[Path],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        """The layers, where there is a project to load them into; opened in the run's own thread.

        QGIS moves what the context holds to the main thread.
        """
        if context.project() is None:
            return
        if len(paths) > MOST_LAYERS:
            text = tr("{count} files are too many to load as layers; they are in the folder.")
            feedback.pushInfo(text.format(count=len(paths)))
            return
        files = timed_files(map(ChipFile.measured, paths), last=_end_of(self.request.last_day))
        load_on_completion(files, context, feedback)


def _write_all(extraction: Extraction, targets: list[Target], writer: RunWriter) -> None:
    for target in targets:  # names of folders don't depend on who is read first
        if isinstance(target, Place):
            writer.reserve(target)
    most_together = MOST_KEPT if writer.keeps_chips else MOST_TOGETHER
    for place, result in extraction.over(targets, most_together=most_together):
        if result is None:
            writer.finish_place(place)
        else:
            writer.add(place, result)


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59, 59), tzinfo=timezone.utc)


def _results(folder: Path, summary: RunSummary, extraction: Extraction) -> dict[str, Any]:
    return {
        names.OUTPUT: str(folder),
        names.MANIFEST: str(summary.manifest),
        names.TABLE: str(summary.table),
        names.COUNT: summary.count,
        names.FAILED: summary.failed + len(extraction.failed_places),
    }
