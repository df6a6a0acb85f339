"""Several parcels after one another, of however many there are in a layer."""

from __future__ import annotations

from typing import Any

import pytest

from tests.desktop.large_layer import COUNT, GAP, features_read
from tests.desktop.running import memory_layer
from tests.desktop.window import CENTRE, read, set_form, settle, wait_for
from tests.sample_servers import Served

pytestmark = pytest.mark.kept_dock

SQUARE = "Polygon((5.663 52.693, 5.665 52.693, 5.665 52.695, 5.663 52.695, 5.663 52.693))"


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
