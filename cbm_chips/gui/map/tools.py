"""Map tools: a click, restoring the former tool, and which layers may hold parcels."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import (
    QgsApplication,
    QgsPointXY,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsMapToolEmitPoint
from qgis.PyQt.QtCore import QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAction, QApplication

from ...bridge.qt_alive import is_alive


class ClickTool(QgsMapToolEmitPoint):
    """Left clicks, exactly where they are (no snapping), until Esc. A drag is no click."""

    picked = pyqtSignal(QgsPointXY)
    """In the map's CRS."""
    escaped = pyqtSignal()
    keyed = pyqtSignal(QKeyEvent)
    """A key that is neither the map's own nor Esc; ignored, unless whoever hears of it accepts."""

    def __init__(self, canvas: QgsMapCanvas, action: QAction) -> None:
        """`action` is checked while the tool is active."""
        super().__init__(canvas)
        self.setAction(action)
        self.setCursor(QgsApplication.getThemeCursor(QgsApplication.Cursor.CrossHair))
        self._pressed: QPoint | None = None

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        self._pressed = event.pos() if event.button() == Qt.MouseButton.LeftButton else None

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Nothing: the tool it derives from would look for something to snap to."""

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (event.pos() - pressed).manhattanLength() < QApplication.startDragDistance():
            self.picked.emit(event.originalMapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escaped.emit()
        else:
            event.ignore()
            self.keyed.emit(event)


class ToolSwitch:
    """Activates our tools, and restores the tool that was active before."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        """No tool is ours yet."""
        self._canvas = canvas
        self._ours: list[QgsMapTool] = []
        self._before: QgsMapTool | None = None

    def add(self, tool: QgsMapTool) -> None:
        """Take over `tool`, until `remove_all`."""
        self._ours.append(tool)

    @property
    def is_active(self) -> bool:
        """One of our tools is the map's."""
        return is_alive(self._canvas) and self._canvas.mapTool() in self._ours

    def activate(self, tool: QgsMapTool) -> None:
        """Make `tool`, one of ours, the map's."""
        if not self.is_active:
            self._before = self._canvas.mapTool()
        self._canvas.setMapTool(tool)

    def leave(self) -> bool:
        """Restore the former tool; False if ours is not active any more."""
        if not self.is_active:
            return False
        before, self._before = self._before, None
        if not is_alive(before):
            self._canvas.unsetMapTool(self._canvas.mapTool())
        else:
            self._canvas.setMapTool(before)
        return True

    def remove_all(self) -> None:
        """Leave, and delete our tools."""
        self.leave()
        ours, self._ours = self._ours, []
        for tool in filter(is_alive, ours):
            tool.deleteLater()


def polygon_layers(canvas: QgsMapCanvas) -> Iterator[QgsVectorLayer]:
    """The layers parcels are looked for in: the active one first, then as drawn, topmost first."""
    active = canvas.currentLayer()
    if is_polygon_layer(active):
        yield active
    for layer in canvas.layers():
        if layer != active and is_polygon_layer(layer) and layer.isInScaleRange(canvas.scale()):
            yield layer


def is_polygon_layer(layer: object) -> bool:
    """Something that can hold parcels."""
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.isValid()
        and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    )
