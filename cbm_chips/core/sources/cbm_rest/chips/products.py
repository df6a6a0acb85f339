"""Names of products -> scenes; a name is all the service says of a product."""

from __future__ import annotations

import math
from dataclasses import replace

from ....model import Asset, Scene
from ....projection import WGS84, transformer
from ....sentinel2.bands import BANDS, DEFAULT_SCALE, offset_by_baseline
from ....sentinel2.product_names import (
    Name,
    baseline_of,
    epsg_of_tile,
    orbit_of,
    read_name,
    tile_of,
    time_of,
)
from ..wire.parameters import OFFERED_BANDS

_BANDS_OF_LATITUDE = "CDEFGHJKLMNPQRSTUVWX"  # of 8 degrees from 80 S on; X is longer
_SLACK_DEG = 2.0
_WIDTH_M = 1_000_000
"""Eastings of a zone, with its neighbours'."""


def scene_of(product: str, identity: str) -> Scene | None:
    """The scene of a product listed by the server `identity`; None if the name is none."""
    name = read_name(product)
    acquired = time_of(name.start)
    tile = tile_of(name.tile)
    if not name.full or acquired is None or not tile:
        return None
    return Scene(
        id=name.full,
        acquired=acquired,
        platform=name.platform,
        tile=tile,
        epsg=epsg_of_tile(tile),
        level=name.level,
        baseline=baseline_of(name.baseline),
        relative_orbit=orbit_of(name.orbit),
        provider=identity,
        product=name.full,
        datatake=name.take,
        discriminator=name.discriminator,
        assets={band: _asset(band, name, identity) for band in _bands_at(name.level)},
    )


def is_near(tile: str, lon: float, lat: float) -> bool:
    """The place can lie on the tile, by its zone and band of latitude."""
    south = -80 + 8 * _BANDS_OF_LATITUDE.index(tile[2])
    north = 84 if tile[2] == _BANDS_OF_LATITUDE[-1] else south + 8
    if not south - _SLACK_DEG <= lat <= north + _SLACK_DEG:
        return False
    easting = float(transformer(WGS84, epsg_of_tile(tile)).transform(lon, lat)[0])
    return math.isfinite(easting) and 0 < easting < _WIDTH_M


def asset_href(identity: str, product: str, band: str) -> str:
    """A stable name of a chip's file, whatever folder the server keeps it in; no URL to open."""
    return f"{identity}/{product}.{band}"


def product_and_band(href: str) -> tuple[str, str]:
    """What `asset_href` was made of."""
    product, _, band = href.rpartition("/")[2].rpartition(".")
    return product, band


def _bands_at(level: str) -> list[str]:
    return [band for band in OFFERED_BANDS if level in BANDS[band].levels]


def _asset(band: str, name: Name, identity: str) -> Asset:
    """The service returns the DN of the product unchanged, offset included.

    A product's name holds its baseline and processing time, and so identifies the content.
    """
    plain = Asset(band, asset_href(identity, name.full, band), version=name.full)
    if not BANDS[band].reflective:
        return plain
    offset = offset_by_baseline(baseline_of(name.baseline) or (0, 0))
    return replace(plain, scale=DEFAULT_SCALE, offset=offset)
