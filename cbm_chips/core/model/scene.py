"""Scene: one acquisition over a place; Search: the scenes that a source lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timezone
from typing import TYPE_CHECKING

from ..reasons import Reason
from .asset import Asset

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

NO_DATE = datetime(1, 1, 1, tzinfo=timezone.utc)
"""Means a date that the source does not state, or not legibly: see `Scene.is_dated`. It is sorted
before all others and never shown."""

DATE_UNKNOWN = Reason("date unknown")


@dataclass(frozen=True)
class Scene:
    """One acquisition over a place: one tile of one datatake in one processing.

    Attributes:
        id: the item's or product's name at the source.
        acquired: aware UTC datetime of the sensor; `NO_DATE` if unknown, see `is_dated`.
        platform: `S2A` ... `S2D`.
        tile: MGRS tile, five characters, `31UFU`; empty if unknown.
        epsg: the tile's CRS.
        level: LEVEL2A or LEVEL1C.
        baseline: processing baseline as (major, minor), None if unknown.
        relative_orbit: 1..143, None if unknown.
        provider: who listed it; `collection`: under which heading.
        collection_rank: 0 is the provider's first choice, larger fills gaps.
        datatake: `S2A_20200305T103021`, empty if unknown.
        strip: sensing start of the datastrip, `20200305T103210`, None if unknown.
        generated: processing time as sortable text, then `discriminator` (last 15 characters
            of the product name), then `sequence`: they order reprocessings.
        footprint: outline of the data in EPSG:4326, rough, or None.
        tile_bounds: (left, bottom, right, top) of the file's grid in `epsg`, None if unknown.
        scene_cloud_pct, nodata_pct: of the whole scene, 0..100, None if unknown.
        assets: band name -> Asset.
        parts: other pieces of the same acquisition that fill what this one leaves empty.
        fallbacks: the same picture processed otherwise, best first; used when a file is missing.
        note: what is odd about it, for people.
    """

    id: str
    acquired: datetime
    platform: str = ""
    tile: str = ""
    epsg: int = 0
    level: str = "LEVEL2A"
    baseline: tuple[int, int] | None = None
    relative_orbit: int | None = None
    provider: str = ""
    collection: str = ""
    collection_rank: int = 0
    product: str = ""
    datatake: str = ""
    strip: str | None = None
    generated: str = ""
    discriminator: str = ""
    sequence: str = ""
    footprint: BaseGeometry | None = field(default=None, compare=False)
    tile_bounds: tuple[float, float, float, float] | None = None
    scene_cloud_pct: float | None = None
    nodata_pct: float | None = None
    assets: Mapping[str, Asset] = field(default_factory=dict, compare=False)
    parts: tuple[Scene, ...] = field(default=(), compare=False)
    fallbacks: tuple[Scene, ...] = field(default=(), compare=False)
    note: str = ""

    @property
    def is_dated(self) -> bool:
        """False where it is not known when it was acquired: what is shown of it is no date."""
        return self.acquired != NO_DATE

    @property
    def label(self) -> str:
        """Acquisition time as `YYYYMMDDTHHMMSS`, UTC: the CbM service's date label."""
        return self.when("%Y%m%dT%H%M%S")

    def when(self, pattern: str) -> str:
        """Acquisition time in the words of `strftime`, UTC; empty if it is unknown."""
        return self.acquired.strftime(pattern) if self.is_dated else ""


@dataclass(frozen=True)
class Unusable:
    """Something a source listed that can't become a chip, with the reason for people."""

    scene: Scene
    reason: str


@dataclass(frozen=True)
class Search:
    """A source's answer: what can be cut, what can't and why, and what to tell the user.

    Attributes:
        is_kept: the source was not asked, as it was a moment ago.
        is_offline: it did not answer, and this is what was kept of former answers.
    """

    scenes: tuple[Scene, ...]
    unusable: tuple[Unusable, ...] = ()
    notes: tuple[str, ...] = ()
    is_kept: bool = False
    is_offline: bool = False
