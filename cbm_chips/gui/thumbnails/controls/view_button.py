"""How the dates are laid out: a list, a grid or a calendar; a button with a menu."""

from __future__ import annotations

from functools import partial

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QToolButton, QWidget

from ....bridge.texts.translation import tr
from ...widgets.icon_button import make_large_enough

LIST, GRID, CALENDAR = "list", "grid", "calendar"
_ICONS = {
    LIST: "/mActionOpenTable.svg",
    GRID: "/mIconRaster.svg",
    CALENDAR: "/mIconFieldDate.svg",
}
LAYOUTS = tuple(_ICONS)


class ViewButton(QToolButton):
    """Its icon and its tool tip say the layout there is."""

    view_chosen = pyqtSignal(str)
    """Name out of `LAYOUTS`, when it is another one than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """A grid."""
        super().__init__(parent)
        menu, group = QMenu(self), QActionGroup(self)
        self._actions = {name: self._entry(name, menu, group) for name in LAYOUTS}
        self.chosen = GRID
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        make_large_enough(self)
        self._show()

    def choose(self, name: str) -> None:
        """As if the user had; a name that is no layout changes nothing."""
        if name in self._actions and name != self.chosen:
            self.chosen = name
            self._show()
            self.view_chosen.emit(name)

    def choose_next(self) -> None:
        """One after the other."""
        self.choose(LAYOUTS[(LAYOUTS.index(self.chosen) + 1) % len(LAYOUTS)])

    def _entry(self, name: str, menu: QMenu, group: QActionGroup) -> QAction:
        entry: QAction = menu.addAction(_icon(name), layout_title(name))
        entry.setCheckable(True)
        entry.setActionGroup(group)
        entry.triggered.connect(partial(self._on_entry, name))
        return entry

    def _on_entry(self, name: str, _: bool) -> None:
        self.choose(name)

    def _show(self) -> None:
        self._actions[self.chosen].setChecked(True)
        self.setIcon(_icon(self.chosen))
        words = tr("View of the dates: {0}").format(layout_title(self.chosen))
        self.setToolTip(tr("{action} ({key})").format(action=words, key="K"))
        self.setAccessibleName(words)


def _icon(name: str) -> object:
    return QgsApplication.getThemeIcon(_ICONS[name])


def layout_title(name: str) -> str:
    """A layout's name for people."""
    return {LIST: tr("List"), GRID: tr("Grid"), CALENDAR: tr("Calendar")}.get(name, name)
