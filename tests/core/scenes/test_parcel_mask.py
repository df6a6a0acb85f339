"""Which pixels of a chip are the parcel's, and the sentence that says so."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rasterio.features import rasterize
from rasterio.transform import Affine
from shapely import wkb
from shapely.affinity import rotate, translate
from shapely.geometry import MultiPolygon, Polygon, box

from cbm_chips.core.model import Grid, Place
from cbm_chips.core.scenes.grids import MaskBasis, centres_inside, grid_of, parcel_mask
from tests.builders import a_grid
from tests.core.scenes.test_grids import NOORDOOSTPOLDER, a_place
from tests.effort import examples
from tests.zonal import class_counts


def a_triangle(rng: random.Random, x: float, y: float, size: float) -> Polygon:
    return Polygon([(x + rng.uniform(-1, 1) * size, y + rng.uniform(-1, 1) * size) for _ in "abc"])


def a_star(rng: random.Random, x: float, y: float, size: float) -> Polygon:
    corners = rng.randint(5, 24)
    turns = [2 * math.pi * corner / corners for corner in range(corners)]
    radii = [size * rng.uniform(0.2, 1) for _ in turns]
    return Polygon([(x + r * math.cos(t), y + r * math.sin(t)) for r, t in zip(radii, turns)])


def a_ring(rng: random.Random, x: float, y: float, size: float) -> Polygon:
    hole = a_star(rng, x, y, 0.19 * size)
    return Polygon(a_star(rng, x, y, size).exterior.coords, [hole.exterior.coords])


def some_parts(rng: random.Random, x: float, y: float, size: float) -> MultiPolygon:
    shapes = (a_star, a_ring, a_star)
    return MultiPolygon(
        [
            shape(rng, x + (number - 1) * 2.1 * size, y, size * rng.uniform(0.3, 1))
            for number, shape in enumerate(shapes)
        ]
    )


def a_slab(rng: random.Random, x: float, y: float, size: float) -> Polygon:
    wide = box(x - size, y - size / 8, x + size, y + size / 8)
    return rotate(wide, rng.uniform(0, 180))


SHAPES = (a_triangle, a_star, a_ring, some_parts, a_slab)
SIZES_M = (8, 25, 90, 300, 1500)
"""From less than a pixel of 20 m to larger than the chip of 1280 m."""


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size_m", SIZES_M)
def test_class_counts_equal_those_of_zonal_statistics(shape, size_m):
    tries = examples(50)
    rng = random.Random(f"{shape.__name__} {size_m}")
    grid = a_grid().at(20)
    scl = np.random.default_rng(size_m).integers(0, 12, (grid.height_px, grid.width_px), np.uint8)
    middle_x, middle_y = (grid.left + grid.right) / 2, (grid.top + grid.bottom) / 2
    compared = 0
    for _ in range(tries):
        x = middle_x + rng.uniform(-600, 600)
        y = middle_y + rng.uniform(-600, 600)
        outline = shape(rng, x, y, size_m)
        if not outline.is_valid or outline.area < 1e-6:
            continue
        mask = parcel_mask(a_place(outline, grid), grid)
        if mask.basis is MaskBasis.CENTRES:
            assert counts_in(scl, mask.pixels) == zonal_counts(outline, scl, grid)
        else:
            assert zonal_counts(outline, scl, grid) == {}
        compared += 1
    assert compared >= 0.7 * tries  # in 25 combinations: more than 150 parcels


def counts_in(scl, pixels) -> dict[int, int]:
    codes, counts = np.unique(scl[pixels], return_counts=True)
    return dict(zip(codes.tolist(), counts.tolist()))


def zonal_counts(outline, scl, grid: Grid) -> dict[int, int]:
    return class_counts(outline, scl, Affine(*grid.transform), nodata=255)


half_pixels = st.tuples(st.integers(-4, 44), st.integers(-4, 44))


@given(
    corners=st.lists(half_pixels, min_size=3, max_size=7, unique=True),
    hole=st.lists(half_pixels, min_size=3, max_size=4, unique=True) | st.none(),
)
def test_corners_and_edges_on_pixel_centres_are_decided_as_gdal_does(corners, hole):
    grid = Grid(32631, 0.0, 200.0, 10.0, 20, 20)
    rings = [[(5.0 * x, 200.0 - 5.0 * y) for x, y in ring] for ring in (corners, hole) if ring]
    outline = Polygon(rings[0], rings[1:])
    assume(outline.is_valid and outline.area)
    burnt = rasterize([outline], (20, 20), transform=Affine(*grid.transform), dtype="uint8")
    assert (centres_inside(outline, grid) == burnt.astype(bool)).all()


def test_without_an_outline_the_whole_chip_counts_and_the_sentence_says_so():
    mask = parcel_mask(NOORDOOSTPOLDER, grid_of(NOORDOOSTPOLDER, 200).at(20))
    assert mask.pixels.shape == (10, 10)
    assert mask.pixels.all()
    assert "whole chip" in mask.sentence


def test_a_parcel_too_thin_for_a_pixel_centre_is_judged_by_what_it_touches():
    grid = a_grid().at(20)
    thin = box(grid.left + 101, grid.top - 203, grid.left + 239, grid.top - 201)
    mask = parcel_mask(a_place(thin, grid), grid)
    assert mask.basis is MaskBasis.TOUCHED
    assert np.argwhere(mask.pixels).tolist() == [[10, column] for column in range(5, 12)]
    assert "touches" in mask.sentence


def test_a_parcel_smaller_than_a_pixel_is_judged_by_the_pixel_it_lies_in():
    grid = a_grid().at(20)
    tiny = box(grid.left + 41, grid.top - 63, grid.left + 43, grid.top - 61)
    mask = parcel_mask(a_place(tiny, grid), grid)
    assert np.argwhere(mask.pixels).tolist() == [[3, 2]]


def test_a_parcel_larger_than_the_chip_fills_it_and_the_sentence_gives_the_share():
    grid = a_grid().at(20)
    huge = box(grid.left - 1280, grid.bottom, grid.right, grid.top + 1280)
    mask = parcel_mask(a_place(huge, grid), grid)
    assert mask.pixels.all()
    assert mask.inside_pct == pytest.approx(25, abs=0.1)
    assert "25 % of the parcel is in the chip" in mask.sentence


def test_the_parts_of_a_parcel_add_up_and_its_holes_stay_out():
    grid = a_grid().at(20)
    left, top = grid.left, grid.top
    whole = box(left + 200, top - 400, left + 400, top - 200)
    holed = Polygon(whole.exterior.coords, [box(left + 260, top - 340, left + 320, top - 280)
                                            .exterior.coords])  # fmt: skip
    other = translate(whole, xoff=400)
    alone = parcel_mask(a_place(other, grid), grid).pixels
    mask = parcel_mask(a_place(MultiPolygon([holed, other]), grid), grid)
    assert mask.pixels.sum() == 2 * 100 - 9
    assert not mask.pixels[14:17, 13:16].any()
    assert mask.pixels[alone].all()
    assert mask.sentence == MaskBasis.CENTRES.value


@pytest.mark.parametrize("away_m", [2_000, 50_000, 3_000_000])
def test_a_parcel_outside_the_chip_has_no_pixels_and_the_sentence_says_so(away_m):
    grid = a_grid().at(20)
    elsewhere = translate(box(grid.left, grid.bottom, grid.right, grid.top), yoff=-away_m)
    mask = parcel_mask(a_place(elsewhere, grid), grid)
    assert mask.basis is MaskBasis.OUTSIDE
    assert mask.inside_pct == 0
    assert not mask.pixels.any()
    assert "outside" in mask.sentence


def test_a_parcel_on_the_other_side_of_the_earth_is_outside_too():
    place = Place(lon=5.0, lat=52.0, outline=box(95.0, -1.0, 96.0, 1.0))
    assert parcel_mask(place, a_grid().at(20)).basis is MaskBasis.OUTSIDE
    place = Place(lon=5.0, lat=52.0, outline=box(-177.0, -1.0, -176.9, 0.0))
    assert not parcel_mask(place, a_grid().at(20)).pixels.any()


TANGLES_IN_METRES = (
    "010300000001000000050000003C86299BECA716406CA1A29DD4584A400E2DB29DEFA716406CA1A29DD4584A40"
    "0E2DB29DEFA71640918C513DD4584A4069DFA098E9A7164046B6F3FDD4584A403C86299BECA716406CA1A29D"
    "D4584A40"
)
COLLAPSES_IN_METRES = (
    "01030000000100000004000000102DB29DEFA7164044B6F3FDD4584A40162DB29DEFA7164047B6F3FDD4584A40"
    "112DB29DEFA7164044B6F3FDD4584A40102DB29DEFA7164044B6F3FDD4584A40"
)


@pytest.mark.parametrize(
    "outline",
    [
        wkb.loads(TANGLES_IN_METRES, hex=True),
        wkb.loads(COLLAPSES_IN_METRES, hex=True),
        box(-180, -90, 180, 90),
    ],
)
def test_a_parcel_that_tangles_or_collapses_in_metres_is_still_judged(outline):
    place = Place(lon=5.664, lat=52.694, outline=outline)

    mask = parcel_mask(place, grid_of(place, 1280))

    assert 0 <= mask.inside_pct <= 100
    assert mask.sentence


def test_a_parcel_across_the_antimeridian_is_judged_on_both_sides():
    both = [box(179.998, -17, 180, -16.998), box(-180, -17, -179.998, -16.998)]
    place = Place.of_parcel(MultiPolygon(both))

    mask = parcel_mask(place, grid_of(place, 1280).at(20))

    assert mask.inside_pct == pytest.approx(100)
    assert mask.pixels.sum() * 400 == pytest.approx(426 * 221, rel=0.05)
