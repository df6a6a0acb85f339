"""The dock's keys: actions that QGIS's dialog of shortcuts lists and changes.

Single letters work while the dates have the focus, and nowhere else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu

from ...bridge.translation import tr
from .menu import action

if TYPE_CHECKING:
    from .dock import ChipsDock


class DockKeys(QObject):
    """Belongs to one dock; arrows, Space and Enter are the list's own, Esc and F1 the dock's."""

    def __init__(self, dock: ChipsDock) -> None:
        super().__init__(dock)
        self._dock = dock
        zoom, swap = tr("Zoom the map to the chip"), tr("Swap the last two dates on the map")
        picker, again = dock.picker, tr("Read again")
        self.again = action(self, "CbmChipsAgain", again, dock.again, icon="mActionRefresh")
        self.zoom = action(self, "CbmChipsZoom", zoom, picker.zoom_to_place, icon="mActionZoomTo")
        self.swap = action(self, "CbmChipsSwap", swap, dock.layers.swap)
        for key, of_key in (
            ("N", picker.nextAction),
            ("P", picker.previousAction),
            ("F", self.zoom),
            ("H", self.swap),
        ):
            _give_key(of_key, key)
            dock.panel.view.addAction(of_key)

    @property
    def all(self) -> list[QAction]:
        """For QGIS's dialog of shortcuts."""
        dock = self._dock
        own = [self.again, self.zoom, self.swap]
        return [*dock.picker.actions, *own, *dock.layers.actions, *dock.remedies.actions]

    def fill(self, menu: QMenu) -> None:
        """What has no button of its own."""
        menu.addActions([self._dock.picker.selectedAction, self.again, self.zoom])


def _give_key(of_key: QAction, key: str) -> None:
    of_key.setShortcut(QKeySequence(key))
    of_key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    of_key.setToolTip(tr("{action} ({key})").format(action=of_key.text(), key=key))
