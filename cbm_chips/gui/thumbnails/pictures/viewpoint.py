"""Which part of a chip is seen, and how large; geometry only."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QObject, QPointF, QRectF, pyqtSignal

MOST_ZOOM = 32.0
STEP = 1.25
"""Of the zoom, for a notch of the wheel or a key."""


@dataclass(frozen=True)
class Viewpoint:
    """Holds for chips of any number of pixels, so that another date or look is seen alike.

    Attributes:
        zoom: 1 shows the whole chip, as large as the room allows.
        x, y: the spot in the middle of the room, in fractions of the chip's width and height.
    """

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    def area(self, room: QRectF) -> QRectF:
        """Where the whole square chip lies, be it beyond the room."""
        edge = self._edge(room)
        middle = room.center()
        return QRectF(middle.x() - self.x * edge, middle.y() - self.y * edge, edge, edge)

    def spot_at(self, point: QPointF, room: QRectF) -> QPointF:
        """The fractions of the chip under a point; beyond 0..1 where there is no chip."""
        area = self.area(room)
        edge = max(area.width(), 1.0)
        return QPointF((point.x() - area.left()) / edge, (point.y() - area.top()) / edge)

    def zoomed(self, factor: float, *, at: QPointF, room: QRectF) -> Viewpoint:
        """Larger or smaller; the spot under `at` stays there as far as the chip's edges allow."""
        spot = self.spot_at(at, room)
        zoom = max(1.0, min(self.zoom * factor, MOST_ZOOM))
        edge = Viewpoint(zoom)._edge(room)
        off = at - room.center()
        return Viewpoint(zoom, spot.x() - off.x() / edge, spot.y() - off.y() / edge).within(room)

    def moved(self, by: QPointF, room: QRectF) -> Viewpoint:
        """The chip dragged by so many pixels."""
        edge = self._edge(room)
        there = Viewpoint(self.zoom, self.x - by.x() / edge, self.y - by.y() / edge)
        return there.within(room)

    def shifted_to(self, spot: QPointF, room: QRectF) -> Viewpoint:
        """Moved just so far that a spot of the chip, in fractions of it, is seen."""
        area = self.area(room)
        x, y = (area.left() + spot.x() * area.width(), area.top() + spot.y() * area.height())
        by = QPointF(_beyond(x, room.left(), room.right()), _beyond(y, room.top(), room.bottom()))
        return self.moved(-by, room) if by != QPointF() else self

    def _edge(self, room: QRectF) -> float:
        return max(self.zoom * min(room.width(), room.height()), 1.0)

    def within(self, room: QRectF) -> Viewpoint:
        """No empty border where the chip could fill it; centred where it is too small to."""
        edge = self._edge(room)
        x = _kept(self.x, room.width() / 2 / edge)
        return Viewpoint(self.zoom, x, _kept(self.y, room.height() / 2 / edge))


class SeenSection(QObject):
    """The part of the chips that is looked at: one for all dates, small and large."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Whole chips."""
        super().__init__(parent)
        self.viewpoint = Viewpoint()

    @property
    def is_whole(self) -> bool:
        """The chips are seen as a whole."""
        return self.viewpoint.zoom <= 1.0

    def look_from(self, viewpoint: Viewpoint) -> None:
        """Look at another part."""
        if viewpoint != self.viewpoint:
            self.viewpoint = viewpoint
            self.changed.emit()

    def fit(self) -> None:
        """Look at the whole chips."""
        self.look_from(Viewpoint())

    def zoom(self, factor: float, room: QRectF, at: QPointF | None = None) -> None:
        """Around a point of a room, by default its middle."""
        seen = self.viewpoint.within(room)
        self.look_from(seen.zoomed(factor, at=room.center() if at is None else at, room=room))

    def drag(self, by: QPointF, room: QRectF) -> None:
        """Move the chips by so many pixels of a room."""
        self.look_from(self.viewpoint.within(room).moved(by, room))


def _beyond(at: float, low: float, high: float) -> float:
    return min(at - low, 0.0) + max(at - high, 0.0)


def _kept(middle: float, half: float) -> float:
    return 0.5 if half >= 0.5 else max(half, min(middle, 1.0 - half))
