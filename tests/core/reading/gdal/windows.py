"""Files and windows for the tests of GDAL's readers, and what rasterio reads of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window as FileWindow

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP

SIDE_PX = 1024
HURRIED = Network(retries=3, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
IMPATIENT = Network(retries=9, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=1)
INSIDE = Grid(32631, LEFT + 3000, TOP - 4000, 10.0, 128, 128)


def read_one(reader, href, grid=INSIDE, *, band="B04", access=open_plainly):
    (read,) = filter(None, reader.read_all([ReadJob(Asset(band, str(href)), grid)], access))
    return read


def pixels_of(read):
    if read.error:
        raise read.error
    return read.pixels


def direct(path: Path, grid: Grid):
    with rasterio.open(path) as file:
        step = file.transform.a
        corner = ((grid.left - LEFT) / step, (TOP - grid.top) / step)
        window = FileWindow(*corner, grid.width_px, grid.height_px)
        return file.read(1, window=window, boundless=True, fill_value=0)


FOREIGN = Grid(32632, 203_600.0, 5_903_680.0, 10.0, 128, 128)
FOREIGN_AT_THE_EDGE = Grid(32632, 199_000.0, 5_908_500.0, 10.0, 128, 128)


@dataclass
class Image:
    """A picture to write, as `backend.GeoTiff` describes it."""

    grid: Grid
    layers: list
    names: list
    tags: dict = field(default_factory=dict)
    nodata: float | None = 0
    is_rgba: bool = False
    scales: list = field(default_factory=list)
    colors: dict = field(default_factory=dict)
    creation: dict = field(default_factory=lambda: {"COMPRESS": "DEFLATE", "TILED": "YES"})


def a_geotiff(**others) -> Image:
    rng = np.random.default_rng(11)
    layers = [rng.integers(0, 9000, (128, 128)).astype("uint16") for _ in range(2)]
    fields = {
        "names": ["B04", "B08"],
        "tags": {"ACQUIRED": "2020-03-05T10:36:34Z", "NOTE": "zwölf"},
        "scales": [(0.0001, -0.1), (0.0001, 0.0)],
        **others,
    }
    return Image(INSIDE, fields.pop("layers", layers), **fields)
