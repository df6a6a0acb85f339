"""From parcel to parcel by keys, beginning with a click on the map."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.running import parcels_of
from tests.desktop.window import CENTRE, click, click_parcel, settle, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


@pytest.fixture
def parcels(iface: Any, servers: Served, clean_project: Any) -> Any:
    """All of the sample's, on the map."""
    layer = parcels_of(servers, "315141")
    layer.setSubsetString("")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


def press(widget: Any, *keys: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    for key in keys:
        QTest.keyClick(widget, getattr(Qt.Key, f"Key_{key}"))


def focused() -> Any:
    """The widget that hears the keys."""
    from qgis.PyQt.QtWidgets import QApplication

    return QApplication.focusWidget()


def activate(iface: Any) -> None:
    from qgis.PyQt.QtWidgets import QApplication

    iface.window.activateWindow()
    wait_for(lambda: QApplication.activeWindow() is iface.window)


class TestKeys:
    def test_work_after_a_click_on_the_map(self, iface: Any, dock: Any, parcels: Any) -> None:
        activate(iface)
        iface.canvas.setFocus()
        click_parcel(iface, dock, CENTRE)
        assert focused() is dock.panel.view
        press(focused(), "N")
        settle()
        assert dock.session.place.label != "315141"
        press(focused(), "P")
        assert dock.session.place.label == "315141"
        wait_for(lambda: dock.panel.counts().done == 4)
        press(focused(), "Right", "Right")
        assert dock.session.current.entry is not None

    def test_work_after_a_choice_among_the_last_places(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        from qgis.gui import QgsMapToolPan
        from qgis.PyQt.QtWidgets import QMenu

        activate(iface)
        click_parcel(iface, dock, CENTRE)
        iface.canvas.setMapTool(QgsMapToolPan(iface.canvas))
        iface.canvas.setFocus()
        menu = next(one for one in dock.findChildren(QMenu) if one.title() == "Last places")
        menu.aboutToShow.emit()
        menu.actions()[0].trigger()
        assert focused() is dock.panel.view

    def test_are_those_of_the_large_view_while_it_is_open(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        activate(iface)
        click_parcel(iface, dock, CENTRE)
        wait_for(lambda: dock.panel.counts().done == 4)
        press(focused(), "Right", "Z")
        assert dock.panel.pages.large.isVisible()
        iface.canvas.setFocus()
        press(iface.canvas, "N")
        wait_for(lambda: dock.panel.counts().done == 4)
        assert focused() is dock.panel.pages.large

    def test_are_the_maps_while_a_tool_of_qgis_is_active(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        from qgis.gui import QgsMapToolPan

        activate(iface)
        pan = QgsMapToolPan(iface.canvas)
        iface.canvas.setMapTool(pan)
        iface.canvas.setFocus()
        dock.picker.nextAction.trigger()
        first = dock.session.place
        assert focused() is iface.canvas
        press(iface.canvas, "N")
        assert dock.session.place == first

    def test_on_the_map_do_what_they_do_in_the_list(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        activate(iface)
        click_parcel(iface, dock, CENTRE)
        iface.canvas.setFocus()
        press(iface.canvas, "N")
        assert dock.session.place.label != "315141"

    def test_stay_with_the_dates_after_a_click_on_a_button(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest
        from qgis.PyQt.QtWidgets import QToolButton

        activate(iface)
        click_parcel(iface, dock, CENTRE)
        dock.panel.view.setFocus()
        buttons = dock.findChildren(QToolButton)
        (button,) = [one for one in buttons if one.defaultAction() is dock.picker.nextAction]
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        assert dock.session.place.label != "315141"
        assert focused() is dock.panel.view

    def test_stay_with_who_types(self, iface: Any, dock: Any) -> None:
        activate(iface)
        click(iface, dock, CENTRE)
        dock.form.box.setCollapsed(False)
        dock.form.size.metres.setFocus()
        before = focused()
        dock.session.again()
        assert focused() is before is not dock.panel.view


class TestTheMap:
    def test_follows_the_next_parcel_but_not_a_click(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        from qgis.core import QgsRectangle

        canvas = iface.canvas
        canvas.setExtent(QgsRectangle(5.6625, 52.6935, 5.6655, 52.6945))
        before = canvas.extent().center()
        click_parcel(iface, dock, CENTRE)
        assert dock.session.place.label == "315141"
        assert canvas.extent().center().distance(before) < 1e-6
        dock.picker.nextAction.trigger()
        outline = dock.session.place.outline
        assert canvas.extent().center().distance(before) > 1e-4
        assert canvas.extent().contains(QgsRectangle(*outline.bounds))

    def test_follows_one_of_the_last_places(self, iface: Any, dock: Any) -> None:
        from tests.desktop.window import look_at

        click(iface, dock, CENTRE)
        yesterdays = dock.session.place
        look_at(iface.canvas, (6.0, 52.0))
        click(iface, dock, (6.0, 52.0))
        dock.session.start(yesterdays)
        centre = iface.canvas.extent().center()
        assert (centre.x(), centre.y()) == pytest.approx(CENTRE, abs=1e-3)
