"""A chip's ground on a map of any CRS, in cells small enough to be straight there."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtCore import QPointF, QRectF, QSizeF
from qgis.PyQt.QtGui import QImage, QPainter, QPolygonF, QTransform

if TYPE_CHECKING:
    from ...core.model import Grid

MOST_CELLS, LEAST_CELL_M = 8, 160
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
        left, bottom, right, top = grid.bounds
        needed = math.ceil(max(right - left, top - bottom) / LEAST_CELL_M)
        cells = 1 if crs == map_crs else min(needed, MOST_CELLS)
        steps = [step / cells for step in range(cells + 1)]
        to_map = QgsCoordinateTransform(crs, map_crs, QgsProject.instance())
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
        base, visible = painter.transform(), painter.clipBoundingRect()
        width, height = image.width() / cells, image.height() / cells
        for row, column in product(range(cells), range(cells)):
            if not QPolygonF(self._corners(row, column)).boundingRect().intersects(visible):
                continue
            # One pixel more, over which the next cell is drawn.
            part = QRectF(column * width, row * height, width + 1, height + 1)
            part = part & QRectF(image.rect())
            painter.setTransform(self._from_image(row, column, QSizeF(width, height)) * base)
            painter.drawImage(part, image, part)
        painter.setTransform(base)

    def _from_image(self, row: int, column: int, size: QSizeF) -> QTransform:
        """Pixels of the image, of which a cell has `size`, to those of the screen."""
        upper_left, upper_right, _, lower_left = self._corners(row, column)
        across = (upper_right - upper_left) / size.width()
        down = (lower_left - upper_left) / size.height()
        origin = upper_left - across * (column * size.width()) - down * (row * size.height())
        return QTransform(across.x(), across.y(), down.x(), down.y(), origin.x(), origin.y())

    def _corners(self, row: int, column: int) -> list[QPointF]:
        upper, lower = self.points[row], self.points[row + 1]
        return [upper[column], upper[column + 1], lower[column + 1], lower[column]]
