"""GeoTIFFs of chips: what is read back is what was in the chip."""

from __future__ import annotations

import numpy as np
import pytest
import rasterio
from PIL import Image, TiffTags
from rasterio.enums import ColorInterp

from cbm_chips.core.errors import ReadError, RequestError
from cbm_chips.core.outputs.atomic_write import WriteError, replacing
from cbm_chips.core.outputs.geotiff import chip_files as geotiffs
from cbm_chips.core.outputs.geotiff.chip_files import (
    write_bands,
    write_index,
    write_picture,
)
from cbm_chips.core.reading.gdal.choice import raster_backend
from cbm_chips.core.rendering.composites import composite_of, stack_bands
from cbm_chips.core.rendering.indices import INDICES, index_of_chip
from cbm_chips.core.rendering.look import Look
from cbm_chips.core.rendering.stretch import Absolute, render
from cbm_chips.core.sentinel2.bands import BANDS
from cbm_chips.core.sentinel2.scl import CloudFlag
from tests.builders import a_grid, a_scene
from tests.chips import a_chip

COMPOSITE = ("B08", "B04", "B03")
LIMITS = ((0.0, 6000.0), (200.0, 4000.0), (150.5, 2800.0))
RGB, ALPHA_BESIDE = 2, 2


@pytest.fixture(params=["rasterio", "osgeo", "plain"])
def every_writer(request, monkeypatch):
    """Both of the product's GDALs write the same, and so do we ourselves."""
    if request.param == "plain":
        return
    pytest.importorskip(request.param)
    from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
    from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend

    backend = {"rasterio": RasterioBackend, "osgeo": OsgeoBackend}[request.param]()
    monkeypatch.setattr(geotiffs, "tiff_writer", lambda: backend)


@pytest.mark.usefixtures("every_writer")
def test_each_band_comes_back_pixel_for_pixel_on_its_own_grid(tmp_path):
    chip = a_chip()
    paths = write_bands(chip, tmp_path)
    assert list(paths) == list(chip.bands)
    for band, path in paths.items():
        grid = chip.grid.at(BANDS[band].chip_resolution_m)
        with rasterio.open(path) as file:
            assert np.array_equal(file.read(1), chip.bands[band])
            assert file.dtypes == (chip.bands[band].dtype.name,)
            assert file.crs.to_epsg() == grid.epsg
            assert tuple(file.transform)[:6] == grid.transform
            assert file.nodata == 0
            assert file.descriptions == (band,)


@pytest.mark.usefixtures("every_writer")
def test_a_file_says_what_it_shows_and_where_it_comes_from(tmp_path):
    scene = a_scene(product="S2A_MSIL2A_20200305T103021")
    with rasterio.open(write_bands(a_chip(scene=scene), tmp_path)["B04"]) as file:
        tags = file.tags()
        assert (file.scales, file.offsets) == ((0.0001,), (-0.1,))
    expected = {
        "ACQUIRED": "2020-03-05T10:36:34Z",
        "TIFFTAG_DATETIME": "2020:03:05 10:36:34",
        "SCENE_ID": "S2A_31UFU_20200305_0_L2A",
        "PRODUCT": "S2A_MSIL2A_20200305T103021",
        "PLATFORM": "S2A",
        "TILE": "31UFU",
        "BASELINE": "05.00",
        "RELATIVE_ORBIT": "108",
        "PROVIDER": "earth-search",
        "SOURCE": "https://example.org/v1",
        "BAND": "B04",
        "SCALE": "0.0001",
        "OFFSET": "-0.1",
        "OFFSET_DECISION": "offset -0.1 as the metadata say",
        "CLOUD_FLAG": "partly",
        "CLOUD_FRACTION": "0.0159",
    }
    assert {name: tags.get(name) for name in expected} == expected


@pytest.mark.usefixtures("every_writer")
def test_the_scene_classification_carries_the_official_colours(tmp_path):
    with rasterio.open(write_bands(a_chip(), tmp_path)["SCL"]) as file:
        colors = file.colormap(1)
        assert file.colorinterp == (ColorInterp.palette,)
        assert (file.scales, file.offsets) == ((1.0,), (0.0,))
    assert colors[4][:3] == (0, 160, 0)
    assert colors[8][:3] == (192, 192, 192)


def test_a_classification_in_wider_numbers_becomes_bytes(tmp_path):
    values = np.array([[4, 300], [0, 11]], np.uint16)
    chip = a_chip({"SCL": values}, grid=a_grid(size_m=40))
    with rasterio.open(write_bands(chip, tmp_path)["SCL"]) as file:
        assert file.read(1).tolist() == [[4, 0], [0, 11]]


