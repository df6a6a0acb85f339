"""Which scene is read first: of one acquisition, of its tiles, strips and processings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Scene
from .coverage import ChipCoverage


@dataclass(frozen=True)
class Preferences:
    """What scenes are chosen by: habits that dates should share, and the bands that are needed.

    Attributes:
        tiles, providers: how many acquisitions have each.
        needed: a scene that lists no file of one of them comes after one that does.
    """

    tiles: Counter[str]
    providers: Counter[str]
    needed: tuple[str, ...] = ()

    @classmethod
    def of(cls, acquisitions: Iterable[list[Scene]], needed: Collection[str] = ()) -> Preferences:
        """Count; each acquisition is given as all its scenes, parts and fallbacks."""
        tiles: Counter[str] = Counter()
        providers: Counter[str] = Counter()
        for pieces in acquisitions:
            tiles.update({piece.tile for piece in pieces})
            providers.update({piece.provider for piece in pieces})
        return cls(tiles, providers, tuple(needed))


def lacking(scene: Scene, needed: Iterable[str]) -> tuple[str, ...]:
    """The bands of which a scene lists no file."""
    return tuple(band for band in needed if band not in scene.assets)


def by_age(scene: Scene) -> tuple[Any, ...]:
    """Sort key: oldest acquisition first."""
    take = (scene.level, scene.platform, scene.datatake)
    return (scene.acquired, scene.id, scene.product, scene.collection, scene.provider, *take)


def _age_of_processing(scene: Scene) -> tuple[Any, ...]:
    return (
        scene.baseline or (-1, -1),
        scene.generated,
        scene.discriminator,
        scene.sequence,
        scene.id,
        scene.product,
        scene.collection,
    )


def all_of(scene: Scene) -> tuple[str, str, str]:
    """Sort key of last resort: whatever the scene holds, so that no order is left to chance."""
    outline = "" if scene.footprint is None else scene.footprint.wkb_hex
    return (
        repr(replace(scene, footprint=None, assets={})),
        outline,
        repr(sorted(scene.assets.items())),
    )


def newest_last(scene: Scene) -> tuple[Any, ...]:
    """Sort key: oldest processing first."""
    return (*_age_of_processing(scene), *all_of(scene))


def strip_order(scene: Scene, coverage: ChipCoverage) -> tuple[Any, ...]:
    """Sort key of a tile's datastrips: the fullest first."""
    nodata = 100.0 if scene.nodata_pct is None else scene.nodata_pct
    return (-coverage.valid_share([scene]), nodata, scene.strip or "", *by_age(scene))


def best_processing_first(scenes: Iterable[Scene], preferences: Preferences) -> list[Scene]:
    """The complete ones first; of these, by the collection that was asked for first.

    Collections fill each other's gaps only, so their rank comes before the baseline.

    The provider comes before both: ranks of two providers say nothing about one another, and
    one provider for all dates is worth more than a newer baseline for some.
    """
    newest_first = sorted(scenes, key=_age_of_processing, reverse=True)
    return sorted(
        newest_first,
        key=lambda scene: (
            len(lacking(scene, preferences.needed)),
            -preferences.providers[scene.provider],
            scene.provider,
            scene.collection_rank,
        ),
    )


def tile_order(
    tile: Sequence[Scene], coverage: ChipCoverage, preferences: Preferences
) -> tuple[Any, ...]:
    """Sort key of tiles: whole ones first, then complete, unwarped, full of data, shared by all."""
    lead = tile[0]
    return (
        coverage.is_doubted(lead),
        not coverage.is_covered(lead),
        len(lacking(lead, preferences.needed)),
        lead.epsg != coverage.epsg,
        -coverage.valid_share(tile),
        -preferences.tiles[lead.tile],
        -coverage.margin_m(lead),
        lead.tile,
    )
