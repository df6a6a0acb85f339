"""One date as a thumbnail: its picture or why there is none, the parcel's outline, the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

import numpy as np

from ..model import Absence, Chip, FailedChip, seen_in_part
from ..projection import WGS84, to_grid_crs, transformer
from ..scl import CloudFlag
from .lettering import wrapped, write
from .strokes import Color, blend, coverage, draw

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..model import Grid, Place
    from .strokes import Coverage, Points

    Picture = NDArray[np.uint8]

EMPTY: Color = (232, 232, 230)
"""Where a picture has no data, and where there is no picture."""

WORDS: Color = (92, 92, 92)
_HALO: Color = (0, 0, 0)
_LINE: Color = (255, 236, 160)
_WHITE: Color = (255, 255, 255)
_HALO_PX, _LINE_PX = 3.2, 1.4
_HALO_OPACITY = 0.75
_FRAME = 196
_OVERSAMPLED = 4
_REASON_PX = 8.0
_LINE_SPACING = 2.0


@dataclass(frozen=True)
class Mark:
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
    CloudFlag.CLEAR: Mark("clear", (31, 111, 159), (((0.27, 0.52), (0.43, 0.68), (0.74, 0.34)),)),
    CloudFlag.PARTLY: Mark("partly", (216, 138, 0), (((0.36, 0.62), (0.64, 0.38)),)),
    CloudFlag.CLOUDY: Mark(
        "cloudy",
        (205, 76, 20),
        (((0.33, 0.33), (0.67, 0.67)), ((0.67, 0.33), (0.33, 0.67))),
    ),
    CloudFlag.NO_DATA: Mark("no data", (128, 128, 128), (_DASH,)),
    CloudFlag.NO_SCL: Mark(
        "not judged", (128, 128, 128), tuple(((x, 0.5), (x, 0.5)) for x in (0.28, 0.5, 0.72))
    ),
}
_FAILED = Mark("failed", (142, 31, 75), (((0.5, 0.25), (0.5, 0.56)), ((0.5, 0.75), (0.5, 0.75))))
_MARKS_OF_ABSENCE = {
    Absence.FAILED: _FAILED,
    Absence.UNUSABLE: Mark("unusable", (142, 31, 75), _FAILED.symbol),
    Absence.EXCLUDED: Mark("left out", (128, 128, 128), (_DASH,)),
}
MARKS = (*_MARKS.values(), *_MARKS_OF_ABSENCE.values())
"""All there are; no two of one word."""


def mark_of(result: Union[Chip, FailedChip]) -> Mark:
    """The one thing to say of a date."""
    if isinstance(result, FailedChip):
        return _MARKS_OF_ABSENCE[result.absence]
    return _MARKS[result.flag]


def verdict_of(result: Union[Chip, FailedChip]) -> str:
    """`partly 12 %`; the share of bad pixels is left out where it is 0 or unknown."""
    word = mark_of(result).word
    share = result.cloud_fraction
    if isinstance(result, FailedChip) or not share:
        return word
    percent = 100 * share
    if percent < 1:
        return f"{word} < 1 %"
    return f"{word} {round(percent) if percent >= 99.95 else min(round(percent), 99)} %"


def part_of(result: Union[Chip, FailedChip]) -> str:
    """`5 % of the parcel`, where the chip does not hold all of it; else empty."""
    part = seen_in_part(result.parcel_in_chip_pct)
    return f"{part} of the parcel" if part and mark_of(result) in _MARKS.values() else ""


def draw_mark(picture: Picture, mark: Mark, at: tuple[float, float], *, size_px: float) -> None:
    """Draw a mark on an RGB picture, in place; `at` is its upper left corner."""
    corner = np.array(at)
    middle = corner + size_px / 2
    draw(picture, [np.stack([middle, middle])], width_px=size_px, color=mark.color)
    lines = [corner + size_px * np.array(line) for line in mark.symbol]
    draw(picture, lines, width_px=size_px / 8, color=_WHITE)


def enlarged(rgba: Picture, *, width_px: int, height_px: int) -> Picture:
    """RGBA [h, w, 4] as RGB of another size, every pixel a sharp square; no data is `EMPTY`.

    Where the sizes are no multiples, a pixel of the result is the mean of what it covers.
    """
    opaque = np.where(rgba[..., 3:] > 0, rgba[..., :3], np.array(EMPTY, np.uint8))
    fine = opaque[_picks(rgba.shape[0], height_px)][:, _picks(rgba.shape[1], width_px)]
    blocks = fine.reshape(height_px, _OVERSAMPLED, width_px, _OVERSAMPLED, 3)
    picture: Picture = np.rint(blocks.mean(axis=(1, 3))).astype(np.uint8)
    return picture


def framed(picture: Picture) -> None:
    """Darken the outermost pixels of an RGB picture, in place: white clouds end somewhere."""
    for edge in (picture[0], picture[-1], picture[1:-1, 0], picture[1:-1, -1]):
        edge[:] = np.minimum(edge, _FRAME)


def explained(reason: str, *, width_px: int, height_px: int) -> Picture:
    """A grey picture that says why there is none."""
    picture = np.full((height_px, width_px, 3), EMPTY, np.uint8)
    room_px, step_px = width_px - 20.0, _LINE_SPACING * _REASON_PX
    most = max(int((height_px - 20) / step_px), 1)
    lines = wrapped(reason, height_px=_REASON_PX, room_px=room_px, most=most)
    baseline = (height_px - (len(lines) - 1) * step_px + _REASON_PX) / 2
    for number, line in enumerate(lines):
        at = (10.0, baseline + number * step_px)
        write(picture, line, at, height_px=_REASON_PX, color=WORDS, pen_px=1.15)
    return picture


class Outline:
    """The place on pictures of one grid and size: the parcel's outline, or a cross at a point.

    Two tones, so that it is seen on dark and on bright ground. It is drawn as exact as its
    coordinates are, not rounded to the chip's pixels.
    """

    def __init__(self, place: Place, grid: Grid, *, width_px: int, height_px: int) -> None:
        """Work it out once for all dates."""
        lines = _lines_of(place, grid, np.array([width_px, height_px], dtype=np.float64))
        shape = (height_px, width_px)
        self._halo: Coverage = coverage(lines, width_px=_HALO_PX, shape=shape) * np.float32(
            _HALO_OPACITY
        )
        self._line = coverage(lines, width_px=_LINE_PX, shape=shape)

    def draw(self, picture: Picture) -> None:
        """Draw it on an RGB picture of that size, in place."""
        blend(picture, self._halo, _HALO)
        blend(picture, self._line, _LINE)


def _picks(count: int, wanted: int) -> NDArray[np.intp]:
    """Under each of the finer pixels the one that holds its centre."""
    fine = wanted * _OVERSAMPLED
    return ((2 * np.arange(fine) + 1) * count) // (2 * fine)


def _lines_of(place: Place, grid: Grid, size_px: Points) -> list[Points]:
    if place.outline is None:
        point = transformer(WGS84, grid.epsg).transform(place.lon, place.lat)
        return _cross(_on_picture(np.array([point]), grid, size_px)[0], float(size_px[0]) / 16)
    outline = to_grid_crs(place.outline, grid.epsg)
    lines = [
        _on_picture(np.asarray(ring.coords, dtype=np.float64)[:, :2], grid, size_px)
        for polygon in getattr(outline, "geoms", [outline])
        for ring in (polygon.exterior, *polygon.interiors)
    ]
    return [line for line in lines if np.isfinite(line).all()]


def _on_picture(points: Points, grid: Grid, size_px: Points) -> Points:
    ground = np.array([grid.right - grid.left, grid.bottom - grid.top])
    on_picture: Points = (points - (grid.left, grid.top)) / ground * size_px
    return on_picture


def _cross(centre: Points, arm_px: float) -> list[Points]:
    directions = np.array([(1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)])
    return [centre + np.stack([step * arm_px / 3, step * arm_px]) for step in directions]
