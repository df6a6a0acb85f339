"""A picture enlarged, with the outline of its parcel: for people, not for hashes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from ...outputs.html.png import encode_png
from ...outputs.place_lines import lines_on_chip

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ...model import Grid, Place
    from ...outputs.place_lines import Points

    Rgb = NDArray[np.float64]

EDGE_PX = 640
"""Least width and height, unless a pixel of the chip is wider than that."""
_GROUND = (64, 64, 64)
_TONES = ((3.2, (0, 0, 0), 0.75), (1.5, (255, 236, 160), 1.0))
"""Half a line's width in pixels, colour, opacity: light within dark, seen on any ground."""


def outlined_png(picture: NDArray[np.uint8], place: Place, grid: Grid) -> bytes:
    """A PNG of whole enlarged pixels with the outline, or a cross at a point, over them.

    Args:
        picture: uint8 [h, w, 4]; what is transparent becomes dark grey.
        place: what is drawn.
        grid: of the chip.
    """
    factor = max(1, -(-EDGE_PX // max(picture.shape[:2])))
    alpha = picture[..., 3:].astype(np.float64) / 255
    ground = picture[..., :3] * alpha + np.array(_GROUND) * (1 - alpha)
    large = ground.repeat(factor, axis=0).repeat(factor, axis=1)
    scale = factor * picture.shape[1] / grid.width_px
    lines = [line * scale for line in lines_on_chip(place, grid)]
    for half_px, color, opacity in _TONES:
        _blend(large, np.array(color), opacity * _cover(lines, large.shape[:2], half_px))
    opaque = np.full((*large.shape[:2], 4), 255, np.uint8)
    opaque[..., :3] = np.round(large)
    return encode_png(opaque)


def _blend(large: Rgb, color: NDArray[np.int_], share: NDArray[np.float64]) -> None:
    """In place, where there is something to blend: lines are thin."""
    touched = share > 0
    under = large[touched]
    large[touched] = under + (color - under) * share[touched][:, np.newaxis]


def _cover(lines: Iterable[Points], shape: tuple[int, ...], half_px: float) -> NDArray[np.float64]:
    """How much of each pixel the lines cover, 0 to 1."""
    cover = np.zeros(shape)
    for line in lines:
        for start, end in zip(line[:-1], line[1:]):
            _cover_segment(cover, start, end, half_px)
    return cover


def _cover_segment(cover: NDArray[np.float64], start: Points, end: Points, half_px: float) -> None:
    reach = half_px + 1
    low = np.floor(np.minimum(start, end) - reach).clip(0).astype(int)
    high = np.ceil(np.maximum(start, end) + reach).clip(0).astype(int)
    part = cover[low[1] : high[1], low[0] : high[0]]
    if not part.size:
        return
    rows, columns = np.indices(part.shape)
    x, y = columns + low[0] + 0.5 - start[0], rows + low[1] + 0.5 - start[1]
    along = end - start
    length = float(along @ along)
    at = np.clip((x * along[0] + y * along[1]) / length, 0, 1) if length else np.zeros(part.shape)
    distance = np.hypot(x - at * along[0], y - at * along[1])
    np.maximum(part, np.clip(half_px + 0.5 - distance, 0, 1), out=part)
