"""The dock's keys: actions that QGIS's dialog of shortcuts lists and changes.

Single letters work while the dates have the focus, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ...bridge.translation import tr
from ..map.picker import MapPicker
from ..session.session import Session
from ..widgets.menu import action


class ShortcutKeys(QObject):
    """Belongs to one dock; arrows, Space and Enter are the list's own, Esc and F1 the dock's."""

    def __init__(
        self,
        session: Session,
        picker: MapPicker,
        *,
        swap: Callable[[], object],
        dates: QWidget,
        parent: QObject,
    ) -> None:
        """`swap` changes the last two layers; `dates` has the single letters."""
        super().__init__(parent)
        self._selected = picker.selectedAction
        again, zoom = tr("Read again"), tr("Zoom the map to the chip")
        self.again = action(self, "CbmChipsAgain", again, session.again, icon="mActionRefresh")
        self.zoom = action(self, "CbmChipsZoom", zoom, picker.zoom_to_place, icon="mActionZoomTo")
        self.swap = action(self, "CbmChipsSwap", tr("Swap the last two dates on the map"), swap)
        for key, of_key in (
            ("N", picker.nextAction),
            ("P", picker.previousAction),
            ("F", self.zoom),
            ("H", self.swap),
        ):
            _give_key(of_key, key)
            dates.addAction(of_key)

    @property
    def actions(self) -> list[QAction]:
        """Those made here."""
        return [self.again, self.zoom, self.swap]

    def fill(self, menu: QMenu) -> None:
        """What has no button of its own."""
        menu.addActions([self._selected, self.again, self.zoom])


def _give_key(of_key: QAction, key: str) -> None:
    of_key.setShortcut(QKeySequence(key))
    of_key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    of_key.setToolTip(tr("{action} ({key})").format(action=of_key.text(), key=key))
