"""Small fields side by side, or one below the other where that is too wide."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QBoxLayout, QWidget

GAP_PX = 4
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class FlexibleRow(QWidget):
    """Needs no more width than its widest field."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        self._fields = fields
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(GAP_PX)
        for field in fields:
            self._box.addWidget(field, 1)

    def minimumSizeHint(self) -> QSize:
        widest = max(_least_width(field) for field in self._fields)
        return QSize(widest, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """No wider than it must be, so that a form puts it beside its label."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(_least_width(field) + GAP_PX for field in self._fields) - GAP_PX
        direction = _BESIDE if needed <= self.width() else _BELOW
        if direction != self._box.direction():
            self._box.setDirection(direction)
            self.updateGeometry()


def _least_width(field: QWidget) -> int:
    return max(field.minimumSizeHint().width(), field.minimumWidth())
