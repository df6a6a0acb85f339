"""What the algorithms that read records of inspections have in common."""

from __future__ import annotations

from contextlib import closing

from qgis.core import QgsProcessing, QgsProcessingContext, QgsProcessingParameterFile

from ...bridge.texts.translation import tr
from ...core.errors import RequestError
from ...core.inspection.exports import InspectionStanding
from ...core.inspection.record.record import Record
from ..parameters.chip_parameters import Given, is_given
from .error_boundary import GuardedAlgorithm

RECORD = "RECORD"
TABLE = QgsProcessing.SourceType.TypeVector
ALL = "all"
"""In place of a group's code, in the row of all."""


class RecordAlgorithm(GuardedAlgorithm):
    """A record in, a table out; a record that somebody is writing to can be read, too."""

    def group(self) -> str:
        return tr("Inspection")

    def groupId(self) -> str:
        return "inspection"

    def tags(self) -> list[str]:
        return ["inspection", "record", "answers", "bucket", "sample", "quassa", "quality", "qa"]

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        for name in self.records():
            if is_given(given, name):
                self.standing(name, given, context)

    def records(self) -> tuple[str, ...]:
        """Names of the parameters that are records."""
        return (RECORD,)

    def standing(
        self, name: str, given: Given, context: QgsProcessingContext
    ) -> InspectionStanding:
        """The queue and the answers of a record.

        Raises:
            RequestError: the parameter's name is its field.
        """
        path = self.parameterAsFile(given, name, context)
        try:
            with closing(Record.read(path)) as record:
                return InspectionStanding.of(record)
        except RequestError as error:
            raise RequestError(name, error.value, error.allowed) from error


def record_parameter(name: str, title: str) -> QgsProcessingParameterFile:
    """A parameter that is a record."""
    file = QgsProcessingParameterFile.Behavior.File
    return QgsProcessingParameterFile(name, title, file, "gpkg")
