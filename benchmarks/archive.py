"""A synthetic archive with the entropy of real Sentinel-2 pixels, and STAC items that list it.

Tile 31UFU as cloud-optimized GeoTIFFs. A block-aligned window of each file holds data, the rest is
empty, so that a file has the header of a whole tile at a fraction of its size. Some dates are
distinct, the others hard links to them: their own URLs, no further disk.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import partial
from itertools import count, islice
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cbm_chips.core.sentinel2.bands import BANDS

from .task import Wanted

RECIPE = "archive-1"
"""Change it with what the files hold: then they are built anew."""
Corner = tuple[float, float]
COMPLETE = "complete"
"""Written last, so that a build that was cut short begins again."""

BAND_NAMES = ("B02", "B03", "B04", "B08", "B05", "B8A", "B11", "SCL")
BLOCK_SIZES = (1024, 512)
DISTINCT_DATES = 3
FIRST_DAY = date(2020, 3, 1)
DAYS_APART = 5

EPSG = 32631
LEFT, TOP = 600_000, 5_900_040
TILE_PX = 10_980
DATA_AT_PX, DATA_PX = 4096, 4096
"""First row and column, and size, of the window that holds data, in 10 m pixels."""

CHIP_LEFT, CHIP_TOP = 655_680, 5_844_380
CHIP_M = 1280
"""The chip ends at 56 % (10 m) and 78 % (20 m) of one 1024-block. At 10 m it lies across two
columns of 512-blocks and ends at 12 % of their second row; at 20 m, at 56 % of one."""
ELSEWHERE_LEFT, ELSEWHERE_TOP = CHIP_LEFT + 20_480, CHIP_TOP - 20_480
"""A chip in other blocks."""
BESIDE_LEFT, BESIDE_TOP = CHIP_LEFT + CHIP_M, CHIP_TOP
"""The next chip to the east: in the same 1024-blocks, and as far down."""

MEAN_DN = {"B02": 600, "B03": 900, "B04": 1100, "B08": 2800, "B05": 1500, "B8A": 2900, "B11": 2300}
TEXTURE, NOISE_DN = 0.3, 18
"""As a share of the mean; of the sensor. They deflate to 1.2 - 1.5 bytes a pixel."""

COG_OPTIONS = {
    "COMPRESS": "DEFLATE",
    "PREDICTOR": "YES",
    "OVERVIEWS": "AUTO",
    "OVERVIEW_RESAMPLING": "NEAREST",
    "SPARSE_OK": "TRUE",
}


def chips(base: str, corners: Iterable[Corner]) -> tuple[Wanted, ...]:
    """One chip of every band on every day, at that day's corner (left, top); files below `base`."""
    return tuple(
        _wanted(base, day, band, corner)
        for day, corner in zip(_days_without_end(), corners)
        for band in BAND_NAMES
    )


