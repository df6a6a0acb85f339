"""Table columns of Python types, whichever of Qt's type systems this QGIS wants."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType, QVariant

FIRST_WITH_META_TYPES = 33800


def field(name: str, kind: type) -> QgsField:
    """A column of `str`, `int` or `float`."""
    return QgsField(name, _types()[kind])


def _types() -> dict[type, Any]:
    if FIRST_WITH_META_TYPES <= Qgis.QGIS_VERSION_INT:
        types = QMetaType.Type
        return {str: types.QString, int: types.Int, float: types.Double}
    return {str: QVariant.String, int: QVariant.Int, float: QVariant.Double}
