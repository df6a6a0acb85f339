"""The parcels beside the built-in archive."""

from __future__ import annotations

import sqlite3

import pytest
from pyproj import CRS

from cbm_chips.core import sample_archive as sample
from cbm_chips.core.projection import to_grid_crs
from cbm_chips.core.sample_archive import sample_parcels


def test_the_parcels_come_alone_as_well(tmp_path, sample_archive):
    sample.write_parcel_layer(tmp_path / "alone.gpkg")
    assert (tmp_path / "alone.gpkg").read_bytes() == (
        sample_archive.with_name("parcels.gpkg").read_bytes()
    )


@pytest.fixture
def central(sample_archive):
    return next(parcel for parcel in sample_parcels(sample_archive) if parcel.id == "315141")


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
