"""GeoTIFFs written by either backend."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
import rasterio

from cbm_chips.core.errors import ReadError
from cbm_chips.core.reading.contract import WINDOW
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from tests.core.reading.gdal.windows import INSIDE, Image, a_geotiff


def test_a_written_image_reads_back_equal_with_either_backend(backend, tmp_path):
    image = a_geotiff()
    backend.write(tmp_path / "chip.tif", image)
    with rasterio.open(tmp_path / "chip.tif") as file:
        assert (file.read() == np.stack(image.layers)).all()
        assert file.descriptions == ("B04", "B08")
        assert image.tags.items() <= file.tags().items()
        assert (file.scales, file.offsets) == ((0.0001, 0.0001), (-0.1, 0.0))
        assert (file.nodata, file.crs.to_epsg()) == (0, 32631)
        assert tuple(file.transform)[:6] == INSIDE.transform
        assert file.profile["compress"] == "deflate"
    read_backs = [RasterioBackend()] + ([OsgeoBackend()] if find_spec("osgeo") else [])
    for other in read_backs:
        read = other.read(str(tmp_path / "chip.tif"), INSIDE, {})
        assert (read.values == image.layers[0]).all()
        assert read.method == WINDOW
    assert [path.name for path in tmp_path.iterdir()] == ["chip.tif"]


def test_a_picture_is_written_in_red_green_blue_and_alpha(backend, tmp_path):
    layers = list(np.random.default_rng(5).integers(0, 256, (4, 128, 128)).astype("uint8"))
    names = ["red", "green", "blue", "alpha"]
    creation = {"COMPRESS": "DEFLATE", "PHOTOMETRIC": "RGB", "ALPHA": "YES"}
    image = a_geotiff(
        layers=layers, names=names, is_rgba=True, nodata=None, scales=[], creation=creation
    )
    backend.write(tmp_path / "picture.tif", image)
    with rasterio.open(tmp_path / "picture.tif") as file:
        assert [color.name for color in file.colorinterp] == names
        assert (file.read() == np.stack(layers)).all()
        assert file.nodata is None


def test_classes_are_written_with_their_colours(backend, tmp_path):
    scl = np.random.default_rng(6).integers(0, 12, (64, 64)).astype("uint8")
    colors = {4: (0, 160, 0), 9: (255, 255, 255)}
    image = Image(INSIDE.at(20), [scl], ["SCL"], colors=colors)
    backend.write(tmp_path / "scl.tif", image)
    with rasterio.open(tmp_path / "scl.tif") as file:
        assert file.colormap(1)[4] == (0, 160, 0, 255)
        assert file.colormap(1)[9] == (255, 255, 255, 255)
        assert (file.read(1) == scl).all()


def test_an_image_that_cannot_be_written_is_an_error_of_ours(backend, tmp_path):
    with pytest.raises(ReadError):
        backend.write(tmp_path / "no such folder" / "chip.tif", a_geotiff())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_an_error_of_ours(backend, tmp_path):
    (tmp_path / "chip.tif").symlink_to("/dev/full")
    with pytest.raises(ReadError):
        backend.write(tmp_path / "chip.tif", a_geotiff())
