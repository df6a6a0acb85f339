"""One scene per acquisition: the rule that picks among many listings of the same overpass.

Catalogues list an overpass (one satellite, one datatake) once per tile, once per datastrip and
again for each processing. Of these one scene becomes the chip; what it leaves empty is filled by
its `parts`, and what is missing on the server by its `fallbacks`. Nothing here does I/O, and no
result depends on the order in which a catalogue answered.
"""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from typing import Any, Generic, TypeVar

from ..model import Grid, Scene, Unusable
from .coverage import NOTHING, Ground

_LOG = logging.getLogger(__name__)

SAME_PASS = timedelta(minutes=30)
"""Without a datatake: closer than this is one overpass; an orbit takes about 100 minutes."""

SAME_STRIP = timedelta(seconds=10)
"""Datastrips whose sensing starts differ by no more are one strip."""


_Item = TypeVar("_Item")
_Key = TypeVar("_Key", bound=Hashable)
_Take = tuple[str, str, str]
"""Level, platform, datatake."""


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


@dataclass(frozen=True)
class Judged:
    """A scene and how clear it is over the place.

    Attributes:
        scene: the scene.
        bad_fraction: bad pixels / valid pixels, 0..1; None where there was nothing to judge by.
        valid_fraction: valid pixels / all pixels of the parcel, 0..1.
    """

    scene: Scene
    bad_fraction: float | None
    valid_fraction: float

    @property
    def clear_fraction(self) -> float:
        """Clear pixels / all pixels; a scene that could not be judged counts as not clear."""
        if self.bad_fraction is None:
            return 0.0
        return round(self.valid_fraction * (1.0 - self.bad_fraction), 9)


def one_per_acquisition(scenes: Iterable[Scene], grid: Grid) -> Selection:
    """The scenes worth reading for the chip on `grid`, each with its parts and fallbacks.

    Every scene given comes back once: kept, as a part, as a fallback, as dropped or as unusable.
    Applying the rule to its own result changes nothing.
    """
    ground = Ground(grid)
    judged, unusable = _judged_by_extent(scenes, ground)
    reaching, dropped, lost = _within_reach(judged, ground)
    acquisitions = _by_acquisition(reaching)
    series = _Series.of(acquisitions)
    kept = []
    for acquisition in acquisitions:
        scene, needless = _merged(acquisition, ground, series)
        kept.append(scene)
        dropped.extend(needless)
    return Selection(
        scenes=tuple(sorted(kept, key=_by_age)),
        dropped=tuple(sorted(dropped, key=_by_age_and_reason)),
        unusable=(*unusable, *lost),
    )


def clearest_per_date(
    candidates: Iterable[Judged],
) -> tuple[tuple[Judged, ...], tuple[Dropped, ...]]:
    """Of each UTC day the clearest scene, oldest first, and the others.

    Clearest has the most clear pixels of all the parcel's pixels, so no data counts like
    cloud. Ties go to more valid pixels, then to the earlier acquisition.
    """
    days = _grouped(candidates, key=lambda judged: _utc_day(judged.scene))
    kept: list[Judged] = []
    dropped: list[Dropped] = []
    for day in sorted(days):
        best, *others = sorted(days[day], key=_by_clearness)
        reason = f"another scene of {day} is clearer, or as clear and earlier"
        kept.append(best)
        dropped.extend(Dropped(other.scene, reason, best.scene.id) for other in others)
    return tuple(kept), tuple(dropped)


