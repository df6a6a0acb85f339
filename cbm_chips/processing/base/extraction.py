"""The pipeline over the places of one run: progress, messages, cancellation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Union

from qgis.core import QgsProcessingException, QgsProcessingFeedback

from ...bridge.texts.translation import tr_count
from ...bridge.texts.words import flag_word, worded
from ...core.model import Absence, Chip, ChipRequest, FailedChip, Place
from ...core.sentinel2.bands import BANDS
from .cancelling import is_cancelled
from .empty_places import EmptyPlaces
from .error_boundary import reason_of

if TYPE_CHECKING:
    from ...core.pipeline.events import Found
    from ...core.pipeline.places import PlaceEvent
    from ...core.pipeline.run import Tools
    from ...core.sources.source import Source

Result = Union[Chip, FailedChip]


@dataclass(frozen=True)
class FailedPlace:
    """A place without any result, and why."""

    label: str
    reason: str


Target = Union[Place, FailedPlace]
MOST_TOGETHER = 128
"""Places whose runs go side by side."""


@dataclass
class PlaceProgress:
    """How far one place is: dates, of those that are expected; steps likewise, for a bar."""

    name: str
    dates: int = 0
    dates_expected: int = 0
    steps: int = 0
    steps_expected: int = 0
    is_complete: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1."""
        if self.is_complete:
            return 1.0
        return min(self.steps / self.steps_expected, 1.0) if self.steps_expected else 0.0


class RunProgress:
    """How far a run over several places came."""

    def __init__(self, targets: Sequence[Target]) -> None:
        """Nothing is read yet."""
        self.count = len(targets)
        self.places: dict[int, PlaceProgress] = {}
        self._complete = 0

    @property
    def share(self) -> float:
        """From 0 to 1."""
        open_ones = sum(place.share for place in self.places.values() if not place.is_complete)
        return (self._complete + open_ones) / max(self.count, 1)

    def end_place(self, number: int, name: str) -> None:
        """All of it is done."""
        self.places.setdefault(number, PlaceProgress(name)).is_complete = True
        self._complete += 1
        if self.count > 1:
            del self.places[number]

    def in_words(self, where: str) -> str:
        """What a cancelled run has done; `where` is the table or folder in a sentence."""
        if self.count == 1:
            place = self.places.get(0, PlaceProgress(""))
            return tr_count(
                "Cancelled: {done} of {count} dates are in {table}.",
                place.dates_expected,
                done=place.dates,
                table=where,
            )
        all_there = [p for p in self.places.values() if 0 < p.dates_expected <= p.dates]
        told = [
            tr_count(
                "Cancelled: {done} of {count} parcels are in {table}.",
                self.count,
                done=self._complete + len(all_there),
                table=where,
            )
        ]
        return " ".join([*told, *self._in_part()])

    def _in_part(self) -> Iterator[str]:
        some = [place for place in self.places.values() if 0 < place.dates < place.dates_expected]
        if len(some) > 1:
            yield tr_count("{count} more have only some of their dates.", len(some))
            return
        for place in some:
            yield tr_count(
                "{place} has only {done} of its {count} dates.",
                place.dates_expected,
                place=place.name,
                done=place.dates,
            )


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
        self._found: dict[int, Found] = {}
        self.failed_places: list[FailedPlace] = []
        self.progress = RunProgress([])

    def over(
        self, targets: Sequence[Target], *, most_together: int = MOST_TOGETHER
    ) -> Iterator[tuple[Place, Result | None]]:
        """Each place's results, and None when it is complete; ends early when cancelled.

        Files are read once for neighbours, so that the results of some come among one another's.

        Args:
            targets: in the order of the layer.
            most_together: so many places at once, where much is kept of each.
        """
        from ...core.pipeline.places import run_places

        self.progress = RunProgress(targets)
        places = [target for target in targets if isinstance(target, Place)]
        for target in targets:
            if isinstance(target, FailedPlace):
                self._give_up(target)
        if not places:
            return
        steps = run_places(
            self._request, places, self._source, self._tools, most_together=most_together
        )
        # closing it cancels what is still being read
        with closing(steps):
            for step in steps:
                if is_cancelled(self._feedback):
                    return
                if step is not None:
                    number, event = step
                    yield from self._taken(number, places[number], event)
        self._empty.sum_up(len(targets))

    def refuse_if_nothing(self, targets: Sequence[Target]) -> None:
        """End the algorithm as failed if every place failed.

        Raises:
            QgsProcessingException: with the reasons.
        """
        if targets and len(self.failed_places) == len(targets):
            reasons = dict.fromkeys(failed.reason for failed in self.failed_places)
            raise QgsProcessingException("\n".join(map(worded, reasons)))

    def _taken(
        self, number: int, place: Place, event: PlaceEvent
    ) -> Iterator[tuple[Place, Result | None]]:
        from ...core.pipeline.events import Found
        from ...core.pipeline.places import PlaceEnd

        of_place = self.progress.places.setdefault(number, PlaceProgress(place.name))
        if isinstance(event, Found):
            of_place.steps_expected = _steps(event, self._request.level)
            of_place.dates_expected = len(event.scenes) + len(event.unusable)
            self._found[number] = event
            return
        if isinstance(event, PlaceEnd):
            self._report_found(number, place)
            self.progress.end_place(number, place.name)
            if event.error is not None:
                self._give_up(FailedPlace(place.name, reason_of(event.error)))
            yield place, None
        else:
            of_place.steps += 1
        self._feedback.setProgress(100.0 * self.progress.share)
        if isinstance(event, (Chip, FailedChip)):
            self._report_found(number, place)
            if self._feedback.isCanceled():
                return
            self._report(event, place)
            of_place.dates += 1
            yield place, event

    def _give_up(self, failed: FailedPlace) -> None:
        self.failed_places.append(failed)
        self._feedback.reportError(f"{failed.label}: {worded(failed.reason)}", False)

    def _report_found(self, number: int, place: Place) -> None:
        """Once, ahead of the place's first date."""
        found = self._found.pop(number, None)
        if found is None:
            return
        if found.scenes or found.unusable:
            words = tr_count("{place}: {count} dates", len(found.scenes), place=place.name)
            self._feedback.pushInfo(words)
        else:
            self._empty.add(replace(self._request, place=place))
        for note in found.notes:
            self._feedback.pushInfo(worded(note))

    def _report(self, result: Result, place: Place) -> None:
        when = result.scene.when("%Y-%m-%d %H:%M") or result.scene.id
        if self.progress.count > 1:
            when = f"{place.name} {when}"
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
