"""Features around a place -> outlines with their crops, read in a worker thread.

The thread makes no transformation of QGIS's, which a process that is ended from outside may not
survive: those of the few points that it needs are made in the main thread, and fitted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, product
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QPolygonF

from ...core.coordinates import with_coordinates
from ...core.projection import to_grid_crs
from ..tasks.pictures import NeighbourOutline, Neighbours
from .feature_access import features_around, finds_places
from .geometry import straight
from .parcel_fields import crop_field_of, text_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from ...core.model import Grid, Place

    ToPicture = Callable[[Any, Any], "tuple[Any, Any]"]
    """x and y, numbers or arrays, to fractions of the picture."""

MOST = 300
"""So many outlines are read at most; more could not be distinguished in a picture."""
MARGIN = 0.1
"""Of the picture's edge: outlines are cut so far outside, where the cuts are not seen."""
_STEPS = tuple(step / 8 - MARGIN * (1 - step / 4) for step in range(9))
"""From a margin before the picture to a margin behind it."""
_SAME = 1e-3
"""Of the picture's edge: outlines that differ less are of the same parcel."""
_HALF_WAY_ROUND = 180.0


@dataclass(frozen=True)
class NeighbourLayer:
    """A layer as a thread may read it; make it in the main thread.

    Attributes:
        features: as they are now.
        fields: of the features.
        crop_field: empty if none is known.
        ground: points of the chip's ground and around it in the layer's CRS, for each of `_STEPS`
            downwards and in it for each to the right; empty where there are none.
        finds: see `finds_places`.
    """

    features: QgsVectorLayerFeatureSource = field(repr=False)
    fields: QgsFields = field(repr=False)
    crop_field: str
    ground: tuple[tuple[float, float], ...]
    finds: bool = True

    @classmethod
    def of(cls, layer: QgsVectorLayer, grid: Grid) -> NeighbourLayer:
        """For a chip of this grid."""
        features, ground = QgsVectorLayerFeatureSource(layer), _ground(grid, layer.crs())
        return cls(features, layer.fields(), crop_field_of(layer), ground, finds_places(layer))

    def box(self) -> QgsRectangle:
        """Around the ground; null where there is none, or on both sides of the earth."""
        xs, ys = [x for x, _ in self.ground], [y for _, y in self.ground]
        if not xs or (max(xs) - min(xs) > _HALF_WAY_ROUND and max(map(abs, ys)) <= _HALF_WAY_ROUND):
            return QgsRectangle()
        return QgsRectangle(min(xs), min(ys), max(xs), max(ys))

    def to_picture(self) -> ToPicture:
        """Second order in x and y, which over a chip is exact to a millimetre."""
        import numpy as np

        box = self.box()
        middle, size = box.center(), max(box.width(), box.height())

        def terms(x: Any, y: Any) -> Any:
            u = (np.asarray(x, float) - middle.x()) / size
            v = (np.asarray(y, float) - middle.y()) / size
            return np.stack([np.ones_like(u), u, v, u * u, u * v, v * v], axis=-1)

        known = terms(*np.transpose(self.ground))
        wanted = np.array([(x, y) for y, x in product(_STEPS, _STEPS)])
        factors = np.linalg.lstsq(known, wanted, rcond=None)[0]

        def moved(x: Any, y: Any, *_: Any) -> tuple[Any, Any]:
            found = terms(x, y) @ factors
            return found[..., 0], found[..., 1]

        return moved


def _ground(grid: Grid, crs: QgsCoordinateReferenceSystem) -> tuple[tuple[float, float], ...]:
    of_grid = QgsCoordinateReferenceSystem(f"EPSG:{grid.epsg}")
    to_layer = QgsCoordinateTransform(of_grid, crs, QgsProject.instance())
    left, bottom, right, top = grid.bounds
    try:
        points = [
            to_layer.transform(left + x * (right - left), top + y * (bottom - top))
            for y, x in product(_STEPS, _STEPS)
        ]
    except QgsCsException:
        return ()
    return tuple((point.x(), point.y()) for point in points)


