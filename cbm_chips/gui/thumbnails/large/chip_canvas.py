"""One chip as large as there is room: its picture, its outline, the mouse."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from qgis.PyQt.QtWidgets import QWidget

from ....bridge.tasks.pictures import Overlay
from ....bridge.texts.translation import tr
from ..grid.section_gestures import zoom_by_wheel
from ..pictures.painting import draw_image, draw_overlay, faint, muted
from ..pictures.viewpoint import SeenSection, Viewpoint

_HALO, _LINE = QColor(0, 0, 0, 170), QColor(255, 255, 255)
_GAP_PX = 6
"""Around the pixel that the crosshair is about: it is not covered."""


@dataclass(frozen=True, eq=False)
class CanvasContent:
    """What a canvas shows.

    Attributes:
        image: of the whole chip; None where there is none.
        overlay: drawn over it.
        why_none: why there is no image.
    """

    image: QImage | None
    overlay: Overlay
    why_none: str = ""


class ChipCanvas(QWidget):
    """Shows the section; zooms and drags it."""

    hovered = pyqtSignal(object)
    """QPointF, the spot under the mouse in fractions of the chip, or None beside it."""

    def __init__(
        self, like: QWidget, section: SeenSection, content: Callable[[], CanvasContent | None]
    ) -> None:
        """`like` has the colours of text; `content` is asked whenever it is painted."""
        super().__init__()
        self._like, self._section, self._content = like, section, content
        self._dragged_from: QPoint | None = None
        self._crosshair: QPointF | None = None
        section.changed.connect(self.update)
        self.setMouseTracking(True)
        self.setMinimumSize(64, 64)

    @property
    def viewpoint(self) -> Viewpoint:
        """What is seen, in this room."""
        return self._section.viewpoint.within(self.room)

    @property
    def room(self) -> QRectF:
        """Where the chip may be."""
        return QRectF(self.rect())

    def point_at(self, spot: QPointF | None) -> None:
        """Draw a crosshair at a spot of the chip, in fractions of it, or none."""
        if spot != self._crosshair:
            self._crosshair = spot
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        content = self._content()
        if content is None:
            return
        painter = QPainter(self)
        area = self.viewpoint.area(self.room)
        if content.image is None:
            self._say_why(painter, content.why_none)
        else:
            draw_image(painter, content.image, area)
            painter.setPen(faint(self._like.palette()))  # white clouds end somewhere, too
            painter.drawRect(area)
        draw_overlay(painter, content.overlay, area)
        if self._crosshair is not None:
            self._draw_crosshair(painter, self._crosshair, area)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        zoom_by_wheel(event, self._section, self.room, QPointF(event.position()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragged_from = event.pos()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        keys = self.focusProxy()
        if keys is not None:
            keys.setFocus()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._dragged_from = None
        self.unsetCursor()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged_from is not None:
            by = QPointF(event.pos() - self._dragged_from)
            self._dragged_from = event.pos()
            self._section.drag(by, self.room)
        spot = self.viewpoint.spot_at(QPointF(event.pos()), self.room)
        is_on = 0 <= spot.x() < 1 and 0 <= spot.y() < 1
        self.hovered.emit(spot if is_on else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._section.fit()

    def leaveEvent(self, event: QEvent) -> None:
        self.hovered.emit(None)

    def _draw_crosshair(self, painter: QPainter, spot: QPointF, area: QRectF) -> None:
        at = QPointF(area.left() + spot.x() * area.width(), area.top() + spot.y() * area.height())
        room, gap = self.room & area, _GAP_PX
        for colour, width in ((_HALO, 3.0), (_LINE, 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawLine(QPointF(room.left(), at.y()), at - QPointF(gap, 0))
            painter.drawLine(at + QPointF(gap, 0), QPointF(room.right(), at.y()))
            painter.drawLine(QPointF(at.x(), room.top()), at - QPointF(0, gap))
            painter.drawLine(at + QPointF(0, gap), QPointF(at.x(), room.bottom()))

    def _say_why(self, painter: QPainter, why: str) -> None:
        painter.setPen(muted(self._like.palette()))
        words = why or tr("The picture is on its way.")
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
        painter.drawText(self.rect().adjusted(16, 16, -16, -16), flags, words)
