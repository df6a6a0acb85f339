"""Pointing at places on a real map canvas."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest

from cbm_chips.core.errors import RequestError
from cbm_chips.core.model import Place
from cbm_chips.core.scenes.grids import grid_of

CENTRE = (5.664, 52.694)
MAPS = ["EPSG:3857", "EPSG:28992", "EPSG:4326", "EPSG:32632"]
SIDE = 0.001


def crs(authid: str) -> Any:
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(authid)


def moved(point: Any, source: str, target: str) -> Any:
    from qgis.core import QgsCoordinateTransform, QgsProject

    return QgsCoordinateTransform(crs(source), crs(target), QgsProject.instance()).transform(point)


def process_deletions() -> None:
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def canvas(clean_project: Any) -> Iterator[Any]:
    from qgis.gui import QgsMapCanvas, QgsMapToolPan
    from qgis.PyQt import sip

    canvas = QgsMapCanvas()
    canvas.resize(600, 400)
    canvas.show()
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    canvas.pan = pan
    look_at_centre(canvas, "EPSG:3857")
    yield canvas
    sip.delete(canvas)  # one that outlives QGIS takes the process down with it


@pytest.fixture
def picker(canvas: Any) -> Iterator[Any]:
    from cbm_chips.gui.map.picker import MapPicker

    picker = MapPicker(canvas)
    picker.heard = SimpleNamespace(places=[], lists=[], problems=[])
    picker.placePicked.connect(picker.heard.places.append)
    picker.placesPicked.connect(picker.heard.lists.append)
    picker.problem.connect(picker.heard.problems.append)
    yield picker
    picker.unload()


def look_at_centre(canvas: Any, authid: str) -> None:
    from qgis.core import QgsPointXY, QgsRectangle

    canvas.setDestinationCrs(crs(authid))
    west_south = moved(QgsPointXY(CENTRE[0] - 0.01, CENTRE[1] - 0.01), "EPSG:4326", authid)
    east_north = moved(QgsPointXY(CENTRE[0] + 0.01, CENTRE[1] + 0.01), "EPSG:4326", authid)
    canvas.setExtent(QgsRectangle(west_south, east_north))


def parcels(project: Any, canvas: Any, *, name: str = "parcels", authid: str = "EPSG:4326") -> Any:
    """Three squares from west to east, the first around the centre; the second has no id."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

    uri = f"Polygon?crs={authid}&field=area:double&field=Parcel_ID:string"
    layer = QgsVectorLayer(uri, name, "memory")
    features = []
    for number, parcel_id in enumerate(["A1", None, "C3"]):
        west = CENTRE[0] - SIDE / 2 + number * 2 * SIDE
        low = QgsPointXY(west, CENTRE[1] - SIDE / 2)
        high = QgsPointXY(west + SIDE, CENTRE[1] + SIDE / 2)
        corners = [moved(point, "EPSG:4326", authid) for point in (low, high)]
        feature = QgsFeature(layer.fields())
        feature.setAttributes([1.0, parcel_id])
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*corners)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    canvas.setLayers([layer, *canvas.layers()])
    return layer


def pixel(canvas: Any, lon: float, lat: float) -> Any:
    from qgis.core import QgsPointXY
    from qgis.PyQt.QtCore import QPoint

    authid = canvas.mapSettings().destinationCrs().authid()
    point = moved(QgsPointXY(lon, lat), "EPSG:4326", authid)
    where = canvas.getCoordinateTransform().transform(point)
    return QPoint(round(where.x()), round(where.y()))


def click(canvas: Any, at: Any, *, button: str = "LeftButton") -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(canvas.viewport(), getattr(Qt.MouseButton, button), none, at)