def sharing_a_day(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """The scenes that are not the only one of their UTC day, as they came."""
    everything = tuple(scenes)
    days = Counter(map(_utc_day, everything))
    return tuple(scene for scene in everything if days[_utc_day(scene)] > 1)


def _utc_day(scene: Scene) -> date:
    return scene.acquired.astimezone(timezone.utc).date()


def _by_clearness(judged: Judged) -> tuple[Any, ...]:
    return (-judged.clear_fraction, -judged.valid_fraction, *_by_age(judged.scene))


def _by_age(scene: Scene) -> tuple[Any, ...]:
    take = (scene.level, scene.platform, scene.datatake)
    return (scene.acquired, scene.id, scene.product, scene.collection, scene.provider, *take)


def _by_age_and_reason(drop: Dropped) -> tuple[Any, ...]:
    return (*_by_age(drop.scene), drop.because, drop.kept, *_all_of(drop.scene))


@dataclass(frozen=True)
class _Series:
    """How many acquisitions have each tile and each provider: habits that dates should share."""

    tiles: Counter[str]
    providers: Counter[str]

    @classmethod
    def of(cls, acquisitions: Iterable[list[Scene]]) -> _Series:
        tiles: Counter[str] = Counter()
        providers: Counter[str] = Counter()
        for acquisition in acquisitions:
            pieces = _taken_apart(acquisition)
            tiles.update({piece.tile for piece in pieces})
            providers.update({piece.provider for piece in pieces})
        return cls(tiles, providers)


def _judged_by_extent(
    scenes: Iterable[Scene], ground: Ground
) -> tuple[list[Scene], list[Unusable]]:
    """The scenes whose extent makes sense; `ground` remembers what it found.

    What others wrote may go wrong in ways nobody thought of: then it costs that scene alone.
    """
    judged: list[Scene] = []
    unusable: list[Unusable] = []
    for scene in scenes:
        try:
            for piece in (scene, *scene.parts, *scene.fallbacks):
                ground.sight(piece)
        except Exception as error:  # noqa: BLE001 - the border around one entry
            _LOG.exception("the extent of %s can't be judged", scene.id)
            why = f"its extent can't be judged ({type(error).__name__}: {error})"
            unusable.append(Unusable(scene, why))
        else:
            judged.append(scene)
    return judged, unusable


def _within_reach(
    scenes: Iterable[Scene], ground: Ground
) -> tuple[list[Scene], list[Dropped], list[Unusable]]:
    """Scenes that may show something, those that show nothing, and those of which that is unsure.

    Bounds of files are wrong more often than outlines: alone they don't make a date go unseen.
    """
    reaching: list[Scene] = []
    dropped: list[Dropped] = []
    unsure: list[Unusable] = []
    for scene in scenes:
        reason = ground.out_of_reach(scene)
        if not reason:
            reaching.append(scene)
        elif scene.footprint is None:
            why = f"{reason}, as its files' place is told, and it tells no outline"
            unsure.extend(Unusable(piece, why) for piece in _taken_apart([scene]))
        else:
            dropped.extend(Dropped(piece, reason) for piece in _taken_apart([scene]))
    return reaching, dropped, unsure


def _by_acquisition(scenes: Iterable[Scene]) -> list[list[Scene]]:
    """Scenes of one level, satellite and datatake, which are never merged with another's.

    Without a datatake, scenes that follow each other within `SAME_PASS` are one acquisition;
    they join the nearest datatake if that is as close.
    """
    everything = list(scenes)
    named = _grouped((scene for scene in everything if scene.datatake), key=_take)
    unnamed = _grouped((scene for scene in everything if not scene.datatake), key=_satellite)
    joining: dict[_Take, list[Scene]] = {}
    alone = []
    for satellite, group in unnamed.items():
        takes = _Nearest(
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


class _Nearest(Generic[_Key]):
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


def _merged(
    acquisition: list[Scene], ground: Ground, series: _Series
) -> tuple[Scene, list[Dropped]]:
    """The acquisition as one scene; a lone one is left as it is, with the parts it has."""
    if len(acquisition) == 1:
        return acquisition[0], []
    distinct, repeated = _distinct(_taken_apart(acquisition))
    tiles = _grouped(distinct, key=lambda scene: scene.tile)
    pictures = [_picture(group, ground, series) for group in tiles.values()]
    first, *others = sorted(pictures, key=lambda picture: _tile_order(picture, ground, series))
    needed, needless = _fillers(first, others, ground)
    kept = replace(first[0], parts=(*first[1:], *needed))
    reason = f"tile {kept.tile} of the same acquisition shows all of the chip that it shows"
    return kept, repeated + [
        Dropped(piece, reason, kept.id) for picture in needless for piece in _taken_apart(picture)
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
    for same in _grouped(scenes, key=_identity).values():
        best, *others = sorted(same, key=_newest_last, reverse=True)
        distinct.append(best)
        repeated.extend(Dropped(other, "listed more than once", best.id) for other in others)
    return distinct, repeated


def _identity(scene: Scene) -> tuple[str, str, str, str]:
    return (scene.provider, scene.collection, scene.id, scene.product)


def _newest_last(scene: Scene) -> tuple[Any, ...]:
    return (*_age_of_processing(scene), *_all_of(scene))


def _all_of(scene: Scene) -> tuple[str, str, str]:
    outline = "" if scene.footprint is None else scene.footprint.wkb_hex
    return (
        repr(replace(scene, footprint=None, assets={})),
        outline,
        repr(sorted(scene.assets.items())),
    )


def _picture(scenes: list[Scene], ground: Ground, series: _Series) -> tuple[Scene, ...]:
    """One tile of an acquisition: its strips, the fullest first, each in its best processing."""
    strips = []
    for strip in _by_strip(scenes):
        best, *others = _best_processing_first(strip, series)
        strips.append(replace(best, fallbacks=tuple(others)))
    return tuple(sorted(strips, key=lambda scene: _strip_order(scene, ground)))


def _by_strip(scenes: Iterable[Scene]) -> list[list[Scene]]:
    """Scenes of one datastrip; one without a strip belongs to the strip nearest in time."""
    dated: list[tuple[datetime, Scene]] = []
    undated = []
    for scene in scenes:
        start = _strip_start(scene)
        if start is None:
            undated.append(scene)
        else:
            dated.append((start, scene))
    strips = _chains(dated, SAME_STRIP)
    if not strips:
        return [undated]
    joining: list[list[Scene]] = [[] for _ in strips]
    numbers = _Nearest((one.acquired, n) for n, strip in enumerate(strips) for one in strip)
    for scene in undated:
        nearest = numbers.to([scene.acquired], within=timedelta.max)
        joining[nearest or 0].append(scene)
    return [strip + more for strip, more in zip(strips, joining)]


def _strip_start(scene: Scene) -> datetime | None:
    try:
        return datetime.strptime(f"{scene.strip}+0000", "%Y%m%dT%H%M%S%z")
    except ValueError:
        return None


def _strip_order(scene: Scene, ground: Ground) -> tuple[Any, ...]:
    nodata = 100.0 if scene.nodata_pct is None else scene.nodata_pct
    return (-ground.valid_share([scene]), nodata, scene.strip or "", *_by_age(scene))


def _best_processing_first(scenes: Iterable[Scene], series: _Series) -> list[Scene]:
    """Collections fill each other's gaps only, so their rank comes before the baseline.

    The provider comes before both: ranks of two providers say nothing about one another, and
    one provider for all dates is worth more than a newer baseline for some.
    """
    newest_first = sorted(scenes, key=_age_of_processing, reverse=True)
    return sorted(
        newest_first,
        key=lambda scene: (
            -series.providers[scene.provider],
            scene.provider,
            scene.collection_rank,
        ),
    )


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


def _tile_order(picture: Sequence[Scene], ground: Ground, series: _Series) -> tuple[Any, ...]:
    """The tile to read first: whole, not warped, full of data, then the one all dates share."""
    lead = picture[0]
    return (
        ground.is_doubted(lead),
        not ground.is_covered(lead),
        lead.epsg != ground.epsg,
        -ground.valid_share(picture),
        -series.tiles[lead.tile],
        -ground.margin_m(lead),
        lead.tile,
    )


def _fillers(
    first: Sequence[Scene], others: Iterable[Sequence[Scene]], ground: Ground
) -> tuple[list[Scene], list[Sequence[Scene]]]:
    """Of the other tiles those that show more of the chip, the chip's zone first, and the rest."""
    needed: list[Scene] = []
    needless = []
    shown = ground.shown_by(first)
    for picture in sorted(others, key=lambda picture: picture[0].epsg != ground.epsg):
        together = shown.union(ground.shown_by(picture))
        if ground.share(together) - ground.share(shown) > NOTHING:
            needed.extend(picture)
            shown = together
        else:
            needless.append(picture)
    return needed, needless


def _grouped(items: Iterable[_Item], *, key: Callable[[_Item], _Key]) -> dict[_Key, list[_Item]]:
    groups: dict[_Key, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


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
