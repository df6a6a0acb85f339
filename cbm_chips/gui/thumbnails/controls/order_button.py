"""The order of the dates: a button with a menu, as narrow as an icon."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QToolButton, QWidget

from ....bridge.texts.translation import tr
from ....core.pipeline.series import ORDERS
from ...widgets.icon_button import make_large_enough


class OrderButton(QToolButton):
    """Its tool tip says the order there is."""

    order_chosen = pyqtSignal(str)
    """Name out of `ORDERS`, when it is another one than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """The first of the orders."""
        super().__init__(parent)
        menu, group = QMenu(self), QActionGroup(self)
        self._actions = {name: self._entry(name, menu, group) for name in ORDERS}
        self.order = next(iter(ORDERS))
        self.setMenu(menu)
        self.setIcon(QgsApplication.getThemeIcon("/sort.svg"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        make_large_enough(self)
        self._show()

    def choose(self, name: str) -> None:
        """As if the user had; a name that is no order changes nothing."""
        if name in self._actions and name != self.order:
            self.order = name
            self._show()
            self.order_chosen.emit(name)

    def _entry(self, name: str, menu: QMenu, group: QActionGroup) -> QAction:
        entry: QAction = menu.addAction(order_title(name))
        entry.setCheckable(True)
        entry.setActionGroup(group)
        entry.triggered.connect(partial(self._on_entry, name))
        return entry

    def _on_entry(self, name: str, _: bool) -> None:
        self.choose(name)

    def _show(self) -> None:
        self._actions[self.order].setChecked(True)
        words = tr("Order of the dates: {0}").format(order_title(self.order))
        self.setToolTip(words)
        self.setAccessibleName(words)


def order_title(name: str) -> str:
    """An order's name for people."""
    return {
        "oldest first": tr("Oldest first"),
        "newest first": tr("Newest first"),
        "clearest first": tr("Clearest first"),
    }.get(name, name)
