"""What the actions that give places are called and look like: a row each."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction

from ...bridge.texts.translation import tr
from ..widgets.menu import action

_ROWS: dict[str, tuple[str, Callable[[], str]]] = {
    "Click": ("mActionCapturePoint", lambda: tr("Pick a place on the map")),
    "Parcel": ("mActionIdentify", lambda: tr("Pick a parcel on the map")),
    "Previous": ("mActionArrowLeft", lambda: tr("Previous parcel")),
    "Next": ("mActionArrowRight", lambda: tr("Next parcel")),
    "Selected": ("mActionOpenTableSelected", lambda: tr("All selected parcels")),
}
"""Name for QGIS's list of shortcuts: icon of QGIS, text."""


def picker_action(parent: QObject, name: str, do: Callable[[], object]) -> QAction:
    """The action of a row."""
    icon, text = _ROWS[name]
    return action(parent, f"CbmChips{name}", text(), do, icon=icon)
