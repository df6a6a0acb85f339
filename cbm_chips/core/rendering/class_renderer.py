"""Chips -> pictures of the scene classification, in ESA's colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..errors import RequestError
from ..sentinel2.bands import BANDS
from ..sentinel2.scl import NO_DATA_CODE, SCL_CLASSES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model import Chip

_CODES = 256


@dataclass(frozen=True)
class Classification:
    """The scene classification as something to be shown; there is one."""

    name: str = "SCL"
    title: str = "Scene classification"
    bands: tuple[str, ...] = ("SCL",)

    @property
    def resolution_m(self) -> int:
        """Pixel size of its pictures."""
        return BANDS[self.name].chip_resolution_m


CLASSIFICATION = Classification()


@dataclass(frozen=True)
class ClassRenderer:
    """Renders chips as classes."""

    shows: Classification = CLASSIFICATION

    @property
    def lut_name(self) -> str:
        """How values become colours, for the tags of files."""
        return self.shows.name

    def limits_of(self, chip: Chip) -> tuple[tuple[float, float]]:
        """The first and the last class."""
        return ((SCL_CLASSES[0].code, SCL_CLASSES[-1].code),)

    def rgba_of(self, chip: Chip) -> NDArray[np.uint8]:
        """The picture, uint8 [h, w, 4]; transparent where there is no data or no known class.

        Raises:
            RequestError: field `bands`, when the chip has no SCL.
        """
        if self.shows.name not in chip.bands:
            raise RequestError("bands", sorted(chip.bands), self.shows.name)
        codes = chip.bands[self.shows.name]
        picture: NDArray[np.uint8] = self._colors[codes.clip(0, _CODES - 1)]
        return picture

    def rendered(self, chip: Chip) -> tuple[NDArray[np.uint8], tuple[tuple[float, float]]]:
        """`rgba_of` and `limits_of` in one go."""
        return self.rgba_of(chip), self.limits_of(chip)

    @cached_property
    def _colors(self) -> NDArray[np.uint8]:
        import numpy as np

        table = np.zeros((_CODES, 4), np.uint8)
        for row in SCL_CLASSES:
            if row.code != NO_DATA_CODE:
                table[row.code] = (*bytes.fromhex(row.color[1:]), 255)
        return table
