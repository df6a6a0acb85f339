"""Where to look when a search found nothing: days that were not searched there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from ....core.model import ChipRequest
from ....core.periods import (
    FIRST_SEASON,
    LAST_12_MONTHS,
    ONLY_SEASON_OF,
    Period,
    last_months,
    season,
    today,
)
from ..form_values.form_state import FormState
from ..runs import Run

_DAY, _MOST = timedelta(days=1), 0.5


class SearchedDays:
    """The days without a date, of the place that is looked at; another place begins anew."""

    def __init__(self) -> None:
        """Nothing was searched."""
        self._of: tuple[object, ...] = ()
        self._periods: list[Period] = []

    def note(self, run: Run, days: Period | None = None) -> None:
        """The run's days, or some beside them, hold nothing."""
        asked = _but_for_days(run.request), run.source.source
        if asked != self._of:
            self._of, self._periods = asked, []
        request = run.request
        self._periods.append(days or Period(str(request.start), str(request.end)))

    def elsewhere(self, state: FormState) -> FormState | None:
        """The form with days most of which, or some, were not searched; None where all were."""
        news = [(one, _share_of_news(one[1], self._periods)) for one in _alternatives(state)]
        for least in (_MOST, 0.0):
            for (name, days), share in news:
                if share > least:
                    return replace(state, period=name, start=days.start, end=days.end)
        return None


def _but_for_days(request: ChipRequest) -> tuple[object, ...]:
    place = request.place
    return (place.lon, place.lat, request.size_m, request.level, request.max_scene_cloud_pct)


def _alternatives(state: FormState) -> Iterator[tuple[str, Period]]:
    """Names, empty for fixed days, and days: the likeliest first."""
    only = ONLY_SEASON_OF.get(state.source)
    if only is not None:
        yield "", season(only)
        return
    last_year = (LAST_12_MONTHS, last_months(12, until=today()))
    if state.days.start > last_year[1].start:
        yield last_year
    year = int(state.days.start[:4] or FIRST_SEASON)
    for before in range(year - 1, FIRST_SEASON - 1, -1):
        yield "", season(before)
    yield last_year
    for after in range(max(year, FIRST_SEASON), today().year + 1):
        yield "", season(after)


def _share_of_news(days: Period, searched: Iterable[Period]) -> float:
    """Of the days, those that are past and lie in none of the periods: 0..1."""
    first, last = date.fromisoformat(days.start), date.fromisoformat(days.end)
    left = {first + number * _DAY for number in range((last - first).days + 1)}
    whole, now = len(left), today()
    ranges = [(date.fromisoformat(one.start), date.fromisoformat(one.end)) for one in searched]
    news = (day for day in left if day <= now and not any(a <= day <= b for a, b in ranges))
    return sum(1 for _ in news) / whole
