"""The pictures of one place's dates on a page, and what the page says of how they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, Union

from ...model import Chip, FailedChip
from ...rendering.composites import Composite
from ...rendering.indices import Index
from ...rendering.look import Look, Renderer
from ...rendering.stretch import Percentiles
from ...sentinel2.scl import CloudFlag
from .verdict_marks import mark_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Rgba = NDArray[np.uint8]

Result = Union[Chip, FailedChip]

_STRETCHES = {False: "each chip for itself", True: "one stretch for all dates of a place"}


class SeriesPictures(Protocol):
    """The pictures of the chips of one place."""

    @property
    def shown(self) -> str:
        """What is shown, for people: `Natural colour, B04_B03_B02`."""

    @property
    def stretch(self) -> str:
        """How values become colours, for people."""

    def missing_reason(self, result: Result) -> str:
        """Why there is no picture; empty if there is one."""

    def rgba_of(self, chip: Chip) -> Rgba:
        """The picture, uint8 [h, w, 4]; only where `missing_reason` is empty."""


@dataclass(frozen=True)
class RenderedPictures:
    """Pictures rendered from the bands of the chips."""

    dates: Sequence[Result]
    look: Look

    @property
    def shown(self) -> str:
        """See `SeriesPictures`."""
        return title_of(self.look.shows)

    @property
    def stretch(self) -> str:
        """See `SeriesPictures`."""
        shows = self.look.shows
        if isinstance(shows, Index):
            low, high = shows.value_range
            return f"{low:g} to {high:g} in the colours of {shows.ramp}"
        return stretch_text(self.look, self._shown)

    def missing_reason(self, result: Result) -> str:
        """See `SeriesPictures`."""
        if isinstance(result, FailedChip):
            return result.reason or mark_of(result).word
        missing = self.look.missing_bands(result)
        return "; ".join(f"{band}: {result.failures.get(band, 'not read')}" for band in missing)

    def rgba_of(self, chip: Chip) -> Rgba:
        """See `SeriesPictures`."""
        return self._renderer.rgba_of(chip)

    @cached_property
    def _shown(self) -> list[Chip]:
        return [
            date for date in self.dates if isinstance(date, Chip) and not self.missing_reason(date)
        ]

    @cached_property
    def _renderer(self) -> Renderer:
        return self.look.renderer(self._shown)


def stretch_text(look: Look, chips: Sequence[Chip]) -> str:
    """The stretch of a composite in words; `chips` are those shown."""
    is_by_percentiles = isinstance(look.lut, Percentiles)
    how = f"percentiles {look.lut}" if is_by_percentiles else f"LUT {look.lut}"
    by_clear = look.is_shared and any(chip.flag is CloudFlag.CLEAR for chip in chips)
    knows_clouds = any(chip.bad_pixels is not None for chip in chips)
    without = ", clouds left out" if knows_clouds and is_by_percentiles else ""
    which = _STRETCHES[look.is_shared]
    return f"{how} · {which}{', from the clear ones' if by_clear else ''}{without}"


def title_of(shows: Union[Composite, Index]) -> str:
    """`Natural colour, B04_B03_B02` or `NDVI, Normalised difference vegetation index`."""
    if isinstance(shows, Index):
        return f"{shows.name}, {shows.title}"
    return f"{shows.title}, {shows.name}" if shows.title else shows.name


def counted_words(dates: Sequence[Result]) -> str:
    """How many dates of which kind: `3 dates: 2 clear, 1 failed`."""
    counted = Counter(mark_of(date).word for date in dates)
    told = ", ".join(f"{count} {word}" for word, count in counted.most_common())
    number = f"{len(dates)} date{'' if len(dates) == 1 else 's'}"
    return f"{number}: {told}" if told else number
