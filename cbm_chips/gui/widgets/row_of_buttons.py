"""Buttons side by side; where they do not fit, below one another."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QPushButton, QWidget


class RowOfButtons(QWidget):
    """Turns by its own width, so that large fonts clip nothing."""

    def __init__(self, buttons: Iterable[QPushButton], parent: QWidget | None = None) -> None:
        """The buttons are shown in this order."""
        super().__init__(parent)
        self._buttons = list(buttons)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            self._row.addWidget(button)
        self._row.addStretch()

    def minimumSizeHint(self) -> QSize:
        widest = max(button.sizeHint().width() for button in self._buttons)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gaps = self._row.spacing() * (len(self._buttons) - 1)
        needed = sum(button.sizeHint().width() for button in self._buttons) + gaps
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = across if needed <= event.size().width() else down
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
            self.updateGeometry()
