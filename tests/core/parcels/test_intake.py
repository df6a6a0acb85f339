"""Plain outlines are taken many at a time, odd ones one by one: nobody can tell by the result."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from shapely import geometry as shapes
from shapely import wkb

from cbm_chips.core.parcels.outlines.layer import Parcels

SQUARE = shapes.box(0, 0, 10, 10)
BOW_TIE = shapes.Polygon([(0, 0), (5, 5), (5, 0), (0, 5)])
KINDS = (
    SQUARE,
    shapes.Polygon([(0, 0), (9, 1), (10, 8), (3, 12)]),
    shapes.box(0, 0, 10, 20).difference(shapes.box(2, 2, 4, 4)),
    shapes.MultiPolygon([SQUARE]),
    shapes.MultiPolygon([SQUARE, shapes.box(20, 0, 30, 10)]),
    BOW_TIE,
    shapes.MultiPolygon([BOW_TIE]),
    shapes.Polygon([(0, 0), (5, 5), (9, 9)]),
    shapes.Polygon([(0, 0, 7), (9, 1, 7), (10, 8, 7)]),
    shapes.LineString([(0, 0), (5, 5)]),
    shapes.Point(3, 3),
    shapes.Polygon(),
    None,
)


def as_given(shape, form):
    if shape is None or form == "shapely":
        return shape
    if form == "big endian":
        return wkb.dumps(shape, big_endian=True)
    return wkb.dumps(shape, big_endian=False)


def closely(shape):
    """As GeoJSON, which is looked at one by one."""
    return None if shape is None else shapes.mapping(shape)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(KINDS),
            st.integers(0, 3),
            st.sampled_from(["shapely", "big endian", "wkb"]),
            st.sampled_from(["1", "2", "03", None]),
        ),
        max_size=40,
    )
)
def test_many_at_a_time_are_the_same_as_one_by_one(rows):
    from shapely.affinity import translate

    moved = [(name, shape and translate(shape, east), form) for shape, east, form, name in rows]
    together = Parcels.of([(name, as_given(shape, form)) for name, shape, form in moved])
    each = Parcels.of([(name, closely(shape)) for name, shape, _ in moved])
    assert together.ids == each.ids
    assert together.remarks == each.remarks
    for name in ("points", "ring_starts", "ring_is_hole", "parcel_starts"):
        assert np.array_equal(getattr(together, name), getattr(each, name))


def test_bytes_that_are_no_geometry_are_told_of_their_parcel_alone():
    good = SQUARE.wkb
    open_ring = good[:-16] + good[:16]
    parcels = Parcels.of([("a", good), ("b", b"\x01\x03"), ("c", open_ring), ("d", good[:-1])])
    assert {remark.parcel for remark in parcels.remarks} == {1, 2, 3}
    assert np.diff(parcels.parcel_starts).tolist() == [1, 0, 0, 0]
