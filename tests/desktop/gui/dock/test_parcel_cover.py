"""A parcel of which the chips show a part: it is said beside the place, with a remedy."""

from __future__ import annotations

import math
from typing import Any

import pytest
from shapely.geometry import box

from cbm_chips.core.model import Place
from tests.desktop.window import CENTRE, set_form, settle, wait_for

pytestmark = pytest.mark.kept_dock

LON, LAT = CENTRE


def square(edge_m: float) -> Place:
    half_lat = edge_m / 2 / 111_195
    half_lon = half_lat / math.cos(math.radians(LAT))
    outline = box(LON - half_lon, LAT - half_lat, LON + half_lon, LAT + half_lat)
    return Place.of_parcel(outline, "field")


def read(dock: Any, place: Place, **form: Any) -> None:
    set_form(dock, start="2022-06-01", end="2022-06-10", **form)
    dock.session.start(place)
    wait_for(lambda: not dock.session.runs.is_running)
    wait_for(dock.panel.is_idle)
    settle()


def line(dock: Any) -> Any:
    return dock.place_line._cover


def test_the_share_is_said_and_a_click_reads_the_size_it_takes(dock: Any) -> None:
    read(dock, square(600), size_m=400)
    assert "% of the parcel is in the chip" in line(dock).text
    assert line(dock).isVisibleTo(dock)

    line(dock)._read.click()
    wait_for(lambda: not dock.session.runs.is_running)
    wait_for(dock.panel.is_idle)

    assert 600 < dock.session.shown.request.size_m < 700
    assert dock.form.state().size_m == dock.session.shown.request.size_m
    assert not line(dock).isVisibleTo(dock)
    shares = [entry.parcel_in_chip_pct for entry in dock.panel.entries() if entry.chip]
    assert shares == pytest.approx([100.0] * len(shares))


def test_nothing_is_said_of_a_parcel_that_is_there(dock: Any) -> None:
    read(dock, square(600), size_m=400)
    read(dock, square(200), size_m=400)

    assert not line(dock).isVisibleTo(dock)


def test_nothing_is_said_of_a_point(dock: Any) -> None:
    read(dock, Place(LON, LAT), size_m=400)

    assert not line(dock).isVisibleTo(dock)


def test_where_no_chip_is_large_enough_the_largest_is_offered(dock: Any) -> None:
    read(dock, square(20_000), size_m=400)

    assert "5120 m is the most" in line(dock).text
    assert line(dock)._read.text() == "Read 5120 m"


def test_nothing_is_offered_where_the_largest_is_there(dock: Any) -> None:
    from cbm_chips.core.scenes.parcel_cover import ParcelCover

    dock.place_line.show_place(square(20_000))
    dock.place_line.show_cover(ParcelCover(6.6, 20_040), 5120)

    assert line(dock).isVisibleTo(dock.place_line)
    assert not line(dock)._read.isVisibleTo(dock.place_line)
