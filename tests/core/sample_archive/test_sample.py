"""The built-in archive: does it behave like the real thing, and like itself every time?"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import struct
from collections import Counter
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from pyproj import CRS

from cbm_chips.core import sample_archive as sample
from cbm_chips.core.cancellation import Cancellation
from cbm_chips.core.errors import ReadError, SourceError
from cbm_chips.core.model import Grid
from cbm_chips.core.projection import to_grid_crs
from cbm_chips.core.reading.gdal.osgeo_backend import OsgeoBackend
from cbm_chips.core.reading.gdal.rasterio_backend import RasterioBackend
from cbm_chips.core.sample_archive import archive, cog, sample_parcels
from cbm_chips.core.sample_archive.passes import products
from cbm_chips.core.scenes.grids import centres_inside
from cbm_chips.core.sentinel2.bands import BANDS

rasterio = pytest.importorskip("rasterio")

BAD = (0, 1, 3, 8, 9, 10)
TILE_ORIGIN = (600000, 5900040)


def items(catalog: Path, collection: str = "sentinel-2-c1-l2a") -> list[dict]:
    """The items as linked from the collection."""
    path = catalog.parent / collection / "collection.json"
    links = json.loads(path.read_text())["links"]
    hrefs = [path.parent / link["href"] for link in links if link["rel"] == "item"]
    return [json.loads(href.read_text()) for href in hrefs]


def of_day(catalog: Path, day: str, tile: str = "MGRS-31UFU") -> dict:
    """The first product of a day."""
    return next(
        item
        for item in items(catalog)
        if item["properties"]["datetime"].startswith(day)
        and item["properties"]["grid:code"] == tile
    )


def file_of(catalog: Path, item: dict, key: str) -> Path:
    folder = catalog.parent / item["collection"] / item["id"]
    return folder / item["assets"][key]["href"]


def read(catalog: Path, item: dict, key: str):
    """The whole band and its grid."""
    with rasterio.open(file_of(catalog, item, key)) as dataset:
        at = dataset.transform
        grid = Grid(dataset.crs.to_epsg(), at.c, at.f, at.a, dataset.width, dataset.height)
        return dataset.read(1), grid


def reflectance(catalog: Path, item: dict, key: str):
    dn, grid = read(catalog, item, key)
    band = item["assets"][key]["raster:bands"][0]
    return np.where(dn > 0, dn * band["scale"] + band["offset"], np.nan), grid


def ndvi_of(catalog: Path, item: dict, outline) -> float:
    """Mean NDVI of the pixels inside an outline in EPSG:4326."""
    red, grid = reflectance(catalog, item, "red")
    nir, _ = reflectance(catalog, item, "nir")
    inside = centres_inside(to_grid_crs(outline, grid.epsg), grid)
    return float(((nir - red) / (nir + red))[inside].mean())


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
    }


def levels_of(group) -> Counter:
    return Counter(product.level for product in group)


def a_few() -> list:
    """The first two acquisitions of several products."""
    return [group for group in products() if levels_of(group)["LEVEL2A"] > 1][:2]


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


@pytest.fixture
def central(sample_archive):
    return next(parcel for parcel in sample_parcels(sample_archive) if parcel.id == "315141")


def test_a_reduced_build_holds_the_same_files_as_the_whole(tmp_path, sample_archive):
    few, whole = hashes(build_of(a_few, tmp_path / "sample")), hashes(sample_archive.parent)
    pixels = {name: digest for name, digest in few.items() if name.endswith((".tif", ".gpkg"))}
    assert pixels.items() <= whole.items()


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


def test_the_parcels_come_alone_as_well(tmp_path, sample_archive):
    sample.write_parcel_layer(tmp_path / "alone.gpkg")
    assert (tmp_path / "alone.gpkg").read_bytes() == (
        sample_archive.with_name("parcels.gpkg").read_bytes()
    )


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


def test_the_season_has_enough_dates_over_two_orbits_and_two_satellites(sample_archive):
    season = [
        item
        for item in items(sample_archive)
        if "2022-03-01" <= item["properties"]["datetime"] <= "2022-11-01"
    ]
    assert len({item["properties"]["datetime"] for item in season}) >= 26
    orbits = Counter(item["properties"]["s2:product_uri"].split("_")[4] for item in season)
    assert set(orbits) == {"R008", "R051"}
    assert min(orbits.values()) >= 8
    assert {item["properties"]["platform"] for item in season} == {"sentinel-2a", "sentinel-2b"}


def test_each_satellite_comes_back_on_an_orbit_after_multiples_of_ten_days():
    passes = [group[0].acquisition for group in products()]
    for one in passes:
        for other in passes:
            if (one.platform, one.orbit) == (other.platform, other.orbit):
                assert (one.day - other.day).days % 10 == 0


def test_about_a_third_of_the_season_is_clear_over_the_middle(sample_archive):
    clear = set()
    for item in items(sample_archive):
        scl, _ = read(sample_archive, item, "scl")
        middle = scl[96:160, 96:160]
        if item["properties"]["datetime"] > "2022-03" and not np.isin(middle, BAD).any():
            clear.add(item["properties"]["datetime"])
    assert 10 <= len(clear) <= 13


def test_baselines_stand_on_both_sides_of_the_offset_change(sample_archive):
    for item in items(sample_archive):
        baseline = item["properties"]["s2:processing_baseline"]
        is_old = date.fromisoformat(item["properties"]["datetime"][:10]) < date(2022, 1, 25)
        assert (baseline == "03.01") == is_old
        assert item["assets"]["red"]["raster:bands"][0]["offset"] == (0.0 if is_old else -0.1)
        assert f"_N{baseline.replace('.', '')}_" in item["properties"]["s2:product_uri"]


def test_water_does_not_notice_the_offset_change(sample_archive):
    before = of_day(sample_archive, "2022-01-12")
    after = of_day(sample_archive, "2022-03-08")
    for key in ("blue", "green", "red", "nir"):
        values = [reflectance(sample_archive, item, key)[0] for item in (before, after)]
        old, new = (float(part[480:, :60].mean()) for part in values)
        assert old == pytest.approx(new, abs=0.004)
    dn_before, _ = read(sample_archive, before, "red")
    dn_after, _ = read(sample_archive, after, "red")
    assert dn_after[480:, :60].mean() - dn_before[480:, :60].mean() == pytest.approx(1000, abs=40)


def test_mowing_shows_as_a_drop_and_recovers(sample_archive, central):
    ndvi = {
        day: ndvi_of(sample_archive, of_day(sample_archive, day), central.outline)
        for day in ("2022-06-14", "2022-06-19", "2022-07-16", "2022-08-03", "2022-08-10")
    }
    assert ndvi["2022-06-14"] - ndvi["2022-06-19"] > 0.2
    assert ndvi["2022-07-16"] > 0.75
    assert ndvi["2022-08-03"] - ndvi["2022-08-10"] > 0.15


def test_wheat_greens_and_ripens(sample_archive):
    wheat = next(p for p in sample_parcels(sample_archive) if p.crop_code == "233")
    march, may, august = (
        ndvi_of(sample_archive, of_day(sample_archive, day), wheat.outline)
        for day in ("2022-03-08", "2022-05-10", "2022-08-03")
    )
    assert may > march + 0.2
    assert may > august + 0.3


def test_the_classes_of_the_scene_classification_are_there(sample_archive):
    seen: set[int] = set()
    for item in items(sample_archive):
        seen |= set(np.unique(read(sample_archive, item, "scl")[0]).tolist())
    assert {0, 2, 3, 4, 5, 6, 7, 8, 9, 10} <= seen <= set(range(12))


def test_cloud_cover_says_what_the_classes_say(sample_archive):
    covers = []
    for item in items(sample_archive):
        scl, _ = read(sample_archive, item, "scl")
        cloudy = 100 * np.isin(scl, (8, 9, 10)).sum() / (scl > 0).sum()
        assert item["properties"]["eo:cloud_cover"] == pytest.approx(cloudy, abs=1e-3)
        covers.append(cloudy)
    assert min(covers) < 1
    assert max(covers) == 100


def test_cloud_shadow_is_darker_than_the_same_ground_without(sample_archive):
    shady, clear = of_day(sample_archive, "2022-06-09"), of_day(sample_archive, "2022-06-14")
    scl, other = read(sample_archive, shady, "scl")[0], read(sample_archive, clear, "scl")[0]
    where = np.kron((scl == 3) & (other == 4), np.ones((2, 2))).astype(bool)
    dark = reflectance(sample_archive, shady, "nir")[0][where].mean()
    light = reflectance(sample_archive, clear, "nir")[0][where].mean()
    assert where.sum() > 5000
    assert dark < 0.7 * light


def test_outside_the_swath_there_is_no_data_in_any_band(sample_archive):
    item = of_day(sample_archive, "2022-08-25")
    nir, scl = read(sample_archive, item, "nir")[0], read(sample_archive, item, "scl")[0]
    assert 20 < item["properties"]["s2:nodata_pixel_percentage"] < 60
    assert (
        np.mean((nir == 0).reshape(256, 2, 256, 2).mean(axis=(1, 3)).round() == (scl == 0)) > 0.99
    )
    columns = (scl == 0).sum(axis=1)
    assert columns[0] > columns[-1] + 20


def test_one_acquisition_was_processed_twice(sample_archive):
    takes: dict[str, list[dict]] = {}
    for item in items(sample_archive):
        if item["properties"]["grid:code"] == "MGRS-31UFU":
            takes.setdefault(item["properties"]["s2:product_uri"][:26], []).append(item)
    (twins,) = [group for group in takes.values() if len(group) > 1]
    assert {item["properties"]["s2:processing_baseline"] for item in twins} == {"04.00", "05.10"}
    one, two = (reflectance(sample_archive, item, "red")[0] for item in twins)
    assert 0 < np.abs(one - two).mean() < 0.01


def test_the_neighbouring_tile_shows_a_part_of_the_same_pass(sample_archive):
    own = of_day(sample_archive, "2022-08-10")
    other = of_day(sample_archive, "2022-08-10", tile="MGRS-31UGU")
    assert own["properties"]["s2:datatake_id"] == other["properties"]["s2:datatake_id"]
    whole, grid = read(sample_archive, own, "red")
    part, part_grid = read(sample_archive, other, "red")
    column = int((part_grid.left - grid.left) / 10)
    np.testing.assert_array_equal(whole[:, column:], part)


def test_level_1c_has_cirrus_and_no_classes_and_hazier_blue(sample_archive):
    found = items(sample_archive, "sentinel-2-l1c")
    assert len(found) == 3
    for item in found:
        names = {band.common_name for band in BANDS.values() if "LEVEL1C" in band.levels}
        assert set(item["assets"]) == names
        below = of_day(sample_archive, item["properties"]["datetime"][:10])
        above_air = reflectance(sample_archive, item, "blue")[0].mean()
        assert above_air > reflectance(sample_archive, below, "blue")[0].mean() + 0.04


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


def test_parcels_are_valid_unique_and_of_a_farmer_s_size(sample_archive):
    parcels = sample_parcels(sample_archive)
    assert 55 <= len(parcels) == len({parcel.id for parcel in parcels}) <= 70
    assert all(parcel.outline.is_valid for parcel in parcels)
    assert all(1 <= parcel.area_ha <= 12 for parcel in parcels)
    for parcel in parcels:
        metres = to_grid_crs(parcel.outline, 32631)
        assert metres.area / 1e4 == pytest.approx(parcel.area_ha, abs=0.01)
    pairs = [(a, b) for a in parcels for b in parcels if a.id < b.id]
    assert not any(a.outline.intersects(b.outline) for a, b in pairs)
    assert len({parcel.crop_code for parcel in parcels}) >= 5


def test_the_parcel_of_the_documented_example_is_in_the_centre(central):
    from shapely.geometry import Point

    assert (central.crop_name, central.crop_code) == ("Grassland, permanent", "265")
    assert central.area_ha == pytest.approx(7.48, abs=0.01)
    assert central.outline.contains(Point(5.664, 52.694))


def test_the_geopackage_holds_the_same_parcels(sample_archive):
    path = sample_archive.with_name("parcels.gpkg")
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT id, crop_code, area_ha, geom FROM parcels").fetchall()
    database.close()
    parcels = sample_parcels(sample_archive)
    assert [row[:3] for row in rows] == [(p.id, p.crop_code, p.area_ha) for p in parcels]
    from shapely import wkb

    for row, parcel in zip(rows, parcels):
        assert row[3][:2] == b"GP"
        assert wkb.loads(row[3][40:]).equals(parcel.outline)


def test_gdal_reads_the_geopackage_without_a_word(sample_archive):
    fiona = pytest.importorskip("fiona")
    with fiona.open(sample_archive.with_name("parcels.gpkg"), layer="parcels") as layer:
        assert CRS.from_wkt(layer.crs_wkt).to_epsg() == 4326
        assert set(layer.schema["properties"]) == {"id", "crop_name", "crop_code", "area_ha"}
        assert len(list(layer)) == len(sample_parcels(sample_archive))