def random_corners(number: int) -> list[Corner]:
    """Left and top of chips anywhere in the data, on the 20 m lattice; the same every time."""
    rng = np.random.default_rng(40)
    steps = rng.integers(0, (DATA_PX - CHIP_M // 10) // 2, (number, 2), endpoint=True)
    first = DATA_AT_PX * 10
    return [(LEFT + first + 20 * int(x), TOP - first - 20 * int(y)) for x, y in steps]


def whole_blocks_bytes(wanted: Iterable[Wanted]) -> int:
    """What all blocks that the chips touch hold in their files; the files must be local."""
    import rasterio
    from rasterio.windows import from_bounds

    found = 0
    for one in wanted:
        with rasterio.open(one.url) as file:
            window = from_bounds(*one.bounds, transform=file.transform)
            height, width = file.block_shapes[0]
            (top, bottom), (left, right) = window.toranges()
            for row in range(int(top) // height, (int(bottom) - 1) // height + 1):
                for col in range(int(left) // width, (int(right) - 1) // width + 1):
                    found += int(file.get_tag_item(f"BLOCK_SIZE_{col}_{row}", "TIFF", bidx=1) or 0)
    return found


def chip_centre() -> tuple[float, float]:
    """Longitude and latitude of the reference chip."""
    from pyproj import Transformer

    to_degrees = Transformer.from_crs(EPSG, 4326, always_xy=True)
    lon, lat = to_degrees.transform(CHIP_LEFT + CHIP_M / 2, CHIP_TOP - CHIP_M / 2)
    return float(lon), float(lat)


def days(number: int) -> list[date]:
    """The first days of the archive."""
    return list(islice(_days_without_end(), number))


def file_of(day: date, band: str) -> str:
    """A file's path below the folder of its block size."""
    return f"{day:%Y%m%d}/{band}.tif"


def built_archive(root: Path, block_px: int, *, dates: int) -> Path:
    """The folder of the archive of one block size, built below `root` if it is not there."""
    folder = root / f"{RECIPE}-{block_px}"
    if not (folder / COMPLETE).exists():
        _build(folder, block_px)
    _link_further_dates(folder, dates)
    return folder


def stac_items(dates: int) -> list[dict[str, Any]]:
    """What lists the files, as Earth Search would; hrefs are relative to the archive's folder."""
    return [_item(day) for day in days(dates)]


def _days_without_end() -> Iterator[date]:
    return (FIRST_DAY + timedelta(days=DAYS_APART * step) for step in count())


def _wanted(base: str, day: date, band: str, corner: Corner) -> Wanted:
    metres = BANDS[band].chip_resolution_m
    url = base + file_of(day, band)
    return Wanted(day.isoformat(), band, url, EPSG, *corner, metres, CHIP_M // metres)


def _build(folder: Path, block_px: int) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    wanted = [(day, band) for day in days(DISTINCT_DATES) for band in BAND_NAMES]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(partial(_build_file, folder, block_px), *zip(*wanted)))
    (folder / COMPLETE).touch()


def _link_further_dates(folder: Path, dates: int) -> None:
    for number, day in enumerate(days(dates)):
        for band in BAND_NAMES:
            path = folder / file_of(day, band)
            if not path.exists():
                path.parent.mkdir(exist_ok=True)
                os.link(folder / file_of(days(dates)[number % DISTINCT_DATES], band), path)


def _build_file(folder: Path, block_px: int, day: date, band: str) -> None:
    from rasterio.shutil import copy

    path = folder / file_of(day, band)
    path.parent.mkdir(parents=True, exist_ok=True)
    sparse = path.with_suffix(".sparse.tif")
    _write_sparse(sparse, _pixels(day, band), BANDS[band].resolution_m, block_px)
    copy(sparse, path, driver="COG", BLOCKSIZE=block_px, **COG_OPTIONS)
    sparse.unlink()


def _write_sparse(
    path: Path, pixels: NDArray[np.generic], resolution_m: int, block_px: int
) -> None:
    import rasterio
    from rasterio.windows import Window

    size = TILE_PX * 10 // resolution_m
    at = DATA_AT_PX * 10 // resolution_m
    layout = {"tiled": True, "blockxsize": block_px, "blockysize": block_px, "sparse_ok": True}
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=size,
        height=size,
        count=1,
        dtype=pixels.dtype,
        nodata=0,
        crs=f"EPSG:{EPSG}",
        transform=rasterio.transform.from_origin(LEFT, TOP, resolution_m, resolution_m),
        **layout,
    ) as file:
        file.write(pixels, 1, window=Window(at, at, *pixels.shape[::-1]))


def _pixels(day: date, band: str) -> NDArray[np.generic]:
    ground = _texture(seed=day.toordinal())
    if band == "SCL":
        return _classes(ground, seed=day.toordinal())
    if BANDS[band].resolution_m == 10:
        ground = ground.repeat(2, axis=0).repeat(2, axis=1)
    rng = np.random.default_rng([day.toordinal(), BAND_NAMES.index(band)])
    noise = rng.standard_normal(ground.shape, np.float32) * NOISE_DN
    values = MEAN_DN[band] * (1 + TEXTURE * ground) + noise
    return np.clip(values, 1, 15_000).astype(np.uint16)


def _classes(ground: NDArray[np.float32], *, seed: int) -> NDArray[np.uint8]:
    """Vegetation and bare soil by the texture; clouds with shadows of medium probability."""
    classes = np.where(ground > 0, 4, 5).astype(np.uint8)
    sky = _texture(seed=-seed % 2**32)
    for limit, scl in ((1.0, 3), (1.2, 8), (1.6, 9)):
        classes[sky > limit] = scl
    return classes


def _texture(*, seed: int) -> NDArray[np.float32]:
    """Fractal noise of mean 0 and deviation 1 at 20 m."""
    size = DATA_PX // 2
    waves = np.fft.rfft2(np.random.default_rng(seed).standard_normal((size, size)))
    frequency = np.hypot(np.fft.fftfreq(size)[:, None], np.fft.rfftfreq(size)[None])
    frequency[0, 0] = np.inf
    field = np.fft.irfft2(waves * frequency**-1.3)
    return np.asarray(field / field.std(), np.float32)


def _item(day: date) -> dict[str, Any]:
    bounds = _bounds_in_degrees()
    west, south, east, north = bounds
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": f"S2A_T31UFU_{day:%Y%m%d}T104637_L2A",
        "collection": "sentinel-2-c1-l2a",
        "bbox": bounds,
        "geometry": {"type": "Polygon", "coordinates": [ring]},
        "properties": {
            "datetime": f"{day}T10:46:37Z",
            "platform": "sentinel-2a",
            "constellation": "sentinel-2",
            "grid:code": "MGRS-31UFU",
            "proj:code": f"EPSG:{EPSG}",
            "eo:cloud_cover": 20,
            "s2:processing_baseline": "05.00",
            "s2:product_type": "S2MSI2A",
            "s2:datatake_id": f"GS2A_{day:%Y%m%d}T104021_024000_N05.00",
            "s2:generation_time": f"{day}T14:12:09Z",
        },
        "links": [],
        "assets": {BANDS[band].common_name: _asset(day, band) for band in BAND_NAMES},
    }


def _asset(day: date, band: str) -> dict[str, Any]:
    resolution = BANDS[band].resolution_m
    size = TILE_PX * 10 // resolution
    asset = {
        "href": file_of(day, band),
        "type": "image/tiff; application=geotiff; profile=cloud-optimized",
        "roles": ["data"],
        "proj:shape": [size, size],
        "proj:transform": [resolution, 0, LEFT, 0, -resolution, TOP],
    }
    if BANDS[band].reflective:
        asset["raster:bands"] = [{"nodata": 0, "scale": 0.0001, "offset": -0.1}]
    return asset


def _bounds_in_degrees() -> list[float]:
    from pyproj import Transformer

    side = TILE_PX * 10
    to_degrees = Transformer.from_crs(EPSG, 4326, always_xy=True)
    return [round(v, 6) for v in to_degrees.transform_bounds(LEFT, TOP - side, LEFT + side, TOP)]
