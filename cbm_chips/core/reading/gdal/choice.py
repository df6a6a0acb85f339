"""Choice of the GDAL that reads and writes: never two of them in one process.

Two GDALs (QGIS's own and one inside a rasterio wheel) fight over PROJ's data and over shared
library state. So it is QGIS's `osgeo` wherever that is there, and rasterio elsewhere. `osgeo` lets
go of Python's lock during every call; rasterio keeps it while it opens a file, for 10 to 20 ms,
and QGIS's main thread then waits for one reading thread after the other.
"""

from __future__ import annotations

import logging
from functools import lru_cache
from importlib.util import find_spec

from ...errors import MissingPackage
from ...reasons import Reason
from .backend import RasterBackend

_LOG = logging.getLogger(__name__)


def choose(*, has_osgeo: bool, has_rasterio: bool) -> str:
    """`osgeo` or `rasterio`, from what is installed.

    Raises:
        MissingPackage: when there is neither.
    """
    if has_osgeo:
        return "osgeo"
    if has_rasterio:
        return "rasterio"
    raise MissingPackage(
        Reason("Reading pixels needs rasterio 1.3 or newer, or the GDAL that comes with QGIS.")
    )


def has_rasterio() -> bool:
    """One that reads files of Python's, as 1.3 and newer do."""
    names = ("rasterio", "rasterio._filepath")  # to look for the second imports the first
    return all(find_spec(name) is not None for name in names)


@lru_cache(maxsize=1)
def raster_backend() -> RasterBackend:
    """The backend of this process; the log tells which."""
    backend = _chosen()
    _LOG.info("%s reads what the fast reader can't", backend.name)
    return backend


def _chosen() -> RasterBackend:
    has_osgeo = find_spec("osgeo") is not None
    if choose(has_osgeo=has_osgeo, has_rasterio=not has_osgeo and has_rasterio()) == "osgeo":
        from .osgeo_backend import OsgeoBackend

        return OsgeoBackend()
    from .rasterio_backend import RasterioBackend

    return RasterioBackend()
