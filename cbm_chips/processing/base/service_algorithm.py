"""What the algorithms that ask a CbM server for more than chips have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import Qt

from ...bridge.tasks.cbm_service import ServiceQuery, service_of
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ...core import ChipsError
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import advanced, optional
from .error_boundary import GuardedAlgorithm, reason_of

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import Dataset

AOI, YEAR, PTYPE, PID = "AOI", "YEAR", "PTYPE", "PID"


class ServiceAlgorithm(GuardedAlgorithm):
    """Asks one question and writes what comes.

    Settings and logins belong to the main thread and are taken in `prepare`; the question may then
    be asked from anywhere.
    """

    def group(self) -> str:
        return tr("CbM service")

    def groupId(self) -> str:
        return "cbmservice"

    def tags(self) -> list[str]:
        return ["cbm", "parcels", "jrc", "restful", "sentinel"]

    def check(self, given: Given, context: QgsProcessingContext) -> None:
        """Further checks of a subclass, before anything is asked.

        Raises:
            RequestError: naming the field.
        """

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        service_of(names.source_of(self, given, context).source, authcfg="").close()
        self.dataset(given, context)
        self.check(given, context)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        self._service = service_of(
            names.source_of(self, given, context).source,
            authcfg=names.login_of(self, given, context),
        )

    def dataset(self, given: Given, context: QgsProcessingContext) -> Dataset:
        """Which parcels.

        Raises:
            RequestError: field `aoi`, `year` or `ptype`.
        """
        from ...core.sources.cbm_rest.parcel_data.parcels import Dataset

        aoi, year, ptype = (self._word(given, name, context) for name in (AOI, YEAR, PTYPE))
        return Dataset(aoi, year, ptype)

    def ask(self, question: ServiceQuery, feedback: QgsProcessingFeedback) -> Any:
        """The answer; cancelling the algorithm gives the question up at once.

        Raises:
            QgsProcessingException: why there is none.
        """
        service = self._service
        # at once, in the thread that cancels: this one waits and handles no events
        feedback.canceled.connect(service.close, Qt.ConnectionType.DirectConnection)
        try:
            return question(service)
        except ChipsError as error:
            words = tr("Cancelled.") if feedback.isCanceled() else worded(reason_of(error))
            raise QgsProcessingException(words) from error
        finally:
            feedback.canceled.disconnect(service.close)
            service.close()

    def write(
        self,
        features: list[QgsFeature],
        given: Given,
        context: QgsProcessingContext,
        *,
        columns: QgsFields,
        crs: QgsCoordinateReferenceSystem | None = None,
    ) -> str:
        """Where the features went; with a CRS, they are (multi)polygons.

        Raises:
            QgsProcessingException: when they could not be written.
        """
        kind = QgsWkbTypes.Type.NoGeometry if crs is None else QgsWkbTypes.Type.MultiPolygon
        sink, output = self.parameterAsSink(
            given, names.OUTPUT, context, columns, kind, crs or QgsCoordinateReferenceSystem()
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(given, names.OUTPUT))
        for feature in features:
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, given, names.OUTPUT))
        del sink  # flushes the file
        return str(output)

    def _word(self, given: Given, name: str, context: QgsProcessingContext) -> str:
        return str(self.parameterAsString(given, name, context)).strip()


def source_parameter() -> QgsProcessingParameterDefinition:
    """The server; there is none by default."""
    parameter = QgsProcessingParameterString(names.SOURCE, tr("CbM server"))
    parameter.setHelp(
        tr(
            "A server of the plugin's options by its name, whose login is then used; or cbm+https://host/prefix."
        )
    )
    return names.with_list_of_sources(parameter, only_cbm=True)


def dataset_parameters() -> list[QgsProcessingParameterDefinition]:
    """Area, year and type of the parcels, and the login."""
    return [
        QgsProcessingParameterString(AOI, tr("Area: its code on the server")),
        QgsProcessingParameterString(YEAR, tr("Year of the parcels")),
        optional(QgsProcessingParameterString(PTYPE, tr("Type of the parcels"))),
        advanced(optional(QgsProcessingParameterAuthConfig(names.AUTH, tr("Login")))),
    ]
