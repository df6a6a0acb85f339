"""The entry of the plugin in QGIS's options; the page is made when it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon

if TYPE_CHECKING:
    from qgis.PyQt.QtWidgets import QWidget

    from .page import OptionsPage

ICON = Path(__file__).resolve().parents[3] / "resources" / "icon.svg"
TITLE = "CbM Chips"
"""In the list of pages; the plugin's name, the same in every language."""


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page; register it with `iface`, unregister it on unload."""

    applied = pyqtSignal()
    """The settings or sources may have changed."""

    def __init__(self) -> None:
        """Named and marked as in QGIS's list of options."""
        super().__init__(TITLE, QIcon(str(ICON)))

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:
        """The page; its imports must not slow down the start of QGIS."""
        from .page import OptionsPage

        page = OptionsPage(parent)
        page.applied.connect(self.applied)
        return page
