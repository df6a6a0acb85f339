"""What to say where there is no picture: a sentence, buttons, and what they do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from ....bridge.sources import dependencies
from ....bridge.tasks.chip_task import Ending
from ....bridge.texts.translation import tr, tr_count
from ....bridge.texts.words import number, worded
from ....core.errors import RequestError
from ....core.model import MISSION_START, ChipRequest
from ....core.periods import Period, period_called
from ....core.pipeline.searching.nearest_dates import Nearest, closest_day
from ...session.estimate import Estimate
from ...session.form_values.form_state import FormState
from ...session.form_values.summary import day_in_words, days_in_words
from ...session.topics import Topic
from ..status.source_words import use

ANY_CLOUD_PCT = 100.0


class Offer(Enum):
    """What a button does."""

    PICK = "pick a place"
    PARCEL = "pick a parcel"
    AGAIN = "read again"
    ANY_CLOUD = "read again without a limit of clouds"
    OTHER_DAYS = "read again over other days"
    NEAREST = "read the days that reach to the nearest date"
    GO_ON = "read although it is much"
    OPTIONS = "open our page of QGIS's options"
    COPY = "copy the command"
    INSTALL = "install the packages that are missing"
    STOP_INSTALL = "stop installing them"
    ADD_LAYER = "open QGIS's dialog for a layer"
    OTHER_SOURCE = "read the same from another source"
    SAMPLE = "choose the built-in sample and show its parcels"


_ASKED = frozenset({Topic.SOURCE, Topic.FORM, Topic.PLACE, Topic.RUN})
"""What an answer of a source, or its lack, speaks of."""
_OF_PACKAGES = _ASKED - {Topic.FORM} | {Topic.PACKAGES}


@dataclass(frozen=True)
class EmptyState:
    """Instead of dates.

    Attributes:
        sentence: what is so.
        buttons: texts and what they do, the likeliest first.
        until: it is so until one of these changes.
        copied: what `Offer.COPY` copies.
    """

    sentence: str
    buttons: tuple[tuple[str, Offer], ...]
    until: frozenset[Topic] = _ASKED
    copied: str = ""

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What the buttons do."""
        return tuple(offer for _, offer in self.buttons)


def ready(place: str, source: str) -> EmptyState:
    """A place is chosen, and what was said about it is not so any more."""
    sentence = tr("{place} was not read from {source} yet.").format(place=place, source=source)
    return EmptyState(sentence, ((tr("Read it now"), Offer.AGAIN),))


def nothing_found(
    request: ChipRequest, source: str, other: FormState | None, *, also: Period | None = None
) -> EmptyState:
    """The search is back, empty.

    Args:
        request: what was searched.
        source: its title.
        other: the form with days that may hold something; None where all were searched.
        also: days beside the request's, all searched and empty, too.
    """
    days = days_in_words(Period(str(request.start), str(request.end)))
    if request.max_scene_cloud_pct < ANY_CLOUD_PCT:
        words = tr(
            "{source} has no date here for {days} with at most {share} % cloud in the scene."
        )
        share = number(request.max_scene_cloud_pct)
        sentence = words.format(source=source, days=days, share=share)
        return EmptyState(sentence, ((tr("Show cloudier dates, too"), Offer.ANY_CLOUD),))
    sentence = tr("{source} has no date here for {days}.").format(source=source, days=days)
    if also is not None:
        beside = tr("There is none for {days} either.").format(days=days_in_words(also))
        sentence = f"{sentence} {beside}"
    pick = (tr("Pick another place"), Offer.PICK)
    if other is None:
        advice = tr("All days were searched: pick another place, or choose another source above.")
        return EmptyState(f"{sentence} {advice}", (pick,))
    return EmptyState(sentence, ((_offer_of(other), Offer.OTHER_DAYS), pick))


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
    go = tr("Go to {day}").format(day=day_in_words(day))
    return EmptyState(sentence, ((go, Offer.NEAREST),))


def days_to(request: ChipRequest, day: date, state: FormState) -> FormState:
    """As many days as were asked for, reaching to a day beside them."""
    length = request.last_day - request.first_day
    first = max(day - length, MISSION_START) if day < request.first_day else day
    last = max(day, first + length)
    return replace(state, period="", start=first.isoformat(), end=last.isoformat())


