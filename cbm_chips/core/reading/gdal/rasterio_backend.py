"""GDAL through rasterio. Options go through `rasterio.Env`, thread-local in worker threads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ...errors import ReadError
from ...reasons import Reason
from ..contract import NEAREST, WINDOW, Pixels
from ..no_data import cleaned, data_band, nodata_of, own_scale
from ..placement import FileGrid, FilePlacement, Window, file_placement, window_of
from .backend import DRIVERS, gdal_error_text
from .stored_tiff import StoredTiff, grid_of
from .virtual_file import ReadableFile

if TYPE_CHECKING:
    from ...model import Asset, Grid
    from .backend import GeoTiff
    from .virtual_file import RemoteFile


EXACT_PX = 1e-6
"""GDAL's approximation of the transform is off; 0 itself breaks rasterio 1.3's WarpedVRT."""
LOCAL = ("LOCAL_CS", "ENGCRS", "ENGINEERINGCRS")
"""Of drawings and building sites, by their words in WKT 1 and 2."""


@lru_cache(maxsize=1)
def _python_file() -> Any:  # noqa: ANN401
    """rasterio's `FilePath` without its constructor, which from 1.5 on warns of rasterio 2."""
    from rasterio._filepath import FilePathBase

    return type("PythonFile", (FilePathBase,), {})


class RasterioBackend:
    """See `backend.RasterBackend`."""

    @property
    def name(self) -> str:
        """rasterio's and its GDAL's version."""
        import rasterio

        return f"rasterio {rasterio.__version__} (GDAL {rasterio.__gdal_version__})"

    def read(
        self, path: str, grid: Grid, options: Mapping[str, str], asset: Asset | None = None
    ) -> Pixels:
        """Cut by a plain window where pixels coincide, else warp nearest."""
        with _read_errors(), _environment(options), _opened(path) as dataset:
            return self._cut(dataset, grid, asset)

    @contextmanager
    def lent(self, remote: RemoteFile) -> Iterator[tuple[str, Mapping[str, str]]]:
        """As a file of Python's: rasterio keeps Python's lock where a server would need it."""
        with closing(_python_file()(ReadableFile(remote))) as file:
            yield file.name, {}

    def load(self, path: Path) -> StoredTiff:
        """All bands, by GDAL's GeoTIFF driver alone."""
        import rasterio

        without_pam = rasterio.Env(GDAL_PAM_ENABLED="NO")
        with _read_errors(), without_pam, rasterio.open(path, driver="GTiff") as dataset:
            return StoredTiff(
                grid_of(_file_grid(dataset)),
                dataset.read(),
                tuple(name or "" for name in dataset.descriptions),
                tuple(zip(dataset.scales, dataset.offsets)),
                dataset.tags(),
            )

    def write(self, path: Path, image: GeoTiff) -> None:
        """One GeoTIFF with names, tags, scales and colours.

        Made in memory: rasterio does not report that closing a file fails, as on a full disk, and
        to read it back takes longer than to make it.
        """
        import rasterio

        profile = self._profile(image)
        without_pam = rasterio.Env(GDAL_PAM_ENABLED="NO")
        with _read_errors(written=path.name), without_pam, rasterio.MemoryFile() as memory:
            with memory.open(**profile) as dataset:
                _fill(dataset, image)
            path.write_bytes(memory.getbuffer())

    def _cut(self, dataset: Any, grid: Grid, asset: Asset | None) -> Pixels:  # noqa: ANN401
        number = _data_band(dataset, asset)
        nodata = nodata_of(dataset.nodatavals[number - 1], asset)
        own = own_scale(dataset.scales[number - 1], dataset.offsets[number - 1])
        place = _placed(dataset, asset)
        window = window_of(grid, place.file)
        if window is None:
            values = cleaned(_warp(dataset, grid, number, place), asset, nodata=nodata)
            return Pixels(values, NEAREST, self.name, scale=own, notes=place.notes)
        part = None
        if window.width and window.height:
            raw, valid = _window(dataset, number, window)
            part = cleaned(raw, asset, nodata=nodata, valid=valid)
        values = window.paste(part, grid, dataset.dtypes[number - 1])
        return Pixels(values, WINDOW, self.name, scale=own, notes=place.notes)

    @staticmethod
    def _profile(image: GeoTiff) -> dict[str, Any]:
        from rasterio.transform import Affine

        return {
            "driver": "GTiff",
            "width": image.grid.width_px,
            "height": image.grid.height_px,
            "count": len(image.layers),
            "dtype": image.layers[0].dtype.name,
            "crs": f"EPSG:{image.grid.epsg}",
            "transform": Affine(*image.grid.transform),
            "nodata": image.nodata,
            **{name.lower(): value for name, value in image.creation.items()},
        }


def _opened(path: str) -> Any:  # noqa: ANN401
    """The file, if it is of a kind we read.

    Raises:
        ReadError: when it is of another.
    """
    from rasterio.errors import RasterioIOError
    from rasterio.io import DatasetReader

    try:
        return DatasetReader(path, driver=list(DRIVERS), sharing=False, OVERVIEW_LEVEL="NONE")
    except RasterioIOError as error:
        raise ReadError(gdal_error_text(_with_causes(error))) from error


def _file_grid(dataset: Any) -> FileGrid:  # noqa: ANN401
    return FileGrid(
        _code_found(dataset.crs.to_wkt()) if dataset.crs else None,
        tuple(dataset.transform)[:6],
        dataset.width,
        dataset.height,
    )


@lru_cache(maxsize=64)
def _code_found(wkt: str) -> int | None:
    """Without a code in it, looked for in PROJ's whole database: longer than to read the pixels."""
    from rasterio.crs import CRS

    code: int | None = CRS.from_wkt(wkt).to_epsg()
    return code


