"""The built-in archive's files: as other libraries want them."""

from __future__ import annotations

import struct
from collections import Counter
from pathlib import Path

import pytest

from tests.core.sample_archive.archive_files import file_of, items

TILE_ORIGIN = (600000, 5900040)
rasterio = pytest.importorskip("rasterio")


def test_every_file_is_a_cloud_optimised_geotiff_on_the_tile_s_lattice(sample_archive):
    for item in items(sample_archive)[:2] + items(sample_archive, "sentinel-2-l1c")[:1]:
        for key, asset in item["assets"].items():
            path = file_of(sample_archive, item, key)
            with rasterio.open(path) as dataset:
                structure = dataset.tags(ns="IMAGE_STRUCTURE")
                assert (structure["LAYOUT"], structure["COMPRESSION"]) == ("COG", "DEFLATE")
                assert structure.get("PREDICTOR") == "2"
                assert dataset.block_shapes == [(256, 256)]
                assert bool(dataset.overviews(1)) == (dataset.width > 256)
                assert dataset.dtypes == (asset["raster:bands"][0]["data_type"],)
                assert dataset.nodata == 0
                assert list(dataset.shape) == asset["proj:shape"]
                assert list(dataset.transform)[:6] == asset["proj:transform"]
                step = 60 if asset["gsd"] == 60 else 20
                assert (dataset.transform.c - TILE_ORIGIN[0]) % step == 0
                assert (TILE_ORIGIN[1] - dataset.transform.f) % step == 0
            assert path.stat().st_size == asset["file:size"]
            assert first_directory_offset(path) < 1000


def first_directory_offset(path: Path) -> int:
    """Where the first image directory of a little-endian TIFF begins."""
    with path.open("rb") as file:
        return struct.unpack("<2sHI", file.read(8))[2]


def test_a_stac_library_walks_the_catalogue(sample_archive):
    pystac = pytest.importorskip("pystac")
    catalog = pystac.Catalog.from_file(str(sample_archive))
    found = list(catalog.get_items(recursive=True))
    assert len(found) == len({item.id for item in found}) == 41
    for item in found:
        assert all(Path(asset.get_absolute_href()).is_file() for asset in item.assets.values())


def test_items_say_their_projection_in_the_old_way_or_the_new_one(sample_archive):
    ways = Counter(
        key
        for item in items(sample_archive)
        for key in item["properties"]
        if key in ("proj:epsg", "proj:code")
    )
    assert min(ways["proj:epsg"], ways["proj:code"]) > 5
    assert sum(ways.values()) == len(items(sample_archive))


def test_items_lie_where_their_pixels_lie(sample_archive):
    for item in items(sample_archive):
        west, south, east, north = item["bbox"]
        assert 5.6 < west < 5.70 < east < 5.72
        assert 52.66 < south < 52.68
        assert 52.71 < north < 52.73
