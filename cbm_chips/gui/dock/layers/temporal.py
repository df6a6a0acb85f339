"""QGIS's temporal controller steps through layers, date by date."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsInterval,
    QgsRasterLayer,
    QgsTemporalNavigationObject,
    QgsUnitTypes,
)
from qgis.PyQt.QtWidgets import QDockWidget

_TEMPORAL_PANEL = "Temporal Controller"


def play(iface: Any, layers: Sequence[QgsRasterLayer]) -> bool:
    """Set the controller to the dates of these layers, at least one, and show its panel.

    Returns:
        False if there is no controller.
    """
    controller = iface.mapCanvas().temporalController()
    if not isinstance(controller, QgsTemporalNavigationObject):
        return False
    spans = [layer.temporalProperties().fixedTemporalRange() for layer in layers]
    spans.sort(key=lambda span: span.begin().toMSecsSinceEpoch())
    controller.setNavigationMode(QgsTemporalNavigationObject.NavigationMode.Animated)
    controller.setTemporalExtents(QgsDateTimeRange(spans[0].begin(), spans[-1].end()))
    _step_from_date_to_date(controller, spans)
    controller.rewindToStart()
    window = iface.mainWindow()
    panel = window.findChild(QDockWidget, _TEMPORAL_PANEL) if window else None
    if panel is not None:
        panel.show()
    return True


def _step_from_date_to_date(
    controller: QgsTemporalNavigationObject, spans: list[QgsDateTimeRange]
) -> None:
    """One frame for each layer, however long it stands."""
    if hasattr(controller, "setAvailableTemporalRanges"):
        controller.setAvailableTemporalRanges(spans)
        units = getattr(Qgis, "TemporalUnit", None)  # since QGIS 3.30
        old = QgsUnitTypes.TemporalUnit
        step = units.IrregularStep if units else old.TemporalIrregularStep
        controller.setFrameDuration(QgsInterval(1, step))
        return
    gaps_s = [span.begin().secsTo(span.end()) + 1 for span in spans]
    controller.setFrameDuration(QgsInterval(min(gaps_s)))
