"""Whether a file still holds the +1000 of baseline 04.00, by the item that lists it.

`OFFSET_RULES` is read from the top; the first rule that fits a file decides. The date is no
test: reprocessed products of 2015 have the offset as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Callable

from ....model import OffsetState
from ....sentinel2.bands import BANDS, BASELINE_OFFSET, DEFAULT_SCALE, offset_by_baseline
from ..json_fields import text
from .asset_keys import Candidate
from .band_names import is_colour
from .stated_values import Stated, StatedValues

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
        contradicts: its files, of one production run, are said to have different offsets.
    """

    collection: str
    baseline: tuple[int, int] | None
    shifted: bool | None
    is_eopf: bool
    contradicts: bool = False

    @property
    def by_baseline(self) -> float | None:
        """The offset of the product as ESA made it, None if the baseline is unknown."""
        return None if self.baseline is None else offset_by_baseline(self.baseline)


@dataclass(frozen=True)
class FileFacts:
    """What an item says about one of its files.

    Attributes:
        stated: see `Stated`.
    """

    item: ItemFacts
    candidate: Candidate
    stated: Stated

    @property
    def stated_offset(self) -> float | None:
        """The offset said of a file of DN; None if nothing is."""
        return None if self.stated.scale == 1 else self.stated.offset

    @property
    def is_other(self) -> bool:
        """The pair stated is not that of Sentinel-2's DN, so what holds for DN says nothing."""
        return self.stated.scale not in (None, 1, DEFAULT_SCALE)

    @property
    def href(self) -> str:
        """Where the file is."""
        return text(self.candidate.raw.get("href"))


@dataclass(frozen=True)
class OffsetRule:
    """One row: which catalogue it is about, which files it fits, what it decides."""

    about: str
    fits: Callable[[FileFacts], bool]
    decide: Callable[[FileFacts], Decision]


def offset_of(facts: FileFacts) -> Decision:
    """Reflectance offset of a file, and how sure that is; classes have none."""
    if not BANDS[facts.candidate.band].reflective:
        return 0.0, OffsetState.KNOWN
    if facts.is_other:
        return facts.stated.offset or 0.0, OffsetState.KNOWN
    return next(rule for rule in OFFSET_RULES if rule.fits(facts)).decide(facts)


def scale_of(facts: FileFacts) -> float:
    """Reflectance per DN; classes keep their numbers."""
    if not BANDS[facts.candidate.band].reflective:
        return 1.0
    return facts.stated.scale or DEFAULT_SCALE if facts.is_other else DEFAULT_SCALE


def read_facts(
    files: Mapping[str, Candidate],
    properties: Mapping[str, Any],
    *,
    collection: str,
    baseline: tuple[int, int] | None,
) -> dict[str, FileFacts]:
    """Collect what an item says about each of its files (band -> candidate)."""
    values = StatedValues(properties)
    stated = {band: values.of(one.raw) for band, one in files.items()}
    offsets = {
        (files[band].media, one.offset)
        for band, one in stated.items()
        if BANDS[band].reflective and one.offset is not None and one.scale in (None, DEFAULT_SCALE)
    }
    item = ItemFacts(
        collection,
        baseline,
        _flag(properties),
        is_eopf=any(name.startswith("eopf:") for name in properties),
        contradicts=len(offsets) > len({media for media, _ in offsets}),
    )
    return {band: FileFacts(item, one, stated[band]) for band, one in files.items()}


def _flag(properties: Mapping[str, Any]) -> bool | None:
    flags = {"true": True, "false": False}
    for name, value in properties.items():
        if name.endswith(":boa_offset_applied"):
            return flags.get(str(value).lower())
    return None


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
    if facts.item.contradicts:
        return RAW_OR_NOT
    if facts.stated_offset is not None:
        return facts.stated_offset, OffsetState.KNOWN
    return _as_baseline(facts)


def _as_baseline(facts: FileFacts) -> Decision:
    offset = facts.item.by_baseline
    return RAW_OR_NOT if offset is None else (offset, OffsetState.KNOWN)


def _as_flagged(facts: FileFacts) -> Decision:
    """Where the flag is true it is right; where it is false it has been wrong both ways."""
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
