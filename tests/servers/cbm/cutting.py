"""How the service cuts: the outermost pixels of a square in the tile's own zone.

The square is drawn around the projected point and not snapped; pixels whose centre lies outside
it are zero, so that most chips are a row and a column too large, and those are zero.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from .catalogue import BASELINE_OFFSET, Product, Square

if TYPE_CHECKING:
    from numpy.typing import NDArray

TEN_METRES = ("B02", "B03", "B04", "B08")
TWENTY_METRES = ("B05", "B06", "B07", "B8A", "B11", "B12", "SCL")
_NOISE_M = 1e-6
"""What floating point adds to projected coordinates."""
_TILE_M = 109_800
_MADE_UP_ORIGIN = (600_000.0, 5_900_040.0)
_SWATH_GAP_M = 4_000
"""The east of a made-up tile that the satellite did not see."""


@dataclass(frozen=True)
class Raster:
    """A piece of a band: pixels and where they lie."""

    pixels: NDArray[Any]
    left: float
    top: float
    resolution_m: int
    epsg: int


@dataclass(frozen=True)
class Tile:
    """The pixel lattice of a band; `width` and `height` in pixels, None where it has no end."""

    left: float
    top: float
    resolution_m: int
    width: Optional[int] = None
    height: Optional[int] = None


@dataclass(frozen=True)
class Crop:
    """Columns and rows of a lattice, ends excluded."""

    first_col: int
    last_col: int
    first_row: int
    last_row: int

    @property
    def is_empty(self) -> bool:
        """Nothing of the square lies on the tile."""
        return self.last_col <= self.first_col or self.last_row <= self.first_row


def resolution_of(band: str) -> Optional[int]:
    """Metres of a band's pixels; None: the service has no such band."""
    return 10 if band in TEN_METRES else 20 if band in TWENTY_METRES else None


def centre_of(square: Square, epsg: int) -> tuple[float, float]:
    """The point in the tile's zone."""
    x, y = _projection(epsg).transform(square.lon, square.lat)
    return float(x), float(y)


def zone_of(product: Product, lat: float) -> int:
    """EPSG code: the zone by the tile's name, the hemisphere by the sign of the latitude."""
    return (32600 if lat > 0 else 32700) + product.zone


def crop_of(centre: tuple[float, float], size_m: float, tile: Tile) -> Crop:
    """The outermost pixels that the square touches, as far as the tile goes."""
    x, y, half, res = *centre, size_m / 2, tile.resolution_m
    cols = _span(x - half - tile.left, x + half - tile.left, res)
    rows = _span(tile.top - y - half, tile.top - y + half, res)
    return Crop(*_limited(cols, tile.width), *_limited(rows, tile.height))


def _span(low: float, high: float, res: int) -> tuple[int, int]:
    return math.floor((low + _NOISE_M) / res), math.ceil((high - _NOISE_M) / res)


def _limited(span: tuple[int, int], size: Optional[int]) -> tuple[int, int]:
    return span if size is None else (max(0, span[0]), min(size, span[1]))


def blanked(raster: Raster, centre: tuple[float, float], size_m: float) -> Raster:
    """Zero where the centre of a pixel lies outside the square."""
    import numpy as np

    res, half = raster.resolution_m, size_m / 2
    height, width = raster.pixels.shape
    xs = raster.left + res * (np.arange(width) + 0.5)
    ys = raster.top - res * (np.arange(height) + 0.5)
    inside = (abs(ys - centre[1]) <= half)[:, None] & (abs(xs - centre[0]) <= half)
    pixels = np.where(inside, raster.pixels, 0).astype(raster.pixels.dtype)
    return Raster(pixels, raster.left, raster.top, res, raster.epsg)


