"""GDAL through QGIS's own `osgeo`: the same work where rasterio is missing or a second GDAL.

GDAL's exception mode and options belong to the whole QGIS process, so neither is touched:
results are checked, options are set for the thread and taken back.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import ReadError
from .gdal_choice import DRIVERS, words_of_gdal
from .jobs import NEAREST, WINDOW, Pixels
from .loopback import lent
from .no_data import cleaned, data_band, nodata_of, own_scale
from .placement import FileGrid, Placed, Window, placed, window_of
from .stored import StoredTiff, grid_of

if TYPE_CHECKING:
    from ..model import Asset, Grid
    from .gdal_choice import GeoTiff
    from .remote_file import RemoteFile


class OsgeoBackend:
    """See `gdal_choice.RasterBackend`."""

    @property
    def name(self) -> str:
        """GDAL's version."""
        from osgeo import gdal

        return f"GDAL {gdal.__version__}"

    def read(
        self, path: str, grid: Grid, options: Mapping[str, str], asset: Asset | None = None
    ) -> Pixels:
        """Cut by a plain window where pixels coincide, else warp nearest."""
        with _thread_options(options), _quiet():
            return self._cut(_opened(path), grid, asset)

    def lent(self, remote: RemoteFile) -> AbstractContextManager[tuple[str, Mapping[str, str]]]:
        """By a server on the loopback address: `osgeo` lets go of Python's lock meanwhile."""
        return lent(remote)

    def load(self, path: Path) -> StoredTiff:
        """All bands, by GDAL's GeoTIFF driver alone."""
        from osgeo import gdal

        with _thread_options({"GDAL_PAM_ENABLED": "NO"}), _quiet():
            dataset = _checked(
                lambda: gdal.OpenEx(str(path), gdal.OF_RASTER, allowed_drivers=["GTiff"])
            )
            grid = grid_of(_file_grid(dataset))
            bands = _bands(dataset)
            return StoredTiff(
                grid,
                np.stack([_checked(band.ReadAsArray) for band in bands]),
                tuple(band.GetDescription() for band in bands),
                tuple((_or(band.GetScale(), 1.0), _or(band.GetOffset(), 0.0)) for band in bands),
                dataset.GetMetadata(),
            )

    def write(self, path: Path, image: GeoTiff) -> None:
        """One GeoTIFF with names, tags, scales and colours.

        Made in memory and written in one go: that takes GDAL half the time, and Python tells of
        a full disk when it closes the file, which GDAL may not.
        """
        try:
            path.write_bytes(_encoded(image))
        except (RuntimeError, OSError) as error:
            raise ReadError(f"could not write {path.name}: {error}") from error

    def _cut(self, dataset: Any, grid: Grid, asset: Asset | None) -> Pixels:  # noqa: ANN401
        number = _data_band(dataset, asset)
        band = dataset.GetRasterBand(number)
        nodata = nodata_of(band.GetNoDataValue(), asset)
        own = own_scale(band.GetScale(), band.GetOffset())
        place = _placed(dataset, asset)
        window = window_of(grid, place.file)
        if window is None:
            warped = _warp(_as_told(dataset, place), grid, number)
            values = cleaned(warped, asset, nodata=nodata)
            return Pixels(values, NEAREST, self.name, scale=own, notes=place.notes)
        part = None
        if window.width and window.height:
            raw, valid = _window(dataset, band, window)
            part = cleaned(raw, asset, nodata=nodata, valid=valid)
        values = window.paste(part, grid, _dtype(band))
        return Pixels(values, WINDOW, self.name, scale=own, notes=place.notes)


def _placed(dataset: Any, asset: Asset | None) -> Placed:  # noqa: ANN401
    points = dataset.GetGCPCount()
    transform = dataset.GetGeoTransform(can_return_null=True)
    has_transform = bool(points) or (transform is not None and any(transform))
    of_points = bool(points) and _is_of_earth(dataset.GetGCPSpatialRef())
    has_crs = _is_of_earth(dataset.GetSpatialRef()) or of_points
    return placed(_file_grid(dataset), asset, has_crs=has_crs, has_transform=has_transform)


def _is_of_earth(reference: Any) -> bool:  # noqa: ANN401
    """False for none, and for a local one: so GDAL calls coordinates whose CRS it is not told."""
    return reference is not None and not reference.IsLocal()


