"""The items, their collections, and the pages of a search."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Optional

from .extents import BadRequestError, Json, box_of, period_of
from .searches import Search, foreigners, in_order
from .switches import Switches


def derived_collection(name: str, items: list[Json]) -> Json:
    """A collection that tells what its items tell."""
    boxes = [box_of(item["geometry"]) for item in items]
    periods = [period_of(item) for item in items]
    wests, souths, easts, norths = zip(*boxes)
    start, end = min(start for start, _ in periods), max(end for _, end in periods)
    return {
        "type": "Collection",
        "stac_version": "1.0.0",
        "id": name,
        "title": name,
        "description": f"Made items of {name}",
        "license": "proprietary",
        "extent": {
            "spatial": {"bbox": [[min(wests), min(souths), max(easts), max(norths)]]},
            "temporal": {"interval": [[_rfc3339(start), _rfc3339(end)]]},
        },
        "links": [],
    }


def _rfc3339(time: datetime) -> str:
    return time.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


class Archive:
    """The items and the collections they belong to."""

    def __init__(self, items: list[Json], collections: list[Json]) -> None:
        self.items = items
        names = sorted({item["collection"] for item in items})
        given = {collection["id"]: collection for collection in collections}
        derived = {
            name: derived_collection(name, [i for i in items if i["collection"] == name])
            for name in names
            if name not in given
        }
        self.collections = {**given, **derived}

    def item(self, collection: str, name: str) -> Optional[Json]:
        """One item by its ids."""
        wanted = (collection, name)
        return next((i for i in self.items if (i["collection"], i["id"]) == wanted), None)


@dataclass(frozen=True)
class Page:
    """Some items and where the next ones start."""

    items: list[Json]
    matched: int
    next_start: Optional[int]


def page_of(archive: Archive, body: Json, switches: Switches) -> Page:
    """Search, sort and cut out the page that the body's token names."""
    search = Search.of(body, switches.ignored)
    found = [item for item in archive.items if search.finds(item)]
    if switches.foreign_items:
        found += [item for item in foreigners(archive.items, search) if item not in found]
    found = in_order(found, body.get("sortby") or [])
    start, size = _start_of(body), _size_of(body, switches)
    items = found[start : start + size]
    more = len(items) == size if switches.empty_last_page else start + size < len(found)
    next_start = start + size if more else None
    return Page(items, len(found), start if switches.loop else next_start)


def _start_of(body: Json) -> int:
    token = re.fullmatch(r"next:(\d+)", body.get("token") or "next:0")
    if token is None:
        raise BadRequestError(f"not a token of this API: {body['token']!r}")
    return int(token[1])


def _size_of(body: Json, switches: Switches) -> int:
    limit = body.get("limit")
    if limit is not None and limit < 1:
        raise BadRequestError(f"limit must be at least 1: {limit}")
    return min(limit or switches.page_limit, switches.page_limit)
