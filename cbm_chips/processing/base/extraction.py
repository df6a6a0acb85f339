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

from ...bridge.texts.translation import tr_count
from ...bridge.texts.words import flag_word, worded
from ...core.errors import ChipsError
from ...core.model import Absence, Chip, ChipRequest, FailedChip, Place
from ...core.sentinel2.bands import BANDS
from .empty_places import EmptyPlaces
from .error_boundary import reason_of

if TYPE_CHECKING:
    from ...core.pipeline.events import Event, Found
    from ...core.pipeline.run import Tools
    from ...core.sources.source import Source

Result = Union[Chip, FailedChip]


@dataclass(frozen=True)
class FailedPlace:
    """A place without any result, and why."""

    label: str
    reason: str


Target = Union[Place, FailedPlace]


@dataclass
class RunProgress:
    """How far a run came.

    Attributes:
        places: of the run.
        places_done: those that are complete.
        place: name of the one that is being read.
        dates, dates_expected: of that place.
    """

    places: int = 0
    places_done: int = 0
    place: str = ""
    dates: int = 0
    dates_expected: int = 0

    def begin_place(self, target: Target) -> None:
        """The next one."""
        self.place = target.name if isinstance(target, Place) else target.label
        self.dates, self.dates_expected = 0, 0

    def end_place(self, *, is_cut_short: bool) -> None:
        """It is complete, unless the user cancelled meanwhile and dates are missing."""
        self.places_done += not is_cut_short or 0 < self.dates_expected <= self.dates

    def in_words(self, where: str) -> str:
        """What a cancelled run has done; `where` is the table or folder in a sentence."""
        if self.places == 1:
            return tr_count(
                "Cancelled: {done} of {count} dates are in {table}.",
                self.dates_expected,
                done=self.dates,
                table=where,
            )
        told = [
            tr_count(
                "Cancelled: {done} of {count} parcels are in {table}.",
                self.places,
                done=self.places_done,
                table=where,
            )
        ]
        if 0 < self.dates < self.dates_expected:
            told.append(
                tr_count(
                    "{place} has only {done} of its {count} dates.",
                    self.dates_expected,
                    place=self.place,
                    done=self.dates,
                )
            )
        return " ".join(told)


class Extraction:
    """One run over many places. The failure of a place or date never stops the others.

    Attributes:
        failed_places: those without any result.
        progress: how far it came.
    """

    def __init__(
        self, request: ChipRequest, source: Source, *, tools: Tools, feedback: QgsProcessingFeedback
    ) -> None:
        """`request` is that of all places but for the place; nothing is asked yet."""
        self._request, self._source, self._tools = request, source, tools
        self._feedback = feedback
        self._empty = EmptyPlaces(source, tools, feedback)
        self.failed_places: list[FailedPlace] = []
        self.progress = RunProgress()

    def over(self, targets: list[Target]) -> Iterator[tuple[Place, Iterator[Result]]]:
        """Each place with its results; ends early when cancelled."""
        self.progress = RunProgress(len(targets))
        steps = QgsProcessingMultiStepFeedback(max(len(targets), 1), self._feedback)
        for number, target in enumerate(targets):
            if self._feedback.isCanceled():
                return
            steps.setCurrentStep(number)
            self.progress.begin_place(target)
            if isinstance(target, FailedPlace):
                self._give_up(target)
            else:
                yield target, self._results(target, steps)
            self.progress.end_place(is_cut_short=self._feedback.isCanceled())
        self._empty.sum_up(len(targets))

    def refuse_if_nothing(self, targets: list[Target]) -> None:
        """End the algorithm as failed if every place failed.

        Raises:
            QgsProcessingException: with the reasons.
        """
        if targets and len(self.failed_places) == len(targets):
            reasons = dict.fromkeys(failed.reason for failed in self.failed_places)
            raise QgsProcessingException("\n".join(map(worded, reasons)))

    def _results(self, place: Place, feedback: QgsProcessingFeedback) -> Iterator[Result]:
        from ...core.pipeline.run import run

        try:
            request = replace(self._request, place=place)
            # closing it cancels what is still being read
            with closing(run(request, self._source, self._tools)) as events:
                yield from self._watched(events, place, feedback)
        except ChipsError as error:
            self._give_up(FailedPlace(place.name, reason_of(error)))

    def _watched(
        self, events: Iterator[Event], place: Place, feedback: QgsProcessingFeedback
    ) -> Iterator[Result]:
        from ...core.pipeline.events import Found, Waiting

        expected, done = 1, 0
        for event in events:
            if feedback.isCanceled():
                return
            if isinstance(event, Waiting):
                continue
            if isinstance(event, Found):
                expected = _steps(event, self._request.level)
                self.progress.dates_expected = len(event.scenes) + len(event.unusable)
                self._report_found(event, place)
                continue
            done += 1
            feedback.setProgress(min(100.0 * done / expected, 100.0))
            if isinstance(event, (Chip, FailedChip)):
                self._report(event)
                self.progress.dates += 1
                yield event

    def _give_up(self, failed: FailedPlace) -> None:
        self.failed_places.append(failed)
        self._feedback.reportError(f"{failed.label}: {worded(failed.reason)}", False)

    def _report_found(self, found: Found, place: Place) -> None:
        if found.scenes or found.unusable:
            words = tr_count("{place}: {count} dates", len(found.scenes), place=place.name)
            self._feedback.pushInfo(words)
        else:
            self._empty.add(replace(self._request, place=place))
        for note in found.notes:
            self._feedback.pushInfo(worded(note))

    def _report(self, result: Result) -> None:
        when = result.scene.when("%Y-%m-%d %H:%M") or result.scene.id
        if isinstance(result, Chip):
            self._feedback.pushInfo(f"{when} {flag_word(result.flag)}")
            for band, why in result.failures.items():
                self._feedback.reportError(f"{when} {band}: {worded(why)}", False)
        elif result.absence is Absence.EXCLUDED:
            self._feedback.pushInfo(f"{when} {worded(result.reason)}")
        else:
            self._feedback.reportError(f"{when} {worded(result.reason)}", False)


def _steps(found: Found, level: str) -> int:
    """How many events will follow: a flag for every date where there is an SCL, then its chip."""
    per_scene = 2 if level in BANDS["SCL"].levels else 1
    return max(per_scene * len(found.scenes) + len(found.unusable), 1)
