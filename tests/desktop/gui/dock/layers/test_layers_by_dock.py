"""Layers that the dock loads: played, swapped, counted, removed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.dock.actions import actions_of, key, trigger
from tests.desktop.window import read, wait_for


@pytest.fixture
def chips_folder(dock: Any, tmp_path: Path) -> Path:
    from cbm_chips.bridge.settings import Settings, save

    save(Settings(chips_folder=str(tmp_path / "chips")))
    return tmp_path / "chips"


@pytest.fixture
def loaded_layers(iface: Any, dock: Any, chips_folder: Path) -> list[Any]:
    """All dates of June as layers, by the menu."""
    read(iface, dock)
    dock.panel.view.selectAll()
    layers: list[Any] = []
    dock.layers.loader.loaded.connect(layers.extend)
    trigger(dock, "CbmChipsLoadSelected")
    wait_for(lambda: layers)
    return layers


class TestLayersByTheDock:
    def test_lie_in_a_group_and_their_files_in_the_chips_folder(
        self, dock: Any, loaded_layers: list[Any], chips_folder: Path, clean_project: Any
    ) -> None:
        assert len(loaded_layers) == 4
        assert all(Path(layer.source()).is_relative_to(chips_folder) for layer in loaded_layers)
        (group,) = clean_project.layerTreeRoot().findGroups()
        assert group.name() == dock.session.place.name
        said = dock.status_bar.said
        assert said.startswith("4 layers of this place are in the project. Layer on top: 2022-06-")

    def test_are_played_by_the_temporal_controller(
        self, iface: Any, dock: Any, loaded_layers: list[Any]
    ) -> None:
        from qgis.core import QgsTemporalNavigationObject

        controller = QgsTemporalNavigationObject()
        iface.canvas.setTemporalController(controller)
        try:
            trigger(dock, "CbmChipsPlay")
            spans = [one.temporalProperties().fixedTemporalRange() for one in loaded_layers]
            assert controller.temporalExtents().begin() == min(span.begin() for span in spans)
            assert controller.totalFrameCount() >= 4
        finally:
            iface.canvas.setTemporalController(None)

    def test_are_needed_before_something_can_be_played_or_swapped(self, dock: Any) -> None:
        trigger(dock, "CbmChipsPlay")
        assert "there is nothing to play" in dock.status_bar.said
        trigger(dock, "CbmChipsSwap")
        assert "Load two dates" in dock.status_bar.said

    def test_of_two_dates_change_places_by_a_key(
        self, dock: Any, loaded_layers: list[Any], clean_project: Any
    ) -> None:
        def shown() -> list[str]:
            nodes = clean_project.layerTreeRoot().findLayers()
            return [node.layerId() for node in nodes if node.isVisible()]

        newest, former = loaded_layers[:2]
        assert shown() == [newest.id()]
        for expected, other in ((former, newest), (newest, former), (former, newest)):
            key(dock, "H")
            assert shown() == [expected.id()]
            words = f"Layer on top: {expected.name()}. Hidden: {other.name()}."
            assert dock.status_bar.said == words

    def test_are_counted_with_those_of_earlier_orders(
        self, dock: Any, loaded_layers: list[Any]
    ) -> None:
        """What is said is what is there, also in the singular."""
        from qgis.core import QgsProject

        QgsProject.instance().removeMapLayers([layer.id() for layer in loaded_layers[:3]])
        dock.layers.loader.loaded.emit(loaded_layers[3:])
        assert re.match("1 layers? of this place (is|are) in the project. ", dock.status_bar.said)
        dock.panel.view.clearSelection()
        dock.panel.go_to(dock.panel.entries()[-1].scene.id)
        dock.layers.load(dock.panel.selected())
        wait_for(
            lambda: dock.status_bar.said.startswith("2 layers of this place are in the project. ")
        )

    def test_go_by_the_menu_and_their_files_stay(
        self, dock: Any, loaded_layers: list[Any], chips_folder: Path, clean_project: Any
    ) -> None:
        trigger(dock, "CbmChipsRemoveRun")
        assert not clean_project.mapLayers()
        assert str(chips_folder) in dock.status_bar.said
        assert len(list(chips_folder.rglob("*.tif"))) == 4

    @pytest.mark.parametrize("name", ["CbmChipsRemoveRun", "CbmChipsRemoveAll"])
    def test_leave_the_map_at_once(
        self, name: str, iface: Any, dock: Any, loaded_layers: list[Any], clean_project: Any
    ) -> None:
        from qgis.gui import QgsLayerTreeMapCanvasBridge
        from qgis.PyQt.QtGui import QColor

        def is_drawn() -> bool:
            canvas = iface.canvas
            picture = canvas.grab().toImage()
            return picture.pixelColor(canvas.width() // 2 + 40, 20 + canvas.height() // 2) != white

        white = QColor("white")
        dock.picker.clear()
        bridge = QgsLayerTreeMapCanvasBridge(clean_project.layerTreeRoot(), iface.canvas)
        try:
            dock.picker.show_place(dock.session.place, 1280)
            dock.picker.zoom_to_place()
            wait_for(is_drawn)
            trigger(dock, name)
            wait_for(lambda: not is_drawn())
        finally:
            bridge.deleteLater()


class TestRemovingLayersWithoutAPlace:
    """As after a project was opened: groups are there, no place is on show."""

    @pytest.fixture
    def reopened(self, dock: Any, loaded_layers: list[Any]) -> Any:
        dock.session.runs.shown = None
        return dock

    def entry(self, dock: Any) -> Any:
        """As the open menu shows it."""
        from cbm_chips.gui.dock.toolbar import Toolbar

        dock.findChild(Toolbar).menu.aboutToShow.emit()
        return actions_of(dock)["CbmChipsRemoveRun"]

    def test_is_about_the_group_that_is_there(self, reopened: Any, clean_project: Any) -> None:
        (group,) = clean_project.layerTreeRoot().findGroups()
        entry = self.entry(reopened)
        assert entry.text() == f"Remove the layers of “{group.name()}”"
        entry.trigger()
        assert not clean_project.mapLayers()
        assert not clean_project.layerTreeRoot().findGroups()

    def test_of_several_groups_needs_one_to_be_chosen(
        self, iface: Any, reopened: Any, clean_project: Any
    ) -> None:
        from qgis.gui import QgsLayerTreeView

        tree = clean_project.layerTreeRoot()
        (group,) = tree.findGroups()
        other = group.clone()
        other.removeAllChildren()
        other.setName("other")
        tree.insertChildNode(0, other)
        entry = self.entry(reopened)
        assert not entry.isEnabled()
        assert "choose a group" in entry.toolTip()

        view = QgsLayerTreeView()
        view.currentNode = lambda: group.children()[0]
        iface.layerTreeView = lambda: view
        entry = self.entry(reopened)
        assert entry.isEnabled()
        entry.trigger()
        assert not clean_project.mapLayers()

    def test_is_grey_and_says_why_where_there_is_none(self, dock: Any) -> None:
        from cbm_chips.gui.dock.toolbar import Toolbar

        entry = self.entry(dock)
        assert not entry.isEnabled()
        assert entry.toolTip() == "No date has been loaded as a layer in this project."
        dock.findChild(Toolbar).menu.aboutToHide.emit()
        assert entry.isEnabled()
        entry.trigger()
        assert dock.status_bar.said == entry.toolTip()
