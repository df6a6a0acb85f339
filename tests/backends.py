"""The two readers of GDAL, by name; without its package a test is skipped."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cbm_chips.core.reading.gdal.backend import RasterBackend
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend


def osgeo_backend() -> OsgeoBackend:
    """Where QGIS's GDAL is."""
    pytest.importorskip("osgeo")
    return OsgeoBackend()


BACKENDS: dict[str, Callable[[], RasterBackend]] = {
    "rasterio": RasterioBackend,
    "osgeo": osgeo_backend,
}
