"""Settings and QGIS's network -> what the pipeline works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..core.cache import ChipCache
    from ..core.pipeline.run import Tools
    from ..core.reading.network import Network
    from ..core.sentinel2.scl import CloudRule
    from .settings import Settings

MB = 1024**2


def tools(settings: Settings, network: Network, *, rule: CloudRule | None = None) -> Tools:
    """Reader, cache and rule of a run; close them with `put_away`."""
    from ..core.cache import open_or_say
    from ..core.pipeline.run import Tools
    from ..core.reading.default_reader import default_reader

    cache, notes = open_or_say(settings.cache_path, size_limit_bytes=settings.cache_size_mb * MB)
    reader = default_reader(
        network,
        threads=settings.threads,
        stores=cache.file_stores if cache else None,
    )
    return Tools(reader, cache, rule or settings.rule, notes)


def put_away(used: Tools) -> None:
    """Let go of the cache's files."""
    if used.cache is not None:
        used.cache.close()


def open_cache(settings: Settings) -> ChipCache | None:
    """The user's cache; None without the package it needs.

    Raises:
        CacheError: when the folder can't be used, saying why.
    """
    from ..core.cache import ChipCache

    try:
        return ChipCache(settings.cache_path, size_limit_bytes=settings.cache_size_mb * MB)
    except ImportError:
        return None
