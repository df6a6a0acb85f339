"""A parcel is where it is: its chip shows it, whatever its shape, and says how much of it."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from shapely.affinity import rotate, scale, translate
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import unary_union

from cbm_chips.core.model import Grid, Place
from cbm_chips.core.projection import to_grid_crs, to_wgs84
from cbm_chips.core.scenes.chip_center import centre_of
from cbm_chips.core.scenes.grids import grid_of, parcel_mask
from cbm_chips.core.sources.stac.items.footprints import square_around
from tests.builders import a_grid
from tests.effort import crossed, examples, in_thorough_runs, in_turns

GRID = a_grid()
X, Y = GRID.left, GRID.top


def a_parcel(outline_m, epsg=GRID.epsg) -> Place:
    """The parcel with this outline in metres around `X`, `Y`."""
    return Place.of_parcel(to_wgs84(translate(outline_m, X, Y), epsg))


def shown_pct(place, size_m, epsgs=()):
    return parcel_mask(place, grid_of(place, size_m, epsgs)).inside_pct


def a_square(x, y, half):
    return box(x - half, y - half, x + half, y + half)


RING = Point(0, 0).buffer(1500).difference(Point(0, 0).buffer(1400))
C = a_square(0, 0, 1000).difference(box(-900, -900, 1100, 900))
SPIRAL = LineString(
    [(turn * 8 * math.cos(turn / 9), turn * 8 * math.sin(turn / 9)) for turn in range(180)]
).buffer(15)
FAR_APART = MultiPolygon([a_square(-1500, 0, 100), a_square(1500, 0, 120)])
VERY_FAR_APART = MultiPolygon([a_square(-200_000, 0, 100), a_square(200_000, 9_000, 120)])
OPPOSITE = MultiPolygon([a_square(-315, -315, 2), a_square(315, 315, 2)])
DUST = MultiPolygon([a_square(x * 400, y * 400, 3) for x in range(-6, 7) for y in range(-6, 7)
                     if abs(x) + abs(y) > 3])  # fmt: skip
SLIVER = LineString([(-3000, 0), (0, 900), (3000, 0)]).buffer(0.4)
ODD = {
    "ring": RING,
    "C": C,
    "spiral": SPIRAL,
    "far apart": FAR_APART,
    "very far apart": VERY_FAR_APART,
    "in opposite corners": OPPOSITE,
    "dust": DUST,
    "sliver": SLIVER,
}


@pytest.mark.parametrize(
    ("shape", "turn", "size_m", "epsgs"),
    in_turns(ODD, [0, 40], [20, 60, 320, 640, 1280, 5120], [(), (32630,), (32632,)]),
)
def test_a_chip_always_shows_some_of_its_parcel(shape, turn, size_m, epsgs):
    place = a_parcel(rotate(ODD[shape], turn, origin=(0, 0)))

    assert shown_pct(place, size_m, epsgs) > 0


def test_where_the_box_of_the_parcel_fits_it_is_seen_whole():
    place = a_parcel(translate(MultiPolygon([a_square(-500, 0, 50), a_square(500, 0, 49)]), 300, 0))

    assert shown_pct(place, 1280) == pytest.approx(100)


R = 295
LOPSIDED = {
    "wedge": Polygon([(-R, -R), (R, -R), (-R, R)]),
    "heavy end and thin tail": box(-R, -R, -R + 120, -R + 120).union(box(-R, -R, R, -R + 6)),
    "heavy middle and thin arm": a_square(0, 0, 120).union(box(0, -3, 480, 3)),
    "parts of unlike weight": MultiPolygon([a_square(-230, 0, 60), a_square(280, 250, 15)]),
}


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("shape", LOPSIDED.values(), ids=LOPSIDED)
def test_a_parcel_that_fits_is_seen_whole_wherever_its_weight_lies(shape, turn):
    place = a_parcel(rotate(shape, turn, origin=(0, 0)))

    assert shown_pct(place, 640) > 99.95
    assert centre_of(place, 640) != (place.lon, place.lat)
    assert centre_of(place, 1280) == (place.lon, place.lat)


def test_of_parts_far_apart_the_larger_is_seen_whole():
    grid = grid_of(a_parcel(FAR_APART), 640)

    seen = box(*grid.bounds)
    assert seen.covers(translate(a_square(1500, 0, 120), X, Y))
    assert shown_pct(a_parcel(FAR_APART), 640) == pytest.approx(
        100 * 120**2 / (120**2 + 100**2), 0.01
    )


def test_dust_is_seen_where_there_is_most_of_it():
    least_pct = 100 * 2 / len(DUST.geoms)

    assert shown_pct(a_parcel(DUST), 1280) > least_pct


ORDINARY = {
    "field": a_square(0, 0, 120),
    "triangle": Polygon([(0, 0), (500, 20), (80, 300)]),
    "L that fits": a_square(0, 0, 250).difference(box(-200, -200, 260, 260)),
    "two parts that fit": MultiPolygon([a_square(-200, 0, 50), a_square(200, 0, 20)]),
    "larger than the chip": a_square(0, 0, 2500),
    "long": rotate(box(-3000, -20, 3000, 20), 30),
}


@pytest.mark.parametrize("shape", ORDINARY.values(), ids=ORDINARY)
def test_the_chip_of_an_ordinary_parcel_is_around_its_centroid(shape):
    place = a_parcel(shape)

    assert centre_of(place, 1280) == (place.lon, place.lat)
    assert grid_of(place, 1280) == grid_of(Place(lon=place.lon, lat=place.lat), 1280)


def test_a_parcel_across_the_antimeridian_is_shown_on_its_side():
    parts = [box(179.95, -17, 179.96, -16.998), box(-179.96, -17, -179.95, -16.998)]
    place = Place.of_parcel(MultiPolygon(parts))

    lon, _ = centre_of(place, 640)

    assert -180 <= lon <= 180
    assert shown_pct(place, 640) > 0


@pytest.mark.parametrize(
    ("lon", "lat", "size_m"),
    crossed(
        [-179.999, 2.99999, 9.0, 179.999, *in_thorough_runs([-60.0, 0.0, 5.99999])],
        [-79.5, 0.0, 60.0, 83.9, *in_thorough_runs([-40.0, 0.0005, 78.0])],
        [60, 320, 640, 1280],
    ),
)
def test_everywhere_on_earth_a_chip_shows_its_parcel(lon, lat, size_m):
    ring = [(600 * math.cos(turn / 3), 600 * math.sin(turn / 3)) for turn in range(20)]
    degrees = scale(
        LineString(ring).buffer(20, 2), 1 / (111_195 * math.cos(math.radians(lat))), 1 / 111_195,
        origin=(0, 0),
    )  # fmt: skip
    world = box(-180, -90, 180, 90)
    turned = [translate(degrees, lon + turn, lat).intersection(world) for turn in (-360, 0, 360)]
    place = Place.of_parcel(unary_union([part for part in turned if part.area]))

    assert shown_pct(place, size_m) > 0


def test_what_is_searched_is_what_the_chip_shows():
    place = a_parcel(VERY_FAR_APART)
    grid = grid_of(place, 640)

    assert square_around(place, 640).covers(to_wgs84(box(*grid.bounds), grid.epsg))


def test_many_points_take_no_time():
    comb = [(step * 0.5, 3000.0 * (step % 2)) for step in range(5_000)]
    ring = Polygon([*comb, (2500, 6000), (-10, 6000)])
    place = a_parcel(MultiPolygon([ring.buffer(0), translate(a_square(0, 0, 100), -20_000, 0)]))

    assert shown_pct(place, 640) > 0


pieces = st.builds(
    lambda x, y, across, down, turn: rotate(box(x, y, x + across, y + down), turn),
    st.integers(-4000, 4000),
    st.integers(-4000, 4000),
    st.integers(1, 3000),
    st.integers(1, 3000),
    st.integers(0, 180),
)


@settings(max_examples=examples(60))
@given(
    some=st.lists(pieces, min_size=1, max_size=6),
    holes=st.lists(pieces, max_size=2),
    twenties=st.integers(1, 256),
)
def test_no_parcel_gets_a_chip_without_any_of_it(some, holes, twenties):
    outline = unary_union(some).difference(unary_union(holes))
    assume(outline.area > 1 and outline.geom_type in ("Polygon", "MultiPolygon"))
    assume(to_wgs84(translate(outline, X, Y), GRID.epsg).is_valid)
    place = a_parcel(outline)

    grid = grid_of(place, 20 * twenties)
    told = parcel_mask(place, grid).inside_pct

    assert told > 0
    assert told == pytest.approx(share_pct(place, grid), abs=1e-6)


def share_pct(place, grid: Grid) -> float:
    """By shapely alone."""
    outline = to_grid_crs(place.outline, grid.epsg)
    outline = outline if outline.is_valid else outline.buffer(0)
    return 100 * outline.intersection(box(*grid.bounds)).area / outline.area
