"""Choice of the GDAL that reads and writes: never two of them in one process.

Two GDALs (QGIS's own and one inside a rasterio wheel) fight over PROJ's data and over shared
library state. rasterio is used where it is built on the GDAL that is there anyway, or where
there is no other; otherwise QGIS's `osgeo` does the same work.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from ...errors import MissingPackage
from ...reasons import Reason
from .backend import RasterBackend


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
    raise MissingPackage(Reason("Reading pixels needs rasterio, or the GDAL that comes with QGIS."))


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
