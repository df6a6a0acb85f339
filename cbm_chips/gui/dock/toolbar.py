"""The dock's first line: the source, the tools for picking places, the menu."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...bridge.translation import tr
from ..form.source_box import SourceBox
from ..widgets.message_line import MessageLine

LEAST_BUTTON_PX = 26


class Toolbar(QWidget):
    """Lays out what others made."""

    def __init__(self, source: SourceBox, message: MessageLine, tools: Iterable[QAction]) -> None:
        super().__init__()
        self.menu = QMenu(self)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(source, 1)
        for action in tools:
            line.addWidget(_button_of(action))
        line.addWidget(self._menu_button())
        rows = QVBoxLayout(self)
        rows.setContentsMargins(6, 4, 6, 0)
        rows.setSpacing(2)
        rows.addLayout(line)
        rows.addWidget(message)

    def _menu_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(QgsApplication.getThemeIcon("/mActionOptions.svg"))
        button.setToolTip(tr("Places, layers, help"))
        button.setAccessibleName(tr("Menu"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        _make_large_enough(button)
        return button


def _button_of(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    _make_large_enough(button)
    return button


def _make_large_enough(button: QToolButton) -> None:
    button.setAutoRaise(True)
    button.setMinimumSize(LEAST_BUTTON_PX, LEAST_BUTTON_PX)
