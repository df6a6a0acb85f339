"""A flat button with an icon of QGIS's theme."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QToolButton

LEAST_BUTTON_PX = 26


def icon_button(icon: str, name: str) -> QToolButton:
    """`name` is its tool tip, and what a screen reader says."""
    button = QToolButton()
    button.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    button.setMinimumSize(LEAST_BUTTON_PX, LEAST_BUTTON_PX)
    return button
