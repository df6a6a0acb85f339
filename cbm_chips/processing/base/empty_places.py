"""Places without a date: a warning for each with the nearest date, and one for all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingFeedback

from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import number, short_day
from ...core.errors import ChipsError
from ...core.model import ChipRequest
from ...core.periods import today
from .cancelling import cancelled_by

if TYPE_CHECKING:
    from ...core.pipeline.run import Tools
    from ...core.sources.source import Source

MOST_ASKED = 20
"""Nearest dates are looked for at so many places; those of the others will hardly differ."""
ANY_CLOUD_PCT = 100.0


class EmptyPlaces:
    """Of one run."""

    def __init__(self, source: Source, tools: Tools, feedback: QgsProcessingFeedback) -> None:
        """Nothing is asked yet."""
        self._source, self._tools, self._feedback = source, tools, feedback
        self._count = 0
        self._nearest: set[date] = set()
        self._last: ChipRequest | None = None

    def add(self, request: ChipRequest) -> None:
        """Warn that a place has no date, and look for the nearest."""
        self._count += 1
        self._last = request
        words = tr("{place}: no date from {start} to {end}.")
        told = [words.format(place=request.place.name, **_days_of(request))]
        day = self._nearest_to(request) if self._count <= MOST_ASKED else None
        if day is not None:
            self._nearest.add(day)
            told.append(tr("The nearest is {day}.").format(day=short_day(day)))
        self._feedback.pushWarning(" ".join(told))

    def sum_up(self, total: int) -> None:
        """Of several places, how many have no date, and what to change."""
        request = self._last
        if request is None:
            return
        told = []
        if total > 1:
            told.append(
                tr_count(
                    "{count} of {total} places have no date from {start} to {end}.",
                    self._count,
                    total=total,
                    **_days_of(request),
                )
            )
            if self._nearest:
                days_found = ", ".join(map(short_day, sorted(self._nearest)))
                told.append(tr("The nearest are {days}.").format(days=days_found))
        if request.max_scene_cloud_pct < ANY_CLOUD_PCT:
            share = number(request.max_scene_cloud_pct)
            words = tr("Scenes with more than {share} % cloud were left out (MAX_SCENE_CLOUD).")
            told.append(words.format(share=share))
        if told:
            self._feedback.pushWarning(" ".join(told))

    def _nearest_to(self, request: ChipRequest) -> date | None:
        """None where there is none within reach, or it can't be found out."""
        from ...core.pipeline.searching.nearest_dates import closest_day, nearest_dates

        try:
            with cancelled_by(self._feedback):
                found = nearest_dates(request, self._source, self._tools.cache, today=today())
        except ChipsError:
            return None
        return closest_day(request, found)


def _days_of(request: ChipRequest) -> dict[str, str]:
    return {"start": short_day(request.first_day), "end": short_day(request.last_day)}
