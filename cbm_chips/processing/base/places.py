"""The places given to an algorithm: a point, or a layer of parcels that is checked as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...bridge.parcels.geometry import WGS84, ToWgs84, label_of
from ...bridge.parcels.parcel_fields import id_field_of, is_beyond_exact
from ...bridge.tables.table_fields import is_real
from ...bridge.texts.plain_text import without_logins
from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.model import Place
from ...core.outputs.repeat.outline_text import outline_of
from ...core.reasons import Reason
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from .error_boundary import GuardedAlgorithm
from .extraction import FailedPlace, Target
from .layer_snapshot import FeatureSource

_POSSIBLE = (
    QgsWkbTypes.GeometryType.PolygonGeometry,
    QgsWkbTypes.GeometryType.UnknownGeometry,  # a layer that mixes kinds
)

GEOPARQUET_SUFFIXES = frozenset({".parquet", ".geoparquet"})


@dataclass(frozen=True)
class ParcelLayer:
    """At least one polygon in a known CRS, and the field that names them, empty for none."""

    source: FeatureSource
    id_field: str = ""
    more_fields: tuple[str, ...] = ()

    def targets(self, context: QgsCoordinateTransformContext) -> Iterator[Target]:
        """A place for each feature, or why it has none."""
        to_wgs84 = ToWgs84(self.source.sourceCrs(), context)
        for feature in self.features():
            try:
                yield to_wgs84.place_of_feature(feature, id_field=self.id_field)
            except RequestError as error:
                yield FailedPlace(label_of(feature, self.id_field), str(error))

    def has_inexact_ids(self) -> bool:
        """Some id is a real number too large to be exact."""
        fields = self.source.fields()
        place = fields.lookupField(self.id_field) if self.id_field else -1
        if place < 0 or not is_real(fields.at(place)):
            return False
        request = self._request().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        features = self.source.getFeatures(request)
        return any(is_beyond_exact(feature, self.id_field) for feature in features)

    def features(self) -> Iterator[QgsFeature]:
        """All of them, as they are.

        Raises:
            RequestError: field `PARCELS`, where none comes: the dialog's expression lets none
                through, or the layer's file, or the layer it is a query of, is gone.
        """
        # An invalid geometry is repaired instead of ending the run.
        unchecked = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        has_some = False
        for feature in self.source.getFeatures(self._request(), unchecked):
            has_some = True
            yield feature
        if not has_some:
            raise _no_polygons(self.source.sourceName())

    def _request(self) -> QgsFeatureRequest:
        wanted = [name for name in (self.id_field, *self.more_fields) if name]
        return QgsFeatureRequest().setSubsetOfAttributes(wanted, self.source.fields())


def point_of(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> Place | None:
    """The place given as POINT; None where there is none.

    Raises:
        RequestError: field `POINT`, for text that is no point.
    """
    if not names.is_given(given, names.POINT):
        return None
    wgs84 = QgsCoordinateReferenceSystem(WGS84)
    point = algorithm.parameterAsPoint(given, names.POINT, context, wgs84)
    if point.isEmpty():
        raise RequestError("POINT", str(given[names.POINT]), Reason("x,y or x,y [EPSG:code]"))
    return ToWgs84(wgs84, context.transformContext()).place_of_point(point)


def place_of(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> Place | None:
    """The one place of POINT, PLACE_OUTLINE and PLACE_NAME; None where it is neither.

    Raises:
        RequestError: field `POINT` or `outline`, for text that is none.
    """
    place, label = point_of(algorithm, given, context), _name_given(algorithm, given, context)
    if names.is_given(given, names.PLACE_OUTLINE):
        outline = outline_of(algorithm.parameterAsString(given, names.PLACE_OUTLINE, context))
        if place is None:
            return Place.of_parcel(outline, label)
        return replace(place, outline=outline, label=label)
    return place if place is None else replace(place, label=label or place.label)


def _name_given(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> str:
    if algorithm.parameterDefinition(names.PLACE_NAME) is None:
        return ""
    return str(algorithm.parameterAsString(given, names.PLACE_NAME, context)).strip()


def parcels_of(
    algorithm: GuardedAlgorithm,
    given: Given,
    context: QgsProcessingContext,
    *,
    more_fields: tuple[str, ...] = (),
    only_look: bool = False,
) -> ParcelLayer:
    """The layer given as PARCELS, with ID_FIELD; `more_fields` are read as well.

    A file of GeoParquet that QGIS can't open is read by pyarrow; its rows are not if `only_look`.

    Raises:
        RequestError: field `PARCELS` or `ID_FIELD`, saying what is wrong with the layer.
    """
    shown = without_logins(str(given.get(names.PARCELS)))
    source = algorithm.feature_source(names.PARCELS, given, context)
    if source is None:
        source = _of_geoparquet(given, context, with_rows=not only_look)
    if source is None:
        raise RequestError(names.PARCELS, shown, tr("a layer of polygons that can be opened"))
    name = source.sourceName() or shown
    if QgsWkbTypes.geometryType(source.wkbType()) not in _POSSIBLE:
        kind = QgsWkbTypes.displayString(source.wkbType())
        raise RequestError(names.PARCELS, f"{name}: {kind}", tr("a layer of polygons"))
    if not source.sourceCrs().isValid():
        _refuse_unknown_kind(source, name)
        allowed = tr("a layer with a known coordinate system: set the layer's CRS first")
        raise RequestError(names.PARCELS, name, allowed)
    if source.featureCount() == 0 and not (only_look and geoparquet_name(given)):
        raise _no_polygons(name)
    return ParcelLayer(source, _id_field(algorithm, given, context, source), more_fields)


def _no_polygons(layer: str) -> RequestError:
    """Of the layer of this name, or what is given of it."""
    allowed = tr("a layer, or a selection, with at least one polygon")
    return RequestError(names.PARCELS, layer, allowed)


def geoparquet_name(given: Given) -> str:
    """The file's name, if PARCELS is one that may be GeoParquet; empty for anything else."""
    value = given.get(names.PARCELS)
    path = Path(value) if isinstance(value, str) and value else None
    is_one = path is not None and path.suffix.lower() in GEOPARQUET_SUFFIXES
    return path.name if path is not None and is_one else ""


