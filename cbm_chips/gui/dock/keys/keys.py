"""The dock's keys: actions that QGIS's dialog of shortcuts lists and changes.

Single letters work while the dates have the focus, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAction, QMenu, QWidget

from ....bridge.texts.translation import tr
from ...map.picker import MapPicker
from ...session.session import Session
from ...widgets.menu import action
from ..look_row import LookRow


class ShortcutKeys(QObject):
    """Belongs to one dock; arrows, Space and Enter are the list's own, Esc and F1 the dock's."""

    def __init__(
        self,
        session: Session,
        picker: MapPicker,
        *,
        swap: Callable[[], object],
        looks: LookRow,
        switches: Mapping[str, QAction],
        parent: QObject,
    ) -> None:
        """`swap` changes the last two layers; `switches` are other parts', by their letters."""
        super().__init__(parent)
        self._selected = picker.selectedAction
        again, zoom = tr("Read again"), tr("Zoom the map to the chip")
        self.again = action(self, "CbmChipsAgain", again, session.again, icon="mActionRefresh")
        self.zoom = action(self, "CbmChipsZoom", zoom, picker.zoom_to_place, icon="mActionZoomTo")
        self.swap = action(self, "CbmChipsSwap", tr("Swap the last two dates on the map"), swap)
        self._others = [*looks.keyed, *switches.values()]
        others = [picker.nextAction, picker.previousAction, self.zoom, self.swap]
        self._letters = {**dict(zip("NPFHTCVS", (*others, *looks.keyed))), **switches}
        for key, of_key in self._letters.items():
            _give_key(of_key, key)

    @property
    def actions(self) -> list[QAction]:
        """Those made here."""
        return [self.again, self.zoom, self.swap, *self._others]

    def work_in(self, *dates: QWidget) -> None:
        """The single letters work while one of these has the focus."""
        for widget in dates:
            widget.addActions(list(self._letters.values()))

    def press(self, event: QKeyEvent) -> None:
        """A key was pressed elsewhere, as on the map: do what it does where the dates are."""
        if event.isAutoRepeat():
            return
        pressed = pressed_keys(event)
        for its_action in self._letters.values():
            if its_action.isEnabled() and its_action.shortcut() == pressed:
                event.accept()
                its_action.trigger()
                return

    def fill(self, menu: QMenu) -> None:
        """What has no button of its own."""
        menu.addActions([self._selected, self.again, self.zoom])


def _give_key(of_key: QAction, key: str) -> None:
    of_key.setShortcut(QKeySequence(key))
    of_key.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    of_key.setToolTip(tr("{action} ({key})").format(action=of_key.toolTip(), key=key))


_HELD = (
    ("Ctrl", Qt.KeyboardModifier.ControlModifier),
    ("Alt", Qt.KeyboardModifier.AltModifier),
    ("Shift", Qt.KeyboardModifier.ShiftModifier),
    ("Meta", Qt.KeyboardModifier.MetaModifier),
)


def pressed_keys(event: QKeyEvent) -> QKeySequence:
    """Key and modifiers; those of the number pad are as any others."""
    held = [name for name, modifier in _HELD if event.modifiers() & modifier]
    return QKeySequence("+".join([*held, QKeySequence(event.key()).toString()]))
