"""Made files that hold coordinates: how far east, or north, of a place each pixel is in metres.

A chip's pixels must say what its own grid says.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path

import numpy as np
from pyproj import Transformer
from rasterio.io import MemoryFile
from rasterio.transform import Affine

from cbm_chips.core.model import Asset, Place, Placement
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.scenes.grids import grid_of
from tests.backends import BACKENDS

HOME = Place(lon=5.664, lat=52.694)
AMERICA = Place(lon=-121.5, lat=38.6)
ARCTIC = Place(lon=16.0, lat=78.2)
BORDER = Place(lon=180.0, lat=-17.0)
SIZE_M = 640
NOWHERE = Placement()
PX = 128
MIDDLE = 30_000
M_PER_DEGREE = 111_195.0
ALBERS = "+proj=aea +lat_0=52 +lon_0=5 +lat_1=51 +lat_2=53 +x_0=500000 +y_0=1000000 +ellps=GRS80"
READERS = {
    "rasterio": lambda: RasterReader(backend=BACKENDS["rasterio"]()),
    "osgeo": lambda: RasterReader(backend=BACKENDS["osgeo"]()),
    "windows": lambda: WindowReader(general=RasterReader()),
}


def utm(place):
    return f"EPSG:{grid_of(place, SIZE_M).epsg}"


def metres_from(place, lons, lats):
    """How far east and north, in metres on a sphere, as DN."""
    east = (np.asarray(lons) - place.lon + 180) % 360 - 180
    return (
        MIDDLE + east * M_PER_DEGREE * math.cos(math.radians(place.lat)),
        MIDDLE + (np.asarray(lats) - place.lat) * M_PER_DEGREE,
    )


@cache
def to_degrees(crs):
    """Both ways: to make one takes PROJ long."""
    return Transformer.from_crs(crs, 4326, always_xy=True)


def transform_around(place, crs, pixel, *, px=PX, turn=0.0, down=-1):
    """Of a file whose middle is the place, on round numbers where it is not turned."""
    x, y = to_degrees(crs).transform(place.lon, place.lat, direction="INVERSE")
    x, y = round(x / pixel) * pixel, round(y / pixel) * pixel
    turned = Affine.translation(x, y) * Affine.rotation(turn) * Affine.scale(pixel, down * pixel)
    return turned * Affine.translation(-px / 2, -px / 2)


def write(path, place, crs, transform, *, keep=("crs", "transform"), px=PX, called=None, **how):
    """Two files, east and north; without what is not to be kept, or in a CRS called otherwise."""
    told = {"crs": called or crs, "transform": transform}
    profile = {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate", **how}
    profile.update((key, told[key]) for key in keep)
    for name, content in zip(("east", "north"), files_of(place, crs, transform, px, **profile)):
        Path(f"{path}.{name}.tif").write_bytes(content)


@cache
def files_of(place, crs, transform, px, /, **profile):
    """Their bytes: several tests want the same."""
    profile = {"driver": "GTiff", "width": px, "height": px, "count": 1, **profile}
    made = []
    for values in coordinates(place, crs, transform, px):
        with MemoryFile() as memory:
            with memory.open(dtype="uint16", **profile) as file:
                file.write(values, 1)
            made.append(memory.read())
    return made


@cache
def coordinates(place, crs, transform, px):
    """What the pixels of both files hold."""
    cols, rows = np.meshgrid(np.arange(px) + 0.5, np.arange(px) + 0.5)
    found = metres_from(place, *to_degrees(crs).transform(*(transform * (cols, rows))))
    return [np.round(np.clip(values, 1, 65_535)).astype(np.uint16) for values in found]


def read(path, place, reader, placement=NOWHERE, bands=("B04", "B08"), version=""):
    """Pixels of east and north, and how far they are off at most, in metres."""
    grid = grid_of(place, SIZE_M)
    assets = [
        Asset(band, f"{path}.{name}.tif", placement=placement, version=version)
        for band, name in zip(bands, ("east", "north"))
    ]
    jobs = [ReadJob(asset, grid) for asset in assets]
    reads = {found.job.asset.band: found for found in reader.read_all(jobs, open_plainly) if found}
    found = [reads[band] for band in bands]
    errors = [one.error for one in found if one.error]
    if errors:
        raise errors[0]
    expected = expected_in(place, grid)
    off = [
        np.abs(one.pixels.values.astype(float) - told).max() for one, told in zip(found, expected)
    ]
    return found[0].pixels, max(off)


@cache
def expected_in(place, grid):
    """What the pixels of a chip must hold."""
    cols, rows = np.meshgrid(np.arange(grid.width_px) + 0.5, np.arange(grid.height_px) + 0.5)
    xs, ys = Affine(*grid.transform) * (cols, rows)
    return metres_from(place, *to_degrees(grid.epsg).transform(xs, ys))
