"""Reasons to choose from with one more key, for an answer that needs one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qgis.PyQt.QtCore import QEvent, QPoint
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ....bridge.texts.inspection_words import reason_words
from ....bridge.texts.plain_text import plain_entry

_SIGNS = "123456789abcdefghijklmnopqrstuvwxyz"


class ReasonMenu(QMenu):
    """While it is open, figures choose a reason and answer nothing."""

    def event(self, event: QEvent) -> bool:
        """The dates keep the focus, and with it their shortcuts, while a menu is open."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return bool(super().event(event))


def ask_for_reason(
    reasons: Sequence[str], choose: Callable[[str], object], *, title: str, over: QWidget
) -> QMenu:
    """A menu over a widget; what has no sign is chosen with the arrows.

    Args:
        reasons: reason codes.
        choose: is called with the chosen one.
        title: for screen readers.
        over: whose upper edge the menu stands at.
    """
    menu = ReasonMenu(over)
    menu.setTitle(plain_entry(title))
    menu.setAccessibleName(title)
    menu.addSection(plain_entry(title))
    for number, code in enumerate(reasons):
        sign = f"&{_SIGNS[number]}  " if number < len(_SIGNS) else ""
        entry = menu.addAction(sign + plain_entry(reason_words(code)))
        entry.triggered.connect(lambda checked=False, code=code: choose(str.__str__(code)))
    menu.aboutToHide.connect(menu.deleteLater)
    height = menu.sizeHint().height()
    menu.popup(over.mapToGlobal(QPoint(0, -height)))
    entries = [one for one in menu.actions() if not one.isSeparator()]
    if entries:
        menu.setActiveAction(entries[0])
    return menu
