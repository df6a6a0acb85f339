"""A table of dates with their cloud flags; only the scene classification is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ...bridge import settings
from ...bridge.settings import parse_codes
from ...bridge.texts.translation import tr
from ...core.model import Absence, Chip, FailedChip, Place
from ...core.outputs.run_folder.table import doubtful_cell, share_cell
from ...core.sentinel2.cloud_rules import CLOUD_RULES, rule_words
from ...core.sentinel2.flag_columns import CLASS_COLUMNS, FLAG_COLUMNS, OPINION_COLUMNS
from ...core.sentinel2.scl import CloudRule, judge
from ..base.cancelling import keep
from ..base.chip_algorithm import ChipAlgorithm
from ..base.extraction import FailedPlace, Result
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given
from ..parameters.kinds import advanced, optional, percentage
from ..tables.table_sink import TableSink

BAD_CLASSES, TOLERANCE_PCT = "BAD_CLASSES", "TOLERANCE_PCT"
DEFAULT_BAD_CLASSES = "1,3,8,9,10"
OF_THE_CLASSES = "classes"
"""The cloud rule that BAD_CLASSES says."""

COLUMNS: dict[str, type] = {
    **FLAG_COLUMNS,
    "outline_basis": str,
    "parcel_in_chip_pct": float,
    "cloud_rule": str,
    **OPINION_COLUMNS,
}


class CloudFlags(ChipAlgorithm):
    """`cbmchips:cloudflags`."""

    def name(self) -> str:
        return "cloudflags"

    def displayName(self) -> str:
        return tr("List dates with cloud flags")

    def shortHelpString(self) -> str:
        return tr(
            "Lists every Sentinel-2 acquisition of a period with a cloud flag that is judged over "
            "the parcel.\n"
            "Only the scene classification (SCL) is read. The pixels whose centre lies in the "
            "parcel (without parcels: all of the chip) are counted by class. A date is clear if "
            "every pixel has data and the share of bad classes is within the tolerance; partly, "
            "cloudy (two thirds bad or more) and no_data are the others. Which classes are bad is "
            "said by the cloud rule: as listed under bad classes, that of the plugin's options, or "
            "one by its name. Without bad classes those of the plugin's options are taken. The "
            "rule stands in every row, in cloud_rule.\n"
            "Dates that could not be judged are listed with the reason. How much of the parcel "
            "lies in the chip, and so how much of it is judged, stands in parcel_in_chip_pct."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        bad_classes = QgsProcessingParameterString(
            BAD_CLASSES, tr("SCL classes that spoil a pixel"), DEFAULT_BAD_CLASSES
        )
        tolerance = percentage(TOLERANCE_PCT, tr("Bad pixels a clear date may have, per cent"), 0)
        rule = [
            advanced(optional(bad_classes)),
            advanced(optional(tolerance)),
            advanced(names.cloud_rule(OF_THE_CLASSES)),
        ]
        for parameter in (*names.where_and_when(), *names.limits(), *rule):
            self.addParameter(parameter)
        sink = QgsProcessingParameterFeatureSink(
            names.OUTPUT, tr("Cloud flags"), QgsProcessing.SourceType.TypeVector
        )
        self.addParameter(sink)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Dates judged")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates and parcels that failed")))

    def requested_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return ("SCL",)

    def rule(self, given: Given, context: QgsProcessingContext) -> CloudRule:
        name = self.parameterAsEnumString(given, names.CLOUD_RULE, context)
        if name == names.OF_THE_OPTIONS:
            return settings.load().rule
        bad_classes = settings.load().bad_classes
        if name in CLOUD_RULES:
            bad_classes = CLOUD_RULES[name].bad_classes
        elif is_given(given, BAD_CLASSES) or BAD_CLASSES not in given:
            bad_classes = parse_codes(self.parameterAsString(given, BAD_CLASSES, context))
        tolerance_pct = self.parameterAsDouble(given, TOLERANCE_PCT, context)
        return CloudRule(bad_classes, tolerance_pct)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        targets = self.targets(given, context, feedback)
        table, tally = TableSink(self, given, context, COLUMNS), _Tally()
        with self.extraction(given, context, feedback) as extraction:
            for row in _rows(extraction.over(targets), tally):
                table.add(row)
        extraction.refuse_if_nothing(targets)
        for failed in extraction.failed_places:
            table.add(_failed_row(failed))
        output = table.close()
        if feedback.isCanceled():
            keep(extraction.progress.in_words(tr("the table")), context, feedback)
        return {
            names.OUTPUT: output,
            names.COUNT: tally.judged,
            names.FAILED: tally.failed + len(extraction.failed_places),
        }


def _rows(
    results: Iterable[tuple[Place, Result | None]], tally: _Tally
) -> Iterator[dict[str, Any]]:
    """By place, and each place's by date, whenever a place is complete; at the end what is left."""
    waiting: dict[int, tuple[Place, list[Result]]] = {}
    for place, result in results:
        of_place = waiting.setdefault(id(place), (place, []))[1]
        if result is not None:
            of_place.append(result)
        else:
            yield from tally.rows_of(place, waiting.pop(id(place))[1])
    for place, of_place in waiting.values():
        yield from tally.rows_of(place, of_place)


@dataclass
class _Tally:
    """How many rows are what."""

    judged: int = 0
    failed: int = 0

    def rows_of(self, place: Place, results: Iterable[Result]) -> list[dict[str, Any]]:
        """The rows of one place by date, counted."""
        of_place = sorted(results, key=lambda result: (result.scene.acquired, result.scene.id))
        self.judged += sum(result.histogram is not None for result in of_place)
        self.failed += sum(
            isinstance(result, FailedChip) and result.absence is not Absence.EXCLUDED
            for result in of_place
        )
        return [_row(place, result) for result in of_place]


def _row(place: Place, result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {
        "parcel": place.name,
        "date": result.scene.when("%Y-%m-%d") or None,
        "acquired": result.scene.when("%Y-%m-%dT%H:%M:%SZ") or None,
        "scene_id": result.scene.id,
        "flag": result.flag.value,
        "cloud_fraction": result.cloud_fraction,
        "reason": result.reason if isinstance(result, FailedChip) else None,
        "parcel_in_chip_pct": share_cell(result.parcel_in_chip_pct),
        "cloud_rule": None if result.rule is None else rule_words(result.rule),
        "likely_cloud_fraction": result.likely_cloud_fraction,
        "doubtful": doubtful_cell(result),
    }
    if isinstance(result, Chip):
        row["outline_basis"] = result.provenance.outline_basis
    if result.histogram is not None:
        verdict = judge(result.histogram, CloudRule())  # its counts do not depend on the rule
        row.update(valid_px=verdict.valid_px, total_px=verdict.total_px)
        row.update({name: result.histogram.get(code, 0) for code, name in CLASS_COLUMNS.items()})
    return row


def _failed_row(failed: FailedPlace) -> dict[str, Any]:
    return {"parcel": failed.label, "reason": failed.reason}
