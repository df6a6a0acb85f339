"""What a chip says of one spot: reflectance of the bands shown, the index, the class."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..sentinel2.bands import BANDS
from .indices import Index, compute, reflectance

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model import Chip
    from .look import Look

SCL = "SCL"


@dataclass(frozen=True)
class PixelValues:
    """The values under a point of a chip, each of the pixel of its own band.

    Attributes:
        reflectances: by band of the look, in its order; None where there is no data.
        index: of a look that shows one; None where it is unknown.
        class_code: of the SCL; None if the chip has none.
    """

    reflectances: Mapping[str, float | None] = field(default_factory=dict)
    index: float | None = None
    class_code: int | None = None


def values_at(chip: Chip, look: Look, *, x: float, y: float) -> PixelValues:
    """The values at a spot; a few numbers are looked up, whatever the chip's size.

    Args:
        chip: bands that it lacks are left out.
        look: the bands that count.
        x, y: fractions of the chip's width and height from its upper left corner, 0 <= x, y < 1.
    """
    spots = {
        band: _pixel(chip.bands[band], x, y) for band in (*look.bands, SCL) if band in chip.bands
    }
    measured = {
        band: reflectance(pixel, scale=scale, offset=offset)
        for band, pixel in spots.items()
        if BANDS[band].reflective
        for scale, offset in (chip.scales[band],)
    }
    shows = look.shows
    is_index = isinstance(shows, Index) and set(shows.bands) <= set(measured)
    return PixelValues(
        {band: _number(value) for band, value in measured.items()},
        _number(compute(shows, measured)) if is_index and isinstance(shows, Index) else None,
        int(spots[SCL][0, 0]) if SCL in spots else None,
    )


def _pixel(values: NDArray[np.generic], x: float, y: float) -> NDArray[np.generic]:
    """[1, 1]: the pixel that contains the spot."""
    height, width = values.shape
    row = min(max(int(y * height), 0), height - 1)
    column = min(max(int(x * width), 0), width - 1)
    return values[row : row + 1, column : column + 1]


def _number(values: NDArray[np.float32]) -> float | None:
    number = float(values[0, 0])
    return number if math.isfinite(number) else None
