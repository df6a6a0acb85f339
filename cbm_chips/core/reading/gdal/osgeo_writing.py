"""GeoTIFFs written by QGIS's own `osgeo`."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

from .osgeo_calls import quiet, thread_options

if TYPE_CHECKING:
    from .backend import GeoTiff


def encoded(image: GeoTiff) -> bytes:
    """The file's content.

    Raises:
        RuntimeError: with GDAL's words, whether or not the process has its exceptions on.
    """
    from osgeo import gdal, gdal_array

    creation = [f"{name}={value}" for name, value in image.creation.items()]
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(image.layers[0].dtype)
    size = (image.grid.width_px, image.grid.height_px, len(image.layers))
    with thread_options({"GDAL_PAM_ENABLED": "NO"}), quiet(), _memory_file() as name:
        gdal.ErrorReset()
        dataset = gdal.GetDriverByName("GTiff").Create(name, *size, kind, creation)
        if dataset is not None:
            _fill(dataset, image)
            dataset.FlushCache()
            del dataset  # closes it
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise RuntimeError(gdal.GetLastErrorMsg())
        return _content(name)


@contextmanager
def _memory_file() -> Iterator[str]:
    """A name in GDAL's memory, which all threads share; the file is gone at the end."""
    from osgeo import gdal

    name = f"/vsimem/{secrets.token_hex(16)}.tif"
    try:
        yield name
    finally:
        with suppress(RuntimeError):  # nothing was made
            gdal.Unlink(name)


def _content(name: str) -> bytes:
    from osgeo import gdal

    file = gdal.VSIFOpenL(name, "rb")
    try:
        return bytes(gdal.VSIFReadL(1, gdal.VSIStatL(name).size, file))
    finally:
        gdal.VSIFCloseL(file)


@lru_cache(maxsize=120)
def _wkt(epsg: int) -> str:
    """Of one zone; there are 120 of UTM. PROJ's database is asked once for each."""
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return str(reference.ExportToWkt())


def _fill(dataset: Any, image: GeoTiff) -> None:  # noqa: ANN401
    from osgeo import gdal

    dataset.SetProjection(_wkt(image.grid.epsg))
    a, b, c, d, e, f = image.grid.transform
    dataset.SetGeoTransform((c, a, b, f, d, e))
    dataset.SetMetadata(dict(image.tags))
    rgba = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand)
    for number, (layer, name) in enumerate(zip(image.layers, image.names), start=1):
        band = dataset.GetRasterBand(number)
        if image.is_rgba:
            band.SetColorInterpretation(rgba[number - 1])
        if image.nodata is not None:
            band.SetNoDataValue(image.nodata)
        if image.scales:
            band.SetScale(image.scales[number - 1][0])
            band.SetOffset(image.scales[number - 1][1])
        if image.colors:
            table = gdal.ColorTable()
            for code, color in image.colors.items():
                table.SetColorEntry(code, color)
            band.SetColorTable(table)
        band.SetDescription(name)
        band.WriteArray(np.ascontiguousarray(layer))
