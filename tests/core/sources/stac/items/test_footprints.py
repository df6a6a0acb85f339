"""An item is not lost on its outline, whatever is told as one, and none takes long."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, Polygon
from shapely.validation import make_valid

from cbm_chips.core.sources.stac.items.footprints import Footprints, footprint_of
from cbm_chips.core.sources.stac.items.item_filter import ItemFilter
from cbm_chips.core.sources.stac.items.item_parser import Item, read_item
from tests.builders import a_request
from tests.stac_items import a_c1_item

W, S, E, N = 4.5, 52.2, 6.2, 53.3
SQUARE = [[W, S], [E, S], [E, N], [W, N], [W, S]]
HOLE = [[5.0, 52.5], [5.1, 52.5], [5.1, 52.6], [5.0, 52.5]]
MIDDLE = Point(5.35, 52.75)


def footprint(kind, coordinates, bbox=None):
    told = footprint_of({"type": kind, "coordinates": coordinates}, bbox)
    assert told.shape is None or told.shape.is_valid
    return told.shape


@pytest.mark.parametrize(
    "ring",
    [
        [[W, S], [E, S], [W, N], [E, N], [W, S]],
        [[W, S], [E, N], [E, S], [W, N], [W, S]],
        [[W, S], [E, N], [E, S], [W, N]],
        [[W, S, 3.0], [E, N, 1.0], [E, S, 0.0], [W, N, 2.0], [W, S, 3.0]],
    ],
)
def test_a_ring_that_crosses_itself_keeps_both_lobes(ring):
    shape = footprint("Polygon", [ring])

    assert shape.bounds == (W, S, E, N)
    assert shape.area == pytest.approx((E - W) * (N - S) / 2)


def test_a_ring_that_goes_round_twice_keeps_all_of_it():
    smaller = [[W, S], [E - 0.1, S], [E - 0.1, N - 0.1], [W, N - 0.1], [W, S]]

    assert footprint("Polygon", [SQUARE + smaller]).area == pytest.approx((E - W) * (N - S))


@pytest.mark.parametrize(
    "coordinates",
    [
        [SQUARE, HOLE[:2], []],
        [SQUARE, [[math.nan, 52.5]] * 4],
        [[*SQUARE[:2], [None, 3], "x", *SQUARE[2:]]],
        [[*SQUARE[:2], [math.nan, 3], [math.inf, 3], [1e308, 2], [], *SQUARE[2:]]],
        [[[*point, math.nan] for point in SQUARE]],
    ],
)
def test_points_and_holes_that_cannot_be_read_cost_themselves(coordinates):
    assert footprint("Polygon", coordinates).bounds == (W, S, E, N)


def test_a_part_that_cannot_be_read_is_made_up_for_by_the_box():
    unreadable = [[[point[0], "x"] for point in SQUARE]]
    there = [[[7.0, 52.0], [7.1, 52.0], [7.1, 52.1], [7.0, 52.0]]]

    shape = footprint("MultiPolygon", [unreadable, there], [W, S, E, N])

    assert shape.bounds == (W, 52.0, 7.1, N)


def test_where_outline_and_box_lie_apart_either_may_be_right():
    gulf = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]

    assert footprint("Polygon", [gulf], [W, S, E, N]).covers(MIDDLE)
    assert footprint("Polygon", [SQUARE], [0.0, 0.0, 1.0, 1.0]).covers(MIDDLE)
    around = [W - 1, S - 1, E + 1, N + 1]
    assert footprint("Polygon", [SQUARE], around).bounds == (W, S, E, N)
    assert footprint("MultiPolygon", [[], [SQUARE]], around).bounds == (W, S, E, N)
    across = [W + 0.01, S - 1, E - 0.01, N + 1]
    assert footprint("Polygon", [SQUARE], across).bounds == (W, S, E, N)


@pytest.mark.parametrize("box", [[179.2, -18.0, -179.2, -17.0], [-180.8, -18.0, -179.2, -17.0]])
@pytest.mark.parametrize("west", [179.5, -180.5, -179.6])
def test_a_box_across_the_antimeridian_lies_where_the_outline_is(box, west):
    east = west + 0.3
    ring = [[west, -17.8], [east, -17.8], [east, -17.3], [west, -17.3], [west, -17.8]]

    assert footprint("Polygon", [ring], box).area == pytest.approx(0.15)


def test_an_outline_across_the_antimeridian_is_not_everywhere():
    ring = [[179.9, -18.0], [180.1, -18.0], [180.1, -17.0], [179.9, -17.0], [179.9, -18.0]]

    assert footprint("Polygon", [ring], [W, -18.0, E, -17.0]).area == pytest.approx(0.2 + E - W)


@pytest.mark.parametrize("depth", [1, 5, 900])
def test_collections_hold_their_polygons_however_deep(depth):
    nest = {"type": "Polygon", "coordinates": [SQUARE]}
    point = {"type": "Point", "coordinates": [W, S]}
    for _ in range(depth):
        nest = {"type": "GeometryCollection", "geometries": [point, nest]}

    assert footprint_of(nest, [W, S, E, N]).shape.bounds == (W, S, E, N)


@pytest.mark.parametrize(
    ("kind", "coordinates"),
    [
        ("Point", MIDDLE.coords[0]),
        ("LineString", SQUARE),
        ("MultiPoint", SQUARE),
        ("Polygon", []),
        ("Polygon", [[]]),
        ("Polygon", [[[W, S]] * 5]),
        ("Polygon", [[[W, S], [E, N], [W, S]]]),
        ("MultiPolygon", [[], [[]]]),
        ("GeometryCollection", None),
    ],
)
def test_a_geometry_without_area_says_nothing_and_the_box_serves(kind, coordinates):
    assert footprint(kind, coordinates, [W, S, E, N]).bounds == (W, S, E, N)
    assert footprint(kind, coordinates) is None


def crowds(number, count):
    """Rings of points all over the square, in no order."""
    return np.random.default_rng(3).uniform((W, S), (E, N), (number, count, 2)).tolist()


CROWDED = {
    "a ring that crosses itself everywhere": lambda: crowds(1, 100_000),
    "holes that cross one another": lambda: [SQUARE, *crowds(5_000, 5)],
    "a ring just below the limit": lambda: crowds(1, 4_900),
    "some holes": lambda: [SQUARE, *crowds(190, 20)],
}


@pytest.mark.parametrize("coordinates", CROWDED.values(), ids=CROWDED)
@pytest.mark.parametrize("bbox", [None, [W, S, E, N]])
def test_outlines_of_too_many_points_take_no_time_and_lose_no_place(coordinates, bbox):
    shape = footprint("Polygon", coordinates(), bbox)

    assert shape.contains(MIDDLE)
    assert shape.envelope.area == pytest.approx((E - W) * (N - S), rel=0.01)
    assert sum(len(part.coords) for part in [shape.exterior, *shape.interiors]) < 6000


@pytest.mark.parametrize("bbox", [None, [W, S, E, N]])
def test_an_outline_of_too_many_parts_is_told(bbox):
    outline = {"type": "MultiPolygon", "coordinates": [[part] for part in crowds(5_000, 3)]}

    scene = scene_of(a_c1_item(geometry=outline, bbox=bbox))

    assert scene.footprint.contains(MIDDLE)
    assert "too many points" in scene.note


numbers_of_all_kinds = st.one_of(
    st.floats(), st.floats(-180, 180), st.integers(-90, 90), st.none(), st.text(max_size=2)
)
geometries = st.recursive(
    st.one_of(numbers_of_all_kinds, st.lists(numbers_of_all_kinds, min_size=2, max_size=3)),
    lambda inner: st.lists(inner, max_size=6),
    max_leaves=40,
).map(lambda some: {"type": "Polygon", "coordinates": some})


@given(geometries, st.none() | st.lists(numbers_of_all_kinds, max_size=6))
def test_whatever_is_told_as_a_geometry_is_a_valid_outline_or_none(geometry, bbox):
    for kind in ("Polygon", "MultiPolygon", "GeometryCollection"):
        shape = footprint_of({**geometry, "type": kind}, bbox).shape
        assert shape is None or (shape.is_valid and shape.area > 0)


rings = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=9)


@given(rings)
def test_no_lobe_of_a_ring_is_lost(ring):
    shape = footprint("Polygon", [[[lon, lat] for lon, lat in ring]])
    drawn = Polygon(ring)
    if drawn.is_valid and drawn.area:
        assert shape.equals(drawn)
    elif shape is not None:
        assert make_valid(drawn).difference(shape).area < 1e-9


def scene_of(item):
    return read_item(Item.of(item), provider="made", level="LEVEL2A")


def verdict_of(item, **asked):
    return ItemFilter(a_request(**asked), provider="made").classify(item)


def turned(ring):
    return {"type": "Polygon", "coordinates": [[[lat, lon] for lon, lat in ring]]}


def test_an_outline_that_tells_latitude_first_is_turned_round_and_told():
    scene = verdict_of(a_c1_item(geometry=turned(SQUARE), bbox=None))

    assert scene.footprint.bounds == (W, S, E, N)
    assert "turned round" in scene.note


@pytest.mark.parametrize("asked", [{"lon": 5.2, "lat": 20.0}, {"lon": 100.0, "lat": 52.78}])
def test_an_outline_elsewhere_stays_there(asked):
    square = {"type": "Polygon", "coordinates": [SQUARE]}

    assert verdict_of(a_c1_item(geometry=square), **asked) == "elsewhere"


def test_an_outline_that_would_lie_here_if_turned_round_stays_where_its_zone_is():
    far = {"proj:epsg": 32639, "grid:code": "MGRS-39NXG", "s2:product_uri": None}
    item = a_c1_item("made", geometry=turned(SQUARE), bbox=None, properties=far)

    assert verdict_of(item) == "elsewhere"


def test_items_of_one_outline_share_its_shape_and_others_have_their_own():
    known = Footprints()
    ring = [[5.0, 52.0], [6.0, 52.0], [6.0, 53.0], [5.0, 53.0], [5.0, 52.0]]
    shapes = [
        known.of({"type": "Polygon", "coordinates": [corners]}, None).shape
        for corners in (ring, [*ring], [[lon + 0.5, lat] for lon, lat in ring])
    ]
    assert shapes[0] is shapes[1]
    assert shapes[2].bounds == (5.5, 52.0, 6.5, 53.0)
