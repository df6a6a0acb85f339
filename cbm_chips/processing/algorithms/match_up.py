"""The nearest clear acquisitions before and after each feature's own date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...bridge.texts.translation import tr, tr_count
from ...core.array_lists import as_list
from ...core.errors import RequestError
from ...core.model import MISSION_START, ChipRequest, parse_day
from ...core.model.place import number_between
from ...core.reasons import Reason
from ..base.cancelling import keep
from ..base.chips_beside import ChipsBeside, ChipsOfDays
from ..base.extraction import Target
from ..base.places import check_field, parcels_of
from ..base.repeat_chips import ChipsAgain
from ..base.with_chips import CHIPS, WithChips, chip_parameters
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, as_day, is_given, split_bands
from ..parameters.kinds import optional
from ..tables.table_sink import TableSink
from .parcel_time_series import INDICES, add_rows

if TYPE_CHECKING:  # with numpy, which QGIS's start is not to load
    from collections.abc import Collection, Iterator

    from ...core.parcels.planning.parcel_request import ParcelRequest
    from ...core.parcels.planning.plan import ParcelPlan

DATE_FIELD, MOST_DAYS = "DATE_FIELD", "MOST_DAYS"
USUAL_DAYS, LARGEST_DAYS = 15, 366


class MatchUp(WithChips):
    """`cbmchips:matchup`."""

    def name(self) -> str:
        return "matchup"

    def displayName(self) -> str:
        return tr("Match-up of parcels with dates")

    def shortHelpString(self) -> str:
        return tr(
            "For each feature with a date of its own: the nearest clear Sentinel-2 acquisition "
            "before and after it, how many days apart, and the statistics of bands and indices, "
            "as a table of two rows a feature.\n"
            "The day itself counts as before. Where no clear date lies near enough, the row says "
            "so, and a feature without date or geometry has a row with the reason. "
            "If wanted, the chips of the dates in the table are written as well. "
            "Only acquisitions near some feature's date are read."
        )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        for parameter in (
            *self.parcel_parameters(),
            optional(QgsProcessingParameterString(names.BANDS, tr("Bands"), "B04,B08")),
            optional(QgsProcessingParameterString(INDICES, tr("Indices"), "NDVI")),
            *self.rule_parameters(),
        ):
            self.addParameter(parameter)
        vector = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink(names.OUTPUT, tr("Match-up"), vector))
        for parameter in chip_parameters():
            self.addParameter(parameter)
        self.addOutput(QgsProcessingOutputNumber(names.COUNT, tr("Rows")))
        self.addOutput(QgsProcessingOutputNumber(names.FAILED, tr("Dates and parcels that failed")))

    def period_parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        yield QgsProcessingParameterField(
            DATE_FIELD, tr("Field with each feature's date"), parentLayerParameterName=names.PARCELS
        )
        kind = QgsProcessingParameterNumber.Type.Integer
        words = tr("Most days before and after")
        yield QgsProcessingParameterNumber(
            MOST_DAYS, words, kind, USUAL_DAYS, False, 0, LARGEST_DAYS
        )

    def numbers_wanted(self, given: Given, context: QgsProcessingContext) -> dict[str, Any]:
        return {
            "bands": split_bands(self.parameterAsString(given, names.BANDS, context)),
            "indices": split_bands(self.parameterAsString(given, INDICES, context)),
        }

    def period(self, given: Given, context: QgsProcessingContext) -> tuple[str, str]:
        days = self._days(given, context).values()
        if not days:
            words = tr("a field of dates, of which some feature has one")
            raise RequestError(DATE_FIELD, str(given.get(DATE_FIELD) or ""), words)
        most = self.parameterAsInt(given, MOST_DAYS, context)
        number_between(MOST_DAYS, most, low=0, high=LARGEST_DAYS)
        return _period_around(days, most, str(given[DATE_FIELD]))

    def narrowed(self, plan: ParcelPlan) -> ParcelPlan:
        from ...core.parcels.numbers.matchup import narrowed

        return narrowed(plan, self._dates, self._most_days)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        super().prepare(given, context)
        self._dates = self._days(given, context)
        self._chips: ChipsOfDays | None = None
        self._most_days = self.parameterAsInt(given, MOST_DAYS, context)

    def chips_in(
        self,
        folder: Path,
        wanted: ChipRequest,
        targets: list[Target],
        feedback: QgsProcessingFeedback,
    ) -> ChipsBeside:
        """Those of the dates in the table alone."""
        from ...core.parcels.numbers.matchup import matched_days

        chips = ChipsOfDays(folder, wanted, targets, feedback, self.title_of(CHIPS))
        chips.days_of = partial(matched_days, wanted=self._dates, most_days=self._most_days)
        self._chips = chips
        return chips

    def again(self, given: Given, context: QgsProcessingContext) -> ChipsAgain:
        words = Reason("The Python lines give all dates, not only those near the parcels' own.")
        return replace(super().again(given, context), notes=(words,))

    def was_cut(self, feedback: QgsProcessingFeedback) -> bool:
        """Before all was read, or before all chips that are wanted were there."""
        lacks_chips = self._chips is not None and not self._chips.is_done
        return super().was_cut(feedback) or (feedback.isCanceled() and lacks_chips)

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ...core.parcels.files.series_file import without_numbers
        from ...core.parcels.numbers.matchup import match_columns, matched, unmatched
        from ...core.parcels.planning.plan import ParcelPlan

        wanted: ParcelRequest = self._wanted
        sink = TableSink(self, given, context, match_columns(wanted))
        rows = failed = 0
        plan: ParcelPlan | None = None
        seen: set[int] = set()
        for step in self.planned_run(given, context, feedback):
            if isinstance(step, ParcelPlan):
                plan = step
                self._tell_undated(len(step.parcels) - len(self._dates), feedback)
                continue
            table = matched(step, wanted, self._dates, self._most_days)
            rows, failed = rows + len(table), failed + step.failed_dates
            seen.update(as_list(table.numbers))
            add_rows(table, sink)
        if plan is not None and not self.was_cut(feedback):
            rest = unmatched(plan, self._dates, self._most_days, seen)
            rows, failed = rows + len(rest), failed + len(without_numbers(plan))
            add_rows(rest, sink)
        results = {names.OUTPUT: sink.close(), names.COUNT: rows, names.FAILED: failed}
        if is_given(given, CHIPS):
            results[CHIPS] = self.parameterAsString(given, CHIPS, context)
        if self.was_cut(feedback):
            keep(tr_count("Cancelled: {count} rows are in the table.", rows), context, feedback)
        return results

    @staticmethod
    def _tell_undated(count: int, feedback: QgsProcessingFeedback) -> None:
        if count:
            feedback.pushWarning(
                tr_count(
                    "{count} features have no date that can be read; each has a row that says so.",
                    count,
                )
            )

    def _days(self, given: Given, context: QgsProcessingContext) -> dict[int, date]:
        """Feature, by its number in the layer -> its date; features without one are left out."""
        field = self.parameterAsString(given, DATE_FIELD, context)
        layer = parcels_of(self, given, context, more_fields=(field,))
        check_field(layer.source, DATE_FIELD, field)
        found = {}
        for number, feature in enumerate(layer.features()):
            value = feature[field] if field else None
            try:
                found[number] = parse_day(DATE_FIELD, as_day(value, str(value)))
            except RequestError:
                continue
        return found


def _period_around(days: Collection[date], most: int, field: str) -> tuple[str, str]:
    """First and last day of what lies near any of the days; from the launch on.

    Raises:
        RequestError: field `DATE_FIELD`, where all of it was before.
    """
    first = max(min(days).toordinal() - most, MISSION_START.toordinal())
    last = min(max(days).toordinal() + most, date.max.toordinal())
    if last < first:
        words = Reason("days from {day} (launch) on", day=MISSION_START)
        raise RequestError(DATE_FIELD, f"{field}: {max(days)}", words)
    return str(date.fromordinal(first)), str(date.fromordinal(last))
