"""Made files in which pixels hold no data, and what each reader cuts out of them."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from rasterio.enums import ColorInterp

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.backends import BACKENDS
from tests.builders import LEFT, TOP

gdal = pytest.importorskip("osgeo.gdal")
GRID = Grid(32631, LEFT + 160, TOP - 160, 10.0, 64, 64)


def readers():
    """The general reader over each backend, and the fast one in front of the first."""
    general = {name: RasterReader(backend=make()) for name, make in BACKENDS.items()}
    return {**general, "windows": WindowReader(general=general["rasterio"])}


def cut(reader, path, *, grid=GRID, band="B08", **asset):
    job = ReadJob(Asset(band, str(path), **asset), grid)
    (read,) = [read for read in reader.read_all([job], open_plainly) if read is not None]
    if read.error is not None:
        raise read.error
    return read.pixels


def window(values):
    return values[16:80, 16:80]


def gradient(dtype="uint16", base=600, px=128):
    rows, cols = np.mgrid[0:px, 0:px]
    return (base + (rows + 2 * cols) % 97).astype(dtype)


def gdal_update(path):
    from contextlib import contextmanager

    @contextmanager
    def opened():
        dataset = gdal.Open(str(path), gdal.GA_Update)
        yield dataset
        dataset.FlushCache()

    return opened()


def near_in_the_next_zone():
    from pyproj import Transformer

    x, y = Transformer.from_crs(32631, 32632, always_xy=True).transform(LEFT + 1000, TOP - 1000)
    return Grid(32632, round(x / 20) * 20.0, round(y / 20) * 20.0, 10.0, 64, 64)


def with_bands(path, *layers, names=(), alpha_last=False, **profile):
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=layers[0].shape[1],
        height=layers[0].shape[0],
        count=len(layers),
        dtype=layers[0].dtype.name,
        crs="EPSG:32631",
        transform=rasterio.Affine(10, 0, LEFT, 0, -10, TOP),
        **{"tiled": True, "blockxsize": 128, "blockysize": 128, "compress": "deflate", **profile},
    ) as file:
        meanings = [ColorInterp.gray] * len(layers)
        if alpha_last:
            meanings[-1] = ColorInterp.alpha
        file.colorinterp = meanings
        for number, layer in enumerate(layers, start=1):
            file.write(layer, number)
        for number, name in enumerate(names, start=1):
            file.set_band_description(number, name)
    return path