def _as_told(dataset: Any, place: Placed) -> Any:  # noqa: ANN401
    """The dataset with what the source says of its place, where it does not say so itself."""
    from osgeo import gdal

    if not place.is_by_source:
        return dataset
    told = _checked(lambda: gdal.GetDriverByName("VRT").CreateCopy("", dataset))
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

    whole = _checked(lambda: gdal.OpenEx(path, gdal.OF_RASTER, allowed_drivers=list(DRIVERS)))
    return [band.GetDescription() for band in _bands(whole)]


def _window(dataset: Any, band: Any, window: Window) -> tuple[Any, Any]:  # noqa: ANN401
    """Pixels, and where mask and alpha band say that they are valid; None without any."""
    from osgeo import gdal

    part = (window.file_col, window.file_row, window.width, window.height)
    values, valid = _checked(lambda: band.ReadAsArray(*part)), None
    masks = [other for other in _bands(dataset) if _is_alpha(other)]
    flags = band.GetMaskFlags()
    if flags & gdal.GMF_PER_DATASET and not flags & gdal.GMF_ALPHA:
        masks.append(band.GetMaskBand())
    for mask in masks:
        is_seen = _checked(partial(mask.ReadAsArray, *part)) > 0
        valid = is_seen if valid is None else valid & is_seen
    return values, valid


def _opened(path: str) -> Any:  # noqa: ANN401
    """The file, if it is of a kind we read.

    Raises:
        ReadError: when it is of another.
    """
    from osgeo import gdal

    try:
        return _checked(
            lambda: gdal.OpenEx(
                path,
                gdal.OF_RASTER,
                allowed_drivers=list(DRIVERS),
                open_options=["OVERVIEW_LEVEL=NONE"],
            ),
            silence="",
        )
    except ReadError as error:
        raise ReadError(words_of_gdal(str(error))) from error


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _file_grid(dataset: Any) -> FileGrid:  # noqa: ANN401
    c, a, b, f, d, e = dataset.GetGeoTransform()
    epsg = _epsg(dataset.GetSpatialRef())
    return FileGrid(epsg, (a, b, c, d, e, f), dataset.RasterXSize, dataset.RasterYSize)


def _epsg(reference: Any) -> int | None:  # noqa: ANN401
    if reference is None:
        return None
    if reference.GetAuthorityName(None) is None:
        try:
            reference.AutoIdentifyEPSG()
        except RuntimeError:
            return None
    is_epsg = reference.GetAuthorityName(None) == "EPSG"
    return int(reference.GetAuthorityCode(None)) if is_epsg else None


def _encoded(image: GeoTiff) -> bytes:
    """The file's content.

    Raises:
        RuntimeError: with GDAL's words, whether or not the process has its exceptions on.
    """
    from osgeo import gdal, gdal_array

    creation = [f"{name}={value}" for name, value in image.creation.items()]
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(image.layers[0].dtype)
    size = (image.grid.width_px, image.grid.height_px, len(image.layers))
    with _thread_options({"GDAL_PAM_ENABLED": "NO"}), _quiet(), _memory_file() as name:
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


def _warp(dataset: Any, grid: Grid, number: int) -> Any:  # noqa: ANN401
    from osgeo import gdal

    warped = _checked(
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
            srcNodata=0,
            dstNodata=0,
        )
    )
    return _checked(lambda: warped.GetRasterBand(number).ReadAsArray())


def _dtype(band: Any) -> Any:  # noqa: ANN401
    from osgeo import gdal_array

    return gdal_array.GDALTypeCodeToNumericTypeCode(band.DataType)


def _checked(call: Any, *, silence: str = "GDAL did not say why") -> Any:  # noqa: ANN401
    """The call's result; None, or an exception where the process has switched those on, raises."""
    from osgeo import gdal

    gdal.ErrorReset()
    try:
        result = call()
    except RuntimeError as error:
        raise ReadError(str(error)) from error
    if result is None:
        raise ReadError(gdal.GetLastErrorMsg() or silence)
    return result


@contextmanager
def _thread_options(options: Mapping[str, str]) -> Iterator[None]:
    from osgeo import gdal

    before = {name: gdal.GetThreadLocalConfigOption(name) for name in options}
    for name, value in options.items():
        gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield
    finally:
        for name, old in before.items():
            gdal.SetThreadLocalConfigOption(name, old)


@contextmanager
def _quiet() -> Iterator[None]:
    """GDAL's own quiet handler, which is per thread; its words are read after the call."""
    from osgeo import gdal

    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()
