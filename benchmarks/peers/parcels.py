"""Others' ways to the numbers of many parcels."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.parcel_task import (
    BANDS,
    CLEAR,
    OFFSET,
    SCALE,
    STATISTICS,
    ParcelTask,
    ParcelWay,
    count_parcels,
)
from benchmarks.peers.rasterio_windows import TUNED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from benchmarks.parcel_task import Numbers

    Array = NDArray[Any]

THREADS = 8
NO_DATA = -9999.0
NAMES = {"p25": "percentile_25", "p50": "percentile_50", "p75": "percentile_75"}
THEIRS = [NAMES.get(name, name) for name in STATISTICS]


def _read(url: str, bounds: tuple[float, ...]) -> tuple[Any, Any]:
    import rasterio
    from rasterio.windows import from_bounds

    with rasterio.open(url) as dataset:
        window = from_bounds(*bounds, transform=dataset.transform)
        window = window.round_lengths().round_offsets()
        return dataset.read(1, window=window), dataset.window_transform(window)


def _dates(task: ParcelTask) -> Iterator[tuple[dict[str, Any], Any]]:
    """Reflectance of each date's clear pixels by band, and its transform; whole windows."""
    import rasterio

    with rasterio.Env(**TUNED), ThreadPoolExecutor(THREADS) as pool:
        ahead = [
            {b: pool.submit(_read, task.files[day][b], task.bounds) for b in (*BANDS, "SCL")}
            for day in task.days
        ]
        for reads in ahead:
            found = {band: read.result() for band, read in reads.items()}
            reads.clear()
            yield {band: values for band, (values, _) in found.items()}, found["B04"][1]


def _clear(scl: Array) -> Array:
    is_clear = np.zeros(256, bool)
    is_clear[list(CLEAR)] = True
    return is_clear[scl].repeat(2, axis=0).repeat(2, axis=1)


def _reflectance(dn: Array, clear: Array) -> Array:
    return np.where(clear & (dn != 0), dn * SCALE + OFFSET, NO_DATA)


def _row(statistics: dict[str, Any]) -> list[float]:
    return [np.nan if statistics[name] is None else float(statistics[name]) for name in THEIRS]


