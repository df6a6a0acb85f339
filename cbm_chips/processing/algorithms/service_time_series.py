"""The time series a CbM server keeps of a parcel, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ...bridge.tables.table_fields import fields
from ...bridge.tables.time_series import cells, column_types
from ...bridge.texts.translation import tr
from ...bridge.texts.words import worded
from ..base.service_algorithm import PID, ServiceAlgorithm, dataset_parameters, source_parameter
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import choice

if TYPE_CHECKING:
    from ...core.sources.cbm_rest.parcel_data.parcels import TimeSeries

KIND = "KIND"
KINDS = ("s2", "bs", "c6", "scl")


class ServiceTimeSeries(ServiceAlgorithm):
    """`cbmchips:servicetimeseries`."""

    def name(self) -> str:
        return "servicetimeseries"

    def displayName(self) -> str:
        return tr("Time series of a CbM server")

    def shortHelpString(self) -> str:
        return tr(
            "Gets the time series that a CbM server keeps of a parcel, as a table.\n"
            "Kinds: s2 (statistics of the Sentinel-2 bands over the parcel, numbers as in the "
            "file), bs (Sentinel-1 backscatter, linear), c6 (Sentinel-1 coherence), scl (counts "
            "of the scene classification). There is one row per acquisition and band, with the "
            "columns of the server; times are UTC. In the column hist, 4:187 means 187 pixels of "
            "class 4.\n"
            "Which kinds there are depends on the server and the area."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            source_parameter(),
            QgsProcessingParameterString(PID, tr("Id of the parcel")),
            *dataset_parameters(),
            choice(KIND, tr("Kind of time series"), KINDS),
        ):
            self.addParameter(parameter)
        sink = QgsProcessingParameterFeatureSink(
            names.OUTPUT, tr("Time series"), QgsProcessing.SourceType.TypeVector
        )
        self.addParameter(sink)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Rows")))

    def check(self, given: Given, context: QgsProcessingContext) -> None:
        from ...core.sources.cbm_rest.wire.parameters import checked_text

        checked_text("pid", self._word(given, PID, context))

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        series = self._series(given, context, feedback)
        for note in series.notes:
            feedback.pushWarning(worded(note))
        rows = cells(series)
        if not rows:
            feedback.pushInfo(tr("The server has no such series of this parcel."))
        types = column_types(series.columns, rows)
        columns = fields(types)
        features = []
        for row in rows:
            feature = QgsFeature(columns)
            feature.setAttributes([_as(kind, value) for kind, value in zip(types.values(), row)])
            features.append(feature)
        output = self.write(features, given, context, columns=columns)
        return {names.OUTPUT: output, names.COUNT: len(rows)}

    def _series(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> TimeSeries:
        from ...core.sources.cbm_rest.parcel_data.parcels import time_series

        dataset = self.dataset(given, context)
        pid = self._word(given, PID, context)
        kind = self.parameterAsEnumString(given, KIND, context)
        series: TimeSeries = self.ask(
            lambda service: time_series(service, dataset, pid, kind=kind), feedback
        )
        return series


def _as(kind: type, value: Any) -> Any:
    return None if value is None else kind(value)
