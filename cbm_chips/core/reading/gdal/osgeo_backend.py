"""GDAL through QGIS's own `osgeo`: the same work where rasterio is missing or a second GDAL.

See `osgeo_calls` for what belongs to the whole QGIS process and is left alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...errors import ReadError
from ...reasons import Reason
from ..contract import NEAREST, WINDOW, Pixels
from ..no_data import cleaned, data_band, nodata_of, own_scale
from ..placement import FileGrid, FilePlacement, Window, file_placement, window_of
from .backend import DRIVERS, gdal_error_text
from .loopback import lent
from .osgeo_calls import checked, keep_exception_mode, quiet, thread_options
from .osgeo_writing import encoded
from .stored_tiff import StoredTiff, grid_of

if TYPE_CHECKING:
    from ...model import Asset, Grid
    from .backend import GeoTiff
    from .virtual_file import RemoteFile


class OsgeoBackend:
    """See `backend.RasterBackend`."""

    def __init__(self) -> None:
        keep_exception_mode()

    @property
    def name(self) -> str:
        """GDAL's version."""
        from osgeo import gdal

        return f"GDAL {gdal.__version__}"

    def read(
        self, path: str, grid: Grid, options: Mapping[str, str], asset: Asset | None = None
    ) -> Pixels:
        """Cut by a plain window where pixels coincide, else warp nearest."""
        with thread_options(options), quiet():
            return self._cut(_opened(path), grid, asset)

    def lent(self, remote: RemoteFile) -> AbstractContextManager[tuple[str, Mapping[str, str]]]:
        """By a server on the loopback address: `osgeo` lets go of Python's lock meanwhile."""
        return lent(remote)

    def load(self, path: Path) -> StoredTiff:
        """All bands, by GDAL's GeoTIFF driver alone."""
        from osgeo import gdal

        with thread_options({"GDAL_PAM_ENABLED": "NO"}), quiet():
            dataset = checked(
                lambda: gdal.OpenEx(str(path), gdal.OF_RASTER, allowed_drivers=["GTiff"])
            )
            grid = grid_of(_file_grid(dataset))
            bands = _bands(dataset)
            return StoredTiff(
                grid,
                np.stack([checked(band.ReadAsArray) for band in bands]),
                tuple(band.GetDescription() for band in bands),
                tuple((_or(band.GetScale(), 1.0), _or(band.GetOffset(), 0.0)) for band in bands),
                dataset.GetMetadata(),
            )

    def write(self, path: Path, image: GeoTiff) -> None:
        """One GeoTIFF with names, tags, scales and colours.

        Made in memory and written in one go: that takes GDAL half the time, and Python reports
        a full disk when it closes the file, which GDAL may not.
        """
        try:
            path.write_bytes(encoded(image))
        except (RuntimeError, OSError) as error:
            raise ReadError(
                Reason("could not write {name}: {error}", name=path.name, error=error)
            ) from error

    def _cut(self, dataset: Any, grid: Grid, asset: Asset | None) -> Pixels:  # noqa: ANN401
        number = _data_band(dataset, asset)
        band = dataset.GetRasterBand(number)
        nodata = nodata_of(band.GetNoDataValue(), asset)
        own = own_scale(band.GetScale(), band.GetOffset())
        place = _placed(dataset, asset)
        window = window_of(grid, place.file)
        if window is None:
            warped = _warp(_placed_by_source(dataset, place), grid, number)
            values = cleaned(warped, asset, nodata=nodata)
            return Pixels(values, NEAREST, self.name, scale=own, notes=place.notes)
        part = None
        if window.width and window.height:
            raw, valid = _window(dataset, band, window)
            part = cleaned(raw, asset, nodata=nodata, valid=valid)
        values = window.paste(part, grid, _dtype(band))
        return Pixels(values, WINDOW, self.name, scale=own, notes=place.notes)


def _placed(dataset: Any, asset: Asset | None) -> FilePlacement:  # noqa: ANN401
    points = dataset.GetGCPCount()
    transform = dataset.GetGeoTransform(can_return_null=True)
    has_transform = bool(points) or (transform is not None and any(transform))
    of_points = bool(points) and _is_of_earth(dataset.GetGCPSpatialRef())
    has_crs = _is_of_earth(dataset.GetSpatialRef()) or of_points
    return file_placement(_file_grid(dataset), asset, has_crs=has_crs, has_transform=has_transform)


def _is_of_earth(reference: Any) -> bool:  # noqa: ANN401
    """False for none, and for a local one: so GDAL calls coordinates whose CRS it is not told."""
    return reference is not None and not reference.IsLocal()


def _placed_by_source(dataset: Any, place: FilePlacement) -> Any:  # noqa: ANN401
    """The dataset with what the source says of its place, where it does not say so itself."""
    from osgeo import gdal

    if not place.is_by_source:
        return dataset
    told = checked(lambda: gdal.GetDriverByName("VRT").CreateCopy("", dataset))
    if place.crs:
        told.SetProjection(_wkt_of(place.crs))
    if place.transform is not None:
        a, b, c, d, e, f = place.transform
        told.SetGeoTransform((c, a, b, f, d, e))
    return told


