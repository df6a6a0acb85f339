"""Which scenes belong to one acquisition, and which of these to one datastrip."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

from ..model import Scene
from ..sentinel2.product_names import time_of

SAME_PASS = timedelta(minutes=30)
"""Without a datatake: closer than this is one overpass; an orbit takes about 100 minutes."""

SAME_STRIP = timedelta(seconds=10)
"""Datastrips whose sensing starts differ by no more are one strip."""


_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)
_Take = tuple[str, str, str]
"""Level, platform, datatake."""


def by_acquisition(scenes: Iterable[Scene]) -> list[list[Scene]]:
    """Scenes of one level, satellite and datatake, which are never merged with another's.

    Without a datatake, scenes that follow each other within `SAME_PASS` are one acquisition;
    they join the nearest datatake if that is as close.
    """
    everything = list(scenes)
    named = grouped((scene for scene in everything if scene.datatake), key=_take)
    unnamed = grouped((scene for scene in everything if not scene.datatake), key=_satellite)
    joining: dict[_Take, list[Scene]] = {}
    alone = []
    for satellite, group in unnamed.items():
        takes = _NearestInTime(
            (scene.acquired, take)
            for take, scenes in named.items()
            if take[:2] == satellite
            for scene in scenes
        )
        for chain in _chains([(scene.acquired, scene) for scene in group], SAME_PASS):
            near = takes.to((scene.acquired for scene in chain), within=SAME_PASS)
            if near is None:
                alone.append(chain)
            else:
                joining.setdefault(near, []).extend(chain)
    return [group + joining.get(take, []) for take, group in named.items()] + alone


def _satellite(scene: Scene) -> tuple[str, str]:
    return (scene.level, scene.platform or scene.datatake[:3])


def _take(scene: Scene) -> _Take:
    return (*_satellite(scene), scene.datatake)


class _NearestInTime(Generic[_Key]):
    """Finds what is nearest in time without looking at all of it; of equals the smallest."""

    def __init__(self, dated: Iterable[tuple[datetime, _Key]]) -> None:
        self._keys: dict[datetime, Any] = {}
        for moment, key in dated:
            known: Any = self._keys.setdefault(moment, key)
            self._keys[moment] = min(known, key)
        self._moments = sorted(self._keys)

    def to(self, moments: Iterable[datetime], *, within: timedelta) -> _Key | None:
        """What is nearest to any of `moments`; None if nothing is within that time."""
        found: list[tuple[timedelta, Any]] = []
        for moment in moments:
            at = bisect_left(self._moments, moment)
            for near in self._moments[max(at - 1, 0) : at + 1]:
                found.append((abs(near - moment), self._keys[near]))
        distance, key = min(found, default=(timedelta.max, None))
        return key if distance <= within else None


def by_strip(scenes: Iterable[Scene]) -> list[list[Scene]]:
    """Scenes of one datastrip; one without a strip belongs to the strip nearest in time."""
    dated: list[tuple[datetime, Scene]] = []
    undated = []
    for scene in scenes:
        start = time_of(scene.strip or "")
        if start is None:
            undated.append(scene)
        else:
            dated.append((start, scene))
    strips = _chains(dated, SAME_STRIP)
    if not strips:
        return [undated]
    joining: list[list[Scene]] = [[] for _ in strips]
    numbers = _NearestInTime((one.acquired, n) for n, strip in enumerate(strips) for one in strip)
    for scene in undated:
        nearest = numbers.to([scene.acquired], within=timedelta.max)
        joining[nearest or 0].append(scene)
    return [strip + more for strip, more in zip(strips, joining)]


def _chains(dated: Iterable[tuple[datetime, Scene]], gap: timedelta) -> list[list[Scene]]:
    """Scenes in chains, oldest first, each at most `gap` after the one before."""
    chains: list[list[Scene]] = []
    before: datetime | None = None
    for moment, scene in sorted(dated, key=lambda pair: pair[0]):
        if before is None or moment - before > gap:
            chains.append([])
        chains[-1].append(scene)
        before = moment
    return chains


def grouped(items: Iterable[_Item], *, key: Callable[[_Item], _Key]) -> dict[_Key, list[_Item]]:
    """Items by their key, in the order of first occurrence."""
    groups: dict[_Key, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
