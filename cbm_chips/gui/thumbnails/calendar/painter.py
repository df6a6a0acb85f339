"""Paints a date in the calendar: picture, class bar, day, status, index."""

from __future__ import annotations

from collections.abc import Mapping

from qgis.PyQt.QtCore import QLocale, QRect, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen

from ....core.sentinel2.scl import NO_DATA_CODE, SCL_CLASSES
from ...widgets.contrast import readable
from ..pictures.badges import draw_mark, draw_tick
from ..pictures.layout import bold_of, small_of, symbol_width
from ..pictures.painting import (
    colour_of,
    draw_section,
    draw_section_overlay,
    draw_symbol,
    faint,
    muted,
)
from ..pictures.texts import status_of
from ..pictures.thumbnail_cache import ThumbnailContent
from .layout import CalendarShape

_LEAST_MARK_PX = 14
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def draw_date(
    painter: QPainter,
    content: ThumbnailContent,
    cell: QRect,
    shape: CalendarShape,
    palette: QPalette,
) -> None:
    """All of a date but its index, frame and tick."""
    picture = shape.picture(cell)
    if content.image is not None:
        draw_section(painter, content.image, picture, content.viewpoint)
        draw_section_overlay(painter, content.overlay, picture, content.viewpoint)
    else:
        painter.setPen(QPen(faint(palette), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(picture).adjusted(0.5, 0.5, -0.5, -0.5))
    if content.mark:
        edge = max(_LEAST_MARK_PX, picture.width() // 3)
        draw_mark(painter, content.mark, QRectF(picture.left() + 2, picture.top() + 2, edge, edge))
    draw_class_bar(painter, content.entry.histogram, shape.bar(cell), palette)
    _draw_day(painter, content, shape.day(cell), palette)


def draw_class_bar(
    painter: QPainter, histogram: Mapping[int, int] | None, where: QRect, palette: QPalette
) -> None:
    """The share of each class, in ESA's colours and the order of their codes."""
    total = sum((histogram or {}).values())
    left = float(where.left())
    for code, pixels in sorted((histogram or {}).items()):
        width = where.width() * pixels / total
        known = NO_DATA_CODE <= code < len(SCL_CLASSES)
        painter.fillRect(
            QRectF(left, where.top(), width, where.height()),
            QColor(SCL_CLASSES[code if known else NO_DATA_CODE].color),
        )
        left += width
    painter.setPen(QPen(faint(palette), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(where).adjusted(0.5, 0.5, -0.5, -0.5))


def _draw_day(
    painter: QPainter, content: ThumbnailContent, where: QRect, palette: QPalette
) -> None:
    status = status_of(content.entry)
    painter.setFont(bold_of(painter.font()))
    size = 0.7 * painter.fontMetrics().ascent()
    middle = where.top() + (where.height() - size) / 2
    symbol = QRectF(where.left(), middle, size, size)
    draw_symbol(painter, status, symbol, colour_of(status, palette))
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    beside = where.adjusted(symbol_width(painter.fontMetrics()), 0, 0, 0)
    painter.drawText(beside, _LEFT, str(content.entry.scene.acquired.day))


def draw_index(painter: QPainter, mean: float, where: QRect, palette: QPalette) -> None:
    """The mean of the index over the clear pixels."""
    painter.setFont(small_of(painter.font()))
    painter.setPen(muted(palette))
    painter.drawText(where, _LEFT, QLocale().toString(mean, "f", 2))


def draw_frame(painter: QPainter, cell: QRect, palette: QPalette, *, has_focus: bool) -> None:
    """Around the current date."""
    base = palette.color(QPalette.ColorRole.Base)
    colour = readable(palette.color(QPalette.ColorRole.Highlight), base)
    pen = QPen(colour, 2.5 if has_focus else 1.5)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(cell).adjusted(1.5, 1.5, -1.5, -1.5))


def draw_ticked(painter: QPainter, cell: QRect, shape: CalendarShape) -> None:
    """The date is ticked."""
    picture = shape.picture(cell)
    size = min(24, max(16, shape.edge // 3))
    draw_tick(painter, QRect(picture.right() - size + 1, picture.top(), size, size))
