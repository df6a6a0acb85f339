"""Typed access to foreign JSON: a value of the wrong type reads as empty."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

_INSTANT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ](\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?\s*(Z|UTC|[+-]\d\d(?::?\d\d)?)?)?",
    re.IGNORECASE,
)
_PLAIN = frozenset((float, int))


def mapping(value: object) -> Mapping[str, Any]:
    """`value` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def items(value: object) -> list[Any]:
    """`value` if it is a JSON list, else an empty one."""
    return value if isinstance(value, list) else []


def mappings(value: object) -> list[Mapping[str, Any]]:
    """The JSON objects in a list, or the one that stands in its place."""
    if not isinstance(value, list):
        return [value] if isinstance(value, dict) and value else []
    return [entry for entry in value if isinstance(entry, dict)]


def links_of(document: Mapping[str, Any], *relations: str) -> list[Mapping[str, Any]]:
    """A document's links of these relations, which count in capitals, too (RFC 8288, 2.1.2)."""
    links = mappings(document.get("links"))
    return [link for link in links if text(link.get("rel")).lower() in relations]


def text(value: object) -> str:
    """`value` if it is a text, without blanks around; a number as text; else empty."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return ""


def texts(value: object) -> list[str]:
    """The texts in a list, or the one that stands in its place."""
    listed = value if isinstance(value, list) else [value]
    return [found for entry in listed if (found := text(entry))]


def number(value: object) -> float | None:
    """`value` as a finite float; texts of numbers count, true and false do not."""
    if type(value) is float:  # nearly all are
        return value if math.isfinite(value) else None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        result = float(value)
    except (ValueError, OverflowError):
        return None
    return result if math.isfinite(result) else None


def numbers(value: object) -> list[float]:
    """A list of numbers; empty if one of them is none."""
    if not isinstance(value, list):
        return []
    if _PLAIN.issuperset(map(type, value)):
        try:
            return list(map(float, value)) if all(map(math.isfinite, value)) else []
        except OverflowError:
            return []
    found = [one for entry in value if (one := number(entry)) is not None]
    return found if len(found) == len(value) else []


def percentage(value: object) -> float | None:
    """A number from 0 to 100, else None."""
    found = number(value)
    return found if found is not None and 0 <= found <= 100 else None


def first_text(values: Mapping[str, Any], names: Iterable[str]) -> str:
    """The first of `names` that holds a text."""
    return next((found for name in names if (found := text(values.get(name)))), "")


def instant(value: object) -> datetime | None:
    """An ISO date and time, extended or compact, as aware UTC; without a zone it is UTC.

    What is left out at its end is 0; of a period the start counts.
    """
    match = _INSTANT.fullmatch(value.partition("/")[0].strip()) if isinstance(value, str) else None
    if match is None:
        return None
    *fields, fraction, zone = match.groups()
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in fields)
        there = 59 if second == 60 else second  # a leap second
        moment = datetime(year, month, day, hour, minute, there, tzinfo=timezone.utc)
        parts = int((fraction or "0").ljust(6, "0")[:6])
        moment += timedelta(seconds=second - there, microseconds=parts)
        return moment - _ahead_of_utc(zone)
    except (ValueError, OverflowError):
        return None


def _ahead_of_utc(zone: str | None) -> timedelta:
    if not zone or zone[0] not in "+-":
        return timedelta()
    digits = zone[1:].replace(":", "").ljust(4, "0")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -ahead if zone[0] == "-" else ahead
