"""Opening of a cache where people keep theirs, or of none where that can't be."""

from __future__ import annotations

from pathlib import Path

from ..folders import user_folder
from ..reasons import Reason
from .fail_safe import log_once
from .store import DEFAULT_SIZE_BYTES, ChipCache
from .store_folder import CacheError


def open_default(folder: Path | None = None) -> ChipCache | None:
    """The user's cache, or None where it can't be had: then everything is read anew."""
    return open_or_say(folder or user_folder())[0]


def open_or_say(
    folder: Path, *, size_limit_bytes: int = DEFAULT_SIZE_BYTES
) -> tuple[ChipCache | None, tuple[str, ...]]:
    """The cache, None where it can't be had; and what people should know of it."""
    try:
        cache = ChipCache(folder, size_limit_bytes=size_limit_bytes)
    except CacheError as error:
        note = Reason("nothing is kept, everything is read anew: {error}", error=error)
    except ImportError as error:
        note = Reason(
            "nothing is kept, everything is read anew: the package {name} is missing",
            name=error.name,
        )
    else:
        return cache, cache.notes
    log_once(note)
    return None, (note,)
