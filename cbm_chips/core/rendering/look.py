"""How the chips of a place are shown as a composite: one rule wherever there are pictures.

Thumbnails, layers, sheets and written pictures all get their limits here. Percentiles are taken
of the pixels that show ground: clouds, their shadows and no data, by the SCL, are left out, else a
cloud beside a clear parcel would darken the whole series.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Union, overload

from ..model import Chip
from ..sentinel2.bands import BANDS
from .composites import BandTriple, by_centres, layers
from .stretch import NO_LIMITS, Absolute, Limits, Lut, limits, pool_of, render, shared_limits

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .stretch import Layers, Valid

LEAST_GROUND = 0.05
"""Of a chip's valid pixels: fewer that show ground say nothing of how bright it is."""


@dataclass(frozen=True)
class CompositeLook:
    """Three bands and their stretch.

    Attributes:
        bands: shown as red, green, blue.
        lut: percentiles or absolute values.
        is_shared: one stretch for all dates, instead of one for each.
    """

    bands: BandTriple
    lut: Lut
    is_shared: bool

    def renderer(self, series: Iterable[Chip]) -> Renderer:
        """What shows the chips of a series; nothing is computed yet."""
        return Renderer(self, tuple(series))


@dataclass(frozen=True)
class Renderer:
    """Shows chips in one look; `series` are the dates that a shared stretch may come from."""

    look: CompositeLook
    series: tuple[Chip, ...]

    def has_bands_of(self, chip: Chip) -> bool:
        """False if the chip lacks one of the three bands: it can't be shown."""
        return set(self.look.bands) <= set(chip.bands)

    def limits_of(self, chip: Chip) -> Limits:
        """What becomes 0 and 255 of a chip that has the bands."""
        if self.look.is_shared:
            return self._common
        values, valid = _layers(chip, self.look.bands)
        return self._own(chip, values, valid)

    def rgba_of(self, chip: Chip) -> NDArray[np.uint8]:
        """The picture, uint8 [h, w, 4].

        Raises:
            RequestError: field `bands`, when the chip lacks one of them.
        """
        values, valid = _layers(chip, self.look.bands)
        found = self._common if self.look.is_shared else self._own(chip, values, valid)
        return render(values, valid, limits=found)

    def _own(self, chip: Chip, values: Layers, valid: Valid) -> Limits:
        if isinstance(self.look.lut, Absolute):
            return self.look.lut.pairs
        ground = _ground(chip, valid, self.look.bands)
        return limits(self.look.lut, values, valid=valid if ground is None else ground)

    @cached_property
    def _common(self) -> Limits:
        """Chips without the bands are no part of the pool, whatever their flag."""
        if isinstance(self.look.lut, Absolute):
            return self.look.lut.pairs
        pool = pool_of(filter(self.has_bands_of, self.series))
        by_ground = shared_limits(self.look.lut, _Pool(pool, self.look.bands))
        if by_ground != NO_LIMITS:
            return by_ground
        return shared_limits(self.look.lut, _Pool(pool, self.look.bands, is_all=True))


class _Pool(Sequence["tuple[Layers, Valid]"]):
    """The layers of a series, and which pixels count; made when asked for and not kept."""

    def __init__(self, chips: Sequence[Chip], bands: BandTriple, *, is_all: bool = False) -> None:
        self._chips, self._bands, self._is_all = chips, bands, is_all

    def __len__(self) -> int:
        return len(self._chips)

    @overload
    def __getitem__(self, index: int) -> tuple[Layers, Valid]: ...

    @overload
    def __getitem__(self, index: slice) -> _Pool: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[tuple[Layers, Valid], _Pool]:
        if isinstance(index, slice):
            return _Pool(self._chips[index], self._bands, is_all=self._is_all)
        chip = self._chips[index]
        values, valid = _layers(chip, self._bands)
        if self._is_all:
            return values, valid
        ground = _ground(chip, valid, self._bands)
        return values, valid ^ valid if ground is None else ground


def _layers(chip: Chip, bands: BandTriple) -> tuple[Layers, Valid]:
    return layers(chip.bands, bands, scales=chip.scales)


def _ground(chip: Chip, valid: Valid, bands: BandTriple) -> Valid | None:
    return ground(valid, chip.bad_pixels, resolution_m=BANDS[bands[0]].chip_resolution_m)


def ground(valid: Valid, bad: Valid | None, *, resolution_m: int) -> Valid | None:
    """The valid pixels that show ground; None where they are too few to go by.

    Args:
        valid: [h, w] in pixels of `resolution_m`, True where there is data.
        bad: the same ground at 20 m, True for clouds, no data and the like; None if unknown.
        resolution_m: 10 or 20.
    """
    if bad is None:
        return valid
    import numpy as np

    step = (resolution_m, BANDS["SCL"].chip_resolution_m)
    shown: Valid = valid & (by_centres(bad, valid.shape, step=step) == 0)
    least = max(LEAST_GROUND * np.count_nonzero(valid), 1)
    return shown if np.count_nonzero(shown) >= least else None
