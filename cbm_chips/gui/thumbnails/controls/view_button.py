"""How the dates are laid out: a list, a grid or a calendar; a button with a menu."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QWidget

from ....bridge.texts.translation import tr
from .choice_button import ChoiceButton

LIST, GRID, CALENDAR = "list", "grid", "calendar"
_ICONS = {
    LIST: "/mActionOpenTable.svg",
    GRID: "/mIconRaster.svg",
    CALENDAR: "/mIconFieldDate.svg",
}
LAYOUTS = tuple(_ICONS)


class ViewButton(ChoiceButton):
    """Its icon and its tool tip say the layout there is."""

    view_chosen = pyqtSignal(str)
    """Name out of `LAYOUTS`, when it is another one than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A grid."""
        super().__init__(LAYOUTS, GRID, parent)

    def choose_next(self) -> None:
        """One after the other."""
        self.choose(LAYOUTS[(LAYOUTS.index(self.chosen) + 1) % len(LAYOUTS)])

    def emit_chosen(self) -> None:
        self.view_chosen.emit(self.chosen)

    def dress(self, entry: QAction, name: str) -> None:
        entry.setIcon(_icon(name))
        entry.setText(layout_title(name))

    def show_chosen(self) -> None:
        self.setIcon(_icon(self.chosen))
        words = tr("View of the dates: {0}").format(layout_title(self.chosen))
        self.setToolTip(tr("{action} ({key})").format(action=words, key="K"))
        self.setAccessibleName(words)


def _icon(name: str) -> object:
    return QgsApplication.getThemeIcon(_ICONS[name])


def layout_title(name: str) -> str:
    """A layout's name for people."""
    return {LIST: tr("List"), GRID: tr("Grid"), CALENDAR: tr("Calendar")}.get(name, name)
