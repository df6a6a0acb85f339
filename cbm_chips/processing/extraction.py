"""The pipeline over the places of one run: progress, messages, cancellation."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Union

from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
)

from ..bridge.translation import tr
from ..core.errors import ChipsError
from ..core.model import Absence, Chip, ChipRequest, FailedChip, Place
from ..core.sentinel2.bands import BANDS

if TYPE_CHECKING:
    from ..core.pipeline.events import Event, Found
    from ..core.pipeline.run import Tools
    from ..core.sources.source import Source

Result = Union[Chip, FailedChip]


@dataclass(frozen=True)
class FailedPlace:
    """A place without any result, and why."""

    label: str
    reason: str


Target = Union[Place, FailedPlace]


class Extraction:
    """One run over many places. The failure of a place or date never stops the others.

    Attributes:
        failed_places: those without any result.
    """

    def __init__(
        self, request: ChipRequest, source: Source, *, tools: Tools, feedback: QgsProcessingFeedback
    ) -> None:
        """`request` is that of all places but for the place; nothing is asked yet."""
        self._request, self._source, self._tools = request, source, tools
        self._feedback = feedback
        self.failed_places: list[FailedPlace] = []

    def over(self, targets: list[Target]) -> Iterator[tuple[Place, Iterator[Result]]]:
        """Each place with its results; ends early when cancelled."""
        steps = QgsProcessingMultiStepFeedback(max(len(targets), 1), self._feedback)
        for number, target in enumerate(targets):
            if self._feedback.isCanceled():
                return
            steps.setCurrentStep(number)
            if isinstance(target, FailedPlace):
                self._give_up(target)
            else:
                yield target, self._results(target, steps)

    def refuse_if_nothing(self, targets: list[Target]) -> None:
        """End the algorithm as failed if every place failed.

        Raises:
            QgsProcessingException: with the reasons.
        """
        if targets and len(self.failed_places) == len(targets):
            reasons = dict.fromkeys(failed.reason for failed in self.failed_places)
            raise QgsProcessingException("\n".join(reasons))

    def _results(self, place: Place, feedback: QgsProcessingFeedback) -> Iterator[Result]:
        from ..core.pipeline.run import run

        try:
            request = replace(self._request, place=place)
            # closing it cancels what is still being read
            with closing(run(request, self._source, self._tools)) as events:
                yield from self._watched(events, place, feedback)
        except ChipsError as error:
            self._give_up(FailedPlace(place.name, str(error)))

    def _watched(
        self, events: Iterator[Event], place: Place, feedback: QgsProcessingFeedback
    ) -> Iterator[Result]:
        from ..core.pipeline.events import Found, Waiting

        expected, done = 1, 0
        for event in events:
            if feedback.isCanceled():
                return
            if isinstance(event, Waiting):
                continue
            if isinstance(event, Found):
                expected = _steps(event, self._request.level)
                self._report_found(event, place)
                continue
            done += 1
            feedback.setProgress(min(100.0 * done / expected, 100.0))
            if isinstance(event, (Chip, FailedChip)):
                self._report(event)
                yield event

    def _give_up(self, failed: FailedPlace) -> None:
        self.failed_places.append(failed)
        self._feedback.reportError(f"{failed.label}: {failed.reason}", False)

    def _report_found(self, found: Found, place: Place) -> None:
        text = tr("{place}: {count} dates").format(place=place.name, count=len(found.scenes))
        self._feedback.pushInfo(text)
        for note in found.notes:
            self._feedback.pushInfo(note)

    def _report(self, result: Result) -> None:
        when = result.scene.when("%Y-%m-%d %H:%M") or result.scene.id
        if isinstance(result, Chip):
            self._feedback.pushInfo(f"{when} {result.flag.value}")
            for band, why in result.failures.items():
                self._feedback.reportError(f"{when} {band}: {why}", False)
        elif result.absence is Absence.EXCLUDED:
            self._feedback.pushInfo(f"{when} {result.reason}")
        else:
            self._feedback.reportError(f"{when} {result.reason}", False)


def _steps(found: Found, level: str) -> int:
    """How many events will follow: a flag for every date where there is an SCL, then its chip."""
    per_scene = 2 if level in BANDS["SCL"].levels else 1
    return max(per_scene * len(found.scenes) + len(found.unusable), 1)
