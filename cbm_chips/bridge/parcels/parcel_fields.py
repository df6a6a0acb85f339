"""Fields that are likely to name a parcel and its crop, in the words of Europe's parcel layers."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any, Protocol

from qgis.core import QgsFeature, QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, Qt, QTime

ID_FIELDS = (
    "id",
    "pid",
    "parcel_id",
    "parcelid",
    "ogc_fid",
    "objectid",
    "fid",
    "name",
    "label",
)
"""The likeliest first; upper and lower case alike, as in the next table."""

CROP_FIELDS = (
    "crop:name",
    "crop_name",
    "cropname",
    "crop_nam",
    "croptype",
    "crop_type",
    "main_crop",
    "ec_trans_n",
    "ec_hcat_n",
    "hcat:name_en",
    "hcat:name",
    "hcat4_name",
    "gewasnaam",
    "gewas",
    "lblhfdtlt",
    "kulturname",
    "kulturart",
    "kultur",
    "fruchtart",
    "nutzung",
    "snar_bezei",
    "lib_cultu",
    "culture",
    "cultivo",
    "cultura",
    "coltura",
    "afgroede",
    "groda",
    "kasvi",
    "kultuur",
    "kultura",
    "uprawa",
    "roslina",
    "noveny",
    "crop",
    "code_cultu",
    "gewascode",
    "crop_code",
    "cropcode",
    "crop:code",
    "hcat:code",
)
"""Names before codes; those with a colon are fiboa's."""


CROP_FIELD = "cbm_chips/crop_field"
"""Property of a layer, in which its project keeps the field that the user has chosen."""


class WithFields(Protocol):
    """A layer, or the source of features that Processing makes of one."""

    def fields(self) -> QgsFields:
        """Its columns."""


def id_field_of(layer: WithFields) -> str:
    """The field that probably names the parcels; empty if none looks like it."""
    return _first_of(ID_FIELDS, layer)


def crop_field_of(layer: WithFields) -> str:
    """The field that was chosen for it, else the one that probably says what grows, else empty."""
    chosen = layer.customProperty(CROP_FIELD, "") if isinstance(layer, QgsVectorLayer) else ""
    if chosen and chosen in layer.fields().names():
        return str(chosen)
    return _first_of(CROP_FIELDS, layer)


def choose_crop_field(layer: QgsVectorLayer, name: str) -> None:
    """Remember the field that says what grows, with the layer in its project."""
    layer.setCustomProperty(CROP_FIELD, name)


LARGEST_EXACT = 2**53
"""Above it, a real number can't tell neighbouring whole ones apart."""


def text_of(feature: QgsFeature, field: str) -> str:
    """What stands in a field, as it is there; empty for NULL, blanks or no field.

    A whole number in a field of real ones has no fraction and no exponent: wide columns of parcel
    registers come as real numbers, and `1e+17` joins with no register.
    """
    place = feature.fields().lookupField(field) if field else -1
    text = _text(feature.attribute(place)) if place >= 0 else ""
    return text if text.strip() else ""


def is_beyond_exact(feature: QgsFeature, field: str) -> bool:
    """The field holds a real number so large that digits may have been lost in the layer."""
    place = feature.fields().lookupField(field) if field else -1
    value = feature.attribute(place) if place >= 0 else None
    return isinstance(value, float) and isfinite(value) and abs(value) > LARGEST_EXACT


def _text(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (QDate, QTime, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    if isinstance(value, QByteArray):
        return bytes(value).hex()
    # QGIS's NULL compares and prints like text, but is false.
    return "" if value is None or (not value and value != 0) else str(value)


def _number(value: float) -> str:
    if not isfinite(value):
        return ""
    return str(int(value)) if value.is_integer() else str(value)


def _first_of(likely: Sequence[str], layer: WithFields) -> str:
    fields = {name.lower(): name for name in reversed(layer.fields().names())}
    return next((fields[name] for name in likely if name in fields), "")
