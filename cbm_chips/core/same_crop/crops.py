"""Whether two declarations name the same crop.

HCAT, the crop list of EuroCrops, has codes of ten digits, two for each level: the first eight are
the crop (winter and spring wheat are the same), the first six its group, such as cereals. Any
other text, such as a national code or a name, is compared as a whole.
"""

from __future__ import annotations

import re
from enum import Enum

_HCAT = re.compile(r"\d{10}")
_CROP_DIGITS, _GROUP_DIGITS = 8, 6


class CropMatch(str, Enum):
    """How near two crops are."""

    SAME = "same crop"
    GROUP = "same group of crops"
    OTHER = "another crop"


def is_hcat(crop: str) -> bool:
    """The text is a code of HCAT."""
    return _HCAT.fullmatch(crop.strip()) is not None


def match(one: str, other: str) -> CropMatch:
    """How near two declared crops are; an empty text is no crop."""
    first, second = one.strip(), other.strip()
    if not first or not second:
        return CropMatch.OTHER
    if is_hcat(first) and is_hcat(second):
        if first[:_CROP_DIGITS] == second[:_CROP_DIGITS]:
            return CropMatch.SAME
        is_near = first[:_GROUP_DIGITS] == second[:_GROUP_DIGITS]
        return CropMatch.GROUP if is_near else CropMatch.OTHER
    return CropMatch.SAME if first.casefold() == second.casefold() else CropMatch.OTHER
