"""Windows and search answers on disk, shared by threads and processes."""

from __future__ import annotations

from .caching_reader import CachedReader
from .contents import CacheUse, KeptPart
from .disk_errors import PickleRefused
from .opening import open_default, open_or_say
from .records import CACHED, answer_key, pixel_key
from .store import ChipCache, KeptAnswer
from .store_folder import CacheError

__all__ = [
    "CACHED",
    "CacheError",
    "CacheUse",
    "CachedReader",
    "ChipCache",
    "KeptAnswer",
    "KeptPart",
    "PickleRefused",
    "answer_key",
    "open_default",
    "open_or_say",
    "pixel_key",
]
