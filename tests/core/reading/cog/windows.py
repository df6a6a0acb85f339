"""Files and windows for the tests of the fast reader, and what GDAL reads of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window as FileWindow

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.header import parse_layout
from cbm_chips.core.reading.contract import WINDOW, Access, Pixels, Read, ReadJob, open_plainly
from cbm_chips.core.reading.gdal.choice import raster_backend
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP

HURRIED = Network(retries=3, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
SIDE_PX, BLOCK_PX = 1024, 512
INSIDE = Grid(32631, LEFT + 1000, TOP - 2000, 10.0, 128, 128)
ACROSS = Grid(32631, LEFT + 4480, TOP - 4480, 10.0, 128, 128)
"""The corner of four blocks."""
OURS = "windows"
LAYOUT = {"predictor": 2, "blockxsize": BLOCK_PX, "blockysize": BLOCK_PX, "zlevel": 1}


class Noting:
    """The general reader, with a note of what it was asked."""

    def __init__(self, network: Network = HURRIED) -> None:
        self._reader = RasterReader(network)
        self.asked: list[str] = []

    def close(self):
        self._reader.close()

    def read_all(self, jobs, access) -> Iterator[Read | None]:
        self.asked += [job.asset.href for job in jobs]
        yield from self._reader.read_all(jobs, access)


def read_one(reader, href, grid=INSIDE, *, access=open_plainly):
    (read,) = filter(
        None, reader.read_all([ReadJob(Asset("B04", str(href), version="1"), grid)], access)
    )
    return read


def pixels_of(read):
    if read.error:
        raise read.error
    return read.pixels


def direct(path: Path, grid: Grid = INSIDE):
    with rasterio.open(path) as file:
        corner = (grid.left - file.transform.c) / 10, (file.transform.f - grid.top) / 10
        window = FileWindow(*corner, grid.width_px, grid.height_px)
        return file.read(1, window=window, boundless=True, fill_value=0)


def general_name() -> str:
    return raster_backend().name.split()[0]


def assert_same(pixels: Pixels, expected, reader: str = OURS):
    np.testing.assert_array_equal(pixels.values, expected)
    assert pixels.values.dtype == expected.dtype
    assert (pixels.method, pixels.reader.split()[0]) == (WINDOW, reader)


def with_login(login: str):
    def access(asset: Asset, *, renew: bool = False) -> Access:
        return Access(asset.href, headers={"Authorization": login})

    return access


def flipped(whole: bytes, at: int, bit: int) -> bytes:
    with_one = bytearray(whole)
    with_one[at] ^= 1 << bit
    return bytes(with_one)


def place_of_block(path) -> tuple[int, int]:
    whole = path.read_bytes()
    block = parse_layout({0: whole}, size_bytes=len(whole)).block(0, 0)
    return block.offset, block.byte_count
