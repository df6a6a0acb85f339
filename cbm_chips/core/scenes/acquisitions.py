"""One scene per acquisition: the rule that picks among many listings of the same overpass.

Catalogues list an overpass (one satellite, one datatake) once per tile, once per datastrip and
again for each processing. Of these one scene becomes the chip; what it leaves empty is filled by
its `parts`, and what is missing on the server by its `fallbacks`. Nothing here does I/O, and no
result depends on the order in which a catalogue answered.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Grid, Scene, Unusable
from ..reasons import Reason
from .coverage import NOTHING, ChipCoverage
from .overpasses import by_acquisition, by_strip, grouped
from .scene_order import (
    Preferences,
    all_of,
    best_processing_first,
    by_age,
    newest_last,
    strip_order,
    tile_order,
)

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Dropped:
    """A scene that is not needed, with the reason for people.

    `kept` is the id of the scene taken in its place, empty if there is none.
    """

    scene: Scene
    because: str
    kept: str = ""


@dataclass(frozen=True)
class Selection:
    """One scene per acquisition, oldest first, and the scenes that are none of their pieces.

    `unusable` are those whose extent can't be judged.
    """

    scenes: tuple[Scene, ...]
    dropped: tuple[Dropped, ...] = ()
    unusable: tuple[Unusable, ...] = ()


def one_per_acquisition(
    scenes: Iterable[Scene], grid: Grid, needed: Collection[str] = ()
) -> Selection:
    """The scenes worth reading for the chip on `grid`, each with its parts and fallbacks.

    Of the same acquisition, an item that lists the files of all `needed` bands comes first.

    Every scene given comes back once: kept, as a part, as a fallback, as dropped or as unusable.
    Applying the rule to its own result changes nothing.
    """
    coverage = ChipCoverage(grid)
    judged, unusable = _judged_by_extent(scenes, coverage)
    reaching, dropped, lost = _within_reach(judged, coverage)
    acquisitions = by_acquisition(reaching)
    preferences = Preferences.of(map(_taken_apart, acquisitions), needed)
    kept = []
    for acquisition in acquisitions:
        scene, needless = _merged(acquisition, coverage, preferences)
        kept.append(scene)
        dropped.extend(needless)
    return Selection(
        scenes=tuple(sorted(kept, key=by_age)),
        dropped=tuple(sorted(dropped, key=_by_age_and_reason)),
        unusable=(*unusable, *lost),
    )


def _by_age_and_reason(drop: Dropped) -> tuple[Any, ...]:
    return (*by_age(drop.scene), drop.because, drop.kept, *all_of(drop.scene))


def _judged_by_extent(
    scenes: Iterable[Scene], coverage: ChipCoverage
) -> tuple[list[Scene], list[Unusable]]:
    """The scenes whose extent is valid; `coverage` keeps what it computes.

    Foreign metadata may fail in unforeseen ways: that costs the one scene only.
    """
    judged: list[Scene] = []
    unusable: list[Unusable] = []
    for scene in scenes:
        try:
            for piece in (scene, *scene.parts, *scene.fallbacks):
                coverage.of(piece)
        except Exception as error:  # noqa: BLE001 - the border around one entry
            _LOG.exception("the extent of %s can't be judged", scene.id)
            why = Reason(
                "its extent can't be judged ({kind}: {error})",
                kind=type(error).__name__,
                error=error,
            )
            unusable.append(Unusable(scene, why))
        else:
            judged.append(scene)
    return judged, unusable


def _within_reach(
    scenes: Iterable[Scene], coverage: ChipCoverage
) -> tuple[list[Scene], list[Dropped], list[Unusable]]:
    """Scenes that may show something, those that show nothing, and those where that is unsure.

    Bounds of files are wrong more often than outlines: alone they don't drop a date.
    """
    reaching: list[Scene] = []
    dropped: list[Dropped] = []
    unsure: list[Unusable] = []
    for scene in scenes:
        reason = coverage.out_of_reach(scene)
        if not reason:
            reaching.append(scene)
        elif scene.footprint is None:
            why = Reason(
                "{reason}, as its files' place is told, and it tells no outline", reason=reason
            )
            unsure.extend(Unusable(piece, why) for piece in _taken_apart([scene]))
        else:
            dropped.extend(Dropped(piece, reason) for piece in _taken_apart([scene]))
    return reaching, dropped, unsure


def _merged(
    acquisition: list[Scene], coverage: ChipCoverage, preferences: Preferences
) -> tuple[Scene, list[Dropped]]:
    """The acquisition as one scene; a lone one is left as it is, with the parts it has."""
    if len(acquisition) == 1:
        return acquisition[0], []
    distinct, repeated = _distinct(_taken_apart(acquisition))
    tiles = grouped(distinct, key=lambda scene: scene.tile)
    tiles_merged = [_merged_tile(group, coverage, preferences) for group in tiles.values()]
    first, *others = sorted(tiles_merged, key=lambda tile: tile_order(tile, coverage, preferences))
    needed, needless = _fillers(first, others, coverage)
    kept = replace(first[0], parts=(*first[1:], *needed))
    reason = Reason(
        "tile {tile} of the same acquisition shows all of the chip that it shows", tile=kept.tile
    )
    return kept, repeated + [
        Dropped(piece, reason, kept.id) for tile in needless for piece in _taken_apart(tile)
    ]


def _taken_apart(scenes: Iterable[Scene]) -> list[Scene]:
    """The scenes, their parts and fallbacks, all as the source listed them."""
    pieces = []
    for scene in scenes:
        pieces.append(replace(scene, parts=(), fallbacks=()))
        pieces.extend(_taken_apart((*scene.parts, *scene.fallbacks)))
    return pieces


def _distinct(scenes: Iterable[Scene]) -> tuple[list[Scene], list[Dropped]]:
    """Each item once. The id is not enough: products published twice may share it."""
    distinct: list[Scene] = []
    repeated: list[Dropped] = []
    for same in grouped(scenes, key=_identity).values():
        best, *others = sorted(same, key=newest_last, reverse=True)
        distinct.append(best)
        repeated.extend(
            Dropped(other, Reason("listed more than once"), best.id) for other in others
        )
    return distinct, repeated


def _identity(scene: Scene) -> tuple[str, str, str, str]:
    return (scene.provider, scene.collection, scene.id, scene.product)


def _merged_tile(
    scenes: list[Scene], coverage: ChipCoverage, preferences: Preferences
) -> tuple[Scene, ...]:
    """One tile of an acquisition: its strips, the fullest first, each in its best processing."""
    strips = []
    for strip in by_strip(scenes):
        best, *others = best_processing_first(strip, preferences)
        strips.append(replace(best, fallbacks=tuple(others)))
    return tuple(sorted(strips, key=lambda scene: strip_order(scene, coverage)))


def _fillers(
    first: Sequence[Scene], others: Iterable[Sequence[Scene]], coverage: ChipCoverage
) -> tuple[list[Scene], list[Sequence[Scene]]]:
    """Of the other tiles those that show more of the chip, the chip's zone first, and the rest."""
    needed: list[Scene] = []
    needless = []
    shown = coverage.shown_by(first)
    for tile in sorted(others, key=lambda tile: tile[0].epsg != coverage.epsg):
        together = shown.union(coverage.shown_by(tile))
        if coverage.share(together) - coverage.share(shown) > NOTHING:
            needed.extend(tile)
            shown = together
        else:
            needless.append(tile)
    return needed, needless
