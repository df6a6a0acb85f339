"""The error boundary of every algorithm: errors become messages that name the parameter.

`checkParameterValues` returns the message, a run raises it as `QgsProcessingException`. Of an
unexpected exception the traceback goes to QGIS's log.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
)

from ...bridge.network import check_login_id, is_login_refused
from ...bridge.sources import dependencies
from ...bridge.sources.providers import refuse_login
from ...bridge.tasks.call_outcome import fault_words
from ...bridge.texts.translation import tr
from ...bridge.texts.words import refusal, worded
from ...core.errors import ChipsError, RequestError
from ...core.outputs.atomic_write import WriteError
from ...core.outputs.repeat.repetition import Repetition
from ...core.outputs.stand_ins import stand_ins_told
from ...core.reasons import Reason
from ..parameters import chip_parameters as names
from ..parameters.chip_parameters import BETWEEN_NAMES, Given
from ..parameters.own_checks import check_choices, check_folders, check_numbers, check_tables
from ..repeat.parameters import GivenParameters, given_parameters
from ..repeat.telling import tell_repetition
from .layer_snapshot import FeatureSource, LayerSnapshot, layer_snapshots

PARAMETER_OF: Mapping[str, tuple[str, ...]] = {
    "source": (names.SOURCE,),
    "lon": (names.POINT, names.PARCELS),
    "lat": (names.POINT, names.PARCELS),
    "outline": (names.PARCELS, names.PLACE_OUTLINE),
    "bands": (names.BANDS,),
    **{row.field: (row.name,) for row in names.REQUEST_PARAMETERS},
    "size_m": ("SIZE", "CHIP_SIZE"),
    "lut": ("LUT",),
    "stretch": ("STRETCH",),
    "columns": ("COLUMNS",),
    "bad_classes": ("BAD_CLASSES",),
    "tolerance_pct": ("TOLERANCE_PCT",),
    "indices": ("INDICES",),
    "pixels": ("PIXELS",),
    "inner_buffer_m": ("INNER_BUFFER_M",),
    "aoi": ("AOI",),
    "year": ("YEAR",),
    "ptype": ("PTYPE",),
    "pid": ("PID",),
    "parcel": ("PARCEL",),
    "shown": ("SHOWN",),
    "id_field": ("ID_FIELD",),
    "smoothing": ("SMOOTHING",),
    "manifest": ("INPUT",),
    "table": ("INPUT",),
    "places": ("INPUT",),
    "dates": ("INPUT",),
    "index": ("INDEX",),
}
"""Field of a `RequestError` -> the parameters it may come from, the likeliest first."""

_log = logging.getLogger(__name__)


def reason_of(error: ChipsError) -> str:
    """The error's words; of a source that wants a login, also where the login is chosen."""
    if not is_login_refused(error):
        return str(error)
    parameter = Reason("{title} ({name})", title=Reason("Login"), name=names.AUTH)
    advice = Reason(
        "Choose the login under {parameter}, or for this source in the plugin's options.",
        parameter=parameter,
    )
    return Reason("{error}. {advice}", error=error, advice=advice)


