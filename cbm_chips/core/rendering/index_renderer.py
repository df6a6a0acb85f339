"""Chips -> pictures of an index: its colour ramp over its value range, so that dates compare."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .color_ramps import color_table, colorize
from .indices import Index, index_of_chip

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model import Chip


@dataclass(frozen=True)
class IndexRenderer:
    """Renders chips as an index."""

    shows: Index

    @property
    def lut_name(self) -> str:
        """How values become colours, for the tags of files: the colour ramp."""
        return self.shows.ramp

    def limits_of(self, chip: Chip) -> tuple[tuple[float, float]]:
        """The values that get the first and the last colour: the same for every chip."""
        return (self.shows.value_range,)

    def rgba_of(self, chip: Chip) -> NDArray[np.uint8]:
        """The picture, uint8 [h, w, 4]; transparent black where the index is unknown.

        Raises:
            RequestError: field `bands`, when the chip lacks one of the index's.
        """
        values = index_of_chip(self.shows, chip.bands, scales=chip.scales)
        return colorize(values, self._colors, value_range=self.shows.value_range)

    def rendered(self, chip: Chip) -> tuple[NDArray[np.uint8], tuple[tuple[float, float]]]:
        """`rgba_of` and `limits_of` in one go."""
        return self.rgba_of(chip), self.limits_of(chip)

    @cached_property
    def _colors(self) -> NDArray[np.uint8]:
        return color_table(self.shows.ramp)
