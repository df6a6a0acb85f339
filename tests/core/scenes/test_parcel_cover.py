"""How much of a parcel a chip shows, and the size that shows all of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.affinity import rotate
from shapely.geometry import MultiPolygon, Polygon, box

from cbm_chips.core.model import LARGEST_SIZE_M, Place
from cbm_chips.core.projection import to_wgs84
from cbm_chips.core.scenes.grids import grid_of
from cbm_chips.core.scenes.parcel_cover import ParcelCover, parcel_cover
from tests.builders import a_grid
from tests.effort import examples

GRID = a_grid()
X, Y = (GRID.left + GRID.right) / 2, (GRID.top + GRID.bottom) / 2


def cover_of(outline_m, size_m=1280) -> tuple[Place, ParcelCover]:
    place = Place.of_parcel(to_wgs84(outline_m, GRID.epsg))
    return place, parcel_cover(place, grid_of(place, size_m, (GRID.epsg,)))


def test_a_point_has_no_parcel():
    assert parcel_cover(Place(lon=5.2, lat=52.78), GRID) is None


def test_a_parcel_within_the_chip_needs_no_other():
    _, cover = cover_of(box(X - 200, Y - 200, X + 200, Y + 200))

    assert cover == ParcelCover(pytest.approx(100.0), 1280)
    assert cover.is_whole


@given(
    width=st.floats(30, 4500),
    height=st.floats(30, 4500),
    angle=st.floats(0, 90),
    size_m=st.sampled_from([20, 160, 640, 1280]),
)
@settings(max_examples=examples(200), deadline=None)
def test_the_size_told_shows_all_and_is_hardly_larger_than_it_must(width, height, angle, size_m):
    field = rotate(box(X - width / 2, Y - height / 2, X + width / 2, Y + height / 2), angle)
    place, cover = cover_of(field, size_m)
    if cover.is_whole:
        return

    west, south, east, north = field.bounds
    least = max(east - west, north - south)
    if cover.needed_m > LARGEST_SIZE_M:
        assert least > LARGEST_SIZE_M - 300
        return
    again = parcel_cover(place, grid_of(place, cover.needed_m, (GRID.epsg,)))
    assert again.inside_pct == pytest.approx(100.0)
    assert cover.needed_m <= 1.2 * least + 80


HOLE = [(X - 900, Y - 900), (X - 900, Y + 900), (X + 900, Y + 900), (X + 900, Y - 900)]
KINDS = {
    "parts far apart": MultiPolygon(
        [box(X - 2000, Y - 50, X - 1900, Y + 50), box(X + 1900, Y - 50, X + 2000, Y + 50)]
    ),
    "a ring": Polygon(box(X - 1000, Y - 1000, X + 1000, Y + 1000).exterior.coords, [HOLE]),
    "a strip": box(X - 2000, Y - 15, X + 2000, Y + 15),
}


@pytest.mark.parametrize("kind", KINDS)
def test_parts_holes_and_strips_are_shown_whole_too(kind):
    place, cover = cover_of(KINDS[kind])
    assert not cover.is_whole

    again = parcel_cover(place, grid_of(place, cover.needed_m, (GRID.epsg,)))

    assert again.inside_pct == pytest.approx(100.0)


def test_a_parcel_that_no_chip_can_hold_says_how_large_it_is():
    _, cover = cover_of(box(X - 10_000, Y - 10_000, X + 10_000, Y + 10_000))

    assert cover.inside_pct == pytest.approx(100 * 1280**2 / 20_000**2, rel=0.05)
    assert 20_000 <= cover.needed_m <= 20_100


def test_a_parcel_beside_the_chip_is_not_in_it_at_all():
    far = Place.of_parcel(to_wgs84(box(X + 5000, Y, X + 5100, Y + 100), GRID.epsg))

    assert parcel_cover(far, GRID).inside_pct == 0.0