def read_neighbours(layers: Iterable[NeighbourLayer], place: Place, grid: Grid) -> Neighbours:
    """Of the first layer that has features on the ground; in a worker thread."""
    own = _own(place, grid)
    for layer in layers:
        found = list(_features(layer))
        if found:
            outlines = tuple(_outlines(found[:MOST], layer, own))
            return Neighbours(outlines, is_cut=len(found) > MOST)
    return Neighbours()


def _outlines(
    features: Iterable[QgsFeature], layer: NeighbourLayer, own: BaseGeometry | None
) -> Iterator[NeighbourOutline]:
    from shapely.geometry import box

    picture, to_picture = box(0, 0, 1, 1), layer.to_picture()
    for feature in features:
        shape = _in_picture(feature, layer.box(), to_picture)
        if shape.intersects(picture) and not _is_same(shape, own):
            yield _outline(shape, text_of(feature, layer.crop_field).strip(), picture)


def _features(layer: NeighbourLayer) -> Iterator[QgsFeature]:
    """One more than is used, to know that there are more."""
    box = layer.box()
    if box.isEmpty():
        return iter(())
    names = [layer.crop_field] if layer.crop_field else []
    request = QgsFeatureRequest().setSubsetOfAttributes(names, layer.fields)
    found = features_around(layer.features, request, box, finds=layer.finds)
    return islice((one for one in found if not one.geometry().isEmpty()), MOST + 1)


def _in_picture(feature: QgsFeature, ground: QgsRectangle, to_picture: ToPicture) -> BaseGeometry:
    """Polygons in fractions of the picture, cut a little outside it; empty for what is none."""
    from shapely import wkb
    from shapely.geometry import Polygon

    cut: QgsGeometry = straight(feature.geometry()).makeValid().clipped(ground)
    if cut.isNull() or cut.isEmpty():
        return Polygon()
    shape = with_coordinates(wkb.loads(bytes(cut.asWkb())), to_picture)
    return shape.intersection(_around()) if shape.is_valid else Polygon()


def _own(place: Place, grid: Grid) -> BaseGeometry | None:
    """The place's own outline in fractions of the picture."""
    from shapely.affinity import affine_transform

    if place.outline is None:
        return None
    left, bottom, right, top = grid.bounds
    width, height = right - left, top - bottom
    factors = [1 / width, 0, 0, -1 / height, -left / width, top / height]
    outline = affine_transform(to_grid_crs(place.outline, grid.epsg), factors)
    return outline.intersection(_around())


def _around() -> BaseGeometry:
    """The picture with a margin."""
    from shapely.geometry import box

    return box(-MARGIN, -MARGIN, 1 + MARGIN, 1 + MARGIN)


def _is_same(shape: BaseGeometry, own: BaseGeometry | None) -> bool:
    if own is None or own.is_empty:
        return False
    return bool(shape.symmetric_difference(own).area < _SAME * own.length)


def _outline(shape: BaseGeometry, words: str, picture: BaseGeometry) -> NeighbourOutline:
    rings = tuple(
        QPolygonF([QPointF(x, y) for x, y in ring.coords])
        for part in getattr(shape, "geoms", [shape])
        if part.geom_type == "Polygon"
        for ring in (part.exterior, *part.interiors)
    )
    return NeighbourOutline(rings, words, _room(shape.intersection(picture)) if words else QRectF())


def _room(inside: BaseGeometry) -> QRectF:
    """For words: as wide and as high as the shape is through one inner point."""
    from shapely.geometry import LineString

    spot = inside.representative_point()
    left, _, right, _ = _through(inside, LineString([(-1, spot.y), (2, spot.y)]), spot)
    middle = type(spot)((left + right) / 2, spot.y)
    _, top, _, bottom = _through(inside, LineString([(middle.x, -1), (middle.x, 2)]), middle)
    return QRectF(left, top, right - left, bottom - top)


def _through(inside: BaseGeometry, line: BaseGeometry, spot: BaseGeometry) -> tuple[float, ...]:
    """Bounds of the piece of a line that lies in the shape, around a point of it."""
    pieces = line.intersection(inside)
    nearest = min(getattr(pieces, "geoms", [pieces]), key=spot.distance)
    return tuple(nearest.bounds)