def stand_in(given: Given) -> QgsVectorLayer | None:
    """For QGIS's own check: a layer like a file of GeoParquet that only pyarrow can open."""
    from ...bridge.parcels.geoparquet_layer import layer_of_geoparquet

    path = Path(str(given[names.PARCELS]))
    return layer_of_geoparquet(path, with_rows=False) if path.is_file() else None


def _of_geoparquet(
    given: Given, context: QgsProcessingContext, *, with_rows: bool
) -> QgsProcessingFeatureSource | None:
    if not geoparquet_name(given) or not Path(given[names.PARCELS]).is_file():
        return None
    from ...bridge.parcels.geoparquet_layer import layer_of_geoparquet

    layer = layer_of_geoparquet(Path(given[names.PARCELS]), with_rows=with_rows)
    source = QgsProcessingFeatureSource(layer, context)
    source.layer = layer  # lives as long as its source
    return source


def _refuse_unknown_kind(source: FeatureSource, name: str) -> None:
    """A layer of no certain kind of geometry has no CRS for QGIS, whatever it was given.

    Raises:
        RequestError: field `PARCELS`.
    """
    if QgsWkbTypes.geometryType(source.wkbType()) == QgsWkbTypes.GeometryType.UnknownGeometry:
        kind = QgsWkbTypes.displayString(source.wkbType())
        allowed = tr("a layer of polygons: save this one's polygons as a layer of their own first")
        raise RequestError(names.PARCELS, f"{name}: {kind}", allowed)


def tell_names(parcels: ParcelLayer, given: Given, feedback: QgsProcessingFeedback) -> None:
    """Say by which field the parcels are called where nobody chose it, and what it may lose."""
    if parcels.id_field and not names.is_given(given, names.ID_FIELD):
        text = tr("Parcels are called by the field {field}.")
        feedback.pushInfo(text.format(field=parcels.id_field))
    if parcels.has_inexact_ids():
        feedback.pushWarning(
            tr(
                "The field {field} holds real numbers above 9 007 199 254 740 992: of these "
                "ids the layer may have lost digits. A field of text keeps them."
            ).format(field=parcels.id_field)
        )


def first_place(parcels: ParcelLayer, context: QgsProcessingContext) -> Place | None:
    """Of the first parcel that can be one."""
    targets = parcels.targets(context.transformContext())
    return next((target for target in targets if isinstance(target, Place)), None)


def _id_field(
    algorithm: QgsProcessingAlgorithm,
    given: Given,
    context: QgsProcessingContext,
    source: FeatureSource,
) -> str:
    wanted = str(algorithm.parameterAsString(given, names.ID_FIELD, context)).strip()
    check_field(source, names.ID_FIELD, wanted)
    return wanted or id_field_of(source)


def check_field(source: FeatureSource, parameter: str, wanted: str) -> None:
    """Empty is none.

    Raises:
        RequestError: field `parameter`, where the layer has no field `wanted`.
    """
    fields = source.fields()
    if wanted and fields.lookupField(wanted) < 0:
        there = ", ".join(fields.names()) or tr("none, as the layer has no fields")
        allowed = tr("one of the layer's fields: {fields}").format(fields=there)
        raise RequestError(parameter, wanted, allowed)
