"""The current date in the plot, and the one under the mouse."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from ...bridge.plot.colours import PlotColours
from ...bridge.texts.words import short_day
from ...core.series.plot.hits import Hit, dots_of
from ...core.series.plot.placed import PlotLayout

_RING_PX, _GRIP_PX = 6.5, 5.0


@dataclass(frozen=True)
class PlotCursor:
    """Keys of dates; empty for none."""

    current: str = ""
    pointed: str = ""


def paint_cursor(
    painter: QPainter, layout: PlotLayout, cursor: PlotCursor, colours: PlotColours
) -> None:
    """A line with a grip and the day for the current date, rings for both."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hits = _in_sight(layout, cursor.current)
    if hits:
        _paint_line(painter, layout, hits[0], colours)
    for hit in hits:
        _paint_ring(painter, hit, QPen(colours.accent, 2))
    if cursor.pointed != cursor.current:
        for hit in _in_sight(layout, cursor.pointed):
            _paint_ring(painter, hit, QPen(colours.muted, 1.5))


def _in_sight(layout: PlotLayout, key: str) -> list[Hit]:
    frame = layout.frame
    return [hit for hit in dots_of(layout, key) if frame.left <= hit.dot.x <= frame.right]


def _paint_line(painter: QPainter, layout: PlotLayout, hit: Hit, colours: PlotColours) -> None:
    x, frame = hit.dot.x, layout.frame
    painter.setPen(QPen(colours.accent, 1.2))
    painter.drawLine(QLineF(x, frame.top, x, frame.bottom))
    painter.setBrush(colours.accent)
    top = frame.top
    corners = [QPointF(x - _GRIP_PX, top - _GRIP_PX), QPointF(x + _GRIP_PX, top - _GRIP_PX)]
    painter.drawPolygon(QPolygonF([*corners, QPointF(x, top)]))
    metrics = QFontMetricsF(painter.font())
    day = short_day(hit.point.acquired.date())
    width = metrics.horizontalAdvance(day) + 6
    left = min(max(x - width / 2, 0.0), layout.width - width)
    box = QRectF(left, frame.bottom + 2, width, metrics.height() + 2)
    _clear_labels(painter, layout, box, colours)
    painter.drawRect(box)
    painter.setPen(colours.base)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), day)


def _clear_labels(painter: QPainter, layout: PlotLayout, box: QRectF, colours: PlotColours) -> None:
    """Labels of the axis that the day would cut: half a word is none."""
    metrics = QFontMetricsF(painter.font())
    for tick in layout.day_ticks:
        half = metrics.horizontalAdvance(tick.label) / 2 + 1
        label = QRectF(tick.px - half, box.top() + 2, 2 * half, box.height())
        if label.intersects(box):
            painter.fillRect(label, colours.base)


def _paint_ring(painter: QPainter, hit: Hit, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(hit.dot.x, hit.dot.y), _RING_PX, _RING_PX)
