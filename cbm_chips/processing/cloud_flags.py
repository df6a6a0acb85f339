"""A table of dates with their cloud flags; only the scene classification is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..bridge import settings
from ..bridge.fields import field
from ..bridge.settings import parse_codes
from ..bridge.words import tr
from ..core.model import Absence, FailedChip, Place
from ..core.scl import SCL_CLASSES, CloudRule, judge
from . import parameters as names
from .chip_algorithm import ChipAlgorithm
from .extraction import Broken, Result
from .parameters import Given, advanced, is_given, optional, percentage

BAD_CLASSES, TOLERANCE_PCT = "BAD_CLASSES", "TOLERANCE_PCT"
DEFAULT_BAD_CLASSES = "1,3,8,9,10"

_CLASS_COLUMNS = {row.code: f"scl_{row.name}_px" for row in SCL_CLASSES}
COLUMNS: dict[str, type] = {
    "parcel": str,
    "date": str,
    "acquired": str,
    "scene_id": str,
    "flag": str,
    "cloud_fraction": float,
    "valid_px": int,
    "total_px": int,
    **dict.fromkeys(_CLASS_COLUMNS.values(), int),
    "reason": str,
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
            "cloudy (two thirds bad or more) and no_data are the others. Without bad classes "
            "those of the plugin's settings are taken.\n"
            "Dates that could not be judged are listed with the reason."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        bad_classes = QgsProcessingParameterString(
            BAD_CLASSES, tr("SCL classes that spoil a pixel"), DEFAULT_BAD_CLASSES
        )
        tolerance = percentage(TOLERANCE_PCT, tr("Bad pixels a clear date may have, per cent"), 0)
        rule = [advanced(optional(bad_classes)), advanced(optional(tolerance))]
        for parameter in (*names.where_and_when(), *names.limits(), *rule):
            self.addParameter(parameter)
        sink = QgsProcessingParameterFeatureSink(
            names.OUTPUT, tr("Cloud flags"), QgsProcessing.SourceType.TypeVector
        )
        self.addParameter(sink)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Dates judged")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates and parcels that failed")))

    def wished_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        return ("SCL",)

    def rule(self, given: Given, context: QgsProcessingContext) -> CloudRule:
        bad_classes = settings.load().bad_classes
        if is_given(given, BAD_CLASSES) or BAD_CLASSES not in given:
            bad_classes = parse_codes(self.parameterAsString(given, BAD_CLASSES, context))
        tolerance_pct = self.parameterAsDouble(given, TOLERANCE_PCT, context)
        return CloudRule(bad_classes, tolerance_pct)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        targets = self.targets(given, context, feedback)
        tally = _Tally()
        with self.extraction(given, context, feedback) as extraction:
            for place, results in extraction.over(targets):
                tally.add(place, results)
        extraction.refuse_if_nothing(targets)
        output = self._write([*tally.rows, *map(_broken_row, extraction.broken)], given, context)
        return {
            names.OUTPUT: output,
            names.COUNT: tally.judged,
            names.FAILED: tally.failed + len(extraction.broken),
        }

    def _write(
        self, rows: list[dict[str, Any]], given: Given, context: QgsProcessingContext
    ) -> str:
        columns = QgsFields()
        for name, kind in COLUMNS.items():
            columns.append(field(name, kind))
        sink, output = self.parameterAsSink(
            given,
            names.OUTPUT,
            context,
            columns,
            QgsWkbTypes.Type.NoGeometry,
            QgsCoordinateReferenceSystem(),
        )
        if sink is None:
            raise QgsProcessingException(self.invalidSinkError(given, names.OUTPUT))
        for row in rows:
            feature = QgsFeature(columns)
            feature.setAttributes([row.get(name) for name in COLUMNS])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise QgsProcessingException(self.writeFeatureError(sink, given, names.OUTPUT))
        del sink  # flushes the file
        return str(output)


@dataclass
class _Tally:
    """Rows by place and date, and how many of them are what."""

    rows: list[dict[str, Any]] = dataclass_field(default_factory=list)
    judged: int = 0
    failed: int = 0

    def add(self, place: Place, results: Iterable[Result]) -> None:
        """Take the results of one place."""
        of_place = sorted(results, key=lambda result: (result.scene.acquired, result.scene.id))
        self.rows += [_row(place, result) for result in of_place]
        self.judged += sum(result.histogram is not None for result in of_place)
        self.failed += sum(
            isinstance(result, FailedChip) and result.absence is not Absence.EXCLUDED
            for result in of_place
        )


def _row(place: Place, result: Result) -> dict[str, Any]:
    row: dict[str, Any] = {
        "parcel": place.name,
        "date": result.scene.when("%Y-%m-%d") or None,
        "acquired": result.scene.when("%Y-%m-%dT%H:%M:%SZ") or None,
        "scene_id": result.scene.id,
        "flag": result.flag.value,
        "cloud_fraction": result.cloud_fraction,
        "reason": result.reason if isinstance(result, FailedChip) else None,
    }
    if result.histogram is not None:
        verdict = judge(result.histogram, CloudRule())  # its counts do not depend on the rule
        row.update(valid_px=verdict.valid_px, total_px=verdict.total_px)
        row.update({name: result.histogram.get(code, 0) for code, name in _CLASS_COLUMNS.items()})
    return row


def _broken_row(broken: Broken) -> dict[str, Any]:
    return {"parcel": broken.label, "reason": broken.reason}
