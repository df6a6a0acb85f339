"""Coordinates go from CRS to CRS as PROJ's database says, whichever way they are looked up."""

from __future__ import annotations

import numpy as np
import pytest
from pyproj import Transformer

from cbm_chips.core.projection import WGS84, transformer

NORTH, SOUTH, NEIGHBOUR, LAMBERT = 32631, 32733, 32632, 3035
PAIRS = [
    *((WGS84, zone) for zone in (NORTH, SOUTH, 32601, 32760)),
    *((zone, WGS84) for zone in (NORTH, SOUTH, 32601, 32760)),
    *((NORTH, NEIGHBOUR), (NEIGHBOUR, NORTH), (NORTH, SOUTH), (NORTH, NORTH)),
    *((WGS84, LAMBERT), (LAMBERT, NORTH), (WGS84, WGS84), (WGS84, 32661)),
]


def some_points(epsg: int) -> np.ndarray:
    """[2, n] of x and y: all over the world in degrees, else all over a zone and far beyond it."""
    corners = [(-180, -80), (180, 84)] if epsg == WGS84 else [(-2e6, -9e6), (3e6, 9.9e6)]
    return np.random.default_rng(5).uniform(*corners, (500, 2)).T


@pytest.mark.parametrize(("from_epsg", "to_epsg"), PAIRS)
def test_a_point_comes_to_lie_where_the_database_puts_it(from_epsg, to_epsg):
    xs, ys = some_points(from_epsg)
    by_database = Transformer.from_crs(from_epsg, to_epsg, always_xy=True)
    found = transformer(from_epsg, to_epsg).transform(xs, ys)
    np.testing.assert_array_equal(found, by_database.transform(xs, ys))


@pytest.mark.parametrize("shape", [(), (1,), (1, 1), (2,), (2, 3)], ids=str)
@pytest.mark.filterwarnings("error")
def test_arrays_give_arrays_of_their_shape_also_of_one_point(shape):
    xs, ys = np.full(shape, 5.2), np.full(shape, 52.0)
    found = transformer(WGS84, NORTH).transform(xs, ys)
    assert [np.shape(values) for values in found] == [shape, shape]
    one = transformer(WGS84, NORTH).transform(5.2, 52.0)
    np.testing.assert_array_equal(found, [np.full(shape, value) for value in one])
