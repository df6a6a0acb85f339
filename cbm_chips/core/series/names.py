"""What a series can be of: an index or a band, the bands it takes, its unit."""

from __future__ import annotations

from collections.abc import Iterable

from ..rendering.indices import INDICES
from ..sentinel2.bands import BANDS
from .values import INDEX, REFLECTANCE


def all_names() -> tuple[str, ...]:
    """Indices, then bands."""
    return (*INDICES, *(name for name, band in BANDS.items() if band.reflective))


def bands_of(*names: str) -> tuple[str, ...]:
    """The bands that indices and bands of these names need."""
    each = (INDICES[name].bands if name in INDICES else (name,) for name in names)
    return tuple(dict.fromkeys(band for bands in each for band in bands))


def unit_of(name: str) -> str:
    """Of an index or a band."""
    return INDEX if name in INDICES else REFLECTANCE


def known(names: Iterable[str]) -> tuple[str, ...]:
    """Those that there are, such as of a list that was kept."""
    some = set(all_names())
    return tuple(name for name in dict.fromkeys(names) if name in some)
