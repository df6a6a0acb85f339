"""Pixels of products without files: they tell date and band, so that mix-ups show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .catalogue import Product, sensing_of
from .lattice import TEN_METRES, TWENTY_METRES, Crop, Tile

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SWATH_GAP_M = 4_000
"""The east of a made-up tile that the satellite did not see."""


def made_up_dn(product_id: str, band: str) -> int:
    """DN of all pixels of a made-up band: 16 times the day of the year, and the band's place."""
    day = datetime.strptime(sensing_of(product_id)[:8], "%Y%m%d")  # noqa: DTZ007
    return 16 * day.timetuple().tm_yday + sorted((*TEN_METRES, *TWENTY_METRES)).index(band) + 1


def made_up_pixels(product: Product, band: str, tile: Tile, crop: Crop) -> NDArray[Any]:
    """A piece of a band, zero where the satellite did not look."""
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
