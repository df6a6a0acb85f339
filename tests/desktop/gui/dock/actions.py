"""The dock's actions, by their names and by their keys."""

from __future__ import annotations

from typing import Any

from tests.desktop.window import settle


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
