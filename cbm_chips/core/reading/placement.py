"""Placement of a file, and of a grid in it: as a window, or only by warping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ReadError
from ..model import Placement
from ..reasons import Reason

if TYPE_CHECKING:
    from numpy.typing import DTypeLike, NDArray

    from ..model import Affine, Asset, Grid

TOLERANCE_PX = 1e-3
"""Files store origins as doubles; anything beyond rounding is a real shift."""


@dataclass(frozen=True)
class FileGrid:
    """A file's CRS, geotransform (a, b, c, d, e, f as in `Grid.transform`) and size."""

    epsg: int | None
    transform: Sequence[float]
    width_px: int
    height_px: int


@dataclass(frozen=True)
class FilePlacement:
    """Where a file lies, by its own metadata and the source's.

    Attributes:
        file: by the file, completed by the source.
        crs: used instead of the file's: `EPSG:32631` or WKT; empty for the file's own.
        transform: likewise; None for the file's own.
        notes: what is odd about it, for people.
    """

    file: FileGrid
    crs: str = ""
    transform: Affine | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_by_source(self) -> bool:
        """True if the file's own metadata are not enough."""
        return bool(self.crs) or self.transform is not None


def file_placement(
    file: FileGrid, asset: Asset | None, *, has_crs: bool, has_transform: bool
) -> FilePlacement:
    """Where a file lies; its own metadata take precedence over the source's.

    Raises:
        ReadError: when neither has a CRS or a transform.
    """
    told = asset.placement if asset else Placement()
    if has_crs and has_transform:
        return FilePlacement(file, notes=_contradiction(file, told))
    crs, transform, notes = "", None, []
    if not has_crs:
        crs = told.crs
        notes.append(Reason("its file tells no CRS, {crs} is taken", crs=_name(told)))
    if not has_transform:
        transform = told.transform_for(width_px=file.width_px, height_px=file.height_px)
        notes.append(Reason("its file does not tell where it lies, the source's word is taken"))
    if not (has_crs or crs):
        raise ReadError(
            Reason("the file has no CRS and the source tells none, so it can't be placed")
        )
    if not (has_transform or transform):
        raise ReadError(Reason("neither the file nor the source tells where it lies"))
    seen = replace(
        file,
        epsg=file.epsg if has_crs else told.epsg or None,
        transform=file.transform if transform is None else transform,
    )
    return FilePlacement(seen, crs, transform, tuple(notes))


def _contradiction(file: FileGrid, told: Placement) -> tuple[str, ...]:
    if not told.is_stated or not file.epsg or told.epsg in (0, file.epsg):
        return ()
    return (
        Reason(
            "its file is in EPSG:{epsg}, not in {crs} as the source says",
            epsg=file.epsg,
            crs=told.crs,
        ),
    )


def _name(told: Placement) -> str:
    """The CRS for people."""
    name = f"EPSG:{told.epsg}" if told.epsg else Reason("the one")
    if told.is_stated:
        return Reason("{crs} that the source tells", crs=name)
    return Reason("{crs} of its tile", crs=name)


@dataclass(frozen=True)
class Window:
    """Overlap of a grid and a file, in pixels of each; empty where `width` or `height` is 0."""

    file_col: int
    file_row: int
    grid_col: int
    grid_row: int
    width: int
    height: int

    def paste(
        self, part: NDArray[np.generic] | None, grid: Grid, dtype: DTypeLike
    ) -> NDArray[np.generic]:
        """`part` on the whole grid; 0, which is no data, where the file has ended.

        `dtype` is the file's, for a window that holds none of its pixels.
        """
        if part is not None and part.shape == (grid.height_px, grid.width_px):
            return part
        kind = dtype if part is None else part.dtype
        values = np.zeros((grid.height_px, grid.width_px), dtype=kind)
        if part is not None:
            rows = slice(self.grid_row, self.grid_row + self.height)
            values[rows, self.grid_col : self.grid_col + self.width] = part
        return values


def window_of(grid: Grid, file: FileGrid) -> Window | None:
    """The overlap as whole pixels, or None if the file has to be warped onto the grid."""
    a, b, left, d, e, top = file.transform
    if file.epsg != grid.epsg or b or d:
        return None
    if a <= 0 or e >= 0:
        return None
    col, row = (grid.left - left) / a, (grid.top - top) / e
    far_col, far_row = (grid.right - left) / a, (grid.bottom - top) / e
    if not all(map(isfinite, (col, row, far_col, far_row))):
        return None  # pixels of next to nothing
    first_col, first_row = round(col), round(row)
    misses = (
        col - first_col,
        row - first_row,
        far_col - first_col - grid.width_px,
        far_row - first_row - grid.height_px,
    )
    if max(map(abs, misses)) > TOLERANCE_PX:
        return None
    return _overlap(first_col, first_row, grid, file)


def _overlap(col: int, row: int, grid: Grid, file: FileGrid) -> Window:
    first_col, last_col = max(col, 0), min(col + grid.width_px, file.width_px)
    first_row, last_row = max(row, 0), min(row + grid.height_px, file.height_px)
    width, height = max(last_col - first_col, 0), max(last_row - first_row, 0)
    return Window(first_col, first_row, first_col - col, first_row - row, width, height)
