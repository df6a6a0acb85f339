"""Which asset of a STAC item is which band, and in which form it is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ...bands import BANDS
from .foreign import items, mapping, mappings, number, numbers, text

KEYS: Mapping[str, tuple[str, ...]] = {
    "B01": ("b01", "b1", "coastal"),
    "B02": ("b02", "b2", "blue"),
    "B03": ("b03", "b3", "green"),
    "B04": ("b04", "b4", "red"),
    "B05": ("b05", "b5", "rededge1", "rededge071"),
    "B06": ("b06", "b6", "rededge2", "rededge075"),
    "B07": ("b07", "b7", "rededge3", "rededge078"),
    "B08": ("b08", "b8", "nir"),
    "B8A": ("b8a", "nir08"),
    "B09": ("b09", "b9", "nir09"),
    "B10": ("b10", "cirrus"),
    "B11": ("b11", "swir16"),
    "B12": ("b12", "swir22"),
    "SCL": ("scl",),
}
"""Band -> asset keys. `nir08` is B8A: only Landsat gives the main near infrared that name."""

_BAND_OF_WORD = {word: band for band, words in KEYS.items() for word in words}
_SHARED_COMMON_NAMES = {"rededge": ("B05", "B06", "B07")}
_COLOUR = re.compile(r"(?!b\d|scl)", re.IGNORECASE)
_KEY = re.compile(r"(?P<word>[a-z0-9]+?)(?:[-_](?P<size>\d{2})m)?(?P<twin>[-_]jp2)?", re.IGNORECASE)

_MEDIA_BY_TYPE = (
    (re.compile(r"geo\+?tiff|image/tiff", re.IGNORECASE), "geotiff"),
    (re.compile(r"jp2|jpeg2000|jpx", re.IGNORECASE), "jp2"),
    (re.compile(r"zarr", re.IGNORECASE), "zarr"),
)
_MEDIA_BY_SUFFIX = (
    (re.compile(r"\.tiff?$", re.IGNORECASE), "geotiff"),
    (re.compile(r"\.(jp2|j2k)$", re.IGNORECASE), "jp2"),
    (re.compile(r"\.zarr(/|$)", re.IGNORECASE), "zarr"),
)
READABLE = ("geotiff", "jp2")
"""Best first."""

_PICTURES = {"overview", "thumbnail", "visual"}


@dataclass(frozen=True)
class Candidate:
    """An asset that may be the file of a band.

    Attributes:
        by_key: False where only the common name says which band it is.
        raw: the asset as the item has it.
    """

    band: str
    key: str
    media: str
    by_key: bool
    raw: Mapping[str, Any]

    @property
    def order(self) -> tuple[int, bool, float, str]:
        """Smaller is better: GeoTIFF, named by its key, at the band's own resolution."""
        wanted, told = BANDS[self.band].resolution_m, _resolution_m(self.key, self.raw)
        misfit = abs(told - wanted) if told else 0.0
        return (READABLE.index(self.media), not self.by_key, misfit, self.key)


def media_of(asset: Mapping[str, Any]) -> str:
    """`geotiff`, `jp2`, `zarr`, or empty for what holds no pixels we know."""
    # A declared type wins: a Zarr group may well be called `B04.tif`, never the reverse.
    table, word = _MEDIA_BY_TYPE, text(asset.get("type"))
    if not word:
        table, word = _MEDIA_BY_SUFFIX, urlsplit_path(text(asset.get("href")))
    return next((media for pattern, media in table if pattern.search(word)), "")


def urlsplit_path(href: str) -> str:
    """The path of a URL; of a malformed one, all of it."""
    try:
        return urlsplit(href).path
    except ValueError:
        return href


def is_named_by_colour(key: str) -> bool:
    """True for `red` and its kin, as Earth Search writes them; False for `B04`, `B04_10m`."""
    return _COLOUR.match(key) is not None


def band_files(assets: object) -> dict[str, Candidate]:
    """Band -> the asset to read it from, for every band the item has."""
    found: dict[str, list[Candidate]] = {}
    for one in _candidates(assets):
        if one.media in READABLE:
            found.setdefault(one.band, []).append(one)
    return {band: _best(found[band]) for band in BANDS if band in found}


def _best(candidates: list[Candidate]) -> Candidate:
    if len(candidates) == 1:
        return candidates[0]
    return min(candidates, key=lambda candidate: candidate.order)


def media_in(assets: object) -> set[str]:
    """All the forms in which pixels are kept in an item, `zarr` too."""
    return {
        media for asset in mappings(list(mapping(assets).values())) if (media := media_of(asset))
    }


def _candidates(assets: object) -> Iterator[Candidate]:
    for key, asset in mapping(assets).items():
        if not isinstance(asset, dict) or not text(asset.get("href")) or _is_picture(asset):
            continue
        band, by_key = _band_of(key, asset)
        if band:
            yield Candidate(band, key, media_of(asset), by_key, asset)


def _is_picture(asset: Mapping[str, Any]) -> bool:
    roles = {role for role in items(asset.get("roles")) if isinstance(role, str)}
    return bool(roles & _PICTURES) or len(_described_bands(asset)) > 1


def _described_bands(asset: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return mappings(asset.get("eo:bands")) or mappings(asset.get("bands"))


def _band_of(key: str, asset: Mapping[str, Any]) -> tuple[str, bool]:
    match = _KEY.fullmatch(key)
    if match and match.group("word").lower() in _BAND_OF_WORD:
        return _BAND_OF_WORD[match.group("word").lower()], True
    return _band_of_common_name(asset), False


def _band_of_common_name(asset: Mapping[str, Any]) -> str:
    """By the common name; `name` only tells apart those that share one."""
    described = _described_bands(asset)
    if not described:
        return ""
    first = described[0]
    common = text(first.get("common_name")) or text(first.get("eo:common_name"))
    if common in _SHARED_COMMON_NAMES:
        named = _BAND_OF_WORD.get(text(first.get("name")).lower(), "")
        return named if named in _SHARED_COMMON_NAMES[common] else ""
    return _BAND_OF_WORD.get(common.lower(), "")


def _resolution_m(key: str, asset: Mapping[str, Any]) -> float:
    """As told, 0 if it is not."""
    match = _KEY.fullmatch(key)
    if match and match.group("size"):
        return float(match.group("size"))
    described = number(asset.get("gsd")) or number(asset.get("raster:spatial_resolution"))
    if described:
        return described
    transform = numbers(asset.get("proj:transform"))
    return abs(transform[0]) if len(transform) >= 6 else 0.0
