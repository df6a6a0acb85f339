"""How the service cuts: the outermost pixels of a square in the tile's own zone.

The square is drawn around the projected point and not snapped; pixels whose centre lies outside
it are zero, so that most chips are a row and a column too large, and those are zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from .catalogue import BASELINE_OFFSET, Product, Square
from .lattice import Crop, Tile, crop_of, resolution_of
from .made_up import made_up_pixels

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TILE_M = 109_800
_MADE_UP_ORIGIN = (600_000.0, 5_900_040.0)
_PIXEL_SIZE, _TIE_POINT = 33550, 33922
"""Tags of a GeoTIFF."""


@dataclass(frozen=True)
class Raster:
    """A piece of a band: pixels and where they lie."""

    pixels: NDArray[Any]
    left: float
    top: float
    resolution_m: int
    epsg: int


def centre_of(square: Square, epsg: int) -> tuple[float, float]:
    """The point in the tile's zone."""
    x, y = _projection(epsg).transform(square.lon, square.lat)
    return float(x), float(y)


def zone_of(product: Product, lat: float) -> int:
    """EPSG code: the zone by the tile's name, the hemisphere by the sign of the latitude."""
    return (32600 if lat > 0 else 32700) + product.zone


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
    left = tile.left + crop.first_col * resolution
    top = tile.top - crop.first_row * resolution
    whole = Raster(_dn(product, band, tile, crop, epsg), left, top, resolution, epsg)
    return blanked(whole, centre, square.size_m)


def _dn(product: Product, band: str, tile: Tile, crop: Crop, epsg: int) -> NDArray[Any]:
    """Numbers as the original product has them."""
    if not product.files:
        return made_up_pixels(product, band, tile, crop, epsg=epsg)
    pixels = _opened(product.files[band])[1]
    pixels = pixels[crop.first_row : crop.last_row, crop.first_col : crop.last_col]
    if band not in product.lacks_offset:
        return pixels
    raised: NDArray[Any] = (pixels + BASELINE_OFFSET * (pixels > 0)).astype(pixels.dtype)
    return raised


def _tile_of(product: Product, band: str, resolution: int) -> Tile:
    if product.files:
        return _opened(product.files[band])[0]
    if product.corner is None:
        return Tile(*_MADE_UP_ORIGIN, resolution)
    return Tile(*product.corner, resolution, _TILE_M // resolution, _TILE_M // resolution)


@lru_cache(maxsize=512)
def _opened(path: Path) -> tuple[Tile, NDArray[Any]]:
    """A file's lattice and pixels, remembered: tests ask for the same again and again.

    By Pillow, for which an archive's plain files are no work; rasterio takes three times as long.
    """
    import numpy as np
    from PIL import Image

    with Image.open(path) as image:
        pixel_m, (*_, left, top, _) = image.tag_v2[_PIXEL_SIZE][0], image.tag_v2[_TIE_POINT]
        tile = Tile(left, top, round(pixel_m), *image.size)
        return tile, np.asarray(image)


@lru_cache(maxsize=64)
def _projection(epsg: int) -> Any:
    from pyproj import Transformer

    return Transformer.from_crs(4326, epsg, always_xy=True)


def as_geotiff(raster: Raster) -> bytes:
    """A plain GeoTIFF: one band, striped, not compressed, no nodata tag."""
    place = (raster.left, raster.top, raster.resolution_m, raster.epsg)
    return _head(raster.pixels.shape, raster.pixels.dtype.name, *place) + raster.pixels.tobytes()


@lru_cache(maxsize=512)
def _head(
    shape: tuple[int, int], dtype: str, left: float, top: float, res: int, epsg: int
) -> bytes:
    """What GDAL writes before the pixels: the same for all dates and bands of a chip."""
    import numpy as np
    from affine import Affine
    from rasterio.io import MemoryFile

    marked = (np.arange(shape[0] * shape[1]) % 251 + 1).astype(dtype).reshape(shape)
    with MemoryFile() as memory:
        with memory.open(
            driver="GTiff",
            width=shape[1],
            height=shape[0],
            count=1,
            dtype=dtype,
            crs=f"EPSG:{epsg}",
            transform=Affine(res, 0, left, 0, -res, top),
        ) as dataset:
            dataset.write(marked, 1)
        whole, pixels = bytes(memory.read()), marked.tobytes()
    assert whole.endswith(pixels), "they are not in one piece"
    return whole[: -len(pixels)]
