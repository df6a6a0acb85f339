"""What the algorithms that extract chips have in common."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...bridge.sources import dependencies
from ...bridge.sources.sample import sample_words
from ...bridge.sources.session import SourceSession, SourceSetup
from ...bridge.texts.translation import tr
from ...core import ChipRequest, CloudRule, Place, open_source
from ...core.errors import MissingPackage
from ...core.outputs.repeat.process_words import place_parameters
from ...core.outputs.repeat.repeatable_run import RepeatableRun
from ...core.outputs.repeat.repetition import Repetition
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import Given, is_given, one_of
from ..repeat.parameters import GivenParameters
from .cancelling import cancelled_by
from .error_boundary import GuardedAlgorithm
from .extraction import Extraction, Target
from .folder_place import fields_of_folder, folder_given
from .places import geoparquet_name, parcels_of, place_of, stand_in, tell_names
from .repeat_chips import ChipsAgain, repetition_of_chips

if TYPE_CHECKING:
    from ...core.sample_archive import OnProgress

SAMPLE = "sample"
ANYWHERE = Place(lon=0, lat=0)
"""Stands in for the place while the rest of the request is checked."""


class ChipAlgorithm(GuardedAlgorithm):
    """Places in, something about every date out; the rest is the subclass's.

    What belongs to the main thread (settings, network options, logins) is taken in `prepare`; the
    work may then run anywhere.
    """

    _targets: Sequence[Target] = ()

    def group(self) -> str:
        return tr("Image chips")

    def groupId(self) -> str:
        return "imagechips"

    def tags(self) -> list[str]:
        return ["sentinel-2", "chips", "time series", "stac", "parcels", "cbm", "clouds", "scl"]

    def canExecute(self) -> tuple[bool, str]:
        reason = dependencies.explain(row for row in dependencies.missing() if not row.has_wheel)
        return not reason, reason

    @abstractmethod
    def requested_bands(self, given: Given, context: QgsProcessingContext) -> tuple[str, ...]:
        """The bands to ask for.

        Raises:
            RequestError: for text that names none.
        """

    def rule(self, given: Given, context: QgsProcessingContext) -> CloudRule:
        """What counts as clear.

        Raises:
            RequestError: for what can't be judged by.
        """
        return names.rule_given(self, given, context)

    def check(self, given: Given, context: QgsProcessingContext) -> None:
        """Further checks of a subclass, before anything runs.

        Raises:
            RequestError: naming the field.
        """

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        self._check_place(given, context)
        self._check_packages(given, context)
        self._request(given, context, self._place(given, context) or ANYWHERE)
        self.rule(given, context)
        self.check(given, context)
        self._check_source(given, context)
        if is_given(given, names.PARCELS):
            parcels_of(self, given, context, only_look=True)

    def as_qgis_sees(self, given: Given, context: QgsProcessingContext) -> dict[str, Any]:
        if not geoparquet_name(given):
            return dict(given)
        if self.parameterAsSource(given, names.PARCELS, context) is not None:
            return dict(given)
        return {**given, names.PARCELS: stand_in(given)}

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        self._check_packages(given, context)  # models skip the check
        self.request = self._request(given, context)
        self._rule = self.rule(given, context)
        source = names.source_of(self, given, context).source
        authcfg = names.login_of(self, given, context)
        self._session = SourceSession(SourceSetup.of(source, authcfg=authcfg))

    @contextmanager
    def extraction(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Iterator[Extraction]:
        """The run, with everything open that it needs.

        Raises:
            ChipsError: when it can't begin, or nothing could be done.
        """
        with ExitStack() as stack:
            stack.callback(self._session.close, waits=True)
            with cancelled_by(feedback):
                in_use = self._session.use(self._rule, on_sample=_telling(feedback))
                source, tools = stack.enter_context(in_use)
            if tools.cache is None:
                feedback.pushWarning(no_cache_words())
            yield Extraction(self.request, source, tools=tools, feedback=feedback)

    def targets(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[Target]:
        """The places of the run, in the order of the layer.

        Raises:
            RequestError: field `PARCELS` or `ID_FIELD`, for a layer that can't be used.
        """
        place = self._place(given, context)
        if place is not None:
            found: list[Target] = [place]
        else:
            parcels = parcels_of(self, given, context)
            tell_names(parcels, given, feedback)
            found = list(parcels.targets(context.transformContext()))
        self._targets = found
        return found

    def told(self, given: Given, context: QgsProcessingContext) -> GivenParameters:
        told, request = super().told(given, context), self.request
        days = {names.START: request.first_day.isoformat(), names.END: request.last_day.isoformat()}
        place = self._place(given, context)
        return told.with_values(**days, **dict(place_parameters(place) if place else ()))

    def repetition(self, given: Given, context: QgsProcessingContext) -> Repetition:
        return repetition_of_chips(self.given_again, self.again(given, context), self._targets)

    def again(self, given: Given, context: QgsProcessingContext) -> ChipsAgain:
        """What is read, without its places."""
        return ChipsAgain(self.repeatable(self.request, given, context))

    def repeatable(
        self, request: ChipRequest, given: Given, context: QgsProcessingContext
    ) -> RepeatableRun:
        """The run of a request, by the source and login given."""
        source = names.source_of(self, given, context).source
        login = names.login_of(self, given, context)
        return RepeatableRun.of(request, source, login=login, rule=self._rule)

    def _check_source(self, given: Given, context: QgsProcessingContext) -> None:
        """Refuse an unknown name at once; nothing is asked over the network, nothing built."""
        name = names.source_of(self, given, context).source
        if name != SAMPLE:
            open_source(name).close()

    def _check_packages(self, given: Given, context: QgsProcessingContext) -> None:
        """Refuse where the source lacks packages: `qgis_process` does not ask `canExecute`.

        Raises:
            MissingPackage: naming them.
        """
        source = names.source_of(self, given, context)
        lacking = dependencies.lacking_for(source.source)
        if lacking:
            raise MissingPackage(dependencies.explain(lacking, source.title))

    def _place(self, given: Given, context: QgsProcessingContext) -> Place | None:
        folder = folder_given(self, given, context)
        return place_of(self, given, context) if folder is None else folder.place

    def _check_place(self, given: Given, context: QgsProcessingContext) -> None:
        has_place = is_given(given, names.POINT) or is_given(given, names.PLACE_OUTLINE)
        if has_place == is_given(given, names.PARCELS):
            if not has_place and folder_given(self, given, context) is not None:
                return
            raise one_of(given, names.POINT, names.PARCELS)

    def _request(
        self, given: Given, context: QgsProcessingContext, place: Place = ANYWHERE
    ) -> ChipRequest:
        fields = names.request_fields(self, given, context)
        folder = folder_given(self, given, context)
        if folder is not None:
            fields.update(fields_of_folder(folder, given))
        return ChipRequest(place, bands=self.requested_bands(given, context), **fields)


def no_cache_words() -> str:
    """With the package that it lacks, if that is why."""
    if not dependencies.missing((dependencies.CACHE,)):
        return tr("There is no cache: everything is read anew.")
    words = tr("There is no cache, as the package {name} is missing: everything is read anew.")
    return words.format(name=dependencies.CACHE.name)


def _telling(feedback: QgsProcessingFeedback) -> OnProgress:
    """The progress of the sample, which is made before anything is read."""

    def tell(done: int, dates: int) -> None:
        feedback.setProgressText(sample_words(done, dates))
        feedback.setProgress(100.0 * done / dates)

    return tell
