"""Esc has one order, wherever it is pressed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.desktop.window import CENTRE, click, read, settle, wait_for_tasks


def press_escape(widget: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    QTest.keyClick(widget, Qt.Key.Key_Escape)


def test_on_the_map_it_stops_the_run_and_only_then_leaves_the_tool(iface: Any, dock: Any) -> None:
    click(iface, dock, CENTRE)
    assert dock.session.runs.is_running
    press_escape(iface.canvas)
    assert not dock.session.runs.is_running
    assert dock.picker.is_active
    press_escape(iface.canvas)
    assert not dock.picker.is_active


def test_what_lies_over_the_rest_is_closed_first(iface: Any, dock: Any) -> None:
    closed: list[str] = []
    dock.escape.put_first(lambda: not closed and not closed.append("large view"))
    click(iface, dock, CENTRE)
    press_escape(dock.panel.view)
    assert closed == ["large view"]
    assert dock.session.runs.is_running
    press_escape(dock.panel.view)
    assert not dock.session.runs.is_running


def test_layers_that_are_being_written_are_given_up(
    iface: Any, dock: Any, tmp_path: Path, clean_project: Any
) -> None:
    from cbm_chips.bridge.settings import Settings, save

    save(Settings(chips_folder=str(tmp_path / "chips")))
    read(iface, dock)
    dock.layers.load(dock.panel.entries())
    assert dock.layers.loader.is_busy
    press_escape(dock.panel.view)
    assert not dock.layers.loader.is_busy
    assert dock.status_bar.said == "Stopped: nothing is loaded."
    assert dock.picker.is_active
    wait_for_tasks()
    settle()
    assert not clean_project.mapLayers()


def test_every_part_of_the_dock_knows_the_order_docked_and_floating(iface: Any, dock: Any) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtWidgets import QWidget

    heard: list[int] = []
    dock.escape.put_first(lambda: not heard.append(1))
    dock.form.box.setCollapsed(False)
    dock.queue.bar.show_row(0, 2, done=0)
    for is_floating in (False, True):
        dock.setFloating(is_floating)
        settle()
        widgets = [
            one
            for one in dock.findChildren(QWidget)
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisible() and one.isEnabled()
        ]
        assert len(widgets) > 10
        for widget in widgets:
            heard.clear()
            press_escape(widget)
            assert heard == [1], (is_floating, type(widget).__name__, widget.objectName())
