"""Ids by which the dates of an answer are told apart.

STAC wants an id in every item, and each once in a collection. Some catalogues leave it out, or name
the items of every date after their tile.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Union

from ....model import Scene, Unusable
from .item_parser import WITHOUT_ID

Verdict = Union[Scene, Unusable, str]
"""As `ItemFilter.classify` gives it."""


def told_apart(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The same; an id that is missing, or that scenes of several days share, ends with the time."""
    days: dict[str, set[date]] = {}
    for scene in _scenes_in(verdicts):
        days.setdefault(scene.id, set()).add(scene.acquired.date())
    shared = {name for name, some in days.items() if name == WITHOUT_ID or len(some) > 1}
    return [_renamed(one, shared) for one in verdicts] if shared else list(verdicts)


def _scenes_in(verdicts: Iterable[Verdict]) -> Iterable[Scene]:
    for one in verdicts:
        if not isinstance(one, str):
            yield one.scene if isinstance(one, Unusable) else one


def _renamed(verdict: Verdict, shared: set[str]) -> Verdict:
    if isinstance(verdict, str):
        return verdict
    if isinstance(verdict, Unusable):
        return replace(verdict, scene=_with_time(verdict.scene, shared))
    return _with_time(verdict, shared)


def _with_time(scene: Scene, shared: set[str]) -> Scene:
    if scene.id not in shared or not scene.is_dated:
        return scene
    return replace(scene, id=f"{scene.id} {scene.when('%Y%m%dT%H%M%S')}")
