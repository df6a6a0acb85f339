"""Ids by which the dates of an answer are told apart.

STAC wants an id in every item, and each once in a collection. Some catalogues leave it out, or name
the items of every date after their tile, or those of every tile after their date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Union

from ....model import Scene, Unusable
from ....sentinel2.product_names import tile_of
from .item_parser import WITHOUT_ID

Verdict = Union[Scene, Unusable, str]
"""As `ItemFilter.classify` gives it."""


def told_apart(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The same; ids that tell no date or tile apart end with both.

    Those are ids that are missing, a mere tile, or shared by scenes of several days or tiles. The
    first two are the same in all answers, whatever else is listed there.
    """
    seen: dict[str, set[tuple[date, str]]] = {}
    for scene in _scenes_in(verdicts):
        seen.setdefault(scene.id, set()).add((scene.acquired.date(), scene.tile))
    unclear = {
        name for name, some in seen.items() if name == WITHOUT_ID or tile_of(name) or len(some) > 1
    }
    return [_renamed(one, unclear) for one in verdicts] if unclear else list(verdicts)


def _scenes_in(verdicts: Iterable[Verdict]) -> Iterable[Scene]:
    for one in verdicts:
        if not isinstance(one, str):
            yield one.scene if isinstance(one, Unusable) else one


def _renamed(verdict: Verdict, unclear: set[str]) -> Verdict:
    if isinstance(verdict, str):
        return verdict
    if isinstance(verdict, Unusable):
        return replace(verdict, scene=_with_tile_and_time(verdict.scene, unclear))
    return _with_tile_and_time(verdict, unclear)


def _with_tile_and_time(scene: Scene, unclear: set[str]) -> Scene:
    if scene.id not in unclear or not scene.is_dated:
        return scene
    tile = "" if tile_of(scene.id) == scene.tile else scene.tile
    words = (scene.id, tile, scene.when("%Y%m%dT%H%M%S"))
    return replace(scene, id=" ".join(filter(None, words)))
