"""A file is opened as a GeoTIFF or JPEG 2000 whatever it says it is, and leads nowhere else."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cbm_chips.core.errors import ReadError
from cbm_chips.core.model import Asset, Grid
from cbm_chips.core.reading.cog.reader import WindowReader
from cbm_chips.core.reading.contract import Access, ReadJob
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.reading.gdal.reader import RasterReader
from cbm_chips.core.reading.network import Network
from tests.builders import LEFT, TOP, write_tile
from tests.servers.process import ServerProcess

HURRIED = Network(retries=1, retry_delay_s=0.01, connect_timeout_s=60, read_timeout_s=60)
GRIDS = {
    "window": Grid(32631, LEFT + 100, TOP - 100, 10.0, 64, 64),
    "warp": Grid(32631, LEFT, TOP, 40.0, 32, 32),
}
VALUES = np.random.default_rng(4).integers(1, 9000, (256, 256)).astype("uint16")
KINDS = "the file is neither a GeoTIFF nor JPEG 2000"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("files")


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory):
    """Another host, which nobody has named."""
    root = tmp_path_factory.mktemp("elsewhere")
    write_tile(root / "secret.tif", VALUES)
    (root / "0.png").write_bytes(b"")
    with ServerProcess("range_files", root) as server:
        server.folder = root
        yield server


@pytest.fixture(params=[RasterioBackend, OsgeoBackend], ids=["rasterio", "osgeo"])
def backend(request):
    if request.param is OsgeoBackend:
        pytest.importorskip("osgeo")
    return request.param()


@pytest.fixture(params=["general", "both"])
def reader(request, backend):
    general = RasterReader(HURRIED, backend=backend)
    return general if request.param == "general" else WindowReader(HURRIED, general=general)


def with_login(asset: Asset, *, renew: bool = False) -> Access:
    if "://" not in asset.href:
        return Access(asset.href)
    return Access(asset.href, headers={"Authorization": "Bearer t0ken"})


def read_one(reader, href, grid=GRIDS["window"]):
    (read,) = filter(None, reader.read_all([ReadJob(Asset("B04", str(href)), grid)], with_login))
    return read


def vrt_of(source: object) -> str:
    return f"""<VRTDataset rasterXSize="256" rasterYSize="256"><SRS>EPSG:32631</SRS>
<GeoTransform>{LEFT}, 10, 0, {TOP}, 0, -10</GeoTransform><VRTRasterBand dataType="UInt16" band="1">
<SimpleSource><SourceFilename>{source}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
</VRTRasterBand></VRTDataset>"""


def wms_of(url: str) -> str:
    return f"""<GDAL_WMS><Service name="TMS"><ServerUrl>{url}/${{z}}.png</ServerUrl></Service>
