"""The parameters of the algorithms: how they are declared and read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ...bridge import settings
from ...bridge.sources.providers import ProviderRow, source_called
from ...bridge.texts.translation import tr
from ...core import periods
from ...core.errors import RequestError
from ...core.model import DEFAULT_SIZE_M
from ...core.reasons import Reason
from ...core.sentinel2.bands import LEVELS
from ...core.sentinel2.cloud_rules import CLOUD_RULES, rule_called
from ...core.sentinel2.scl import CloudRule
from .kinds import advanced, choice, day, metres, optional, percentage, switch
from .one_place import one_place

SOURCE, POINT, PARCELS, ID_FIELD = "SOURCE", "POINT", "PARCELS", "ID_FIELD"
PLACE_OUTLINE, PLACE_NAME = "PLACE_OUTLINE", "PLACE_NAME"
START, END, BANDS = "START", "END", "BANDS"
AUTH, OUTPUT = "AUTH", "OUTPUT"
CLOUD_RULE, SECOND_OPINION = "CLOUD_RULE", "SECOND_OPINION"
OF_THE_OPTIONS = "options"
"""The cloud rule of the plugin's options, which is the dock's."""
MANIFEST, TABLE, COUNT, FAILED = "MANIFEST", "TABLE", "COUNT", "FAILED"

DEFAULT_SOURCE = "earth-search"
PACKAGE = __name__.rpartition(".processing.")[0]
"""In QGIS it begins with the name of the plugin's folder."""

Given = Mapping[str, Any]
BETWEEN_NAMES = ", "
"""Between the names of two parameters that a refusal is about."""


@dataclass(frozen=True)
class RequestParameter:
    """A field of `ChipRequest` as a parameter of every algorithm that extracts chips.

    Attributes:
        name: of the parameter.
        field: of the request.
        definition: makes the parameter from its name, in the language of QGIS.
        read: the value given, from algorithm, given parameters, name and context.
    """

    name: str
    field: str
    definition: Callable[[str], QgsProcessingParameterDefinition]
    read: Callable[[QgsProcessingAlgorithm, Given, str, QgsProcessingContext], Any]


def as_day(value: Any, text: str) -> str:
    """An ISO day from the value of a date parameter, or from `text` if that is not a date.

    A dialog gives a QDate or a QDateTime of local time, scripts may give text; of a text with a
    time, the day.
    """
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return str(value.toString(Qt.DateFormat.ISODate))
    day, _, _ = text.strip().replace(" ", "T").partition("T")
    return day


def _day_given(
    algorithm: QgsProcessingAlgorithm, given: Given, name: str, context: QgsProcessingContext
) -> str:
    """Empty where nothing is given: the usual day depends on the source."""
    if not is_given(given, name):
        return ""
    return as_day(given.get(name), algorithm.parameterAsString(given, name, context))


_Algorithm = QgsProcessingAlgorithm
PERIOD = (
    RequestParameter(
        START,
        "start",
        lambda name: day(name, tr("First day"), periods.usual_period(DEFAULT_SOURCE).start),
        _day_given,
    ),
    RequestParameter(
        END,
        "end",
        lambda name: day(name, tr("Last day"), periods.usual_period(DEFAULT_SOURCE).end),
        _day_given,
    ),
)
LIMITS = (
    RequestParameter(
        "SIZE",
        "size_m",
        lambda name: metres(name, tr("Edge of the chip in metres"), DEFAULT_SIZE_M),
        _Algorithm.parameterAsDouble,
    ),
    RequestParameter(
        "LEVEL",
        "level",
        lambda name: choice(name, tr("Processing level"), LEVELS),
        _Algorithm.parameterAsEnumString,
    ),
    RequestParameter(
        "MAX_SCENE_CLOUD",
        "max_scene_cloud_pct",
        lambda name: percentage(name, tr("Most clouds in the whole scene, per cent"), 100),
        _Algorithm.parameterAsDouble,
    ),
    RequestParameter(
        "CLEAR_ONLY",
        "clear_only",
        lambda name: switch(name, tr("Only dates that are clear"), is_on=False),
        _Algorithm.parameterAsBool,
    ),
    RequestParameter(
        "ONE_PER_DATE",
        "one_per_date",
        lambda name: switch(name, tr("Only the clearest of each day"), is_on=True),
        _Algorithm.parameterAsBool,
    ),
    RequestParameter(
        SECOND_OPINION,
        "second_opinion",
        lambda name: second_opinion(),
        _Algorithm.parameterAsBool,
    ),
)
REQUEST_PARAMETERS = (*PERIOD, *LIMITS)
"""All but the place and the bands, which the algorithms take each in its own way."""


