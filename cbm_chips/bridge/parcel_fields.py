"""Fields that are likely to name a parcel and its crop, in the words of Europe's parcel layers."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeature, QgsVectorLayer

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
    "crop_name",
    "cropname",
    "crop_nam",
    "croptype",
    "crop_type",
    "main_crop",
    "ec_trans_n",
    "ec_hcat_n",
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
)
"""Names before codes."""


def id_field_of(layer: QgsVectorLayer) -> str:
    """The field that probably names the parcels; empty if none looks like it."""
    return _first_of(ID_FIELDS, layer)


def crop_field_of(layer: QgsVectorLayer) -> str:
    """The field that probably says what grows; empty if none looks like it."""
    return _first_of(CROP_FIELDS, layer)


def text_of(feature: QgsFeature, field: str) -> str:
    """What stands in a field, for people; empty for NULL or no field."""
    value = feature[field] if field else None
    # QGIS's NULL compares and prints like text, but is false.
    return "" if value is None or (not value and value != 0) else str(value).strip()


def _first_of(likely: Sequence[str], layer: QgsVectorLayer) -> str:
    fields = {name.lower(): name for name in reversed(layer.fields().names())}
    return next((fields[name] for name in likely if name in fields), "")
