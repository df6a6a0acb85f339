"""The search: from a kept answer where it is fresh, or where nobody answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from itertools import chain
from typing import TYPE_CHECKING, Any

from ..cache import ChipCache, answer_key
from ..errors import SourceError, SourceUnreachable
from ..model import ChipRequest, Place, Scene, Search
from ..reading.network import in_words
from ..scenes.chip_center import centre_of

if TYPE_CHECKING:
    from ..sources.source import Source
    from .prefetch import Ahead

FRESH_ANSWER_S = 600.0
"""A kept answer this young may be used without asking; older ones only when offline."""
MOST_PERIODS = 100
"""Of one place: the last ones searched."""

_NOT_ASKED = ("place", "start", "end", "bands", "clear_only", "one_per_date")
"""Fields of a request that no source is asked about, besides the period and the place, which are
looked at by themselves. Any other field makes another question."""
_LIMITS = ("max_scene_cloud_pct", "size_m")
"""The answer about more holds that about less: each scene is held against the request anyway."""
_NOT_ASKED_OF_PLACE = ("label", "outline", "details")
_DAY = timedelta(days=1)


def find(
    request: ChipRequest,
    source: Source,
    cache: ChipCache | None,
    *,
    ahead: Ahead | None = None,
    fresh_s: float | None = None,
) -> Search:
    """The source's scenes; from a kept answer where it is fresh, or where nobody answers.

    Args:
        request: what is wanted.
        source: who is asked.
        cache: keeps answers.
        ahead: begins what can be done while the source is asked, if it has to be.
        fresh_s: so old a kept answer may be to be taken for one, `FRESH_ANSWER_S` by default.

    Raises:
        SourceError: when the source can't be asked, and nothing that was kept is of the period.
    """
    if cache is None or not source.is_remote:
        return source.parse(_fetch(request, source, ahead), request)
    kept = _Kept(cache, source, request)
    own = kept.answer(kept.asked)
    if own and own.age_s < (FRESH_ANSWER_S if fresh_s is None else fresh_s):
        return replace(own.search, is_kept=True)
    try:
        content = _fetch(request, source, ahead)
    except SourceError as error:
        found = kept.put_together() if error.may_pass else None
        if found is None:
            raise
        is_offline = isinstance(error, SourceUnreachable)
        return _told(found, f"{'offline' if is_offline else 'no search now'} ({error})")
    search = source.parse(content, request)
    if source.may_keep(content):
        kept.put(content)
    return search


def _fetch(request: ChipRequest, source: Source, ahead: Ahead | None) -> bytes:
    if ahead is None:
        return source.fetch(request)
    ahead.preconnect()
    content = b""
    for answer in source.fetch_in_parts(request):
        content = answer.content
        if not answer.is_whole:
            ahead.begin(content)
    return content


@dataclass(frozen=True)
class _Period:
    """From a day to a day, both included."""

    first: date
    last: date

    def meets(self, other: _Period) -> bool:
        return self.first <= other.last and other.first <= self.last

    def within(self, other: _Period) -> _Period:
        return _Period(max(self.first, other.first), min(self.last, other.last))


@dataclass(frozen=True)
class _Asked:
    """What a question differs in from others about the same place.

    Attributes:
        limits: values of `_LIMITS`.
    """

    period: _Period
    limits: tuple[float, ...]

    @classmethod
    def of(cls, request: ChipRequest) -> _Asked:
        limits = tuple(float(getattr(request, name)) for name in _LIMITS)
        return cls(_Period(request.first_day, request.last_day), limits)

    @classmethod
    def read(cls, words: list[Any]) -> _Asked:
        """Out of what `words` gave.

        Raises:
            ValueError, TypeError: for anything else.
        """
        first, last, *limits = words
        if len(limits) != len(_LIMITS):
            raise ValueError("another number of limits")
        period = _Period(date.fromisoformat(first), date.fromisoformat(last))
        return cls(period, tuple(map(float, limits)))

    @property
    def words(self) -> list[Any]:
        return [str(self.period.first), str(self.period.last), *self.limits]

    def tells_of(self, other: _Asked) -> bool:
        """Its answer holds all that is asked by `other` about some day."""
        is_wider = all(mine >= its for mine, its in zip(self.limits, other.limits))
        return is_wider and self.period.meets(other.period)


@dataclass(frozen=True)
class _Answer:
    """An answer of old, understood."""

    period: _Period
    search: Search
    age_s: float


class _Kept:
    """What is kept of a question to a source, whichever period and limits it was asked with."""

    def __init__(self, cache: ChipCache, source: Source, request: ChipRequest) -> None:
        self._cache, self._source, self._request = cache, source, request
        self._question = _question(request)
        self.asked = _Asked.of(request)

    def answer(self, asked: _Asked) -> _Answer | None:
        """That to the question as it was `asked`, as far as it is of the request."""
        answer = self._cache.get_answer(self._key(asked))
        if answer is None:
            return None
        try:
            search = self._source.parse(answer.content, self._request)
        except SourceError:  # kept by a version that wrote it differently
            return None
        return _Answer(asked.period, search, answer.age_s)

    def put(self, content: bytes) -> None:
        """An answer has come."""
        self._cache.put_answer(self._key(self.asked), content)
        others = [one for one in self._listed() if one != self.asked]
        listed = [one.words for one in (self.asked, *others)]
        self._cache.put_answer(self._key(None), json.dumps(listed[:MOST_PERIODS]).encode())

    def put_together(self) -> _Together | None:
        """All that was ever answered about days of the request; None if nothing was."""
        asked = dict.fromkeys((self.asked, *self._listed()))
        found = (self.answer(one) for one in asked if one.tells_of(self.asked))
        answers = sorted(filter(None, found), key=lambda one: one.age_s)
        return _Together(self.asked.period, answers) if answers else None

    def _listed(self) -> list[_Asked]:
        """What was asked, the last question first."""
        listed = self._cache.get_answer(self._key(None))
        try:
            return [_Asked.read(words) for words in json.loads(listed.content)] if listed else []
        except (ValueError, TypeError):
            return []

    def _key(self, asked: _Asked | None) -> str:
        words = asked.words if asked else ["asked"]
        return answer_key(self._source.identity, [*self._question, *map(str, words)])


@dataclass(frozen=True)
class _Together:
    """Several answers, the youngest first, and the period they were wanted for."""

    period: _Period
    answers: list[_Answer]

    @property
    def scenes(self) -> tuple[Scene, ...]:
        """Each once, as it was listed last."""
        return tuple({_name(one): one for one in self._of("scenes")}.values())

    @property
    def covered(self) -> list[_Period]:
        """Which days of the period were searched, without gaps in between."""
        spans = sorted((one.period.within(self.period) for one in self.answers), key=_first)
        merged = spans[:1]
        for span in spans[1:]:
            if span.first <= merged[-1].last + _DAY:
                merged[-1] = _Period(merged[-1].first, max(merged[-1].last, span.last))
            else:
                merged.append(span)
        return merged

    def _of(self, name: str) -> Iterator[Any]:
        for answer in reversed(self.answers):
            yield from getattr(answer.search, name)

    def search(self, note: str) -> Search:
        """As if it were one answer."""
        unusable = {_name(one.scene): one for one in self._of("unusable")}
        own = [one.search.notes for one in self.answers if one.period == self.period]
        notes = dict.fromkeys((*chain.from_iterable(own), note))
        return Search(self.scenes, tuple(unusable.values()), tuple(notes), is_offline=True)


def _told(found: _Together, why: str) -> Search:
    age = in_words(max(one.age_s for one in found.answers))
    if found.covered == [found.period]:
        return found.search(f"{why}: the search answer is {age} old")
    days = ", ".join(f"{one.first} to {one.last}" for one in found.covered)
    return found.search(
        f"{why}: only what was found before, up to {age} ago, is shown: dates of {days}; "
        "the other days of the period can't be searched now"
    )


def _first(period: _Period) -> date:
    return period.first


def _name(scene: Scene) -> tuple[str, ...]:
    return (scene.collection, scene.id, scene.product, scene.generated)


def _question(request: ChipRequest) -> list[str]:
    asked = [getattr(request, name) for name in _names_of(ChipRequest, (*_NOT_ASKED, *_LIMITS))]
    place = [getattr(request.place, name) for name in _names_of(Place, _NOT_ASKED_OF_PLACE)]
    place += centre_of(request.place, request.size_m)
    return [*map(str, asked), *(f"{degrees:.6f}" for degrees in place)]


def _names_of(kind: type[Any], without: Iterable[str]) -> list[str]:
    return [field.name for field in fields(kind) if field.name not in without]
