"""Searches: what they ask for, which items fit, and in which order."""

from __future__ import annotations

import json
import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Optional
from urllib.parse import parse_qsl

from .extents import (
    BadRequestError,
    Box,
    Json,
    Period,
    box_of,
    flat_box,
    overlap,
    parse_period,
    period_of,
)

COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "eq": operator.eq,
    "neq": operator.ne,
    "lt": operator.lt,
    "lte": operator.le,
    "gt": operator.gt,
    "gte": operator.ge,
    "in": lambda value, choices: value in choices,
}


def fits_query(item: Json, query: Json) -> bool:
    """The `query` extension; an item without the property fits nothing."""
    return all(
        name in item["properties"] and _comparison(word)(item["properties"][name], value)
        for name, wanted in query.items()
        for word, value in wanted.items()
    )


def _comparison(word: str) -> Callable[[Any, Any], bool]:
    if word not in COMPARISONS:
        raise BadRequestError(f"unknown operator: {word!r}")
    return COMPARISONS[word]


@dataclass(frozen=True)
class Search:
    """A search, checked."""

    box: Optional[Box]
    period: Optional[Period]
    query: Json
    collections: list[str]
    ids: list[str]

    @classmethod
    def of(cls, body: Json, ignored: list[str]) -> Search:
        """Read a search body, leaving out what the API ignores."""
        if body.get("bbox") and body.get("intersects"):
            raise BadRequestError("bbox and intersects exclude each other")
        box = flat_box(body["bbox"]) if body.get("bbox") else None
        period = parse_period(body["datetime"]) if body.get("datetime") else None
        return cls(
            box=box_of(body["intersects"]) if body.get("intersects") else box,
            period=None if "datetime" in ignored else period,
            query={} if "query" in ignored else body.get("query") or {},
            collections=[] if "collections" in ignored else body.get("collections") or [],
            ids=body.get("ids") or [],
        )

    def finds(self, item: Json) -> bool:
        """Whether an item fits."""
        if self.collections and item["collection"] not in self.collections:
            return False
        if self.ids and item["id"] not in self.ids:
            return False
        return self.touches(item) and self._in_time(item) and fits_query(item, self.query)

    def touches(self, item: Json) -> bool:
        """Whether an item lies in the place asked for."""
        return self.box is None or overlap(self.box, box_of(item["geometry"]))

    def _in_time(self, item: Json) -> bool:
        if self.period is None:
            return True
        start, end = period_of(item)
        return start <= self.period[1] and end >= self.period[0]


def foreigners(items: list[Json], search: Search) -> list[Json]:
    """Items nobody asked for; a made radar scene when the archive has none."""
    strange = [item for item in items if item["collection"] not in search.collections]
    if search.collections and strange:
        return [item for item in strange if search.touches(item)]
    return [
        {**item, "id": f"S1A_IW_GRDH_{item['id']}", "collection": "sentinel-1-grd", "assets": {}}
        for item in items[:1]
    ]


def in_order(items: list[Json], sortby: list[Json]) -> list[Json]:
    """Newest first, or as the `sort` extension says."""
    ordered = sorted(items, key=lambda item: (period_of(item)[0], item["id"]), reverse=True)
    for rule in reversed(sortby):
        name = rule["field"].rpartition("properties.")[2]
        ordered.sort(
            key=lambda item: _sort_key({**item, **item["properties"]}.get(name)),
            reverse=rule.get("direction") == "desc",
        )
    return ordered


def _sort_key(value: Any) -> tuple[bool, float, str]:
    number = isinstance(value, (int, float))
    return value is None, value if number else math.inf, "" if number else str(value)


def search_body(query_string: str) -> Json:
    """The POST body that the parameters of a GET search stand for."""
    body: Json = dict(parse_qsl(query_string))
    for name in ("intersects", "query"):
        if name in body:
            body[name] = json.loads(body[name])
    for name in ("collections", "ids"):
        if name in body:
            body[name] = body[name].split(",")
    if "bbox" in body:
        body["bbox"] = [float(number) for number in body["bbox"].split(",")]
    if "limit" in body:
        body["limit"] = int(body["limit"])
    if "sortby" in body:
        body["sortby"] = [
            {"field": word.lstrip("+- "), "direction": "desc" if word[0] == "-" else "asc"}
            for word in body["sortby"].split(",")
        ]
    return body
