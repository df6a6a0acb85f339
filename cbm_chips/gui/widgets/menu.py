"""Entries of menus."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction


def action(
    parent: QObject, name: str, text: str, do: Callable[[], object], *, icon: str = ""
) -> QAction:
    """An action with a name for QGIS's list of shortcuts."""
    made = QAction(text, parent)
    made.setObjectName(name)
    if icon:
        made.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
    made.triggered.connect(lambda checked=False: do())
    return made
