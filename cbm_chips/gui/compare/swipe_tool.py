"""The map's tool while two dates are swiped: the line follows the mouse and the arrow keys."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction

STEP, LARGE_STEP = 0.02, 0.1
"""Of the map's width, for a key without and with Shift."""
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_EDGES = {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}


class SwipeTool(QgsMapTool):
    """Zooming by the wheel and moving the map with the middle button stay the map's own."""

    moved = pyqtSignal(float)
    """The line goes there: 0 left, 1 right."""
    stepped = pyqtSignal(float)
    """The line goes so far to the right, as a share of the map's width."""
    escaped = pyqtSignal()
    left = pyqtSignal()
    """Another tool is the map's now."""
    keyed = pyqtSignal(QKeyEvent)
    """A key without a meaning here; ignored, unless whoever hears of it accepts."""

    def __init__(self, canvas: QgsMapCanvas, action: QAction) -> None:
        """`action` is checked while the tool is active."""
        super().__init__(canvas)
        self.setAction(action)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self._is_dragged = False

    def activate(self) -> None:
        super().activate()
        self.canvas().installEventFilter(self)

    def deactivate(self) -> None:
        self.canvas().removeEventFilter(self)
        super().deactivate()
        self.left.emit()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        self._is_dragged = event.button() == Qt.MouseButton.LeftButton
        self._follow(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        self._follow(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        self._is_dragged = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escaped.emit()
        else:
            event.ignore()
            self.keyed.emit(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The map would take the arrows to move itself."""
        return event.type() == QEvent.Type.KeyPress and self._is_step(event)

    def _is_step(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        is_large = held == Qt.KeyboardModifier.ShiftModifier
        if held and not is_large:
            return False
        if key in _SIDEWAYS:
            self.stepped.emit(_SIDEWAYS[key] * (LARGE_STEP if is_large else STEP))
        elif key in _EDGES:
            self.moved.emit(_EDGES[key])
        return key in _SIDEWAYS or key in _EDGES

    def _follow(self, event: QgsMapMouseEvent) -> None:
        if self._is_dragged:
            self.moved.emit(event.pos().x() / max(1, self.canvas().viewport().width()))
