"""Around the dock: keys, help, options, layers, names for screen readers, the next start."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.own_process import run_code
from tests.desktop.running import REPOSITORY
from tests.desktop.window import read, settle, wait_for


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


def actions_of(dock: Any) -> dict[str, Any]:
    return {one.objectName(): one for one in dock.actions_to_register}


def trigger(dock: Any, name: str) -> None:
    actions_of(dock)[name].trigger()


def key(dock: Any, name: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    dock.window().activateWindow()
    dock.panel.view.setFocus()
    settle()
    QTest.keyClick(dock.panel.view, getattr(Qt.Key, f"Key_{name}"))


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


class TestKeys:
    def test_zoom_and_step_while_the_dates_have_the_focus(self, iface: Any, dock: Any) -> None:
        read(iface, dock)
        before = iface.canvas.extent()
        key(dock, "F")
        assert iface.canvas.extent() != before
        steps: list[int] = []
        dock.picker.steps_aside = lambda step: not steps.append(step)
        key(dock, "N")
        key(dock, "P")
        assert steps == [1, -1]

    def test_are_in_the_list_of_shortcuts_and_on_the_help_page(self, dock: Any) -> None:
        from qgis.gui import QgsGui

        manager = QgsGui.shortcutsManager()
        names = {"CbmChipsNext": "N", "CbmChipsPrevious": "P", "CbmChipsZoom": "F"}
        names.update(CbmChipsSwap="H", CbmChipsPreview="M", CbmChipsNeighbours="O")
        page = (REPOSITORY / "resources" / "help" / "en.html").read_text(encoding="utf-8")
        for name, letter in names.items():
            found = [one for one in manager.listActions() if one.objectName() == name]
            assert [one.shortcut().toString() for one in found] == [letter], name
            assert manager.defaultKeySequence(found[0]) == letter
            assert f"({letter})" in found[0].toolTip()
            assert f"<kbd>{letter}</kbd>" in page

    def test_can_be_changed_there(self, dock: Any) -> None:
        from qgis.gui import QgsGui

        zoom = actions_of(dock)["CbmChipsZoom"]
        assert QgsGui.shortcutsManager().setKeySequence(zoom, "Z")
        try:
            assert zoom.shortcut().toString() == "Z"
        finally:
            QgsGui.shortcutsManager().setKeySequence(zoom, "F")

    def test_of_the_map_are_in_the_menu_as_well(self, dock: Any) -> None:
        from cbm_chips.gui.dock.toolbar import Toolbar

        entries = dock.findChild(Toolbar).menu.actions()
        shortcuts = [one.shortcut().toString() for one in entries]
        assert {"F", "H"} <= set(shortcuts)

    def test_f1_shows_all_keys_and_from_there_the_help(
        self, dock: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from qgis.PyQt.QtCore import QObject, QUrl, pyqtSlot
        from qgis.PyQt.QtGui import QDesktopServices

        from cbm_chips.gui.dock.keys.keys_page import KeysPage

        opened: list[str] = []

        class Browser(QObject):
            @pyqtSlot(QUrl)
            def open(self, url: QUrl) -> None:
                opened.append(url.toLocalFile())

        browser = Browser()
        QDesktopServices.setUrlHandler("file", browser.open)
        try:
            key(dock, "F1")
            page = dock.findChild(KeysPage)
            next(one for one in page.buttons.buttons() if one.text() == "Help").click()
        finally:
            QDesktopServices.unsetUrlHandler("file")
            page.close()
        assert [Path(name).name for name in opened] == ["en.html"]


def test_the_options_open_at_our_page(iface: Any, dock: Any) -> None:
    trigger(dock, "CbmChipsOptions")
    (factory,) = iface.pages
    assert iface.shown_options == [factory.title()] == ["CbM Chips"]


def test_every_control_has_a_name_for_screen_readers(iface: Any, dock: Any) -> None:
    from qgis.PyQt import QtWidgets

    dock.form.box.setCollapsed(False)
    read(iface, dock)
    labelled = {label.buddy() for label in dock.findChildren(QtWidgets.QLabel)} - {None}
    kinds = ("QComboBox", "QLineEdit", "QAbstractButton", "QAbstractSpinBox", "QAbstractItemView")
    kinds += ("QSlider", "QProgressBar")
    nameless = [
        f"{type(one).__name__} in {type(one.parent()).__name__}"
        for kind in kinds
        for one in dock.findChildren(getattr(QtWidgets, kind))
        if not is_named(one) and one not in labelled and not is_inner(one)
    ]
    assert nameless == []


def is_named(widget: Any) -> bool:
    text = getattr(widget, "text", None)
    spoken = text() if callable(text) and "Edit" not in type(widget).__name__ else ""
    return bool(widget.accessibleName() or spoken)


def is_inner(widget: Any) -> bool:
    """A part of a control that has a name itself, or a scroll bar's, calendar's or title's."""
    from qgis.PyQt import QtWidgets

    outer = widget.parent()
    while outer is not None and not isinstance(outer, QtWidgets.QDockWidget):
        inside = (QtWidgets.QComboBox, QtWidgets.QAbstractSpinBox, QtWidgets.QCalendarWidget)
        if isinstance(outer, inside):
            return bool(outer.accessibleName() or isinstance(outer, QtWidgets.QCalendarWidget))
        outer = outer.parent()
    return widget.objectName().startswith("qt_") or not widget.isVisibleTo(widget.window())


