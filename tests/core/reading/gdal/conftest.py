"""What the tests of GDAL's readers share: files, both backends, a reader with each."""

from __future__ import annotations

import shutil

import numpy as np
import pytest

from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import RasterReader
from tests.builders import write_tile
from tests.core.reading.gdal.windows import HURRIED, SIDE_PX


@pytest.fixture(scope="session")
def originals(tmp_path_factory):
    rng = np.random.default_rng(7)
    root = tmp_path_factory.mktemp("originals")
    for name in ("B04", "B08"):
        write_tile(
            root / f"{name}.tif",
            rng.integers(1, 20_000, (SIDE_PX, SIDE_PX)).astype("uint16"),
            zlevel=1,
        )
    write_tile(root / "SCL.tif", rng.integers(0, 12, (512, 512)).astype("uint8"), resolution_m=20.0)
    write_tile(
        root / "B01.tif", rng.integers(1, 9_000, (170, 170)).astype("uint16"), resolution_m=60.0
    )
    return root


@pytest.fixture(scope="module")
def folder(originals, tmp_path_factory):
    """A module's own, to add files to."""
    return shutil.copytree(originals, tmp_path_factory.mktemp("files"), dirs_exist_ok=True)


@pytest.fixture
def copied():
    """By `fresh_url`."""
    return "B04.tif"


@pytest.fixture(params=[RasterioBackend, OsgeoBackend], ids=["rasterio", "osgeo"])
def backend(request):
    if request.param is OsgeoBackend:
        pytest.importorskip("osgeo")
    return request.param()


@pytest.fixture
def reader(backend):
    return RasterReader(HURRIED, backend=backend)
