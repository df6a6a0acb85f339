"""Chips -> pictures of three bands, with a stretch of each chip or one for all dates of a place.

Percentiles are taken from clear pixels only, by the SCL: a cloud beside a clear parcel would
otherwise darken the whole series.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Union, overload

from ..model import Chip
from .clear_pixels import clear_pixels
from .composites import Composite, stack_bands
from .stretch import (
    NO_LIMITS,
    Absolute,
    Limits,
    Lut,
    limits,
    pool_of,
    render,
    shared_limits,
    stretch_name,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .stretch import Stack, Valid


@dataclass(frozen=True)
class CompositeRenderer:
    """Renders chips as a composite.

    Attributes:
        shows: the three bands.
        lut: percentiles or absolute values.
        is_shared: one stretch for all dates, instead of one for each.
        series: the dates that a shared stretch may be taken from.
    """

    shows: Composite
    lut: Lut
    is_shared: bool
    series: tuple[Chip, ...]

    @property
    def lut_name(self) -> str:
        """How values become colours, for the tags of files: `5_95 (series)`."""
        return f"{self.lut} ({stretch_name(is_shared=self.is_shared)})"

    def limits_of(self, chip: Chip) -> Limits:
        """The values of a chip that become 0 and 255.

        Raises:
            RequestError: field `bands`, when the chip lacks one of the three.
        """
        if self.is_shared:
            return self._common
        values, valid = self._stacked(chip)
        return self._own(chip, values, valid)

    def rgba_of(self, chip: Chip) -> NDArray[np.uint8]:
        """The picture, uint8 [h, w, 4].

        Raises:
            RequestError: field `bands`, when the chip lacks one of the three.
        """
        return self.rendered(chip)[0]

    def rendered(self, chip: Chip) -> tuple[NDArray[np.uint8], Limits]:
        """`rgba_of` and `limits_of` in one go."""
        values, valid = self._stacked(chip)
        found = self._common if self.is_shared else self._own(chip, values, valid)
        return render(values, valid, limits=found), found

    def _stacked(self, chip: Chip) -> tuple[Stack, Valid]:
        return stack_bands(chip.bands, self.shows.bands, scales=chip.scales)

    def _own(self, chip: Chip, values: Stack, valid: Valid) -> Limits:
        if isinstance(self.lut, Absolute):
            return self.lut.pairs
        clear = _clear(chip, valid, self.shows)
        return limits(self.lut, values, valid=valid if clear is None else clear)

    @cached_property
    def _common(self) -> Limits:
        """First the chips that have the three bands, then the clear ones of those.

        In the other order, a clear date that lacks a band would leave the pool empty.
        """
        if isinstance(self.lut, Absolute):
            return self.lut.pairs
        wanted = set(self.shows.bands)
        pool = pool_of(chip for chip in self.series if wanted <= set(chip.bands))
        by_clear = shared_limits(self.lut, _Pool(pool, self.shows))
        if by_clear != NO_LIMITS:
            return by_clear
        return shared_limits(self.lut, _Pool(pool, self.shows, is_all=True))


class _Pool(Sequence["tuple[Stack, Valid]"]):
    """Values and clear pixels of each chip of a series, computed on access and not kept."""

    def __init__(
        self, chips: Sequence[Chip], composite: Composite, *, is_all: bool = False
    ) -> None:
        self._chips, self._composite, self._is_all = chips, composite, is_all

    def __len__(self) -> int:
        return len(self._chips)

    @overload
    def __getitem__(self, index: int) -> tuple[Stack, Valid]: ...

    @overload
    def __getitem__(self, index: slice) -> _Pool: ...

    def __getitem__(self, index: Union[int, slice]) -> Union[tuple[Stack, Valid], _Pool]:
        if isinstance(index, slice):
            return _Pool(self._chips[index], self._composite, is_all=self._is_all)
        chip = self._chips[index]
        values, valid = stack_bands(chip.bands, self._composite.bands, scales=chip.scales)
        if self._is_all:
            return values, valid
        clear = _clear(chip, valid, self._composite)
        return values, valid ^ valid if clear is None else clear


def _clear(chip: Chip, valid: Valid, composite: Composite) -> Valid | None:
    return clear_pixels(valid, chip.bad_pixels, resolution_m=composite.resolution_m)
