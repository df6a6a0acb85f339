"""What the tests of faults share: three readers and the files they read."""

from __future__ import annotations

import pytest
from rasterio.shutil import copy

from tests.builders import write_tile
from tests.core.reading.faults.reads import READERS, VALUES


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("files")
    write_tile(root / "deflate.tif", VALUES, predictor=2)
    write_tile(root / "lzw.tif", VALUES, compress="lzw")
    lossless = {"driver": "JP2OpenJPEG", "QUALITY": "100", "REVERSIBLE": "YES"}
    copy(root / "lzw.tif", root / "jpeg.jp2", **lossless)
    return root


@pytest.fixture(params=READERS, ids=lambda make: make.__name__)
def make(request):
    return request.param
