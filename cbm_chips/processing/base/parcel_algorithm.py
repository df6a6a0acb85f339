"""What the algorithms for many parcels have in common: a plan first, then its pieces."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import ExitStack, closing, nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...bridge.parcels.geometry import parcel_rows
from ...bridge.sources.session import SourceSession, SourceSetup
from ...bridge.texts.plan_words import PlanFeedback, plan_words
from ...bridge.texts.translation import tr, tr_count
from ...bridge.texts.words import worded
from ...core import periods
from ...core.errors import RequestError
from ...core.model import ChipRequest, Place
from ...core.outputs.repeat.process_words import rule_name
from ...core.outputs.repeat.repetition import Repetition
from ...core.parcels.planning.parcel_request import LARGEST_BUFFER_M, ParcelRequest, PixelRule
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given
from ..parameters.kinds import advanced, choice, optional, percentage
from ..repeat.parameters import GivenParameters, given_parameters
from .cancelling import cancelled_by, is_cancelled, keep
from .chip_algorithm import ChipAlgorithm
from .empty_places import EmptyPlaces
from .pieces_progress import PiecesProgress
from .places import ParcelLayer, first_place, parcels_of, tell_names

if TYPE_CHECKING:
    from ...core.parcels.numbers.table import ParcelTable
    from ...core.parcels.planning.plan import ParcelPlan
    from ...core.pipeline.run import Tools
    from ...core.sources.source import Source
    from .chips_beside import ChipsBeside

PIXELS, INNER_BUFFER_M = "PIXELS", "INNER_BUFFER_M"
MAX_SCENE_CLOUD, SCHEDULER = "MAX_SCENE_CLOUD", "SCHEDULER"


class ParcelAlgorithm(ChipAlgorithm):
    """Parcels in, tables out; which bands and indices, and which tables, is the subclass's."""

    _progress: PiecesProgress | None = None

    def group(self) -> str:
        return tr("Many parcels")

    def groupId(self) -> str:
        return "manyparcels"

    def numbers_wanted(self, given: Given, context: QgsProcessingContext) -> dict[str, Any]:
        """Bands and indices as fields of a `ParcelRequest`."""
        return {}

    def parcel_parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Source, parcels and period."""
        yield names.source_parameter()
        yield from names.parcels_and_names()
        yield from self.period_parameters()

    def period_parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        """Which dates."""
        yield from (row.definition(row.name) for row in names.PERIOD)

    def period(self, given: Given, context: QgsProcessingContext) -> tuple[str, str]:
        """First and last day.

        Raises:
            RequestError: for a period that can't be known.
        """
        read = {row.field: row.read(self, given, row.name, context) for row in names.PERIOD}
        source = names.source_of(self, given, context).id
        days = periods.completed(read["start"], read["end"], source)
        return days.start, days.end

    def narrowed(self, plan: ParcelPlan) -> ParcelPlan:
        """The plan without what a subclass does not want."""
        return plan

    def chips_beside(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> ChipsBeside | None:
        """Chips that are written from the same reads; None for none."""
        return None

    def rule_parameters(self) -> Iterator[QgsProcessingParameterDefinition]:
        """What counts as clear, which pixels stand for a parcel, the login."""
        yield names.cloud_rule()
        rules = tuple(rule.value for rule in PixelRule)
        pixels = choice(PIXELS, tr("Pixels that stand for a parcel"), rules)
        pixels.setHelp(
            tr(
                "centre: those whose centre lies in it. inside: those that lie in it as a whole. "
                "area-weighted: all that it covers something of, each by the share it covers; a "
                "count is then the sum of these shares, and the flags stay those of the centres. "
                "It takes the Python package exactextract."
            )
        )
        yield pixels
        kind = QgsProcessingParameterNumber.Type.Double
        words = tr("Metres taken off the parcel's edge")
        yield QgsProcessingParameterNumber(
            INNER_BUFFER_M, words, kind, 0, False, 0, LARGEST_BUFFER_M
        )
        yield names.second_opinion()
        clouds = percentage(MAX_SCENE_CLOUD, tr("Most clouds in the whole scene, per cent"), 100)
        yield advanced(clouds)
        yield advanced(optional(QgsProcessingParameterAuthConfig(names.AUTH, tr("Login"))))
        words = tr("Scheduler of a Dask cluster: tcp://host:8786")
        yield advanced(optional(QgsProcessingParameterString(SCHEDULER, words)))

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        self._check_packages(given, context)
        _require_for(self._parcel_request(given, context))
        self._check_source(given, context)
        parcels_of(self, given, context, only_look=True)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        self._check_packages(given, context)  # models skip the check
        self._wanted = self._parcel_request(given, context)
        _require_for(self._wanted)
        source = names.source_of(self, given, context).source
        authcfg = names.login_of(self, given, context)
        self._session = SourceSession(SourceSetup.of(source, authcfg=authcfg))

    def told(self, given: Given, context: QgsProcessingContext) -> GivenParameters:
        wanted = self._wanted
        days = {names.START: str(wanted.start), names.END: str(wanted.end)}
        told = given_parameters(self, given, context)
        return told.with_values(**days, **{names.CLOUD_RULE: rule_name(wanted.rule)})

    def repetition(self, given: Given, context: QgsProcessingContext) -> Repetition:
        """Of a table, the command alone."""
        return Repetition(self.given_again.command, notes=self.given_again.notes)

    def planned_run(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Iterator[ParcelPlan | ParcelTable]:
        """The plan, then the table of each of its pieces as it comes; ends early when cancelled.

        Raises:
            ChipsError: when it can't begin.
            QgsProcessingException: where nothing can be read of any parcel.
        """
        from ...core.parcels.planning.make_plan import plan_parcels

        layer = parcels_of(self, given, context)
        tell_names(layer, given, feedback)
        parcels = _parcels_in(layer, context)
        with ExitStack() as stack:
            stack.callback(self._session.close, waits=True)
            with cancelled_by(feedback):
                rule = self._wanted.rule
                source, tools = stack.enter_context(self._session.use(rule))
                plan = plan_parcels(parcels, self._wanted, source, cache=tools.cache)
            if not plan.dates:
                place = first_place(layer, context)
                self._tell_nearest(place, EmptyPlaces(source, tools, feedback))
            _tell(plan, feedback)
            plan = self.narrowed(plan)
            if source.is_remote and not _may_read(plan, feedback):
                return
            yield plan
            self._progress = progress = PiecesProgress(plan, feedback)
            scheduler = self.parameterAsString(given, SCHEDULER, context).strip()
            chips = self.chips_beside(given, context, feedback)
            tables = chips.tables if chips else partial(_tables, scheduler=scheduler)
            with closing(tables(plan, source, tools)) as arriving:
                for table in arriving:
                    if table is not None:
                        progress.take(table)
                        yield table
                    if is_cancelled(feedback):
                        return

    def was_cut(self, feedback: QgsProcessingFeedback) -> bool:
        """It was cancelled before all was read."""
        return feedback.isCanceled() and not (self._progress and self._progress.is_complete)

    def tell_cut(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> None:
        """Say how much of it is there."""
        progress = self._progress
        told = tr_count(
            "Cancelled: {done} of {count} parcels are in {table}.",
            progress.parcels if progress else 0,
            done=progress.parcels_done if progress else 0,
            table=tr("the table"),
        )
        keep(told, context, feedback)

    def _tell_nearest(self, place: Place | None, empty: EmptyPlaces) -> None:
        """Warn with the date that is nearest at `place`, which stands for a layer without any."""
        if place is None:
            return
        wanted = self._wanted
        empty.add(
            ChipRequest(
                place,
                bands=("SCL",),
                start=wanted.start,
                end=wanted.end,
                max_scene_cloud_pct=wanted.max_scene_cloud_pct,
            )
        )
        empty.sum_up(1)

    def _parcel_request(self, given: Given, context: QgsProcessingContext) -> ParcelRequest:
        start, end = self.period(given, context)
        return ParcelRequest(
            start=start,
            end=end,
            rule=self.rule(given, context),
            pixels=self.parameterAsEnumString(given, PIXELS, context),
            inner_buffer_m=self.parameterAsDouble(given, INNER_BUFFER_M, context),
            max_scene_cloud_pct=self.parameterAsDouble(given, MAX_SCENE_CLOUD, context),
            second_opinion=self.parameterAsBool(given, names.SECOND_OPINION, context),
            **self.numbers_wanted(given, context),
        )


def _require_for(wanted: ParcelRequest) -> None:
    """Raises `MissingPackage`, before anything is read."""
    if wanted.counts_shares:
        from ...core.parcels.numbers.weighted_pixels import require_exactextract

        require_exactextract()


def _parcels_in(layer: ParcelLayer, context: QgsProcessingContext) -> Any:
    """The layer as `Parcels`, in its own CRS.

    Raises:
        RequestError: field `PARCELS`, for a CRS that PROJ does not know.
    """
    from ...core.parcels.outlines.layer import Parcels

    crs = layer.source.sourceCrs()
    known = crs.authid() if crs.authid().startswith("EPSG:") else crs.toWkt()
    try:
        return Parcels.of(parcel_rows(layer.features(), layer.id_field), known)
    except RequestError as error:
        raise RequestError(names.PARCELS, error.value, error.allowed) from error


def _tables(
    plan: ParcelPlan, source: Source, tools: Tools, scheduler: str
) -> Generator[ParcelTable | None, None, None]:
    """The tables of the plan's pieces, None while nothing arrives; `scheduler` may be empty."""
    from ...core.parcels.running.cluster import scheduler_at
    from ...core.parcels.running.run import waiting_tables

    with scheduler_at(scheduler) if scheduler else nullcontext() as cluster:
        yield from waiting_tables(
            plan, source, cache=tools.cache, reader=tools.reader, executor=cluster
        )


def _tell(plan: ParcelPlan, feedback: QgsProcessingFeedback) -> None:
    from ...core.parcels.outlines.oddities import WITHOUT_NUMBERS

    feedback.pushInfo(plan_words(plan))
    for note in plan.notes:
        feedback.pushInfo(worded(note))
    for remark in plan.remarks:
        parcel = plan.parcels.ids[remark.parcel]
        words = ": ".join(filter(None, (parcel, worded(remark.words))))
        if remark.oddity in WITHOUT_NUMBERS:
            feedback.reportError(words, False)
        else:
            feedback.pushInfo(words)
    refused = {one.parcel: one for one in plan.remarks if one.oddity in WITHOUT_NUMBERS}
    if len(refused) == len(plan.parcels):
        reasons = dict.fromkeys(worded(one.words) for one in refused.values())
        raise QgsProcessingException("\n".join(reasons))


def _may_read(plan: ParcelPlan, feedback: QgsProcessingFeedback) -> bool:
    """False where somebody who can be asked does not want so much to be read."""
    can_ask = isinstance(feedback, PlanFeedback) and plan.estimate.is_large
    return not can_ask or feedback.agrees_to(plan_words(plan))
