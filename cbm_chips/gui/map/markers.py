"""A place on the map: a cross, the chip's square in its own projection, and the outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtGui import QColor

from ...bridge.qt_alive import is_alive
from ...core.projection import WGS84

if TYPE_CHECKING:
    from ...core.model import Grid, Place

SQUARE_COLOUR = "#d55e00"
OUTLINE_COLOUR = "#0072b2"
_HALO = "#ffffff"
_CROSS_SIZE_PX = 14
_LINE_PX = 2
_BETWEEN_CORNERS = 7
"""Points added to each edge: on the map, a straight edge of a UTM square may be bent."""


class PlaceMarkers:
    """Draws one place; always from its own coordinates, however often the map's CRS changes."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        """Nothing is drawn yet."""
        self._canvas = canvas
        self._items: list[QgsMapCanvasItem] = []
        self._shown: tuple[Place, Grid] | None = None

    @property
    def square(self) -> QgsGeometry | None:
        """The chip's square in the map's CRS; None where nothing is shown or it lies outside."""
        if self._shown is None:
            return None
        return self._on_map(_square_of(self._shown[1]), self._shown[1].epsg)

    def show(self, place: Place, grid: Grid) -> None:
        """Draw `place` and `grid` instead of what was drawn before."""
        self._shown = (place, grid)
        self.redraw()

    def redraw(self) -> None:
        """Draw again, in the CRS the map has now."""
        self._remove_items()
        if self._shown is None or not is_alive(self._canvas):
            return
        place, _ = self._shown
        self._add_lines(self.square, SQUARE_COLOUR)
        if place.outline is not None:
            outline = QgsGeometry()
            outline.fromWkb(place.outline.wkb)
            self._add_lines(self._on_map(outline, WGS84), OUTLINE_COLOUR)
        point = QgsGeometry.fromPointXY(QgsPointXY(place.lon, place.lat))
        self._add_cross(self._on_map(point, WGS84))

    def clear(self) -> None:
        """Draw nothing more."""
        self._shown = None
        self._remove_items()

    def extent(self) -> QgsRectangle | None:
        """The box around the square in the map's CRS, None if there is none."""
        square = self.square
        return None if square is None else square.boundingBox()

    def _on_map(self, geometry: QgsGeometry, epsg: int) -> QgsGeometry | None:
        to_map = self._canvas.mapSettings().destinationCrs()
        if not to_map.isValid():
            return None
        crs = QgsCoordinateReferenceSystem(f"EPSG:{epsg}")
        moved = QgsGeometry(geometry)
        try:
            moved.transform(QgsCoordinateTransform(crs, to_map, QgsProject.instance()))
        except QgsCsException:
            return None
        return moved

    def _add_lines(self, polygon: QgsGeometry | None, colour: str) -> None:
        if polygon is None:
            return
        lines = QgsGeometry(polygon.constGet().boundary())
        band = QgsRubberBand(self._canvas, lines.type())
        band.setToGeometry(lines)
        band.setWidth(_LINE_PX)
        band.setStrokeColor(QColor(colour))
        band.setSecondaryStrokeColor(QColor(_HALO))
        self._items.append(band)

    def _add_cross(self, point: QgsGeometry | None) -> None:
        if point is None:
            return
        cross = QgsVertexMarker(self._canvas)
        cross.setIconType(QgsVertexMarker.IconType.ICON_CROSS)
        cross.setIconSize(_CROSS_SIZE_PX)
        cross.setPenWidth(_LINE_PX)
        cross.setColor(QColor(SQUARE_COLOUR))
        cross.setCenter(point.asPoint())
        self._items.append(cross)

    def _remove_items(self) -> None:
        items, self._items = self._items, []
        if not is_alive(self._canvas):  # and with it its scene and all items
            return
        for item in items:
            self._canvas.scene().removeItem(item)


def _square_of(grid: Grid) -> QgsGeometry:
    square = QgsGeometry.fromRect(QgsRectangle(*grid.bounds))
    return square.densifyByCount(_BETWEEN_CORNERS)
