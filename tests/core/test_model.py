"""A request is checked when it is made, and every refusal says what would have been allowed."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta, timezone

import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box

from cbm_chips.core.errors import ChipsError, RequestError
from cbm_chips.core.model import MISSION_START, ChipRequest, Grid, Place, parse_day
from tests.builders import a_grid, a_request, a_scene

PLACE = Place(lon=5.2, lat=52.78)
REQUEST = {"start": "2020-03-01", "end": "2020-03-14", "bands": ("B04",)}


def refusal_of(make, *arguments, **fields) -> RequestError:
    with pytest.raises(RequestError) as refused:
        make(*arguments, **fields)
    error = refused.value
    assert str(error).startswith(f"{error.field}: ")
    assert str(error).endswith(error.allowed)
    assert repr(error.value)[:100].strip("'") in str(error)
    return error


def refused_field(**fields) -> RequestError:
    return refusal_of(ChipRequest, PLACE, **{**REQUEST, **fields})


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf, 181, -180.1, "east", None, True])
def test_a_longitude_is_a_finite_number_from_minus_180_to_180(bad):
    error = refusal_of(Place, lon=bad, lat=52.0)
    assert error.field == "lon"
    assert error.value is bad
    assert "-180 to 180" in error.allowed


@pytest.mark.parametrize("bad", [math.nan, math.inf, 90.5, -91, "", [], 10**400])
def test_a_latitude_is_a_finite_number_from_minus_90_to_90(bad):
    error = refusal_of(Place, lon=5.0, lat=bad)
    assert error.field == "lat"
    assert "-90 to 90" in error.allowed


@pytest.mark.parametrize("lat", [-80.5, 84.5, 90])
def test_a_chip_beyond_the_utm_tiles_is_refused(lat):
    error = refusal_of(ChipRequest, Place(lon=5.0, lat=lat), **REQUEST)
    assert error.field == "lat"
    assert "UTM" in error.allowed


def test_the_edges_of_the_world_are_places():
    for lon, lat in ((-180, -90), (180, 90), (0, 0)):
        assert (Place(lon=lon, lat=lat).lon, Place(lon=lon, lat=lat).lat) == (lon, lat)


@pytest.mark.parametrize(
    ("outline", "said"),
    [
        (Point(5, 52), "Point"),
        (Polygon(), "possible"),
        (Polygon([(0, 0), (0, 0), (0, 0)]), "possible"),
        (Polygon([(0, 0), (1, 1), (1, 0), (0, 1)]), "Self-intersection"),
        (box(650_000, 5_800_000, 651_000, 5_801_000), "650000"),
        ("POLYGON ((0 0, 1 0, 1 1, 0 0))", "str"),
    ],
)
def test_an_outline_is_a_valid_polygon_in_degrees(outline, said):
    error = refusal_of(Place, lon=5.0, lat=52.0, outline=outline)
    assert error.field == "outline"
    assert said in str(error)


def test_a_parcel_is_centred_on_its_centroid_and_named_by_label_or_coordinates():
    outline = MultiPolygon([box(5.0, 52.0, 5.01, 52.01), box(5.03, 52.0, 5.04, 52.01)])
    place = Place.of_parcel(outline, label="315141")
    assert (place.lon, place.lat) == pytest.approx((5.02, 52.005))
    assert place.name == "315141"
    assert Place(lon=5.66425, lat=52.694441).name == "5.66425_52.69444"


@pytest.mark.parametrize("field", ["start", "end"])
@pytest.mark.parametrize(
    "bad", ["01/06/2019", "2019-6-1", "2019-02-30", "2019-06-01T00:00", "", None, 20190601, "٢٠١٩"]
)
def test_days_are_iso_days(field, bad):
    error = refused_field(**{field: bad})
    assert error.field == field
    assert "YYYY-MM-DD" in error.allowed


def test_texts_dates_and_times_name_the_same_day():
    for day in ("2019-06-01", date(2019, 6, 1), datetime(2019, 6, 1, 23, 59, tzinfo=timezone.utc)):
        assert parse_day("start", day) == date(2019, 6, 1)


def test_a_period_that_ends_before_it_starts_is_refused_and_a_single_day_is_fine():
    error = refused_field(start="2020-03-02", end="2020-03-01")
    assert error.field == "end"
    assert "2020-03-02" in error.allowed
    one_day = a_request(start="2020-03-02", end="2020-03-02")
    assert one_day.first_day == one_day.last_day == date(2020, 3, 2)


def test_nothing_was_acquired_before_the_launch():
    error = refused_field(start=MISSION_START - timedelta(days=1))
    assert error.field == "start"
    assert str(MISSION_START) in error.allowed
    assert a_request(start=MISSION_START, end=MISSION_START).first_day == MISSION_START


@pytest.mark.parametrize(
    "bad", [0, -20, 10, 5140, 30, 1281, 1290.5, math.nan, math.inf, "big", None]
)
def test_a_size_is_a_multiple_of_20_metres_up_to_5120(bad):
    error = refused_field(size_m=bad)
    assert error.field == "size_m"
    assert "5120" in error.allowed
    assert "multiple of 20" in error.allowed


def test_the_smallest_the_largest_and_the_default_size_are_fine():
    assert a_request().size_m == 1280
    assert [a_request(size_m=size).size_m for size in (20, 5120, "640")] == [20, 5120, 640]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ((), "at least one"),
        (("B13",), "B13"),
        (("b04",), "B04"),
        (("B04", "B04"), "every band once"),
        ("B04", "a sequence"),
        (None, "a sequence"),
        ((4,), "B04"),
        ((["B04"],), "B04"),
    ],
)
def test_bands_are_known_at_least_one_and_none_twice(bad, said):
    error = refused_field(bands=bad)
    assert error.field == "bands"
    assert said in str(error)


def test_bands_keep_the_order_asked_for():
    assert a_request(bands=["SCL", "B08", "B02"]).bands == ("SCL", "B08", "B02")


def test_level_1c_has_no_scl_because_that_comes_with_the_atmospheric_correction():
    error = refused_field(level="LEVEL1C", bands=("B04", "SCL"))
    assert (error.field, error.value) == ("bands", "SCL")
    assert "atmospheric correction" in error.allowed
    assert "B10" in error.allowed


def test_level_2a_has_no_b10():
    error = refused_field(bands=("B10",))
    assert (error.field, error.value) == ("bands", "B10")
    assert "LEVEL1C only" in error.allowed
    assert a_request(level="LEVEL1C", bands=("B10",)).bands == ("B10",)


@pytest.mark.parametrize("bad", ["L2A", "level2a", "", None, 2, ["LEVEL2A"]])
def test_a_level_is_one_of_two(bad):
    error = refused_field(level=bad)
    assert error.field == "level"
    assert error.allowed == "LEVEL2A or LEVEL1C"


@pytest.mark.parametrize("bad", [-0.1, 100.1, math.nan, "cloudy", None, True])
def test_a_cloud_limit_is_a_percentage(bad):
    error = refused_field(max_scene_cloud_pct=bad)
    assert error.field == "max_scene_cloud_pct"
    assert "0 to 100" in error.allowed


def test_the_ends_of_the_percentages_are_fine():
    assert [a_request(max_scene_cloud_pct=pct).max_scene_cloud_pct for pct in (0, 100)] == [0, 100]


def test_clear_only_needs_a_scene_classification():
    error = refused_field(level="LEVEL1C", clear_only=True)
    assert error.field == "clear_only"
    assert "SCL" in error.allowed


def test_a_long_value_does_not_drown_the_message():
    assert len(str(refused_field(start="9" * 10_000))) < 300


def test_a_refusal_is_one_of_ours():
    assert issubclass(RequestError, ChipsError)


def test_a_grid_tells_its_edges_and_its_transform():
    grid = a_grid(left=600_000.0, top=5_900_040.0, size_m=1280)
    assert grid.bounds == (600_000, 5_898_760, 601_280, 5_900_040)
    assert grid.transform == (10, 0, 600_000, 0, -10, 5_900_040)
    assert grid.at(20).bounds == grid.bounds
    assert (grid.at(20).width_px, grid.at(20).height_px) == (64, 64)


def test_a_grid_does_not_take_pixels_that_miss_its_edges():
    with pytest.raises(ValueError, match="60 m pixels"):
        Grid(32631, 600_000, 5_900_040, 10, 128, 128).at(60)


def test_requests_with_an_outline_can_be_kept_in_sets():
    place = Place.of_parcel(box(5.66, 52.69, 5.67, 52.7))
    assert len({ChipRequest(place, **REQUEST), ChipRequest(place, **REQUEST)}) == 1


@pytest.mark.parametrize("field", ["clear_only", "one_per_date"])
@pytest.mark.parametrize("bad", ["false", 1, None])
def test_a_switch_is_true_or_false(field, bad):
    assert refusal_of(ChipRequest, PLACE, **REQUEST, **{field: bad}).field == field


def test_a_moment_of_another_time_zone_is_taken_by_its_utc_day():
    evening = datetime(2020, 3, 1, 23, tzinfo=timezone(timedelta(hours=-5)))
    assert parse_day("start", evening) == date(2020, 3, 2)


def test_a_parcel_across_the_antimeridian_is_centred_where_it_is():
    west, east = box(179.99, -17, 180, -16.99), box(-180, -17, -179.996, -16.99)
    place = Place.of_parcel(MultiPolygon([west, east]))
    assert (place.lon, place.lat) == (pytest.approx(179.997), pytest.approx(-16.995))
    mirrored = Place.of_parcel(
        MultiPolygon([box(179.996, -17, 180, -16.99), box(-180, -17, -179.99, -16.99)])
    )
    assert mirrored.lon == pytest.approx(-179.997)


def test_a_scenes_label_is_its_time_of_acquisition():
    assert a_scene(acquired="2020-03-05T10:36:34").label == "20200305T103634"
