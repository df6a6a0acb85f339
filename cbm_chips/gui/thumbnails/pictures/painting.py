"""How pictures, outlines and symbols are drawn: sharp at any scale, legible on any background."""

from __future__ import annotations

import math
from collections.abc import Callable

from qgis.PyQt.QtCore import QPointF, QRect, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QBrush,
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
    QTransform,
)
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.tasks.pictures import Overlay
from ...widgets.contrast import readable
from .neighbours import draw_neighbours
from .texts import DateStatus
from .viewpoint import Viewpoint

_HALO, _LINE = QColor(0, 0, 0, 190), QColor(255, 236, 160)
_COPY_PX = 512
_ROUGH_FROM = 3
"""So many screen pixels per chip pixel: whether one of them more or less is not seen."""

_COLOURS: dict[DateStatus, tuple[str, str]] = {
    DateStatus.CLEAR: ("#005a8c", "#6cbcf7"),
    DateStatus.DOUBTFUL: ("#6b3fa0", "#c9a6ff"),
    DateStatus.PARTLY: ("#7a5200", "#e9bd6b"),
    DateStatus.CLOUDY: ("#a83a08", "#ff9f78"),
    DateStatus.FAILED: ("#8e1f4b", "#ff8fb5"),
}
"""On light and on dark background; all eyes can tell blue from orange."""


def colour_of(status: DateStatus, palette: QPalette) -> QColor:
    """A status's colour on this palette's background; muted where it needs no attention."""
    if status in _COLOURS:
        colour = QColor(_COLOURS[status][is_dark(palette)])
        return readable(colour, palette.color(QPalette.ColorRole.Base))
    return muted(palette)


def fill_like(widget: QWidget, like: QWidget) -> None:
    """Paint a widget's background as that of a list, for texts in the list's colours."""
    painter = QPainter(widget)
    painter.fillRect(widget.rect(), like.palette().color(QPalette.ColorRole.Base))
    painter.end()


def link_colour(palette: QPalette) -> QColor:
    """Not the palette's own, which is often dark blue even on a dark background."""
    return colour_of(DateStatus.CLEAR, palette)


def is_dark(palette: QPalette) -> bool:
    """Light text on a dark background."""
    return palette.color(QPalette.ColorRole.Base).lightness() < 128


def muted(palette: QPalette) -> QColor:
    """Text that steps back and can still be read."""
    return readable(_mixed(palette, 0.75), palette.color(QPalette.ColorRole.Base))


def faint(palette: QPalette) -> QColor:
    """Lines and backgrounds of boxes."""
    return _mixed(palette, 0.3)


def _mixed(palette: QPalette, share: float) -> QColor:
    text, base = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
    mix = [round(share * a + (1 - share) * b) for a, b in zip(text.getRgb()[:3], base.getRgb()[:3])]
    return QColor(*mix)


def scaled(image: QImage, size: QSize, ratio: float) -> QPixmap:
    """`image` in `size` logical pixels on a screen of this ratio; every chip pixel stays square.

    Enlarging repeats pixels and only then evens out the fraction that is left.
    """
    wanted = QSize(round(size.width() * ratio), round(size.height() * ratio))
    pixmap = QPixmap.fromImage(_resized(image, wanted))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _resized(image: QImage, wanted: QSize) -> QImage:
    times = math.ceil(max(wanted.width() / image.width(), wanted.height() / image.height()))
    if times > 1:
        image = image.scaled(
            image.size() * times,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.FastTransformation,
        )
    if image.size() == wanted:
        return image
    return _evened(image, wanted)


def _evened(image: QImage, wanted: QSize) -> QImage:
    """Smoothly scaled, by painting.

    Qt's own smooth scaling works in the threads of QGIS's tasks and waits for them with Python's
    lock held: where all of them run Python, nothing goes on ever again.
    """
    result = QImage(wanted, image.format())
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(result.rect(), image)
    painter.end()
    return result


def draw_picture(painter: QPainter, image: QImage, where: QRect) -> None:
    """A chip's picture in a square of the list; large ones without what takes long."""
    ratio = painter.device().devicePixelRatioF()
    if where.width() * ratio >= _ROUGH_FROM * image.width():
        draw_image(painter, image, QRectF(where))
    else:
        painter.drawPixmap(where.topLeft(), scaled(image, where.size(), ratio))


def draw_section(painter: QPainter, image: QImage, where: QRect, viewpoint: Viewpoint) -> None:
    """The part of a chip's picture that is looked at, in a square of the list."""
    if viewpoint.zoom <= 1.0:
        draw_picture(painter, image, where)
        return
    room = QRectF(where)
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    draw_image(painter, image, viewpoint.within(room).area(room))
    painter.restore()


def draw_section_overlay(
    painter: QPainter, overlay: Overlay, where: QRect, viewpoint: Viewpoint
) -> None:
    """What is drawn over it, nothing of it beside the square."""
    room = QRectF(where)
    painter.save()
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    draw_overlay(painter, overlay, viewpoint.within(room).area(room))
    painter.restore()


