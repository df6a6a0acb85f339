"""The search: from a kept answer where it is fresh, or where nobody answers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .cache import ChipCache, answer_key
from .errors import SourceError, SourceUnreachable
from .model import ChipRequest, Search

if TYPE_CHECKING:
    from .ahead import Ahead
    from .sources.source import Source

FRESH_ANSWER_S = 600.0
"""A kept answer this young is used without asking; older ones only when offline."""


def find(
    request: ChipRequest,
    source: Source,
    cache: ChipCache | None,
    *,
    ahead: Ahead | None = None,
) -> Search:
    """The source's scenes; from a kept answer where it is fresh, or where nobody answers.

    `ahead` begins what can be done while the source is asked, if it has to be.
    """
    if cache is None or not source.is_remote:
        return source.parse(_fetch(request, source, ahead), request)
    key = answer_key(source.identity, _question(request))
    kept = _kept(cache, key, request, source)
    if kept is not None and kept.age_s < FRESH_ANSWER_S:
        return kept.search
    try:
        content = _fetch(request, source, ahead)
    except SourceUnreachable as error:
        if kept is None:
            raise
        note = f"offline ({error}): the search answer is {_age(kept.age_s)} old"
        return replace(kept.search, notes=(*kept.search.notes, note))
    search = source.parse(content, request)
    cache.put_answer(key, content)
    return search


def _fetch(request: ChipRequest, source: Source, ahead: Ahead | None) -> bytes:
    if ahead is None:
        return source.fetch(request)
    ahead.greet()
    content = b""
    for answer in source.fetch_in_parts(request):
        content = answer.content
        if not answer.is_whole:
            ahead.begin(content)
    return content


@dataclass(frozen=True)
class _Kept:
    """An answer of old, understood."""

    search: Search
    age_s: float


def _kept(cache: ChipCache, key: str, request: ChipRequest, source: Source) -> _Kept | None:
    answer = cache.get_answer(key)
    if answer is None:
        return None
    try:
        return _Kept(source.parse(answer.content, request), answer.age_s)
    except SourceError:  # kept by a version that wrote it differently
        return None


def _question(request: ChipRequest) -> tuple[object, ...]:
    return (
        f"{request.place.lon:.6f}",
        f"{request.place.lat:.6f}",
        request.first_day,
        request.last_day,
        request.size_m,
        request.level,
        request.max_scene_cloud_pct,
    )


_AGES: tuple[tuple[float, str], ...] = ((86400, "days"), (3600, "hours"), (60, "minutes"))


def _age(seconds: float) -> str:
    for length, name in _AGES:
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {name}"
    return f"{seconds:.0f} seconds"
