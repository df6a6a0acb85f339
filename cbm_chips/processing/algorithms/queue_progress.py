"""How far an inspection has come, as a table."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...bridge.texts.translation import tr
from ...core.inspection.progress_table import GroupProgress, queue_progress
from ...core.inspection.values import Outcome
from ..base.record_algorithm import ALL, RECORD, TABLE, RecordAlgorithm, record_parameter
from ..parameters import chip_parameters as names
from ..tables.table_sink import TableSink

ANSWERED, OPEN = "ANSWERED", "OPEN"
_OUTCOMES = {outcome: outcome.value.replace(" ", "_") for outcome in Outcome}
_COUNTS = ("open", "replaced", "reserve", "second_looks")


class QueueProgressAlgorithm(RecordAlgorithm):
    """`cbmchips:queueprogress`."""

    def name(self) -> str:
        return "queueprogress"

    def displayName(self) -> str:
        return tr("Progress of an inspection")

    def shortHelpString(self) -> str:
        return tr(
            "Counts, for each group (bucket) of an inspection's record, what is wanted, answered "
            "and open.\n"
            "A row is a group; the last one is all of them. Its columns are the questions wanted, "
            "the rows of the sample, those answered, done (answered, without those that another "
            "one stands in for) and answered by outcome, open, replaced, those of the reserve that "
            "are not needed yet, and second looks. The record may be open elsewhere meanwhile."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        sink = QgsProcessingParameterFeatureSink(names.OUTPUT, tr("Progress"), TABLE)
        for parameter in (record_parameter(RECORD, tr("Record of an inspection")), sink):
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(ANSWERED, tr("Questions answered")))
        self.addOutput(QgsProcessingOutputNumber(OPEN, tr("Questions open")))

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        rows = queue_progress(self.standing(RECORD, given, context))
        texts, counts = ("question", "text"), ("wanted", "rows", "answered", "done")
        columns: dict[str, type] = dict.fromkeys(texts, str)
        columns.update(dict.fromkeys((*counts, *_OUTCOMES.values(), *_COUNTS), int))
        table = TableSink(self, given, context, columns)
        for row in rows:
            table.add(_cells(row))
        total = rows[-1] if rows else GroupProgress("")
        return {names.OUTPUT: table.close(), ANSWERED: total.answered, OPEN: total.open}


def _cells(row: GroupProgress) -> dict[str, Any]:
    return {
        "question": ALL if row.is_total else row.question,
        "text": row.text,
        "wanted": row.wanted,
        "rows": row.rows,
        "answered": row.answered,
        "done": row.done,
        **{column: row.outcomes.get(outcome, 0) for outcome, column in _OUTCOMES.items()},
        **{name: getattr(row, name) for name in _COUNTS},
    }
