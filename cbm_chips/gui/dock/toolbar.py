"""The dock's first line: the source, the tools for picking places, the menu."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...bridge.texts.translation import tr
from ..form.source_box import SourceBox
from ..widgets.icon_button import button_of, make_large_enough
from ..widgets.message_line import MessageLine


class Toolbar(QWidget):
    """Lays out what others made."""

    def __init__(self, source: SourceBox, message: MessageLine, tools: Iterable[QAction]) -> None:
        super().__init__()
        self.menu = QMenu(self)
        line = QHBoxLayout()
        line.setSpacing(2)
        line.addWidget(source, 1)
        for action in tools:
            line.addWidget(button_of(action))
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
        make_large_enough(button)
        return button
