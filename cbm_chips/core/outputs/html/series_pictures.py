"""The pictures of one place's dates in one look, and what is to be said of that look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, Union

from ...model import Chip, FailedChip
from ...rendering.composites import COMPOSITES, BandTriple
from ...rendering.look import Renderer
from ...rendering.stretch import Percentiles
from ...sentinel2.scl import CloudFlag
from ..run_folder.kinds import STRETCHES, Look
from .verdict_marks import mark_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rgba = NDArray[np.uint8]

Result = Union[Chip, FailedChip]


class Pictures(Protocol):
    """Whoever can show the chips of a place."""

    @property
    def composite(self) -> str:
        """What is shown, for people: `Natural colour, B04_B03_B02`."""

    @property
    def stretch(self) -> str:
        """How values become colours, for people."""

    def why_not(self, result: Result) -> str:
        """Why there is no picture; empty if there is one."""

    def rgba_of(self, chip: Chip) -> Rgba:
        """The picture, uint8 [h, w, 4]; only where `why_not` is empty."""


@dataclass(frozen=True)
class CompositePictures:
    """Composites of chips. A shared stretch comes from the clear dates, if there are any."""

    dates: Sequence[Result]
    look: Look

    @property
    def composite(self) -> str:
        """See `Pictures`."""
        return composite_title(self.look.bands)

    @property
    def stretch(self) -> str:
        """See `Pictures`."""
        lut, row = self.look.lut, STRETCHES[self.look.stretch]
        how = f"percentiles {lut}" if isinstance(lut, Percentiles) else f"LUT {lut}"
        by_clear = row.is_shared and any(chip.flag is CloudFlag.CLEAR for chip in self._shown)
        no_clouds = any(chip.bad_pixels is not None for chip in self._shown)
        without = ", clouds left out" if no_clouds and isinstance(lut, Percentiles) else ""
        return f"{how} · {row.title}{', from the clear ones' if by_clear else ''}{without}"

    def why_not(self, result: Result) -> str:
        """See `Pictures`."""
        if isinstance(result, FailedChip):
            return result.reason or mark_of(result).word
        missing = [band for band in dict.fromkeys(self.look.bands) if band not in result.bands]
        return "; ".join(f"{band}: {result.failures.get(band, 'not read')}" for band in missing)

    def rgba_of(self, chip: Chip) -> Rgba:
        """See `Pictures`."""
        return self._renderer.rgba_of(chip)

    @cached_property
    def _shown(self) -> list[Chip]:
        return [date for date in self.dates if isinstance(date, Chip) and not self.why_not(date)]

    @cached_property
    def _renderer(self) -> Renderer:
        return self.look.renderer(self._shown)


def composite_title(bands: BandTriple) -> str:
    """A composite in words, then its bands in the order red, green, blue."""
    name = "_".join(bands)
    known = COMPOSITES.get(name)
    return f"{known.title}, {name}" if known else name


def counted_words(dates: Sequence[Result]) -> str:
    """How many dates of which kind: `3 dates: 2 clear, 1 failed`."""
    counted = Counter(mark_of(date).word for date in dates)
    told = ", ".join(f"{count} {word}" for word, count in counted.most_common())
    number = f"{len(dates)} date{'' if len(dates) == 1 else 's'}"
    return f"{number}: {told}" if told else number
