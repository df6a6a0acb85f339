"""How two dates are seen in the dock."""

from __future__ import annotations

from enum import Enum

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QToolButton, QWidget

from ...bridge.texts.translation import tr
from ..widgets.icon_button import make_large_enough


class Mode(Enum):
    """In the order of the buttons."""

    PAIR = "pair"
    FLICKER = "flicker"
    CHANGE = "change"


def mode_texts(mode: Mode) -> tuple[str, str]:
    """A button's text and its tooltip."""
    return {
        Mode.PAIR: (tr("Both"), tr("Both dates side by side")),
        Mode.FLICKER: (tr("Flicker"), tr("Both dates in turn, at the same place")),
        Mode.CHANGE: (tr("Difference"), tr("An index of the second date minus that of the first")),
    }[mode]


class ModeButtons(QButtonGroup):
    """One of them is down."""

    chosen = pyqtSignal(object)
    """A `Mode`."""

    def __init__(self, parent: QWidget) -> None:
        """`buttons` are made here and laid out by others."""
        super().__init__(parent)
        self._by_mode = {mode: _button(mode) for mode in Mode}
        for mode, button in self._by_mode.items():
            self.addButton(button)
            button.clicked.connect(lambda checked=False, mode=mode: self.chosen.emit(mode))

    @property
    def widgets(self) -> list[QToolButton]:
        """In their order."""
        return list(self._by_mode.values())

    def show_mode(self, mode: Mode) -> None:
        """This one is seen."""
        self._by_mode[mode].setChecked(True)


def next_mode(mode: Mode) -> Mode:
    """The one after it; after the last the first."""
    modes = list(Mode)
    return modes[(modes.index(mode) + 1) % len(modes)]


def _button(mode: Mode) -> QToolButton:
    button = QToolButton()
    text, tip = mode_texts(mode)
    button.setText(text)
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setCheckable(True)
    make_large_enough(button)
    return button
