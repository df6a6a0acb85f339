"""Which content of its files an item speaks of, so that what was replaced in place is read anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

_OF_ITEM = ("updated", "s2:generation_time", "processing:datetime", "version", "s2:product_uri")
_OF_FILE = ("file:checksum", "checksum:multihash", "updated")
"""One of these is enough: it changes with the content. (STAC's common metadata, its extensions
file, processing and version.)"""
_MORE_OF_ITEM = ("s2:processing_baseline", "processing:version", "created", "published")
_MORE_OF_FILE = ("file:size", "created", "proj:shape", "proj:transform")
"""These may stay as they are while the content changes; where they don't, it has."""


class FileVersions:
    """Digests of what an item says of its files' content."""

    def __init__(self, properties: Mapping[str, Any], *, made: str) -> None:
        """What holds for all files of the item.

        Args:
            properties: of the item.
            made: processing time out of the product's name, empty if unknown.
        """
        versions = [made, *_values_of(properties, _OF_ITEM)]
        self._has_version = any(versions)
        self._item = _words([versions, _values_of(properties, _MORE_OF_ITEM)])

    def of(self, asset: Mapping[str, Any]) -> str:
        """Of the file of this entry; empty where too little is said."""
        stated = _values_of(asset, (*_OF_FILE, *_MORE_OF_FILE))
        versions, more = stated[: len(_OF_FILE)], stated[len(_OF_FILE) :]
        if not self._has_version and not any(versions):
            return ""
        file = _words([versions, more])
        return hashlib.sha256(self._item + file).hexdigest()[:32]


def _words(stated: list[object]) -> bytes:
    return repr(stated).encode()


def _values_of(words: Mapping[str, Any], names: Iterable[str]) -> list[object]:
    return [words.get(name) or "" for name in names]
