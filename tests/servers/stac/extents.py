"""When and where items are, and what a search says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timezone
from typing import Any

Json = dict[str, Any]
Box = tuple[float, float, float, float]
Period = tuple[datetime, datetime]

EARLIEST = datetime.min.replace(tzinfo=timezone.utc)
LATEST = datetime.max.replace(tzinfo=timezone.utc)


class BadRequestError(ValueError):
    """The client asked for something that makes no sense."""


def parse_instant(text: str) -> datetime:
    """An RFC 3339 time, with any number of digits after the second."""
    found = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)", text
    )
    if found is None:
        raise BadRequestError(f"not an RFC 3339 time: {text!r}")
    day, clock, fraction, zone = found.groups()
    microseconds = ((fraction or "") + "000000")[:6]
    offset = "+00:00" if zone in "Zz" else zone
    return datetime.fromisoformat(f"{day}T{clock}.{microseconds}{offset}")


def parse_period(text: str) -> Period:
    """A time or an interval; "..", or nothing, is an open end."""
    first, slash, last = text.partition("/")
    if not slash:
        return parse_instant(first), parse_instant(first)
    start = EARLIEST if first in ("", "..") else parse_instant(first)
    end = LATEST if last in ("", "..") else parse_instant(last)
    if start > end:
        raise BadRequestError(f"an interval that ends before it starts: {text!r}")
    return start, end


def period_of(item: Json) -> Period:
    """When an item was sensed."""
    properties = item["properties"]
    if properties.get("datetime"):
        return parse_period(properties["datetime"])
    return parse_period(f"{properties['start_datetime']}/{properties['end_datetime']}")


def positions(geometry: Json) -> Iterator[tuple[float, float]]:
    """Every corner of a GeoJSON geometry."""
    for part in geometry.get("geometries", []):
        yield from positions(part)
    waiting = [geometry.get("coordinates", [])]
    while waiting:
        something = waiting.pop()
        if something and isinstance(something[0], (int, float)):
            yield something[0], something[1]
        else:
            waiting.extend(something)


def box_of(geometry: Json) -> Box:
    """West, south, east, north of a geometry."""
    corners = list(positions(geometry))
    if not corners:
        raise BadRequestError("a geometry without coordinates")
    lons, lats = zip(*corners)
    return min(lons), min(lats), max(lons), max(lats)


def flat_box(numbers: list[float]) -> Box:
    """A bbox of 4 numbers, or of 6 without the heights."""
    if len(numbers) not in (4, 6):
        raise BadRequestError(f"a bbox of {len(numbers)} numbers")
    half = len(numbers) // 2
    return numbers[0], numbers[1], numbers[half], numbers[half + 1]


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
