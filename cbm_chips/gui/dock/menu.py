"""The dock's menu: the last places, layers, options, help."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction, QMenu

from ...bridge.plain_text import plain_entry
from ...bridge.translation import tr
from ...core.model import Place
from ..session.summary import DOT
from ..widgets.place_label import name_of

Do = Callable[[], object]


def action(parent: QObject, name: str, text: str, do: Do, *, icon: str = "") -> QAction:
    """An action with a name for QGIS's list of shortcuts."""
    made = QAction(text, parent)
    made.setObjectName(name)
    if icon:
        made.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
    made.triggered.connect(lambda checked=False: do())
    return made


def places_menu(
    menu: QMenu, places: Callable[[], Iterable[Place]], go: Callable[[Place], object]
) -> QMenu:
    """A list of places, made anew whenever it is opened."""
    child = menu.addMenu(tr("Last places"))

    def fill() -> None:
        child.clear()
        for place in places():
            words = [name_of(place), place.details]
            entry = child.addAction(plain_entry(DOT.join(word for word in words if word)))
            entry.triggered.connect(lambda checked=False, place=place: go(place))
        if child.isEmpty():
            child.addAction(tr("None yet")).setEnabled(False)

    child.aboutToShow.connect(fill)
    return child
