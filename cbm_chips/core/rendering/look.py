"""How the chips of a place are shown: one rule for thumbnails, layers, HTML pages and GeoTIFFs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Union

from ..errors import RequestError
from ..model import Chip
from ..sentinel2.scl import CloudFlag
from .class_renderer import CLASSIFICATION, Classification, ClassRenderer
from .composite_renderer import CompositeRenderer
from .composites import COMPOSITES, DEFAULT_COMPOSITE, Composite
from .index_renderer import IndexRenderer
from .indices import Index, find_index
from .stretch import NO_LIMITS, Absolute, Lut, Percentiles

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

    def fixed_to(self, series: Iterable[Chip]) -> Look | None:
        """The same with limits taken from `series` once, so that chips of other places compare.

        The limits are those of a stretch that all dates of `series` share, in whole numbers of
        reflectance x 10 000. What has the same colours everywhere stays as it is.

        Args:
            series: the dates of one place, or of some.

        Returns:
            None where the dates give no limits: all cloudy, without the bands, or flat.
        """
        if not isinstance(self.shows, Composite) or isinstance(self.lut, Absolute):
            return self
        usable = tuple(chip for chip in series if _shows_ground(chip, self.bands))
        if not usable:
            return None
        renderer = CompositeRenderer(self.shows, self.lut, is_shared=True, series=usable)
        found = renderer.limits_of(usable[0])
        if found == NO_LIMITS:
            return None
        red, green, blue = ((round(low), round(high)) for low, high in found)
        try:
            return replace(self, lut=Absolute((red, green, blue)), is_shared=True)
        except RequestError:
            return None

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


def _shows_ground(chip: Chip, bands: tuple[str, ...]) -> bool:
    is_seen = chip.flag not in (CloudFlag.CLOUDY, CloudFlag.NO_DATA)
    return is_seen and set(bands) <= set(chip.bands)


def find_one_band(name: str) -> OneBand:
    """An index, or the classification, by its name in either case.

    Raises:
        RequestError: field `index`, when there is none of this name.
    """
    if name.strip().upper() == CLASSIFICATION.name:
        return CLASSIFICATION
    return find_index(name)
