"""Table columns of Python types, whichever of Qt's type systems this QGIS wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType, QVariant

FIRST_WITH_META_TYPES = 33800


def fields(columns: Mapping[str, type]) -> QgsFields:
    """Columns by name, each of `str`, `int` or `float`."""
    types, made = _types(), QgsFields()
    for name, kind in columns.items():
        made.append(QgsField(name, types[kind]))
    return made


def is_real(field: QgsField) -> bool:
    """A column of real numbers."""
    return bool(field.type() == _types()[float])


def _types() -> dict[type, Any]:
    if FIRST_WITH_META_TYPES <= Qgis.QGIS_VERSION_INT:
        types = QMetaType.Type
        return {str: types.QString, int: types.Int, float: types.Double}
    return {str: QVariant.String, int: QVariant.Int, float: QVariant.Double}
