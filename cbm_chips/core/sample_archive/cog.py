"""Writes one band as a cloud-optimised GeoTIFF, with the GDAL this process has chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ReadError
from ..reading.gdal.choice import raster_backend
from ..reasons import Reason

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..model import Grid

BLOCK_PX = 256
_COMMON = {"BLOCKSIZE": str(BLOCK_PX), "COMPRESS": "DEFLATE", "PREDICTOR": "STANDARD", "LEVEL": "1"}


def write_cog(path: Path, array: NDArray[np.generic], grid: Grid, nodata: int) -> None:
    """Write `array` with its overviews in front; classes (uint8) keep their codes in these.

    Raises:
        ReadError: with GDAL's own words.
    """
    resampling = "MODE" if array.dtype.itemsize == 1 else "AVERAGE"
    options = {**_COMMON, "OVERVIEW_RESAMPLING": resampling}
    if raster_backend().name.startswith("rasterio"):
        _through_rasterio(path, array, grid, nodata, options)
    else:
        _through_osgeo(path, array, grid, nodata, options)


def _through_rasterio(
    path: Path, array: NDArray[np.generic], grid: Grid, nodata: int, options: dict[str, str]
) -> None:
    import rasterio
    from affine import Affine
    from rasterio._err import CPLE_BaseError
    from rasterio.errors import RasterioError
    from rasterio.io import MemoryFile
    from rasterio.shutil import copy

    profile = {"driver": "GTiff", "count": 1, "dtype": array.dtype, "nodata": nodata}
    profile |= {"width": grid.width_px, "height": grid.height_px}
    profile |= {"crs": f"EPSG:{grid.epsg}", "transform": Affine(*grid.transform)}
    with rasterio.Env(), MemoryFile() as memory:
        with memory.open(**profile) as dataset:
            dataset.write(array, 1)
        with memory.open() as dataset:
            try:
                copy(dataset, str(path), driver="COG", **options)
            except (RasterioError, CPLE_BaseError) as error:
                raise ReadError(
                    Reason("could not write {name}: {error}", name=path.name, error=error)
                ) from error


def _through_osgeo(
    path: Path, array: NDArray[np.generic], grid: Grid, nodata: int, options: dict[str, str]
) -> None:
    from osgeo import gdal, gdal_array, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(grid.epsg)
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(array.dtype)
    driver = gdal.GetDriverByName("MEM")
    memory = driver.Create("", grid.width_px, grid.height_px, 1, kind)
    memory.SetProjection(reference.ExportToWkt())
    a, b, c, d, e, f = grid.transform
    memory.SetGeoTransform((c, a, b, f, d, e))
    memory.GetRasterBand(1).SetNoDataValue(nodata)
    memory.GetRasterBand(1).WriteArray(array)
    creation = [f"{name}={value}" for name, value in options.items()]
    try:
        written = gdal.GetDriverByName("COG").CreateCopy(str(path), memory, 0, creation)
    except RuntimeError as error:  # only where the process has switched GDAL's exceptions on
        raise ReadError(
            Reason("could not write {name}: {error}", name=path.name, error=error)
        ) from error
    if written is None:
        raise ReadError(
            Reason("could not write {name}: {error}", name=path.name, error=gdal.GetLastErrorMsg())
        )
