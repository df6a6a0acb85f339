"""Points and features of QGIS -> Place, in EPSG:4326 with x = lon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
)
from qgis.PyQt.QtCore import QByteArray, QLocale

from ...core.errors import RequestError
from ...core.model import Place
from ...core.model.area import rounded_hectares
from ...core.reasons import Reason
from ..texts.translation import tr
from .parcel_fields import text_of

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

WGS84 = "EPSG:4326"


class ToWgs84:
    """From one CRS to EPSG:4326, with the project's choice of transformations."""

    def __init__(
        self, crs: QgsCoordinateReferenceSystem, context: QgsCoordinateTransformContext
    ) -> None:
        """Raises `RequestError`, field `CRS`, for an invalid CRS."""
        if not crs.isValid():
            allowed = Reason("a layer or map with a known CRS")
            raise RequestError("CRS", crs.authid() or Reason("none"), allowed)
        self._crs = crs
        self._transform = QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem(WGS84), context)

    def place_of_point(self, point: QgsPointXY, *, label: str = "") -> Place:
        """The place of a point, without outline.

        Raises:
            RequestError: for coordinates that are nowhere on earth.
        """
        try:
            moved = self._transform.transform(point)
        except QgsCsException as error:
            raise RequestError("POINT", point.toString(), self._coordinates(error)) from error
        return Place(lon=moved.x(), lat=moved.y(), label=label)

    def place_of_feature(
        self, feature: QgsFeature, *, id_field: str = "", crop_field: str = ""
    ) -> Place:
        """The place of a polygon; its label is the value of `id_field`, else the feature's id.

        Its details are what stands in `crop_field`, and its area on the ellipsoid.

        Raises:
            RequestError: for an empty geometry or one that is no area on earth.
        """
        outline = self.outline(feature.geometry())
        known = (text_of(feature, crop_field).strip(), area_words(outline))
        details = ", ".join(part for part in known if part)
        return replace(Place.of_parcel(outline, label_of(feature, id_field)), details=details)

    def outline(self, geometry: QgsGeometry) -> BaseGeometry:
        """A polygon or multipolygon, flat, without curves, valid, in EPSG:4326.

        Raises:
            RequestError: when nothing of the kind can be made of `geometry`.
        """
        if geometry.isNull() or geometry.isEmpty():
            raise RequestError("PARCELS", Reason("an empty geometry"), Reason("polygons"))
        moved = straight(geometry)
        try:
            moved.transform(self._transform)
        except QgsCsException as error:
            shape = Reason("a polygon")
            raise RequestError("PARCELS", shape, self._coordinates(error)) from error
        return _areas_of(moved)

    def _coordinates(self, error: QgsCsException) -> Reason:
        crs = self._crs.authid() or Reason("their CRS")
        return Reason("coordinates that are valid in {crs} ({error})", crs=crs, error=error)


def parcel_rows(
    features: Iterable[QgsFeature], id_field: str
) -> Iterator[tuple[str | None, bytes | None]]:
    """Id and outline (WKB, straight lines, in the layer's CRS) of each, for `Parcels.of`.

    The id is None where the field is NULL; without a field it is the feature's own.
    """
    for feature in features:
        name = text_of(feature, id_field) or None if id_field else str(feature.id())
        shape = feature.geometry()
        is_there = not shape.isNull() and not shape.isEmpty()
        yield name, bytes(straight(shape).asWkb()) if is_there else None


def label_of(feature: QgsFeature, id_field: str) -> str:
    """What to call a parcel: the value of its id field, else the feature's id."""
    return text_of(feature, id_field) or str(feature.id())


def area_words(outline: BaseGeometry) -> str:
    """`7.48 ha`, `40,600 ha`: of an outline in EPSG:4326, measured on the ellipsoid."""
    shape = QgsGeometry()
    shape.fromWkb(QByteArray(outline.wkb))
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem(WGS84), QgsCoordinateTransformContext())
    measure.setEllipsoid("WGS84")
    hectares, digits = rounded_hectares(measure.measureArea(shape))
    return tr("{hectares} ha").format(hectares=QLocale().toString(hectares, "f", digits))


def straight(geometry: QgsGeometry) -> QgsGeometry:
    """A copy in straight lines, x and y only."""
    shape = geometry.constGet().segmentize()
    shape.dropZValue()
    shape.dropMValue()
    return QgsGeometry(shape)


def _areas_of(geometry: QgsGeometry) -> BaseGeometry:
    from shapely import wkb
    from shapely.errors import ShapelyError
    from shapely.ops import unary_union
    from shapely.validation import make_valid

    try:
        shape = wkb.loads(bytes(geometry.asWkb()))
    except ShapelyError as error:
        raise RequestError("PARCELS", str(error), Reason("polygons")) from error
    areas = list(_polygons(shape if shape.is_valid else make_valid(shape)))
    if not areas:
        raise RequestError("PARCELS", shape.geom_type, Reason("polygons with an area"))
    return areas[0] if len(areas) == 1 else unary_union(areas)


def _polygons(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """The polygons within `shape`, without lines and points."""
    for part in getattr(shape, "geoms", [shape]):
        if hasattr(part, "geoms"):
            yield from _polygons(part)
        elif part.geom_type == "Polygon" and part.area > 0:
            yield part