def searched_beside(request: ChipRequest, reach: timedelta, today: date) -> Period:
    """The days of an empty search and those so far beside it."""
    first = max(request.first_day - reach, MISSION_START)
    last = max(request.last_day, min(request.last_day + reach, today))
    return Period(first.isoformat(), last.isoformat())


def _offer_of(state: FormState) -> str:
    if period_called(state.period) is not None:
        return tr("Look in the last 12 months")
    return tr("Look in the season of {year}").format(year=state.start[:4])


def elsewhere(where: str) -> EmptyState:
    """The place lies outside the sample's ground."""
    words = tr("The built-in sample shows {where}: there is nothing of it where you clicked.")
    return EmptyState(words.format(where=where), ((tr("Go there"), Offer.SAMPLE),))


def stopped() -> EmptyState:
    """Cancelled before anything came."""
    again = ((tr("Read again"), Offer.AGAIN),)
    return EmptyState(tr("Stopped before the search was back."), again)


def sample_stopped(done: int, dates: int) -> EmptyState:
    """Cancelled while the built-in sample was made."""
    sentence = tr_count(
        "Stopped: {done} of {count} dates of the built-in sample are made, and are kept.",
        dates,
        done=done,
    )
    return EmptyState(sentence, ((tr("Go on"), Offer.AGAIN),))


def failed(ending: Ending, source: str, *, other: str = "") -> EmptyState:
    """The run ended with a problem and without a date; `other` can be read instead."""
    again = ((tr("Try again"), Offer.AGAIN),)
    instead = ((use(other), Offer.OTHER_SOURCE),) if other else ()
    if ending.is_fault:
        return EmptyState(ending.problem, again)
    if ending.is_login_refused:
        words = tr(
            "{source} wants a login, or another one ({problem}). Choose it for this source in the "
            "options."
        )
        sentence = words.format(source=source, problem=ending.problem)
        return EmptyState(sentence, ((tr("Open the options"), Offer.OPTIONS), *instead))
    words = tr("Nothing came from {source}: {problem}")
    return EmptyState(words.format(source=source, problem=ending.problem), (*again, *instead))


def refused(error: RequestError) -> EmptyState:
    """A place that no chip can be cut at, or a field that can't be."""
    return EmptyState(worded(error), ((tr("Pick another place"), Offer.PICK),))


def invalid() -> EmptyState:
    """The form marks what is wrong; the place waits."""
    return EmptyState(
        tr("The form above says what has to be put right first."),
        ((tr("Try again"), Offer.AGAIN),),
    )


def large(guess: Estimate) -> EmptyState:
    """A question before a large read."""
    words = tr("This may read about {dates} and up to {megabytes} MB.")
    dates = tr_count("{count} dates", guess.dates)
    sentence = words.format(dates=dates, megabytes=number(guess.megabytes, 0))
    return EmptyState(sentence, ((tr("Read them"), Offer.GO_ON),))


def packages_missing(
    lacking: Sequence[dependencies.Package], source: str, *, trouble: str = ""
) -> EmptyState:
    """Which, and how to get them; only the command is copied, if there is one.

    Args:
        lacking: the packages.
        source: that needs them, for people.
        trouble: how an installation ended that was tried.
    """
    sentence, command = dependencies.explain(lacking, source), dependencies.command_for(lacking)
    copy = tr("Copy the command") if command else tr("Copy these words")
    buttons: tuple[tuple[str, Offer], ...] = (
        (copy, Offer.COPY),
        (tr("Look again"), Offer.AGAIN),
    )
    if command:
        buttons = ((tr("Install"), Offer.INSTALL), *buttons)
        sentence = "\n".join((trouble, sentence)) if trouble else sentence
    return EmptyState(sentence, buttons, _OF_PACKAGES, copied=command or sentence)


def installing(step: str) -> EmptyState:
    """Packages are being fetched."""
    return EmptyState(step, ((tr("Cancel"), Offer.STOP_INSTALL),), _OF_PACKAGES)
