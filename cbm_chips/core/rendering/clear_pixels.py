"""Which pixels a stretch is taken from: those that show the surface, not a cloud or its shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..sentinel2.bands import BANDS
from .composites import by_centres

if TYPE_CHECKING:
    from .stretch import Valid

LEAST_CLEAR_SHARE = 0.05
"""Of a chip's valid pixels: fewer clear ones do not show how bright the surface is."""


def clear_pixels(valid: Valid, bad: Valid | None, *, resolution_m: int) -> Valid | None:
    """The valid pixels that are not bad; None where they are too few to take a stretch from.

    Args:
        valid: [h, w] in pixels of `resolution_m`, True where there is data.
        bad: the same square at 20 m, True for clouds, no data and the like; None if unknown, then
            all valid pixels count as clear.
        resolution_m: 10 or 20.
    """
    if bad is None:
        return valid
    import numpy as np

    step = (resolution_m, BANDS["SCL"].chip_resolution_m)
    clear: Valid = valid & (by_centres(bad, valid.shape, step=step) == 0)
    least = max(LEAST_CLEAR_SHARE * np.count_nonzero(valid), 1)
    return clear if np.count_nonzero(clear) >= least else None
