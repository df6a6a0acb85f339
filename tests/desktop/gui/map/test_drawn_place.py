"""What is drawn of a place on a real map canvas, and that nothing of it is left."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from cbm_chips.core.model import Place
from cbm_chips.core.scenes.grids import grid_of
from tests.desktop.gui.map.pointing import (
    CENTRE,
    MAPS,
    bands,
    crs,
    look_at_centre,
    moved,
    parcels,
    process_deletions,
    square,
)


class TestWhatIsDrawn:
    @pytest.mark.parametrize("authid", MAPS)
    @pytest.mark.parametrize("size_m", [1280, 5120])
    def test_is_the_chips_square_to_the_millimetre(
        self, authid: str, size_m: int, canvas: Any, picker: Any
    ) -> None:
        from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject

        place = Place(*CENTRE)
        grid = grid_of(place, size_m)
        look_at_centre(canvas, authid)
        picker.show_place(place, size_m)
        drawn = QgsGeometry(square(canvas))
        back = QgsCoordinateTransform(crs(authid), crs("EPSG:32631"), QgsProject.instance())
        drawn.transform(back)

        box = drawn.boundingBox()
        bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        assert bounds == pytest.approx(grid.bounds, abs=0.001)
        left, bottom, right, top = grid.bounds
        for corner in ((left, bottom), (left, top), (right, bottom), (right, top)):
            assert drawn.closestVertex(QgsPointXY(*corner))[4] < 0.001**2

    def test_follows_the_maps_crs(self, canvas: Any, picker: Any) -> None:
        picker.show_place(Place(*CENTRE), 1280)
        web = square(canvas).boundingBox().center()
        look_at_centre(canvas, "EPSG:28992")
        dutch = square(canvas).boundingBox().center()
        assert moved(web, "EPSG:3857", "EPSG:28992").distance(dutch) < 1
        assert len(bands(canvas)) == 1

    def test_has_the_outline_and_a_cross(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        from qgis.gui import QgsVertexMarker

        parcels(clean_project, canvas)
        picker.nextAction.trigger()
        picker.show_place(picker.heard.places[0], 1280)
        crosses = [one for one in canvas.scene().items() if isinstance(one, QgsVertexMarker)]
        assert len(bands(canvas)) == 2
        (cross,) = crosses
        lon_lat = moved(cross.center(), "EPSG:3857", "EPSG:4326")
        assert (lon_lat.x(), lon_lat.y()) == pytest.approx(CENTRE, abs=1e-6)

    def test_replaces_what_was_drawn_before(self, canvas: Any, picker: Any) -> None:
        for lon in (5.662, 5.664):
            picker.show_place(Place(lon, 52.694), 1280)
        assert len(bands(canvas)) == 1

    def test_waits_for_a_map_that_has_a_crs(self, canvas: Any, picker: Any) -> None:
        from qgis.core import QgsCoordinateReferenceSystem

        picker.show_place(Place(*CENTRE), 1280)
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
        assert bands(canvas) == []
        look_at_centre(canvas, "EPSG:3857")
        assert len(bands(canvas)) == 1

    def test_is_zoomed_to(self, canvas: Any, picker: Any) -> None:
        before = canvas.extent().toString()
        picker.zoom_to_place()
        assert canvas.extent().toString() == before
        picker.show_place(Place(6.0, 52.0), 1280)
        picker.zoom_to_place()
        assert canvas.extent().contains(square(canvas).boundingBox())
        assert canvas.extent().height() < 2 * square(canvas).boundingBox().height()

    def test_is_gone_when_cleared(self, canvas: Any, picker: Any) -> None:
        before = len(canvas.scene().items())
        picker.show_place(Place(*CENTRE), 1280)
        picker.clear()
        assert len(canvas.scene().items()) == before
        look_at_centre(canvas, "EPSG:28992")
        assert len(canvas.scene().items()) == before


class TestUnloading:
    def test_ten_times_leaves_nothing_behind(self, canvas: Any) -> None:
        from qgis.PyQt.QtCore import QObject
        from qgis.PyQt.QtWidgets import QWidget

        from cbm_chips.gui.map.picker import MapPicker

        def census() -> tuple[int, int, int]:
            process_deletions()
            items = len(canvas.scene().items())
            return items, len(canvas.findChildren(QObject)), len(owner.findChildren(QObject))

        owner = QWidget()
        before = census()
        for _ in range(10):
            picker = MapPicker(SimpleNamespace(mapCanvas=lambda: canvas), owner)
            picker.clickAction.trigger()
            picker.show_place(Place(*CENTRE), 1280)
            picker.unload()
            picker.unload()
            picker.deleteLater()
        assert canvas.mapTool() == canvas.pan
        assert census() == before
        look_at_centre(canvas, "EPSG:28992")
        assert census() == before

    def test_after_the_canvas_is_gone_does_no_harm(self, clean_project: Any) -> None:
        from qgis.gui import QgsMapCanvas
        from qgis.PyQt import sip

        from cbm_chips.gui.map.picker import MapPicker

        canvas = QgsMapCanvas()
        look_at_centre(canvas, "EPSG:3857")
        picker = MapPicker(canvas)
        picker.show_place(Place(*CENTRE), 1280)
        sip.delete(canvas)
        picker.unload()
        assert not picker.is_active