class GuardedAlgorithm(QgsProcessingAlgorithm):
    """`check_all`, `prepare` and `work` may raise `ChipsError`; QGIS gets a message."""

    _layers: Mapping[str, LayerSnapshot] = {}

    def createInstance(self) -> GuardedAlgorithm:
        return type(self)()

    def shortDescription(self) -> str:
        return str(self.shortHelpString()).partition("\n")[0]

    def check_all(self, given: Given, context: QgsProcessingContext) -> None:
        """Check the parameters, before a run and before QGIS writes them to its history.

        Raises:
            ChipsError: why not.
        """

    def as_qgis_sees(self, given: Given, context: QgsProcessingContext) -> dict[str, Any]:
        """The parameters with what stands in for files that QGIS itself can't open.

        Raises:
            ChipsError: why there is none.
        """
        return dict(given)

    def prepare(self, given: Given, context: QgsProcessingContext) -> None:
        """Take what belongs to the main thread.

        Raises:
            ChipsError: why it can't run.
        """

    def work(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """The run itself, in any thread; its outputs.

        Raises:
            ChipsError: why there are none.
        """
        raise NotImplementedError

    def feature_source(
        self, parameter: str, given: Given, context: QgsProcessingContext
    ) -> FeatureSource | None:
        """The layer given, in a run as it was when that began; None if QGIS can't open it."""
        return self._layers.get(parameter) or self.parameterAsSource(given, parameter, context)

    def told(self, given: Given, context: QgsProcessingContext) -> GivenParameters:
        """What was given, as words of a command; in the main thread."""
        return given_parameters(self, given, context)

    def repetition(self, given: Given, context: QgsProcessingContext) -> Repetition:
        """How the run is made again, when it is done."""
        return Repetition(self.given_again.command, notes=self.given_again.notes)

    def checkParameterValues(self, given: Given, context: QgsProcessingContext) -> tuple[bool, str]:
        dependencies.use_own_folder()
        try:
            with self._as_messages(given):
                self._check_common(given, context)
                self.check_all(given, context)
                check_numbers(self, given)
                seen_by_qgis = self.as_qgis_sees(given, context)
        except QgsProcessingException as error:
            return False, str(error)
        checked: tuple[bool, str] = super().checkParameterValues(seen_by_qgis, context)
        return checked

    def prepareAlgorithm(
        self, given: Given, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        dependencies.use_own_folder()
        with self._as_messages(given):
            self._check_common(given, context)  # models skip the check
            self._layers = layer_snapshots(self, given, context)
            self.prepare(given, context)
            self.given_again = self.told(given, context)
        return True

    def processAlgorithm(
        self, given: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        with self._as_messages(given), stand_ins_told() as told:
            try:
                results = self.work(given, context, feedback)
            finally:
                for words in told:
                    feedback.reportError(worded(words), False)
            tell_repetition(self.repetition(given, context), feedback)
            return results

    def message_for(self, error: ChipsError, given: Given) -> str:
        """The error with the parameter's name and title, as the dialog and `qgis_process` know it.

        `Edge of the chip in metres (SIZE): 1290 is not possible; allowed: a multiple of 20`
        """
        if isinstance(error, WriteError):
            return f"{self.title_of(names.OUTPUT)}: {worded(error)}"
        if not isinstance(error, RequestError):
            return worded(reason_of(error))
        if BETWEEN_NAMES in error.field:
            first, second = map(self.title_of, error.field.split(BETWEEN_NAMES))
            text = tr("One of “{first}” and “{second}” is needed, and not both.")
            return text.format(first=first, second=second)
        candidates = PARAMETER_OF.get(error.field, (error.field,))
        ours = [name for name in candidates if self.parameterDefinition(name) is not None]
        named = [name for name in ours if names.is_given(given, name)] or ours
        if not named:
            return worded(error)
        return refusal(error, self.title_of(named[0]))

    def _check_common(self, given: Given, context: QgsProcessingContext) -> None:
        """Choices and files are possible, no address holds a login, QGIS knows a login's id."""
        check_choices(self, given)
        check_tables(self, given)
        check_folders(self, given)
        if self.parameterDefinition(names.SOURCE) is not None:
            refuse_login(self.parameterAsString(given, names.SOURCE, context))
        if self.parameterDefinition(names.AUTH) is not None:
            check_login_id(self.parameterAsString(given, names.AUTH, context))

    def title_of(self, name: str) -> str:
        """A parameter as the dialog and `qgis_process` know it."""
        definition = self.parameterDefinition(name)
        if definition is None:
            return name
        title = definition.description().partition(":")[0]  # what follows explains it
        return f"{title} ({name})"

    @contextmanager
    def _as_messages(self, given: Given) -> Iterator[None]:
        try:
            yield
        except QgsProcessingException:
            raise
        except ChipsError as error:
            raise QgsProcessingException(self.message_for(error, given)) from error
        except Exception as error:  # the outermost border of an algorithm
            lacking = dependencies.package_missing(error)
            if lacking:
                raise QgsProcessingException(lacking) from error
            _log.exception("%s failed", self.name())
            raise QgsProcessingException(fault_words(error)) from error