def cut(product: Product, band: str, square: Square) -> Optional[Raster]:
    """The chip of one band; None where the service makes none."""
    resolution = resolution_of(band)
    if resolution is None or (product.files and band not in product.files):
        return None
    if band == "SCL" and product.level == "LEVEL1C":
        return None
    epsg = zone_of(product, square.lat)
    centre = centre_of(square, epsg)
    tile = _tile_of(product, band, resolution)
    crop = crop_of(centre, square.size_m, tile)
    if crop.is_empty:
        return None
    raw = _read(product.files[band], crop) if product.files else _made_up(product, band, tile, crop)
    if band in product.lacks_offset:
        raw = (raw + BASELINE_OFFSET * (raw > 0)).astype(raw.dtype)
    left = tile.left + crop.first_col * resolution
    top = tile.top - crop.first_row * resolution
    return blanked(Raster(raw, left, top, resolution, epsg), centre, square.size_m)


def _tile_of(product: Product, band: str, resolution: int) -> Tile:
    if product.files:
        return _tile_of_file(product.files[band])
    if product.corner is None:
        return Tile(*_MADE_UP_ORIGIN, resolution)
    return Tile(*product.corner, resolution, _TILE_M // resolution, _TILE_M // resolution)


@lru_cache(maxsize=2048)
def _tile_of_file(path: Path) -> Tile:
    import rasterio

    with rasterio.open(path) as dataset:
        at = dataset.transform
        return Tile(at.c, at.f, round(at.a), dataset.width, dataset.height)


@lru_cache(maxsize=2048)
def _read(path: Path, crop: Crop) -> NDArray[Any]:
    """Pixels of a file; remembered, for tests ask for the same ones again and again."""
    import rasterio

    rows, cols = (crop.first_row, crop.last_row), (crop.first_col, crop.last_col)
    with rasterio.open(path) as dataset:
        pixels: NDArray[Any] = dataset.read(1, window=(rows, cols))
        return pixels


def made_up_dn(product_id: str, band: str) -> int:
    """DN of all pixels of a made-up band: 16 times the day of the year, and the band's place."""
    from datetime import datetime

    day = datetime.strptime(product_id.split("_")[-5][:8], "%Y%m%d")  # noqa: DTZ007
    return 16 * day.timetuple().tm_yday + sorted((*TEN_METRES, *TWENTY_METRES)).index(band) + 1


def _made_up(product: Product, band: str, tile: Tile, crop: Crop) -> NDArray[Any]:
    import numpy as np

    shape = (crop.last_row - crop.first_row, crop.last_col - crop.first_col)
    if band == "SCL":
        pixels = _made_up_classes(product, crop)
    else:
        pixels = np.full(shape, made_up_dn(product.id, band), np.uint16)
    if tile.width is not None:
        seen = tile.width - _SWATH_GAP_M // tile.resolution_m
        pixels[:, max(0, seen - crop.first_col) :] = 0
    return pixels


def _made_up_classes(product: Product, crop: Crop) -> NDArray[Any]:
    """One class, or several scattered in the shares wanted, the same in every chip."""
    import numpy as np

    counts = product.scl if isinstance(product.scl, Mapping) else {str(product.scl): 1}
    deck = np.repeat([int(code) for code in counts], list(counts.values())).astype(np.uint8)
    cols = np.arange(crop.first_col, crop.last_col)
    rows = np.arange(crop.first_row, crop.last_row)
    drawn: NDArray[Any] = deck[(cols * 61 + rows[:, None] * 97) % deck.size]
    return drawn


@lru_cache(maxsize=64)
def _projection(epsg: int) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(4326, epsg, always_xy=True)


def as_geotiff(raster: Raster) -> bytes:
    """A plain GeoTIFF: one band, striped, not compressed, no nodata tag."""
    from affine import Affine
    from rasterio.io import MemoryFile

    height, width = raster.pixels.shape
    res = raster.resolution_m
    with MemoryFile() as memory:
        with memory.open(
            driver="GTiff",
            width=width,
            height=height,
            count=1,
            dtype=raster.pixels.dtype,
            crs=f"EPSG:{raster.epsg}",
            transform=Affine(res, 0, raster.left, 0, -res, raster.top),
        ) as dataset:
            dataset.write(raster.pixels, 1)
        return bytes(memory.read())
