"""Parcels of a CbM server as a layer: those at a point, or the one of an id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QByteArray

from ...bridge.parcels.geometry import WGS84
from ...bridge.tables.table_fields import fields
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core.outputs.repeat.process_words import place_parameters
from ..base.places import point_of
from ..base.service_algorithm import PID, ServiceAlgorithm, dataset_parameters, source_parameter
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given, one_of
from ..parameters.kinds import optional
from ..repeat.parameters import GivenParameters

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import Parcel

COLUMNS: dict[str, type] = {"pid": str, "cropname": str, "cropcode": str, "area_m2": float}


class ParcelAtLocation(ServiceAlgorithm):
    """`cbmchips:parcelatlocation`."""

    def name(self) -> str:
        return "parcelatlocation"

    def displayName(self) -> str:
        return tr("Parcel at a location")

    def shortHelpString(self) -> str:
        return tr(
            "Asks a CbM server for the parcels at a point, or for the parcel of an id.\n"
            "Give a point or an id, and the area and year whose parcels are meant; some servers "
            "have several types of parcels. The result is a layer of polygons (EPSG:4326) with "
            "id, name and code of the crop, and the area in square metres as the server measured "
            "it: one feature per parcel, several where parcels overlap, none where there is none. "
            "The layer can be given as parcels to the algorithms for chips."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        point = QgsProcessingParameterPoint(names.POINT, tr("A point in the parcel"))
        pid = QgsProcessingParameterString(PID, tr("Id of the parcel"))
        for parameter in (
            source_parameter(),
            optional(point),
            optional(pid),
            *dataset_parameters(),
        ):
            self.addParameter(parameter)
        sink = QgsProcessingParameterFeatureSink(
            names.OUTPUT, tr("Parcels"), QgsProcessing.SourceType.TypeVectorPolygon
        )
        self.addParameter(sink)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Parcels found")))

    def told(self, given: Given, context: QgsProcessingContext) -> GivenParameters:
        told, place = super().told(given, context), point_of(self, given, context)
        return told.with_values(**dict(place_parameters(place) if place else ()))

    def check(self, given: Given, context: QgsProcessingContext) -> None:
        from ...core.sources.cbm_rest.wire.parameters import checked_text

        if is_given(given, names.POINT) == is_given(given, PID):
            raise one_of(given, names.POINT, PID)
        if is_given(given, PID):
            checked_text("pid", self._word(given, PID, context))
        point_of(self, given, context)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        found = self._found(given, context, feedback)
        if not found:
            feedback.pushInfo(tr("There is no parcel."))
        columns = fields(COLUMNS)
        features = [_feature(parcel, columns) for parcel in found]
        for parcel in found:
            feedback.pushInfo(f"{parcel.pid}: {worded(parcel.place.details)}")
        crs = QgsCoordinateReferenceSystem(WGS84)
        output = self.write(features, given, context, columns=columns, crs=crs)
        return {names.OUTPUT: output, names.COUNT: len(found)}

    def _found(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[Parcel]:
        from ...core.sources.cbm_rest.parcel_data.parcels import parcel_by_id, parcels_at

        dataset = self.dataset(given, context)
        if is_given(given, PID):
            pid = self._word(given, PID, context)
            parcel = self.ask(lambda service: parcel_by_id(service, dataset, pid), feedback)
            return [parcel] if parcel is not None else []
        point = point_of(self, given, context)
        if point is None:
            raise one_of(given, names.POINT, PID)
        parcels = self.ask(
            lambda service: parcels_at(service, dataset, lon=point.lon, lat=point.lat), feedback
        )
        for note in parcels.notes:
            feedback.pushWarning(worded(note))
        return list(parcels)


def _feature(parcel: Parcel, columns: QgsFields) -> QgsFeature:
    feature = QgsFeature(columns)
    feature.setAttributes([parcel.pid, parcel.crop_name, parcel.crop_code, parcel.area_m2])
    if parcel.place.outline is not None:
        shape = QgsGeometry()
        shape.fromWkb(QByteArray(parcel.place.outline.wkb))
        shape.convertToMultiType()
        feature.setGeometry(shape)
    return feature
