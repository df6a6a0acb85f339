"""One STAC item, in whatever dialect it is written, as a `Scene` or as `Unusable`.

Everything comes from the item itself, so one response may mix dialects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from ....model import NO_DATE, Asset, Placement, Scene, Unusable
from ....reasons import Reason, joined
from ....sentinel2.bands import BANDS
from ....sentinel2.product_names import (
    Name,
    baseline_of,
    orbit_of,
    platform_of,
    read_name,
    strip_of,
    take_of,
    tile_of,
)
from ..asset_access import is_well_known
from ..hrefs import ALTERNATES, ASSETS_LEFT_OUT
from ..json_fields import first_text, instant, mapping, number, percentage, text, texts
from .asset_keys import Candidate, band_files
from .collection_words import level_in, names_sentinel_2
from .file_versions import FileVersions
from .footprints import Footprints
from .media_types import media_in
from .offset_rules import FileFacts, offset_of, read_facts, scale_of
from .proj_fields import ProjFields

_PRODUCT_NAMES = ("s2:product_uri", "sentinel:product_id", "title")
_PRODUCT_TYPES = ("s2:product_type", "product:type")
_BASELINES = ("s2:processing_baseline", "processing:version", "sentinel:processing_baseline")
_TAKES = ("s2:datatake_id", "eopf:datatake_id")
_STRIPS = ("s2:datastrip_id", "eopf:datastrip_id")
_TILES = ("grid:code", "s2:mgrs_tile", "s2:tile", "mgrs:grid_id")
_TILE_PARTS = (
    ("mgrs:utm_zone", "mgrs:latitude_band", "mgrs:grid_square"),
    ("sentinel:utm_zone", "sentinel:latitude_band", "sentinel:grid_square"),
)
_GENERATED = ("s2:generation_time", "processing:datetime")
_SATELLITES = ("constellation", "platform", "mission")
WITHOUT_ID = "(without id)"
_BASELINE_AT_END = re.compile(r"_N(\d\d\.\d\d)$")


@dataclass(frozen=True)
class Item:
    """An item by its parts, with what its names say."""

    id: str
    collection: str
    properties: Mapping[str, Any]
    raw: Mapping[str, Any]
    name: Name

    @classmethod
    def of(cls, raw: Mapping[str, Any]) -> Item:
        """The item that `raw` is, as decoded JSON."""
        properties = mapping(raw.get("properties"))
        identifier = text(raw.get("id"))
        uris = (text(properties.get(key)) for key in _PRODUCT_NAMES)
        names = [read_name(name) for name in (*uris, identifier)]
        name = next((one for one in names if one.full), None)
        name = name or next((one for one in names if one.platform), Name())
        collection = text(raw.get("collection"))
        return cls(identifier, collection, properties, raw, name)

    @cached_property
    def files(self) -> Mapping[str, Candidate]:
        """Band -> the asset to read it from."""
        return band_files(self.raw.get("assets"))

    @cached_property
    def level(self) -> str:
        """LEVEL2A, LEVEL1C, `other`, or empty if the item states none."""
        if self.name.level:
            return self.name.level
        types = [text(self.properties.get(key)) for key in _PRODUCT_TYPES]
        stated = texts(self.properties.get("processing:level"))
        words = [*types, *stated, self.collection, self.id]
        return level_in(words) or self._level_of_files

    @property
    def _level_of_files(self) -> str:
        telling = {"SCL": "LEVEL2A", "B10": "LEVEL1C"}
        return next((level for band, level in telling.items() if band in self.files), "")

    @cached_property
    def acquired(self) -> datetime | None:
        """When the sensor saw it, aware UTC: `datetime`, the start of its period, or its name."""
        stated = (instant(self.properties.get(key)) for key in ("datetime", "start_datetime"))
        found = next((moment for moment in stated if moment is not None), None)
        found = found or instant(self.name.strip or self.name.start)
        return None if found == NO_DATE else found


def is_sentinel_2(raw: Mapping[str, Any]) -> bool:
    """True if the item's satellite is one, or if it names none but anything else says so."""
    properties = mapping(raw.get("properties"))
    satellites = [word for key in _SATELLITES for word in texts(properties.get(key))]
    if satellites:
        return any(names_sentinel_2(word) for word in satellites)
    words = [text(properties.get(key)) for key in (*_PRODUCT_NAMES, *_TAKES)]
    words += [text(raw.get("collection")), text(raw.get("id"))]
    named = any(names_sentinel_2(word) for word in words)
    return named or any(key.startswith("s2:") for key in properties)


def read_item(
    item: Item,
    *,
    provider: str,
    level: str,
    rank: int = 0,
    footprints: Footprints | None = None,
) -> Scene | Unusable:
    """Understand one item.

    Args:
        item: its hrefs absolute.
        provider: for `Scene.provider`.
        level: used where the item states none.
        rank: place of its collection in the provider's order.
        footprints: of the answer that it is part of.
    """
    scene = _scene(
        item, provider=provider, level=level, rank=rank, footprints=footprints or Footprints()
    )
    reason = _why_unusable(scene, item)
    return Unusable(scene, reason) if reason else scene


