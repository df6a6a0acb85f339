"""Whether a file still holds the +1000 of baseline 04.00, told from the item that lists it.

`OFFSET_RULES` is read from the top; the first rule that fits a file decides. The date is no
test: reprocessed products of 2015 have the offset as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable

from ...bands import BANDS, BASELINE_OFFSET, DEFAULT_SCALE, FIRST_BASELINE_WITH_OFFSET
from ...model import OffsetState
from .asset_keys import Candidate
from .band_words import is_colour
from .foreign import mappings, number, text

_SMALLEST_DIFFERENCE = 1e-9
_COLLECTION_1 = re.compile(r"(^|-)c1-l[12]")

Decision = tuple[float, OffsetState]
RAW_OR_NOT: Decision = (BASELINE_OFFSET, OffsetState.CHECK_PIXELS)
"""The offset that holds if the file turns out to be as ESA made it."""


@dataclass(frozen=True)
class ItemFacts:
    """What an item says about all of its files.

    Attributes:
        shifted: the provider's own flag that it took the offset off; None if it says nothing.
    """

    collection: str
    baseline: tuple[int, int] | None
    shifted: bool | None
    is_eopf: bool

    @property
    def by_baseline(self) -> float | None:
        """The offset of the product as ESA made it, None if the baseline is unknown."""
        if self.baseline is None:
            return None
        return BASELINE_OFFSET if self.baseline >= FIRST_BASELINE_WITH_OFFSET else 0.0


@dataclass(frozen=True)
class FileFacts:
    """What an item says about one of its files.

    Attributes:
        stated_offset: the asset's offset in reflectance; None if it says nothing.
    """

    item: ItemFacts
    candidate: Candidate
    stated_scale: float | None
    stated_offset: float | None

    @property
    def href(self) -> str:
        """Where the file is."""
        return text(self.candidate.raw.get("href"))


@dataclass(frozen=True)
class OffsetRule:
    """One row: whom it is about, which files it fits, what it decides."""

    about: str
    fits: Callable[[FileFacts], bool]
    decide: Callable[[FileFacts], Decision]


def offset_of(facts: FileFacts) -> Decision:
    """Reflectance offset of a file, and how sure that is; classes have none."""
    if not BANDS[facts.candidate.band].reflective:
        return 0.0, OffsetState.KNOWN
    return next(rule for rule in OFFSET_RULES if rule.fits(facts)).decide(facts)


def scale_of(facts: FileFacts) -> float:
    """Reflectance per DN; classes keep their numbers."""
    if not BANDS[facts.candidate.band].reflective:
        return 1.0
    return facts.stated_scale or DEFAULT_SCALE


def read_item_facts(
    properties: Mapping[str, Any], *, collection: str, baseline: tuple[int, int] | None
) -> ItemFacts:
    """Collect what an item says about its files in common."""
    is_eopf = any(name.startswith("eopf:") for name in properties)
    return ItemFacts(collection, baseline, _flag(properties), is_eopf)


def read_facts(candidate: Candidate, item: ItemFacts) -> FileFacts:
    """Collect what an item says about one file."""
    return FileFacts(item, candidate, *_stated(candidate.raw))


def _flag(properties: Mapping[str, Any]) -> bool | None:
    flags = {"true": True, "false": False}
    for name, value in properties.items():
        if name.endswith(":boa_offset_applied"):
            return flags.get(str(value).lower())
    return None


def _stated(asset: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Scale and offset of an asset, (None, None) where they say nothing about reflectance."""
    places = (
        *mappings(asset.get("raster:bands"))[:1],
        asset,
        *mappings(asset.get("bands"))[:1],
    )
    scale = _first_number(places, ("scale", "raster:scale"))
    offset = _first_number(places, ("offset", "raster:offset"))
    if scale is not None and not 0 < scale < 1:
        return None, None  # software that looks into the TIFF alone writes 1 and 0
    if offset is not None and not -1 < offset < 1:
        offset = None
    return scale, offset


def _first_number(places: tuple[Mapping[str, Any], ...], names: tuple[str, ...]) -> float | None:
    told = (number(place[name]) for place in places for name in names if name in place)
    return next((value for value in told if value is not None), None)


def _is_collection_1(facts: FileFacts) -> bool:
    return _COLLECTION_1.search(facts.item.collection) is not None


def _is_shifted_archive(facts: FileFacts) -> bool:
    """The GeoTIFFs of Earth Search's `sentinel-2-l2a`, or a copy of them."""
    if facts.candidate.media != "geotiff":
        return False
    copied = "sentinel-s2-l2a-cogs" in facts.href or "//sentinel-cogs" in facts.href
    has_its_name = facts.item.collection == "sentinel-2-l2a"
    looks_alike = has_its_name and is_colour(facts.candidate.key)
    return copied or looks_alike or facts.item.shifted is not None


def _is_copernicus(facts: FileFacts) -> bool:
    return facts.item.is_eopf or facts.href.startswith("s3://eodata/")


def _as_stated(facts: FileFacts) -> Decision:
    if facts.stated_offset is not None:
        return facts.stated_offset, OffsetState.KNOWN
    return _as_baseline(facts)


def _as_baseline(facts: FileFacts) -> Decision:
    offset = facts.item.by_baseline
    return RAW_OR_NOT if offset is None else (offset, OffsetState.KNOWN)


def _as_flagged(facts: FileFacts) -> Decision:
    """The flag is true where it says true; a false flag has been wrong both ways."""
    if facts.item.shifted or facts.item.by_baseline == 0.0:
        return 0.0, OffsetState.KNOWN
    return RAW_OR_NOT


def _as_agreed(facts: FileFacts) -> Decision:
    """Statement and baseline where they agree or where only one speaks."""
    stated, expected = facts.stated_offset, facts.item.by_baseline
    if stated is None or expected is None or abs(stated - expected) < _SMALLEST_DIFFERENCE:
        return _as_stated(facts)
    return RAW_OR_NOT


OFFSET_RULES = (
    OffsetRule("Earth Search, Collection 1 and pre-Collection 1", _is_collection_1, _as_stated),
    OffsetRule("Earth Search, sentinel-2-l2a and copies", _is_shifted_archive, _as_flagged),
    # The -0.1 in these items is a constant of the template that writes them.
    OffsetRule("Copernicus Data Space", _is_copernicus, _as_baseline),
    # Planetary Computer states nothing, so its baseline decides here.
    OffsetRule("anyone else", lambda facts: True, _as_agreed),
)
