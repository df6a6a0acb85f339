"""The parameters of the algorithms: how they are declared, and what was given for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterAuthConfig,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..bridge.translation import tr
from ..core.model import DEFAULT_SIZE_M, LARGEST_SIZE_M, SNAP_M, ChipRequest, Place
from ..core.sentinel2.bands import LEVELS

SOURCE, POINT, PARCELS, ID_FIELD = "SOURCE", "POINT", "PARCELS", "ID_FIELD"
START, END, BANDS, SIZE, LEVEL = "START", "END", "BANDS", "SIZE", "LEVEL"
MAX_SCENE_CLOUD, CLEAR_ONLY, ONE_PER_DATE = "MAX_SCENE_CLOUD", "CLEAR_ONLY", "ONE_PER_DATE"
AUTH, OUTPUT = "AUTH", "OUTPUT"
MANIFEST, TABLE, COUNT, FAILED = "MANIFEST", "TABLE", "COUNT", "FAILED"

DEFAULT_SOURCE = "earth-search"

Given = Mapping[str, Any]


def where_and_when() -> list[QgsProcessingParameterDefinition]:
    """Source, place and period."""
    point = QgsProcessingParameterPoint(POINT, tr("Place, as the centre of the chip"))
    parcels = QgsProcessingParameterFeatureSource(
        PARCELS, tr("Parcels"), [QgsProcessing.SourceType.TypeVectorPolygon]
    )
    id_field = QgsProcessingParameterField(
        ID_FIELD, tr("Field with the parcels' names"), parentLayerParameterName=PARCELS
    )
    return [
        QgsProcessingParameterString(
            SOURCE,
            tr(
                "Source: a provider's id, the address or path of a STAC catalogue, a CbM server "
                "(cbm+https://...), or 'sample'"
            ),
            DEFAULT_SOURCE,
        ),
        *(optional(row) for row in (point, parcels, id_field)),
        _day(START, tr("First day")),
        _day(END, tr("Last day")),
    ]


def limits() -> list[QgsProcessingParameterDefinition]:
    """Size, level and what is left out."""
    return [
        _metres(SIZE, tr("Edge of the chip in metres"), DEFAULT_SIZE_M),
        words(LEVEL, tr("Processing level"), LEVELS),
        percentage(MAX_SCENE_CLOUD, tr("Most clouds in the whole scene, per cent"), 100),
        QgsProcessingParameterBoolean(CLEAR_ONLY, tr("Only dates that are clear"), False),
        QgsProcessingParameterBoolean(ONE_PER_DATE, tr("Only the clearest of each day"), False),
        advanced(optional(QgsProcessingParameterAuthConfig(AUTH, tr("Login")))),
    ]


def words(
    name: str, description: str, choices: tuple[str, ...]
) -> QgsProcessingParameterDefinition:
    """A choice among words, the first of them by default."""
    parameter = QgsProcessingParameterEnum(name, description, choices, False, choices[0])
    parameter.setUsesStaticStrings(True)
    return parameter


def percentage(name: str, description: str, default: float) -> QgsProcessingParameterDefinition:
    """A number from 0 to 100."""
    kind = QgsProcessingParameterNumber.Type.Double
    return QgsProcessingParameterNumber(name, description, kind, default, False, 0, 100)


def optional(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The same, and it may stay empty."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagOptional)
    return parameter


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The same, among the advanced ones."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter


def is_given(parameters: Given, name: str) -> bool:
    """True unless the parameter is absent or empty."""
    value = parameters.get(name)
    return value is not None and value != ""


def split_bands(text: str) -> tuple[str, ...]:
    """Band names out of `B08,B04,SCL`; spaces will do, too. Whether they exist is core's to say."""
    return tuple(text.upper().replace(",", " ").replace(";", " ").split())


def as_day(value: Any, text: str) -> str:
    """An ISO day out of what a date parameter holds, and out of `text` where that is no date.

    A window gives a QDate or a QDateTime of local time, scripts may give text; of a text with a
    time, the day.
    """
    if isinstance(value, QDateTime):
        value = value.date()
    if isinstance(value, QDate):
        return str(value.toString(Qt.DateFormat.ISODate))
    day, _, _ = text.strip().replace(" ", "T").partition("T")
    return day


@dataclass(frozen=True)
class Wish:
    """A request without its place: every place of a run is asked for the same."""

    start: str
    end: str
    bands: tuple[str, ...]
    size_m: float
    level: str
    max_scene_cloud_pct: float
    clear_only: bool
    one_per_date: bool

    def at(self, place: Place) -> ChipRequest:
        """The request for one place.

        Raises:
            RequestError: naming the field that can't be.
        """
        return ChipRequest(
            place,
            start=self.start,
            end=self.end,
            bands=self.bands,
            size_m=self.size_m,  # type: ignore[arg-type]  # the request refuses fractions
            level=self.level,
            max_scene_cloud_pct=self.max_scene_cloud_pct,
            clear_only=self.clear_only,
            one_per_date=self.one_per_date,
        )


def _day(name: str, description: str) -> QgsProcessingParameterDefinition:
    return QgsProcessingParameterDateTime(
        name, description, QgsProcessingParameterDateTime.Type.Date
    )


def _metres(name: str, description: str, default: int) -> QgsProcessingParameterDefinition:
    kind = QgsProcessingParameterNumber.Type.Integer
    return QgsProcessingParameterNumber(
        name, description, kind, default, False, SNAP_M, LARGEST_SIZE_M
    )