def _wkt_of(crs: str) -> str:
    from osgeo import osr

    reference = osr.SpatialReference()
    reference.SetFromUserInput(crs)
    return str(reference.ExportToWkt())


def _bands(dataset: Any) -> list[Any]:  # noqa: ANN401
    return [dataset.GetRasterBand(number + 1) for number in range(dataset.RasterCount)]


def _is_alpha(band: Any) -> bool:  # noqa: ANN401
    from osgeo import gdal

    return bool(band.GetColorInterpretation() == gdal.GCI_AlphaBand)


def _data_band(dataset: Any, asset: Asset | None) -> int:  # noqa: ANN401
    is_alpha = [_is_alpha(band) for band in _bands(dataset)]
    return data_band(is_alpha, lambda: _names(dataset.GetDescription()), asset)


def _names(path: str) -> list[str]:
    """Of the bands; a file opened without its overviews has lost them."""
    from osgeo import gdal

    whole = checked(lambda: gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=list(DRIVERS)))
    return [band.GetDescription() for band in _bands(whole)]


def _window(dataset: Any, band: Any, window: Window) -> tuple[Any, Any]:  # noqa: ANN401
    """Pixels, and where mask and alpha band say that they are valid; None without any."""
    part = (window.file_col, window.file_row, window.width, window.height)
    values, valid = checked(lambda: band.ReadAsArray(*part)), None
    masks = [other for other in _bands(dataset) if _is_alpha(other)]
    if _has_mask(band):
        masks.append(band.GetMaskBand())
    for mask in masks:
        is_seen = checked(partial(mask.ReadAsArray, *part)) > 0
        valid = is_seen if valid is None else valid & is_seen
    return values, valid


def _opened(path: str) -> Any:  # noqa: ANN401
    """The file, if it is of a kind we read.

    Raises:
        ReadError: when it is of another.
    """
    from osgeo import gdal

    try:
        return checked(
            lambda: gdal.OpenEx(
                path,
                gdal.OF_RASTER,
                allowed_drivers=list(DRIVERS),
                open_options=["OVERVIEW_LEVEL=NONE"],
            ),
            silence="",
        )
    except ReadError as error:
        raise ReadError(gdal_error_text(str(error))) from error


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _file_grid(dataset: Any) -> FileGrid:  # noqa: ANN401
    c, a, b, f, d, e = dataset.GetGeoTransform()
    epsg = _epsg(dataset.GetSpatialRef())
    return FileGrid(epsg, (a, b, c, d, e, f), dataset.RasterXSize, dataset.RasterYSize)


def _epsg(reference: Any) -> int | None:  # noqa: ANN401
    if reference is None:
        return None
    return (
        _code_of(reference)
        if reference.GetAuthorityName(None)
        else _code_found(reference.ExportToWkt())
    )


@lru_cache(maxsize=64)
def _code_found(wkt: str) -> int | None:
    """Looked for in PROJ's whole database, which takes longer than to read the pixels."""
    from osgeo import osr

    reference = osr.SpatialReference(wkt)
    try:
        reference.AutoIdentifyEPSG()
    except RuntimeError:
        return None
    return _code_of(reference)


def _code_of(reference: Any) -> int | None:  # noqa: ANN401
    is_epsg = reference.GetAuthorityName(None) == "EPSG"
    return int(reference.GetAuthorityCode(None)) if is_epsg else None


def _has_mask(band: Any) -> bool:  # noqa: ANN401
    from osgeo import gdal

    flags = band.GetMaskFlags()
    return bool(flags & gdal.GMF_PER_DATASET) and not flags & gdal.GMF_ALPHA


def _warp(dataset: Any, grid: Grid, number: int) -> Any:  # noqa: ANN401
    """Nearest pixels; 0 for no data, where a mask hides them, and outside.

    GDAL 3.13 takes no notice of a mask where a value for no data is given.
    """
    from osgeo import gdal

    is_masked = _has_mask(dataset.GetRasterBand(number))
    no_data: dict[str, object] = {"srcNodata": 0, "dstNodata": 0}
    hidden: dict[str, object] = {"srcNodata": "None", "warpOptions": ["INIT_DEST=0"]}
    warped = checked(
        lambda: gdal.Warp(
            "",
            dataset,
            format="MEM",
            dstSRS=f"EPSG:{grid.epsg}",
            outputBounds=grid.bounds,
            width=grid.width_px,
            height=grid.height_px,
            resampleAlg="near",
            errorThreshold=0,
            overviewLevel="NONE",
            **(hidden if is_masked else no_data),
        )
    )
    return checked(lambda: warped.GetRasterBand(number).ReadAsArray())


def _dtype(band: Any) -> Any:  # noqa: ANN401
    from osgeo import gdal_array

    return gdal_array.GDALTypeCodeToNumericTypeCode(band.DataType)
