"""The sign of what folds and unfolds."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF

EDGE_PX = 32
"""More than it is shown with, for sharp edges on every screen."""
_DOWN = ((0.15, 0.3), (0.85, 0.3), (0.5, 0.75))
_RIGHT = ((0.3, 0.15), (0.75, 0.5), (0.3, 0.85))


def triangle(color: QColor, *, points_down: bool) -> QIcon:
    """Filled; it points to what it shows, or to the right."""
    pixmap = QPixmap(EDGE_PX, EDGE_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    corners = _DOWN if points_down else _RIGHT
    painter.drawPolygon(QPolygonF([QPointF(x * EDGE_PX, y * EDGE_PX) for x, y in corners]))
    painter.end()
    return QIcon(pixmap)
