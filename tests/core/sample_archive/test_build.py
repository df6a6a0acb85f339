"""The built-in archive is built once, whole or not at all, and the same every time."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from cbm_chips.core import sample_archive as sample
from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import ReadError, SourceError
from cbm_chips.core.model import Grid
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.sample_archive import archive, cog
from cbm_chips.core.sample_archive.passes import products

rasterio = pytest.importorskip("rasterio")


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def levels_of(group) -> Counter:
    return Counter(product.level for product in group)


def a_few() -> list:
    """The first acquisition of several products."""
    return [group for group in products() if levels_of(group)["LEVEL2A"] > 1][:1]


def more_than_are_made_at_once() -> list:
    """Five acquisitions: of two that are made side by side, both may be done before a stop."""
    return list(products())[:5]


def build_of(groups, folder: Path) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(archive, "products", groups)
        return sample.build_sample(folder).parent


class NoPixels:
    """An image that takes no time to draw."""

    def pixels(self, product, band):
        return np.zeros((4, 4), np.uint8)


@pytest.fixture
def no_pixels(monkeypatch):
    """For tests of folders and files: each file holds its own name."""
    monkeypatch.setattr(archive, "the_surface", lambda: None)
    monkeypatch.setattr(archive, "image_of", lambda *_: NoPixels())
    monkeypatch.setattr(
        archive, "write_parcels", lambda folder: (folder / "parcels.gpkg").write_text("parcels")
    )
    monkeypatch.setattr(archive, "write_cog", lambda path, *_, **__: path.write_text(path.name))


@pytest.fixture
def only_one(monkeypatch, no_pixels):
    """Builds hold one acquisition, of both levels."""
    one = next(group for group in products() if len(levels_of(group)) == 2)
    monkeypatch.setattr(archive, "products", lambda: [one])


def test_a_reduced_build_holds_the_same_files_as_the_whole(tmp_path, sample_archive):
    few, whole = build_of(a_few, tmp_path / "sample"), sample_archive.parent
    names = [name for name in hashes(few) if name.endswith((".tif", ".gpkg"))]
    assert len(names) > 20
    assert all((few / name).read_bytes() == (whole / name).read_bytes() for name in names)


def test_an_archive_of_another_version_is_built_anew_and_then_left_alone(tmp_path, only_one):
    old = tmp_path / "sample"
    old.mkdir()
    (old / "VERSION").write_text("0\n")
    (old / "leftover.tif").write_text("old")
    catalog = sample.sample_catalog(tmp_path)
    assert catalog.is_file()
    assert not (old / "leftover.tif").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["sample"]
    before = catalog.stat().st_mtime_ns
    assert sample.sample_catalog(tmp_path) == catalog
    assert catalog.stat().st_mtime_ns == before


def test_a_build_that_fails_leaves_nothing_behind(tmp_path, only_one, monkeypatch):
    def full_disk(*_args, **_kwargs):
        raise ReadError("no space left on device")

    monkeypatch.setattr(archive, "write_cog", full_disk)
    with pytest.raises(ReadError, match="no space left"):
        sample.build_sample(tmp_path / "sample")
    assert list(tmp_path.iterdir()) == []


def test_a_build_that_is_stopped_ends_and_leaves_nothing_behind(tmp_path, only_one, monkeypatch):
    stop, written, write = Cancellation(), [], archive.write_cog

    def stopping(*given, **more):
        written.append(given[0])
        stop.cancel()
        return write(*given, **more)

    monkeypatch.setattr(archive, "write_cog", stopping)
    with stop.for_this_thread(), pytest.raises(SourceError, match="stopped"):
        sample.build_sample(tmp_path / "sample")
    assert len(written) <= 2  # one in each thread
    assert list(tmp_path.iterdir()) == []


def test_a_build_tells_how_far_it_is_and_a_stopped_one_becomes_the_same_to_the_byte(
    no_pixels, tmp_path, monkeypatch
):
    few = hashes(build_of(more_than_are_made_at_once, tmp_path / "whole" / "sample"))
    folder = tmp_path / "stopped"
    groups = more_than_are_made_at_once()
    monkeypatch.setattr(archive, "products", more_than_are_made_at_once)
    stop, told, write = Cancellation(), [], archive.write_cog

    def stop_after_the_first(done, dates):
        told.append((done, dates))
        if done:
            stop.cancel()

    with stop.for_this_thread(), pytest.raises(SourceError, match="stopped"):
        sample.build_sample(folder / "sample", stop_after_the_first)
    assert told[:2] == [(0, len(groups)), (1, len(groups))]
    assert not (folder / "sample").exists()

    written = []
    monkeypatch.setattr(
        archive, "write_cog", lambda *a, **b: written.append(a[0]) or write(*a, **b)
    )
    catalog = sample.build_sample(folder / "sample", lambda *progress: told.append(progress))
    assert told[-1] == (len(groups), len(groups))
    assert len(few) > 40
    assert hashes(catalog.parent) == few
    pixels = [name for name in few if name.endswith(".tif")]
    assert 0 < len(written) < len(pixels)
    assert [path.name for path in folder.iterdir()] == ["sample"]


def test_where_it_can_not_be_made_is_said_in_words(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(SourceError, match=r"the built-in sample can't be made in .*taken"):
        sample.sample_catalog(tmp_path / "taken")


def test_what_a_killed_build_left_goes_once_it_is_old(tmp_path, only_one):
    dead, alive = tmp_path / ".sample-new-1", tmp_path / ".sample-new-2"
    for folder in (dead, alive):
        folder.mkdir()
        (folder / "half.tif").write_text("")
    os.utime(dead, (0, 0))
    sample.build_sample(tmp_path / "sample")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".sample-new-2", "sample"]


def test_of_two_builds_at_once_the_slower_takes_the_other_s(tmp_path, only_one, monkeypatch):
    folder, fill = tmp_path / "sample", archive._fill

    def overtaken(fresh: Path, on_progress) -> None:
        fill(fresh, on_progress)
        if not folder.exists():
            monkeypatch.setattr(archive, "_fill", fill)
            sample.build_sample(folder)
            (folder / "winner").write_text("")

    monkeypatch.setattr(archive, "_fill", overtaken)
    assert sample.build_sample(folder).is_file()
    assert (folder / "winner").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["sample"]


def test_both_gdal_bindings_write_the_same_pixels(tmp_path, monkeypatch):
    pytest.importorskip("osgeo")
    grid = Grid(32631, 677460.0, 5844120.0, 10.0, 300, 280)
    array = np.random.default_rng(1).integers(1, 4000, (280, 300)).astype(np.uint16)
    paths = {RasterioBackend: tmp_path / "rasterio.tif", OsgeoBackend: tmp_path / "osgeo.tif"}
    for backend, path in paths.items():
        monkeypatch.setattr(cog, "raster_backend", backend)
        cog.write_cog(path, array, grid, nodata=0)
    by_rasterio, by_osgeo = (path.read_bytes() for path in paths.values())
    assert by_rasterio == by_osgeo
    with rasterio.open(tmp_path / "osgeo.tif") as dataset:
        np.testing.assert_array_equal(dataset.read(1), array)


def test_a_file_that_can_t_be_written_is_an_error_of_ours(tmp_path):
    grid = Grid(32631, 677460.0, 5844120.0, 10.0, 8, 8)
    with pytest.raises(ReadError, match=r"could not write red\.tif"):
        cog.write_cog(tmp_path / "no" / "red.tif", np.ones((8, 8), np.uint16), grid, nodata=0)
