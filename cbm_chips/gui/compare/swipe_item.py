"""The line on the map: left of it the map itself, right of it the same map with another layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsMapSettings, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QImage, QPainter, QPainterPath, QPalette, QPen

from ...bridge.qt_alive import is_alive
from ..map.chip_item import BELOW_ALL_MARKS

_ABOVE_CHIP = BELOW_ALL_MARKS + 1
_GAP_PX, _MARGIN_PX = 6, 4
_HANDLE_PX = 13
_HANDLE_AT = 0.75
"""Of the height: the place itself is often in the middle of the map."""
_HALO, _LINE = QColor(0, 0, 0, 190), QColor(255, 255, 255)


@dataclass(frozen=True, eq=False)
class RenderedMap:
    """The map with the second date, as it was rendered.

    Attributes:
        image: as large as the map's view then.
        settings: the extent and rotation that it was rendered for.
    """

    image: QImage
    settings: QgsMapSettings

    def area(self, canvas: QgsMapCanvas) -> QRectF | None:
        """Where it lies on the map now, which may have moved; None if it was turned since."""
        now = canvas.mapSettings()
        if self.settings.rotation() != now.rotation():
            return None
        if self.settings.destinationCrs() != now.destinationCrs():
            return None
        size = self.settings.outputSize()
        corners = [
            _to_screen(canvas, self.settings.mapToPixel().toMapCoordinates(x, y))
            for x, y in ((0, 0), (size.width(), size.height()))
        ]
        return QRectF(*corners)


class SwipeItem(QgsMapCanvasItem):
    """Over the map's layers, below its marks."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        """In the middle; without a picture yet."""
        super().__init__(canvas)
        self._canvas = canvas
        self._labels = ("", "")
        self.share = 0.5
        """Where the line is: 0 left, 1 right."""
        self.rendered: RenderedMap | None = None
        self.setZValue(_ABOVE_CHIP)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def name_sides(self, left: str, right: str) -> None:
        """What stands at the top, on both sides of the line."""
        self._labels = (left, right)
        self.update()

    def show_map(self, rendered: RenderedMap | None) -> None:
        """What is right of the line."""
        self.rendered = rendered
        self.update()

    def move_to(self, share: float) -> None:
        """Move the line; it ends at the edges."""
        self.share = max(0.0, min(share, 1.0))
        self.update()

    def remove(self) -> None:
        """Take it off the map, if that is still there."""
        if is_alive(self, self._canvas):
            self._canvas.scene().removeItem(self)

    @property
    def line_x(self) -> float:
        """In logical pixels of the map's view."""
        return round(self.share * self._canvas.viewport().width())

    def updatePosition(self) -> None:
        """QGIS calls this whenever the map moves."""
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(self._canvas.viewport().rect())

    def paint(self, painter: QPainter, option: Any = None, widget: Any = None) -> None:
        view, line = self.boundingRect(), self.line_x
        area = self.rendered.area(self._canvas) if self.rendered is not None else None
        if self.rendered is not None and area is not None:
            painter.save()
            painter.setClipRect(view.adjusted(line, 0, 0, 0))
            painter.drawImage(area, self.rendered.image)
            painter.restore()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_line(painter, view, line)
        self._draw_labels(painter, view, line)
        painter.restore()

    def _draw_line(self, painter: QPainter, view: QRectF, line: float) -> None:
        for colour, width in ((_HALO, 4.0), (_LINE, 2.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(line, view.top()), QPointF(line, view.bottom()))
        middle = QPointF(line, view.top() + _HANDLE_AT * view.height())
        painter.setPen(QPen(_HALO, 1.5))
        painter.setBrush(_LINE)
        painter.drawEllipse(middle, _HANDLE_PX, _HANDLE_PX)
        painter.setPen(QPen(_HALO, 2.0, cap=Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (-1, 1):
            arrow = QPainterPath(middle + QPointF(3.5 * side, -4))
            arrow.lineTo(middle + QPointF(7.5 * side, 0))
            arrow.lineTo(middle + QPointF(3.5 * side, 4))
            painter.drawPath(arrow)

    def _draw_labels(self, painter: QPainter, view: QRectF, line: float) -> None:
        palette, font = self._canvas.palette(), self._canvas.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        for is_right, text in enumerate(self._labels):
            width = metrics.horizontalAdvance(text) + 3 * _MARGIN_PX
            left = line + _GAP_PX if is_right else line - _GAP_PX - width
            box = QRectF(left, view.top() + _GAP_PX, width, metrics.height() + _MARGIN_PX)
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.setBrush(palette.color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _to_screen(canvas: QgsMapCanvas, point: QgsPointXY) -> QPointF:
    return canvas.getCoordinateTransform().transform(point).toQPointF()