def _scene(item: Item, *, provider: str, level: str, rank: int, footprints: Footprints) -> Scene:
    tile, platform, baseline = _tile(item), _platform(item), _baseline(item)
    footprint = footprints.of(item.raw.get("geometry"), item.raw.get("bbox"))
    stated = ProjFields(item.properties, item.files, tile)
    return Scene(
        id=item.id or WITHOUT_ID,
        acquired=item.acquired or NO_DATE,
        platform=platform,
        tile=tile,
        epsg=stated.epsg,
        level=item.level or level,
        baseline=baseline,
        relative_orbit=_orbit(item),
        provider=provider,
        collection=item.collection,
        collection_rank=rank,
        product=item.name.full,
        datatake=take_of(first_text(item.properties, _TAKES)) or item.name.take,
        strip=strip_of(first_text(item.properties, _STRIPS)) or item.name.strip or None,
        generated=_generated(item),
        discriminator=item.name.discriminator,
        sequence=text(item.properties.get("s2:sequence")) or item.name.sequence,
        footprint=footprint.shape,
        tile_bounds=stated.tile_bounds,
        scene_cloud_pct=percentage(item.properties.get("eo:cloud_cover")),
        nodata_pct=_nodata_pct(item),
        assets=_assets(item, baseline, stated),
        note=joined(filter(None, (*_notes(item, level), footprint.note)), "; "),
    )


def _notes(item: Item, level: str) -> Iterator[str]:
    if not item.level:
        yield Reason("does not tell its level; {level} assumed", level=level)
    left_out = number(item.raw.get(ASSETS_LEFT_OUT))
    if left_out:
        yield Reason("has {count} files more than are looked at", count=round(left_out))


def _why_unusable(scene: Scene, item: Item) -> str:
    if not scene.assets:
        if "zarr" in media_in(item.raw.get("assets")):
            return Reason("is kept as Zarr, which is not read here; GeoTIFF or JPEG 2000 is needed")
        return Reason("has no file of a band as GeoTIFF or JPEG 2000")
    if item.acquired is None:
        return Reason("does not tell when it was acquired")
    return ""


def _assets(item: Item, baseline: tuple[int, int] | None, fields: ProjFields) -> dict[str, Asset]:
    stated = read_facts(item.files, item.properties, collection=item.collection, baseline=baseline)
    versions = FileVersions(item.properties, made=item.name.discriminator)
    return {
        band: _asset(facts, fields.placement(band), versions.of(facts.candidate.raw))
        for band, facts in stated.items()
    }


def _asset(facts: FileFacts, placement: Placement, version: str) -> Asset:
    offset, state = offset_of(facts)
    href, *alternates = _addresses(facts.candidate)
    return Asset(
        band=facts.candidate.band,
        href=href,
        alternates=tuple(alternates),
        scale=scale_of(facts),
        offset=offset,
        offset_state=state,
        media=facts.candidate.media,
        nodata=facts.stated.nodata,
        stated=facts.stated.pair,
        problem=facts.stated.problem if BANDS[facts.candidate.band].reflective else "",
        placement=placement,
        version=version,
    )


def _addresses(candidate: Candidate) -> list[str]:
    """Where the file may lie: what can't be opened, or only perhaps, comes last."""
    hrefs = [text(candidate.raw.get("href"))]
    if ALTERNATES not in candidate.raw:
        return hrefs
    hrefs += texts(candidate.raw[ALTERNATES])
    return sorted(dict.fromkeys(hrefs), key=lambda href: not is_well_known(href))


def _tile(item: Item) -> str:
    parts = ("".join(text(item.properties.get(key)) for key in keys) for keys in _TILE_PARTS)
    words = (*(text(item.properties.get(key)) for key in _TILES), *parts, item.name.tile)
    return next((tile for word in words if (tile := tile_of(word))), "")


def _platform(item: Item) -> str:
    take = first_text(item.properties, _TAKES)
    words = (text(item.properties.get("platform")), item.name.platform, take_of(take)[:3])
    return next((platform for word in words if (platform := platform_of(word))), "")


def _baseline(item: Item) -> tuple[int, int] | None:
    stated = [_padded(item.properties.get(key)) for key in _BASELINES]
    from_take = _BASELINE_AT_END.search(first_text(item.properties, (*_TAKES, *_STRIPS)))
    words = [*stated, item.name.baseline, from_take.group(1) if from_take else ""]
    return next((found for word in words if (found := baseline_of(word)) is not None), None)


def _padded(stated: object) -> str:
    """As text; a baseline that became a number, 5.1, gets its zero back."""
    return f"{stated:.2f}" if isinstance(stated, float) else text(stated)


def _orbit(item: Item) -> int | None:
    words = (text(item.properties.get("sat:relative_orbit")), item.name.orbit)
    return next((orbit for word in words if (orbit := orbit_of(word)) is not None), None)


def _generated(item: Item) -> str:
    stated = [instant(item.properties.get(key)) for key in _GENERATED]
    moments = (*stated, instant(item.name.discriminator))
    found = next((moment for moment in moments if moment is not None), None)
    return found.strftime("%Y%m%dT%H%M%S.%f") if found else ""


def _nodata_pct(item: Item) -> float | None:
    stated = percentage(item.properties.get("s2:nodata_pixel_percentage"))
    statistics = mapping(item.properties.get("statistics"))
    return stated if stated is not None else percentage(statistics.get("nodata"))
