"""The parcels around, in the pictures of a place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.running import parcels_of
from tests.desktop.window import CENTRE, click_parcel, read, settle, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock


def key(dock: Any, name: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    dock.window().activateWindow()
    dock.panel.view.setFocus()
    settle()
    QTest.keyClick(dock.panel.view, getattr(Qt.Key, f"Key_{name}"))


def neighbours(dock: Any) -> Any:
    return dock.panel.model.overlay.neighbours


@pytest.fixture
def parcels(iface: Any, servers: Served, clean_project: Any) -> Any:
    """All of the sample's, on the map."""
    layer = parcels_of(servers, "315141")
    layer.setSubsetString("")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    return layer


def pick(iface: Any, dock: Any) -> None:
    click_parcel(iface, dock, CENTRE)
    wait_for(lambda: not dock.session.runs.is_running and dock.panel.is_idle())


def grid_picture(dock: Any) -> Any:
    settle()
    return dock.panel.view.viewport().grab().toImage()


class TestTheParcelsAround:
    def test_are_drawn_and_named_by_a_key(self, iface: Any, dock: Any, parcels: Any) -> None:
        pick(iface, dock)
        before = grid_picture(dock)
        assert not neighbours(dock).outlines
        key(dock, "O")
        wait_for(lambda: neighbours(dock).outlines)
        crops = {feature["crop_name"] for feature in parcels.getFeatures()}
        assert {one.words for one in neighbours(dock).outlines} <= crops
        assert 5 < len(neighbours(dock).outlines) < parcels.featureCount()
        assert dock.panel.model.overlay.rings
        assert grid_picture(dock) != before
        key(dock, "O")
        assert not neighbours(dock).outlines

    def test_come_with_every_place_while_the_switch_is_on(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        dock.neighbours.action.trigger()
        pick(iface, dock)
        wait_for(lambda: neighbours(dock).outlines)
        first = neighbours(dock)
        dock.picker.nextAction.trigger()
        assert not neighbours(dock).outlines
        wait_for(lambda: neighbours(dock).outlines)
        assert neighbours(dock) != first

    def test_are_there_for_a_click_beside_all_parcels_as_well(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        dock.neighbours.action.trigger()
        read(iface, dock)
        wait_for(lambda: neighbours(dock).outlines and dock.panel.is_idle())
        assert dock.panel.model.overlay.point is not None, "it comes with the pictures"

    def test_are_left_alone_while_the_switch_is_off(
        self, iface: Any, dock: Any, parcels: Any
    ) -> None:
        pick(iface, dock)
        assert not dock.neighbours.is_reading
        assert not neighbours(dock).outlines

    def test_need_a_layer(self, iface: Any, dock: Any) -> None:
        read(iface, dock)
        dock.neighbours.action.trigger()
        assert "No layer on the map has polygons" in dock.status_bar.said

    def test_leave_no_task_when_the_plugin_goes(
        self, iface: Any, loaded: Any, dock: Any, parcels: Any
    ) -> None:
        from qgis.core import QgsApplication

        pick(iface, dock)
        dock.neighbours.action.trigger()
        loaded.unload()
        settle()
        wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)


def test_many_outlines_cost_as_much_as_one_in_further_pictures(qgis_app: object) -> None:
    """They are drawn once for all pictures of a size."""
    from qgis.PyQt.QtCore import QPointF, QRectF
    from qgis.PyQt.QtGui import QImage, QPainter, QPolygonF

    from cbm_chips.bridge.tasks.pictures import NeighbourOutline, Neighbours
    from cbm_chips.gui.thumbnails.pictures import neighbours as drawing

    ring = QPolygonF([QPointF(0.1, 0.1), QPointF(0.4, 0.1), QPointF(0.4, 0.4)])
    many = Neighbours((NeighbourOutline((ring,), "Wheat, winter", QRectF(0.1, 0.1, 0.3, 0.3)),))
    image = QImage(600, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    drawing.draw_neighbours(painter, many, QRectF(0, 0, 300, 300))
    drawn: list[Any] = []
    real, drawing._draw = drawing._draw, lambda *args: drawn.append(args)
    try:
        drawing.draw_neighbours(painter, many, QRectF(300, 0, 300, 300))
    finally:
        drawing._draw = real
        painter.end()
    assert not drawn
    assert image.copy(0, 0, 300, 300) == image.copy(300, 0, 300, 300)
    assert image.pixelColor(60, 30).alpha() > 0
