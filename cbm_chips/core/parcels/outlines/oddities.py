"""What may be odd about a parcel, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Oddity(str, Enum):
    """What may be odd about a parcel."""

    NO_GEOMETRY = "no geometry"
    NO_AREA = "no area"
    NOWHERE = "nowhere"
    TOO_LARGE = "larger than a tile"
    NO_SCENES = "no scenes"
    MENDED = "mended"
    NO_ID = "no id"
    SAME_ID = "same id"
    SAME_OUTLINE = "same outline"
    SEVERAL_PARTS = "several parts"
    HOLES = "holes"
    THIN = "thin"
    OVERLAP = "overlap"


WITHOUT_NUMBERS = frozenset(
    {Oddity.NO_GEOMETRY, Oddity.NO_AREA, Oddity.NOWHERE, Oddity.TOO_LARGE, Oddity.NO_SCENES}
)
"""Such parcels have no row but the one that says why."""


@dataclass(frozen=True)
class ParcelRemark:
    """Something odd about one parcel.

    Attributes:
        parcel: its number, from 0 in the order given.
        oddity: what kind it is.
        words: the same for people, with its details.
    """

    parcel: int
    oddity: Oddity
    words: str
