"""Sentinel-2's bands and processing levels as tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..reasons import Reason

LEVELS = ("LEVEL2A", "LEVEL1C")
EITHER_LEVEL = Reason("{first} or {second}", first=LEVELS[0], second=LEVELS[1])


@dataclass(frozen=True)
class Band:
    """One band of the MSI instrument, the scene classification, or Sen2Cor's cloud probability.

    Attributes:
        name: ESA's name, `B02` ... `B12`, `B8A`, `SCL` or `CLD`.
        resolution_m: pixel size of the original.
        chip_resolution_m: pixel size in a chip. 60 m bands never fit a chip's edges, so they
            are put on the 20 m grid, of which each 60 m pixel covers 3 x 3 exactly.
        wavelength_nm: centre (S2A), None for SCL.
        common_name: the STAC `common_name` where the word means this band and no other.
        levels: the processing levels of which it can be asked for; none for what is only read
            beside the bands.
        reflective: False where values are classes, which have neither scale nor offset.
    """

    name: str
    resolution_m: int
    chip_resolution_m: int
    wavelength_nm: int | None
    common_name: str | None
    levels: tuple[str, ...] = LEVELS
    reflective: bool = True


_ROWS = (
    Band("B01", 60, 20, 443, "coastal"),
    Band("B02", 10, 10, 492, "blue"),
    Band("B03", 10, 10, 560, "green"),
    Band("B04", 10, 10, 665, "red"),
    Band("B05", 20, 20, 704, "rededge1"),
    Band("B06", 20, 20, 741, "rededge2"),
    Band("B07", 20, 20, 783, "rededge3"),
    Band("B08", 10, 10, 833, "nir"),
    Band("B8A", 20, 20, 865, "nir08"),
    Band("B09", 60, 20, 945, "nir09"),
    Band("B10", 60, 20, 1374, "cirrus", levels=("LEVEL1C",)),
    Band("B11", 20, 20, 1614, "swir16"),
    Band("B12", 20, 20, 2202, "swir22"),
    Band("SCL", 20, 20, None, "scl", levels=("LEVEL2A",), reflective=False),
    Band("CLD", 20, 20, None, "cloud", levels=(), reflective=False),
)

BANDS: dict[str, Band] = {band.name: band for band in _ROWS}

DEFAULT_SCALE = 0.0001
"""Reflectance per DN, for every Sentinel-2 product so far (ESA product format)."""

BASELINE_OFFSET = -0.1
"""Reflectance offset of processing baseline 04.00 and later (BOA_ADD_OFFSET -1000 DN)."""

FIRST_BASELINE_WITH_OFFSET = (4, 0)
"""As (major, minor); before it the offset is 0."""

FIRST_DAY_WITH_OFFSET = date(2022, 1, 25)
"""From then on ESA made products of such a baseline; older dates have been processed anew since."""


def offset_by_baseline(baseline: tuple[int, int]) -> float:
    """Reflectance offset of a product of this baseline, as ESA made it."""
    return BASELINE_OFFSET if baseline >= FIRST_BASELINE_WITH_OFFSET else 0.0
