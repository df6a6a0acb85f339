"""Which of a catalogue's collections hold Sentinel-2, and of which level."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .items.collection_words import level_in, levels_in
from .items.item_parser import is_sentinel_2
from .json_fields import items, mapping, text


def is_sentinel_2_collection(collection: Mapping[str, Any]) -> bool:
    """True if its name or its summaries say so."""
    summaries = mapping(collection.get("summaries"))
    names = [*items(summaries.get("constellation")), *items(summaries.get("platform"))]
    words = [collection.get("id"), collection.get("title"), *names]
    return any(is_sentinel_2({"collection": word}) for word in words)


def may_be_of(level: str, collection: Mapping[str, Any]) -> bool:
    """False for a collection that says it is of another level."""
    summaries = mapping(collection.get("summaries"))
    level_names = (
        *items(summaries.get("processing:level")),
        *items(summaries.get("product:type")),
    )
    summed_up = {found for word in level_names for found in levels_in(text(word))}
    by_id = level_in((text(collection.get("id")),))
    named = {by_id} if by_id else summed_up or {level_in((text(collection.get("title")),))}
    return bool(named & {"", level})
