"""CRS, bounds and footprints of items: of use where they make sense."""

from __future__ import annotations

import math

import pytest
from pyproj import CRS

from tests.core.sources.stac.items.reading import scene_of
from tests.effort import crossed
from tests.stac_items import EPSG, a_c1_item


def _wkt():
    return CRS.from_epsg(EPSG)


@pytest.mark.parametrize(
    "told",
    [
        {"proj:epsg": EPSG},
        {"proj:epsg": str(EPSG)},
        {"proj:code": f"EPSG:{EPSG}"},
        {"proj:epsg": None, "proj:wkt2": _wkt().to_wkt()},
        {"proj:projjson": _wkt().to_json_dict()},
    ],
)
@pytest.mark.parametrize("on_asset", [True, False])
def test_the_crs_may_stand_on_the_item_or_on_its_assets(told, on_asset):
    nowhere = {"proj:epsg": None, "grid:code": None, "s2:product_uri": None}
    item = a_c1_item("made-item", properties={**nowhere, **({} if on_asset else told)})
    if on_asset:
        for asset in item["assets"].values():
            asset.update(told)

    assert scene_of(item).epsg == EPSG


def test_without_crs_and_tile_an_item_is_left_to_its_files():
    nowhere = dict.fromkeys(("proj:epsg", "grid:code", "s2:product_uri"))

    assert scene_of(a_c1_item("made-item", properties=nowhere)).epsg == 0


ALBERS = CRS("+proj=aea +lat_0=52 +lon_0=5 +lat_1=51 +lat_2=53 +x_0=0 +y_0=0 +ellps=GRS80")
TELLS_TRANSFORM = [10.0, 0.0, 600_000.0, 0.0, -10.0, 5_900_040.0]


@pytest.mark.parametrize(
    ("on_item", "on_asset", "crs"),
    [
        ({"proj:epsg": 32631}, {}, "EPSG:32631"),
        ({"proj:epsg": None, "proj:code": "EPSG:32632"}, {}, "EPSG:32632"),
        ({"proj:epsg": None, "proj:code": "epsg:3035"}, {}, "EPSG:3035"),
        ({"proj:epsg": 32631}, {"proj:epsg": 32632}, "EPSG:32632"),
        ({"proj:epsg": 32631}, {"proj:code": "EPSG:32632"}, "EPSG:32632"),
        ({"proj:epsg": 32631}, {"proj:epsg": 999_999}, "EPSG:32631"),
        ({"proj:epsg": None, "proj:projjson": CRS(25831).to_json_dict()}, {}, "EPSG:25831"),
        ({"proj:epsg": None, "proj:wkt2": ALBERS.to_wkt()}, {}, ALBERS.to_wkt()),
        ({"proj:epsg": None, "proj:code": "ESRI:102001"}, {}, CRS("ESRI:102001").to_wkt()),
        ({"proj:epsg": 7030, "proj:wkt2": "nonsense"}, {}, "EPSG:32631"),
        ({"proj:epsg": None}, {}, "EPSG:32631"),
    ],
)
def test_what_is_told_of_the_crs_goes_with_each_file(on_item, on_asset, crs):
    item = a_c1_item(properties=on_item)
    item["assets"]["red"].update(on_asset)

    told = scene_of(item).assets["B04"].placement

    assert told.crs == crs


def test_a_transform_of_the_item_is_that_of_files_of_its_pixels_only():
    item = a_c1_item(properties={"proj:transform": TELLS_TRANSFORM})
    for asset in item["assets"].values():
        asset.pop("proj:transform", None)
        asset.pop("proj:shape", None)

    assets = scene_of(item).assets

    assert assets["B04"].placement.transform == tuple(TELLS_TRANSFORM)
    assert assets["SCL"].placement.transform is None

    item["properties"]["proj:shape"] = [10_980, 10_980]
    told = scene_of(item).assets["SCL"].placement
    assert told.transform_for(width_px=5490, height_px=5490) == (20, 0, 6e5, 0, -20, 5_900_040)
    assert told.transform_for(width_px=5490, height_px=10_980) is None


@pytest.mark.parametrize("code", [-1, 1e308, 1024, 7030, 999_999, 32_600, "x", math.inf, math.nan])
def test_a_code_that_is_no_crs_says_nothing(code):
    told = {"proj:epsg": code, "grid:code": None, "s2:product_uri": None}

    assert scene_of(a_c1_item("made-item", properties=told)).epsg == 0


@pytest.mark.parametrize(
    ("field", "at", "odd"),
    crossed(
        ["proj:transform", "proj:shape", "proj:bbox"],
        range(6),
        [1e308, -1e308, 1e300, math.inf, -math.inf, math.nan, 0, "x", None],
    ),
)
def test_numbers_that_make_no_sense_are_no_bounds(field, at, odd):
    sound = {
        "proj:transform": [10, 0, 600_000, 0, -10, 5_900_040],
        "proj:shape": [10980, 10980],
        "proj:bbox": [600_000, 5_790_240, 709_800, 5_900_040],
    }
    changed = [odd if number == at else value for number, value in enumerate(sound[field])]
    item = a_c1_item()
    for asset in item["assets"].values():
        asset.update(sound if field != "proj:bbox" else {"proj:transform": None})
        asset[field] = changed

    bounds = scene_of(item).tile_bounds

    assert bounds is None or all(abs(value) <= 1e8 for value in bounds)


def test_degrees_are_no_bounds_and_no_crs_of_a_tile():
    in_degrees = {"proj:transform": None, "proj:shape": None, "proj:bbox": [4.5, 52.2, 6.2, 53.3]}
    item = a_c1_item(properties={"proj:epsg": 4326})
    for asset in item["assets"].values():
        asset.update(in_degrees)

    assert scene_of(item).tile_bounds is None
    assert scene_of(item).epsg == EPSG


def test_a_box_in_metres_serves_where_there_is_no_transform():
    item = a_c1_item()
    for asset in item["assets"].values():
        asset.pop("proj:transform", None)
        asset["proj:bbox"] = [600_000, 5_790_240, 709_800, 5_900_040]

    assert scene_of(item).tile_bounds == (600_000, 5_790_240, 709_800, 5_900_040)


@pytest.mark.parametrize(
    "ring",
    [
        [[179.2, -17], [-179.3, -17], [-179.3, -16], [179.2, -16], [179.2, -17]],
        [[179.2, -17], [180.7, -17], [180.7, -16], [179.2, -16], [179.2, -17]],
        [[-180.8, -17], [-179.3, -17], [-179.3, -16], [-180.8, -16], [-180.8, -17]],
    ],
)
def test_a_footprint_across_the_antimeridian_lies_on_both_sides_of_it(ring):
    from shapely.geometry import Point

    outline = {"type": "Polygon", "coordinates": [ring]}
    scene = scene_of(a_c1_item(geometry=outline, bbox=[179.2, -17, -179.3, -16]))

    assert scene.footprint.contains(Point(179.5, -16.5))
    assert scene.footprint.contains(Point(-179.5, -16.5))
    assert not scene.footprint.intersects(Point(0, -16.5))
    assert scene.footprint.area == pytest.approx(1.5)


@pytest.mark.parametrize(
    "geometry", [None, {}, {"type": "Point", "coordinates": [5, 52]}, {"type": ["Polygon"]}, 7]
)
def test_without_an_outline_the_box_serves(geometry):
    assert scene_of(a_c1_item(geometry=geometry)).footprint.bounds == (4.5, 52.2, 6.2, 53.3)
    assert scene_of(a_c1_item(geometry=geometry, bbox=None)).footprint is None
