"""Buttons above the dates, each with a key: what the pictures show, without the form."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QMenu, QToolButton, QWidget

from ...bridge.texts.translation import tr
from ..session.form_values.form_state import FormState
from ..session.form_values.look_choice import (
    CLASSES,
    FALSE_COLOUR,
    NDVI,
    TRUE_COLOUR,
    LookChoice,
    all_choices,
)
from ..widgets.menu import action


class LookRow(QObject):
    """Shows what the form has chosen, and chooses for it; it keeps nothing of its own."""

    chosen = pyqtSignal(object)
    """A `LookChoice`."""

    def __init__(self, parent: QWidget) -> None:
        """`buttons` are made here and laid out by others."""
        super().__init__(parent)
        self._by_choice: dict[LookChoice, QAction] = {}
        self.keyed = [
            self._action(name, text, choice)
            for name, text, choice in (
                ("TrueColour", tr("True colour"), TRUE_COLOUR),
                ("FalseColour", tr("False colour"), FALSE_COLOUR),
                ("Ndvi", "NDVI", NDVI),
                ("Classes", "SCL", CLASSES),
            )
        ]
        """For QGIS's dialog of shortcuts."""
        self._more = QToolButton()
        self.buttons: list[QWidget] = [*map(_button, self.keyed), self._more]
        self._fill_more(parent)

    def show_state(self, state: FormState) -> None:
        """What the form holds now."""
        is_keyed = False
        for choice, its_action in self._by_choice.items():
            is_shown = choice.is_in(state)
            its_action.setChecked(is_shown)
            is_keyed |= is_shown and its_action in self.keyed
        self._more.setText(tr("More") if is_keyed else _name_of(state))
        self._more.setChecked(not is_keyed)

    def _action(self, name: str, text: str, choice: LookChoice) -> QAction:
        made = action(self, f"CbmChips{name}", text, lambda: self.chosen.emit(choice))
        made.setCheckable(True)
        made.setToolTip(choice.title)
        self._by_choice[choice] = made
        return made

    def _fill_more(self, parent: QWidget) -> None:
        menu = QMenu(parent)
        for choice in all_choices():
            if choice not in self._by_choice:
                name = choice.index or choice.composite
                menu.addAction(self._action(f"Look{name}", choice.title, choice))
        self._more.setMenu(menu)
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setCheckable(True)
        self._more.setAutoRaise(True)
        self._more.setAccessibleName(tr("More composites and indices"))
        self._more.setToolTip(tr("More composites and indices"))


def _button(of_action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(of_action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAutoRaise(True)
    button.setAccessibleName(of_action.toolTip())
    return button


def _name_of(state: FormState) -> str:
    """Of a look without a button of its own."""
    for choice in all_choices():
        if choice.is_in(state):
            return choice.index or choice.name
    return state.composite.replace("_", " ")
