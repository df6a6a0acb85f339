"""Chips already cut and answers already given, on disk, shared by threads and processes."""

from __future__ import annotations

from .caching_reader import CachedReader
from .disk_errors import PickleRefused
from .records import CACHED, answer_key, pixel_key
from .store import Answer, CacheError, CacheUse, ChipCache, open_default, open_or_say

__all__ = [
    "CACHED",
    "Answer",
    "CacheError",
    "CacheUse",
    "CachedReader",
    "ChipCache",
    "PickleRefused",
    "answer_key",
    "open_default",
    "open_or_say",
    "pixel_key",
]
