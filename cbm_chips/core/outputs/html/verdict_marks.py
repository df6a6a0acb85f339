"""The verdict on a date: a word, a colour, a symbol, and the share it holds for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from ...model import Absence, Chip, FailedChip, seen_in_part
from ...sentinel2.scl import CloudFlag

Color = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""


@dataclass(frozen=True)
class VerdictMark:
    """A verdict told in three ways: a word, a colour all eyes tell apart, a symbol.

    Attributes:
        word: for people.
        color: of the disc.
        symbol: white lines on the disc, x and y from 0 to 1, y down.
    """

    word: str
    color: Color
    symbol: tuple[tuple[tuple[float, float], ...], ...]


_DASH = ((0.28, 0.5), (0.72, 0.5))
_MARKS = {
    CloudFlag.CLEAR: VerdictMark(
        "clear", (31, 111, 159), (((0.27, 0.52), (0.43, 0.68), (0.74, 0.34)),)
    ),
    CloudFlag.PARTLY: VerdictMark("partly", (216, 138, 0), (((0.36, 0.62), (0.64, 0.38)),)),
    CloudFlag.CLOUDY: VerdictMark(
        "cloudy",
        (205, 76, 20),
        (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    ),
    CloudFlag.NO_DATA: VerdictMark("no data", (128, 128, 128), (_DASH,)),
    CloudFlag.NO_SCL: VerdictMark(
        "not judged", (128, 128, 128), tuple(((x, 0.5), (x, 0.5)) for x in (0.28, 0.5, 0.72))
    ),
}
_DOUBTFUL = VerdictMark(
    "doubtful",
    (107, 63, 160),
    (((0.34, 0.36), (0.42, 0.25), (0.6, 0.25), (0.66, 0.38), (0.5, 0.52), (0.5, 0.6)),
     ((0.5, 0.76), (0.5, 0.76))),
)  # fmt: skip
_FAILED = VerdictMark(
    "failed", (142, 31, 75), (((0.5, 0.25), (0.5, 0.56)), ((0.5, 0.75), (0.5, 0.75)))
)
_MARKS_OF_ABSENCE = {
    Absence.FAILED: _FAILED,
    Absence.UNUSABLE: VerdictMark("unusable", (142, 31, 75), _FAILED.symbol),
    Absence.EXCLUDED: VerdictMark("left out", (128, 128, 128), (_DASH,)),
}
MARKS = (*_MARKS.values(), _DOUBTFUL, *_MARKS_OF_ABSENCE.values())
"""All there are; no two of one word."""


def mark_of(result: Union[Chip, FailedChip]) -> VerdictMark:
    """The one thing to say of a date."""
    if isinstance(result, FailedChip):
        return _MARKS_OF_ABSENCE[result.absence]
    return _DOUBTFUL if result.is_doubtful else _MARKS[result.flag]


def verdict_of(result: Union[Chip, FailedChip]) -> str:
    """`partly 12 %`; the share of bad pixels is left out where it is 0 or unknown."""
    word = mark_of(result).word
    share = result.likely_cloud_fraction if result.is_doubtful else result.cloud_fraction
    if isinstance(result, FailedChip) or not share:
        return word
    percent = 100 * share
    if percent < 1:
        return f"{word} < 1 %"
    return f"{word} {round(percent) if percent >= 99.95 else min(round(percent), 99)} %"


def part_of(result: Union[Chip, FailedChip]) -> str:
    """`5 % of the parcel`, where the chip does not hold all of it; else empty."""
    part = seen_in_part(result.parcel_in_chip_pct)
    is_judged = mark_of(result) in (_DOUBTFUL, *_MARKS.values())
    return f"{part} of the parcel" if part and is_judged else ""
