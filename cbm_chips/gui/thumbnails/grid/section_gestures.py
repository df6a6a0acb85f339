"""Zooming into the chips in the list: all thumbnails show the same section."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from qgis.PyQt.QtWidgets import QApplication

from ..pictures.viewpoint import STEP, SeenSection
from .view import ThumbnailView

_NOTCH = 120
ZOOM_KEYS = {Qt.Key.Key_Plus: STEP, Qt.Key.Key_Equal: STEP, Qt.Key.Key_Minus: 1 / STEP}
FIT_KEY = Qt.Key.Key_0
_ALLOWED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
"""With which a keyboard writes a plus."""


def zoom_by_key(event: QKeyEvent, section: SeenSection, room: QRectF) -> bool:
    """`+` and `-` around the middle of a room, `0` for the whole chip; False for other keys."""
    if event.modifiers() & ~_ALLOWED:
        return False
    if event.key() in ZOOM_KEYS:
        section.zoom(ZOOM_KEYS[event.key()], room)
    elif event.key() == FIT_KEY:
        section.fit()
    return event.key() in ZOOM_KEYS or event.key() == FIT_KEY


def zoom_by_wheel(event: QWheelEvent, section: SeenSection, room: QRectF, at: QPointF) -> None:
    """Around a point; with Shift, some systems turn the wheel sideways."""
    turned = event.angleDelta()
    section.zoom(STEP ** ((turned.y() or turned.x()) / _NOTCH), room, at)


class SectionGestures(QObject):
    """Shift and the wheel zoom, the left button drags what is zoomed, `+`, `-` and `0` are keys."""

    def __init__(self, view: ThumbnailView) -> None:
        """Acts on the view's section."""
        super().__init__(view)
        self._view = view
        self._pressed: QPoint | None = None
        self._is_dragging = False
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        self._handlers = {
            QEvent.Type.KeyPress: self._on_key,
            QEvent.Type.Wheel: self._on_wheel,
            QEvent.Type.MouseButtonPress: self._on_press,
            QEvent.Type.MouseMove: self._on_move,
            QEvent.Type.MouseButtonRelease: self._on_release,
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what was meant for the section."""
        handler = self._handlers.get(event.type())
        return handler is not None and bool(handler(event))

    def _on_key(self, event: QKeyEvent) -> bool:
        edge = self._view.shape.edge
        return zoom_by_key(event, self._view.section, QRectF(0, 0, edge, edge))

    def _on_wheel(self, event: QWheelEvent) -> bool:
        if event.modifiers() != Qt.KeyboardModifier.ShiftModifier:
            return False
        room = self._picture_at(event.position().toPoint())
        if room is not None:
            zoom_by_wheel(event, self._view.section, room, QPointF(event.position()))
        return room is not None

    def _on_press(self, event: QMouseEvent) -> bool:
        is_ours = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = event.pos() if is_ours and self._picture_at(event.pos()) else None
        self._is_dragging = False
        return False

    def _on_move(self, event: QMouseEvent) -> bool:
        if self._pressed is None or self._view.section.is_whole:
            return False
        by = event.pos() - self._pressed
        if not self._is_dragging and by.manhattanLength() < QApplication.startDragDistance():
            return False
        self._is_dragging, self._pressed = True, event.pos()
        edge = self._view.shape.edge
        self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._view.section.drag(QPointF(by), QRectF(0, 0, edge, edge))
        return True

    def _on_release(self, event: QMouseEvent) -> bool:
        self._pressed = None
        if self._is_dragging:
            self._view.viewport().unsetCursor()
        self._is_dragging = False
        return False

    def _picture_at(self, position: QPoint) -> QRectF | None:
        index = self._view.indexAt(position)
        if not index.isValid():
            return None
        picture = self._view.shape.picture(self._view.visualRect(index))
        return QRectF(picture) if picture.contains(position) else None
