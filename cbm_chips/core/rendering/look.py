"""How the chips of a place are shown: one rule for thumbnails, layers, HTML pages and GeoTIFFs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Union

from ..model import Chip
from .class_renderer import CLASSIFICATION, Classification, ClassRenderer
from .composite_renderer import CompositeRenderer
from .composites import COMPOSITES, DEFAULT_COMPOSITE, Composite
from .index_renderer import IndexRenderer
from .indices import Index, find_index
from .stretch import Lut, Percentiles

Renderer = Union[CompositeRenderer, IndexRenderer, ClassRenderer]
OneBand = Union[Index, Classification]
"""What is shown as one value or class per pixel: it has colours of its own, and no stretch."""

DEFAULT_LUT = Percentiles(5.0, 95.0)


@dataclass(frozen=True)
class Look:
    """A composite with its stretch, an index with its colour ramp, or the classes of the SCL.

    Attributes:
        shows: the composite, index or classification.
        lut: of a composite: percentiles or absolute values.
        is_shared: of a composite: one stretch for all dates, instead of one for each.
    """

    shows: Union[Composite, OneBand] = COMPOSITES[DEFAULT_COMPOSITE]
    lut: Lut = DEFAULT_LUT
    is_shared: bool = True

    @property
    def bands(self) -> tuple[str, ...]:
        """The bands that a chip needs to be shown, each once."""
        return tuple(dict.fromkeys(self.shows.bands))

    @property
    def depends_on_series(self) -> bool:
        """True if the picture of a date changes with the other dates of its series."""
        return (
            self.is_shared
            and isinstance(self.shows, Composite)
            and isinstance(self.lut, Percentiles)
        )

    def missing_bands(self, chip: Chip) -> tuple[str, ...]:
        """The bands that the chip lacks; empty if it can be shown."""
        return tuple(band for band in self.bands if band not in chip.bands)

    def renderer(self, series: Iterable[Chip]) -> Renderer:
        """What makes the pictures; nothing is computed yet.

        Args:
            series: the dates that a shared stretch may be taken from.
        """
        if isinstance(self.shows, Index):
            return IndexRenderer(self.shows)
        if isinstance(self.shows, Classification):
            return ClassRenderer(self.shows)
        return CompositeRenderer(self.shows, self.lut, self.is_shared, tuple(series))


def find_one_band(name: str) -> OneBand:
    """An index, or the classification, by its name in either case.

    Raises:
        RequestError: field `index`, when there is none of this name.
    """
    if name.strip().upper() == CLASSIFICATION.name:
        return CLASSIFICATION
    return find_index(name)
