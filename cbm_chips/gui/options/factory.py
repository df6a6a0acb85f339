"""What QGIS's options know of our page until somebody opens it: a name and a mark."""

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
    """Makes the page; register it with `iface` and take it back on unload."""

    applied = pyqtSignal()
    """The settings or sources may have changed."""

    def __init__(self) -> None:
        """Named and marked as in QGIS's list of options."""
        super().__init__(TITLE, QIcon(str(ICON)))

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:
        """The page, whose imports QGIS's start need not wait for."""
        from .page import OptionsPage

        page = OptionsPage(parent)
        page.applied.connect(self.applied)
        return page