@pytest.mark.usefixtures("every_writer")
def test_a_composite_is_a_picture_whose_missing_pixels_are_transparent(tmp_path):
    chip = a_chip()
    path = write_picture(
        chip, tmp_path, Look(composite_of(COMPOSITE), Absolute(LIMITS)).renderer(())
    )
    values, valid = stack_bands(chip.bands, COMPOSITE, scales=chip.scales)
    expected = np.moveaxis(render(values, valid, limits=LIMITS), 2, 0)
    assert path.name.endswith(".B08_B04_B03.tif")
    with rasterio.open(path) as file:
        assert np.array_equal(file.read(), expected)
        assert file.colorinterp[:4] == (
            ColorInterp.red,
            ColorInterp.green,
            ColorInterp.blue,
            ColorInterp.alpha,
        )
        assert (file.tags()["LUT"], file.tags()["LIMITS"]) == (
            "0_6000_200_4000_150.5_2800 (series)",
            "0_6000_200_4000_150.5_2800",
        )
        assert not file.dataset_mask()[:2, :2].any()
    with Image.open(path) as picture:
        said = {TiffTags.lookup(number).name: value for number, value in picture.tag_v2.items()}
    assert said["PhotometricInterpretation"] == RGB
    assert said["ExtraSamples"] == (ALPHA_BESIDE,)


@pytest.mark.usefixtures("every_writer")
def test_an_index_is_written_as_numbers(tmp_path):
    chip = a_chip()
    with rasterio.open(write_index(chip, tmp_path, INDICES["NDMI"])) as file:
        expected = index_of_chip(INDICES["NDMI"], chip.bands, scales=chip.scales)
        assert np.array_equal(file.read(1), expected, equal_nan=True)
        assert np.isnan(file.nodata)
        assert file.tags()["INDEX"] == "NDMI"
        assert file.res == (10.0, 10.0)


def test_a_large_chip_is_tiled(tmp_path):
    chip = a_chip(("B04",), grid=a_grid(size_m=5120))
    with rasterio.open(write_bands(chip, tmp_path)["B04"]) as file:
        assert file.block_shapes == [(256, 256)]
        assert file.compression.value == "DEFLATE"


def test_a_band_the_chip_lacks_makes_no_picture(tmp_path):
    with pytest.raises(RequestError, match="B02"):
        write_picture(a_chip(), tmp_path, Look(composite_of(("B04", "B03", "B02"))).renderer(()))
    assert not list(tmp_path.iterdir())


def test_odd_characters_in_foreign_words_do_not_spoil_the_file(tmp_path):
    scene = a_scene(product="<a>\0\ud800&\n")
    with rasterio.open(write_bands(a_chip(scene=scene), tmp_path)["B04"]) as file:
        assert file.tags()["PRODUCT"].startswith("<a>  &")


def test_only_whole_files_are_left(tmp_path):
    chip = a_chip()
    write_bands(chip, tmp_path / "new" / "folder")
    files = list((tmp_path / "new" / "folder").iterdir())
    assert sorted(path.suffix for path in files) == [".tif"] * len(chip.bands)
    assert not [path for path in files if path.name.startswith(".")]


class HalfWriter:
    """Writes half a file, then fails."""

    def write(self, path, image):
        path.write_bytes(b"II*")
        raise ReadError("disk full")


def test_a_writer_that_fails_midway_leaves_nothing_and_spoils_nothing(tmp_path, monkeypatch):
    chip = a_chip(("B04",))
    path = write_bands(chip, tmp_path)["B04"]
    before = path.read_bytes()
    monkeypatch.setattr(geotiffs, "tiff_writer", HalfWriter)
    with pytest.raises(WriteError, match="disk full"):
        write_bands(a_chip(("B04",), flag=CloudFlag.CLEAR), tmp_path)
    assert [path] == list(tmp_path.iterdir())
    assert path.read_bytes() == before


def test_a_place_that_is_taken_is_told_with_its_name(tmp_path):
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(WriteError, match="taken"), replacing(tmp_path / "taken.csv") as beside:
        beside.write_text("x")
    assert [path.name for path in tmp_path.iterdir()] == ["taken.csv"]


def test_a_folder_that_can_not_be_made_is_a_write_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(WriteError):
        write_bands(a_chip(("B04",)), tmp_path / "file" / "place")


def test_both_gdals_write_the_same(tmp_path, monkeypatch):
    pytest.importorskip("osgeo")
    from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
    from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend

    chip, written = a_chip(), []
    for number, backend in enumerate((RasterioBackend(), OsgeoBackend())):
        monkeypatch.setattr(geotiffs, "tiff_writer", lambda backend=backend: backend)
        paths = write_bands(chip, tmp_path / str(number)).values()
        written.append([said_by(path) for path in paths])
    assert written[0] == written[1]


def said_by(path):
    """All that can be read of a file; the order in which it stands there is GDAL's own."""
    with rasterio.open(path) as file:
        words = (file.tags(), file.tags(1), file.tags(ns="IMAGE_STRUCTURE"), file.descriptions)
        return dict(file.profile), words, file.scales, file.offsets, file.read().tobytes()


def test_gdals_memory_is_given_back(tmp_path):
    gdal = pytest.importorskip("osgeo.gdal")
    before = gdal.ReadDir("/vsimem/")
    write_bands(a_chip(), tmp_path)
    assert gdal.ReadDir("/vsimem/") == before


def test_the_product_has_a_gdal_to_write_with():
    assert raster_backend().name
