"""The grid of a chip: its zone, its size, its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod
from shapely.geometry import box

from cbm_chips.core.model import Grid, Place
from cbm_chips.core.projection import to_grid_crs, to_wgs84, transformer
from cbm_chips.core.scenes.grids import grid_of, zone_of

NOORDOOSTPOLDER = Place(lon=5.66425, lat=52.69444)


def a_place(outline_m, grid: Grid) -> Place:
    """The parcel with this outline in metres of the grid's CRS."""
    return Place.of_parcel(to_wgs84(outline_m, grid.epsg))


def test_1280_m_are_128_pixels_of_10_m_and_64_of_20_m():
    grid = grid_of(NOORDOOSTPOLDER, 1280)
    assert (grid.width_px, grid.height_px, grid.resolution_m) == (128, 128, 10)
    assert (grid.at(20).width_px, grid.at(20).height_px) == (64, 64)


def test_the_documented_example_lies_in_zone_31_north():
    grid = grid_of(NOORDOOSTPOLDER, 1280)
    assert grid.epsg == 32631
    x, y = transformer(4326, 32631).transform(NOORDOOSTPOLDER.lon, NOORDOOSTPOLDER.lat)
    assert abs((grid.left + grid.right) / 2 - x) <= 10
    assert abs((grid.top + grid.bottom) / 2 - y) <= 10


places = st.builds(Place, lon=st.floats(-180, 180), lat=st.floats(-79.9, 83.9))


@given(place=places, twenties=st.integers(1, 256))
def test_every_grid_is_snapped_to_20_m_covers_its_place_and_has_the_asked_size(place, twenties):
    grid = grid_of(place, 20 * twenties)
    assert grid.left % 20 == grid.top % 20 == 0
    assert grid.right - grid.left == grid.top - grid.bottom == 20 * twenties
    x, y = transformer(4326, grid.epsg).transform(place.lon, place.lat)
    assert grid.left <= x <= grid.right
    assert grid.bottom <= y <= grid.top
    assert max(abs(grid.left + 10 * twenties - x), abs(grid.top - 10 * twenties - y)) <= 10.001


def test_the_same_place_and_size_give_the_same_grid_whatever_the_dates():
    grids = {grid_of(NOORDOOSTPOLDER, 640, epsgs) for epsgs in ([], [32631], [32632, 32631])}
    assert len(grids) == 1


@pytest.mark.parametrize(
    ("lon", "lat", "epsg"),
    [
        (5.66, 52.69, 32631),
        (6.0, 50.0, 32632),
        (5.999999, 50.0, 32631),
        (-180.0, 10.0, 32601),
        (180.0, 10.0, 32660),
        (-60.0, -30.0, 32721),
        (36.8, -1.3, 32737),
        (0.0, 0.0, 32631),
    ],
)
def test_without_scenes_a_place_is_cut_in_its_own_zone(lon, lat, epsg):
    assert zone_of(Place(lon=lon, lat=lat)) == epsg


def test_the_own_zone_wins_where_any_scene_has_it():
    assert zone_of(NOORDOOSTPOLDER, [32632, 32632, 32631]) == 32631


def test_where_no_scene_has_the_own_zone_most_scenes_decide():
    bergen = Place(lon=5.32, lat=60.39)  # formally in zone 31, by Norway's exception in 32
    assert zone_of(bergen, [32632, 32632, 32633]) == 32632
    assert zone_of(bergen, [32633, 32632]) == zone_of(bergen, [32632, 32633])


@pytest.mark.parametrize("code", [3857, 4326, 3035, 25831, 23031, 2154, 5041, 32661, 32761, 0, -5])
def test_only_utm_zones_on_wgs84_are_cut_in(code):
    assert zone_of(NOORDOOSTPOLDER, [code, code]) == 32631
    assert zone_of(NOORDOOSTPOLDER, [code, code, 32632]) == 32632


@pytest.mark.parametrize(
    ("lon", "lat"),
    [(5.664, 52.694), (3.1, 60.0), (20.9, 78.0), (8.9, 73.0), (179.9, -17.0), (-179.99, 70.0),
     (0.0, 0.1), (2.99, -0.1), (-72.0, -79.9), (30.0, 83.9), (180.0, 65.0), (-180.0, 65.0)],
)  # fmt: skip
@pytest.mark.parametrize("told", [[], range(32601, 32661), range(32701, 32761), [32660], [32602]])
def test_a_chip_measures_on_the_ground_what_was_asked(lon, lat, told):
    for epsg in [*told] or [0]:
        across, down = on_the_ground_m(grid_of(Place(lon=lon, lat=lat), 1280, [epsg]))
        assert across == pytest.approx(1280, rel=0.004)
        assert down == pytest.approx(1280, rel=0.004)


def on_the_ground_m(grid: Grid) -> tuple[float, float]:
    """Width and height on WGS84's ellipsoid."""
    middle_x, middle_y = (grid.left + grid.right) / 2, (grid.top + grid.bottom) / 2
    lons, lats = transformer(grid.epsg, 4326).transform(
        (grid.left, grid.right, middle_x, middle_x), (middle_y, middle_y, grid.bottom, grid.top)
    )
    _, _, found = Geod(ellps="WGS84").inv(lons[0::2], lats[0::2], lons[1::2], lats[1::2])
    return found[0], found[1]


def test_a_zone_that_is_told_wrongly_and_far_away_is_not_cut_in():
    assert zone_of(NOORDOOSTPOLDER, [32660, 32660, 32602]) == 32631


def test_south_of_the_equator_northings_count_from_the_false_origin():
    grid = grid_of(Place(lon=-60.1, lat=-31.7), 1280)
    assert grid.epsg == 32720
    assert 6_000_000 < grid.bottom < grid.top < 7_000_000


def test_an_outline_goes_to_metres_and_back_in_x_y_order():
    outline = box(5.6, 52.6, 5.7, 52.7)
    there = to_grid_crs(outline, 32631)
    assert there.bounds[0] < 1_000_000
    assert there.bounds[1] > 5_000_000
    assert to_wgs84(there, 32631).equals_exact(outline, 1e-9)