class TestTheNextStart:
    def start(self, iface: Any) -> Any:
        from cbm_chips.plugin import CbmChipsPlugin

        plugin = CbmChipsPlugin(iface)
        plugin.initGui()
        assert plugin.dock is None  # QGIS's window comes first
        settle()
        return plugin

    @pytest.mark.parametrize("is_open", [True, False])
    def test_finds_the_dock_as_it_was_left(
        self, iface: Any, loaded: Any, dock: Any, is_open: bool
    ) -> None:
        if not is_open:
            dock.close()
        settle()
        iface.window.hide()  # as QGIS does before it unloads its plugins
        loaded.unload()
        settle()
        iface.window.show()

        plugin = self.start(iface)
        try:
            assert (plugin.dock is not None) == is_open
            assert iface.menu[0].isChecked() == is_open
        finally:
            plugin.unload()

    def test_is_not_slowed_down_by_it(self, iface: Any, loaded: Any, dock: Any) -> None:
        """The dock is made when the window is there; printed with `-s`."""
        loaded.unload()
        settle()
        began = time.thread_time()  # of others the machine may be busy
        plugin = self.start(iface)
        took_ms = 1000 * (time.thread_time() - began)
        plugin.unload()
        sys.stdout.write(f"\nloaded with the dock open in {took_ms:.0f} ms\n")
        assert took_ms < 2000


def test_neither_provider_nor_options_page_load_a_heavy_package(tmp_path: Path) -> None:
    """In a process of its own, as QGIS does at its start; its own work counts alone."""
    done = run_code(_LOADING, more={"QGIS_CUSTOM_CONFIG_PATH": str(tmp_path)})
    assert done.returncode == 0, done.stderr
    milliseconds, heavy = done.stdout.strip().splitlines()[-1].split(" ", 1)
    sys.stdout.write(f"\nprovider and options page added in {float(milliseconds):.0f} ms\n")
    assert heavy == "[]"
    assert float(milliseconds) < 10 * 100


_LOADING = """
import sys, time
from qgis.core import QgsApplication
app = QgsApplication([], True)
app.initQgis()
import qgis.gui
from qgis.PyQt import QtWidgets
from types import SimpleNamespace
window = QtWidgets.QMainWindow()
names = ("addPluginToRasterMenu", "addToolBarIcon", "removePluginRasterMenu", "removeToolBarIcon",
         "registerOptionsWidgetFactory", "unregisterOptionsWidgetFactory")
bar = qgis.gui.QgsMessageBar(window)
iface = SimpleNamespace(
    mainWindow=lambda: window, messageBar=lambda: bar, **dict.fromkeys(names, print)
)
before = set(sys.modules)  # newer QGIS loads numpy and shapely itself
began = time.process_time()
from cbm_chips.plugin import CbmChipsPlugin
plugin = CbmChipsPlugin(iface)
plugin.initGui()
app.processEvents()
took = 1000 * (time.process_time() - began)
assert app.processingRegistry().providerById("cbmchips").algorithms()
optional = ("numpy", "shapely", "rasterio", "osgeo", "pystac_client", "requests", "pyproj",
            "diskcache", "cbm_chips.gui.dock.dock", "cbm_chips.gui.options.page")
heavy = [name for name in optional if name in set(sys.modules) - before]
plugin.unload()
print(took, heavy)
"""
