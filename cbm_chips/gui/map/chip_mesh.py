"""A chip's ground on a map of any CRS, in cells small enough to be straight there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QBrush, QImage, QPainter, QPolygonF, QTransform

if TYPE_CHECKING:
    from ...core.model import Grid

CELLS = 8
"""Along each edge where the map has another CRS. What is bent over the largest chip by 0.7 m (UTM
against Mercator) is straight to 1 cm within a cell."""


@dataclass(frozen=True)
class ChipMesh:
    """Corners of cells; rows from the chip's top down, each from left to right.

    Attributes:
        points: in the map's CRS, one row and one column more than there are cells.
    """

    points: tuple[tuple[QgsPointXY, ...], ...]

    @classmethod
    def of(cls, grid: Grid, map_crs: QgsCoordinateReferenceSystem) -> ChipMesh | None:
        """None where the chip lies outside the map's CRS, or the map has none."""
        crs = QgsCoordinateReferenceSystem(f"EPSG:{grid.epsg}")
        if not map_crs.isValid():
            return None
        cells = 1 if crs == map_crs else CELLS
        steps = [step / cells for step in range(cells + 1)]
        to_map = QgsCoordinateTransform(crs, map_crs, QgsProject.instance())
        left, bottom, right, top = grid.bounds
        try:
            points = tuple(
                tuple(
                    to_map.transform(left + x * (right - left), top + y * (bottom - top))
                    for x in steps
                )
                for y in steps
            )
        except QgsCsException:
            return None
        return cls(points)

    def on_screen(self, to_screen: Callable[[QgsPointXY], QPointF]) -> ScreenMesh:
        """In the pixels of the map as it is shown now."""
        return ScreenMesh(tuple(tuple(map(to_screen, row)) for row in self.points))


@dataclass(frozen=True)
class ScreenMesh:
    """The same corners in logical pixels of the screen."""

    points: tuple[tuple[QPointF, ...], ...]

    @property
    def bounds(self) -> QRectF:
        """The box around all cells."""
        return QPolygonF([point for row in self.points for point in row]).boundingRect()

    def draw(self, painter: QPainter, image: QImage) -> None:
        """Draw the chip's picture; its pixels stay as they are, and cells leave no seam."""
        cells = len(self.points) - 1
        width, height = image.width() / cells, image.height() / cells
        visible = painter.clipBoundingRect()
        brush = QBrush(image)
        for row in range(cells):
            for column in range(cells):
                corners = self._corners(row, column)
                cell = QPolygonF(corners)
                if not cell.boundingRect().intersects(visible):
                    continue
                upper_left, upper_right, _, lower_left = corners
                across, down = (
                    (upper_right - upper_left) / width,
                    (lower_left - upper_left) / height,
                )
                origin = upper_left - across * (column * width) - down * (row * height)
                brush.setTransform(
                    QTransform(across.x(), across.y(), down.x(), down.y(), origin.x(), origin.y())
                )
                painter.setBrush(brush)
                painter.drawPolygon(cell)

    def _corners(self, row: int, column: int) -> list[QPointF]:
        upper, lower = self.points[row], self.points[row + 1]
        return [upper[column], upper[column + 1], lower[column + 1], lower[column]]
