"""Parcels of a layer that can only be read from its begin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cbm_chips.core.model import Place
from tests.desktop.gui.map.walk.walking import click_on, labels
from tests.desktop.large_layer import features_read, text_file, text_layer
from tests.desktop.window import look_at, point_at, wait_for, wait_for_tasks


class TestALayerOfText:
    """Which is read from its begin, be it for a place or for an id."""

    @pytest.fixture
    def text(self, iface: Any, clean_project: Any, tmp_path: Path) -> Any:
        layer = text_layer(text_file(tmp_path))
        clean_project.addMapLayer(layer)
        iface.canvas.setLayers([layer])
        return layer

    def test_is_walked_without_reading_it_here(
        self, iface: Any, picker: Any, text: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read = features_read(monkeypatch)
        click_on(iface, picker, 500)
        wait_for(lambda: labels(picker) == ["P500"])
        picker.nextAction.trigger()
        wait_for(lambda: labels(picker)[-1] == "P501")
        for _ in range(3):
            picker.nextAction.trigger()
        wait_for(lambda: labels(picker)[-1] == "P504")
        assert read == []

    def test_gives_all_selected_without_reading_it_here(
        self, picker: Any, text: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        text.selectByIds([5, 7, 2000])
        read = features_read(monkeypatch)
        picker.selectedAction.trigger()
        wait_for(lambda: picker.heard.lists)
        (places,) = picker.heard.lists
        assert len(places) == 3
        assert len({place.label for place in places}) == 3
        assert read == []

    def test_steps_while_the_next_is_looked_for_are_as_many(self, picker: Any, text: Any) -> None:
        for _ in range(5):
            picker.nextAction.trigger()
        picker.previousAction.trigger()
        wait_for(lambda: "P4" in labels(picker))
        wait_for_tasks()
        assert labels(picker)[-1] == "P4"

    def test_a_click_replaces_the_one_before(self, iface: Any, picker: Any, text: Any) -> None:
        for feature_id in (1234, 2345, 1000):
            click_on(iface, picker, feature_id)
        wait_for(lambda: picker.heard.places)
        wait_for_tasks()
        assert labels(picker) == ["P1000"]

    def test_a_click_can_be_given_up(self, iface: Any, picker: Any, text: Any) -> None:
        click_on(iface, picker, 1234)
        assert picker.stop_looking()
        assert picker.heard.problems[-1] == ""
        assert not picker.stop_looking()
        wait_for_tasks()
        assert picker.heard.places == []

    def test_a_click_is_given_up_for_another_place(
        self, iface: Any, picker: Any, text: Any
    ) -> None:
        click_on(iface, picker, 1234)
        picker.show_place(Place(5.9, 52.6), 1280)
        wait_for_tasks()
        assert picker.heard.places == []

    def test_a_click_beside_all_parcels_says_so(self, iface: Any, picker: Any, text: Any) -> None:
        look_at(iface.canvas, (5.0, 52.0))
        point_at(iface, picker.parcelAction, (5.0, 52.0))
        wait_for(lambda: picker.heard.problems[-1] == "There is no parcel where you clicked.")

    def test_that_goes_while_it_is_looked_through_gives_nothing(
        self, iface: Any, picker: Any, text: Any, clean_project: Any
    ) -> None:
        click_on(iface, picker, 1234)
        clean_project.removeMapLayer(text.id())
        wait_for_tasks()
        assert picker.heard.places == []
