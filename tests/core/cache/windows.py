"""Made windows, jobs and readers for the tests of the cache, also in children of theirs."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cbm_chips.core.cache import (
    CachedReader,
    ChipCache,
    pixel_key,
)
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import WINDOW, Access, Pixels, ReadJob
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP
from tests.python_child import PythonChild

WINDOW_OF_FILE = Grid(32631, LEFT + 200, TOP - 200, 10.0, 64, 64)
HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)


def key_of(source, job):
    return pixel_key(source, job.asset, job.grid)


def some_pixels(seed: int = 1, dtype="uint16", shape=(64, 64), method=WINDOW) -> Pixels:
    values = np.random.default_rng(seed).integers(0, 255, shape).astype(dtype)
    return Pixels(values, method, "the reader", bytes_read=12_345)


def job(href="https://host/B04.tif", band="B04", grid=WINDOW_OF_FILE) -> ReadJob:
    return ReadJob(Asset(band, href, version="1"), grid)


def in_another_process(script: str, *arguments: object) -> PythonChild:
    """Run a script that begins when a line arrives on its standard input."""
    return PythonChild("input()\n" + script, *arguments)


def outcomes(children: list[PythonChild]) -> list[str]:
    """Start them all, then wait for all."""
    for child in children:
        child.say("go")
    return [child.outcome() for child in children]


def forgetfully(asset: Asset, *, renew: bool = False) -> Access:
    """Access by which GDAL keeps nothing in its own memory: what is read again is asked again."""
    return Access(asset.href, {"CPL_VSIL_CURL_NON_CACHED": "/vsicurl/http://127.0.0.1"})


def a_reader(cache: ChipCache) -> CachedReader:
    return CachedReader(RasterReader(HURRIED), cache, source="test")


def jobs_for(server, *names: str, grid=WINDOW_OF_FILE) -> list[ReadJob]:
    return [job(f"{server.url}/{name}.tif", Path(name).name, grid) for name in names]


def values_of(reader, jobs, access=forgetfully) -> dict[str, list]:
    reads = list(filter(None, reader.read_all(jobs, access)))
    assert {id(read.job) for read in reads} == {id(job) for job in jobs}
    assert len(reads) == len(jobs)
    assert not [read.error for read in reads if read.error]
    return {read.job.asset.href: read.pixels.values.tolist() for read in reads}
