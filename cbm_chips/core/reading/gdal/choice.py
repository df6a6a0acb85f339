"""Which GDAL reads and writes: never two of them in one process.

Two GDALs (QGIS's own and one inside a rasterio wheel) fight over PROJ's data and over shared
library state. rasterio is used where it is built on the GDAL that is there anyway, or where
there is no other; otherwise QGIS's `osgeo` does the same work.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ...errors import MissingPackage

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


def words_of_gdal(words: str) -> str:
    """What GDAL says of a file it can't read, in words for people; its own for everything else."""
    if _NOT_SOUND.search(words):
        return "the file is damaged or cut short: not all of its pixels can be read"
    if not words or _NOT_OURS.search(words):
        return "the file is neither a GeoTIFF nor JPEG 2000"
    return words


class RasterBackend(Protocol):
    """The few things the product asks of a GDAL."""

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


def wheel_bundles_gdal(package_folder: Path) -> bool:
    """True if rasterio at `package_folder` is a wheel with a GDAL of its own inside.

    Wheels keep their libraries in `rasterio.libs` beside the package (Linux, Windows) or in
    `.dylibs` within it (macOS); distributions and conda link the common GDAL.
    """
    beside = package_folder.parent / "rasterio.libs"
    return beside.is_dir() or (package_folder / ".dylibs").is_dir()


def choose(*, has_osgeo: bool, rasterio_folder: Path | None) -> str:
    """`rasterio` or `osgeo`, from what is installed.

    Raises:
        MissingPackage: when there is neither.
    """
    if rasterio_folder is not None and not (has_osgeo and wheel_bundles_gdal(rasterio_folder)):
        return "rasterio"
    if has_osgeo:
        return "osgeo"
    raise MissingPackage("Reading pixels needs rasterio, or the GDAL that comes with QGIS.")


@lru_cache(maxsize=1)
def raster_backend() -> RasterBackend:
    """The backend of this process."""
    rasterio_spec = find_spec("rasterio")
    folder = Path(rasterio_spec.origin).parent if rasterio_spec and rasterio_spec.origin else None
    chosen = choose(has_osgeo=_has_osgeo(), rasterio_folder=folder)
    if chosen == "rasterio":
        from .rasterio_backend import RasterioBackend

        return RasterioBackend()
    from .osgeo_backend import OsgeoBackend

    return OsgeoBackend()


@lru_cache(maxsize=1)
def raster_writer() -> RasterBackend:
    """What writes the files that are not plain: the same files, by the same GDAL.

    `osgeo` wherever it is there, as rasterio is chosen beside it only if both share one GDAL: it
    writes in half the time, and in a thread it keeps others waiting for less of it.
    """
    if not _has_osgeo():
        return raster_backend()
    from .osgeo_backend import OsgeoBackend

    return OsgeoBackend()


def _has_osgeo() -> bool:
    return find_spec("osgeo") is not None
