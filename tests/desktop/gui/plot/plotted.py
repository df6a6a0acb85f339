"""A run with its plot: when it is whole, and what is done in it."""

from __future__ import annotations

from typing import Any

from tests.desktop.window import read_once, wait_for


def values_there(dock: Any) -> bool:
    return bool(dock.panel.is_idle() and dock.plot.is_idle())


def read_and_plot(iface: Any, dock: Any) -> Any:
    """A run and all its values; the points of the first series."""
    read_once(iface, dock)
    wait_for(lambda: values_there(dock) and dock.plot.panel.series)
    return dock.plot.panel.series[0].points


def click_on(dock: Any, key: str) -> None:
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    view = dock.plot.panel.view
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(view, left, none, view.place_of(key).toPoint())


def choose(dock: Any, name: str) -> None:
    """In the menu of names."""
    controls = dock.plot.panel.controls
    (found,) = [one for one in controls.names.menu().actions() if one.text().startswith(name)]
    found.trigger()
