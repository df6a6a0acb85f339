"""The table that a run replaces: which parcels become clear when the season goes on."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsFeatureRequest, QgsProcessingFeedback, QgsVectorLayer

from ...bridge.parcels.parcel_fields import text_of
from ...bridge.texts.plan_words import PlanFeedback
from ...bridge.texts.translation import tr_count
from ...core.sentinel2.scl import CloudFlag
from . import chip_parameters as names
from .chip_parameters import Given
from .own_checks import path_of

PARCEL, FLAG = "parcel", "flag"
MOST_NAMED = 10


def without_clear_date(given: Given, feedback: QgsProcessingFeedback) -> frozenset[str]:
    """Parcels of the file at OUTPUT that are seen there on no clear date; call it before a row.

    Empty where there is no such file, or another table.
    """
    path = _path_of(given.get(names.OUTPUT))
    if not path:
        return frozenset()
    # ids stay text, whatever QGIS would guess of a CSV file
    is_csv = Path(path).suffix.lower() == ".csv"
    layer = QgsVectorLayer(f"{path}|option:AUTODETECT_TYPE=NO" if is_csv else path, "", "ogr")
    if not layer.isValid() or not {PARCEL, FLAG} <= set(layer.fields().names()):
        return frozenset()
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([PARCEL, FLAG], layer.fields())
    seen, clear = set(), set()
    for feature in layer.getFeatures(request):
        if feedback.isCanceled():
            break
        parcel = text_of(feature, PARCEL)
        seen.add(parcel)
        if text_of(feature, FLAG) == CloudFlag.CLEAR.value:
            clear.add(parcel)
    return frozenset(seen - clear - {""})


def tell_newly_clear(
    before: frozenset[str], clear: Iterable[str], feedback: QgsProcessingFeedback
) -> None:
    """Say which of the parcels that had no clear date have one now."""
    newly = [parcel for parcel in dict.fromkeys(clear) if parcel in before]
    if not newly:
        return
    told = ", ".join(newly[:MOST_NAMED]) + (", …" if len(newly) > MOST_NAMED else "")
    words = tr_count(
        "{count} parcels have a clear date now that had none in the table before: {ids}",
        len(newly),
        ids=told,
    )
    feedback.pushInfo(words)
    if isinstance(feedback, PlanFeedback):
        feedback.news.append(words)


def _path_of(value: Any) -> str:
    path = path_of(value)
    try:
        return path if path and Path(path).is_file() else ""
    except (OSError, ValueError):
        return ""
