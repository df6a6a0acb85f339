"""Where the dock looks: several parcels after one another, what is known of each, the last ones."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.large_layer import COUNT, GAP, features_read
from tests.desktop.running import memory_layer, parcels_of
from tests.desktop.window import CENTRE, click, read, set_form, settle, wait_for
from tests.sample_servers import Served

SQUARE = "Polygon((5.663 52.693, 5.665 52.693, 5.665 52.695, 5.663 52.695, 5.663 52.693))"


@pytest.fixture
def parcels(iface: Any, servers: Served, clean_project: Any) -> Any:
    """Four of the sample's, the one in the middle among them, on the map and selected."""
    ids = [row["id"] for row in parcels_of(servers, "315141").getFeatures()]
    layer = parcels_of(servers, *ids)
    layer.setSubsetString("")
    names = sorted(feature["id"] for feature in layer.getFeatures())[:3]
    layer = parcels_of(servers, *names, "315141")
    clean_project.addMapLayer(layer)
    iface.canvas.setLayers([layer])
    layer.selectAll()
    return layer


@pytest.mark.usefixtures("empty_cache")
class TestSeveralParcels:
    def test_are_read_one_after_the_other_while_the_first_is_on_show(
        self, dock: Any, parcels: Any, servers: Served
    ) -> None:
        dock.picker.selectedAction.trigger()
        first = dock.session.place
        assert dock.queue.bar.isVisible()
        assert dock.queue.bar.text.startswith("Parcel 1 of 4")
        wait_for(lambda: dock.queue.bar.text == "Parcel 1 of 4, 4 read")
        assert dock.session.runs.shown.request.place == dock.session.place == first

        servers.reset()
        for _ in range(3):
            dock.picker.nextAction.trigger()
            wait_for(lambda: not dock.session.runs.is_running)
            assert dock.panel.counts().from_cache == dock.panel.counts().dates == 4
        assert servers.pixel_requests() == 0
        assert dock.queue.bar.text == "Parcel 4 of 4, 4 read"
        dock.picker.nextAction.trigger()
        assert "no further parcel" in dock.status_bar.said
        dock.picker.previousAction.trigger()
        assert dock.queue.bar.text.startswith("Parcel 3 of 4")

    def test_are_given_up_by_cancel_and_taken_up_by_a_step(self, dock: Any, parcels: Any) -> None:
        dock.picker.selectedAction.trigger()
        dock.status_bar.cancelClicked.emit()
        settle()
        assert not dock.queue._ahead.is_reading
        assert dock.queue.bar.text == "Parcel 1 of 4, 0 read"

        dock.picker.nextAction.trigger()
        wait_for(lambda: dock.queue.bar.text == "Parcel 2 of 4, 4 read")

    def test_stop_being_read_ahead_by_escape(self, dock: Any, parcels: Any) -> None:
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        dock.picker.selectedAction.trigger()
        wait_for(lambda: dock.queue._ahead.is_reading)
        QTest.keyClick(dock.panel.view, Qt.Key.Key_Escape)
        assert not dock.queue._ahead.is_reading
        assert dock.queue.bar.isVisible()
        assert dock.panel.counts().done == 4

    def test_give_way_to_a_click_elsewhere(self, iface: Any, dock: Any, parcels: Any) -> None:
        dock.picker.selectedAction.trigger()
        read(iface, dock)
        assert not dock.queue.bar.isVisible()
        assert not dock.queue._ahead.is_reading
        assert dock.panel.counts().done == 4

    def test_leave_no_task_when_the_plugin_goes(self, loaded: Any, dock: Any, parcels: Any) -> None:
        from qgis.core import QgsApplication

        dock.picker.selectedAction.trigger()
        wait_for(lambda: dock.queue._ahead.is_reading)
        loaded.unload()
        settle()
        wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)

    def test_cost_the_same_for_each_however_many_there_are(
        self, dock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from qgis.PyQt.QtCore import QLocale

        from cbm_chips.core.model import Place

        x, y = CENTRE
        count = QLocale().toString(3000)
        places = [Place(x + step * 1e-7, y, label=f"{step}") for step in range(3000)]
        dock.queue.begin(places)
        wait_for(lambda: dock.queue.bar.text == f"Parcel 1 of {count}, 2 read")
        asked: list[Any] = []
        real = type(dock.form).request_for
        monkeypatch.setattr(
            type(dock.form), "request_for", lambda form, place: asked.append(0) or real(form, place)
        )
        wait_for(lambda: dock.queue.bar.text == f"Parcel 1 of {count}, 4 read")
        dock.queue.stop()
        assert len(asked) < 30

    def test_of_a_large_layer_are_ids_until_each_is_needed(
        self, dock: Any, many: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from qgis.PyQt.QtCore import QLocale

        many.selectAll()
        read = features_read(monkeypatch)
        dock.picker.selectedAction.trigger()
        count = QLocale().toString(COUNT - len(GAP))
        assert dock.queue.bar.text == f"Parcel 1 of {count}, 0 read"
        assert read == [1]
        wait_for(lambda: dock.queue.bar.text == f"Parcel 1 of {count}, 3 read")
        assert len(read) <= 4
        dock.queue.stop()

    def test_are_read_ahead_as_far_as_somebody_may_look_soon(
        self, dock: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from cbm_chips.core.model import Place
        from cbm_chips.gui.map import parcel_queue

        monkeypatch.setattr(parcel_queue, "MOST_AHEAD", 2)
        x, y = CENTRE
        dock.queue.begin([Place(x + step * 1e-7, y, label=f"{step}") for step in range(9)])
        wait_for(lambda: dock.queue.bar.text == "Parcel 1 of 9, 3 read")
        wait_for(lambda: not dock.queue._ahead.is_reading and not dock.queue._pause.isActive())
        assert dock.queue.bar.text == "Parcel 1 of 9, 3 read"
        dock.picker.nextAction.trigger()
        wait_for(lambda: dock.queue.bar.text == "Parcel 2 of 9, 4 read")

    def test_ten_steps_at_once_lead_to_the_tenth(self, dock: Any) -> None:
        from cbm_chips.core.model import Place

        x, y = CENTRE
        dock.queue.begin([Place(x + step * 1e-7, y, label=f"{step}") for step in range(12)])
        for _ in range(10):
            dock.picker.nextAction.trigger()
        wait_for(lambda: dock.queue.bar.text == "Parcel 11 of 12, 12 read")
        assert dock.session.shown.request.place.label == "10"
        assert dock.panel.counts().done == 4

    def test_that_went_from_their_layer_are_told_and_passed_over(
        self, iface: Any, dock: Any, clean_project: Any
    ) -> None:
        layer = memory_layer("EPSG:4326", **dict.fromkeys("abcdef", SQUARE))
        clean_project.addMapLayer(layer)
        iface.canvas.setLayers([layer])
        layer.selectAll()
        dock.picker.selectedAction.trigger()
        layer.dataProvider().deleteFeatures([2, 3, 4, 5])
        dock.picker.nextAction.trigger()
        assert dock.session.place.label == "f"
        words = dock.status_bar.said
        assert "still in its layer" in words
        assert "2 more parcels" in words
        dock.queue.stop()

    def test_that_can_not_be_used_are_told_and_passed_over(
        self, iface: Any, dock: Any, clean_project: Any
    ) -> None:
        layer = memory_layer("EPSG:4326", a="", b=SQUARE, c="", d=SQUARE)
        clean_project.addMapLayer(layer)
        iface.canvas.setLayers([layer])
        layer.selectAll()
        dock.picker.selectedAction.trigger()
        wait_for(lambda: dock.queue.bar.text == "Parcel 2 of 4, 2 read")
        assert dock.session.place.label == "b"
        dock.picker.nextAction.trigger()
        assert dock.session.place.label == "d"
        dock.picker.nextAction.trigger()
        assert "no further parcel" in dock.status_bar.said

    def test_however_many_in_a_row_can_not_be_used_the_next_is_reached(self, dock: Any) -> None:
        from cbm_chips.core.errors import RequestError
        from cbm_chips.core.model import Place

        class Places(list):
            def __getitem__(self, row: Any) -> Any:
                if 0 < row < 30:
                    raise RequestError("PARCELS", f"parcel {row}", "a polygon")
                return super().__getitem__(row)

        x, y = CENTRE
        dock.queue.begin(Places(Place(x, y, label=f"{row}") for row in range(32)))
        assert dock.session.place.label == "0"
        dock.picker.nextAction.trigger()
        assert "parcel 1 " in dock.status_bar.said.replace("'", " ")
        dock.picker.nextAction.trigger()
        assert dock.session.place.label == "30"
        dock.queue.stop()

    def test_stay_at_hand_when_the_one_on_show_is_edited_and_read_again(
        self, dock: Any, parcels: Any
    ) -> None:
        dock.picker.selectedAction.trigger()
        wait_for(lambda: not dock.session.runs.is_running)
        parcels.startEditing()
        for number in parcels.selectedFeatureIds():
            smaller = parcels.getFeature(number).geometry().buffer(-0.0002, 1)
            parcels.changeGeometry(number, smaller)
        dock.session.again()
        assert dock.queue.bar.isVisible()
        before = dock.session.place.outline
        dock.picker.nextAction.trigger()
        dock.picker.previousAction.trigger()
        assert dock.session.place.outline.area < before.area
        parcels.rollBack()

    def test_of_a_layer_that_is_gone_say_so_each_time(self, dock: Any, parcels: Any) -> None:
        from qgis.core import QgsProject

        dock.picker.selectedAction.trigger()
        dock.queue.stop()
        QgsProject.instance().removeMapLayer(parcels.id())
        for _ in range(2):
            dock.status_bar.say("")
            dock.picker.nextAction.trigger()
            assert "no longer in the project" in dock.status_bar.said
        assert dock.queue.bar.isVisible()

    def test_are_read_on_once_the_form_is_right_again(self, dock: Any, parcels: Any) -> None:
        dock.picker.selectedAction.trigger()
        set_form(dock, size_m=1290)
        wait_for(lambda: not dock.session.runs.is_running and not dock.queue._pause.isActive())
        assert not dock.queue._ahead.is_reading
        set_form(dock, size_m=1280)
        dock.picker.nextAction.trigger()
        wait_for(lambda: dock.queue.bar.text == "Parcel 2 of 4, 4 read")

    def test_a_single_one_is_simply_shown(self, dock: Any, parcels: Any) -> None:
        parcels.selectByIds(parcels.selectedFeatureIds()[:1])
        dock.picker.selectedAction.trigger()
        wait_for(lambda: not dock.session.runs.is_running)
        assert not dock.queue.bar.isVisible()
        assert not dock.queue._ahead.is_reading


class TestALargeLayer:
    def test_costs_nothing_while_nothing_is_asked(
        self, dock: Any, many: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = features_read(monkeypatch)
        many.selectByIds(list(range(1, GAP[0])))
        many.removeSelection()
        many.startEditing()
        many.changeAttributeValue(1, 1, "renamed")
        many.rollBack()
        settle()
        assert read == []


class TestAParcel:
    def test_is_shown_with_its_crop_and_area(self, dock: Any, parcels: Any) -> None:
        rows = {row["id"]: row["crop_name"] for row in parcels.getFeatures()}
        parcels.selectByExpression("id = '315141'")
        dock.picker.selectedAction.trigger()
        wait_for(lambda: not dock.session.runs.is_running)
        words = dock.place_line._words.text()
        assert words.startswith(f"<b>315141</b> · {rows['315141']}, ")
        hectares = float(words.rpartition(", ")[2].removesuffix(" ha"))
        assert hectares == pytest.approx(7.5, abs=3)

    @pytest.mark.parametrize(
        ("fields", "values", "words"),
        [
            ("name:string,Gewas:string", ["7", "Tarwe, winter"], "Tarwe, winter, 100 ha"),
            ("name:string,crop_code:integer", ["7", 265], "265, 100 ha"),
            ("name:string,cropname:string,crop_code:integer", ["7", "Maize", 259], "Maize, 1"),
            ("name:string,crop_name:string", ["7", None], "100 ha"),
            ("name:string,crop_name:string", ["7", "  "], "100 ha"),
            ("name:string,remark:string", ["7", "wet"], "100 ha"),
        ],
    )
    def test_is_told_by_the_fields_that_parcel_layers_have(
        self, qgis_app: Any, fields: str, values: list[Any], words: str
    ) -> None:
        from qgis.core import QgsCoordinateTransformContext, QgsFeature, QgsGeometry, QgsVectorLayer

        from cbm_chips.bridge.parcels.geometry import ToWgs84
        from cbm_chips.bridge.parcels.parcel_fields import crop_field_of, id_field_of

        columns = "&".join(f"field={column}" for column in fields.split(","))
        layer = QgsVectorLayer(f"Polygon?crs=EPSG:3035&{columns}", "made", "memory")
        feature = QgsFeature(layer.fields())
        feature.setAttributes(values)
        square = "4000000 3300000, 4001000 3300000, 4001000 3301000, 4000000 3301000"
        feature.setGeometry(QgsGeometry.fromWkt(f"Polygon(({square}, 4000000 3300000))"))
        to_wgs84 = ToWgs84(layer.crs(), QgsCoordinateTransformContext())
        place = to_wgs84.place_of_feature(
            feature, id_field=id_field_of(layer), crop_field=crop_field_of(layer)
        )
        assert place.label == "7"
        assert place.details.startswith(words)


class TestTheLastPlaces:
    def names(self, dock: Any) -> list[str]:
        from qgis.PyQt.QtWidgets import QMenu

        menu = next(one for one in dock.findChildren(QMenu) if one.title() == "Last places")
        menu.aboutToShow.emit()
        return [one.text() for one in menu.actions()]

    def test_are_there_after_a_new_start(
        self, iface: Any, loaded: Any, dock: Any, parcels: Any
    ) -> None:
        from cbm_chips.plugin import CbmChipsPlugin

        parcels.selectByExpression("id = '315141'")
        dock.picker.selectedAction.trigger()
        click(iface, dock, CENTRE)
        before = dock.session.runs.places.all()
        assert [place.outline is None for place in before] == [True, False]
        loaded.unload()
        settle()

        plugin = CbmChipsPlugin(iface)
        plugin.initGui()
        settle()
        try:
            assert plugin.dock.session.runs.places.all() == before
            assert plugin.dock.session.runs.places.all()[1].details == before[1].details != ""
            names = self.names(plugin.dock)
            assert names[1].startswith("315141 · ")
            assert plugin.dock.session.place is None
        finally:
            plugin.unload()

    def test_are_twenty_at_most_each_once_and_none_that_is_too_large(self, dock: Any) -> None:
        from shapely.geometry import Point

        from cbm_chips.core.model import Place
        from cbm_chips.gui.session.places.recent_places import RecentPlaces

        places = [Place(lon=5 + number / 100, lat=52) for number in range(25)]
        dock.session.runs.places.note([*places, places[24]])
        huge = Place.of_parcel(Point(5, 52).buffer(0.01, 1024), "huge")
        dock.session.runs.places.note([huge])
        assert len(dock.session.runs.places.all()) == 20
        assert dock.session.runs.places.all()[0] == huge
        assert RecentPlaces().all() == list(reversed(places))[:20]

    def test_survive_nonsense_in_the_settings(self, dock: Any) -> None:
        from qgis.core import QgsSettings

        for text in (
            "",
            "nonsense",
            "{}",
            '[{"lon": 900, "lat": 1}]',
            '[{"lon": 1}]',
            "[7, null]",
            '[{"lon": 1, "lat": 1, "outline": "00ff"}]',
            '[{"lon": 1, "lat": 1, "color": "red"}]',
        ):
            QgsSettings().setValue("cbm_chips/last_places", text)
            assert dock.session.runs.places.all() == [], text
            assert self.names(dock) == ["None yet"], text
