"""The map goes where the place on show is, unless the user pointed at it there."""

from __future__ import annotations

from itertools import product

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPointF, Qt

from ...bridge.parcels.geometry import WGS84
from ...bridge.qt_alive import is_alive
from ...core.model import Place

LEAST_SQUARE_PX = 24
"""A chip that is smaller on the map makes its parcel a dot."""
ROOM_AROUND = 1.2


class MapFollower:
    """Moves one map as little as shows the place: mostly it keeps its scale."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        """The map stands still until a place is shown."""
        self._canvas = canvas
        self._pointed: Place | None = None

    def stay_at(self, place: Place) -> None:
        """The map is right for this place, or for the parcel around it, if that is shown next."""
        self._pointed = place

    def show(self, place: Place, square: QgsRectangle | None) -> None:
        """Another place is on show.

        Args:
            place: with its outline, if it has one.
            square: of its chip, in the map's CRS; None where that can't be.
        """
        pointed, self._pointed = self._pointed, None
        if pointed is not None and _holds(place, pointed):
            return
        box = self._box(place) if is_alive(self._canvas) else None
        if box is not None and square is not None:
            self._bring_into_view(box, square)

    def _bring_into_view(self, box: QgsRectangle, square: QgsRectangle) -> None:
        pixel, seen = self._canvas.mapUnitsPerPixel(), self._canvas.extent()
        if max(square.width(), square.height()) < LEAST_SQUARE_PX * pixel:
            self.zoom_to(square)
        elif box.width() > seen.width() or box.height() > seen.height():
            self.zoom_to(box)
        elif not self._is_in_view(box):
            self._canvas.setCenter(box.center())
            self._canvas.refresh()

    def zoom_to(self, box: QgsRectangle) -> None:
        """Show all of it, with some room around."""
        box = QgsRectangle(box)
        box.scale(ROOM_AROUND)
        self._canvas.setExtent(box)
        self._canvas.refresh()

    def _is_in_view(self, box: QgsRectangle) -> bool:
        """Also on a map that is turned, whose extent is more than is seen."""
        seen = self._canvas.mapSettings().visiblePolygon()
        rule = Qt.FillRule.OddEvenFill
        sides = product((box.xMinimum(), box.xMaximum()), (box.yMinimum(), box.yMaximum()))
        return all(seen.containsPoint(QPointF(x, y), rule) for x, y in sides)

    def _box(self, place: Place) -> QgsRectangle | None:
        """The outline, or the point, in the map's CRS."""
        to_map = self._canvas.mapSettings().destinationCrs()
        degrees = QgsCoordinateReferenceSystem(WGS84)
        transform = QgsCoordinateTransform(degrees, to_map, QgsProject.instance())
        try:
            if place.outline is not None:
                return transform.transformBoundingBox(QgsRectangle(*place.outline.bounds))
            point = transform.transform(QgsPointXY(place.lon, place.lat))
        except QgsCsException:
            return None
        return QgsRectangle(point, point)


def _holds(place: Place, point: Place) -> bool:
    """The place is the point, or lies around it."""
    if place.outline is None or place == point:
        return (place.lon, place.lat) == (point.lon, point.lat)
    west, south, east, north = place.outline.bounds
    return bool(west <= point.lon <= east and south <= point.lat <= north)
