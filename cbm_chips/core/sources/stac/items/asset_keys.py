"""Which asset of a STAC item is the file of which band."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ....sentinel2.bands import BANDS
from ..json_fields import mapping, mappings, number, numbers, text, texts
from .band_names import band_in_key, band_of_key, band_of_name, band_of_title, stated_size
from .media_types import READABLE, media_of, path_of

_PICTURES = {"overview", "thumbnail", "visual", "metadata"}
_PICTURE_KEYS = ("overview", "thumbnail", "visual", "preview", "rendered_preview", "quicklook")
_SHARED_COMMON_NAMES = {"rededge": ("B05", "B06", "B07")}
_SURE_NAME = "B8A"
"""No other numbering of bands has this name, so it wins over a common name."""
_COARSE = 4
"""A file whose pixels are so many times the band's own is an overview of it."""


@dataclass(frozen=True)
class Candidate:
    """An asset that may be the file of a band.

    Attributes:
        source: how we know the band; smaller is surer (see `_RECOGNITIONS`).
        raw: the asset as the item has it.
    """

    band: str
    key: str
    media: str
    source: int
    raw: Mapping[str, Any]

    @property
    def order(self) -> tuple[bool, int, float, bool, int, str]:
        """Smaller is better: no overview, GeoTIFF, at the band's own resolution, with role data."""
        wanted, stated = BANDS[self.band].resolution_m, _resolution_m(self.key, self.raw)
        misfit = abs(stated - wanted) if stated else 0.0
        is_coarse = stated > _COARSE * wanted
        is_data = "data" in _roles(self.raw)
        return (is_coarse, READABLE.index(self.media), misfit, not is_data, self.source, self.key)


def band_files(assets: object) -> dict[str, Candidate]:
    """Band -> the asset to read it from, for every band the item has."""
    found: dict[str, list[Candidate]] = {}
    for one in _candidates(assets):
        found.setdefault(one.band, []).append(one)
    return {band: _best(found[band]) for band in BANDS if band in found}


def _best(candidates: list[Candidate]) -> Candidate:
    if len(candidates) == 1:
        return candidates[0]
    return min(candidates, key=lambda candidate: candidate.order)


def _candidates(assets: object) -> Iterator[Candidate]:
    for key, asset in mapping(assets).items():
        if not isinstance(asset, dict) or not text(asset.get("href")) or _is_picture(key, asset):
            continue
        media = media_of(asset)
        if media not in READABLE:
            continue
        for source, recognise in enumerate(_RECOGNITIONS):
            band = recognise(key, asset)
            if band:
                yield Candidate(band, key, media, source, asset)
                break


def _is_picture(key: str, asset: Mapping[str, Any]) -> bool:
    is_one = key.lower() in _PICTURE_KEYS or not _PICTURES.isdisjoint(_roles(asset))
    return is_one or len(_described_bands(asset)) > 1


def _roles(asset: Mapping[str, Any]) -> list[str]:
    roles = asset.get("roles")
    if isinstance(roles, list) and set(map(type, roles)) == {str}:  # nearly all are
        return list(map(str.lower, map(str.strip, roles)))
    return [role.lower() for role in texts(roles)] if roles else []


def _described_bands(asset: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return mappings(asset.get("eo:bands")) or mappings(asset.get("bands"))


def _by_description(_: str, asset: Mapping[str, Any]) -> str:
    """By the description of the file's only band: `eo:bands`, or as in STAC 1.1 the asset."""
    first = {**asset, **next(iter(_described_bands(asset)), {})}
    name = band_of_name(text(first.get("name")))
    common = (text(first.get("common_name")) or text(first.get("eo:common_name"))).lower()
    if name == _SURE_NAME:
        return name
    if common in _SHARED_COMMON_NAMES:
        return name if name in _SHARED_COMMON_NAMES[common] else ""
    return band_of_name(common) or name or band_of_title(text(first.get("description")))


def _by_title(_: str, asset: Mapping[str, Any]) -> str:
    return band_of_title(text(asset.get("title")))


def _by_file_name(_: str, asset: Mapping[str, Any]) -> str:
    name = posixpath.basename(path_of(text(asset.get("href"))).replace("\\", "/"))
    return band_of_title(name)


_RECOGNITIONS = (
    lambda key, _: band_of_key(key),
    _by_description,
    lambda key, _: band_in_key(key),
    _by_title,
    _by_file_name,
)
"""How the band of an asset is recognised, the surest first."""


def _resolution_m(key: str, asset: Mapping[str, Any]) -> float:
    """As stated, 0 if it is not."""
    described = number(asset.get("gsd")) or number(asset.get("raster:spatial_resolution"))
    stated = stated_size(key) or described
    if stated:
        return stated
    transform = numbers(asset.get("proj:transform"))
    return abs(transform[0]) if len(transform) >= 6 else 0.0
