"""What is kept of former searches of a place, whatever their periods and limits."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any

from ...cache import ChipCache, answer_key
from ...errors import SourceError, SourceUnreachable
from ...model import ChipRequest, Place, Scene, Search
from ...reading.network import in_words
from ...reasons import Reason, joined
from ...scenes.chip_center import centre_of

if TYPE_CHECKING:
    from ...sources.source import Source

MAX_PERIODS = 100
"""Searches remembered for one place: the latest."""


_FIELDS_NOT_SEARCHED = (
    "place",
    "start",
    "end",
    "bands",
    "clear_only",
    "one_per_date",
    "second_opinion",
)
"""Fields of a request that are not sent to a source; place, start and end are compared by
themselves. A difference in any other field makes another search."""
_LIMITS = ("max_scene_cloud_pct", "size_m")
"""A search with larger values includes one with smaller: scenes are filtered by the request."""
_PLACE_FIELDS_NOT_SEARCHED = ("label", "outline", "details")
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class _DayRange:
    """From a day to a day, both included."""

    first: date
    last: date

    def overlaps(self, other: _DayRange) -> bool:
        return self.first <= other.last and other.first <= self.last

    def intersection(self, other: _DayRange) -> _DayRange:
        return _DayRange(max(self.first, other.first), min(self.last, other.last))


@dataclass(frozen=True)
class _SearchParameters:
    """What searches of the same place may differ in.

    Attributes:
        limits: values of `_LIMITS`.
    """

    period: _DayRange
    limits: tuple[float, ...]

    @classmethod
    def of(cls, request: ChipRequest) -> _SearchParameters:
        limits = tuple(float(getattr(request, name)) for name in _LIMITS)
        return cls(_DayRange(request.first_day, request.last_day), limits)

    @classmethod
    def read(cls, as_list: list[Any]) -> _SearchParameters:
        """Reverse `as_list`.

        Raises:
            ValueError, TypeError: for anything else.
        """
        first, last, *limits = as_list
        if len(limits) != len(_LIMITS):
            raise ValueError("another number of limits")
        period = _DayRange(date.fromisoformat(first), date.fromisoformat(last))
        return cls(period, tuple(map(float, limits)))

    @property
    def as_list(self) -> list[Any]:
        return [str(self.period.first), str(self.period.last), *self.limits]

    def overlaps(self, other: _SearchParameters) -> bool:
        """True if on some day of `other` this search includes all that `other` looks for."""
        is_wider = all(mine >= its for mine, its in zip(self.limits, other.limits))
        return is_wider and self.period.overlaps(other.period)


@dataclass(frozen=True)
class KeptSearch:
    """A former search, parsed."""

    period: _DayRange
    search: Search
    age_s: float


class KeptSearches:
    """The kept searches of a source at one place, of any period and limits."""

    def __init__(self, cache: ChipCache, source: Source, request: ChipRequest) -> None:
        self._cache, self._source, self._request = cache, source, request
        self._fields_searched = _fields_searched(request)
        self.parameters = _SearchParameters.of(request)

    def answer(self, parameters: _SearchParameters) -> KeptSearch | None:
        """The search with these parameters, as far as it concerns the request."""
        answer = self._cache.get_answer(self._key(parameters))
        if answer is None:
            return None
        try:
            search = self._source.parse(answer.content, self._request)
        except SourceError:  # kept by a version that wrote it differently
            return None
        return KeptSearch(parameters.period, search, answer.age_s)

    def put(self, content: bytes) -> None:
        """Keep a search of the request."""
        self._cache.put_answer(self._key(self.parameters), content)
        others = [one for one in self.listed() if one != self.parameters]
        listed = [one.as_list for one in (self.parameters, *others)]
        self._cache.put_answer(self._key(None), json.dumps(listed[:MAX_PERIODS]).encode())

    def merged(self) -> MergedSearch | None:
        """All kept searches that overlap the request, merged; None without any."""
        parameters = dict.fromkeys((self.parameters, *self.listed()))
        found = (self.answer(one) for one in parameters if one.overlaps(self.parameters))
        answers = sorted(filter(None, found), key=lambda one: one.age_s)
        return MergedSearch(self.parameters.period, answers) if answers else None

    def listed(self) -> list[_SearchParameters]:
        """The parameters of all kept searches, the latest first."""
        listed = self._cache.get_answer(self._key(None))
        try:
            return (
                [_SearchParameters.read(as_list) for as_list in json.loads(listed.content)]
                if listed
                else []
            )
        except (ValueError, TypeError):
            return []

    def _key(self, parameters: _SearchParameters | None) -> str:
        as_list = parameters.as_list if parameters else ["asked"]
        return answer_key(self._source.identity, [*self._fields_searched, *map(str, as_list)])


@dataclass(frozen=True)
class MergedSearch:
    """Several searches, the youngest first, and the period of the request."""

    period: _DayRange
    answers: list[KeptSearch]

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """Each once, as listed last."""
        return tuple({_identity(one): one for one in self._of("scenes")}.values())

    @property
    def covered(self) -> list[_DayRange]:
        """Ranges of days of the period that were searched."""
        spans = sorted(
            (one.period.intersection(self.period) for one in self.answers), key=_first_day
        )
        merged = spans[:1]
        for span in spans[1:]:
            if span.first <= merged[-1].last + _DAY:
                merged[-1] = _DayRange(merged[-1].first, max(merged[-1].last, span.last))
            else:
                merged.append(span)
        return merged

    def _of(self, name: str) -> Iterator[Any]:
        for answer in reversed(self.answers):
            yield from getattr(answer.search, name)

    def offline(self, why: SourceError) -> Search:
        """As one search, with a note: why the source does not answer, and how old this is."""
        state = Reason("no search now")
        if isinstance(why, SourceUnreachable):
            state = Reason("offline")
        age = in_words(max(one.age_s for one in self.answers))
        if self.covered == [self.period]:
            return self._with(
                Reason(
                    "{state}: the search answer is {age} old ({why})", state=state, age=age, why=why
                )
            )
        days = [Reason("{first} to {last}", first=one.first, last=one.last) for one in self.covered]
        return self._with(
            Reason(
                "{state}: only what was found before, up to {age} ago, is shown: dates of {days}; "
                "the other days of the period can't be searched now ({why})",
                state=state,
                age=age,
                days=joined(days),
                why=why,
            )
        )

    def _with(self, note: str) -> Search:
        unusable = {_identity(one.scene): one for one in self._of("unusable")}
        own = [one.search.notes for one in self.answers if one.period == self.period]
        notes = dict.fromkeys((*chain.from_iterable(own), note))
        return Search(self.scenes, tuple(unusable.values()), tuple(notes), is_offline=True)


def _first_day(period: _DayRange) -> date:
    return period.first


def _identity(scene: Scene) -> tuple[object, ...]:
    """Ids alone may be those of other dates or tiles: see `told_apart`, of one answer."""
    own = (scene.collection, scene.id, scene.product, scene.generated)
    return (*own, scene.acquired, scene.tile)


def _fields_searched(request: ChipRequest) -> list[str]:
    parameters = [
        getattr(request, name) for name in _names_of(ChipRequest, (*_FIELDS_NOT_SEARCHED, *_LIMITS))
    ]
    place = [getattr(request.place, name) for name in _names_of(Place, _PLACE_FIELDS_NOT_SEARCHED)]
    place += centre_of(request.place, request.size_m)
    return [*map(str, parameters), *(f"{degrees:.6f}" for degrees in place)]


def _names_of(kind: type[Any], without: Iterable[str]) -> list[str]:
    return [field.name for field in fields(kind) if field.name not in without]
