"""The scene classification (SCL) of Sentinel-2 L2A: its classes, and what they say of a parcel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from numbers import Real
from typing import TYPE_CHECKING

from ..errors import RequestError
from ..reasons import Reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NO_DATA_CODE = 0
SNOW_CODE = 11


@dataclass(frozen=True)
class SclClass:
    """One class of the scene classification.

    Attributes:
        code: the pixel value, 0 .. 11.
        name: the word for code and tables.
        label: the words for people, in English.
        color: ESA's colour for the class, `#rrggbb`.
    """

    code: int
    name: str
    label: str
    color: str


SCL_CLASSES = (
    SclClass(0, "no_data", "no data", "#000000"),
    SclClass(1, "saturated", "saturated or defective", "#ff0000"),
    SclClass(2, "dark_area", "dark area or topographic shadow", "#2f2f2f"),
    SclClass(3, "cloud_shadow", "cloud shadow", "#643200"),
    SclClass(4, "vegetation", "vegetation", "#00a000"),
    SclClass(5, "not_vegetated", "not vegetated", "#ffe65a"),
    SclClass(6, "water", "water", "#0000ff"),
    SclClass(7, "unclassified", "unclassified", "#808080"),
    SclClass(8, "cloud_medium", "cloud (medium probability)", "#c0c0c0"),
    SclClass(9, "cloud_high", "cloud (high probability)", "#ffffff"),
    SclClass(10, "thin_cirrus", "thin cirrus", "#64c8ff"),
    SclClass(SNOW_CODE, "snow", "snow or ice", "#ff96ff"),
)
"""All classes in the order of their codes, so that `SCL_CLASSES[code]` is the class."""

_DATA_CODES = frozenset(row.code for row in SCL_CLASSES) - {NO_DATA_CODE}
_DEFAULT_BAD = frozenset({1, 3, 8, 9, 10})


class CloudFlag(str, Enum):
    """What a person needs to know about one date before looking at it."""

    CLEAR = "clear"
    PARTLY = "partly"
    CLOUDY = "cloudy"
    NO_DATA = "no_data"
    NO_SCL = "no_scl"


@dataclass(frozen=True)
class CloudRule:
    """When a date counts as clear, and when as cloudy.

    Percentages are of the valid pixels. They are compared as exact fractions, so 200/3 means two
    thirds and not the nearest binary number.

    Attributes:
        bad_classes: codes that spoil a pixel; any iterable is taken and frozen.
        tolerance_pct: the bad share a clear date may have, 0 .. 100.
        cloudy_from_pct: the bad share from which a date is cloudy (default: two thirds bad, so
            that at most a third is usable), above 0, up to 100. Where the tolerance reaches
            further, the tolerance wins: what is tolerated is never called cloudy.
    """

    bad_classes: frozenset[int] = _DEFAULT_BAD
    tolerance_pct: float = 0.0
    cloudy_from_pct: float = 200 / 3

    def __post_init__(self) -> None:
        """Refuse, with a `RequestError` naming the field, what can't be judged by."""
        object.__setattr__(self, "bad_classes", _checked_codes(self.bad_classes))
        for name in ("tolerance_pct", "cloudy_from_pct"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, Real):
                raise RequestError(name, value, Reason("a number of per cent"))
        if not 0 <= self.tolerance_pct <= 100:
            raise RequestError("tolerance_pct", self.tolerance_pct, Reason("0 to 100"))
        if not 0 < self.cloudy_from_pct <= 100:
            raise RequestError(
                "cloudy_from_pct", self.cloudy_from_pct, Reason("above 0, up to 100")
            )


def _checked_codes(given: Iterable[int]) -> frozenset[int]:
    allowed = Reason("SCL codes 1 to 11 (0 is no data already)")
    try:
        codes = frozenset(given)
    except TypeError:
        raise RequestError("bad_classes", given, allowed) from None
    if any(isinstance(code, (bool, float)) for code in codes) or not codes <= _DATA_CODES:
        raise RequestError("bad_classes", sorted(codes, key=str), allowed)
    return codes


