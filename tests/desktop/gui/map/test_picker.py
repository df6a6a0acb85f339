"""Pointing at places on a real map canvas."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.gui.map.pointing import (
    CENTRE,
    MAPS,
    SIDE,
    click,
    crs,
    look_at_centre,
    moved,
    parcels,
    pixel,
    press_escape,
)


class TestAClick:
    @pytest.mark.parametrize("authid", MAPS)
    def test_is_a_place_in_degrees_whatever_the_maps_crs(
        self, authid: str, canvas: Any, picker: Any
    ) -> None:
        from qgis.core import QgsPointXY

        look_at_centre(canvas, authid)
        picker.clickAction.trigger()
        at = pixel(canvas, *CENTRE)
        click(canvas, at)

        (place,) = picker.heard.places
        on_map = canvas.getCoordinateTransform().toMapCoordinates(at)
        expected = moved(on_map, authid, "EPSG:4326")
        assert QgsPointXY(place.lon, place.lat).distance(expected) < 1e-9
        assert place.lon == pytest.approx(CENTRE[0], abs=1e-4)
        assert place.lat == pytest.approx(CENTRE[1], abs=1e-4)
        assert place.outline is None

    def test_leaves_the_tool_active_for_the_next_one(self, canvas: Any, picker: Any) -> None:
        picker.clickAction.trigger()
        for lon in (5.662, 5.664, 5.666):
            click(canvas, pixel(canvas, lon, 52.694))
        lons = [place.lon for place in picker.heard.places]
        assert lons == sorted(lons)
        assert len(lons) == 3
        assert picker.is_active

    def test_counts_with_the_left_button_only(self, canvas: Any, picker: Any) -> None:
        picker.clickAction.trigger()
        click(canvas, pixel(canvas, *CENTRE), button="RightButton")
        click(canvas, pixel(canvas, *CENTRE), button="MiddleButton")
        assert picker.heard.places == []

    def test_is_not_a_drag(self, canvas: Any, picker: Any) -> None:
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        picker.clickAction.trigger()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(canvas.viewport(), left, none, QPoint(100, 100))
        QTest.mouseRelease(canvas.viewport(), left, none, QPoint(200, 200))
        assert picker.heard.places == []

    def test_that_is_double_picks_once(self, canvas: Any, picker: Any) -> None:
        from qgis.PyQt.QtCore import QPoint, Qt
        from qgis.PyQt.QtTest import QTest

        picker.clickAction.trigger()
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        click(canvas, QPoint(100, 100))
        QTest.mouseDClick(canvas.viewport(), left, none, QPoint(100, 100))
        QTest.mouseRelease(canvas.viewport(), left, none, QPoint(100, 100))
        assert len(picker.heard.places) == 1

    def test_does_not_snap(self, canvas: Any, picker: Any, clean_project: Any) -> None:
        from qgis.core import QgsSnappingConfig, QgsTolerance

        layer = parcels(clean_project, canvas)
        config = QgsSnappingConfig(clean_project)
        config.setEnabled(True)
        config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
        config.setTolerance(50)
        config.setUnits(QgsTolerance.UnitType.Pixels)
        clean_project.setSnappingConfig(config)
        canvas.snappingUtils().setConfig(config)
        picker.clickAction.trigger()
        at = pixel(canvas, CENTRE[0] - SIDE / 2, CENTRE[1])
        at.setX(at.x() + 7)
        click(canvas, at)

        expected = canvas.getCoordinateTransform().toMapCoordinates(at)
        (place,) = picker.heard.places
        assert layer.isValid()
        assert place.lon == pytest.approx(moved(expected, "EPSG:3857", "EPSG:4326").x(), abs=1e-9)

    def test_in_a_project_without_crs_is_refused_with_a_sentence(
        self, canvas: Any, picker: Any
    ) -> None:
        from qgis.core import QgsCoordinateReferenceSystem
        from qgis.PyQt.QtCore import QPoint

        canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
        for action in (picker.clickAction, picker.parcelAction):
            action.trigger()
            click(canvas, QPoint(100, 100))
        assert picker.heard.places == []
        assert ["coordinate system" in text for text in picker.heard.problems] == [True, True]

    def test_beyond_the_earth_is_refused_with_a_sentence(self, canvas: Any, picker: Any) -> None:
        from qgis.core import QgsRectangle
        from qgis.PyQt.QtCore import QPoint

        canvas.setDestinationCrs(crs("EPSG:4326"))
        canvas.setExtent(QgsRectangle(300, 100, 420, 180))
        picker.clickAction.trigger()
        click(canvas, QPoint(300, 200))
        assert picker.heard.places == []
        assert "no place on earth" in picker.heard.problems[0]


class TestTheTool:
    def test_gives_the_former_one_back_on_escape(self, canvas: Any, picker: Any) -> None:
        picker.clickAction.trigger()
        assert picker.clickAction.isChecked()
        press_escape(canvas)
        assert canvas.mapTool() == canvas.pan
        assert not picker.clickAction.isChecked()

    def test_stays_when_its_button_is_pressed_again_as_those_of_qgis_do(
        self, canvas: Any, picker: Any
    ) -> None:
        picker.parcelAction.trigger()
        ours = canvas.mapTool()
        picker.parcelAction.trigger()
        assert canvas.mapTool() is ours
        assert picker.parcelAction.isChecked()
        press_escape(canvas)
        assert canvas.mapTool() == canvas.pan
        assert not picker.parcelAction.isChecked()

    def test_remembers_the_former_one_over_a_change_among_ours(
        self, canvas: Any, picker: Any
    ) -> None:
        picker.clickAction.trigger()
        picker.parcelAction.trigger()
        assert (picker.clickAction.isChecked(), picker.parcelAction.isChecked()) == (False, True)
        press_escape(canvas)
        assert canvas.mapTool() == canvas.pan

    def test_gives_way_to_another_one(self, canvas: Any, picker: Any) -> None:
        picker.clickAction.trigger()
        canvas.setMapTool(canvas.pan)
        assert not picker.clickAction.isChecked()
        press_escape(canvas)
        assert canvas.mapTool() == canvas.pan

    def test_survives_the_former_one(self, canvas: Any, picker: Any) -> None:
        from qgis.gui import QgsMapToolPan
        from qgis.PyQt import sip

        passing = QgsMapToolPan(canvas)
        canvas.setMapTool(passing)
        picker.clickAction.trigger()
        sip.delete(passing)
        press_escape(canvas)
        assert canvas.mapTool() is None
