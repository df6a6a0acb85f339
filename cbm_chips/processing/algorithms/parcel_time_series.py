"""Statistics of bands and indices, per parcel and date, of a whole layer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ...bridge.texts.translation import tr
from ..base.cancelling import keep
from ..base.parcel_algorithm import ParcelAlgorithm
from ..base.with_chips import CHIPS, WithChips, chip_parameters
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given, split_bands
from ..parameters.earlier_table import tell_newly_clear, without_clear_date
from ..parameters.kinds import optional
from ..tables.table_sink import TableSink

if TYPE_CHECKING:  # with numpy, which QGIS's start is not to load
    from ...core.parcels.numbers.observability import Observability
    from ...core.parcels.numbers.table import ParcelTable

INDICES, OBSERVABILITY = "INDICES", "OBSERVABILITY"


class ParcelTimeSeries(WithChips):
    """`cbmchips:parceltimeseries`."""

    def name(self) -> str:
        return "parceltimeseries"

    def displayName(self) -> str:
        return tr("Time series of all parcels")

    def shortHelpString(self) -> str:
        return tr(
            "Statistics of bands and indices for every parcel of a layer and every Sentinel-2 "
            "acquisition of a period, as a table.\n"
            "Each file is read once for all parcels in it. A row has the cloud flag and the "
            "pixels of each SCL class, then of each band and index (as reflectance) count, mean, "
            "std, min, max, p25, p50 and p75 of the clear pixels: a pixel of 10 m is as clear as "
            "the SCL pixel that holds its centre. 'suspect' is 1 where the mean of NDVI (else of "
            "the first index) lies more than 0.2 below those of the dates before and after it "
            "that are clear or partly clear, 0 where it does not, and empty for cloudy dates and "
            "where a neighbour is missing. Such rows are marked, never dropped: a mown meadow "
            "looks like a missed cloud.\n"
            "Parcels that can't be read, and files that fail, cost nothing but their own rows, "
            "which say why. The same run again, or one with a later last day, reads only what is "
            "missing."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        bands = QgsProcessingParameterString(names.BANDS, tr("Bands"), "B04,B08")
        indices = QgsProcessingParameterString(INDICES, tr("Indices"), "NDVI")
        for parameter in (
            *self.parcel_parameters(),
            optional(bands),
            optional(indices),
            *self.rule_parameters(),
        ):
            self.addParameter(parameter)
        vector = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink(names.OUTPUT, tr("Time series"), vector)
        )
        observability = QgsProcessingParameterFeatureSink(
            OBSERVABILITY, tr("Observability of the parcels"), vector, None, True
        )
        observability.setCreateByDefault(False)
        self.addParameter(observability)
        for parameter in chip_parameters():
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Rows")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates and parcels that failed")))

    def numbers_wanted(self, given: Given, context: QgsProcessingContext) -> dict[str, Any]:
        return {
            "bands": split_bands(self.parameterAsString(given, names.BANDS, context)),
            "indices": split_bands(self.parameterAsString(given, INDICES, context)),
        }

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...core.parcels.files.series_file import without_numbers
        from ...core.parcels.numbers.observability import Observability
        from ...core.parcels.numbers.table import columns_of
        from ...core.parcels.planning.plan import ParcelPlan

        before = without_clear_date(given, feedback)
        sink = TableSink(self, given, context, columns_of(self._wanted))
        counting: Observability | None = None
        failed = rows = 0
        for step in self.planned_run(given, context, feedback):
            if isinstance(step, ParcelPlan):
                counting, table = Observability(step), without_numbers(step)
                failed += len(table)
            else:
                table = step
                failed += table.failed_dates
                if counting is not None:
                    counting.take(table)
            rows += len(table)
            add_rows(table, sink)
        results = {names.OUTPUT: sink.close(), names.COUNT: rows, names.FAILED: failed}
        if is_given(given, CHIPS):
            results[CHIPS] = self.parameterAsString(given, CHIPS, context)
        if counting is not None:
            tell_newly_clear(before, counting.clear_parcels, feedback)
            if is_given(given, OBSERVABILITY):
                results[OBSERVABILITY] = self._write(counting, given, context)
        if self.was_cut(feedback):
            self.tell_cut(context, feedback)
        return results

    def _write(self, counting: Observability, given: Given, context: QgsProcessingContext) -> str:
        table = counting.table()
        sink = TableSink(self, given, context, table.types, output=OBSERVABILITY)
        add_rows(table, sink)
        return sink.close()


class ParcelObservability(ParcelAlgorithm):
    """`cbmchips:observability`."""

    def name(self) -> str:
        return "observability"

    def displayName(self) -> str:
        return tr("Observability of parcels")

    def shortHelpString(self) -> str:
        return tr(
            "Which parcels of a layer can be judged with Sentinel-2 at all, as a table.\n"
            "Only the scene classification (SCL) is read. Of each parcel: the pixels of 10 m that "
            "lie wholly in it, also where its outline is shrunk by 5 or 10 m; whether it is usable "
            "by the published rule (at least 8 full pixels, less than 60 % of them lost at 5 m: "
            "Vajsova et al. 2020); its clear dates in the period, the first, the last, and the "
            "longest gap between them."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (*self.parcel_parameters(), *self.rule_parameters()):
            self.addParameter(parameter)
        vector = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink(names.OUTPUT, tr("Observability"), vector)
        )
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Parcels")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates and parcels that failed")))

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...core.parcels.files.series_file import without_numbers
        from ...core.parcels.numbers.observability import TYPES, Observability
        from ...core.parcels.planning.plan import ParcelPlan

        counting: Observability | None = None
        failed = 0
        for step in self.planned_run(given, context, feedback):
            if isinstance(step, ParcelPlan):
                counting, failed = Observability(step), len(without_numbers(step))
            elif counting is not None:
                counting.take(step)
                failed += step.failed_dates
        sink = TableSink(self, given, context, TYPES)
        if counting is None or self.was_cut(feedback):  # half of the dates would look like few
            keep(tr("Cancelled: nothing is in the table."), context, feedback)
            return {names.OUTPUT: sink.close(), names.COUNT: 0, names.FAILED: failed}
        table = counting.table()
        add_rows(table, sink)
        return {names.OUTPUT: sink.close(), names.COUNT: len(table), names.FAILED: failed}


def add_rows(table: ParcelTable, sink: TableSink) -> None:
    """Hand a table over to QGIS."""
    for row in table.records():
        sink.add(row)
