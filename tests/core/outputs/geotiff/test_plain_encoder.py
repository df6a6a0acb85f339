"""Plain GeoTIFFs of our own: whatever GDAL reads of them, it reads of its own files too."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

import numpy as np
import PIL.Image
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st

from cbm_chips.core.model import Grid
from cbm_chips.core.outputs.atomic_write import WriteError
from cbm_chips.core.outputs.geotiff import plain_encoder as plain_tiff
from cbm_chips.core.outputs.geotiff.chip_files import (
    ChipImage,
    write_bands,
    write_index,
)
from cbm_chips.core.outputs.geotiff.plain_encoder import PlainOrGdalWriter, encoded, is_plain
from cbm_chips.core.outputs.names import MANIFEST, PLACES, TABLE
from cbm_chips.core.outputs.run_folder.manifest import read_manifest
from cbm_chips.core.outputs.run_folder.writer import RunWriter
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.rendering.indices import INDICES
from tests.builders import a_grid
from tests.chips import a_chip, a_parcel

PLAIN = {"COMPRESS": "DEFLATE", "BLOCKYSIZE": "3", "PREDICTOR": "2"}
TAG_NAMES = ("BAND", "PRODUCT", "SCENES", "CLOUD_FLAG", "OFFSET", "SCALE")

words = st.one_of(
    st.text("aZ09 äß€Ώ漢🌾", min_size=1),
    st.lists(st.sampled_from(["&", "amp;", "lt;", "<", ">", '"', "'", "]]>", " "])).map("".join),
)
numbers = st.floats(-1e9, 1e9)
colors = st.dictionaries(st.integers(0, 255), st.tuples(*3 * [st.integers(0, 255)]), min_size=1)


def an_image(layer=None, **others):
    """3 rows of 5 px, somewhere in zone 31."""
    layer = np.arange(15, dtype=np.uint16).reshape(3, 5) if layer is None else layer
    height_px, width_px = layer.shape
    fields = {
        "grid": Grid(32631, 655_680.0, 5_844_380.0, 10, width_px, height_px),
        "layers": [layer],
        "names": ["B04"],
        "tags": {"BAND": "B04", "TIFFTAG_DATETIME": "2020:03:05 10:36:34"},
        "scales": [(0.0001, -0.1)],
        "creation": {**PLAIN, "BLOCKYSIZE": str(height_px)},
    }
    return ChipImage(**{**fields, **others})


@st.composite
def layers(draw, dtype):
    """Noise, a single value, or both halves of it, with the largest steps there can be."""
    shape = draw(st.tuples(st.integers(1, 40), st.integers(1, 40)))
    most = np.iinfo(dtype).max
    noise = np.random.default_rng(draw(st.integers(0, 99))).integers(0, most, shape, dtype, True)
    flat = draw(st.integers(0, most))
    return draw(st.sampled_from([noise, np.full(shape, flat, dtype), np.where(noise % 2, most, 0)]))


@st.composite
def images(draw):
    """All kinds of plain images."""
    is_classes = draw(st.booleans())
    dtype = np.uint8 if is_classes else draw(st.sampled_from([np.uint8, np.uint16]))
    layer = draw(layers(dtype)).astype(dtype)
    made = an_image(layer)
    epsg = draw(st.sampled_from([32600, 32700])) + draw(st.integers(1, 60))
    left, top = draw(st.integers(16_600, 83_300)), draw(st.integers(0, 999_000))
    creation = {name: text for name, text in made.creation.items() if name != "PREDICTOR"}
    return replace(
        made,
        grid=replace(made.grid, epsg=epsg, left=10.0 * left, top=10.0 * top),
        tags={**made.tags, **draw(st.dictionaries(st.sampled_from(TAG_NAMES), words))},
        scales=draw(st.lists(st.tuples(numbers, numbers), max_size=1)),
        colors=draw(colors) if is_classes else {},
        creation=creation if is_classes else made.creation,
    )


def said_by(path):
    """All that GDAL reads of a file, but for its own order of the tags."""
    with rasterio.open(path) as file:
        words = (file.tags(), file.tags(1), file.tags(ns="IMAGE_STRUCTURE"), file.descriptions)
        palette = file.colormap(1) if file.colorinterp[0].name == "palette" else {}
        numbers = (file.scales, file.offsets, file.read().tobytes(), palette, file.mask_flag_enums)
        return dict(file.profile), file.crs.to_wkt(), file.colorinterp, words, numbers


@settings(deadline=None)
@given(image=images())
def test_gdal_reads_what_it_would_have_written(tmp_path_factory, image):
    folder = tmp_path_factory.mktemp("plain")
    assert is_plain(image)
    PlainOrGdalWriter().write(folder / "ours.tif", image)
    RasterioBackend().write(folder / "gdals.tif", image)
    assert said_by(folder / "ours.tif") == said_by(folder / "gdals.tif")


@pytest.mark.parametrize("epsg", [32601, 32631, 32660, 32701, 32760])
def test_the_zone_is_told_in_gdals_words_to_those_who_do_not_know_its_number(tmp_path, epsg):
    image = an_image(grid=Grid(epsg, 500_000.0, 10.0, 10, 5, 3))
    told = []
    for writer in (PlainOrGdalWriter(), RasterioBackend()):
        writer.write(tmp_path / "file.tif", image)
        with PIL.Image.open(tmp_path / "file.tif") as picture:
            told.append([picture.tag_v2[tag] for tag in (33550, 33922, 34735, 34737)])
    assert told[0] == told[1]


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_others_than_gdal_read_the_pixels_too(tmp_path, dtype):
    layer = np.random.default_rng(0).integers(0, np.iinfo(dtype).max, (64, 48), dtype)
    path = tmp_path / "plain.tif"
    path.write_bytes(encoded(an_image(layer)))
    with PIL.Image.open(path) as picture:
        assert np.array_equal(np.asarray(picture), layer)


def test_pixels_that_do_not_lie_one_behind_the_other_are_written_in_their_order(tmp_path):
    layer = np.arange(600, dtype=np.uint16).reshape(20, 30)[::2, ::-3]
    path = tmp_path / "plain.tif"
    path.write_bytes(encoded(an_image(layer)))
    with rasterio.open(path) as file:
        assert np.array_equal(file.read(1), layer)


def test_the_same_image_is_the_same_file():
    assert encoded(an_image()) == encoded(an_image())


NOT_PLAIN = {
    "signed": an_image(np.zeros((3, 5), np.int16)),
    "wide": an_image(np.zeros((3, 5), np.uint32)),
    "large end first": an_image(np.zeros((3, 5), ">u2")),
    "numbers with a fraction": an_image(np.zeros((3, 5), np.float32), nodata=float("nan")),
    "two bands": an_image(layers=2 * [np.zeros((3, 5), np.uint16)], names=["B04", "B03"]),
    "another shape": an_image(layers=[np.zeros((5, 3), np.uint16)]),
    "no nodata": an_image(nodata=None),
    "another nodata": an_image(nodata=1),
    "polar": an_image(grid=Grid(32661, 0.0, 0.0, 10, 5, 3)),
    "no zone": an_image(grid=Grid(32600, 0.0, 0.0, 10, 5, 3)),
    "another CRS": an_image(grid=Grid(3035, 0.0, 0.0, 10, 5, 3)),
    "tiled": an_image(creation={**PLAIN, "TILED": "YES"}),
    "another compression": an_image(creation={**PLAIN, "COMPRESS": "LZW"}),
    "no predictor": an_image(creation={"COMPRESS": "DEFLATE", "BLOCKYSIZE": "3"}),
    "several strips": an_image(creation={**PLAIN, "BLOCKYSIZE": "1"}),
    "a picture": an_image(is_rgba=True),
    "a palette of 16 bits": an_image(colors={1: (1, 2, 3)}),
    "a field of its own": an_image(tags={"TIFFTAG_SOFTWARE": "x"}),
    "a time in other words": an_image(tags={"TIFFTAG_DATETIME": "yesterday"}),
    "a line break": an_image(tags={"PRODUCT": "a\nb"}),
    "an odd name of a tag": an_image(tags={'a"b': "c"}),
    "an odd name of a band": an_image(names=["<B04>"]),
}


@pytest.mark.parametrize("what", NOT_PLAIN)
def test_all_that_is_not_plain_is_left_to_gdal(tmp_path, monkeypatch, what):
    left = []

    class Gdal:
        def write(self, path, image):
            left.append((path, image))

    monkeypatch.setattr(plain_tiff, "raster_backend", Gdal)
    PlainOrGdalWriter().write(tmp_path / "file.tif", NOT_PLAIN[what])
    assert left == [(tmp_path / "file.tif", NOT_PLAIN[what])]


class NoGdalError(Exception):
    """GDAL was asked for."""


def no_gdal():
    raise NoGdalError


@contextmanager
def no_room_for_pixels():
    """The system takes no file beyond 8 KB: the lists fit, a band of 128 x 128 px doesn't.

    Nothing else may be written meanwhile, the test's own report least of all.
    """
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_a_file_that_the_disk_takes_half_of_is_told_and_gone(tmp_path):
    run = RunWriter(tmp_path)
    with no_room_for_pixels():
        run.add(a_parcel(), a_chip(("B04",)))
        with pytest.raises(WriteError, match="B04"):
            run.finish()
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {MANIFEST, TABLE, PLACES}
    assert read_manifest(tmp_path / MANIFEST) == ()


@pytest.mark.parametrize("size_m", [40, 1280, 2560])
def test_the_bands_of_a_small_chip_need_no_gdal(tmp_path, monkeypatch, size_m):
    monkeypatch.setattr(plain_tiff, "raster_backend", no_gdal)
    with RunWriter(tmp_path) as run:
        run.add(a_parcel(), a_chip(grid=a_grid(size_m=size_m)))
    assert len(run.finish().files) == 5


def test_large_chips_and_indices_do(tmp_path, monkeypatch):
    monkeypatch.setattr(plain_tiff, "raster_backend", no_gdal)
    with pytest.raises(NoGdalError):
        write_bands(a_chip(("B04",), grid=a_grid(size_m=5120)), tmp_path)
    with pytest.raises(NoGdalError):
        write_index(a_chip(), tmp_path, INDICES["NDMI"])
    assert not list(tmp_path.iterdir())