@dataclass(frozen=True)
class Verdict:
    """What a histogram says under a rule.

    Attributes:
        flag: the one word.
        cloud_fraction: bad / valid pixels, 0 .. 1; None without a valid pixel.
        valid_px: pixels with a class of the table other than 0.
        total_px: all pixels of the histogram.
        no_data_px: pixels of class 0, or of a code that is no SCL class.
    """

    flag: CloudFlag
    cloud_fraction: float | None
    valid_px: int
    total_px: int
    no_data_px: int


NOT_JUDGED = Verdict(CloudFlag.NO_SCL, None, 0, 0, 0)
"""For scenes without a scene classification: LEVEL1C, or a catalogue that doesn't offer it."""


def histogram(scl: NDArray[np.generic], mask: NDArray[np.bool_] | None = None) -> dict[int, int]:
    """Count the pixels of each class, class 0 and codes above 11 included.

    Args:
        scl: [h, w] of class codes, uint8 or uint16.
        mask: [h, w], True where the pixel counts; None for all.

    Returns:
        Code -> pixels, for the codes that occur, in rising order.

    Raises:
        ValueError: the mask has another shape.
    """
    import numpy as np

    if mask is not None and mask.shape != scl.shape:
        raise ValueError(f"a mask of shape {mask.shape} does not fit an SCL of shape {scl.shape}")
    counted = scl if mask is None else scl[mask.astype(bool)]
    codes, counts = np.unique(counted, return_counts=True)
    return {int(code): int(count) for code, count in zip(codes, counts)}


def bad_pixels(scl: NDArray[np.generic], rule: CloudRule) -> NDArray[np.bool_]:
    """[h, w], True where the class spoils the pixel under the rule, or says nothing of it.

    Class 0, and a code that is no SCL class: whatever a band holds there need not be ground.
    """
    import numpy as np

    if scl.dtype == np.uint8:  # nearly all are
        bad: NDArray[np.bool_] = _bad_codes(rule.bad_classes)[scl]
        return bad
    bad = np.isin(scl, sorted(_DATA_CODES - rule.bad_classes), invert=True)
    return bad


@lru_cache(maxsize=16)
def _bad_codes(bad_classes: frozenset[int]) -> NDArray[np.bool_]:
    """[256], by code."""
    import numpy as np

    bad = np.ones(256, bool)
    bad[sorted(_DATA_CODES - bad_classes)] = False
    return bad


def judge(histogram: Mapping[int, int], rule: CloudRule) -> Verdict:
    """Give a date its flag.

    A code that is no SCL class says nothing about the ground and is counted as no data.

    Args:
        histogram: SCL code -> pixels, as from the function `histogram`.
        rule: the bad classes and the limits.
    """
    valid_px = _pixels_of(_DATA_CODES, histogram)
    total_px = sum(histogram.values())
    bad_px = _pixels_of(rule.bad_classes, histogram)
    return Verdict(
        flag=_flag(bad_px, valid_px=valid_px, total_px=total_px, rule=rule),
        cloud_fraction=_share(bad_px, valid_px),
        valid_px=valid_px,
        total_px=total_px,
        no_data_px=total_px - valid_px,
    )


def _pixels_of(codes: Iterable[int], histogram: Mapping[int, int]) -> int:
    return sum(histogram.get(code, 0) for code in codes)


def _share(part_px: int, valid_px: int) -> float | None:
    return part_px / valid_px if valid_px else None


def _flag(bad_px: int, *, valid_px: int, total_px: int, rule: CloudRule) -> CloudFlag:
    if not valid_px:
        return CloudFlag.NO_DATA
    bad_pct = Fraction(100 * bad_px, valid_px)
    if bad_pct <= _exact(rule.tolerance_pct):
        return CloudFlag.CLEAR if valid_px == total_px else CloudFlag.PARTLY
    return CloudFlag.CLOUDY if bad_pct >= _exact(rule.cloudy_from_pct) else CloudFlag.PARTLY


@lru_cache(maxsize=64)
def _exact(percentage: float) -> Fraction:
    """The number a person meant: 200/3 or 53.5, not its nearest binary fraction."""
    return Fraction(percentage).limit_denominator(1_000_000)
