"""What to say where there is no picture: one sentence, one button, and what the button does."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from ...bridge.tasks import Ending
from ...bridge.translation import tr
from ...core.errors import RequestError
from ...core.model import MISSION_START, ChipRequest
from ...core.periods import (
    FIRST_SEASON,
    LAST_12_MONTHS,
    ONLY_SEASON_OF,
    Period,
    last_months,
    period_called,
    season,
    today,
)
from ...core.pipeline.nearest_dates import Nearest, closest_day
from ..session.estimate import Estimate
from ..session.form_state import FormState
from ..session.summary import day_in_words, days_in_words

ANY_CLOUD_PCT = 100.0


class Offer(Enum):
    """What a button does."""

    PICK = "pick a place"
    AGAIN = "read again"
    ANY_CLOUD = "read again without a limit of clouds"
    OTHER_DAYS = "read again over other days"
    NEAREST = "read the days that reach to the nearest date"
    GO_ON = "read although it is much"
    OPTIONS = "open our page of QGIS's options"
    COPY = "copy the command"


@dataclass(frozen=True)
class EmptyState:
    """A sentence and a button."""

    sentence: str
    button: str
    action: Offer


def nothing_chosen() -> EmptyState:
    """Before the first click."""
    return EmptyState(
        tr("Click on the map, or pick a parcel: its dates appear here."),
        tr("Pick a place"),
        Offer.PICK,
    )


def nothing_found(request: ChipRequest, state: FormState, source: str) -> EmptyState:
    """The search is back, empty."""
    days = days_in_words(Period(str(request.start), str(request.end)))
    if request.max_scene_cloud_pct < ANY_CLOUD_PCT:
        words = tr(
            "{source} has no date here for {days} with at most {share} % cloud in the scene."
        )
        share = f"{request.max_scene_cloud_pct:g}"
        sentence = words.format(source=source, days=days, share=share)
        return EmptyState(sentence, tr("Show cloudier dates, too"), Offer.ANY_CLOUD)
    sentence = tr("{source} has no date here for {days}.").format(source=source, days=days)
    return EmptyState(sentence, _offer_of(other_days(state)), Offer.OTHER_DAYS)


def nearest_found(request: ChipRequest, source: str, nearest: Nearest) -> EmptyState | None:
    """The search beside the period is back; None where it found nothing either."""
    day = closest_day(request, nearest)
    if day is None:
        return None
    days = days_in_words(Period(str(request.start), str(request.end)))
    both = [day_in_words(one) for one in (nearest.before, nearest.after) if one is not None]
    if len(both) > 1:
        words = tr("{source} has no date here for {days}. The nearest are {before} and {after}.")
        sentence = words.format(source=source, days=days, before=both[0], after=both[1])
    else:
        words = tr("{source} has no date here for {days}. The nearest is {day}.")
        sentence = words.format(source=source, days=days, day=both[0])
    return EmptyState(sentence, tr("Go to {day}").format(day=day_in_words(day)), Offer.NEAREST)


def days_to(request: ChipRequest, day: date, state: FormState) -> FormState:
    """As many days as were asked for, reaching to a day beside them."""
    length = request.last_day - request.first_day
    first = max(day - length, MISSION_START) if day < request.first_day else day
    return _over(state, Period(first.isoformat(), max(day, first + length).isoformat()))


def other_days(state: FormState) -> FormState:
    """Where something may be found instead: the source's season, the last year, a season before."""
    year = ONLY_SEASON_OF.get(state.source)
    last_year = last_months(12, until=today())
    if year is None and state.days.start > last_year.start:
        return _over(state, last_year, name=LAST_12_MONTHS)
    before = int(state.days.start[:4] or FIRST_SEASON) - 1
    return _over(state, season(year or max(before, FIRST_SEASON)))


def _over(state: FormState, days: Period, *, name: str = "") -> FormState:
    return replace(state, period=name, start=days.start, end=days.end)


def _offer_of(state: FormState) -> str:
    if period_called(state.period) is not None:
        return tr("Look in the last 12 months")
    return tr("Look in the season of {year}").format(year=state.start[:4])


def stopped() -> EmptyState:
    """Cancelled before anything came."""
    return EmptyState(tr("Stopped before the search was back."), tr("Read again"), Offer.AGAIN)


def failed(ending: Ending, source: str) -> EmptyState:
    """The run ended with a problem and without a date."""
    if ending.details:
        words = tr("A fault of the plugin ended the run ({problem}); QGIS's log has the details.")
        return EmptyState(words.format(problem=ending.problem), tr("Try again"), Offer.AGAIN)
    if ending.is_login_refused:
        words = tr(
            "{source} wants a login, or another one ({problem}). Choose it for this source in the "
            "options."
        )
        sentence = words.format(source=source, problem=ending.problem)
        return EmptyState(sentence, tr("Open the options"), Offer.OPTIONS)
    words = tr("Nothing came from {source}: {problem}")
    sentence = words.format(source=source, problem=ending.problem)
    return EmptyState(sentence, tr("Try again"), Offer.AGAIN)


def refused(error: RequestError) -> EmptyState:
    """A place that no chip can be cut at, or a field that can't be."""
    return EmptyState(str(error), tr("Pick another place"), Offer.PICK)


def invalid() -> EmptyState:
    """The form marks what is wrong; the place waits."""
    return EmptyState(
        tr("The form above says what has to be put right first."),
        tr("Try again"),
        Offer.AGAIN,
    )


def large(guess: Estimate) -> EmptyState:
    """A question before a large read."""
    words = tr("This may read about {dates} dates and up to {megabytes} MB.")
    sentence = words.format(dates=guess.dates, megabytes=f"{guess.megabytes:.0f}")
    return EmptyState(sentence, tr("Read them"), Offer.GO_ON)


def packages_missing(explanation: str) -> EmptyState:
    """What `dependencies.explain` says."""
    return EmptyState(explanation, tr("Copy these words"), Offer.COPY)
