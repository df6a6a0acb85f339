"""What changed between two dates: an index of the second minus the same index of the first."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import ChipsError
from ..model import Chip, Grid
from ..reasons import Reason
from ..sentinel2.bands import BANDS
from .color_ramps import color_table, colorize
from .composites import by_centres
from .indices import Index, index_of_chip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RAMP = "BrBG"
"""Brown for less, green for more, which all eyes can tell apart; almost white for no change."""
THRESHOLD_SHARE = 0.1
"""Of the index's range, from which on a change counts: 0.2 for NDVI, as a dip that is suspect."""
LIMIT_SHARE = 0.3
"""Of the index's range, where the colours end: the same for all dates, so that pictures compare."""


class CompareError(ChipsError):
    """Two dates that can't be compared."""


@dataclass(frozen=True, eq=False)
class IndexDifference:
    """Second minus first.

    Attributes:
        index: what is compared.
        first, second: the dates.
        grid: of the values, in pixels of the index's resolution.
        values: float32[h, w]; nan wherever one of both dates is unknown.
    """

    index: Index
    first: Chip
    second: Chip
    grid: Grid
    values: NDArray[np.float32] = field(repr=False)

    @property
    def name(self) -> str:
        """`NDVI_difference`: the last part of its file's name."""
        return f"{self.index.name}_difference"

    @property
    def limit(self) -> float:
        """The change, up or down, that gets the last colour."""
        return _share(self.index, LIMIT_SHARE)

    @property
    def threshold(self) -> float:
        """The change, up or down, from which on it counts."""
        return _share(self.index, THRESHOLD_SHARE)

    def at(self, x: float, y: float) -> float | None:
        """The change at a spot, 0 <= x, y < 1, fractions from the upper left; None where nan."""
        row, column = int(y * self.grid.height_px), int(x * self.grid.width_px)
        value = float(self.values[row, column])
        return value if math.isfinite(value) else None

    @cached_property
    def rgba(self) -> NDArray[np.uint8]:
        """The picture, uint8 [h, w, 4], symmetric around no change; transparent where nan."""
        return colorize(self.values, color_table(RAMP), value_range=(-self.limit, self.limit))


def index_difference(
    index: Index, first: Chip, second: Chip, *, clear_only: bool = True
) -> IndexDifference:
    """The index of `second` minus that of `first`, pixel by pixel, on reflectance.

    Args:
        index: a row of `INDICES`.
        first, second: chips of one grid; each with its own scale and offset.
        clear_only: leave out what the scene classification of either date calls cloud, shadow or
            the like, as such a difference says nothing of the ground. A date without it is taken
            as it is.

    Raises:
        CompareError: the chips have not the same grid.
        RequestError: field `bands`, when a chip lacks a band of the index.
    """
    import numpy as np

    if first.grid != second.grid:
        raise CompareError(Reason("These two dates do not have the same pixels."))
    values = [index_of_chip(index, chip.bands, scales=chip.scales) for chip in (first, second)]
    is_known = np.isfinite(values[0]) & np.isfinite(values[1])
    if clear_only:
        for chip in (first, second):
            is_known &= ~_bad(chip, is_known.shape, index.resolution_m)
    difference = np.where(is_known, values[1] - values[0], np.float32(np.nan))
    grid = first.grid.at(index.resolution_m)
    return IndexDifference(index, first, second, grid, difference.astype(np.float32))


def _bad(chip: Chip, shape: tuple[int, ...], resolution_m: int) -> NDArray[np.bool_]:
    import numpy as np

    if chip.bad_pixels is None:
        return np.zeros(shape, dtype=bool)
    step = (resolution_m, BANDS["SCL"].chip_resolution_m)
    return by_centres(chip.bad_pixels, shape, step=step).astype(bool)


def _share(index: Index, share: float) -> float:
    low, high = index.value_range
    return round(share * (high - low), 6)