def draw_image(painter: QPainter, image: QImage, where: QRectF) -> None:
    """Any part of `where` may lie beyond the device; chip pixels have sharp edges if enlarged."""
    ratio = painter.device().devicePixelRatioF()
    is_reduced = where.width() * ratio < image.width()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, is_reduced)
    painter.drawImage(where, image, QRectF(image.rect()))
    painter.restore()


def draw_overlay(painter: QPainter, overlay: Overlay, where: QRectF) -> None:
    """Outline or cross, in two tones, seen on dark and on bright pictures; neighbours below it."""
    draw_neighbours(painter, overlay.neighbours, where)
    to_picture = QTransform(where.width(), 0, 0, where.height(), where.left(), where.top())
    path = QPainterPath()
    for ring in overlay.rings:
        path.addPolygon(to_picture.map(ring))
        path.closeSubpath()
    if overlay.point is not None:
        _add_cross(path, to_picture.map(overlay.point), arm=max(5.0, min(where.width() / 16, 24.0)))
    painter.save()
    painter.setClipRect(where, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width in ((_HALO, 3.2), (_LINE, 1.3)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.restore()


def _add_cross(path: QPainterPath, centre: QPointF, *, arm: float) -> None:
    gap = arm / 3
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        path.moveTo(centre + QPointF(dx * gap, dy * gap))
        path.lineTo(centre + QPointF(dx * arm, dy * arm))


def framed(image: QImage, overlay: Overlay) -> QImage:
    """A picture to copy or save: whole multiples of the chip's pixels, with the outline."""
    times = max(1, math.ceil(_COPY_PX / max(image.width(), 1)))
    picture = _resized(image, image.size() * times)
    picture = picture.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(picture)
    draw_overlay(painter, overlay, QRectF(picture.rect()))
    painter.end()
    return picture


def draw_symbol(painter: QPainter, status: DateStatus, where: QRectF, colour: QColor) -> None:
    """A shape for each status, so that none differs by colour alone."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.4, where.width() / 7), cap=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = where.width() / 10
    _SHAPES[status](painter, where.adjusted(inset, inset, -inset, -inset))
    painter.restore()


def _filled(painter: QPainter, where: QRectF) -> None:
    painter.setBrush(QBrush(painter.pen().color()))
    painter.drawEllipse(where)


def _half(painter: QPainter, where: QRectF) -> None:
    painter.drawEllipse(where)
    painter.setBrush(QBrush(painter.pen().color()))
    painter.drawPie(where, 90 * 16, 180 * 16)


def _ring(painter: QPainter, where: QRectF) -> None:
    painter.drawEllipse(where)


def _square(painter: QPainter, where: QRectF) -> None:
    painter.drawRect(where)


def _cross(painter: QPainter, where: QRectF) -> None:
    painter.drawLine(where.topLeft(), where.bottomRight())
    painter.drawLine(where.topRight(), where.bottomLeft())


def _dash(painter: QPainter, where: QRectF) -> None:
    middle = where.center().y()
    painter.drawLine(QPointF(where.left(), middle), QPointF(where.right(), middle))


def _pair(painter: QPainter, where: QRectF) -> None:
    third = where.width() / 3
    painter.drawRect(where.adjusted(0, third, -third, 0))
    painter.drawPolyline(
        [
            where.topLeft() + QPointF(third, 0),
            where.topRight(),
            where.bottomRight() - QPointF(0, third),
        ]
    )


def _dots(painter: QPainter, where: QRectF) -> None:
    middle = where.center()
    for step in (-1, 0, 1):
        painter.drawPoint(middle + QPointF(step * where.width() / 2.4, 0))


def _diamond(painter: QPainter, where: QRectF) -> None:
    middle = where.center()
    painter.drawPolygon(
        [
            QPointF(middle.x(), where.top()),
            QPointF(where.right(), middle.y()),
            QPointF(middle.x(), where.bottom()),
            QPointF(where.left(), middle.y()),
        ]
    )


def _filled_diamond(painter: QPainter, where: QRectF) -> None:
    painter.setBrush(QBrush(painter.pen().color()))
    _diamond(painter, where)


_SHAPES: dict[DateStatus, Callable[[QPainter, QRectF], None]] = {
    DateStatus.CLEAR: _filled,
    DateStatus.DOUBTFUL: _filled_diamond,
    DateStatus.PARTLY: _half,
    DateStatus.CLOUDY: _ring,
    DateStatus.NO_DATA: _square,
    DateStatus.NOT_JUDGED: _diamond,
    DateStatus.WAITING: _dots,
    DateStatus.STOPPED: _square,
    DateStatus.FAILED: _cross,
    DateStatus.UNUSABLE: _cross,
    DateStatus.EXCLUDED: _dash,
    DateStatus.DUPLICATE: _pair,
}
