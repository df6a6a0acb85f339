"""A GeoTIFF of ours read back as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import ReadError
from ...model import Grid
from ...reasons import Reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..placement import FileGrid

SMALLEST_PIXEL_M = 10
TIFF_BEGINNINGS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
"""TIFF 6.0, section 2, and the BigTIFF design."""
MOST_PX = 2048
"""Width or height of a chip at most; no file of ours is so large."""


@dataclass(frozen=True)
class StoredTiff:
    """All that is in the file.

    Attributes:
        grid: its place and pixels.
        layers: [bands, h, w].
        names: of the bands; empty where a band has none.
        scales: (scale, offset) of each band; (1, 0) where none is noted.
        tags: what the file says of itself.
    """

    grid: Grid
    layers: NDArray[np.generic]
    names: tuple[str, ...]
    scales: tuple[tuple[float, float], ...]
    tags: Mapping[str, str]


def grid_of(file: FileGrid) -> Grid:
    """The grid of a file that may be a chip.

    Raises:
        ReadError: when it is larger than chips are, has no CRS, or its pixels are not square.
    """
    a, b, left, d, e, top = file.transform
    if max(file.width_px, file.height_px) > MOST_PX:
        raise ReadError(
            Reason(
                "{width_px} x {height_px} pixels are no chip",
                width_px=file.width_px,
                height_px=file.height_px,
            )
        )
    if not file.epsg:
        raise ReadError(Reason("the file has no CRS, so it is no chip"))
    if b or d or a <= 0 or e != -a or a % SMALLEST_PIXEL_M:
        raise ReadError(Reason("pixels of {a:g} x {e:g} m are no chip's", a=a, e=-e))
    return Grid(file.epsg, left, top, a, file.width_px, file.height_px)
