"""Questions to the parcels of a layer, by their ids, which are texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ...reasons import Reason
from ..values import QueueItem
from .sample import LeftOut, ParcelSample

_EXPONENT = re.compile(r"^\d([.,]\d+)?[eE]\+?\d+$")
MOST_TOLD = 3
"""Of so many similar ids of the layer one is told."""


@dataclass(frozen=True)
class JoinedSample:
    """The questions whose parcel is there.

    Attributes:
        items: in the sample's order; each with the id that the layer has.
        features: id of a parcel -> id of its feature.
        left_out: what is not among them, and what is with a doubt, by its row.
        similar: so many questions would join if ids were taken that differ in leading zeros only.
    """

    items: tuple[QueueItem, ...]
    features: Mapping[str, int]
    left_out: tuple[LeftOut, ...] = ()
    similar: int = 0


@dataclass
class _SeenIds:
    """What the layer has of the ids that are wanted.

    Attributes:
        exact: id -> feature.
        twice: id -> how many features have it, where there are several.
        alike: id without what may get lost -> ids of the layer, at most `MOST_TOLD`.
    """

    exact: dict[str, int] = field(default_factory=dict)
    twice: dict[str, int] = field(default_factory=dict)
    alike: dict[str, dict[str, int]] = field(default_factory=dict)


def joined(
    sample: ParcelSample, parcels: Iterable[tuple[str, int]], *, takes_similar: bool = False
) -> JoinedSample:
    """Join by the very same text.

    Args:
        sample: what is to be inspected.
        parcels: id as text and id of the feature, of all parcels of the layer.
        takes_similar: where the layer has no such id, but a single one that differs in leading
            zeros (or in `.0` behind it), take that one and say so.
    """
    seen = _look_through(sample, parcels)
    items: list[QueueItem] = []
    features: dict[str, int] = {}
    told: list[LeftOut] = []
    similar, keys = 0, set()
    for item, row in zip(sample.items, sample.rows):
        found, why, is_alike = _found(item.parcel, seen, takes_similar=takes_similar)
        similar += is_alike
        key = (found, item.question)
        if found and key in keys:
            found, why = "", Reason("another row has become parcel {id}", id=found)
        if why:
            told.append(LeftOut(row, *item.key, why, is_kept=bool(found)))
        if found:
            keys.add(key)
            items.append(replace(item, parcel=found))
            features[found] = _feature(found, seen)
    left_out = sorted((*sample.left_out, *told), key=lambda one: one.row)
    return JoinedSample(tuple(items), features, tuple(left_out), similar)


def bare(text: str) -> str:
    """An id without what gets lost on the way through a spreadsheet."""
    text = text.strip().lower()
    return (text[:-2] if text.endswith(".0") else text).lstrip("0")


def _look_through(sample: ParcelSample, parcels: Iterable[tuple[str, int]]) -> _SeenIds:
    """Keep what is wanted, not what the layer has."""
    wanted = {item.parcel for item in sample.items}
    bare_wanted, seen = {bare(one) for one in wanted}, _SeenIds()
    for text, feature in parcels:
        parcel = text.strip()
        if not parcel:
            continue
        if parcel in wanted:
            if parcel in seen.exact:
                seen.twice[parcel] = seen.twice.get(parcel, 1) + 1
            else:
                seen.exact[parcel] = feature
        if bare(parcel) in bare_wanted:
            alike = seen.alike.setdefault(bare(parcel), {})
            if len(alike) < MOST_TOLD:
                alike.setdefault(parcel, feature)
    return seen


def _found(parcel: str, seen: _SeenIds, *, takes_similar: bool) -> tuple[str, str, bool]:
    """The layer's id or nothing, what is to be told, and whether a single similar one is there."""
    if parcel in seen.exact:
        return parcel, _told_twice(seen.twice.get(parcel, 1)), False
    alike = list(seen.alike.get(bare(parcel), ()))
    if len(alike) == 1 and takes_similar:
        taken = Reason("the layer has “{id}”: this one is taken, as you wanted", id=alike[0])
        return alike[0], taken, True
    if len(alike) == 1:
        return "", Reason("no parcel of the layer has this id; one has “{id}”", id=alike[0]), True
    return "", _why_not(parcel, alike), False


def _told_twice(number: int) -> str:
    if number == 1:
        return ""
    return Reason("{number} parcels of the layer have this id; the first is taken", number=number)


def _why_not(parcel: str, alike: list[str]) -> str:
    if alike:
        several = "”, “".join(alike)
        return Reason("no parcel of the layer has this id; several are alike: “{ids}”", ids=several)
    if _EXPONENT.match(parcel):
        return Reason("a spreadsheet has written this id as a number: its digits are lost")
    return Reason("no parcel of the layer has this id")


def _feature(parcel: str, seen: _SeenIds) -> int:
    return seen.exact[parcel] if parcel in seen.exact else seen.alike[bare(parcel)][parcel]
