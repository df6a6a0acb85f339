"""Around the dock: keys, help, options, names for screen readers, the next start."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.gui.dock.actions import actions_of, key, trigger
from tests.desktop.own_process import run_code
from tests.desktop.running import REPOSITORY
from tests.desktop.window import read, settle


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
