"""Features around a place -> outlines with their crops, read in a worker thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QTransform

from ..core.cancellation import current_cancellation
from .geometry import WGS84, straight
from .parcel_fields import crop_field_of, text_of
from .pictures import NeighbourOutline, Neighbours

if TYPE_CHECKING:
    from ..core.model import Grid, Place

MOST = 300
"""So many outlines are read at most; more could not be told apart in a picture."""
_PICTURE = QgsRectangle(0, 0, 1, 1)
_A_LITTLE_MORE = QgsRectangle(-0.1, -0.1, 1.1, 1.1)
"""Outlines are cut here, so that the cuts are not seen."""
_SAME = 1e-3
"""Of the picture's edge: outlines that differ less are of the same parcel."""


@dataclass(frozen=True)
class NeighbourLayer:
    """A layer as a thread may read it; make it in the main thread."""

    features: QgsVectorLayerFeatureSource = field(repr=False)
    fields: QgsFields = field(repr=False)
    crs: QgsCoordinateReferenceSystem
    crop_field: str

    @classmethod
    def of(cls, layer: QgsVectorLayer) -> NeighbourLayer:
        """As its features are now."""
        features = QgsVectorLayerFeatureSource(layer)
        return cls(features, layer.fields(), layer.crs(), crop_field_of(layer))


@dataclass(frozen=True)
class GroundOfChip:
    """Where neighbours are looked for; make it in the main thread.

    Attributes:
        place: whose own outline is no neighbour.
        grid: of the chip.
        context: the project's choice of transformations.
    """

    place: Place
    grid: Grid
    context: QgsCoordinateTransformContext

    @classmethod
    def of(cls, place: Place, grid: Grid) -> GroundOfChip:
        """With the transformations of the open project."""
        return cls(place, grid, QgsProject.instance().transformContext())

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """Of the grid."""
        return QgsCoordinateReferenceSystem(f"EPSG:{self.grid.epsg}")

    def box_in(self, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
        """Around the ground, in another CRS.

        Raises:
            QgsCsException: the ground has no place in that CRS.
        """
        to_layer = QgsCoordinateTransform(self.crs, crs, self.context)
        return to_layer.transformBoundingBox(QgsRectangle(*self.grid.bounds))

    def in_picture(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
        """In fractions of the picture's width and height; empty where it can't be projected."""
        moved = straight(geometry)
        try:
            moved.transform(QgsCoordinateTransform(crs, self.crs, self.context))
        except QgsCsException:
            return QgsGeometry()
        left, bottom, right, top = self.grid.bounds
        width, height = right - left, top - bottom
        moved.transform(QTransform(1 / width, 0, 0, -1 / height, -left / width, top / height))
        return moved


def read_neighbours(layers: Iterable[NeighbourLayer], ground: GroundOfChip) -> Neighbours:
    """Of the first layer that has features on the ground; in a worker thread."""
    for layer in layers:
        found = list(_features(layer, ground))
        shapes = [(one, ground.in_picture(one.geometry(), layer.crs)) for one in found[:MOST]]
        outlines = tuple(
            _outline(shape, text_of(feature, layer.crop_field).strip())
            for feature, shape in shapes
            if shape.intersects(_PICTURE) and not _is_own(shape, ground)
        )
        if shapes:
            return Neighbours(outlines, is_cut=len(found) > MOST)
    return Neighbours()


def _features(layer: NeighbourLayer, ground: GroundOfChip) -> Iterator[QgsFeature]:
    """One more than is used, which tells that there are more."""
    try:
        request = QgsFeatureRequest(ground.box_in(layer.crs)).setLimit(MOST + 1)
    except QgsCsException:
        return
    names = [layer.crop_field] if layer.crop_field else []
    stop = current_cancellation()
    for feature in layer.features.getFeatures(request.setSubsetOfAttributes(names, layer.fields)):
        if stop.is_cancelled:
            return
        if feature.hasGeometry():
            yield feature


def _is_own(shape: QgsGeometry, ground: GroundOfChip) -> bool:
    """It is the outline of the place itself."""
    if ground.place.outline is None:
        return False
    own = QgsGeometry()
    own.fromWkb(ground.place.outline.wkb)
    own = ground.in_picture(own, QgsCoordinateReferenceSystem(WGS84))
    ours, theirs = own.boundingBox(), shape.boundingBox()
    corners = zip(
        (ours.xMinimum(), ours.yMinimum(), ours.xMaximum(), ours.yMaximum()),
        (theirs.xMinimum(), theirs.yMinimum(), theirs.xMaximum(), theirs.yMaximum()),
    )
    is_near = all(abs(one - other) < _SAME for one, other in corners)
    return is_near and abs(own.area() - shape.area()) < _SAME * max(own.area(), _SAME)


def _outline(shape: QgsGeometry, words: str) -> NeighbourOutline:
    drawn = shape.clipped(_A_LITTLE_MORE)
    rings = []
    for part in drawn.constParts():
        rings.append(part.exteriorRing().asQPolygonF())
        rings += [part.interiorRing(n).asQPolygonF() for n in range(part.numInteriorRings())]
    return NeighbourOutline(tuple(rings), words, _room(shape) if words else QRectF())


def _room(shape: QgsGeometry) -> QRectF:
    """For words: as wide and as high as the part in the picture is through one inner point."""
    inside = shape.clipped(_PICTURE)
    spot = inside.pointOnSurface()
    if spot.isNull():
        return QRectF()
    point = spot.asPoint()
    across = _through(inside, point, QgsPointXY(1, 0))
    middle = QgsPointXY(across.center().x(), point.y())
    down = _through(inside, middle, QgsPointXY(0, 1))
    return QRectF(across.xMinimum(), down.yMinimum(), across.width(), down.height())


def _through(shape: QgsGeometry, point: QgsPointXY, way: QgsPointXY) -> QgsRectangle:
    """The piece of a line through `point` that lies in `shape` around it."""
    ends = [
        QgsPointXY(point.x() + step * way.x(), point.y() + step * way.y()) for step in (-2.0, 2.0)
    ]
    pieces = QgsGeometry.fromPolylineXY(ends).intersection(shape)
    boxes = [part.boundingBox() for part in pieces.constParts()]
    around = (box for box in boxes if box.buffered(_SAME).contains(point))
    return next(around, QgsRectangle(point, point))