def press_escape(canvas: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(canvas, Qt.Key.Key_Escape)


def bands(canvas: Any) -> list[Any]:
    from qgis.gui import QgsRubberBand

    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


def square(canvas: Any) -> Any:
    """The square among the rubber bands, in the map's CRS."""
    from cbm_chips.gui.map.markers import SQUARE_COLOUR

    (band,) = [one for one in bands(canvas) if one.strokeColor().name() == SQUARE_COLOUR]
    return band.asGeometry()


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


class TestAParcel:
    @pytest.mark.parametrize("authid", ["EPSG:4326", "EPSG:28992"])
    def test_is_picked_with_its_outline_and_id(
        self, authid: str, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        parcels(clean_project, canvas, authid=authid)
        picker.parcelAction.trigger()
        click(canvas, pixel(canvas, *CENTRE))

        (place,) = picker.heard.places
        assert place.label == "A1"
        assert place.lon == pytest.approx(CENTRE[0], abs=1e-5)
        half = SIDE / 2
        expected = (CENTRE[0] - half, CENTRE[1] - half, CENTRE[0] + half, CENTRE[1] + half)
        assert place.outline.bounds == pytest.approx(expected, abs=2e-5)

    def test_comes_from_the_active_layer_first_else_the_topmost(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        below = parcels(clean_project, canvas, name="below")
        above = parcels(clean_project, canvas, name="above")
        below.startEditing()
        below.changeAttributeValue(1, 1, "from below")
        below.commitChanges()
        picker.parcelAction.trigger()
        click(canvas, pixel(canvas, *CENTRE))
        canvas.setCurrentLayer(below)
        click(canvas, pixel(canvas, *CENTRE))
        assert above.isValid()
        assert [place.label for place in picker.heard.places] == ["A1", "from below"]

    def test_of_several_on_top_of_each_other_is_the_smallest(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        from qgis.core import QgsFeature

        layer = parcels(clean_project, canvas)
        block = QgsFeature(layer.fields())
        block.setAttributes([9.0, "block"])
        block.setGeometry(layer.getFeature(1).geometry().buffer(SIDE, 1))
        layer.dataProvider().addFeatures([block])
        picker.parcelAction.trigger()
        click(canvas, pixel(canvas, *CENTRE))
        click(canvas, pixel(canvas, CENTRE[0] - SIDE, CENTRE[1]))
        assert [place.label for place in picker.heard.places] == ["A1", "block"]

    def test_is_missing_with_a_sentence(self, canvas: Any, picker: Any, clean_project: Any) -> None:
        picker.parcelAction.trigger()
        click(canvas, pixel(canvas, *CENTRE))
        parcels(clean_project, canvas)
        click(canvas, pixel(canvas, CENTRE[0] - 0.005, CENTRE[1]))
        assert picker.heard.places == []
        assert "No layer" in picker.heard.problems[0]
        assert "no parcel where you clicked" in picker.heard.problems[1]

    def test_without_id_is_called_by_its_feature_id(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        parcels(clean_project, canvas)
        picker.parcelAction.trigger()
        click(canvas, pixel(canvas, CENTRE[0] + 2 * SIDE, CENTRE[1]))
        assert [place.label for place in picker.heard.places] == ["2"]


class TestNextAndPrevious:
    def test_walk_in_the_order_of_ids_and_stop_at_the_ends(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        layer = parcels(clean_project, canvas)
        picker.parcelAction.trigger()
        click(canvas, pixel(canvas, *CENTRE))
        for action in [picker.nextAction] * 3 + [picker.previousAction] * 3:
            action.trigger()
        assert [place.label for place in picker.heard.places] == ["A1", "2", "C3", "2", "A1"]
        assert len(picker.heard.problems) == 2
        assert all(layer.name() in text for text in picker.heard.problems)

    def test_begin_at_the_first_of_the_layer_there_is(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        picker.nextAction.trigger()
        assert len(picker.heard.problems) == 1
        parcels(clean_project, canvas)
        picker.nextAction.trigger()
        assert [place.label for place in picker.heard.places] == ["A1"]

    def test_see_parcels_that_came_and_went(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        layer = parcels(clean_project, canvas)
        picker.nextAction.trigger()
        layer.dataProvider().deleteFeatures([2])
        picker.nextAction.trigger()
        assert [place.label for place in picker.heard.places] == ["A1", "C3"]

    def test_go_on_after_a_parcel_of_no_use(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        from qgis.core import QgsGeometry

        layer = parcels(clean_project, canvas)
        layer.dataProvider().changeGeometryValues({2: QgsGeometry()})
        for _ in range(3):
            picker.nextAction.trigger()
        assert [place.label for place in picker.heard.places] == ["A1", "C3"]
        assert "Parcel 2 can't be used" in picker.heard.problems[0]

    def test_forget_a_layer_that_was_removed(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        layer = parcels(clean_project, canvas)
        picker.nextAction.trigger()
        canvas.setLayers([])
        clean_project.removeMapLayer(layer.id())
        picker.nextAction.trigger()
        assert len(picker.heard.places) == 1
        assert "No layer" in picker.heard.problems[0]
        parcels(clean_project, canvas)
        picker.nextAction.trigger()
        assert [place.label for place in picker.heard.places] == ["A1", "2"]


class TestAllSelected:
    def test_come_as_one_list(self, canvas: Any, picker: Any, clean_project: Any) -> None:
        layer = parcels(clean_project, canvas)
        layer.selectByIds([3, 1])
        picker.selectedAction.trigger()
        assert [[place.label for place in places] for places in picker.heard.lists] == [
            ["A1", "C3"]
        ]

    def test_are_missing_with_a_sentence(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        parcels(clean_project, canvas)
        picker.selectedAction.trigger()
        assert picker.heard.lists == []
        assert "No parcel is selected" in picker.heard.problems[0]

    def test_that_can_not_be_used_are_told(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        from qgis.core import QgsGeometry

        layer = parcels(clean_project, canvas)
        layer.dataProvider().changeGeometryValues({2: QgsGeometry()})
        layer.selectAll()
        picker.selectedAction.trigger()
        (places,) = picker.heard.lists
        assert [places[row].label for row in (0, 2)] == ["A1", "C3"]
        with pytest.raises(RequestError, match=r"Parcel .* can't be used: an empty geometry"):
            places[1]

    def test_are_made_one_by_one_however_many_there_are(
        self, canvas: Any, picker: Any, clean_project: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.bridge.parcels.geometry import ToWgs84

        made: list[int] = []
        real = ToWgs84.place_of_feature

        def counted(way: Any, feature: Any, **fields: str) -> Any:
            made.append(feature.id())
            return real(way, feature, **fields)

        monkeypatch.setattr(ToWgs84, "place_of_feature", counted)
        layer = parcels(clean_project, canvas)
        layer.selectAll()
        picker.selectedAction.trigger()
        (places,) = picker.heard.lists

        assert (len(places), made) == (3, [])
        assert places[2].label == places[2].label == "C3"
        assert made == [3]

    def test_outlive_their_layer_with_a_sentence(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        layer = parcels(clean_project, canvas)
        layer.selectAll()
        picker.selectedAction.trigger()
        clean_project.removeMapLayer(layer.id())
        with pytest.raises(RequestError, match="no longer in the project"):
            picker.heard.lists[0][0]

    def test_are_as_they_stand_in_a_layer_that_is_being_edited(
        self, canvas: Any, picker: Any, clean_project: Any
    ) -> None:
        layer = parcels(clean_project, canvas)
        layer.selectAll()
        picker.selectedAction.trigger()
        (places,) = picker.heard.lists
        assert [place.label for place in places] == ["A1", "2", "C3"]
        before = places[1]

        layer.startEditing()
        moved = layer.getFeature(2).geometry()
        moved.translate(0.001, 0)
        layer.changeGeometry(2, moved)
        layer.deleteFeature(3)

        assert places[1].lon == pytest.approx(before.lon + 0.001)
        with pytest.raises(RequestError, match="still in its layer"):
            places[2]
        layer.rollBack()
        assert (places[1], places[2].label) == (before, "C3")


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
