"""The last places, as a menu within the dock's menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt.QtWidgets import QMenu

from ...bridge.texts.plain_text import plain_entry
from ...bridge.texts.translation import tr
from ...core.model import Place
from ..session.form_values.summary import DOT
from ..widgets.place_label import name_of


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
