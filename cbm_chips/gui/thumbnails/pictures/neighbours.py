"""The outlines around the place, thin, with what grows there where it fits."""

from __future__ import annotations

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPixmapCache,
    QTransform,
)

from ....bridge.tasks.pictures import NeighbourOutline, Neighbours

LARGEST_KEPT_PX = 400
"""Drawn once for all pictures of a size; larger ones are few."""
_HALO, _LINE, _TEXT = QColor(0, 0, 0, 110), QColor(255, 255, 255, 190), QColor(255, 255, 255)
_TEXT_HALO = QColor(0, 0, 0, 200)
_SMALLER, _LEAST_POINTS = 0.85, 7.0
_MARGIN_PX = 2.0
_THINNEST = 0.5
"""Of the lines' width, in small pictures."""


def draw_neighbours(painter: QPainter, neighbours: Neighbours, where: QRectF) -> None:
    """Draw them over a picture, in the painter's font."""
    if not neighbours.outlines:
        return
    if where.width() > LARGEST_KEPT_PX:
        _draw(painter, neighbours, where)
    else:
        painter.drawPixmap(where.topLeft(), _kept(painter, neighbours, where))


def _kept(painter: QPainter, neighbours: Neighbours, where: QRectF) -> QPixmap:
    ratio, font = painter.device().devicePixelRatioF(), painter.font()
    key = f"cbm_chips/{neighbours.key}/{where.width()}x{where.height()}@{ratio}/{font.key()}"
    pixmap = QPixmapCache.find(key)
    if pixmap is None:
        pixmap = QPixmap((where.size() * ratio).toSize())
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        inner = QPainter(pixmap)
        inner.setFont(font)
        _draw(inner, neighbours, QRectF(QPointF(), where.size()))
        inner.end()
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(painter: QPainter, neighbours: Neighbours, where: QRectF) -> None:
    to_picture = QTransform(where.width(), 0, 0, where.height(), where.left(), where.top())
    lines = QPainterPath()
    for outline in neighbours.outlines:
        for ring in outline.rings:
            lines.addPolygon(to_picture.map(ring))
            lines.closeSubpath()
    painter.save()
    painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(1.0, max(_THINNEST, where.width() / LARGEST_KEPT_PX))
    for colour, width in ((_HALO, 2.2), (_LINE, 1.0)):
        painter.strokePath(lines, QPen(colour, scale * width))
    texts = _texts(neighbours, to_picture, _small(painter.font()))
    painter.strokePath(texts, QPen(_TEXT_HALO, 2.4))
    painter.fillPath(texts, _TEXT)
    painter.restore()


def _texts(neighbours: Neighbours, to_picture: QTransform, font: QFont) -> QPainterPath:
    texts, metrics = QPainterPath(), QFontMetricsF(font)
    for outline in neighbours.outlines:
        room = to_picture.mapRect(outline.room)
        words = _fitting(outline, room, metrics)
        if words:
            left = room.center().x() - metrics.horizontalAdvance(words) / 2
            baseline = room.center().y() + (metrics.ascent() - metrics.descent()) / 2
            texts.addText(QPointF(left, baseline), font, words)
    return texts


def _fitting(outline: NeighbourOutline, room: QRectF, metrics: QFontMetricsF) -> str:
    """All words, else those before the first comma, else none."""
    if metrics.height() > room.height():
        return ""
    wide = room.width() - 2 * _MARGIN_PX
    some = (outline.words, outline.words.partition(",")[0])
    return next((words for words in some if metrics.horizontalAdvance(words) <= wide), "")


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(max(_SMALLER * font.pointSizeF(), _LEAST_POINTS))
    return small
