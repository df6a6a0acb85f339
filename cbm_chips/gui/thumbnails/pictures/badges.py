"""What is drawn onto a picture's corners: ticks, marks, warnings."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRect, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPalette, QPen

from .layout import bold_of
from .painting import colour_of
from .texts import DateStatus

_MARK = QColor("#5b2a86")


def draw_warning(painter: QPainter, where: QRectF, palette: QPalette) -> None:
    """Something lacks."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(palette.color(QPalette.ColorRole.Base))
    painter.setPen(QPen(colour_of(DateStatus.FAILED, palette), 1.2))
    painter.drawEllipse(where)
    painter.setFont(bold_of(painter.font()))
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, "!")
    painter.restore()


def draw_mark(painter: QPainter, number: int, where: QRectF) -> None:
    """The number of a date in a comparison, on any picture and in any theme."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(255, 255, 255), 1.6))
    painter.setBrush(_MARK)
    painter.drawRoundedRect(where, 4, 4)
    font = bold_of(painter.font())
    font.setPixelSize(max(9, round(0.72 * where.height())))
    painter.setFont(font)
    painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(number))
    painter.restore()


def draw_tick(painter: QPainter, where: QRect) -> None:
    """A ticked box, two-toned like the outline."""
    painter.save()
    box = _draw_box(painter, where, whiteness=240)
    size = box.width()
    pen = QPen(QColor("#003f66"), max(2.0, size / 7))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    at = [(0.22, 0.52), (0.43, 0.73), (0.79, 0.28)]
    painter.drawPolyline([box.topLeft() + QPointF(x * size, y * size) for x, y in at])
    painter.restore()


def draw_empty_tick(painter: QPainter, where: QRect) -> None:
    """A box to be ticked, under the mouse."""
    painter.save()
    _draw_box(painter, where, whiteness=120)
    painter.restore()


def _draw_box(painter: QPainter, where: QRect, *, whiteness: int) -> QRectF:
    """`whiteness` is the alpha of the box's white, 0..255."""
    size = min(where.width(), where.height()) * 0.62
    box = QRectF(0, 0, size, size)
    box.moveCenter(QRectF(where).center())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 170), 1))
    painter.setBrush(QColor(255, 255, 255, whiteness))
    painter.drawRoundedRect(box, 3, 3)
    return box
