"""Flat buttons with an icon of QGIS's theme."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QAction, QToolButton

LEAST_BUTTON_PX = 26


def icon_button(icon: str, name: str) -> QToolButton:
    """`name` is its tool tip, and what a screen reader says."""
    button = QToolButton()
    button.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
    button.setToolTip(name)
    button.setAccessibleName(name)
    make_large_enough(button)
    return button


def button_of(action: QAction) -> QToolButton:
    """Shows and triggers an action."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAccessibleName(action.text())
    make_large_enough(button)
    return button


def make_large_enough(button: QToolButton) -> None:
    """Flat, and to be hit with a finger."""
    button.setAutoRaise(True)
    button.setMinimumSize(LEAST_BUTTON_PX, LEAST_BUTTON_PX)
