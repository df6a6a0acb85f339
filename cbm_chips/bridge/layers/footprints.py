"""The dates of a place as one layer of outlines with a time each, styled by their state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt

from ..texts.translation import tr

FOOTPRINTS = "cbm_chips/footprints"
"""Custom property of the layer: the name of its place."""
FIELDS: Mapping[str, str] = {
    "date": "string(10)",
    "acquired": "datetime",
    "state": "string(20)",
    "cloud_fraction": "double",
    "doubtful": "integer",
    "scene_id": "string(120)",
    "reason": "string(250)",
}
SCENE_ID = "scene_id"
OTHER = "other"
DAY_MINUTES = 24 * 60
"""Minutes are the unit of a duration, unless another is set."""
STYLES: Mapping[str, Mapping[str, str]] = {
    "clear": {"color": "0,90,140,70", "outline_color": "0,90,140", "outline_style": "solid"},
    "doubtful": {"color": "107,63,160,70", "outline_color": "107,63,160", "outline_style": "dash"},
    "partly": {"color": "216,138,0,70", "outline_color": "122,82,0", "outline_style": "dash"},
    "cloudy": {"style": "no", "outline_color": "168,58,8", "outline_style": "dot"},
    OTHER: {"style": "no", "outline_color": "120,120,120", "outline_style": "dash dot"},
}
"""By form as well as by colour: filled, dashed, dotted."""


@dataclass(frozen=True)
class DatedOutline:
    """One date.

    Attributes:
        acquired: aware UTC datetime.
        state: a name out of `STYLES`.
        cloud_fraction: 0..1, None if unknown.
        is_doubtful: None without a second opinion.
        scene_id: of its scene.
        reason: why it has no picture, for people.
    """

    acquired: datetime
    state: str
    cloud_fraction: float | None
    is_doubtful: bool | None
    scene_id: str
    reason: str


def footprint_layer(name: str, wkb: bytes, footprints: Sequence[DatedOutline]) -> QgsVectorLayer:
    """A layer in memory; each date is shown at its time by QGIS's temporal controller.

    Args:
        name: of the place.
        wkb: the outline of all dates, in EPSG:4326.
        footprints: the dates.
    """
    fields = "&".join(f"field={field}:{kind}" for field, kind in FIELDS.items())
    title = tr("{place}: footprints").format(place=name)
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:4326&{fields}", title, "memory")
    outline = QgsGeometry()
    outline.fromWkb(wkb)
    outline.convertToMultiType()
    layer.dataProvider().addFeatures([_feature(one, outline, layer) for one in footprints])
    layer.updateExtents()
    layer.setCustomProperty(FOOTPRINTS, name)
    layer.setDisplayExpression('"date" || \', \' || "state"')
    layer.setRenderer(_renderer())
    _set_times(layer)
    return layer


def footprint_layers() -> list[QgsVectorLayer]:
    """Those in the project."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if layer.customProperty(FOOTPRINTS)]


def _feature(one: DatedOutline, outline: QgsGeometry, layer: QgsVectorLayer) -> QgsFeature:
    feature = QgsFeature(layer.fields())
    feature.setGeometry(outline)
    doubtful = None if one.is_doubtful is None else int(one.is_doubtful)
    values: tuple[Any, ...] = (
        f"{one.acquired:%Y-%m-%d}",
        _qt_time(one.acquired),
        one.state,
        one.cloud_fraction,
        doubtful,
        one.scene_id,
        one.reason,
    )
    feature.setAttributes(list(values))
    return feature


def _qt_time(moment: datetime) -> QDateTime:
    seconds = int(moment.replace(tzinfo=moment.tzinfo or timezone.utc).timestamp())
    return QDateTime.fromSecsSinceEpoch(seconds, Qt.TimeSpec.UTC)


def _renderer() -> QgsCategorizedSymbolRenderer:
    titles = {
        "clear": tr("clear"),
        "doubtful": tr("doubtful"),
        "partly": tr("partly"),
        "cloudy": tr("cloudy"),
        OTHER: tr("not judged"),
    }
    categories = []
    for state, style in STYLES.items():
        symbol = QgsFillSymbol.createSimple({"outline_width": "0.6", **style})
        categories.append(QgsRendererCategory(state, symbol, titles[state]))
    return QgsCategorizedSymbolRenderer("state", categories)


def _set_times(layer: QgsVectorLayer) -> None:
    times = layer.temporalProperties()
    times.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
    times.setStartField("acquired")
    times.setFixedDuration(DAY_MINUTES)
    times.setIsActive(True)
