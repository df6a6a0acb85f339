"""Paints a `PlotLayout`; nothing is computed here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QLineF, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from ...core.series.plot.overlays import IntervalForm
from ...core.series.plot.placed import Box, PlacedInterval, PlacedSeries, PlotLayout, ValueAxis
from .colours import PlotColours, faded
from .legend import BASIS_LINES, paint_legend
from .markers import Markers

_TICK_PX = 4.0
_QUARTERS_SHARE, _WINDOW_SHARE, _BAND_SHARE = 0.18, 0.12, 0.22
_LONE_SHARE = 0.5
_DENSE = 150
"""From so many dates on lines are as thin as the screen can: Qt paints such fast."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class PlotStyle:
    """How a layout is painted."""

    colours: PlotColours
    markers: Markers
    has_quarters: bool = True
    has_line: bool = True
    """Without it where a smoothed curve is shown instead."""


def paint_plot(painter: QPainter, layout: PlotLayout, style: PlotStyle) -> None:
    """All of it, but for the current date."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, layout.width, layout.height), style.colours.base)
    _paint_axes(painter, layout, style.colours)
    painter.save()
    painter.setClipRect(rect_of(layout.frame).adjusted(-1, -1, 1, 1))
    _paint_behind(painter, layout, style.colours)
    for placed in layout.series:
        _paint_line(painter, placed, style)
    _paint_curves(painter, layout, style.colours)
    _paint_marks(painter, layout, style.colours)
    for placed in layout.series:
        _paint_dots(painter, placed, style)
    painter.restore()
    for interval in layout.intervals:
        _paint_interval(painter, interval, style.colours)
    paint_legend(painter, layout.legend, style.colours, style.markers)


def rect_of(box: Box) -> QRectF:
    """For Qt."""
    return QRectF(box.left, box.top, box.width, box.height)


def _paint_axes(painter: QPainter, layout: PlotLayout, colours: PlotColours) -> None:
    frame, line_px = layout.frame, QFontMetricsF(painter.font()).height()
    for axis in layout.axes:
        _paint_value_axis(painter, layout, axis, colours)
    painter.setPen(QPen(colours.grid, 1))
    for tick in layout.day_ticks:
        painter.drawLine(QLineF(tick.px, frame.top, tick.px, frame.bottom + _TICK_PX))
    painter.drawRect(rect_of(frame))
    painter.setPen(colours.text)
    top, wide = frame.bottom + _TICK_PX, 100 * line_px
    for tick in layout.day_ticks:
        width = QFontMetricsF(painter.font()).horizontalAdvance(tick.label)
        left = min(max(tick.px - width / 2, 0.0), max(layout.width - width, 0.0))
        painter.drawText(QRectF(left, top, wide, line_px), _LEFT, tick.label)


def _paint_value_axis(
    painter: QPainter, layout: PlotLayout, axis: ValueAxis, colours: PlotColours
) -> None:
    frame, metrics = layout.frame, QFontMetricsF(painter.font())
    line_px, gap = metrics.height(), 0.3 * metrics.height()
    if not axis.is_right:
        painter.setPen(QPen(colours.grid, 1))
        for tick in axis.ticks:
            painter.drawLine(QLineF(frame.left, tick.px, frame.right, tick.px))
    painter.setPen(colours.text)
    for tick in axis.ticks:
        top = tick.px - line_px / 2
        beside = QRectF(0, top, frame.left - gap, line_px)
        if axis.is_right:
            beside = QRectF(frame.right + gap, top, layout.width - frame.right, line_px)
        painter.drawText(beside, _LEFT if axis.is_right else _RIGHT, tick.label)
    top = _title_top(layout, line_px)
    half = layout.width / len(layout.axes)
    title = metrics.elidedText(axis.title, Qt.TextElideMode.ElideRight, half - 2 * gap)
    left = layout.width - half if axis.is_right else gap
    room = QRectF(left, top, half - gap, line_px)
    painter.drawText(room, _RIGHT if axis.is_right else _LEFT, title)


def _title_top(layout: PlotLayout, line_px: float) -> float:
    """Below the legend."""
    legend = max((item.box.bottom for item in layout.legend), default=0.0)
    return legend + 0.1 * line_px


def _paint_behind(painter: QPainter, layout: PlotLayout, colours: PlotColours) -> None:
    """Windows and bands."""
    for window in layout.windows:
        painter.fillRect(rect_of(window.box), faded(colours.accent, _WINDOW_SHARE))
        painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DashLine))
        for x in (window.box.left, window.box.right):
            painter.drawLine(QLineF(x, window.box.top, x, window.box.bottom))
        painter.drawText(rect_of(window.box).adjusted(3, 1, -3, 0), _top_left(), window.label)
    for band in layout.bands:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(faded(colours.muted, _BAND_SHARE)))
        for part in band.parts:
            _fill_between(painter, part)
        painter.setPen(QPen(colours.muted, 1, Qt.PenStyle.DotLine))
        for middle in band.middles:
            painter.drawPolyline(QPolygonF([QPointF(*one) for one in middle]))


def _top_left() -> int:
    return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


def _fill_between(painter: QPainter, part: Iterable[tuple[float, float, float]]) -> None:
    some = list(part)
    ends = [QPointF(x, low) for x, low, _ in some]
    ends += [QPointF(x, high) for x, _, high in reversed(some)]
    painter.drawPolygon(QPolygonF(ends))


def _paint_line(painter: QPainter, placed: PlacedSeries, style: PlotStyle) -> None:
    """The quarters, then the means, of each piece."""
    is_dense = len(placed.dots) > _DENSE
    if style.has_quarters:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not is_dense)
        _paint_quarters(painter, placed, style.colours.of_style(placed.style))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if not style.has_line:
        return
    pen = style.colours.pen(placed.style)
    if is_dense:
        pen.setWidthF(1.0)
        pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dots = placed.dots
    for piece in placed.pieces:
        painter.drawPolyline(QPolygonF([QPointF(dots[n].x, dots[n].y) for n in piece]))


def _paint_quarters(painter: QPainter, placed: PlacedSeries, colour: QColor) -> None:
    """As a band along the line; of dates beside it as an upright line."""
    dots, joined = placed.dots, [piece for piece in placed.pieces if len(piece) > 1]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(faded(colour, _QUARTERS_SHARE)))
    for piece in joined:
        _fill_between(painter, [(dots[n].x, dots[n].low_y, dots[n].high_y) for n in piece])
    in_band = {n for piece in joined for n in piece}
    lone = [dot for dot in dots if dot.has_value and dot.number not in in_band]
    painter.setPen(QPen(faded(colour, _LONE_SHARE), 1))
    painter.drawLines([QLineF(dot.x, dot.low_y, dot.x, dot.high_y) for dot in lone])


def _paint_curves(painter: QPainter, layout: PlotLayout, colours: PlotColours) -> None:
    for curve in layout.curves:
        for basis, points in curve.parts:
            pen_style, width = BASIS_LINES[basis]
            painter.setPen(QPen(colours.of_style(curve.style), width, pen_style))
            painter.drawPolyline(QPolygonF([QPointF(*one) for one in points]))


def _paint_marks(painter: QPainter, layout: PlotLayout, colours: PlotColours) -> None:
    painter.setPen(QPen(colours.text, 1, Qt.PenStyle.DashDotLine))
    for mark in layout.marks:
        painter.drawLine(QLineF(mark.px, layout.frame.top, mark.px, layout.frame.bottom))
        beside = QRectF(mark.px + 3, layout.frame.top + 1, layout.width, layout.height)
        painter.drawText(beside, _top_left(), mark.label)


def _paint_dots(painter: QPainter, placed: PlacedSeries, style: PlotStyle) -> None:
    marks = ((dot.state, dot.x, dot.y) for dot in placed.dots)
    style.markers.draw_all(painter, marks, style.colours.of_style(placed.style))


def _paint_interval(painter: QPainter, placed: PlacedInterval, colours: PlotColours) -> None:
    box, form = rect_of(placed.box), placed.interval.form
    painter.setPen(QPen(colours.muted, 1))
    painter.setBrush(_fill_of(form, colours))
    painter.drawRect(box)
    metrics = QFontMetricsF(painter.font())
    room = box.width() - 4
    label = metrics.elidedText(placed.interval.label, Qt.TextElideMode.ElideRight, room)
    painter.setPen(colours.text)
    if form is IntervalForm.HATCHED:  # words on lines can't be read
        words = QRectF(box.left(), box.top(), metrics.horizontalAdvance(label) + 6, box.height())
        painter.fillRect(words.intersected(box).adjusted(1, 1, -1, -1), colours.base)
    painter.drawText(box.adjusted(3, 0, -1, 0), _LEFT, label)


def _fill_of(form: IntervalForm, colours: PlotColours) -> QBrush:
    if form is IntervalForm.HATCHED:
        return QBrush(QColor(colours.muted), Qt.BrushStyle.BDiagPattern)
    return QBrush(faded(colours.muted, 0.35)) if form is IntervalForm.FULL else QBrush(colours.base)
