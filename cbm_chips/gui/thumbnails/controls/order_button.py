"""The order of the dates: a button with a menu, as narrow as an icon."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QWidget

from ....bridge.texts.translation import tr
from ....core.pipeline.date_lists import ORDERS
from .choice_button import ChoiceButton


class OrderButton(ChoiceButton):
    """Its tool tip says the order there is."""

    order_chosen = pyqtSignal(str)
    """Name out of `ORDERS`, when it is another one than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """The first of the orders."""
        super().__init__(ORDERS, next(iter(ORDERS)), parent)
        self.setIcon(QgsApplication.getThemeIcon("/sort.svg"))

    @property
    def order(self) -> str:
        """Name out of `ORDERS`."""
        return self.chosen

    def emit_chosen(self) -> None:
        self.order_chosen.emit(self.chosen)

    def dress(self, entry: QAction, name: str) -> None:
        entry.setText(order_title(name))

    def show_chosen(self) -> None:
        words = tr("Order of the dates: {0}").format(order_title(self.chosen))
        self.setToolTip(words)
        self.setAccessibleName(words)


def order_title(name: str) -> str:
    """An order's name for people."""
    return {
        "oldest first": tr("Oldest first"),
        "newest first": tr("Newest first"),
        "clearest first": tr("Clearest first"),
    }.get(name, name)
