"""What the product needs of GDAL, through whichever Python package."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ...reasons import Reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ...model import Asset, Grid
    from ..contract import Pixels
    from .stored_tiff import StoredTiff
    from .virtual_file import RemoteFile

DRIVERS = ("GTiff", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "JP2MrSID", "JPEG2000")
"""A file is opened as GeoTIFF or JPEG 2000, by whichever of these drivers GDAL has. Others, such as
VRT and WMS, would read whatever local file or address the content names."""
_NOT_OURS = re.compile(r"not recognized as|not recognised as|not a supported|No such file or dir")

_NOT_SOUND = re.compile(r"IReadBlock failed|TIFF(Read|Fill)\w+\(\) failed|opj_\w+\(\) failed")


def gdal_error_text(words: str) -> str:
    """What GDAL says of a file it can't read, in words for people; its own for everything else."""
    if _NOT_SOUND.search(words):
        return Reason("the file is damaged or cut short: not all of its pixels can be read")
    if not words or _NOT_OURS.search(words):
        return Reason("the file is neither a GeoTIFF nor JPEG 2000")
    return words


class RasterBackend(Protocol):
    """The few things the product needs of GDAL."""

    @property
    def name(self) -> str:
        """Package and versions, for provenance."""

    def read(
        self, path: str, grid: Grid, options: Mapping[str, str], asset: Asset | None = None
    ) -> Pixels:
        """Cut `grid` out of the file at `path` (a GDAL path).

        `asset` says which band is wanted, and what is known of the file besides.

        Raises:
            ReadError: with GDAL's own words.
        """

    def lent(self, remote: RemoteFile) -> AbstractContextManager[tuple[str, Mapping[str, str]]]:
        """A GDAL path that stands for `remote` within a `with`, and options for its `read`."""

    def load(self, path: Path) -> StoredTiff:
        """Read all of a GeoTIFF that `write` made.

        Raises:
            ReadError: when it can't be read, or is no chip.
        """

    def write(self, path: Path, image: GeoTiff) -> None:
        """Write a compressed GeoTIFF; `path` is replaced only by the caller.

        Raises:
            ReadError: when the file can't be written.
        """


class GeoTiff(Protocol):
    """What is written into one GeoTIFF."""

    grid: Grid
    layers: Sequence[NDArray[np.generic]]
    names: Sequence[str]
    tags: Mapping[str, str]
    nodata: float | None
    is_rgba: bool
    scales: Sequence[tuple[float, float]]
    colors: Mapping[int, tuple[int, int, int]]
    creation: Mapping[str, str]