def _placed(dataset: Any, asset: Asset | None) -> FilePlacement:  # noqa: ANN401
    points, crs_of_points = dataset.gcps
    # None is given as the identity, or as nothing but zeros where overviews are left out.
    is_there = not (dataset.transform.is_identity or dataset.transform.is_degenerate)
    has_transform = bool(points) or is_there
    has_crs = _is_of_earth(dataset.crs) or (bool(points) and _is_of_earth(crs_of_points))
    return file_placement(_file_grid(dataset), asset, has_crs=has_crs, has_transform=has_transform)


def _is_of_earth(crs: Any) -> bool:  # noqa: ANN401
    """False for none, and for a local one: so GDAL calls coordinates whose CRS it is not told."""
    return bool(crs) and not crs.to_wkt().startswith(LOCAL)


def _data_band(dataset: Any, asset: Asset | None) -> int:  # noqa: ANN401
    from rasterio.enums import ColorInterp

    is_alpha = [meaning == ColorInterp.alpha for meaning in dataset.colorinterp]
    return data_band(is_alpha, lambda: _names(dataset.name), asset)


def _names(path: str) -> list[str]:
    """Of the bands; a file opened without its overviews has lost them."""
    from rasterio.io import DatasetReader

    with DatasetReader(path, driver=list(DRIVERS), sharing=False) as dataset:
        return [name or "" for name in dataset.descriptions]


def _window(dataset: Any, number: int, window: Window) -> tuple[Any, Any]:  # noqa: ANN401
    """Pixels, and where mask and alpha band say that they are valid; None without any."""
    from rasterio.enums import ColorInterp
    from rasterio.windows import Window as FileWindow

    part = FileWindow(window.file_col, window.file_row, window.width, window.height)
    values, valid = dataset.read(number, window=part), None
    if _has_mask(dataset, number):
        valid = dataset.read_masks(number, window=part) > 0
    for alpha, meaning in enumerate(dataset.colorinterp, start=1):
        if meaning == ColorInterp.alpha:
            is_seen = dataset.read(alpha, window=part) > 0
            valid = is_seen if valid is None else valid & is_seen
    return values, valid


def _fill(dataset: Any, image: GeoTiff) -> None:  # noqa: ANN401
    from rasterio.enums import ColorInterp

    if image.is_rgba:
        dataset.colorinterp = (
            ColorInterp.red,
            ColorInterp.green,
            ColorInterp.blue,
            ColorInterp.alpha,
        )
    if image.colors:
        dataset.write_colormap(1, dict(image.colors))
    if image.scales:
        dataset.scales = [scale for scale, _ in image.scales]
        dataset.offsets = [offset for _, offset in image.scales]
    for number, (layer, name) in enumerate(zip(image.layers, image.names), start=1):
        dataset.write(np.ascontiguousarray(layer), number)
        dataset.set_band_description(number, name)
    dataset.update_tags(**image.tags)


def _has_mask(dataset: Any, number: int) -> bool:  # noqa: ANN401
    from rasterio.enums import MaskFlags

    flags = dataset.mask_flag_enums[number - 1]
    return MaskFlags.per_dataset in flags and MaskFlags.alpha not in flags


def _warp(dataset: Any, grid: Grid, number: int, place: FilePlacement) -> Any:  # noqa: ANN401
    """Nearest pixels; 0 for no data, where a mask hides them, and outside.

    GDAL 3.13 takes no notice of a mask where a value for no data is given.
    """
    from rasterio.enums import Resampling
    from rasterio.transform import Affine
    from rasterio.vrt import WarpedVRT

    told: dict[str, Any] = {"src_crs": place.crs} if place.crs else {}
    if place.transform is not None:
        told["src_transform"] = Affine(*place.transform)
    no_data: dict[str, Any] = {"src_nodata": 0, "nodata": 0}
    hidden = {"src_nodata": None, "nodata": None, "init_dest_nodata": False, "INIT_DEST": "0"}
    with WarpedVRT(
        dataset,
        **told,
        crs=f"EPSG:{grid.epsg}",
        transform=Affine(*grid.transform),
        width=grid.width_px,
        height=grid.height_px,
        resampling=Resampling.nearest,
        **(hidden if _has_mask(dataset, number) else no_data),
        tolerance=EXACT_PX,
    ) as warped:
        return warped.read(number)


@contextmanager
def _read_errors(written: str = "") -> Iterator[None]:
    from rasterio._err import CPLE_BaseError
    from rasterio.errors import CRSError, RasterioError

    try:
        yield
    except (RasterioError, CRSError, CPLE_BaseError, OSError) as error:
        words = _with_causes(error)
        if written:
            words = Reason("could not write {name}: {error}", name=written, error=words)
        raise ReadError(words) from error


def _environment(options: Mapping[str, str]) -> Any:  # noqa: ANN401
    """`rasterio.Env`, which takes keys only from a session; its own sessions need boto3."""
    import rasterio
    from rasterio.session import DummySession

    class Keys(DummySession):  # type: ignore[misc]
        def get_credential_options(self) -> dict[str, str]:
            return {name: value for name, value in options.items() if name.startswith("AWS_")}

    plain = {name: value for name, value in options.items() if not name.startswith("AWS_")}
    return rasterio.Env(Keys(), **plain)


def _with_causes(error: BaseException) -> str:
    words = str(error)
    cause = error.__cause__
    while cause is not None:
        if str(cause) not in words:
            words = Reason("{words} ({cause})", words=words, cause=cause)
        cause = cause.__cause__
    return words
