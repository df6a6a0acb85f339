"""A button with a menu, of whose entries one is chosen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu, QToolButton, QWidget

from ...widgets.icon_button import make_large_enough


class ChoiceButton(QToolButton):
    """Names to choose from; what they look like, and who learns of a choice, is the subclass's."""

    def __init__(self, names: Iterable[str], chosen: str, parent: QWidget | None = None) -> None:
        """`chosen` is one of `names`."""
        super().__init__(parent)
        menu, group = QMenu(self), QActionGroup(self)
        self._actions = {name: self._entry(name, menu, group) for name in names}
        self.chosen = chosen
        self.setMenu(menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        make_large_enough(self)
        self._show()

    def choose(self, name: str) -> None:
        """As if the user had; a name that is none of them changes nothing."""
        if name in self._actions and name != self.chosen:
            self.chosen = name
            self._show()
            self.emit_chosen()

    def emit_chosen(self) -> None:
        """Another one is chosen."""

    def dress(self, entry: QAction, name: str) -> None:
        """Give an entry its text."""

    def show_chosen(self) -> None:
        """Show on the button what is chosen."""

    def _entry(self, name: str, menu: QMenu, group: QActionGroup) -> QAction:
        entry: QAction = menu.addAction("")
        self.dress(entry, name)
        entry.setCheckable(True)
        entry.setActionGroup(group)
        entry.triggered.connect(partial(self._on_entry, name))
        return entry

    def _on_entry(self, name: str, _: bool) -> None:
        self.choose(name)

    def _show(self) -> None:
        self._actions[self.chosen].setChecked(True)
        self.show_chosen()
