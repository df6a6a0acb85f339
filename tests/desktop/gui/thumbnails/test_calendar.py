"""The dates as a calendar: where they lie, how one walks through them, what each tells."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.model import Place
from tests.desktop.window import read, read_once, set_form, settle, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock

SPRING = {"start": "2022-04-01", "end": "2022-06-30"}


@pytest.fixture
def spring(iface: Any, dock: Any, servers: Served) -> Any:
    """The dock with three months, as a calendar."""
    set_form(dock, source=servers.api.url, **SPRING)
    read_once(iface, dock)
    dock.panel.controls.choose_view("calendar")
    wait_for(lambda: not dock.session.runs.is_running and dock.panel.is_idle())
    settle()
    return dock


def days(dock: Any) -> list[str]:
    entries = dock.panel.entries()
    return [f"{entry.scene.acquired:%m-%d}" for entry in entries]


def press(widget: Any, key: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(widget, getattr(Qt.Key, f"Key_{key}"))


def test_dates_lie_by_month_and_week(spring: Any) -> None:
    calendar = spring.panel.pages.calendar
    assert spring.panel.pages.currentWidget() is calendar
    layout = calendar.layout_now()
    placed = {days(spring)[row]: week for row, (month, week) in layout.weeks.items()}
    assert placed["04-05"] == 0
    assert placed["04-20"] == 2
    assert placed["05-30"] == 4
    assert [month for _, month, _ in layout.heads] == [4, 5, 6]
    cells = list(layout.cells.values())
    assert not any(one.intersects(other) for one in cells for other in cells if one is not other)


def test_the_current_date_is_that_of_the_grid_and_of_the_map(spring: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    calendar = spring.panel.pages.calendar
    index = calendar.model().index(3, 0)
    calendar.scrollTo(index)
    QTest.mouseClick(
        calendar.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        calendar.visualRect(index).center(),
    )
    assert spring.session.current.entry is spring.panel.entries()[3]
    assert spring.panel.view.currentIndex().row() == 3
    assert spring.panel.selected() == [spring.panel.entries()[3]]


def test_keys_walk_by_time_and_by_week_and_space_ticks(spring: Any) -> None:
    calendar = spring.panel.pages.calendar
    calendar.setFocus()
    press(calendar, "Home")
    assert calendar.currentIndex().row() == 0
    press(calendar, "Right")
    assert calendar.currentIndex().row() == 1
    month, week = calendar.layout_now().weeks[1]
    press(calendar, "Down")
    assert calendar.layout_now().weeks[calendar.currentIndex().row()] != (month, week)
    assert calendar.currentIndex().row() > 1
    press(calendar, "End")
    press(calendar, "Space")
    assert spring.panel.selected() == [spring.panel.entries()[-1]]


def test_the_key_goes_on_to_the_next_view_and_it_is_remembered(spring: Any) -> None:
    from cbm_chips.gui.dock.arrangement.grid_memory import keep_grid
    from cbm_chips.gui.thumbnails.controls.control_row import ControlRow

    calendar, controls = spring.panel.pages.calendar, spring.panel.controls
    calendar.setFocus()
    press(calendar, "K")
    assert controls.layout_chosen == "list"
    assert spring.panel.pages.currentWidget() is spring.panel.view
    assert spring.panel.view.shape.columns == 1
    others = ControlRow()
    keep_grid(others)
    assert others.layout_chosen == "list"
    others.deleteLater()


def test_each_date_tells_its_index_over_the_clear_pixels(spring: Any) -> None:
    from cbm_chips.core.series.making.calendar_means import calendar_means

    chips = [entry.chip for entry in spring.panel.entries()]
    place: Place = spring.session.place
    expected = calendar_means(place, chips)
    calendar = spring.panel.pages.calendar
    wait_for(lambda: len(calendar._means) == len(expected))
    assert calendar._means == pytest.approx(expected)


def test_a_filter_narrows_it_and_a_new_place_fills_it_anew(iface: Any, spring: Any) -> None:
    calendar = spring.panel.pages.calendar
    spring.panel.controls.choose_filter("clear")
    assert len(calendar.layout_now().cells) == spring.panel.counts().clear
    read(iface, spring, (5.667, 52.695))
    settle()
    assert len(calendar.layout_now().cells) == calendar.model().rowCount()


def test_it_is_painted_with_the_colours_of_its_classes(spring: Any) -> None:
    from qgis.PyQt.QtGui import QColor

    from cbm_chips.core.sentinel2.scl import SCL_CLASSES

    calendar = spring.panel.pages.calendar
    entries = spring.panel.entries()
    row = next(row for row, one in enumerate(entries) if set(one.histogram) == {9})
    calendar.scrollTo(calendar.model().index(row, 0))
    settle()
    picture = calendar.viewport().grab().toImage()
    cell = calendar.visualRect(calendar.model().index(row, 0))
    middle = calendar.layout_now().shape.bar(cell).center() * picture.devicePixelRatio()
    assert picture.pixelColor(middle) == QColor(SCL_CLASSES[9].color)
