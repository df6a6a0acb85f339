"""The answers of an inspection as a file for a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
)

from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.inspection.export_files import ENDINGS, export_answers
from ...core.inspection.exports import answers_tables
from ..base.record_algorithm import RECORD, RecordAlgorithm, record_parameter
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given

KINDS = "CSV (*.csv);;XLSX (*.xlsx)"


class ExportAnswersAlgorithm(RecordAlgorithm):
    """`cbmchips:exportanswers`."""

    def name(self) -> str:
        return "exportanswers"

    def displayName(self) -> str:
        return tr("Export the answers of an inspection")

    def tags(self) -> list[str]:
        return [*super().tags(), "csv", "xlsx", "excel", "export"]

    def shortHelpString(self) -> str:
        return tr(
            "Writes every row of an inspection's sample with what was answered, in the sample's "
            "order, as CSV or XLSX.\n"
            "The sample's columns come first and stay as they are; a row that is open has no "
            "outcome, one that was replaced names its replacement and the reason. Where there are "
            "several groups (buckets), XLSX has a sheet for each, and beside the CSV file there is "
            "one for each. XLSX needs the Python package openpyxl."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        file = QgsProcessingParameterFileDestination(names.OUTPUT, tr("Answers"), KINDS)
        for parameter in (record_parameter(RECORD, tr("Record of an inspection")), file):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Rows")))

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        super().check_all(given, context)
        self._path(given, context)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        path = self._path(given, context)  # models skip the check
        tables = answers_tables(self.standing(RECORD, given, context))
        files = export_answers(path, tables)
        for file in files:
            feedback.pushInfo(str(file))
        return {names.OUTPUT: str(files[0]), names.COUNT: len(tables[0].rows)}

    def _path(self, given: Given, context: QgsProcessingContext) -> Path:
        path = Path(self.parameterAsFileOutput(given, names.OUTPUT, context))
        if path.suffix.lower() not in ENDINGS:
            allowed = tr("a file that ends with {kinds}").format(kinds=", ".join(ENDINGS))
            raise RequestError(names.OUTPUT, str(path), allowed)
        return path
