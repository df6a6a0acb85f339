"""Which content of its files an item speaks of, so that what was replaced in place is read anew."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

_OF_ITEM = ("updated", "s2:generation_time", "processing:datetime", "version", "s2:product_uri")
_OF_FILE = ("file:checksum", "checksum:multihash", "updated")
"""One of these is enough: it changes with the content. (STAC's common metadata, its extensions
file, processing and version.)"""
_MORE_OF_ITEM = ("s2:processing_baseline", "processing:version", "created", "published")
_MORE_OF_FILE = ("file:size", "created", "proj:shape", "proj:transform")
"""These may stay as they are while the content changes; where they don't, it has."""


def version_of(properties: Mapping[str, Any], asset: Mapping[str, Any], *, made: str) -> str:
    """A digest of what an item says of a file's content; empty where it says too little.

    Args:
        properties: of the item.
        asset: the file's entry.
        made: processing time out of the product's name, empty if unknown.
    """
    telling = [made, *_told(properties, _OF_ITEM), *_told(asset, _OF_FILE)]
    if not any(telling):
        return ""
    more = [*_told(properties, _MORE_OF_ITEM), *_told(asset, _MORE_OF_FILE)]
    words = json.dumps([telling, more], default=str)
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _told(words: Mapping[str, Any], names: Iterable[str]) -> list[object]:
    return [words.get(name) or "" for name in names]
