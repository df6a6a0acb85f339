"""Geometries with other coordinates, whatever shapely is installed."""

from __future__ import annotations

import numpy as np
import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box

from cbm_chips.core import coordinates
from cbm_chips.core.coordinates import in_one_piece, with_coordinates

HOLED = Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (1, 2), (2, 2)]])


@pytest.mark.parametrize("shape", [HOLED, MultiPolygon([HOLED, box(9, 9, 10, 10)]), Point(1, 2)])
def test_every_part_and_ring_is_changed(shape: object) -> None:
    moved = with_coordinates(shape, lambda xs, ys: (ys, xs + 1.0))
    back = with_coordinates(moved, lambda xs, ys: (ys - 1.0, xs))
    assert moved.geom_type == shape.geom_type
    assert moved.bounds != shape.bounds
    assert back.equals(shape)


def test_heights_are_left_behind() -> None:
    high = Polygon([(0, 0, 5), (1, 0, 5), (1, 1, 5)])
    assert not with_coordinates(high, lambda xs, ys: (xs, ys)).has_z


def test_the_change_is_given_arrays() -> None:
    kinds = set()

    def change(xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        kinds.update((xs.dtype, ys.dtype))
        return xs, ys

    with_coordinates(HOLED, change)
    assert kinds == {np.dtype(float)}


@pytest.mark.filterwarnings("ignore:The .shapely.ops.transform:DeprecationWarning")
def test_shapely_1_and_2_give_the_same() -> None:
    def change(xs: np.ndarray, ys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return xs * 2.0, ys - 7.0

    assert coordinates._of_shapely_1(HOLED, change).equals(with_coordinates(HOLED, change))


def test_what_crosses_the_antimeridian_is_in_one_piece() -> None:
    halves = MultiPolygon([box(179, 0, 180, 1), box(-180, 0, -179, 1)])
    assert in_one_piece(halves).bounds == (179, 0, 181, 1)
    assert in_one_piece(box(5, 50, 6, 51)).bounds == (5, 50, 6, 51)
