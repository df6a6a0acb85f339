"""Which scene is read first: of one acquisition, of its tiles, strips and processings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Scene
from .coverage import ChipCoverage


@dataclass(frozen=True)
class Frequencies:
    """How many acquisitions have each tile and each provider: habits that dates should share."""

    tiles: Counter[str]
    providers: Counter[str]

    @classmethod
    def of(cls, acquisitions: Iterable[list[Scene]]) -> Frequencies:
        """Count; each acquisition is given as all its scenes, parts and fallbacks."""
        tiles: Counter[str] = Counter()
        providers: Counter[str] = Counter()
        for pieces in acquisitions:
            tiles.update({piece.tile for piece in pieces})
            providers.update({piece.provider for piece in pieces})
        return cls(tiles, providers)


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


def best_processing_first(scenes: Iterable[Scene], frequencies: Frequencies) -> list[Scene]:
    """Collections fill each other's gaps only, so their rank comes before the baseline.

    The provider comes before both: ranks of two providers say nothing about one another, and
    one provider for all dates is worth more than a newer baseline for some.
    """
    newest_first = sorted(scenes, key=_age_of_processing, reverse=True)
    return sorted(
        newest_first,
        key=lambda scene: (
            -frequencies.providers[scene.provider],
            scene.provider,
            scene.collection_rank,
        ),
    )


def tile_order(
    tile: Sequence[Scene], coverage: ChipCoverage, frequencies: Frequencies
) -> tuple[Any, ...]:
    """Sort key of tiles: whole ones first, then unwarped, full of data, shared by all dates."""
    lead = tile[0]
    return (
        coverage.is_doubted(lead),
        not coverage.is_covered(lead),
        lead.epsg != coverage.epsg,
        -coverage.valid_share(tile),
        -frequencies.tiles[lead.tile],
        -coverage.margin_m(lead),
        lead.tile,
    )
