"""Search of a source, or what was kept of former searches: if fresh, or if the source fails."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...cache import ChipCache
from ...errors import SourceError
from ...model import ChipRequest, Search
from ...reasons import Reason
from .kept_searches import KeptSearches

if TYPE_CHECKING:
    from ...sources.source import Source
    from .prefetch import Prefetch

FRESH_SEARCH_S = 600.0
"""Up to this age a kept search is used without asking the source; older ones only offline."""


def find(
    request: ChipRequest,
    source: Source,
    cache: ChipCache | None,
    *,
    prefetch: Prefetch | None = None,
    fresh_s: float | None = None,
) -> Search:
    """The source's scenes; from a kept search if it is fresh, or if the source fails.

    Args:
        request: what is wanted.
        source: to be searched.
        cache: keeps searches.
        prefetch: begins its work if the source is asked.
        fresh_s: greatest age of a fresh search, `FRESH_SEARCH_S` by default.

    Raises:
        SourceError: when the source fails, and no kept search overlaps the period.
    """
    if cache is None or not source.is_remote:
        return _parsed(_fetch(request, source, prefetch), request, source, prefetch)
    kept = KeptSearches(cache, source, request)
    own = kept.answer(kept.parameters)
    if own and own.age_s < (FRESH_SEARCH_S if fresh_s is None else fresh_s):
        return replace(own.search, is_kept=True)
    try:
        content = _fetch(request, source, prefetch)
    except SourceError as error:
        found = kept.merged() if error.may_pass else None
        if found is None:
            raise
        return found.offline(error)
    search = _parsed(content, request, source, prefetch)
    if source.may_keep(content):
        kept.put(content)
    return search


def kept_search(request: ChipRequest, source: Source, cache: ChipCache | None) -> Search:
    """What is known of the source's scenes without asking it, however old.

    Raises:
        SourceError: when nothing is kept of a source on the network, or a local one fails.
    """
    if not source.is_remote:
        return source.parse(source.fetch(request), request)
    none = SourceError(Reason("no search for it is kept in the cache"))
    if cache is None:
        raise none
    kept = KeptSearches(cache, source, request)
    own = kept.answer(kept.parameters)
    if own is not None:
        return replace(own.search, is_kept=True)
    merged = kept.merged()
    if merged is None:
        raise none
    return replace(merged.offline(none), is_kept=True)


def _fetch(request: ChipRequest, source: Source, prefetch: Prefetch | None) -> bytes:
    if prefetch is None:
        return source.fetch(request)
    prefetch.preconnect()
    content = b""
    for answer in source.fetch_in_parts(request):
        content = answer.content
        if not answer.is_whole:
            prefetch.begin(content)
    return content


def _parsed(
    content: bytes, request: ChipRequest, source: Source, prefetch: Prefetch | None
) -> Search:
    search = source.parse(content, request)
    if prefetch is not None:
        prefetch.connect_to(search)
    return search
