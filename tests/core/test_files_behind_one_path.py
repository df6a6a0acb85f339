"""Files behind one path, told apart by their query alone: each is read as what it is."""

from __future__ import annotations

from contextlib import closing
from urllib.parse import urlencode

import numpy as np
import pytest

from cbm_chips.core.cache import CachedReader, ChipCache
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.contract import ReadJob, open_plainly
from cbm_chips.core.reading.default_reader import default_reader
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP, write_tile
from tests.core.signed_urls import AZURE, signed

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
INSIDE = Grid(32631, LEFT, TOP, 10.0, 64, 64)
BANDS = {"B04": 4.0, "B08": 8.0}
"""And what all pixels of each are."""
QUERIES_OF_A_BAND = (
    "token={}.tif",
    "filetoken={}.tif",
    "policy={}.tif",
    "signature={}.tif",
    "expires={}.tif",
    "X-Amz-Signature={}.tif",
    "sv=2020-08-04&st=1&sr=b&sp=r&se=2&sig={}.tif",
    f"{urlencode({**AZURE, 'sr': 'X'}).replace('sr=X', 'sr={}.tif')}",
    f"{urlencode(AZURE)}&sp={{}}.tif",
    "id={}.tif#{}",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    root = tmp_path_factory.mktemp("bands")
    for band, value in BANDS.items():
        write_tile(root / f"{band}.tif", np.full((128, 128), value, "uint16"), predictor=2)
    return root


def means_of(reader, files) -> dict[str, float]:
    """By address; `files` are bands and addresses."""
    jobs = [ReadJob(Asset(band, href, version="1"), INSIDE) for band, href in files]
    reads = filter(None, reader.read_all(jobs, open_plainly))
    return {read.job.asset.href: float(read.pixels.values.mean()) for read in reads}


@pytest.mark.parametrize("kind", ["fast", "general"])
def test_files_behind_one_path_are_never_taken_for_one_another(server, tmp_path, kind):
    files = [
        (band, f"{server.url}/dl?{query.format(band, band)}")
        for query in QUERIES_OF_A_BAND
        for band in BANDS
    ]
    right = {href: BANDS[band] for band, href in files}

    def a_reader(cache=None):
        if kind == "general":
            return RasterReader(HURRIED)
        return default_reader(HURRIED, stores=cache.file_stores if cache else None)

    assert means_of(a_reader(), files) == right
    with closing(ChipCache(tmp_path)) as cache:
        for _ in ("cold", "warm"):
            kept = CachedReader(a_reader(cache), cache, source="test")
            assert means_of(kept, files) == right
        kept_bytes_alone = a_reader(cache)
        assert means_of(kept_bytes_alone, files) == right


def test_a_file_signed_again_costs_no_request(server, tmp_path):
    cache = ChipCache(tmp_path)
    address = f"{server.url}/B04.tif"
    again = {**AZURE, "sig": f"{'b' * 43}=", "se": "2031-01-01T00:00:00Z"}
    first, second = (signed(address, one) for one in (AZURE, again))
    reader = CachedReader(default_reader(HURRIED), cache, source="test")
    assert means_of(reader, [("B04", first)]) == {first: 4.0}
    server.reset()
    assert means_of(reader, [("B04", second)]) == {second: 4.0}
    assert server.stats()["requests"] == 0
    cache.close()
