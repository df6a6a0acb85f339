"""Smooth lines on a picture.

Coordinates are pixels, x to the right, y down, (0, 0) the outer corner of the first pixel.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    """[n, 2] of x, y."""
    Coverage = NDArray[np.float32]
    """[h, w], the covered share of each pixel, 0..1."""

Color = tuple[int, int, int]


def coverage(lines: Iterable[Points], *, width_px: float, shape: tuple[int, int]) -> Coverage:
    """How much of each pixel of `shape` the lines cover; joints and ends are round.

    A pixel counts by the distance of its centre, so an edge runs over one pixel. What lies
    outside the shape is cut off.
    """
    covered = np.zeros(shape, dtype=np.float32)
    for line in lines:
        for start, end in zip(line[:-1], line[1:]):
            _cover(covered, start, end, width_px / 2)
    return covered


def blend(picture: NDArray[np.uint8], covered: Coverage, color: Color) -> None:
    """Paint `color` on an RGB picture of the same size, in place, as far as it is covered."""
    where = covered > 0
    share = covered[where][:, np.newaxis]
    mixed = picture[where] * (1 - share) + np.array(color, dtype=np.float32) * share
    picture[where] = np.rint(mixed).astype(np.uint8)


def draw(
    picture: NDArray[np.uint8], lines: Iterable[Points], *, width_px: float, color: Color
) -> None:
    """Draw lines of one width and colour on an RGB picture, in place."""
    height, width = picture.shape[:2]
    blend(picture, coverage(lines, width_px=width_px, shape=(height, width)), color)


def smoothed(points: Points) -> Points:
    """The corners of an open line rounded (Chaikin's corner cutting); its ends stay."""
    line = points
    for _ in range(3):
        quarter = 0.75 * line[:-1] + 0.25 * line[1:]
        three_quarters = 0.25 * line[:-1] + 0.75 * line[1:]
        cut = np.stack([quarter, three_quarters], axis=1).reshape(-1, 2)
        line = np.concatenate([points[:1], cut[1:-1], points[-1:]])
    return line


def _cover(covered: Coverage, start: Points, end: Points, radius: float) -> None:
    height, width = covered.shape
    reach = radius + 1.0
    left, top = np.floor(np.minimum(start, end) - reach).astype(int)
    right, bottom = np.ceil(np.maximum(start, end) + reach).astype(int)
    rows = slice(max(top, 0), min(bottom, height))
    columns = slice(max(left, 0), min(right, width))
    if rows.start >= rows.stop or columns.start >= columns.stop:
        return
    x = np.arange(columns.start, columns.stop)[np.newaxis, :] + 0.5
    y = np.arange(rows.start, rows.stop)[:, np.newaxis] + 0.5
    share = np.clip(radius + 0.5 - _distance(x, y, start, end), 0.0, 1.0)
    part = covered[rows, columns]
    np.maximum(part, share.astype(np.float32), out=part)


def _distance(x: Points, y: Points, start: Points, end: Points) -> Points:
    along = end - start
    length2 = float(along @ along)
    dx, dy = x - start[0], y - start[1]
    at = np.clip((dx * along[0] + dy * along[1]) / length2, 0.0, 1.0) if length2 else 0.0
    distance: Points = np.hypot(dx - at * along[0], dy - at * along[1])
    return distance
