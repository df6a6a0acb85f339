"""What the tests of how reading ends share: three readers, their files and their outcomes."""

from __future__ import annotations

import socket
from contextlib import closing

import numpy as np
import pytest

from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP
from tests.effort import IS_THOROUGH

HURRIED = Network(retries=2, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
GRID = Grid(32631, LEFT + 100, TOP - 200, 10.0, 64, 64)
VALUES = np.random.default_rng(8).integers(1, 9000, (128, 128)).astype("uint16")
INSIDE = VALUES[20:84, 10:74]


class Never:
    """A general reader that must not be asked."""

    def read_all(self, jobs, access):
        raise AssertionError("handed over")
        yield

    def close(self):
        """Nothing is open."""


def windows(network: Network):
    return WindowReader(network, general=Never())


def by_rasterio(network: Network):
    return RasterReader(network, backend=RasterioBackend())


def by_osgeo(network: Network):
    pytest.importorskip("osgeo")
    return RasterReader(network, backend=OsgeoBackend())


def name_or_text(value):
    return getattr(value, "__name__", None) or ascii(value)


READERS = (windows, by_rasterio, by_osgeo)


def complete(make):
    """With somebody to hand over to."""
    return make(HURRIED) if make is not windows else both(HURRIED)


def both(network: Network):
    return WindowReader(network, general=by_osgeo(network))


def outcomes(reader, hrefs, access=open_plainly):
    jobs = [ReadJob(Asset("B04", str(href)), GRID) for href in hrefs]
    found = {id(read.job): read for read in reader.read_all(jobs, access) if read}
    assert len(found) == len(jobs)
    return [found[id(job)] for job in jobs]


def share_of(rows, make):
    """Each row is tried with one of the readers, in a thorough run with all of them."""
    rows = list(rows)
    return rows if IS_THOROUGH else rows[READERS.index(make) :: len(READERS)]


def error_of(reader, href):
    (read,) = outcomes(reader, [href])
    assert read.pixels is None
    return read.error


def kind_of(error):
    return type(error).__name__


def free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]
