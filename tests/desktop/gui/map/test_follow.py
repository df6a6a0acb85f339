"""The map shows the place on show, and moves as little as it may."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from cbm_chips.core.model import Place
from tests.desktop.window import CENTRE, look_at

SIDE = 0.002


@pytest.fixture
def picker(iface: Any) -> Iterator[Any]:
    from cbm_chips.gui.map.picker import MapPicker

    picker = MapPicker(iface.canvas)
    yield picker
    picker.unload()


@pytest.fixture
def canvas(iface: Any, picker: Any) -> Any:
    picker.show_place(parcel(*CENTRE), 1280)
    return iface.canvas


def parcel(x: float, y: float, side: float = SIDE) -> Place:
    from shapely.geometry import box

    half = side / 2
    return Place.of_parcel(box(x - half, y - half, x + half, y + half), f"{x}")


def in_view(canvas: Any, place: Place) -> bool:
    from qgis.core import QgsRectangle

    return bool(canvas.extent().contains(QgsRectangle(*place.outline.bounds)))


def test_a_parcel_in_view_leaves_the_map_as_it_is(canvas: Any, picker: Any) -> None:
    before = canvas.extent().toString()
    picker.show_place(parcel(CENTRE[0] + 0.01, CENTRE[1]), 1280)
    assert canvas.extent().toString() == before


@pytest.mark.parametrize("east", [0.0, 0.2, 30.0])
def test_to_one_that_is_not_wholly_in_view_the_map_is_moved(
    canvas: Any, picker: Any, east: float
) -> None:
    scale = canvas.scale()
    place = parcel(canvas.extent().xMaximum() + east, CENTRE[1])
    assert not in_view(canvas, place)
    picker.show_place(place, 1280)
    assert in_view(canvas, place)
    assert canvas.scale() == pytest.approx(scale, rel=0.01)


def test_one_that_does_not_fit_is_zoomed_out_to(canvas: Any, picker: Any) -> None:
    place = parcel(*CENTRE, side=0.3)
    picker.show_place(place, 1280)
    assert in_view(canvas, place)


def test_a_dot_on_the_globe_is_zoomed_in_to(canvas: Any, picker: Any) -> None:
    from qgis.core import QgsRectangle

    canvas.setExtent(QgsRectangle(-170, -80, 170, 80))
    place = parcel(CENTRE[0] + 0.01, CENTRE[1])
    picker.show_place(place, 1280)
    assert in_view(canvas, place)
    assert canvas.extent().width() < 0.2


def test_a_bare_place_is_followed_as_well(canvas: Any, picker: Any) -> None:
    picker.show_place(Place(6.5, 52.0), 1280)
    centre = canvas.extent().center()
    assert (centre.x(), centre.y()) == pytest.approx((6.5, 52.0), abs=1e-6)


def test_what_the_user_goes_away_from_is_not_brought_back(canvas: Any, picker: Any) -> None:
    look_at(canvas, (6.0, 52.0))
    before = canvas.extent().toString()
    picker.show_place(parcel(*CENTRE), 1280)
    assert canvas.extent().toString() == before


def test_a_click_leaves_the_map_where_it_is(canvas: Any, picker: Any) -> None:
    before = canvas.extent().toString()
    east = canvas.extent().xMaximum()
    picker.stay_at(Place(east - 0.0001, CENTRE[1]))
    picker.show_place(parcel(east, CENTRE[1]), 1280)
    assert canvas.extent().toString() == before
    picker.show_place(parcel(east + 0.01, CENTRE[1]), 1280)
    assert canvas.extent().toString() != before


def test_on_a_map_that_is_turned_the_corners_are_out_of_view(canvas: Any, picker: Any) -> None:
    canvas.setRotation(45)
    extent = canvas.extent()
    place = parcel(extent.xMinimum() + SIDE, extent.yMaximum() - SIDE)
    picker.show_place(place, 1280)
    centre = canvas.extent().center()
    assert (centre.x(), centre.y()) == pytest.approx((place.lon, place.lat), abs=1e-6)


def test_a_map_without_a_crs_is_left_alone(canvas: Any, picker: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    before = canvas.extent().toString()
    picker.show_place(Place(6.5, 52.0), 1280)
    assert canvas.extent().toString() == before