def request_fields(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> dict[str, Any]:
    """Arguments of `ChipRequest` by field, without place and bands; not checked yet."""
    read = {row.field: row.read(algorithm, given, row.name, context) for row in REQUEST_PARAMETERS}
    days = periods.completed(read["start"], read["end"], source_of(algorithm, given, context).id)
    return {**read, "start": days.start, "end": days.end}


def source_of(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> ProviderRow:
    """The row of the options that SOURCE names, else a row of the address or path given."""
    return source_called(algorithm.parameterAsString(given, SOURCE, context))


def login_of(algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext) -> str:
    """Id of the login: AUTH, else what the options have for the source."""
    given_login = str(algorithm.parameterAsString(given, AUTH, context))
    return given_login or source_of(algorithm, given, context).authcfg


def source_parameter() -> QgsProcessingParameterDefinition:
    """Any source; dialogs list those of the options."""
    parameter = QgsProcessingParameterString(SOURCE, tr("Source"), DEFAULT_SOURCE)
    parameter.setHelp(
        tr(
            "A source of the plugin's options by its name or id, whose login is then used; or the "
            "address or path of a STAC catalogue, or a CbM server (cbm+https://...)."
        )
    )
    return with_list_of_sources(parameter)


def with_list_of_sources(
    parameter: QgsProcessingParameterDefinition, *, only_cbm: bool = False
) -> QgsProcessingParameterDefinition:
    """The parameter, which QGIS's dialogs show as the list of sources.

    By its path, as only dialogs import it; the parameter stays text for models and scripts.
    """
    path = f"{PACKAGE}.gui.parameter_widgets.source.SourceWidget"
    parameter.setMetadata({"widget_wrapper": {"class": path, "only_cbm": only_cbm}})
    return parameter


def where_and_when() -> list[QgsProcessingParameterDefinition]:
    """Source, place and period."""
    point = QgsProcessingParameterPoint(POINT, tr("Place, as the centre of the chip"))
    return [
        source_parameter(),
        *(optional(row) for row in (point, *parcels_and_names())),
        *(advanced(optional(row)) for row in one_place(PLACE_OUTLINE, PLACE_NAME)),
        *(row.definition(row.name) for row in PERIOD),
    ]


def parcels_and_names() -> tuple[QgsProcessingParameterDefinition, ...]:
    """A layer of polygons, and the field that names them."""
    parcels = QgsProcessingParameterFeatureSource(
        PARCELS, tr("Parcels"), [QgsProcessing.SourceType.TypeVectorPolygon]
    )
    id_field = QgsProcessingParameterField(
        ID_FIELD, tr("Field with the parcels' names"), parentLayerParameterName=PARCELS
    )
    id_field.setHelp(
        tr(
            "Without a field, the one that looks like their name is taken (id, parcel_id, "
            "name ...)."
        )
    )
    return parcels, optional(id_field)


def limits() -> list[QgsProcessingParameterDefinition]:
    """Size, level, what is left out, and the login."""
    return [
        *(row.definition(row.name) for row in LIMITS),
        advanced(optional(QgsProcessingParameterAuthConfig(AUTH, tr("Login")))),
    ]


def cloud_rule(*others: str) -> QgsProcessingParameterDefinition:
    """By whose rule dates are judged; `others` come before those of the table."""
    words = tr("Cloud rule: which SCL classes spoil a pixel")
    parameter = choice(CLOUD_RULE, words, (*others, OF_THE_OPTIONS, *CLOUD_RULES))
    known = (f"{row.id}: {tr(row.title)} ({tr(row.source)})" for row in CLOUD_RULES.values())
    parameter.setHelp("\n".join((tr("options: the rule of the plugin's options"), *known)))
    return parameter


def second_opinion() -> QgsProcessingParameterDefinition:
    """Whether the cloud probability is read as well."""
    words = tr("Second opinion: mark clear dates that Sen2Cor's cloud probability doubts")
    return advanced(switch(SECOND_OPINION, words, is_on=False))


def rule_given(
    algorithm: QgsProcessingAlgorithm, given: Given, context: QgsProcessingContext
) -> CloudRule:
    """The rule that CLOUD_RULE names; that of the options where it names no row."""
    name = algorithm.parameterAsEnumString(given, CLOUD_RULE, context)
    return rule_called(name) if name in CLOUD_RULES else settings.load().rule


def is_given(parameters: Given, name: str) -> bool:
    """True unless the parameter is absent or empty."""
    value = parameters.get(name)
    return value is not None and value != ""


def one_of(given: Given, first: str, second: str) -> RequestError:
    """The refusal of two parameters of which exactly one is needed."""
    value = Reason("both") if is_given(given, first) else Reason("neither")
    return RequestError(BETWEEN_NAMES.join((first, second)), value, Reason("one of them"))


def split_bands(text: str) -> tuple[str, ...]:
    """Band names from `B08,B04,SCL`, also separated by spaces; core checks whether they exist."""
    return tuple(text.upper().replace(",", " ").replace(";", " ").split())
