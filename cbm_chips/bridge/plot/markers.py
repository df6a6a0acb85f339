"""A form for each state of a date, drawn sharp, or stamped where there are many."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from ...core.series.values import PointState

_LINE_SHARE = 0.36
"""Of a marker's radius: the width of its line."""
_QUARTERS = 16
"""Qt's unit of angles: sixteenths of a degree."""

_Draw = Callable[[QPainter, QPointF, float], None]


class Markers:
    """Draws the markers of one plot.

    On a screen each form is drawn once for its colour and then stamped, so that a thousand dates
    cost little. Files get every form as such.
    """

    def __init__(self, radius_px: float, base: QColor, *, stamps: bool, ratio: float = 1.0) -> None:
        """`base` fills hollow forms; `ratio` is the screen's, of its pixels to Qt's."""
        self.radius_px = radius_px
        self._base, self._uses_stamps, self._ratio = base, stamps, ratio
        self._edge_px = int(2 * ratio * (1.5 * radius_px + 1)) + 1
        self._half_px = self._edge_px / ratio / 2
        self._stamps: dict[tuple[PointState, int], QPixmap] = {}

    def draw(
        self, painter: QPainter, state: PointState, where: tuple[float, float], colour: QColor
    ) -> None:
        """A marker with its centre at `where`."""
        self.draw_all(painter, [(state, *where)], colour)

    def draw_all(
        self, painter: QPainter, marks: Iterable[tuple[PointState, float, float]], colour: QColor
    ) -> None:
        """Markers of one colour: state, x and y of their centres."""
        if not self._uses_stamps:
            for state, x, y in marks:
                draw_marker(painter, state, QPointF(x, y), (self.radius_px, colour, self._base))
            return
        stamps = {state: self._stamp_of(state, colour) for state in PointState}
        draw, half = painter.drawPixmap, self._half_px
        for state, x, y in marks:
            draw(QPointF(x - half, y - half), stamps[state])

    def _stamp_of(self, state: PointState, colour: QColor) -> QPixmap:
        """Drawn once."""
        key = (state, colour.rgb())
        if key not in self._stamps:
            self._stamps[key] = self._stamp(state, colour)
        return self._stamps[key]

    def _stamp(self, state: PointState, colour: QColor) -> QPixmap:
        stamp = QPixmap(self._edge_px, self._edge_px)
        stamp.setDevicePixelRatio(self._ratio)
        stamp.fill(Qt.GlobalColor.transparent)
        painter = QPainter(stamp)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        centre = QPointF(self._half_px, self._half_px)
        draw_marker(painter, state, centre, (self.radius_px, colour, self._base))
        painter.end()
        return stamp


def draw_marker(
    painter: QPainter, state: PointState, where: QPointF, style: tuple[float, QColor, QColor]
) -> None:
    """Draw a marker: `style` is its radius, its colour, and what fills a hollow one."""
    radius, colour, base = style
    painter.save()
    line = QPen(colour, max(1.0, _LINE_SHARE * radius))
    line.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(line)
    is_full = state in (PointState.CLEAR, PointState.SUSPECT, PointState.NOT_JUDGED)
    painter.setBrush(QBrush(colour if is_full else base))
    _FORMS[state](painter, where, radius)
    painter.restore()


def _circle(painter: QPainter, where: QPointF, radius: float) -> None:
    painter.drawEllipse(where, radius, radius)


def _half(painter: QPainter, where: QPointF, radius: float) -> None:
    _circle(painter, where, radius)
    painter.setBrush(QBrush(painter.pen().color()))
    square = QRectF(where.x() - radius, where.y() - radius, 2 * radius, 2 * radius)
    painter.drawPie(square, 90 * _QUARTERS, 180 * _QUARTERS)


def _triangle(painter: QPainter, where: QPointF, radius: float) -> None:
    """It points down, as the value does."""
    x, y, r = where.x(), where.y(), 1.3 * radius
    corners = [QPointF(x - r, y - 0.8 * r), QPointF(x + r, y - 0.8 * r), QPointF(x, y + r)]
    painter.drawPolygon(QPolygonF(corners))


def _diamond(painter: QPainter, where: QPointF, radius: float) -> None:
    """Hollow, with a dot in it."""
    x, y, r = where.x(), where.y(), 1.35 * radius
    corners = [QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(QBrush(painter.pen().color()))
    painter.drawEllipse(where, 0.15 * radius, 0.15 * radius)


def _square(painter: QPainter, where: QPointF, radius: float) -> None:
    r = 0.85 * radius
    painter.drawRect(QRectF(where.x() - r, where.y() - r, 2 * r, 2 * r))


def _cross(painter: QPainter, where: QPointF, radius: float) -> None:
    x, y, r = where.x(), where.y(), 0.8 * radius
    painter.drawLine(QPointF(x - r, y - r), QPointF(x + r, y + r))
    painter.drawLine(QPointF(x - r, y + r), QPointF(x + r, y - r))


_FORMS: dict[PointState, _Draw] = {
    PointState.CLEAR: _circle,
    PointState.PARTLY: _half,
    PointState.CLOUDY: _circle,
    PointState.SUSPECT: _triangle,
    PointState.DOUBTFUL: _diamond,
    PointState.NOT_JUDGED: _square,
    PointState.NOT_READ: _cross,
}