def _plain_loop(task: ParcelTask) -> Numbers:
    """Per parcel, date and band: open, read its window, zonal_stats; default settings."""
    from rasterstats import zonal_stats
    from shapely.geometry import shape

    rows = []
    for feature in task.features():
        west, south, east, north = shape(feature["geometry"]).bounds
        bounds = (west // 20 * 20, south // 20 * 20, -(-east // 20) * 20, -(-north // 20) * 20)
        for day in task.days:
            clear = _clear(_read(task.files[day]["SCL"], bounds)[0])
            for band in BANDS:
                dn, transform = _read(task.files[day][band], bounds)
                values = _reflectance(dn, clear)
                rows += map(_row, zonal_stats(
                    feature["geometry"], values, affine=transform, nodata=NO_DATA, stats=THEIRS
                ))  # fmt: skip
    return np.array(rows).reshape(-1, len(task.days), len(BANDS), len(STATISTICS))


def _rasterstats(task: ParcelTask) -> Numbers:
    """One call a date and band, on arrays read as a whole."""
    from rasterstats import zonal_stats

    shapes = [feature["geometry"] for feature in task.features()]
    days = []
    for bands, transform in _dates(task):
        clear = _clear(bands["SCL"])
        days.append([
            [_row(one) for one in zonal_stats(
                shapes, _reflectance(bands[band], clear),
                affine=transform, nodata=NO_DATA, stats=THEIRS,
            )]
            for band in BANDS
        ])  # fmt: skip
    return np.array(days).transpose(2, 0, 1, 3)


def _exactextract(task: ParcelTask) -> Numbers:
    """Weighted by the share of each pixel in the parcel: other numbers, by design."""
    from exactextract import exact_extract
    from exactextract.raster import NumPyRasterSource

    features = task.features()
    ops = ["count", "mean", "stdev", "min", "max"]
    ops += [f"quantile(q={share})" for share in (0.25, 0.5, 0.75)]
    west, south, east, north = task.bounds
    days = []
    for bands, _ in _dates(task):
        clear = _clear(bands["SCL"])
        rasters = [
            NumPyRasterSource(
                _reflectance(bands[band], clear),
                xmin=west, ymin=south, xmax=east, ymax=north, nodata=NO_DATA, name=band,
            )
            for band in BANDS
        ]  # fmt: skip
        found = exact_extract(rasters, features, ops, strategy="raster-sequential")
        days.append(
            [
                [np.nan if v is None else float(v) for v in one["properties"].values()]
                for one in found
            ]
        )
    numbers = np.array(days, float).transpose(1, 0, 2)
    return numbers.reshape(len(features), len(task.days), len(BANDS), -1)


def _bincount(task: ParcelTask) -> Numbers:
    """Lists of each parcel's pixels, made once; then numpy's bincount, and one sort for all."""
    from rasterio.features import geometry_window, rasterize
    from rasterio.transform import from_origin

    west, south, east, north = task.bounds
    height, width = int((north - south) / 10), int((east - west) / 10)
    transform = from_origin(west, north, 10, 10)

    class Grid:
        """What `geometry_window` asks of a dataset."""

    grid = Grid()
    grid.transform, grid.height, grid.width = transform, height, width
    pixels, owners = [], []
    features = task.features()
    for number, feature in enumerate(features):
        window = geometry_window(grid, [feature["geometry"]])
        row, col = int(window.row_off), int(window.col_off)
        corner = from_origin(west + 10 * col, north - 10 * row, 10, 10)
        shape = (int(window.height), int(window.width))
        inside = rasterize([feature["geometry"]], shape, transform=corner)
        rows, cols = np.nonzero(inside)
        pixels.append((rows + row) * width + cols + col)
        owners.append(np.full(len(rows), number))
    flat, owner = np.concatenate(pixels), np.concatenate(owners)
    days = []
    for bands, _ in _dates(task):
        clear = _clear(bands["SCL"]).reshape(-1)[flat]
        days.append([
            _grouped(bands[band].reshape(-1)[flat], owner, clear, len(features)) for band in BANDS
        ])  # fmt: skip
    return np.array(days).transpose(2, 0, 1, 3)


def _grouped(dn: Array, owner: Array, clear: Array, count: int) -> Array:
    used = clear & (dn != 0)
    own, of = dn[used], owner[used]
    number = np.bincount(of, minlength=count)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean = np.bincount(of, own, count) / number
        off = own - mean[of]
        std = np.sqrt(np.bincount(of, off * off, count) / number)
    keys = np.sort(of.astype(np.uint32) << 16 | own)
    ordered = (keys & 0xFFFF).astype(float)
    start = np.cumsum(number) - number
    found = np.full((count, len(STATISTICS)), np.nan)
    some = number > 0
    found[:, 0], found[some, 1] = number, mean[some] * SCALE + OFFSET
    found[some, 2] = std[some] * SCALE
    for place, share in ((3, 0.0), (4, 1.0), (5, 0.25), (6, 0.5), (7, 0.75)):
        at = (number[some] - 1) * share
        low = np.floor(at).astype(int)
        high = np.minimum(low + 1, number[some] - 1)
        below, above = ordered[start[some] + low], ordered[start[some] + high]
        found[some, place] = (below + (above - below) * (at - low)) * SCALE + OFFSET
    return found


if __name__ == "__main__":
    rasterio = ("rasterio", "rasterio.features", "rasterio.windows")
    count_parcels(
        {
            "loop": ParcelWay(_plain_loop, (*rasterio, "rasterstats")),
            "rasterstats": ParcelWay(_rasterstats, (*rasterio, "rasterstats")),
            "exactextract": ParcelWay(_exactextract, (*rasterio, "exactextract")),
            "bincount": ParcelWay(_bincount, rasterio),
        }
    )
