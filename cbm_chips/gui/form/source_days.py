"""The form's days where a source holds one season only."""

from __future__ import annotations

from ...core.periods import (
    LAST_3_MONTHS,
    ONLY_SEASON_OF,
    USUAL_MONTHS,
    Period,
    last_months,
    season,
    today,
)
from .fields import PeriodField


class SourceDays:
    """Such a source brings its season along; the next one brings back the days before."""

    def __init__(self, field: PeriodField) -> None:
        self._field = field
        self._only: Period | None = None
        """The season of the source that is chosen now."""
        self._before = LAST_3_MONTHS, last_months(USUAL_MONTHS, until=today())

    def follow(self, source: str) -> None:
        """The user has chosen another source."""
        former, days = self._only, self._field.days()
        self.note(source)
        if self._only is not None and not _holds(self._only, days):
            self._before = self._field.period(), days
            self._field.set_period("", self._only)
        elif self._only is None and former == days:
            self._field.set_period(*self._before)

    def note(self, source: str) -> None:
        """This source is chosen; the days stay."""
        year = ONLY_SEASON_OF.get(source)
        self._only = season(year) if year is not None else None


def _holds(days: Period, others: Period) -> bool:
    return days.start <= others.start and others.end <= days.end
