"""The next and the previous parcel, from whatever is on show, in layers of any size."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.model import Place
from tests.desktop.gui.map.walk.walking import click_on, labels, squares
from tests.desktop.large_layer import COUNT, GAP, centre_of, features_read
from tests.desktop.window import wait_for, wait_for_tasks


class TestTheNextParcel:
    @pytest.mark.parametrize("is_indexed", [True, False])
    def test_is_that_after_the_parcel_on_show_whoever_showed_it(
        self, is_indexed: bool, iface: Any, picker: Any
    ) -> None:
        layer = squares(a=(5.66, 52.69), b=(5.67, 52.69), c=(5.68, 52.69), d=(5.69, 52.69))
        assert not is_indexed or layer.dataProvider().createSpatialIndex()
        iface.canvas.setLayers([layer])
        picker.nextAction.trigger()
        picker.nextAction.trigger()
        of_yesterday = picker.heard.places.pop()
        picker.nextAction.trigger()
        picker.show_place(of_yesterday, 1280)
        picker.nextAction.trigger()
        picker.show_place(Place(5.6801, 52.6901), 1280)
        picker.nextAction.trigger()
        picker.show_place(Place(5.6801, 52.6901), 1280)
        picker.previousAction.trigger()
        assert labels(picker) == ["a", "c", "c", "d", "b"]
        assert picker.heard.problems == []

    def test_of_two_at_one_place_is_that_after_the_one_of_its_name(
        self, iface: Any, picker: Any
    ) -> None:
        layer = squares(a=(5.66, 52.69), b=(5.66, 52.69), c=(5.68, 52.69))
        iface.canvas.setLayers([layer])
        picker.show_place(Place(5.6605, 52.6905, label="b"), 1280)
        picker.nextAction.trigger()
        picker.show_place(Place(5.6605, 52.6905, label="renamed since"), 1280)
        picker.nextAction.trigger()
        assert labels(picker) == ["c", "b"]

    def test_is_looked_for_in_the_layer_that_has_the_parcel(self, iface: Any, picker: Any) -> None:
        other = squares(x=(5.76, 52.69), y=(5.77, 52.69))
        layer = squares(a=(5.66, 52.69), b=(5.67, 52.69))
        iface.canvas.setLayers([other, layer])
        picker.show_place(Place(5.6601, 52.6901), 1280)
        picker.nextAction.trigger()
        picker.show_place(Place(5.7601, 52.6901), 1280)
        picker.nextAction.trigger()
        assert labels(picker) == ["b", "y"]

    def test_of_a_place_that_no_layer_has_is_the_first_and_that_is_told(
        self, iface: Any, picker: Any
    ) -> None:
        layer = squares(a=(5.66, 52.69), b=(5.67, 52.69))
        iface.canvas.setLayers([layer])
        picker.show_place(Place(5.9, 52.69, label="pond"), 1280)
        picker.nextAction.trigger()
        assert labels(picker) == ["a"]
        assert "no parcel where pond lies" in picker.heard.problems[-1]

    def test_is_found_in_a_layer_of_another_crs(self, iface: Any, picker: Any) -> None:
        from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

        layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=id:string", "dutch", "memory")
        for number in range(3):
            feature = QgsFeature(layer.fields())
            feature["id"] = f"d{number}"
            west = 180_000 + 200 * number
            box = QgsRectangle(west, 520_000, west + 100, 520_100)
            feature.setGeometry(QgsGeometry.fromRect(box))
            layer.dataProvider().addFeature(feature)
        QgsProject.instance().addMapLayer(layer)
        iface.canvas.setLayers([layer])
        picker.nextAction.trigger()
        picker.nextAction.trigger()
        again = picker.heard.places[0]
        picker.show_place(Place(again.lon, again.lat, outline=again.outline), 1280)
        picker.nextAction.trigger()
        assert labels(picker) == ["d0", "d1", "d1"]

    def test_that_went_while_it_was_looked_for_is_passed_over(
        self, iface: Any, picker: Any
    ) -> None:
        layer = squares(a=(5.66, 52.69), b=(5.67, 52.69), c=(5.68, 52.69))
        iface.canvas.setLayers([layer])
        picker.nextAction.trigger()
        picker.pick(layer, 7)
        assert "Parcel 7 can't be used" in picker.heard.problems[-1]
        picker.previousAction.trigger()
        assert labels(picker) == ["a", "c"]


class TestInALargeLayer:
    def test_the_next_parcel_of_yesterdays_is_found_without_reading_the_layer_here(
        self, picker: Any, many: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        x, y = centre_of(9_210)
        picker.show_place(Place(x, y, label="P9210"), 1280)
        read = features_read(monkeypatch)
        picker.nextAction.trigger()
        assert "Looking for the parcel" in picker.heard.problems[0]
        wait_for(lambda: picker.heard.places)
        picker.nextAction.trigger()
        picker.previousAction.trigger()
        assert labels(picker) == ["P9211", "P9212", "P9211"]
        assert len(read) < 100
        assert picker.heard.problems[-1] == ""

    def test_a_gap_of_ids_and_the_ends_are_passed_without_reading_the_layer_here(
        self, picker: Any, many: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        x, y = centre_of(GAP[0] - 1)
        picker.show_place(Place(x, y), 1280)
        read = features_read(monkeypatch)
        picker.nextAction.trigger()
        wait_for(lambda: picker.heard.places)
        picker.previousAction.trigger()
        picker.show_place(Place(*centre_of(COUNT)), 1280)
        picker.nextAction.trigger()
        wait_for(lambda: "no further parcel" in picker.heard.problems[-1])
        assert labels(picker) == [f"P{GAP[-1] + 1}", f"P{GAP[0] - 1}"]
        assert len(read) < 100

    def test_ten_steps_while_the_parcel_is_looked_for_are_ten_steps(
        self, picker: Any, many: Any
    ) -> None:
        picker.show_place(Place(*centre_of(1000)), 1280)
        for _ in range(10):
            picker.nextAction.trigger()
        picker.previousAction.trigger()
        wait_for(lambda: len(picker.heard.places) == 9)
        assert labels(picker)[-1] == "P1009"

    def test_another_place_ends_the_search(self, picker: Any, many: Any) -> None:
        picker.show_place(Place(*centre_of(1000)), 1280)
        picker.nextAction.trigger()
        picker.show_place(Place(*centre_of(5000)), 1280)
        wait_for_tasks()
        assert picker.heard.places == []
        assert picker.heard.problems[-1] == ""

    def test_the_search_can_be_given_up(self, picker: Any, many: Any) -> None:
        picker.show_place(Place(*centre_of(1000)), 1280)
        picker.nextAction.trigger()
        assert picker.stop_looking()
        assert picker.heard.problems[-1] == ""
        assert not picker.stop_looking()
        wait_for_tasks()
        assert picker.heard.places == []

    def test_all_selected_are_ids_until_each_is_needed(
        self, picker: Any, many: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        many.selectAll()
        read = features_read(monkeypatch)
        picker.selectedAction.trigger()
        (places,) = picker.heard.lists
        assert len(places) == COUNT - len(GAP)
        assert read == []
        assert places[0].label == "P1"
        assert places[len(places) - 1].label == f"P{COUNT}"
        assert read == [1, COUNT]


class TestAClickInALayerWithoutAnIndex:
    def test_is_answered_without_reading_the_layer_here(
        self, iface: Any, picker: Any, many: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = features_read(monkeypatch)
        click_on(iface, picker, 9_210)
        assert "Looking for the parcel" in picker.heard.problems[0]
        wait_for(lambda: picker.heard.places)
        assert labels(picker) == ["P9210"]
        assert picker.heard.problems[-1] == ""
        picker.nextAction.trigger()
        assert labels(picker)[-1] == "P9211"
        assert len(read) < 100
