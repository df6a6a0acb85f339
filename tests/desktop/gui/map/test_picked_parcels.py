"""Parcels that are picked on a real map canvas: by a click, one after the other, all selected."""

from __future__ import annotations

from typing import Any

import pytest

from cbm_chips.core.errors import RequestError
from tests.desktop.gui.map.pointing import (
    CENTRE,
    SIDE,
    click,
    parcels,
    pixel,
)


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
