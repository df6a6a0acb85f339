"""A label for sentences of any length."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel


def wrapped_label(text: str = "") -> QLabel:
    """It wraps, and shows its text as it is written, never as markup."""
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    return label
