"""Pixels of products without files: they tell date and band, so that mix-ups show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from .catalogue import Product, sensing_of
from .lattice import TEN_METRES, TWENTY_METRES, Crop, Tile

if TYPE_CHECKING:
    from numpy.typing import NDArray

Ring = tuple[tuple[float, float], ...]
_SWATH_GAP_M = 4_000
"""The east of a made-up tile that the satellite did not see."""


def made_up_dn(product_id: str, band: str) -> int:
    """DN of all pixels of a made-up band: 16 times the day of the year, and the band's place."""
    day = datetime.strptime(sensing_of(product_id)[:8], "%Y%m%d")  # noqa: DTZ007
    return 16 * day.timetuple().tm_yday + sorted((*TEN_METRES, *TWENTY_METRES)).index(band) + 1


def made_up_pixels(
    product: Product, band: str, tile: Tile, crop: Crop, *, epsg: int
) -> NDArray[Any]:
    """A piece of a band, zero where the satellite did not look."""
    import numpy as np

    shape = (crop.last_row - crop.first_row, crop.last_col - crop.first_col)
    if band == "SCL":
        pixels = _made_up_classes(product, tile, crop, epsg)
    else:
        pixels = np.full(shape, made_up_dn(product.id, band), np.uint16)
    if tile.width is not None:
        seen = tile.width - _SWATH_GAP_M // tile.resolution_m
        pixels[:, max(0, seen - crop.first_col) :] = 0
    return pixels


def _made_up_classes(product: Product, tile: Tile, crop: Crop, epsg: int) -> NDArray[Any]:
    """One class, or several scattered in the shares wanted, the same in every chip."""
    import numpy as np

    counts = product.scl if isinstance(product.scl, Mapping) else {str(product.scl): 1}
    deck = np.repeat([int(code) for code in counts], list(counts.values())).astype(np.uint8)
    cols = np.arange(crop.first_col, crop.last_col)
    rows = np.arange(crop.first_row, crop.last_row)
    drawn: NDArray[Any] = deck[(cols * 61 + rows[:, None] * 97) % deck.size]
    if product.painted is not None:
        numbers = _numbered(product.painted, epsg, tile, crop)
        drawn = np.where(numbers >= 0, deck[numbers % deck.size], drawn)
    return drawn


@lru_cache(maxsize=64)
def _numbered(ring: Ring, epsg: int, tile: Tile, crop: Crop) -> NDArray[Any]:
    """The pixels whose centre lies in a ring, numbered row by row; -1 for all others.

    They have the same numbers in every chip, also in one that holds a part of the ring only.
    """
    import numpy as np
    from affine import Affine
    from rasterio.features import geometry_mask
    from rasterio.warp import transform_geom

    outline = transform_geom(
        "EPSG:4326", f"EPSG:{epsg}", {"type": "Polygon", "coordinates": [ring]}
    )
    xs, ys = zip(*outline["coordinates"][0])
    res = tile.resolution_m
    left, right = (min(xs) - tile.left) // res, (max(xs) - tile.left) // res + 1
    top, bottom = (tile.top - max(ys)) // res, (tile.top - min(ys)) // res + 1
    shape = (int(bottom - top), int(right - left))
    at = Affine(res, 0, tile.left + left * res, 0, -res, tile.top - top * res)
    inside = geometry_mask([outline], shape, at, invert=True)
    whole = np.where(inside, np.cumsum(inside).reshape(shape) - 1, -1)
    numbers = np.full((crop.last_row - crop.first_row, crop.last_col - crop.first_col), -1)
    for row in range(shape[0]):
        for col in range(shape[1]):
            y, x = int(top) + row - crop.first_row, int(left) + col - crop.first_col
            if 0 <= y < numbers.shape[0] and 0 <= x < numbers.shape[1]:
                numbers[y, x] = whole[row, col]
    return numbers