<DataWindow><UpperLeftX>{LEFT}</UpperLeftX><UpperLeftY>{TOP}</UpperLeftY>
<LowerRightX>{LEFT + 2560}</LowerRightX><LowerRightY>{TOP - 2560}</LowerRightY><SizeX>256</SizeX>
<SizeY>256</SizeY></DataWindow><Projection>EPSG:32631</Projection><BandsCount>1</BandsCount>
</GDAL_WMS>"""


CONTENTS = {
    "a VRT of another host": lambda there: vrt_of(f"/vsicurl/{there.url}/secret.tif"),
    "a VRT of a file here": lambda there: vrt_of(there.folder / "secret.tif"),
    "a map server": lambda there: wms_of(there.url),
    "a grid in letters": lambda there: (
        "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2 3 4"
    ),
    "a web page": lambda there: "<!DOCTYPE html><html></html>",
    "nothing": lambda there: "",
}


@pytest.fixture(params=["local", "remote"])
def place(request):
    return request.param


@pytest.fixture
def name(request):
    """Of a file of one test only: GDAL keeps what it knows of a URL for the process."""
    return f"{sha256(request.node.name.encode()).hexdigest()[:16]}.tif"


@pytest.fixture
def href(place, name, folder, server):
    return folder / name if place == "local" else f"{server.url}/{name}"


@pytest.mark.parametrize("content", CONTENTS)
def test_another_kind_of_file_is_refused_and_nobody_else_is_asked(
    reader, elsewhere, folder, content, name, href
):
    elsewhere.reset()
    (folder / name).write_text(CONTENTS[content](elsewhere))
    read = read_one(reader, href)
    assert read.pixels is None
    assert str(href).startswith("http") or str(read.error) == KINDS
    assert elsewhere.stats()["requests"] == 0


@pytest.mark.parametrize("grid", GRIDS.values(), ids=GRIDS)
def test_what_a_geotiff_says_of_other_files_is_not_heeded(
    reader, elsewhere, folder, grid, name, href
):
    """Not its overviews elsewhere, nor a mask, statistics or a position beside it."""
    elsewhere.reset()
    path = write_tile(folder / name, VALUES, compress="lzw")
    with rasterio.open(path, "r+") as file:
        there = f"/vsicurl/{elsewhere.url}/secret.tif"
        file.update_tags(ns="OVERVIEWS", OVERVIEW_FILE=there)
        file.update_tags(1, ns="OVERVIEWS", OVERVIEW_FILE=there)
        file.update_tags(ns="SUBDATASETS", SUBDATASET_1_NAME=there)
    for ending in (".ovr", ".msk", ".aux.xml"):
        Path(f"{path}{ending}").write_text(vrt_of(there), encoding="utf-8")
    read = read_one(reader, href, grid)
    assert np.isin(read.pixels.values, VALUES).all()
    assert elsewhere.stats()["requests"] == 0


@pytest.mark.parametrize("prefix", ["GTIFF_DIR:1:", "/vsisubfile/0,", "/vsicurl/", "VRT:", ""])
def test_a_name_that_only_gdal_understands_is_no_file(reader, elsewhere, folder, prefix):
    elsewhere.reset()
    path = write_tile(folder / "named.tif", VALUES)
    names = [f"{prefix}{path}"] if prefix else [vrt_of(path), wms_of(elsewhere.url)]
    names += [f"/vsicurl/{elsewhere.url}/secret.tif", f"/vsizip//vsicurl/{elsewhere.url}/0.zip"]
    for name in names:
        error = read_one(reader, name).error
        assert (str(error), error.http_status) == ("404, file missing", 404)
    assert elsewhere.stats()["requests"] == 0


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes with a name")
def test_what_is_no_plain_file_is_not_waited_for(reader, tmp_path):
    os.mkfifo(tmp_path / "pipe.tif")
    for path in (tmp_path / "pipe.tif", tmp_path, "/dev/zero"):
        assert read_one(reader, path).error.http_status == 404


@pytest.fixture(scope="module")
def jpeg(folder):
    path = folder / "B04.jp2"
    with rasterio.open(write_tile(folder / "plain.tif", VALUES)) as file:
        profile = {**file.profile, "driver": "JP2OpenJPEG"}
    for name in ("tiled", "compress", "interleave", "nodata"):
        profile.pop(name, None)
    with rasterio.open(path, "w", **profile, QUALITY="100", REVERSIBLE="YES") as file:
        file.write(VALUES, 1)
    return path


def test_a_jpeg_2000_is_still_read(reader, jpeg, server):
    for href in (jpeg, f"{server.url}/B04.jp2"):
        read = read_one(reader, href)
        if read.error:
            raise read.error
        assert (read.pixels.values == VALUES[10:74, 10:74]).all()


def test_the_error_of_a_backend_is_ours(backend, tmp_path):
    (tmp_path / "a.tif").write_text(vrt_of("/x"))
    with pytest.raises(ReadError, match=KINDS):
        backend.read(str(tmp_path / "a.tif"), GRIDS["window"], {})
