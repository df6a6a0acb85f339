"""The screen on which `tests/dock_states_script.py` takes its pictures, inside QGIS."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QRect, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface

TICK_MS, PATIENCE_TICKS = 50, 500
DOCKED_PX = 320
SHOWN = {"parcel", "date", "flag", "cloud_fraction", "NDVI_count", "NDVI_mean", "NDVI_std"}
"""Columns of a table in its picture."""


@dataclass(frozen=True)
class Plan:
    """Servers of the sample archive, and how the screen looks."""

    folder: str
    parcels: str
    api: str
    files: str
    theme: str = ""
    font_scale: float = 1.0
    is_mirrored: bool = False
    is_floating: bool = False
    docked_px: int = DOCKED_PX
    tests: str = ""
    """Where the states of an inspection are."""
    states: tuple[str, ...] = ()
    """Those wanted; all where it is empty."""


def dress(plan: Plan) -> None:
    """Theme, direction, font."""
    if plan.is_mirrored:
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    if plan.theme:
        QgsApplication.setUITheme(plan.theme)
    font = QApplication.font()
    font.setPointSizeF(plan.font_scale * font.pointSizeF())
    QApplication.setFont(font)
    for widget in QApplication.allWidgets() if plan.font_scale != 1 else ():
        widget.setFont(font)
    iface.mainWindow().setGeometry(QgsApplication.primaryScreen().availableGeometry())


def show_table(table: QgsVectorLayer, screen: QRect) -> None:
    """Of its many columns those that fit, below the map."""
    for dialog in QApplication.topLevelWidgets():
        if dialog.metaObject().className() == "QgsAttributeTableDialog":
            dialog.close()
    config = table.attributeTableConfig()
    config.update(table.fields())
    for number, column in enumerate(config.columns()):
        config.setColumnHidden(number, column.name not in SHOWN)
        config.setColumnWidth(number, 96)
    table.setAttributeTableConfig(config)
    table.setSubsetString("flag in ('clear', 'partly')")
    dialog = iface.showAttributeTable(table)
    across, down = screen.width() * 11 // 20, screen.height() * 2 // 5
    dialog.setGeometry(0, screen.height() - down, across, down)
    wait(1500)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    (getattr(loop, "exec", None) or loop.exec_)()


def wait_for(claim: Callable[[], bool]) -> None:
    """Gives up silently: the picture shows what was there."""
    for _ in range(PATIENCE_TICKS):
        if claim():
            return
        wait(TICK_MS)


def tr(text: str) -> str:
    """In the language of the plugin."""
    return QCoreApplication.translate("CbmChips", text)


def post(url: str, body: object) -> None:
    headers = {"Content-Type": "application/json"}
    asked = urllib.request.Request(url, json.dumps(body).encode(), headers)
    urllib.request.urlopen(asked).close()
